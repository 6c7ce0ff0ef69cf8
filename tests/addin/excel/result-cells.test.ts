// Result values as Excel takes them, and their blocks: nothing lost, nothing too large.
import fc from '../../fast-check.ts';
import { freeName } from '../../../addin/excel/our-sheets.ts';
import { cellsOf, rowBlocks } from '../../../addin/excel/result-cells.ts';
import { pointsOfWidth } from '../../../addin/excel/result-looks.ts';
import type { ColumnFormat, ResultValue } from '../../../core/worksheets/result-sheet.ts';

const FORMULA = { formula: '=SUM(A1:A2)', value: 3 };

test.each<[ResultValue, ColumnFormat, string, string | number]>([
  // value    column    number format               written
  ['=1+1', 'text', '@', '=1+1'],
  ['=1+1', 'amount', '@', '=1+1'],
  ['=1+1', 'link', '@', '=1+1'],
  [FORMULA, 'link', 'General', '=SUM(A1:A2)'],
  [FORMULA, 'text', 'General', '=SUM(A1:A2)'],
  [FORMULA, 'amount', '#,##0.00;[Red]-#,##0.00', '=SUM(A1:A2)'],
  [12.5, 'amount', '#,##0.00;[Red]-#,##0.00', 12.5],
  [3, 'count', '#,##0', 3],
  [45_419, 'date', 'yyyy-mm-dd', 45_419],
  [null, 'text', '@', ''],
  [null, 'amount', '#,##0.00;[Red]-#,##0.00', ''],
])('%j in a column of %s is written with the format %s as %j', (value, column, format, written) => {
  expect(cellsOf([[value]], [column], 2)).toEqual({ formats: [[format]], values: [[written]] });
});

test('no text is longer than Excel takes of one cell', () => {
  const long = 'x'.repeat(40_000);
  const other = { formula: "='傳票'!A1", value: long };
  const cut = `${'x'.repeat(32_766)}…`;
  expect(cellsOf([[long, other]], ['text', 'text'], 0).values).toEqual([[cut, cut]]);
});

test('a short row is filled up with empty cells, so that the block is a rectangle', () => {
  expect(cellsOf([['a'], ['b', 2]], ['text', 'count'], 0).values).toEqual([
    ['a', ''],
    ['b', 2],
  ]);
});

test('blocks hold all rows in order, each within its budget unless it is a single row', () => {
  const cell = fc.oneof(fc.string({ maxLength: 60 }), fc.integer(), fc.constant(null), fc.constant(FORMULA));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 80 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 2_000 }), (all, budget) => {
      const blocks = [...rowBlocks(all, budget)];
      expect(blocks.flat()).toEqual(all);
      for (const block of blocks) {
        expect(block.length).toBeGreaterThan(0);
        const { formats, values } = cellsOf(
          block,
          Array.from({ length: 5 }, () => 'text' as const),
          0,
        );
        const bytes =
          block.length > 1
            ? Buffer.byteLength(JSON.stringify(values.map((row) => row.filter((value) => value !== ''))))
            : 0;
        expect(bytes).toBeLessThanOrEqual(budget * 2);
        expect(formats).toHaveLength(block.length);
      }
    }),
  );
});

test.each([
  ['對帳結果', [], '對帳結果'],
  ['對帳結果', ['orders'], '對帳結果'],
  ['對帳結果', ['對帳結果'], '對帳結果 (2)'],
  ['Result', ['RESULT', 'result (2)'], 'Result (3)'],
  ['x'.repeat(31), ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
])('the name %s beside %j becomes %s', (name, taken, free) => {
  expect(freeName(name, taken)).toBe(free);
});

test('a width of 8.43 characters, Excel’s standard, is 48 points', () => {
  expect(Math.round(pointsOfWidth(8.43))).toBe(48);
});

test.each<[string, string | number]>([
  ["='傳票'!A1", 7],
  ["=ROUND(SUMIFS('it''s'!$A$1:$A$2,B1),4)", 7],
  ['=SUM(A1:A2)', '=SUM(A1:A2)'],
  [`=HYPERLINK("#'Income'!A7","row 7")`, `=HYPERLINK("#'Income'!A7","row 7")`],
])(
  'the formula %s is first written as %s: one that names a result sheet waits for its final name',
  (formula, written) => {
    expect(cellsOf([[{ formula, value: 7 }]], ['amount'], 0).values).toEqual([[written]]);
  },
);
