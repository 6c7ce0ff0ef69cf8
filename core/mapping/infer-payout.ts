// A report of money in the mapping language: net, components with their signs, order number, day of payout.
import { bareText } from './infer-cell.ts';
import { commonOf, currencyOf, named, signatureOf } from './infer-common.ts';
import { payDays } from './infer-days.ts';
import type { ColumnContent, Fact } from './infer-evidence.ts';
import type { Findings, InferQuestion, Proposed, ProposedColumn } from './infer-findings.ts';
import type { Directed } from './infer-money.ts';
import { hasFeesBeside } from './infer-nets.ts';
import { keyRuleOf } from './infer-text-keys.ts';
import { type Roles, typesOf } from './infer-types.ts';
import { REFERENCE_WORDS, hasWord } from './infer-words.ts';
import type { Check } from './mapping-rules.ts';
import type { PayoutColumn, PayoutMapping } from './mapping.ts';

export function inferPayout(findings: Findings, kind: PayoutMapping['kind']): Proposed<PayoutMapping> {
  const roles = rolesOf(findings, kind);
  const types = typesOf(findings, roles);
  const columns = findings.contents.map((content): ProposedColumn => {
    const { column, evidence } = types.columnOf(content) ?? plainColumn(content, roles);
    return { column, index: content.profile.column.index, evidence };
  });
  const payoutColumns = columns.map(({ column }) => column as PayoutColumn);
  const required = payoutColumns.filter((column) => column.required);
  const mapping: PayoutMapping = {
    ...commonOf(findings, signatureOf(required), kind),
    kind,
    columns: payoutColumns,
    ...(roles.net === null ? { net: 'sum' as const } : {}),
    ...(roles.paidOutOn === null ? { paidOutFrom: { ask: true } } : {}),
    ...(roles.directed ? { direction: directionRule(roles.directed) } : {}),
    ...(types.vocabularies ? { vocabularies: types.vocabularies } : {}),
    ...checksOf(findings),
    ...(roles.textKey ? { key: [keyRuleOf(roles.textKey)] } : {}),
    referenceIsIdentity: roles.referenceIsIdentity,
    linesWithoutOrder: roles.linesWithoutOrder,
    paymentMode: 'instalments',
  };
  return { mapping, columns, questions: [...currencyOf(findings).questions, ...roles.questions, ...types.questions] };
}

const directionRule = ({ direction, words: [into, out] }: Directed) => ({
  column: direction.profile.name,
  in: [into],
  out: [out],
});

function checksOf({ balance, contents }: Findings): { checks?: readonly Check[] } {
  const column = contents.find(({ profile }) => `column ${profile.column.index}` === balance?.balance)?.profile.name;
  if (balance === null || column === undefined || balance.identity.failing.length > 0) return {};
  return { checks: [{ check: 'runningBalance', column, order: balance.order }] };
}

/** Above, a column's header or its values say that it holds order numbers. */
const SURE_KEY = 5;

function rolesOf(findings: Findings, kind: PayoutMapping['kind']): Roles {
  const { contents, money, identity, balance } = findings;
  const named = kind === 'payout' ? (findings.keys[0] ?? null) : null;
  const textKey = named && named.score > SURE_KEY ? null : (findings.textKeys[0] ?? null);
  const key = textKey ? null : (named?.content ?? null);
  const netKey = identity?.net ?? singleMover(balance?.identity.terms) ?? likelyNet(findings);
  const directed = money.directed.find((one) => one.key === netKey) ?? null;
  const net = directed?.amount ?? money.columns.find((one) => one.key === netKey) ?? null;
  const reference = referenceOf(contents, key);
  const days = payDays(contents, kind);
  const filledKeys = key?.profile.column.cells.filter((cell) => bareText(cell) !== '').length ?? 0;
  return {
    ...{ key, textKey, net, directed, reference, paidOutOn: days.chosen },
    evidenceOfKey: findings.keys[0]?.evidence ?? [],
    referenceIsIdentity: reference !== null && isUniqueName(reference),
    linesWithoutOrder: key === null || filledKeys < findings.grid.rows.length,
    questions: [...keyQuestions(findings, key), ...days.questions],
  };
}

/** Where the balance moves by two columns (in and out), the net is their sum. */
const singleMover = (terms: readonly { key: string; sign: 1 | -1 }[] | undefined) =>
  terms === undefined ? undefined : terms.length === 1 && terms[0]?.sign === 1 ? terms[0].key : '';

/** A header that says net, or maybe. */
const LIKELY_COST = 4;

/** Without a sum: the column whose header says net, or the only one there is. */
function likelyNet({ money, targets }: Findings): string {
  const [first, second] = [...targets].sort((left, right) => left.cost - right.cost);
  if (first === undefined) return money.columns[0]?.key ?? '';
  if (second === undefined) return first.key;
  if (first.cost > LIKELY_COST || first.cost === second.cost) return '';
  return first.cost > 0 && hasFeesBeside(money, first.key) ? '' : first.key;
}

function keyQuestions({ keys }: Findings, key: ColumnContent | null): InferQuestion[] {
  const [first, second] = keys;
  const close = first && second && key !== null && first.score - second.score < 3;
  return close ? [{ ask: 'orderNumber', candidates: [first, second].map(({ content }) => content.profile.name) }] : [];
}

/** The number of the movement: named so, or different on every row. */
function referenceOf(contents: readonly ColumnContent[], key: ColumnContent | null): ColumnContent | null {
  const ids = contents.filter((content) => content.content === 'id' && content !== key);
  const byName = ids.filter(({ profile }) => hasWord(profile.column.header, REFERENCE_WORDS));
  return byName.find(isUniqueName) ?? ids.find(isUniqueName) ?? byName[0] ?? null;
}

const isUniqueName = ({ profile }: ColumnContent) =>
  profile.filled === profile.rows && profile.distinct === profile.rows;

/** A column whose role needs no arithmetic. */
function plainColumn(content: ColumnContent, roles: Roles): { column: PayoutColumn; evidence: readonly Fact[] } {
  const name = named(content.profile.column);
  const { evidence } = content;
  if (content === roles.key) {
    return { column: { ...name, as: 'orderNumber', required: true }, evidence: roles.evidenceOfKey };
  }
  if (content === roles.reference) return { column: { ...name, as: 'reference' }, evidence };
  if (content === roles.paidOutOn) return { column: { ...name, as: 'paidOutOn', required: true }, evidence };
  return { column: { ...name, as: content.content === 'personal' ? 'personal' : 'note' }, evidence };
}
