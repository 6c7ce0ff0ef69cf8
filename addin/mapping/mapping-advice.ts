// Plain advice on a mapping that is being worked on: what it still lacks, what the values leave open, what to do next.
import type { Language } from '../../core/language.ts';
import { explainFault } from '../../core/mapping/explain-fault.ts';
import type { Proposal } from '../../core/mapping/infer-mapping.ts';
import type { InferQuestion } from '../../core/mapping/infer-questions.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../core/mapping/mapping.ts';
import { isNamed } from '../../core/mapping/named-columns.ts';
import type { Refusal } from '../../core/problem.ts';
import type { Tone } from '../../core/worksheets/result-sheet.ts';
import { isOrders } from './column-roles.ts';
import type { Trial } from './try-mapping.ts';

/** A sentence of the locale files with its facts. */
export interface Advice {
  readonly tone: Tone;
  readonly say: AdviceKey;
  readonly facts: Readonly<Record<string, string | number>>;
}

type AdviceKey =
  | 'needsOrderNumber'
  | 'needsPaidOutOn'
  | 'needsMoney'
  | 'needsReceivable'
  | 'needsPrice'
  | 'needsNames'
  | 'missingRequired'
  | 'rowsFail'
  | 'contradicts'
  | 'currencyNotFound'
  | 'noNet'
  | 'unclassified'
  | 'unusedAmounts'
  | 'fewRows'
  | 'signUnseen'
  | 'orderNumberUnsure'
  | 'paidOutOnUnsure'
  | 'currencyGuessed'
  | 'datesUnclear'
  | 'decimalUnclear'
  | 'identityOpen'
  | 'rowsLeftOut'
  | 'withoutStatus';

/** First what stands in the way of saving, then what a person should look at. */
export function adviceOn(mapping: Mapping, trial: Trial, proposal: Proposal | null, language: Language): Advice[] {
  const lacks = isOrders(mapping) ? orderLacks(mapping) : payoutLacks(mapping);
  const signature = mapping.header.signature.length < 2 ? [bad('needsNames')] : [];
  const known = [...lacks, ...signature];
  const others =
    trial.outcome === 'unsound' && known.length === 0
      ? trial.faults.map((fault) => bad('contradicts', { fault: explainFault(fault, language) }))
      : [];
  return [
    ...known,
    ...others,
    ...missingColumns(trial),
    ...failingRows(trial),
    ...(isOrders(mapping) ? orderHints(mapping) : payoutHints(mapping)),
    ...(proposal?.questions ?? []).flatMap((question) => openQuestion(question, mapping)),
  ];
}

const bad = (say: AdviceKey, facts: Advice['facts'] = {}): Advice => ({ tone: 'bad', say, facts });
const look = (say: AdviceKey, facts: Advice['facts'] = {}): Advice => ({ tone: 'warning', say, facts });

/** Refusals that a person mends here are said so; the others as everywhere. */
export const hasOwnAdvice = ({ code }: Refusal): boolean => code === 'MISSING_COLUMN' || code === 'CURRENCY_NOT_FOUND';

function missingColumns(trial: Trial): Advice[] {
  if (trial.outcome !== 'refused' || !hasOwnAdvice(trial.refusal)) return [];
  if (trial.refusal.code === 'CURRENCY_NOT_FOUND') return [bad('currencyNotFound')];
  return [bad('missingRequired', { columns: trial.refusal.columns.join(' / ') })];
}

function failingRows(trial: Trial): Advice[] {
  const n = trial.outcome === 'read' ? (trial.identity?.failingRows.length ?? 0) : 0;
  return n > 0 ? [look('rowsFail', { n })] : [];
}

const has = ({ columns }: Mapping, ...roles: readonly string[]) => columns.some((column) => roles.includes(column.as));

function orderLacks(mapping: OrderMapping): Advice[] {
  return [
    ...(has(mapping, 'orderNumber') || mapping.key ? [] : [bad('needsOrderNumber')]),
    ...(has(mapping, 'receivable') ? [] : [bad('needsReceivable')]),
    ...(has(mapping, 'quantity') && !has(mapping, 'unitPrice', 'lineTotal') ? [bad('needsPrice')] : []),
  ];
}

function payoutLacks(mapping: PayoutMapping): Advice[] {
  const isKeyed = has(mapping, 'orderNumber') || mapping.key !== undefined || mapping.kind === 'wallet';
  const isPaid = mapping.columns.some(
    (column) => column.as === 'component' || (column.as === 'net' && column.otherwise),
  );
  return [
    ...(isKeyed ? [] : [bad('needsOrderNumber')]),
    ...(has(mapping, 'paidOutOn') || mapping.paidOutFrom !== undefined ? [] : [bad('needsPaidOutOn')]),
    ...(isPaid ? [] : [bad('needsMoney')]),
  ];
}

function orderHints(mapping: OrderMapping): Advice[] {
  return has(mapping, 'status') || mapping.stages?.some(({ when }) => !('all' in when)) ? [] : [look('withoutStatus')];
}

function payoutHints(mapping: PayoutMapping): Advice[] {
  const types = mapping.columns.flatMap((column) => (column.as === 'component' ? [column.type] : []));
  const words = Object.values(mapping.vocabularies ?? {}).flatMap(({ values }) => values.map(({ type }) => type));
  const unclassified = [...types, ...words].filter((type) => type === 'UNKNOWN').length;
  return [
    ...(mapping.net === 'sum' && types.length > 0 ? [look('noNet')] : []),
    ...(unclassified > 0 ? [look('unclassified', { n: unclassified })] : []),
  ];
}

/** What the values left open, as long as the mapping still says what was proposed. */
function openQuestion(question: InferQuestion, mapping: Mapping): Advice[] {
  const roleOf = (name: string) => mapping.columns.find((column) => isNamed(column, name));
  switch (question.ask) {
    case 'unusedAmount':
      return roleOf(question.column)?.as === 'note' ? [look('unusedAmounts', { column: question.column })] : [];
    case 'signUnseen': {
      const column = roleOf(question.column);
      const isOpen = column?.as === 'component' && column.sign === question.proposed;
      return isOpen ? [look('signUnseen', { column: question.column })] : [];
    }
    case 'orderNumber':
      return stillFirst(question.candidates, 'orderNumber', mapping) ? [unsure('orderNumberUnsure', question)] : [];
    case 'paidOutOn':
      return stillFirst(question.candidates, 'paidOutOn', mapping) ? [unsure('paidOutOnUnsure', question)] : [];
    case 'currency':
      return mapping.currency === question.proposed ? [look('currencyGuessed', { currency: question.proposed })] : [];
    case 'dateOrder':
      return (mapping.dates?.formats.length ?? 0) > 1 ? [look('datesUnclear', { column: question.column })] : [];
    case 'decimalMark':
      return [look('decimalUnclear', { column: question.column, mark: mapping.numbers?.decimal ?? '.' })];
    case 'fewRows':
      return [look('fewRows', { rows: question.independentRows, columns: question.columns })];
    case 'rowsLeftOut':
      return [look('rowsLeftOut', { column: question.column, word: question.keeps })];
    case 'identity':
      return [look('identityOpen')];
    // Kinds, stages, failing rows and the kind of report are asked where they are answered.
    default:
      return [];
  }
}

const unsure = (say: AdviceKey, { candidates }: { readonly candidates: readonly string[] }) =>
  look(say, { candidates: candidates.join(' / ') });

function stillFirst(candidates: readonly string[], role: string, { columns }: Mapping): boolean {
  const [first = ''] = candidates;
  return columns.some((column) => column.as === role && isNamed(column, first));
}
