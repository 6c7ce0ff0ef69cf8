// Long texts, cut where people and Excel stop reading.
import { shortText } from '../../core/short-text.ts';

test.each([
  ['', 5, ''],
  ['12345', 5, '12345'],
  ['123456', 5, '1234…'],
  ['蝦皮購物中心', 5, '蝦皮購物…'],
  ['abc🙂d', 5, 'abc…'],
  ['ab🙂cd', 5, 'ab🙂…'],
])('%j within %d is %j', (text, longest, short) => {
  expect(shortText(text, longest)).toBe(short);
});
