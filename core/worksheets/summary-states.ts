// The summary's block of states: how many orders stand where, with the money they are about.
import type { Language } from '../language.ts';
import { type Currency, numberOfAmount, ZERO } from '../money.ts';
import { headlineLabel } from '../reconcile/explain.ts';
import { type Headline, HEADLINES, type OrderOutcome } from '../reconcile/outcome.ts';
import { columnLetters } from '../sheet-table.ts';
import { word, type Word } from './labels.ts';
import { blockTitle, type Material, toneOf } from './shared-columns.ts';
import { headOver } from './summary-files.ts';
import {
  asAmount,
  asCount,
  asText,
  countIfs,
  type Criterion,
  inCurrency,
  sumIfs,
  sumOf,
  type SummaryPage,
} from './summary-page.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';

/** Columns of the orders sheet that are added up per state, with the amount behind each. */
const AMOUNTS = [
  ['receivable', (order) => order.receivable],
  ['credited', (order) => order.credited],
  ['received', (order) => order.received],
  ['refunded', (order) => order.refunded],
  ['fees', (order) => order.fees],
  ['net', (order) => order.net],
  ['open', (order) => order.open],
  ['onHold', (order) => order.suspense],
] as const satisfies readonly (readonly [Word, (order: OrderOutcome) => number])[];

/** One line of the block: its figures in the order of the columns, amounts in ten-thousandths. */
interface StateFigures {
  readonly headline: Headline;
  readonly count: number;
  readonly amounts: readonly number[];
}

/** Writes one line per state that occurs. Payout lines without an order count as a state of their own. */
export function putStates(
  page: SummaryPage,
  material: Material,
  currency: Currency,
  { orders, payoutLines }: { readonly orders: TableSheet; readonly payoutLines: TableSheet },
): void {
  const { language } = material.context;
  const say = (key: Word) => word(key, language);
  const heads = AMOUNTS.map(([key]) => headOver(say(key), 'amount'));
  page.startBlock(blockTitle('states', currency, material), [
    asText(say('status')),
    headOver(say('entries'), 'count'),
    ...heads,
  ]);
  const first = page.nextRow;
  const figures = statesOf(material.result.orders.filter((order) => order.currency === currency));
  for (const state of figures) putState(page, state, { orders, currency, language });
  const strays = putStrays(page, material, currency, payoutLines);
  if (page.nextRow === first) page.values([asText(null)]);
  const block = { first, last: page.nextRow - 1 };
  const totals = AMOUNTS.map(([key], at) => {
    const values = figures.map(({ amounts }) => (amounts[at] ?? 0) / 10_000);
    return asAmount(sumOf(columnLetters(at + 3), block, key === 'onHold' ? [...values, strays.onHold] : values));
  });
  const counts = sumOf('B', block, [...figures.map(({ count }) => count), strays.count]);
  page.put('total', [asText(say('total')), asCount(counts), ...totals]);
}

function statesOf(orders: readonly OrderOutcome[]): StateFigures[] {
  return HEADLINES.flatMap((headline) => {
    const own = orders.filter((order) => order.headline === headline);
    if (own.length === 0) return [];
    const amounts = AMOUNTS.map(([, amountOf]) => own.reduce((total, order) => total + amountOf(order), 0));
    return [{ headline, count: own.length, amounts }];
  });
}

function putState(
  page: SummaryPage,
  { headline, count, amounts }: StateFigures,
  {
    orders,
    currency,
    language,
  }: { readonly orders: TableSheet; readonly currency: Currency; readonly language: Language },
): void {
  const isState: Criterion = { range: rangeOf(orders, 'status'), equals: { cell: `$A${page.nextRow}` } };
  const isThis = [isState, ...inCurrency(orders, currency)];
  page.values(
    [
      asText(headlineLabel(headline, language)),
      asCount(countIfs(isThis, count)),
      ...AMOUNTS.map(([key], at) => asAmount(sumIfs(rangeOf(orders, key), isThis, (amounts[at] ?? 0) / 10_000))),
    ],
    toneOf(headline),
  );
}

/** Payout lines without an order: they have nothing but money on hold. */
function putStrays(page: SummaryPage, { context, entries }: Material, currency: Currency, lines: TableSheet) {
  const strays = entries.filter(
    (entry) => entry.headline === 'PAYOUT_WITHOUT_ORDER' && entry.use === 'suspense' && entry.currency === currency,
  );
  const onHold = strays.reduce((total, entry) => total + numberOfAmount(entry.onHold), ZERO as number);
  if (strays.length === 0) return { count: 0, onHold: 0 };
  const isThis: Criterion = { range: rangeOf(lines, 'status'), equals: { cell: `$A${page.nextRow}` } };
  const isStray = [isThis, ...inCurrency(lines, currency)];
  page.values(
    [
      asText(headlineLabel('PAYOUT_WITHOUT_ORDER', context.language)),
      asCount(countIfs(isStray, strays.length)),
      ...AMOUNTS.map(([key]) => asAmount(key === 'onHold' ? sumIfs(rangeOf(lines, 'onHold'), isStray, onHold) : null)),
    ],
    toneOf('PAYOUT_WITHOUT_ORDER'),
  );
  return { count: strays.length, onHold };
}
