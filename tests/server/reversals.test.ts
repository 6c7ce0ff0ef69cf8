// Undo (沖銷): of a row, a receipt, a batch, a run. Balances are what they were, both entries stay, and the same sheet
// can be reconciled again.
import type { ReconcileResult } from '../../core/api.ts';
import type { Undone } from '../../core/ledger-api.ts';
import type { Books } from '../../server/books.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import { BOOKED, countRows, onEveryDriver } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const headlines = ({ orders }: ReconcileResult) => orders.map(({ orderNumber, headline }) => [orderNumber, headline]);
const inIncome = (row: number): Undone => ({ kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row } });

onEveryDriver((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });

  const orders = sheetOf([anOrder('A1'), anOrder('A2', { receivable: 500, sku: 'CUP-02' })]);
  const income = sheetOf([
    aLine('A1'),
    aLine('A2', { parts: { PRINCIPAL: 400, COMMISSION: -20 } }),
    aLine('Z9', { parts: { PRINCIPAL: 80 } }),
    aLine(null, { parts: { AD_FEE: -30 } }),
  ]);

  async function pushed() {
    return [await pushOrders(books, orders), await pushPayout(books, income)];
  }

  test('a run undone leaves every balance as it was, and both entries in the books', async () => {
    const batches = await pushed();
    const before = await balancesOf(books);
    const run = await reconcileBatches(books, batches);
    const answer = await undo(books, { kind: 'run', runId: must(run.runId) });
    expect(answer.reversed.receipts).toEqual(['RC202405-0001', 'EX202405-0001']);
    expect(answer.receipts.map(({ number, reverses, cash }) => [number, reverses, cash])).toEqual([
      ['RC202406-0001', 'RC202405-0001', twd(-1450)],
      ['EX202406-0001', 'EX202405-0001', twd(30)],
    ]);
    expect(answer.sales.map(({ number, documentOn, amount }) => [number, documentOn, amount])).toEqual([
      ['SA202406-0001', '2024-06-02', twd(-1050)],
      ['SA202406-0002', '2024-06-02', twd(-500)],
    ]);
    expect(answer.movements.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['TEA-01', 2],
      ['CUP-02', 2],
    ]);
    expect(answer.ended).toHaveLength(2);
    expect(await balancesOf(books)).toEqual(before);
    expect(await countRows(books, ['receipts', 'sales_documents', 'vouchers', 'stock_movements'])).toEqual({
      ...{ receipts: 4, sales_documents: 4, vouchers: 6, stock_movements: 4 },
    });
  });

  test.each<[string, (batches: readonly { batchId: string }[], run: ReconcileResult) => Undone]>([
    ['a run', (_, run) => ({ kind: 'run', runId: must(run.runId) })],
    ['a payout batch', ([, payout]) => ({ kind: 'batch', batchId: must(payout).batchId })],
    ['a receipt', () => ({ kind: 'receipt', number: 'RC202405-0001' })],
    ['a row', () => inIncome(3)],
  ])('%s undone and reconciled again ends where it was', async (_name, what) => {
    const batches = await pushed();
    const first = await reconcileBatches(books, batches);
    const before = await balancesOf(books);
    const undone = await undo(books, what(batches, first));
    expect(await balancesOf(books)).not.toEqual(before);
    const again = await reconcileBatches(books, batches);
    expect(headlines(again)).toEqual(headlines(first));
    expect(again.posted.receipts).toBeGreaterThan(0);
    expect(again.conservation).toEqual(first.conservation);
    expect(await balancesOf(books)).toEqual(before);
    expect(undone.freed.length).toBeGreaterThan(0);
    expect((await reconcileBatches(books, batches)).posted.receipts).toBe(0);
  });

  test('a row undone books the other rows of its receipt again as they were', async () => {
    await reconcileBatches(books, await pushed());
    const answer = await undo(books, inIncome(3));
    expect(
      answer.receipts.map(({ number, reverses, cash, deductions }) => [number, reverses, cash, deductions]),
    ).toEqual([
      ['RC202406-0001', 'RC202405-0001', twd(-1450), [{ type: 'COMMISSION', amount: twd(-80) }]],
      ['RC202406-0002', null, twd(1070), [{ type: 'COMMISSION', amount: twd(60) }]],
    ]);
    expect(must(answer.receipts[1]).allocations.map(({ target, amount }) => [target, amount])).toEqual([
      ['receivable', twd(1050)],
      ['suspense', twd(80)],
    ]);
    expect(answer.freed).toHaveLength(1);
    expect(answer.ended).toHaveLength(1);
  });

  test('what is left of a receipt is undone with its run', async () => {
    const batches = await pushed();
    const before = await balancesOf(books);
    const run = await reconcileBatches(books, batches);
    await undo(books, inIncome(3));
    await undo(books, { kind: 'run', runId: must(run.runId) });
    expect(await balancesOf(books)).toEqual(before);
  });

  test('an order batch undone takes back its sales, also from a voucher that stands for other orders', async () => {
    const others = await pushOrders(books, sheetOf([anOrder('B1', { receivable: 210 })]), {
      source: { file: 'b.xlsx', sheet: 'orders' },
    });
    const own = await pushOrders(books, orders);
    await reconcileBatches(books, [others]);
    const before = await balancesOf(books);
    const twin = newBooks();
    await reconcileBatches(twin, [await pushOrders(twin, sheetOf([anOrder('B1', { receivable: 210 })]))]);
    expect(before.accounts).toEqual((await balancesOf(twin)).accounts);
    await reconcileBatches(books, [others, own]);
    await undo(books, { kind: 'batch', batchId: own.batchId });
    expect(await balancesOf(books)).toEqual(before);
    const together = newBooks();
    const both = [
      await pushOrders(together, sheetOf([anOrder('B1', { receivable: 210 })])),
      await pushOrders(together, orders),
    ];
    await reconcileBatches(together, both);
    const answer = await undo(together, { kind: 'batch', batchId: must(both[1]).batchId });
    expect(answer.vouchers.map(({ reverses }) => reverses)).toEqual(['JV202405-0001', null]);
    expect((await balancesOf(together)).accounts).toEqual(before.accounts);
  });

  test('money that moved later is taken back with its line, and other lines of the move stay where they are', async () => {
    const payout = await pushPayout(books, sheetOf([aLine('A1'), aLine('A2', { parts: { PRINCIPAL: 500 } })]));
    await reconcileBatches(books, [payout]);
    const later = await reconcileBatches(books, [await pushOrders(books, orders), payout]);
    expect(later.receipts.map(({ kind }) => kind)).toEqual(['payout', 'transfer']);
    const before = await balancesOf(books);
    const answer = await undo(books, inIncome(2));
    expect(answer.reversed.receipts).toEqual(['RC202405-0001', 'RC202406-0001']);
    expect(answer.receipts.filter(({ reverses }) => reverses === null).map(({ kind, cash }) => [kind, cash])).toEqual([
      ['payout', twd(500)],
      ['transfer', 0],
    ]);
    const left = await balancesOf(books);
    expect(left.receivables.map((row) => row.slice(1, 4))).toEqual([
      [twd(1050), 0, 0],
      [twd(500), 0, twd(500)],
    ]);
    await reconcileBatches(books, [payout]);
    expect((await balancesOf(books)).accounts).toEqual(before.accounts);
  });

  test('money that moved before another row of its receipt was undone is taken back with its line all the same', async () => {
    const payout = await pushPayout(books, income);
    await reconcileBatches(books, [payout]);
    await reconcileBatches(books, [await pushOrders(books, orders), payout]);
    await undo(books, inIncome(4));
    const before = await balancesOf(books);
    const answer = await undo(books, inIncome(2));
    expect(answer.reversed.receipts).toHaveLength(2);
    const after = await balancesOf(books);
    expect(after.receivables.map(([, , , allocated]) => allocated)).toEqual([0, twd(400)]);
    expect(await faultsOf(books)).toEqual([]);
    await reconcileBatches(books, [payout]);
    await undo(books, inIncome(4));
    expect((await balancesOf(books)).receivables).toEqual(before.receivables);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a run is undone whole, also when a row of its receipt was undone and its money had moved before', async () => {
    const payout = await pushPayout(books, income);
    const before = await balancesOf(books);
    const first = await reconcileBatches(books, [payout]);
    const second = await reconcileBatches(books, [await pushOrders(books, orders), payout]);
    await undo(books, inIncome(4));
    await undo(books, { kind: 'run', runId: must(first.runId) });
    expect((await balancesOf(books)).receivables.map(([, , , allocated]) => allocated)).toEqual([0, 0]);
    await undo(books, { kind: 'run', runId: must(second.runId) });
    expect(await balancesOf(books)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a move alone can be undone, and is made again', async () => {
    const payout = await pushPayout(books, sheetOf([aLine('A1')]));
    await reconcileBatches(books, [payout]);
    const held = await balancesOf(books);
    const run = await reconcileBatches(books, [await pushOrders(books, orders), payout]);
    const moved = await balancesOf(books);
    const transfer = must(run.receipts.find(({ kind }) => kind === 'transfer'));
    const answer = await undo(books, { kind: 'receipt', number: transfer.number });
    expect([answer.freed, answer.ended.length]).toEqual([[], 1]);
    expect((await balancesOf(books)).positions).toEqual(held.positions);
    await reconcileBatches(books, [payout]);
    expect(await balancesOf(books)).toEqual(moved);
  });

  test('a plan writes nothing, and is posted as it was shown or not at all', async () => {
    const batches = await pushed();
    await reconcileBatches(books, batches);
    const counts = await countRows(books, [...BOOKED, 'runs', 'audit_log']);
    const what: Undone = { kind: 'receipt', number: 'RC202405-0001' };
    const plan = await undo(books, what, { mode: 'plan' });
    expect([plan.runId, must(plan.receipts[0]).number]).toEqual([null, 'DRAFT-0001']);
    expect(await countRows(books, [...BOOKED, 'runs', 'audit_log'])).toEqual(counts);
    await expect(undo(books, what, { planHash: plan.planHash, on: day('2024-06-03') })).rejects.toMatchObject({
      code: 'PLAN_STALE',
    });
    const posted = await undo(books, what, { planHash: plan.planHash });
    expect([posted.runId, posted.planHash]).toEqual(['RUN-000002', plan.planHash]);
  });

  test('a pair that is declined with the undo never returns', async () => {
    const batches = await pushed();
    await reconcileBatches(books, batches);
    await undo(books, inIncome(2), { decline: true });
    const again = await reconcileBatches(books, batches);
    expect(again.unlinked.map(({ orderNumber, because }) => [orderNumber, because])).toEqual([
      ['A1', 'DECLINED'],
      ['Z9', 'NO_ORDER'],
      [null, 'BY_NATURE'],
    ]);
  });
});
