// Words of the receivables worksheets that are put together from parts.
import { LANGUAGES } from '../../../core/language.ts';
import type { AgingPlace } from '../../../core/statements/aging.ts';
import { agingLabel, lateText, periodText, statementTitle } from '../../../core/worksheets/statement-labels.ts';
import { receivableReport } from '../../../core/statements/receivable-report.ts';
import { openItems } from '../../../core/statements/open-items.ts';
import { must } from '../reconcile/memory-books.ts';
import { ledger, on, termsOf } from '../statements/ledger.ts';

test.each<[AgingPlace, readonly number[], string, string]>([
  [0, [30, 60, 90], '0–30 天', '0–30 days'],
  [1, [30, 60, 90], '31–60 天', '31–60 days'],
  [2, [30, 60, 90], '61–90 天', '61–90 days'],
  [3, [30, 60, 90], '90+ 天', '90+ days'],
  [0, [7], '0–7 天', '0–7 days'],
  [1, [7], '7+ 天', '7+ days'],
  ['notDue', [30], '未到期', 'Not due'],
  ['undated', [30], '無到期日', 'No due day'],
  ['credit', [30], '溢收待退', 'Owed back'],
])('bucket %s of %j is called %s, %s', (place, bounds, chinese, english) => {
  expect([agingLabel(place, bounds, 'zh-TW'), agingLabel(place, bounds, 'en')]).toEqual([chinese, english]);
});

test('a period and a delay in each language', () => {
  const period = { from: on('2026-03-01'), to: on('2026-03-31') };
  expect(LANGUAGES.map((language) => periodText(period, language))).toEqual([
    '2026-03-01 至 2026-03-31',
    '2026-03-01 至 2026-03-31',
    '2026-03-01 to 2026-03-31',
  ]);
  expect(LANGUAGES.map((language) => lateText(1, language))).toEqual(['逾期 1 天', '逾期 1 天', '1 day late']);
  expect(lateText(2, 'en')).toBe('2 days late');
});

describe('the title of a statement', () => {
  const entries = ledger(`
    2026-03-01 sale A1 100 TWD 100 shop=corner customer=陳**
    2026-03-01 sale A2 100 TWD 100 shop=corner customer=陳**
  `);
  const period = { from: on('2026-03-01'), to: on('2026-03-31') };
  const titles = (statementsBy: 'customer' | 'shop' | 'orderType', language: 'zh-TW' | 'en') => {
    const { statements } = receivableReport({
      ...{ entries, orders: termsOf({ A1: '2026-03-15 wholesale' }), openOrders: openItems(entries, period.to) },
      ...{ period, bounds: [30], statementsBy, baseCurrency: 'TWD', bankDetails: null, forecast: null },
    });
    return statements.map((statement) => statementTitle(must(statement), language));
  };

  it.each([
    ['customer', 'zh-TW', ['對帳單 · 陳** · TWD']],
    ['shop', 'zh-TW', ['對帳單 · demo · corner · TWD']],
    ['orderType', 'zh-TW', ['對帳單 · （未分類） · TWD', '對帳單 · wholesale · TWD']],
    ['orderType', 'en', ['Statement · (no type) · TWD', 'Statement · wholesale · TWD']],
  ] as const)('by %s in %s', (by, language, expected) => {
    expect(titles(by, language)).toEqual(expected);
  });
});
