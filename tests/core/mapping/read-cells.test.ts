// Cells, strictly: the table says for each role what a cell means, and what it must not be taken for.
import {
  type Reading,
  cellRulesOf,
  readAmount,
  readDay,
  readIdentifier,
  readQuantity,
  readWords,
} from '../../../core/mapping/read-cells.ts';
import { type Amount, textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';

const rules = cellRulesOf({ emptyMarkers: ['-', '--', '無退款'], currencyMarks: ['NT$', '$', '元'] });

/** The reading in one word: the value, `empty`, or the code. */
function inOneWord<T extends string | number>(reading: Reading<T>, text: (value: T) => string = String): string {
  if (reading === null) return 'empty';
  return typeof reading === 'object' ? reading.code : text(reading);
}

const amount = (cell: Cell | undefined) => inOneWord(readAmount(cell, rules), (value: Amount) => textOfAmount(value));

test.each<[Cell | undefined, string]>([
  [1390, '1390'],
  [-80.5, '-80.5'],
  [0, '0'],
  [0.1 + 0.2, '0.3'],
  [1.00005, 'AMOUNT_UNREADABLE'],
  [Number.NaN, 'AMOUNT_UNREADABLE'],
  [true, 'AMOUNT_UNREADABLE'],
  [null, 'empty'],
  [undefined, 'empty'],
  ['', 'empty'],
  ['  ', 'empty'],
  ['-', 'empty'],
  [' -- ', 'empty'],
  ['－', 'empty'],
  ['無退款', 'empty'],
  ['1390', '1390'],
  [' 1,390.50 ', '1390.5'],
  ['1,234,567', '1234567'],
  ['-1,390', '-1390'],
  ['1,390-', '-1390'],
  ['+1,390', '1390'],
  ['(1,390)', '-1390'],
  ['（123）', '-123'],
  ['１，２３４．５', '1234.5'],
  ['－１２３', '-123'],
  ['\u2212123', '-123'],
  ['NT$1,234', '1234'],
  ['NT$ 1,234', '1234'],
  ['-NT$1,234', '-1234'],
  ['NT$-1,234', '-1234'],
  ['$12', '12'],
  ['126.92元', '126.92'],
  ['($5)', '-5'],
  ['12.500000', '12.5'],
  ['2.50%', 'AMOUNT_IS_PERCENT'],
  ['2.5％', 'AMOUNT_IS_PERCENT'],
  ['3 ‰', 'AMOUNT_IS_PERCENT'],
  ['1.23456', 'AMOUNT_UNREADABLE'],
  ['1,23', 'AMOUNT_UNREADABLE'],
  ['1.234,56', 'AMOUNT_UNREADABLE'],
  ['12,3456', 'AMOUNT_UNREADABLE'],
  ['1 234', 'AMOUNT_UNREADABLE'],
  ['-(5)', 'AMOUNT_UNREADABLE'],
  ['-5-', 'AMOUNT_UNREADABLE'],
  ['(5', 'AMOUNT_UNREADABLE'],
  ['5)', 'AMOUNT_UNREADABLE'],
  ['--5', 'AMOUNT_UNREADABLE'],
  ['US$5', 'AMOUNT_UNREADABLE'],
  ['¥5', 'AMOUNT_UNREADABLE'],
  ['5 pcs', 'AMOUNT_UNREADABLE'],
  ['#N/A', 'AMOUNT_UNREADABLE'],
  ['約 100', 'AMOUNT_UNREADABLE'],
  ['元', 'AMOUNT_UNREADABLE'],
  ['1e3', 'AMOUNT_UNREADABLE'],
  ['1234567890123', 'AMOUNT_UNREADABLE'],
])('the amount cell %j reads as %s', (cell, expected) => {
  expect(amount(cell)).toBe(expected);
});

test('without currency marks in the mapping every mark makes an amount unreadable', () => {
  const bare = cellRulesOf({ emptyMarkers: [], currencyMarks: [] });
  expect([readAmount('1,234', bare), readAmount('$5', bare), readAmount('-', bare)]).toEqual([
    12_340_000,
    { code: 'AMOUNT_UNREADABLE' },
    { code: 'AMOUNT_UNREADABLE' },
  ]);
});

test.each<[Cell | undefined, string]>([
  [45413, '2024-05-01'],
  [45413.99, '2024-05-01'],
  [5, 'DATE_UNREADABLE'],
  [20240501, 'DATE_UNREADABLE'],
  [false, 'DATE_UNREADABLE'],
  [null, 'empty'],
  ['-', 'empty'],
  ['2024-05-01', '2024-05-01'],
  ['2024-05-01 12:33', '2024-05-01'],
  ['2024/5/1', '2024-05-01'],
  ['2024/5/1 8:03:59', '2024-05-01'],
  ['2024-05-01T23:59:59Z', '2024-05-01'],
  ['2024-05-01T23:59:59.123+08:00', '2024-05-01'],
  ['2024/7/6 上午 12:00:00', '2024-07-06'],
  ['2024/7/6 12:00:00 AM', '2024-07-06'],
  ['２０２４／５／１', '2024-05-01'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', 'DATE_UNREADABLE'],
  ['2024-13-01', 'DATE_UNREADABLE'],
  ['2024-5/1', 'DATE_UNREADABLE'],
  ['05/06/2024', 'DATE_UNREADABLE'],
  ['1/5/24', 'DATE_UNREADABLE'],
  ['113/05/01', 'DATE_UNREADABLE'],
  ['2024-05', 'DATE_UNREADABLE'],
  ['2024-05-01 to 2024-05-15', 'DATE_UNREADABLE'],
  ['2024-05-0112:33', 'DATE_UNREADABLE'],
  ['昨天', 'DATE_UNREADABLE'],
])('the date cell %j reads as %s', (cell, expected) => {
  expect(inOneWord(readDay(cell, rules))).toBe(expected);
});

test.each<[Cell | undefined, string]>([
  ['2405018K2M4N6P', '2405018K2M4N6P'],
  ['  2405018K2M4N6P\t', '2405018K2M4N6P'],
  ['２４０５０１８Ｋ', '2405018K'],
  [240501, '240501'],
  [999_999_999_999_999, '999999999999999'],
  [1e15, 'ID_PRECISION_LOST'],
  [2.30115e17, 'ID_PRECISION_LOST'],
  [12.5, 'ID_PRECISION_LOST'],
  ['2.30115E+17', 'ID_PRECISION_LOST'],
  ['2e+15', 'ID_PRECISION_LOST'],
  ['240501234567E8', '240501234567E8'],
  ['#N/A', 'ID_IS_ERROR'],
  ['#DIV/0!', 'ID_IS_ERROR'],
  ['#1024', '#1024'],
  ['001234', '001234'],
  ['-', 'empty'],
  ['', 'empty'],
  [undefined, 'empty'],
])('the number cell %j names %s', (cell, expected) => {
  expect(inOneWord(readIdentifier(cell, rules))).toBe(expected);
});

test.each<[Cell | undefined, string]>([
  [0, '0'],
  [12, '12'],
  [1.5, 'QUANTITY_UNREADABLE'],
  [-1, 'QUANTITY_UNREADABLE'],
  [true, 'QUANTITY_UNREADABLE'],
  ['3', '3'],
  ['３', '3'],
  ['-', 'empty'],
  [null, 'empty'],
  ['-1', 'QUANTITY_UNREADABLE'],
  ['1.0', 'QUANTITY_UNREADABLE'],
  ['兩件', 'QUANTITY_UNREADABLE'],
  ['退貨處理中', 'QUANTITY_UNREADABLE'],
])('the quantity cell %j reads as %s', (cell, expected) => {
  expect(inOneWord(readQuantity(cell, rules))).toBe(expected);
});

test.each<[Cell | undefined, string]>([
  [' 已完成（鑑賞期內），但 ', '已完成（鑑賞期內），但'],
  [7, '7'],
  ['－', 'empty'],
  [null, 'empty'],
])('the words %j read as %s', (cell, expected) => {
  expect(inOneWord(readWords(cell, rules))).toBe(expected);
});
