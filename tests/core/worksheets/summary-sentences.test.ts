// What stands at the top of the summary: the verdict with its figures, and what the figures rest on.
import { LANGUAGES } from '../../../core/language.ts';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import { policyNote, verdict } from '../../../core/worksheets/summary-sentences.ts';
import { day } from './run-books.ts';

const facts = { asOf: day('2024-06-01'), orders: 3, attention: 1, strays: 2 };
const money = [
  { currency: 'TWD', net: '1,531', difference: '0' },
  { currency: 'USD', net: '20', difference: '5' },
];

test('the verdict tells each currency and what needs attention', () => {
  expect(verdict({ ...facts, money }, 'zh-TW')).toBe(
    '截至 2024-06-01：撥款 TWD 1,531 的每一元都有去處；撥款 USD 20 有 5 去向不明；3 張訂單，1 張需要處理；2 筆撥款找不到訂單。',
  );
  expect(verdict({ ...facts, money: [], attention: 0, strays: 0 }, 'en')).toBe(
    'As of 2024-06-01: 3 orders, none needs attention.',
  );
});

test.each([
  ['no contract at all', { checked: 0, unchecked: 4 }, '手續費依平台扣款入帳，未與合約核對。'],
  ['contracts for every fee', { checked: 4, unchecked: 0 }, '手續費依平台扣款入帳，並與合約核對。'],
  ['contracts for some', { checked: 3, unchecked: 1 }, '並與合約核對；1 張訂單的手續費沒有合約可核對。'],
])('fees are said to be checked as far as they are: %s', (_, fees, expected) => {
  expect(policyNote(DEFAULT_POLICY, fees, 'zh-TW')).toContain(expected);
});

test('days of grace are named where there are any, in every language', () => {
  const fees = { checked: 0, unchecked: 0 };
  const notes = LANGUAGES.map((language) => policyNote({ ...DEFAULT_POLICY, graceDays: 3 }, fees, language));
  expect(notes.every((note) => / 3 /.test(note))).toBe(true);
  expect(policyNote(DEFAULT_POLICY, fees, 'zh-CN')).toContain('拨款期限：订单完成后 14 天（可设置）。');
  expect(notes[LANGUAGES.indexOf('en')]).toMatch(
    /^Payout term: 14 days after completion, 3 days of grace \(a setting\)\. Fees/,
  );
});
