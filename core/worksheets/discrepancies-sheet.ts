// The work list (差異清單): what needs somebody, how much is at stake, and what to do next.
import { type BusinessDate, daysBetween } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';
import type { Source } from '../reconcile/account.ts';
import { atStake, sinceWhen } from '../reconcile/at-stake.ts';
import { explainOrder, explainUnlinked, headlineLabel, nextStep } from '../reconcile/explain.ts';
import {
  type Headline,
  HEADLINES,
  type OrderOutcome,
  type UnlinkedBecause,
  type UnlinkedLine,
} from '../reconcile/outcome.ts';
import { word } from './labels.ts';
import { linkSource } from './link-source.ts';
import {
  columnsFor,
  dayCell,
  headlineTones,
  type Material,
  placeColumns,
  ORDER_NUMBER_WIDTH,
} from './shared-columns.ts';
import { type Column, moneyCell, type TableSheet, tableSheet } from './table-sheet.ts';

/** One item of the work list, be it an order or a payout line without one. */
export interface WorkItem {
  readonly headline: Headline;
  readonly others: readonly Headline[];
  readonly orderNumber: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly atStake: Amount;
  /** Days since the money was due (short and overdue) or came (everything else); null when no day is known. */
  readonly age: number | null;
  readonly sentence: string;
  /** Of a payout line: what keeps it from its order. */
  readonly because?: UnlinkedBecause | undefined;
  readonly paidOutOn: BusinessDate | null;
  readonly source: Source;
}

/** By severity, then by the amount at stake, the larger first; ties by order number. */
export function workList({ result, context }: Pick<Material, 'result' | 'context'>): WorkItem[] {
  const { language } = context;
  const orders = result.orders
    .filter(({ discrepancies }) => discrepancies.length > 0)
    .map((order) => itemOfOrder(order, explainOrder(order, language, result.asOf), result.asOf));
  const lines = result.unlinked
    .filter(({ type }) => type === 'PAYOUT_WITHOUT_ORDER')
    .map((line) => itemOfLine(line, explainUnlinked(line, language), result.asOf));
  return [...orders, ...lines].sort(bySeverity);
}

function itemOfOrder(order: OrderOutcome, sentence: string, asOf: BusinessDate): WorkItem {
  const { orderNumber, shop, currency, paidOutOn, source } = order;
  const headline = order.discrepancies[0] ?? order.headline;
  const since = sinceWhen(order, headline);
  return {
    ...{ headline, others: order.discrepancies.slice(1), orderNumber, shop, currency, paidOutOn, source, sentence },
    atStake: atStake(order, headline),
    age: since === null ? null : daysBetween(since, asOf),
  };
}

function itemOfLine(line: UnlinkedLine, sentence: string, asOf: BusinessDate): WorkItem {
  const { shop, currency, net, paidOutOn, source, because } = line;
  const known = { because, headline: 'PAYOUT_WITHOUT_ORDER' as const, others: [], orderNumber: line.orderNumber ?? '' };
  return { ...known, shop, currency, paidOutOn, source, sentence, atStake: net, age: daysBetween(paidOutOn, asOf) };
}

function bySeverity(left: WorkItem, right: WorkItem): number {
  const rank = HEADLINES.indexOf(left.headline) - HEADLINES.indexOf(right.headline);
  if (rank !== 0) return rank;
  const money = Math.abs(right.atStake) - Math.abs(left.atStake);
  if (money !== 0) return money;
  return left.orderNumber < right.orderNumber ? -1 : 1;
}

export function discrepanciesSheet(material: Material): TableSheet {
  const { context, decimals } = material;
  const { language } = context;
  const rows = workList(material);
  return tableSheet({
    key: 'discrepancies',
    language,
    note: word('discrepanciesNote', language),
    emptyNote: word('noDiscrepancies', language),
    columns: columnsOf(material),
    rows,
    decimals,
    tones: { key: 'status', byText: headlineTones(language) },
    frozenColumns: 2,
    tone: rows.length === 0 ? 'good' : 'bad',
  });
}

function columnsOf(material: Material): Column<WorkItem>[] {
  const { context } = material;
  const { language } = context;
  const make = columnsFor(material);
  const label = (headline: Headline) => headlineLabel(headline, language);
  return [
    make.text('status', ({ headline }) => label(headline), { width: 16, total: 'count' }),
    make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH }),
    ...placeColumns<WorkItem>(material),
    { ...make.amount<WorkItem>('atStake', () => null), cellOf: ({ atStake }) => moneyCell(atStake) },
    make.count('age', ({ age }) => age),
    make.sentence('sentence', ({ sentence }) => sentence, { width: 52, wrap: true }),
    make.sentence('nextStep', ({ headline, atStake, because }) => nextStep(headline, language, atStake, because), {
      width: 40,
      wrap: true,
    }),
    make.text('alsoHolds', ({ others }) => others.map(label).join(language === 'en' ? ', ' : '、') || null, {
      width: 16,
      wrap: true,
    }),
    make.date('paidOutOn', ({ paidOutOn }) => dayCell(paidOutOn)),
    make.link('source', ({ source }) => linkSource(source, context)),
  ];
}
