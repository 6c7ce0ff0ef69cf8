// What happens to texts put into cells: the reason why order numbers must be written into cells of format "@".
import { dateSerial, readInput } from '../../../workbench/host/model/parse-input.ts';

test.each([
  ['0012345', 12345, undefined],
  ['240101ABCDEF', '240101ABCDEF', undefined],
  ['1234.50', 1234.5, undefined],
  ['-8', -8, undefined],
  ['+886912345678', 886_912_345_678, undefined],
  ['1,234,567', 1_234_567, '#,##0'],
  ['1,234.50', 1234.5, '#,##0.00'],
  ['12,34', '12,34', undefined],
  ['$99', 99, '$#,##0'],
  ['(50)', -50, undefined],
  ['5%', 0.05, '0%'],
  ['2.5%', 0.025, '0.00%'],
  ['2601E5', 260_100_000, '0.00E+00'],
  ['1E999', '1E999', undefined],
  ['24010112345678901', 24_010_112_345_678_900, undefined],
  ['2026-01-05', 46_027, 'yyyy/m/d'],
  ['2026/1/5 12:00', 46_027.5, 'yyyy/m/d h:mm'],
  ['1/5/2026', 46_027, 'yyyy/m/d'],
  ['1-5', 46_027, 'yyyy/m/d'],
  ['12:00', 0.5, 'h:mm'],
  ['2026-02-30', '2026-02-30', undefined],
  ['25:00', '25:00', undefined],
  ['TRUE', true, undefined],
  ['false', false, undefined],
  ['#N/A', '#N/A', undefined],
  ['王**', '王**', undefined],
  ['@name', '@name', undefined],
  ['-', '-', undefined],
  [' ', ' ', undefined],
  ['', '', undefined],
  [12.5, 12.5, undefined],
  [true, true, undefined],
])('%p written into a General cell becomes %p', (input, value, numberFormat) => {
  expect(readInput(input, 'General')).toEqual(numberFormat === undefined ? { value } : { value, numberFormat });
});

test.each([
  ['0012345', '0012345'],
  ['2026-01-05', '2026-01-05'],
  ['=1+1', '=1+1'],
  ['TRUE', 'TRUE'],
  [240_101, '240101'],
  [true, 'TRUE'],
  ['', ''],
])('%p written into a text cell stays the text %p', (input, value) => {
  expect(readInput(input, '@')).toEqual({ value });
});

test('an apostrophe in front makes a text and is not part of it', () => {
  expect(readInput("'0012", 'General')).toEqual({ value: '0012' });
  expect(readInput("'=1+1", 'General')).toEqual({ value: '=1+1' });
});

test('an equals sign begins a formula, alone it is a text', () => {
  expect(readInput('=A1*2', 'General')).toEqual({ value: '', formula: '=A1*2' });
  expect(readInput('=', 'General')).toEqual({ value: '=' });
});

test.each([
  [1900, 3, 1, 61],
  [2026, 1, 5, 46_027],
  [2024, 2, 29, 45_351],
  [2023, 2, 29, undefined],
  [1899, 12, 31, undefined],
])('the day %i-%i-%i is serial number %p', (year, month, day, serial) => {
  expect(dateSerial(year, month, day)).toBe(serial);
});
