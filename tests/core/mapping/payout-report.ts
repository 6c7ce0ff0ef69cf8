// A plain payout report for tests of its language: a mapping to be changed, rows under its header, and what they become.
import type { PayoutColumn, PayoutMapping } from '../../../core/mapping/mapping.ts';
import { type NormalizedPayout, normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoPayout, recognise, sheetOf } from './sheets.ts';

export type Changes = Partial<PayoutMapping>;

export const plain: PayoutMapping = {
  ...demoPayout,
  checks: [],
  referenceIsIdentity: false,
  linesWithoutOrder: true,
  columns: [
    { header: 'Order', as: 'orderNumber', required: true },
    { header: 'Day', as: 'paidOutOn', required: true },
    { header: 'Goods', as: 'component', type: 'PRINCIPAL', sign: 'as-is', negativeAs: 'REFUND', required: true },
    { header: 'Fee', as: 'component', type: 'COMMISSION', sign: 'negate', positiveAs: 'FEE_REVERSAL' },
    { header: 'Net', as: 'net', required: true },
    { header: 'Kind', as: 'note' },
  ],
  header: { searchRows: 30, signature: ['Order', 'Net'] },
};
export const HEADER: Cell[] = ['Order', 'Day', 'Goods', 'Fee', 'Net', 'Kind'];
export const DAY = '2024-05-07';

/** The columns of the plain mapping with some of them replaced, by header. */
export const columnsWith = (...changed: PayoutColumn[]): PayoutColumn[] =>
  plain.columns.map((column) => changed.find(({ header }) => header === column.header) ?? column);

export function read(changes: Changes, rows: Cell[][], others: Cell[][] = [], above: Cell[][] = []): NormalizedPayout {
  const mapping = { ...plain, ...changes };
  const table = sheetOf([...above, HEADER, ...rows]);
  const recognised = recognise(table, [mapping]);
  if (recognised.kind !== 'payout') throw new Error('not a payout');
  return normalizePayout(table, recognised, { others: [{ ...sheetOf(others), sheet: 'Summary' }] });
}

/** Lines as `order: TYPE amount …`, for tables. */
export const linesOf = ({ lines }: NormalizedPayout) =>
  lines.map(
    ({ orderNumber, components }) =>
      `${orderNumber ?? '-'}: ${components.map(({ type, amount }) => `${type} ${textOfAmount(amount)}`).join(', ')}`,
  );
export const problemsOf = ({ problems }: NormalizedPayout) => problems.map(({ row, code }) => `${row} ${code}`);
