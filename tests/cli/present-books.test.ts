// The books in the answer of the command line: the JSON that a program reads, and the lines that a person does. Seen red:
// with claims of two shops in one line, base amounts left out, zero targets kept, and reasons nobody waits for listed.
import type { ReconcileResult } from '../../core/api.ts';
import { ZERO } from '../../core/money.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import { runReport } from '../../core/statements/run-report.ts';
import { booksJson } from '../../server/cli/present-books-json.ts';
import {
  booksBlock,
  claimsBlock,
  forecastBlock,
  proposalsBlock,
  reviewBlock,
} from '../../server/cli/present-books-text.ts';
import { aLine, anOrder, type BookFacts, day, dollars, runBooks } from '../core/worksheets/run-books.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { clearsheet, INCOME, ORDERS } from './run-command.ts';

async function jsonOf(...files: string[]) {
  const { stdout } = await clearsheet('reconcile', ...files, '--as-of', '2024-06-01', '--json');
  return { json: JSON.parse(stdout) };
}

describe('the sample pair as JSON', () => {
  it('says how each order was settled, why money differs, and what linked it', async () => {
    const { json } = await jsonOf(INCOME, ORDERS);
    expect(json.orders[2]).toMatchObject({
      ...{ stage: 'completed', settlement: 'settled', flags: [], expectedNet: '385', differences: [], onReview: [] },
      ...{ applied: '520', claim: '0', reserve: '0', writtenOff: '0', freight: '60' },
      link: { pass: 'P1', evidence: ['2405031U4V6W8X'] },
    });
    expect(json.orders[1].link).toBe(null);
    expect(json.files.map(({ sheets: [sheet] }: { sheets: { batch: object }[] }) => sheet?.batch)).toMatchObject([
      { states: ['FOOTS'] },
      { states: [] },
    ]);
    expect([json.proposals, json.onReview, json.planHash]).toEqual([[], [], expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('lays the books open: documents, vouchers that balance, a trial balance of zero, receivables that close', async () => {
    const { json } = await jsonOf(INCOME, ORDERS);
    expect(json.sales).toMatchObject([
      { number: 'SA202405-0001', kind: 'sale', orderNumber: '2405018K2M4N6P', date: '2024-05-06', amount: '1340' },
      { number: 'SA202405-0002', kind: 'sale', orderNumber: '2405031U4V6W8X', amount: '1040' },
      { number: 'SR202405-0001', kind: 'return', orderNumber: '2405031U4V6W8X', amount: '520' },
    ]);
    expect(json.vouchers).toHaveLength(5);
    expect(json.vouchers[0]).toMatchObject({ number: 'JV202405-0001', kind: 'sales', date: '2024-05-06' });
    expect(json.vouchers[0].lines[0]).toEqual({
      ...{ role: 'receivable', code: '1191', name: '應收帳款' },
      ...{ debit: '1340', credit: '0', baseDebit: '1340', baseCredit: '0' },
    });
    expect(json.trialBalance).toMatchObject([{ currency: 'TWD', total: '0', baseTotal: '0' }]);
    expect(json.rollForward).toMatchObject({
      ...{ from: '2024-05-01', to: '2024-06-01', ties: true, baseCurrency: null },
      rows: [{ sales: '2380', returns: '520', receipts: '1860', closing: '0', openOrders: '0', difference: '0' }],
    });
    expect(json.aging).toEqual({ asOf: '2024-06-01', bounds: [30, 60, 90], baseCurrency: null, rows: [] });
    expect(json.forecast).toEqual({
      ...{ asOf: '2024-06-01', expected: [], overdue: [], undated: [], heldUndated: [], heldLate: [], reserves: [] },
    });
  });

  it('says of money that no payout has brought when it is expected and how late it is', async () => {
    const alone = await jsonOf(ORDERS);
    const place = { platform: 'shopee-tw', shop: 'shopee-tw', currency: 'TWD' };
    expect(alone.json.aging.rows).toMatchObject([
      { ...place, orders: 2, buckets: ['1860', '0', '0', '0'], total: '1860' },
    ]);
    expect(alone.json.forecast.overdue).toMatchObject([
      { ...place, dueOn: '2024-05-20', daysLate: 12, open: '1340', ordersWithoutFees: 1 },
      { ...place, dueOn: '2024-05-22', daysLate: 10, open: '520' },
    ]);
    expect(alone.json.rollForward).toMatchObject({ ties: true, rows: [{ closing: '1860', openOrders: '1860' }] });
    expect(alone.json.orders[0].differences).toEqual([
      { reason: 'OVERDUE', feeType: null, charged: null, amount: '1340' },
    ]);
  });
});

const BOOKS: BookFacts = {
  orders: [anOrder('A1'), anOrder('A2', { sourceRow: 3 })],
  payouts: [
    {
      file: 'income.xlsx',
      lines: [aLine('A1', { PRINCIPAL: 1000, CHARGEBACK: -250 }), aLine('A2', { PRINCIPAL: 900 }, { sourceRow: 8 })],
    },
  ],
};
const run = (change: Partial<ReconcileResult> = {}): ReconcileResult => ({ ...runBooks(BOOKS).result, ...change });
const books = (result: ReconcileResult) => JSON.parse(JSON.stringify(booksJson(result, runReport(result, []))));

describe('the books as JSON', () => {
  it('tell what documents come to in the base currency, and what they reverse', () => {
    const { sales } = run();
    const base = { currency: 'TWD', rate: '31.5', amount: dollars(31500) };
    const valued = sales.map((one) => ({ ...one, currency: 'USD', base, reverses: 'SA202404-0009' }));
    const orders = run().orders.map((order) => ({ ...order, currency: 'USD', baseOpen: dollars(31500) }));
    const json = books(run({ sales: valued, orders, receipts: [] }));
    expect(json.sales[0]).toMatchObject({
      base: { currency: 'TWD', rate: '31.5', amount: '31500' },
      reverses: 'SA202404-0009',
    });
    expect(json.rollForward).toMatchObject({
      baseCurrency: 'TWD',
      rows: [{ currency: 'USD', closing: '2000', base: { sales: '63000', closing: '63000', openOrders: '63000' } }],
    });
    expect(json.aging).toMatchObject({ baseCurrency: 'TWD', rows: [{ total: '2000', baseTotal: '63000' }] });
  });

  it('have a trial balance for each currency, which shows a voucher that does not balance', () => {
    const [first, ...others] = run().vouchers;
    const broken = { ...must(first), currency: 'USD', lines: must(first).lines.slice(1) };
    const json = books(run({ vouchers: [broken, ...others] }));
    const totals = json.trialBalance.map(({ currency, total }: Record<string, string>) => [currency, total]);
    expect(Object.fromEntries(totals)).toEqual({ TWD: '0', USD: '-2000' });
    const rows = json.trialBalance.map((one: { currency: string; rows: object[] }) => [one.currency, one.rows.length]);
    expect(Object.fromEntries(rows)).toEqual({ TWD: 3, USD: broken.lines.length });
    expect(json.vouchers[0]).toMatchObject({ currency: 'USD', reverses: null });
  });
});

describe('the lines for a person', () => {
  it('say that receivables and vouchers close, or that they do not', () => {
    const lines = (result: ReconcileResult) => booksBlock(result, runReport(result, []), 'en').join('\n');
    expect(lines(run())).toMatch(/Receivables demo \(TWD\)\s+Opening 0\s+Closing 100\s+Ties/);
    expect(lines(run())).toMatch(/^Receivables and trial balance \(orders of these files only\)\n/);
    expect(lines(run())).toMatch(/Trial balance \(TWD\).*Difference 0/);
    expect(lines(run({ sales: [] }))).toMatch(/Closing -1,900\s+Does not tie/);
    expect(lines(run({ vouchers: [], sales: [], receipts: [], orders: [] }))).toBe('');
  });

  it('tell the next payouts with what stands between open and paid, then what is late', () => {
    const payout = {
      ...{ platform: 'shopee-tw', shop: 'demo', currency: 'TWD', orders: 2, ordersWithoutFees: 0 },
      ...{ open: dollars(1000), fees: dollars(60), held: ZERO, released: ZERO, carriedIn: ZERO, carriedOut: ZERO },
      ...{
        on: day('2024-06-05'),
        transferFee: dollars(15),
        paid: dollars(925),
        calendar: { id: 'weekly', version: 2 },
      },
    };
    const late = { ...payout, dueOn: day('2024-05-20'), daysLate: 12 };
    const lines = (expected: readonly (typeof payout | (Omit<typeof payout, 'calendar'> & { calendar: null }))[]) => {
      const forecast = { ...run().forecast, expected, overdue: [late] };
      return forecastBlock(run({ forecast }), 'zh-TW', '整本帳冊').map((line) => line.trim().replace(/\s+/g, ' '));
    };
    expect(lines([payout])).toEqual([
      '撥款預測（整本帳冊）',
      '2024-06-05 demo (TWD) 預計入帳 925 未收 1,000，預計手續費 60，匯費 15',
      '2024-05-20 demo (TWD) 逾期未撥款 未收 1,000',
    ]);
    const many = lines(Array.from({ length: 12 }, () => ({ ...payout, calendar: null })));
    expect([many[1]?.slice(0, 11), ...many.slice(-2)]).toEqual([
      ...['2024-06-05*', '… +2', '* 店鋪未設撥款日程，按撥款期限推算'],
    ]);
    const nothing = { ...run().forecast, expected: [], overdue: [], undated: [] };
    expect(forecastBlock(run({ forecast: nothing }), 'zh-TW', '整本帳冊')).toEqual([]);
  });

  it('tell a program by which calendar, and what is held', () => {
    const held = { platform: 'shopee-tw', shop: 'demo', currency: 'TWD', amount: dollars(70) };
    const reserve = { ...held, orderKey: orderKey('shopee-tw/demo', 'A1'), releaseOn: null, isLate: false };
    const payouts = run().forecast.expected.map((one) => ({ ...one, calendar: { id: 'weekly', version: 2 } }));
    const json = books(
      run({ forecast: { ...run().forecast, expected: payouts, heldUndated: [held], reserves: [reserve] } }),
    );
    expect(json.forecast.heldUndated).toEqual([{ ...held, amount: '70' }]);
    expect(json.forecast.reserves).toEqual([
      { ...held, amount: '70', orderNumber: 'A1', releaseOn: null, isLate: false },
    ]);
    expect(json.forecast.expected.map(({ calendar }: { calendar: string }) => calendar)).toEqual(
      payouts.map(() => 'weekly@2'),
    );
  });

  it('add up claims by shop and currency', () => {
    const { orders } = run();
    const other = { ...must(orders[0]), shop: 'corner' };
    expect(claimsBlock(run({ orders: [...orders, must(orders[0]), other] }), 'zh-TW')).toEqual([
      '向平台求償',
      '  demo (TWD)    500  2 筆訂單',
      '  corner (TWD)  250  1 筆訂單',
    ]);
    expect(claimsBlock(run({ orders: [] }), 'zh-TW')).toEqual([]);
  });

  it('count what waits for review, by reason', () => {
    const waiting = (['ABOVE_LIMIT', 'PERIOD_CLOSED', 'ABOVE_LIMIT'] as const).map((reason, at) => {
      return { lineKey: String(at), reason };
    });
    expect(reviewBlock(run({ onReview: waiting }), 'zh-TW')).toEqual([
      '待審 (3)',
      '  會計期間已關帳  1 列',
      '  超過免審上限    2 列',
    ]);
    expect(reviewBlock(run(), 'zh-TW')).toEqual([]);
  });

  it('show proposals with their evidence, the first ten', () => {
    const proposal = (at: number): ReconcileResult['proposals'][number] => ({
      lineKey: orderKey('s', at === 0 ? '' : `P${at}`),
      orderKeys: [orderKey('s', 'A1'), orderKey('s', 'A2')],
      pass: 'P6',
      evidence: '1,900 = 1,000 + 900',
    });
    const lines = proposalsBlock(run({ proposals: Array.from({ length: 12 }, (_, at) => proposal(at)) }), 'en');
    expect(lines[0]).toBe('Proposed links, for a person to confirm (12)');
    expect(lines.slice(1, 3).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      ' P6 – → A1 + A2 1,900 = 1,000 + 900',
      ' P6 P1 → A1 + A2 1,900 = 1,000 + 900',
    ]);
    expect([lines.length, lines.at(-1)]).toEqual([12, '  … +2']);
    expect(proposalsBlock(run(), 'en')).toEqual([]);
  });
});
