// Where a table stands on its sheet: addresses, totals, widths.
import type { ColumnFormat, ResultTable } from '../../../core/worksheets/result-sheet.ts';
import {
  bodyRows,
  columnRange,
  exactly,
  numberFormat,
  onSheet,
  quoted,
  sumOfCells,
  tableRange,
  totalsOf,
} from '../../../core/worksheets/table-layout.ts';

function table(facts: Partial<ResultTable> = {}): ResultTable {
  return {
    name: 'T',
    headerRow: 4,
    columns: [
      { header: 'name', format: 'text', width: 10, total: 'count' },
      { header: 'amount', format: 'amount', width: 10, total: 'sum' },
      { header: 'note', format: 'text', width: 10 },
    ],
    rows: [
      ['a', 1.1, null],
      ['b', 2.2, 'x'],
      [null, { formula: '=1+2', value: 3 }, null],
    ],
    ...facts,
  };
}

describe('where a table stands', () => {
  it('is its header and its rows', () => {
    expect(tableRange(table())).toBe('A4:C7');
    expect(columnRange(table(), 1)).toBe('$B$5:$B$7');
  });

  it('is one blank row for an empty table', () => {
    const empty = table({ rows: [] });
    expect([bodyRows(empty), tableRange(empty), columnRange(empty, 0)]).toEqual([1, 'A4:C5', '$A$5:$A$5']);
  });

  it('goes beyond column Z', () => {
    const columns = Array.from({ length: 28 }, (_, at) => ({ header: `${at}`, format: 'text' as const, width: 5 }));
    expect(tableRange(table({ columns }))).toBe('A4:AB7');
  });
});

describe('totals above the header', () => {
  it('follow the filter: SUBTOTAL counts and adds what is shown', () => {
    expect(totalsOf(table())).toEqual([
      { formula: '=SUBTOTAL(103,$A$5:$A$7)', value: 2 },
      { formula: '=SUBTOTAL(109,$B$5:$B$7)', value: 6.3 },
      null,
    ]);
  });

  it.each([
    ['cents without binary dust', [0.1, 0.2, -0.3], 0],
    ['numbers, formulas by their value, and nothing else', [1, { formula: '=2', value: 2 }, 'x', null], 3],
    ['ten-thousandths', [0.0001, 0.0001], 0.0002],
    ['nothing', [], 0],
  ])('add %s', (_, values, total) => expect(sumOfCells(values)).toBe(total));
});

describe('texts inside formulas', () => {
  it.each([
    ['orders', "'orders'!A1"],
    ["Bob's", "'Bob''s'!A1"],
    ['a b', "'a b'!A1"],
  ])('a sheet called %s is named so that it cannot be misread', (name, reference) =>
    expect(onSheet(name, 'A1')).toBe(reference),
  );

  it('a quote inside a text is doubled', () => expect(quoted('say "so"')).toBe('"say ""so"""'));

  it('a check is cut to the fourth decimal, where amounts end', () => expect(exactly('A1-B1')).toBe('=ROUND(A1-B1,4)'));
});

describe('number formats', () => {
  it.each<[ColumnFormat, number, string]>([
    ['amount', 0, '#,##0;[Red]-#,##0'],
    ['amount', 2, '#,##0.00;[Red]-#,##0.00'],
    ['amount', 4, '#,##0.0000;[Red]-#,##0.0000'],
    ['count', 2, '#,##0'],
    ['date', 0, 'yyyy-mm-dd'],
    ['text', 0, '@'],
    ['rate', 2, 'General'],
    ['link', 0, 'General'],
  ])('%s with %i decimals is %s', (format, decimals, text) => expect(numberFormat(format, decimals)).toBe(text));
});
