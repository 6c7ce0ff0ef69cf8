// Columns that several result sheets have in common, and the ones that appear only when they say something.
import type { ReconcileResult } from '../api.ts';
import { type BusinessDate, serialOf } from '../business-date.ts';
import { type Amount, type Currency, decimalsOf, textOfAmount } from '../money.ts';
import { type Headline, HEADLINES } from '../reconcile/outcome.ts';
import { headlineLabel } from '../reconcile/explain.ts';
import type { Language } from '../language.ts';
import type { Bookings } from './bookings.ts';
import { word, type Word } from './labels.ts';
import type { LineEntry } from './line-entries.ts';
import type { ResultContext } from './result-context.ts';
import type { ResultValue, Tone } from './result-sheet.ts';
import { type Column, moneyCell } from './table-sheet.ts';

/** Amazon's numbers have 19 characters, Pinduoduo's 22: a number that is cut off cannot be looked up. */
export const ORDER_NUMBER_WIDTH = 24;

/** Everything the sheets are drawn from. */
export interface Material {
  readonly result: ReconcileResult;
  readonly context: ResultContext;
  readonly bookings: Bookings;
  readonly entries: readonly LineEntry[];
  readonly decimals: number;
  /** Several shops or currencies get a column. Amounts of two currencies are never added: then no column has a total. */
  readonly manyShops: boolean;
  readonly manyCurrencies: boolean;
  /** Currencies of the result; each has its own proof. */
  readonly currencies: readonly Currency[];
}

type Fields<Row> = Pick<Column<Row>, 'cellOf'> & Partial<Pick<Column<Row>, 'width' | 'total' | 'wrap' | 'zero'>>;

/** Makers of columns whose key is a word: the header is that word in the sheet's language. */
export function columnsFor({ context: { language }, manyCurrencies }: Material) {
  const make =
    (format: Column<never>['format'], width: number) =>
    <Row>(key: Word, cellOf: (row: Row, at: number) => ResultValue, more: Partial<Fields<Row>> = {}): Column<Row> => {
      return { key, header: word(key, language), format, width, ...more, cellOf };
    };
  return {
    text: make('text', 14),
    sentence: make('text', 60),
    count: make('count', 9),
    rate: make('rate', 10),
    date: make('date', 12),
    link: make('link', 36),
    amount: <Row>(key: Word, amountOf: (row: Row) => Amount | null): Column<Row> => ({
      ...make('amount', 13)<Row>(key, (row) => moneyCell(amountOf(row))),
      ...(manyCurrencies ? {} : { total: 'sum' as const }),
    }),
  };
}

/** Title of a summary block that exists once per currency. */
export function blockTitle(key: Word, currency: Currency, { context, manyCurrencies }: Material): string {
  const title = word(key, context.language);
  return manyCurrencies ? `${title} · ${currency}` : title;
}

export function dayCell(day: BusinessDate | null): number | null {
  return day === null ? null : serialOf(day);
}

/** Shop and currency, each only when there are several. */
export function placeColumns<Row extends { readonly shop: string; readonly currency: Currency }>(
  material: Material,
): Column<Row>[] {
  const make = columnsFor(material);
  return [
    ...(material.manyShops ? [make.text<Row>('shop', ({ shop }) => shop)] : []),
    ...(material.manyCurrencies ? [make.text<Row>('currency', ({ currency }) => currency, { width: 8 })] : []),
  ];
}

const CALM: readonly Headline[] = ['PARTIAL', 'NOT_DUE', 'CANCELLED', 'NOT_SHIPPED', 'NOT_COMPLETED'];
const WARNINGS: readonly Headline[] = [
  'CREDIT_WITHOUT_REFUND',
  'REFUND_NOT_WRITTEN_OFF',
  'NEGATIVE_NET',
  'PAID_NOT_SHIPPED',
  'PAID_NOT_COMPLETED',
];
const GOOD: readonly Headline[] = ['EXACT', 'REFUND_FULL', 'REFUND_PARTIAL'];

/** How a state looks: settled is good, waiting is calm, our own homework is a warning, money at risk is bad. */
export function toneOf(headline: Headline): Tone {
  if (GOOD.includes(headline)) return 'good';
  if (CALM.includes(headline)) return 'calm';
  return WARNINGS.includes(headline) ? 'warning' : 'bad';
}

export function headlineTones(language: Language): Record<string, Tone> {
  return Object.fromEntries(HEADLINES.map((headline) => [headlineLabel(headline, language), toneOf(headline)]));
}

/** Decimals that show every amount: none for whole dollars, else at least two and never fewer than an amount has. */
export function decimalsFor(amounts: Iterable<Amount>, currencies: readonly Currency[]): number {
  const shown = new ShownDecimals(currencies);
  for (const amount of amounts) shown.see(amount);
  return shown.count;
}

/** The same for amounts that are seen one by one: there may be some hundred thousand. */
export class ShownDecimals {
  count: number;

  constructor(currencies: readonly Currency[]) {
    this.count = Math.max(0, ...currencies.map(decimalsOf));
  }

  see(amount: Amount): void {
    if (amount % 10_000 === 0) return;
    this.count = Math.max(this.count, 2, textOfAmount(amount).split('.')[1]?.length ?? 0);
  }
}
