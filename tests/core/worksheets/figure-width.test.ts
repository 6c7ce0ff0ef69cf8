// Columns grow with their figures: a number that does not fit is shown as #### and nobody can read it.
import { wideForFigures } from '../../../core/worksheets/figure-width.ts';
import type { ResultColumn, ResultSheet, ResultValue } from '../../../core/worksheets/result-sheet.ts';

const amount = (more: Partial<ResultColumn> = {}): ResultColumn => ({
  header: '',
  format: 'amount',
  width: 13,
  ...more,
});

const sheet = (
  columns: readonly ResultColumn[],
  rows: readonly (readonly ResultValue[])[],
  more: Partial<ResultSheet> = {},
): ResultSheet => ({
  ...{ key: 'orders', name: 'orders', lines: [], frozenRows: 0, frozenColumns: 0, decimals: 2 },
  tables: [{ name: 'orders', headerRow: 4, columns, rows }],
  ...more,
});

const widthsOf = (of: ResultSheet) => wideForFigures(of).tables[0]?.columns.map(({ width }) => width);

test.each([
  ['a usual one', 1_234_567.89, '1,234,567.89', 13],
  ['a large one', 116_049_382, '116,049,382.00', 15],
  ['a large one below zero', -116_049_382, '-116,049,382.00', 16],
  ['a formula by its value', { formula: '=A1', value: 5_000_000_000 }, '5,000,000,000.00', 17],
])('a column is wide enough for %s', (_, value, shown, width) => {
  expect(widthsOf(sheet([amount()], [[1], [value], [null]]))).toEqual([width]);
  expect(width).toBeGreaterThan(shown.length);
});

test('the total above a column counts in, a text does not, and counts have no decimals', () => {
  const columns = [
    amount({ total: 'sum' }),
    amount({ format: 'text', width: 8 }),
    amount({ format: 'count', width: 5 }),
  ];
  const rows = [99_999_999, 99_999_999].map((figure) => [figure, '123,456,789.00', 1_234_567]);
  expect(widthsOf(sheet(columns, rows))).toEqual(['199,999,998.00'.length + 1, 8, '1,234,567'.length + 1]);
});

test('figures of the lines widen the columns they stand in: those of the table, or those of the sheet', () => {
  const lines = [{ style: 'total', cells: ['Σ', 7_000_000_000], formats: ['text', 'amount'] }] as const;
  expect(widthsOf(sheet([amount(), amount()], [[1, 1]], { lines }))).toEqual([13, '7,000,000,000.00'.length + 1]);
  const own = wideForFigures(sheet([amount(), amount()], [[1, 1]], { lines, widths: [32, 15] }));
  expect([own.widths, own.tables[0]?.columns[1]?.width]).toEqual([[32, '7,000,000,000.00'.length + 1], 13]);
});

test('a day of a line above the table has room in a narrow column', () => {
  const lines = [{ style: 'values', cells: [46_173, 46_173], formats: ['date', 'date'] }] as const;
  const columns = [amount({ format: 'text', width: 8 }), amount({ format: 'text', width: 18 })];
  expect(widthsOf(sheet(columns, [['TWD', '']], { lines }))).toEqual(['2026-05-31'.length + 1, 18]);
});
