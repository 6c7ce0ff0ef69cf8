// The summary's block of receipts: what was booked, and that it equals what the payout lines say.
import { type Amount, type Currency, numberOfAmount, subtract, sum } from '../money.ts';
import { allocatedTo, imbalanceOf, type Receipt } from '../receipt.ts';
import { word, type Word } from './labels.ts';
import { blockTitle, type Material } from './shared-columns.ts';
import { headOver } from './summary-files.ts';
import { asAmount, asCount, asText, inCurrency, type Shown, sumIfs, type SummaryPage } from './summary-page.ts';
import { exactly } from './table-layout.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';

/** Columns of the receipts that are added up, with the amount behind each. They stand in C, D, E, F, G. */
const COLUMNS = [
  ['cash', (receipt) => receipt.cash],
  ['deductionsTotal', (receipt) => sum(receipt.deductions.map(({ amount }) => amount))],
  ['applied', (receipt) => allocatedTo(receipt, 'receivable')],
  ['onHold', (receipt) => allocatedTo(receipt, 'suspense')],
  ['check', imbalanceOf],
] as const satisfies readonly (readonly [Word, (receipt: Receipt) => Amount])[];

const CHECK_INDEX = 6;

/** What the payout lines hold as well: letter on the summary, column. */
const TARGETS = [
  ['E', 'applied'],
  ['F', 'onHold'],
] as const;

interface Sheets {
  readonly receipts: TableSheet;
  readonly payoutLines: TableSheet;
}

/** Writes the totals of the receipts, the same figures from the payout lines, and their difference. */
export function putReceipts(page: SummaryPage, material: Material, currency: Currency, sheets: Sheets): void {
  const { language } = material.context;
  const say = (key: Word) => word(key, language);
  const own = material.result.receipts.filter((receipt) => receipt.currency === currency);
  const heads = COLUMNS.map(([key]) => headOver(say(key), 'amount'));
  const title = blockTitle('receiptsBlock', currency, material);
  page.startBlock(title, [asText(null), headOver(say('entries'), 'count'), ...heads]);
  const sums = COLUMNS.map(([key, amountOf]) => {
    const value = numberOfAmount(sum(own.map(amountOf)));
    return asAmount(sumIfs(rangeOf(sheets.receipts, key), inCurrency(sheets.receipts, currency), value));
  });
  const total = page.put('values', [asText(say('total')), countOf(own, sheets.receipts, currency), ...sums], {
    zeros: [CHECK_INDEX],
  });
  putSameInLines(page, { material, currency, own, total, lines: sheets.payoutLines });
}

function countOf(own: readonly Receipt[], receipts: TableSheet, currency: Currency): Shown {
  const numbers = rangeOf(receipts, 'receiptNumber');
  const tests = inCurrency(receipts, currency).map(({ range }) => `,${range},"${currency}"`);
  return asCount({ formula: `=COUNTIFS(${numbers},"?*"${tests.join('')})`, value: own.length });
}

interface Comparison {
  readonly material: Material;
  readonly currency: Currency;
  readonly own: readonly Receipt[];
  /** Row of the receipts' totals. */
  readonly total: number;
  readonly lines: TableSheet;
}

/** Each receipt is backed by payout lines: both targets must come out the same there. */
function putSameInLines(page: SummaryPage, { material, currency, own, total, lines }: Comparison): void {
  const { context, entries } = material;
  const say = (key: Word) => asText(word(key, context.language));
  const blanks = [asText(null), asAmount(null), asAmount(null)];
  const inLines = TARGETS.map(([, key]) =>
    sum(entries.filter((entry) => entry.currency === currency).map((entry) => entry[key])),
  );
  const inReceipts = [sum(own.map(COLUMNS[2][1])), sum(own.map(COLUMNS[3][1]))];
  const row = page.values([
    say('asLines'),
    ...blanks,
    ...TARGETS.map(([, key], at) => {
      const value = numberOfAmount(inLines[at] ?? sum([]));
      return asAmount(sumIfs(rangeOf(lines, key), inCurrency(lines, currency), value));
    }),
  ]);
  const differences = TARGETS.map(([letter], at) => {
    const difference = subtract(inReceipts[at] ?? sum([]), inLines[at] ?? sum([]));
    return asAmount({ formula: exactly(`${letter}${total}-${letter}${row}`), value: numberOfAmount(difference) });
  });
  page.put('total', [say('difference'), ...blanks, ...differences], { zeros: [4, 5] });
}
