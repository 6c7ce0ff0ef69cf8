// What a statement's text may say about a payout: numbers, never people.
import { comparedName, namesIn, referenceWords } from '../../../core/bank/reference-words.ts';

test.each([
  ['蝦皮娛樂 撥款 PAYOUT-2024-0310', ['PAYOUT-2024-0310']],
  ['ＰＡＹＯＵＴ１２３４５', ['PAYOUT12345']],
  ['po_1Abc234,settlement 21876543210.', ['PO_1ABC234', '21876543210']],
  ['「AB-12345」（AB-12345）', ['AB-12345']],
  ['王** 0912345678 轉帳', []],
  ['+886-912-345-678', []],
  ['13912345678', []],
  ['buyer77@example.com', []],
  ['Transfer from Chen', []],
  ['A1 99', []],
  ['', []],
])('of "%s" the words %j are kept', (text, words) => {
  expect(referenceWords(text)).toEqual(words);
});

test('a text of many numbers is cut', () => {
  const text = Array.from({ length: 50 }, (_, at) => `REF${1000 + at}`).join(' ');
  expect(referenceWords(text)).toHaveLength(20);
});

test.each([
  ['PAYOUT-2024-0310', 'PAYOUT20240310'],
  ['payout 2024 0310', 'PAYOUT20240310'],
  ['19876543210', '19876543210'],
  ['1234567', ''],
  ['ABC12', ''],
  ['ABCDEF12', ''],
  ['2024-03-10', ''],
  ['202403', ''],
  ['SETTLE', ''],
])('the number %s is compared as "%s"', (number, compared) => {
  expect(comparedName(number)).toBe(compared);
});

test('a number inside a longer one is another number', () => {
  const names = namesIn(referenceWords('X19876543210X 555519876543210'));
  expect(names.has(comparedName('19876543210'))).toBe(false);
  expect([...names]).toEqual(['X19876543210X', '555519876543210']);
});
