// A receivable that will not be paid leaves the books as a bad debt, whether anything was paid on it or not: within a
// person's own authority, with a voucher of its own, and it comes back when it is reopened, undone or paid after all.
import type { ReconcileResult } from '../../core/api.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { ownKey } from '../../core/reconcile/bad-debt.ts';
import { explainOrder } from '../../core/reconcile/explain.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import { runReport } from '../../core/statements/run-report.ts';
import { resultSheets } from '../../core/worksheets/result-sheets.ts';
import type { Resolution } from '../../core/work-event.ts';
import type { Books } from '../../server/books.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { reportReceivables } from '../../server/commands/report-receivables.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import { BOOKED, countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout } from './push.ts';
import { setPolicy } from './team-policy.ts';

const TODAY = day('2024-06-01');
const BAD_DEBT: Resolution = { kind: 'bad-debt' };
const short = (number: string, by: number) => aLine(number, { parts: { PRINCIPAL: 1050 - by, COMMISSION: -60 } });

onEachDatabase((newBooks) => {
  let books: Books;
  let batchIds: string[];
  beforeEach(async () => {
    books = newBooks();
    const tolerance = { perOrder: twd(2), share: null, perRun: twd(10), perMonth: twd(10) };
    await setPolicy(books, { tolerance, authority: { 陳主管: twd(1_500), 王會計: twd(30) } });
  });

  const run = () => reconcile(books, { batchIds, asOf: TODAY });
  const list = () => listWork(books, { batchIds, asOf: TODAY });
  const order = ({ orders }: ReconcileResult, number: string) =>
    must(orders.find(({ orderNumber }) => orderNumber === number));

  /** A1 and A2 were never paid, B1 is 20 short. */
  async function reconciled() {
    const orders = sheetOf(['A1', 'A2', 'B1'].map((number) => anOrder(number)));
    const pushed = [await pushOrders(books, orders), await pushPayout(books, sheetOf([short('B1', 20)]))];
    batchIds = pushed.map(({ batchId }) => batchId);
    return run();
  }

  async function decide(numbers: readonly string[], resolution = BAD_DEBT, author = '陳主管') {
    const { items } = await list();
    const chosen = items.filter(({ orderNumber }) => numbers.includes(orderNumber));
    const subjects = chosen.map(({ subject, figures }) => ({ subject, figures }));
    expect(subjects).toHaveLength(numbers.length);
    return resolveWork(books, { batchIds, asOf: TODAY, subjects, resolution, author, note: '平台已倒閉' });
  }

  async function refused(work: Promise<unknown>, code: string) {
    const before = await countRows(books, [...BOOKED, 'work_events', 'audit_log']);
    await expect(work).rejects.toMatchObject({ code });
    expect(await countRows(books, [...BOOKED, 'work_events', 'audit_log'])).toEqual(before);
  }

  test('an order that was never paid is written off to 呆帳損失, and the books prove themselves', async () => {
    await reconciled();
    const { items } = await list();
    const a1 = must(items.find(({ orderNumber }) => orderNumber === 'A1'));
    expect([a1.headline, a1.actions.includes('write-off'), a1.actions.includes('bad-debt')]).toEqual([
      ...['OVERDUE', false, true],
    ]);
    const after = await decide(['A1']);
    const item = must(after.items.find(({ orderNumber }) => orderNumber === 'A1'));
    expect([item.state, item.sentence['zh-TW']]).toEqual([
      ...['resolved', '原為「逾期未撥款」1,050；2024-06-01 陳主管：沖銷呆帳 1,050。'],
    ]);
    const result = await run();
    expect(result.posted.receipts).toBe(0);
    const told = order(result, 'A1');
    expect(told).toMatchObject({ headline: 'BAD_DEBT', open: 0, writtenOff: twd(1_050), settlement: 'settled' });
    expect(explainOrder(told, 'zh-TW', TODAY)).toBe('應收 1,050，已撥 0，其餘 1,050 收不回來，已列呆帳結清。');
    expect(told.differences).toMatchObject([{ reason: 'BAD_DEBT', amount: twd(1_050) }]);
    const transfer = must(result.receipts.find(({ kind }) => kind === 'transfer'));
    expect([transfer.lineKeys, transfer.cash, transfer.allocations.map((part) => part.lineKey)]).toEqual([
      ...[[], 0, [ownKey(told.orderKey), ownKey(told.orderKey)]],
    ]);
    const voucher = must(result.vouchers.find(({ kind }) => kind === 'transfer'));
    expect(voucher.lines).toMatchObject([
      { role: 'badDebts', account: { code: '6124', name: '呆帳損失' }, debit: twd(1_050) },
      { role: 'receivable', credit: twd(1_050) },
    ]);
    expect(await faultsOf(books)).toEqual([]);
    const month = { period: { from: day('2024-05-01'), to: TODAY }, bounds: [30], statementsBy: null };
    const [rolled] = (await reportReceivables(books, month)).rollForward;
    expect(rolled?.figures).toMatchObject({ badDebts: twd(1_050), writeOffs: 0 });
    const ofRun = must(runReport(result, []).rollForward[0]).figures;
    expect([rolled?.ties, ofRun.badDebts, ofRun.writeOffs]).toEqual([true, twd(1_050), 0]);
    const sheets = resultSheets(result, { language: 'zh-TW', files: [], workbook: null });
    expect(JSON.stringify(sheets)).toContain(transfer.number);
  });

  test('it is within a person’s own authority, several at once included, and nobody has any by default', async () => {
    await reconciled();
    await refused(decide(['A1'], BAD_DEBT, '王會計'), 'WRITE_OFF_OVER_LIMIT');
    await refused(decide(['A1'], BAD_DEBT, '林會計'), 'WRITE_OFF_OVER_LIMIT');
    await refused(decide(['A1', 'A2']), 'WRITE_OFF_OVER_LIMIT'); // each within 1,500, both not
    await refused(decide(['A1'], { kind: 'write-off' }), 'WORK_NOT_POSSIBLE');
    await refused(decide(['A1'], { kind: 'accept-fee', feeType: 'SERVICE_FEE' }), 'WORK_NOT_POSSIBLE');
  });

  test('what is short may be one as well, beyond the caps of small differences and without using them up', async () => {
    await reconciled();
    await refused(decide(['B1'], { kind: 'write-off' }), 'WRITE_OFF_OVER_LIMIT');
    await decide(['B1'], BAD_DEBT, '王會計');
    const more = sheetOf([anOrder('C1')]);
    batchIds.push((await pushOrders(books, more, { source: { file: 'c.xlsx', sheet: 's' } })).batchId);
    const paid = sheetOf([short('C1', 2)]);
    batchIds.push((await pushPayout(books, paid, { source: { file: 'd.xlsx', sheet: 's' } })).batchId);
    const result = await run();
    expect([order(result, 'B1').headline, order(result, 'C1').headline]).toEqual(['BAD_DEBT', 'WITHIN_TOLERANCE']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('reopening takes it back, and it can be decided again', async () => {
    await reconciled();
    const before = await balancesOf(books);
    await decide(['A1']);
    const open = await decide(['A1'], { kind: 'reopen' });
    expect(open.items.find(({ orderNumber }) => orderNumber === 'A1')).toMatchObject({
      ...{ state: 'open', headline: 'OVERDUE', atStake: twd(1_050) },
    });
    expect(await balancesOf(books)).toEqual(before);
    await decide(['A1']);
    expect(order(await run(), 'A1').open).toBe(0);
    expect(await faultsOf(books)).toEqual([]);
  });

  test.each(['receipt', 'run'] as const)('undoing its %s takes it back and asks again', async (kind) => {
    await reconciled();
    const before = await balancesOf(books);
    await decide(['A1']);
    const { number } = must((await run()).receipts.find((one) => one.kind === 'transfer'));
    const what = kind === 'receipt' ? { kind, number } : { kind, runId: 'RUN-000002' };
    expect((await undo(books, what)).reopened).toEqual([orderKey('shopee-tw/小店', 'A1')]);
    expect(await balancesOf(books)).toEqual(before);
    expect(order(await run(), 'A1')).toMatchObject({ headline: 'OVERDUE', open: twd(1_050) });
    expect(await faultsOf(books)).toEqual([]);
  });

  test('money that comes after all clears the receivable, and the bad debt is taken back by the same run', async () => {
    await reconciled();
    await decide(['A1']);
    const late = sheetOf([aLine('A1', { identity: 'late' })]);
    batchIds.push((await pushPayout(books, late, { source: { file: 'late.xlsx', sheet: 's' } })).batchId);
    expect(order(await run(), 'A1')).toMatchObject({ headline: 'EXACT', open: 0, writtenOff: 0, suspense: 0 });
    expect((await run()).posted.receipts).toBe(0);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('in another currency it leaves at the base at which the sale was booked', async () => {
    await saveSetting(books, 'company', {
      content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD' },
      ...{ author: '', note: '' },
    });
    const rates = [
      { currency: 'USD', validOn: day('2024-05-01'), rate: '32' },
      { currency: 'USD', validOn: day('2024-06-01'), rate: '31' },
    ];
    await enterRates(books, { rates: rates.map((rate) => ({ ...rate, source: '' })), author: '' });
    const orders = sheetOf([anOrder('U1', { currency: 'USD', receivable: 40 })]);
    batchIds = [(await pushOrders(books, orders, { currency: 'USD' })).batchId];
    await run();
    await decide(['U1']); // 40 × 31 = 1,240 of 1,500
    const voucher = must((await run()).vouchers.find(({ kind }) => kind === 'transfer'));
    expect(voucher.lines.map(({ role, baseDebit, baseCredit }) => [role, baseDebit - baseCredit])).toEqual([
      ['badDebts', twd(1_280)],
      ['receivable', twd(-1_280)],
    ]);
    expect(await faultsOf(books)).toEqual([]);
  });
});
