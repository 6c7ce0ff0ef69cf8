// The columns of a sheet as the mapping view lists them: names, places, and values as the sheet shows them.
import { sheetColumns, type TablePlace, wordsOf } from '../../../addin/mapping/sheet-columns.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { Cell, NumberFormats } from '../../../core/sheet-table.ts';
import { demoPayout } from '../../core/mapping/sheets.ts';

function place(rows: readonly (readonly Cell[])[], numberFormats?: NumberFormats): TablePlace {
  const table = { file: 'f', sheet: 's', firstRow: 1, firstColumn: 1, rows };
  return { table: numberFormats ? { ...table, numberFormats } : table, headerIndex: 0 };
}

const [orderNumber = ''] = demoPayout.columns.flatMap(({ as, header }) => (as === 'orderNumber' ? [header] : []));
const named = (rows: readonly (readonly Cell[])[], mapping: Mapping = demoPayout) => sheetColumns(place(rows), mapping);

test('a column is listed where its header is a text, with the place that the mapping gives it', () => {
  const columns = named([
    [orderNumber, '  ', 2024, null, 'Anything'],
    ['A1', 1, 2, 3, 'x'],
  ]);
  expect(columns.map(({ index, header }) => [index, header])).toEqual([
    [0, orderNumber],
    [4, 'Anything'],
  ]);
  const [first, last] = columns;
  expect(demoPayout.columns[first?.place ?? -1]?.as).toBe('orderNumber');
  expect(last?.place).toBeNull();
});

test('a header that stands several times is counted from the left, however it is written', () => {
  const columns = named([['Fee', 'Total', 'fee ', 'ＦＥＥ']]);
  expect(columns.map(({ occurrence }) => occurrence)).toEqual([1, null, 2, 3]);
});

test('samples are the first three different values below the header, without blanks', () => {
  const cells = ['a', '', 'a', null, 'b', 'c', 'd'].map((cell) => [cell]);
  expect(named([['Word'], ...cells])[0]?.samples).toEqual(['a', 'b', 'c']);
});

test('samples begin where the data begin', () => {
  const explained = { ...demoPayout, header: { ...demoPayout.header, dataOffset: 2 } };
  expect(named([['Word'], ['what it means'], ['a']], explained)[0]?.samples).toEqual(['a']);
});

test.each<[string, string, Cell, Cell]>([
  ['the zeros of its format', '00000000', 12345, '00012345'],
  ['the marks of its format', '"TW"-0000', 12, 'TW-0012'],
  ['no more than the digits of an amount', '#,##0', 12345, 12345],
  ['a day as its number: the role decides whether it is one', 'yyyy/m/d', 45000, 45000],
  ['a text as it is', '00000000', 'A1', 'A1'],
])('a sample shows %s', (_, format, cell, shown) => {
  const formats = new Map([[0, [undefined, format]]]);
  expect(sheetColumns(place([['No.'], [cell]], formats), demoPayout)[0]?.samples).toEqual([shown]);
});

test('a format belongs to its own row', () => {
  const formats = new Map([[0, [undefined, undefined, '0000']]]);
  expect(sheetColumns(place([['No.'], [7], [8]], formats), demoPayout)[0]?.samples).toEqual([7, '0008']);
});

test.each<[string, number, number]>([
  ['few different values are words', 60, 60],
  ['more are not', 61, 0],
])('%s', (_, different, words) => {
  const rows = Array.from({ length: 200 }, (__, at) => [`w${at % different}`]);
  expect(wordsOf(place([['Type'], ...rows]), demoPayout, 0)).toHaveLength(words);
});
