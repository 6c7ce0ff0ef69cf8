// A server in memory as far as closing months asks it: May is open with a month's end to post, April is closed and March
// filed. It writes down what was asked, and refuses when told to.
import { ApiProblem } from '../../../addin/api-problem.ts';
import { type BooksMonth, monthsOfBooks } from '../../../addin/books-months.ts';
import type { Signed } from '../../../addin/library-client.ts';
import type { MonthClosing, MonthsClient } from '../../../addin/months-client.ts';
import type { Periods } from '../../../core/ledger-api.ts';
import { amountOfUnits, ZERO } from '../../../core/money.ts';
import type { AccountRole, DocumentedVoucher, VoucherLine } from '../../../core/voucher.ts';
import { day } from '../../server/fixtures.ts';

type Side = readonly [role: AccountRole, account: string, debit: number, credit: number];

/** A side in USD is worth 31.50; one without a document amount (`base`) is moved in TWD alone. */
function voucher(number: string, on: string, reverses: string | null, sides: readonly Side[], base = false) {
  const lines = sides.map(([role, account, debit, credit]): VoucherLine => {
    const [code = '', name = ''] = account.split(' ');
    const of = (value: number) => amountOfUnits(value * 10_000);
    const document = base ? { debit: ZERO, credit: ZERO } : { debit: of(debit), credit: of(credit) };
    return { role, account: { code, name }, ...document, baseDebit: of(debit), baseCredit: of(credit) };
  });
  const money = { currency: base ? 'USD' : 'TWD', baseCurrency: 'TWD' };
  const head = { kind: 'adjustment', shop: 'shopee-tw/甲', postedOn: day(on), ...money, summary: '月底調整' } as const;
  return { ...head, number, reverses, lines, documents: [] } satisfies DocumentedVoucher;
}

const advances = (number: string, turn: string): DocumentedVoucher[] => [
  voucher(number, '2024-05-31', null, [
    ['suspense', '2331 暫收款', 2_100, 0],
    ['advances', '2221 預收貨款', 0, 2_100],
  ]),
  voucher(turn, '2024-06-01', number, [
    ['advances', '2221 預收貨款', 2_100, 0],
    ['suspense', '2331 暫收款', 0, 2_100],
  ]),
];

export const valuation = (number: string): DocumentedVoucher =>
  voucher(
    number,
    '2024-05-31',
    null,
    [
      ['valuation', '1199 外幣評價調整', 70, 0],
      ['unrealisedGain', '7181 未實現兌換利益', 0, 70],
    ],
    true,
  );

const waitingRow = (row: number): Periods['waiting'][number] => ({
  ...{ lineKey: `line ${row}`, file: 'income.xlsx', sheet: 'Income', row },
  ...{ paidOutOn: day('2024-05-10'), currency: 'TWD' },
});

export function sampleClosing(part: Partial<MonthClosing['plan']> = {}, waiting = 1): MonthClosing {
  const prepaid = ['A1', 'A2'].map((orderNumber) => {
    return { shop: 'shopee-tw/甲', orderNumber, currency: 'TWD', amount: amountOfUnits(1_050_0000) };
  });
  return {
    plan: {
      ...{ month: '2024-05', runId: null, planHash: 'p'.repeat(64), prepaid, withoutCost: [] },
      vouchers: advances('DRAFT-0001', 'DRAFT-0002'),
      ...part,
    },
    waiting: Array.from({ length: waiting }, (_, at) => waitingRow(at + 7)),
    openBefore: [],
  };
}

export class FakeMonths {
  periods: Periods['periods'] = [
    { month: '2024-04', state: 'closed', author: '陳主管', note: '四月結帳', changedAt: '2024-05-06T02:00:00.000Z' },
    { month: '2024-03', state: 'filed', author: '', note: '', changedAt: '2024-05-14T02:00:00.000Z' },
  ];
  booked = ['2024-03', '2024-04', '2024-05'];
  closing = sampleClosing();
  /** What was asked beside lists: `look 2024-05`, and each change with all it held. */
  readonly asked: (string | readonly [string, string, ...(string | Signed)[]])[] = [];
  refuse: { readonly on: 'list' | 'look' | 'close' | 'reopen' | 'file'; readonly code: string } | null = null;

  readonly client: MonthsClient = {
    list: () => this.told('list', (): BooksMonth[] => monthsOfBooks({ booked: this.booked }, this.periods)),
    look: (month) => {
      this.asked.push(`look ${month}`);
      return this.told('look', () => this.closing);
    },
    close: (month, planHash, signed) => {
      this.asked.push(['close', month, planHash, signed]);
      return this.told('close', () => {
        this.set(month, 'closed', signed);
        const monthEnd = this.closing.plan.vouchers.length === 0 ? [] : advances('JV202405-0009', 'JV202406-0001');
        return { monthEnd, waiting: this.closing.waiting, openBefore: this.closing.openBefore };
      });
    },
    reopen: (month, signed) => {
      this.asked.push(['reopen', month, signed]);
      return this.told('reopen', () => this.set(month, 'open', signed));
    },
    file: (month, signed) => {
      this.asked.push(['file', month, signed]);
      return this.told('file', () => this.set(month, 'filed', signed));
    },
  };

  private set(month: string, state: Periods['periods'][number]['state'], signed: Signed): void {
    const change = { month, state, ...signed, changedAt: '2024-06-01T02:00:00.000Z' };
    this.periods = [...this.periods.filter((one) => one.month !== month), change];
  }

  private told<T>(what: NonNullable<typeof this.refuse>['on'], answer: () => T): Promise<T> {
    if (this.refuse?.on !== what) return Promise.resolve().then(answer);
    const say = `拒絕：${this.refuse.code}。`;
    return Promise.reject(new ApiProblem(this.refuse.code, { 'zh-TW': say, 'zh-CN': say, en: say }));
  }
}
