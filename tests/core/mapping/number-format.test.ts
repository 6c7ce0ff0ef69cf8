// What number formats make of the number of an order: the text on the left is what Excel shows.
import { isDayFormat, paddedText, shownAs, shownText } from '../../../core/mapping/number-format.ts';

test.each<[number, string, string | null]>([
  [12345, '00000000', '00012345'],
  [123456789, '00000000', '123456789'],
  [0, '000', '000'],
  [12, '"TW"0000', 'TW0012'],
  [912345678, '0000-000-000', '0912-345-678'],
  [123456789012, '0000-000-000', '123456-789-012'],
  [123456789, '"A"00-00', 'A1234567-89'],
  [7, '\\#000', '#007'],
  [7, '[Red]000;[Blue]-000', '007'],
  [7, '_(000_)', '007'],
  [7, '* 000', '007'],
  [5, '#00', '05'],
  // Formats of amounts and plain numbers say nothing of a name.
  [12345, 'General', null],
  [12345, '0', null],
  [12345, '0_ ', null],
  [12345, '@', null],
  [12345, '00.00', null],
  [12345, '#,##0', null],
  [12345, '0,000', null],
  [12345, '00%', null],
  [12345, '0.00E+00', null],
  [12345, '"NT$"0', null],
  [12345, '# ?/?', null],
  [12345, 'yyyy/mm/dd', null],
  [-5, '000', null],
])('%d in the format %s is named %j', (value, format, text) => {
  expect(paddedText(value, format)).toBe(text);
});

test.each<[string, boolean]>([
  ['yyyy/m/d', true],
  ['m/d/yy h:mm', true],
  ['[$-404]e/m/d', true],
  ['m"月"d"日"', true],
  ['mmm-yy', true],
  ['[h]:mm:ss', true],
  ['General', false],
  ['0.00', false],
  ['#,##0', false],
  ['0.00E+00', false],
  ['"days" 0', false],
  ['\\d000', false],
  ['[Red]0', false],
  ['@', false],
  ['mm:ss.0', true],
  ['SGD 0.00', false],
  ['S/ #,##0.00', false],
  ['RM#,##0.00', false],
])('%s is a format of days: %j', (format, isDay) => {
  expect(isDayFormat(format)).toBe(isDay);
});

test.each<[string, number, string, string | null]>([
  ['0%', 0.1, 'percent', '10%'],
  ['0.00%', 0.07, 'percent', '7%'],
  ['0.00%;[Red]-0.00%', -0.0255, 'percent', '-2.55%'],
  ['Percent', 1.5, 'percent', '150%'],
  ['yyyy/m/d', 45_413, 'day', '2024-05-01'],
  ['h:mm', 0.5, 'day', null],
  ['#,##0.00', 12, 'number', null],
  ['0" %"', 12, 'number', null],
  ['0\\%', 12, 'number', null],
  ['General', 0.1, 'number', null],
])('the format %s shows %d as a %s: %j', (format, value, kind, text) => {
  expect(shownAs(format)).toBe(kind);
  expect(shownText(value, format)).toBe(text);
});
