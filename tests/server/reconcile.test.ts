// What a run writes into the books, and that it writes it once, whole, and in any order of events the same.
import type { ReconcileResult } from '../../core/api.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import type { Books } from '../../server/books.ts';
import { setStockLevels } from '../../server/commands/set-stock-levels.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { BOOKED, countRows, onEveryDriver } from './databases.ts';
import { aLine, anOrder, day, must, payoutHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const headlines = (result: ReconcileResult) =>
  Object.fromEntries(result.orders.map((order) => [order.orderNumber, order.headline]));
const nothing = { matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 };
/** All that a run answers but the run itself. */
const answerOf = ({ orders, unlinked, receipts, conservation, stock }: ReconcileResult) => {
  return { orders, unlinked, receipts, conservation, stock };
};

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

  test('two orders and their payout: states, receipt, allocations, stock and conservation', async () => {
    const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
    const result = await reconcileBatches(books, batches);
    expect(result.posted).toEqual({ matches: 2, sales: 2, receipts: 2, vouchers: 3, movements: 2 });
    expect(headlines(result)).toEqual({ A1: 'EXACT', A2: 'SHORT' });
    expect(result.unlinked.map((line) => line.type)).toEqual(['PAYOUT_WITHOUT_ORDER', 'NON_ORDER']);
    expect(result.receipts).toMatchObject([
      { number: 'RC202405-0001', shop: '小店', kind: 'payout', cash: twd(1450), receivedOn: '2024-05-10' },
      { number: 'EX202405-0001', shop: '小店', kind: 'expense', cash: twd(-30), receivedOn: '2024-05-10' },
    ]);
    expect(must(result.receipts[0]).allocations.map(({ target, amount }) => [target, amount])).toEqual([
      ['receivable', twd(1050)],
      ['receivable', twd(400)],
      ['suspense', twd(80)],
    ]);
    expect(result.conservation).toEqual([
      {
        ...{ currency: 'TWD', net: twd(1420), rows: 4, difference: 0, rowDifference: 0 },
        dispositions: {
          ...{ allocated: twd(1370), suspense: twd(80), nonOrder: twd(-30) },
          ...{ review: 0, duplicate: 0, conflict: 0, rejected: 0 },
        },
        rowCounts: { allocated: 2, suspense: 1, nonOrder: 1, review: 0, duplicate: 0, conflict: 0, rejected: 0 },
      },
    ]);
    expect(result.stock.movements.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['TEA-01', -2],
      ['CUP-02', -2],
    ]);
  });

  test('the same run again posts nothing and answers the same', async () => {
    const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
    const first = await reconcileBatches(books, batches);
    const before = await countRows(books, BOOKED);
    const again = await reconcileBatches(books, batches);
    expect(again.posted).toEqual(nothing);
    expect(answerOf(again)).toEqual(answerOf(first));
    expect(await countRows(books, BOOKED)).toEqual(before);
  });

  test.each([
    ['pushed twice', [income, income]],
    ['shuffled', [[...income].reverse()]],
    ['split in two', [income.slice(0, 2), income.slice(2)]],
    ['in parts that overlap', [income.slice(0, 3), income.slice(1)]],
  ])('a payout %s books the same money', async (_name, parts) => {
    const batches = [await pushOrders(books, orders)];
    for (const part of parts) batches.push(await pushPayout(books, part));
    const result = await reconcileBatches(books, batches);
    const plain = newBooks();
    const whole = [await pushOrders(plain, orders), await pushPayout(plain, income)];
    const expected = await reconcileBatches(plain, whole);
    const account = ({ source: _, lineKeys, ...rest }: ReconcileResult['orders'][number]) => [rest, lineKeys];
    expect(result.orders.map(account)).toEqual(expected.orders.map(account));
    expect(await countRows(books, ['allocations', 'receipt_lines'])).toEqual(
      await countRows(plain, ['allocations', 'receipt_lines']),
    );
    expect(result.conservation.map(({ difference, rowDifference }) => [difference, rowDifference])).toEqual([[0, 0]]);
  });

  test('rows that an earlier file brought are duplicates of this one, to the dollar', async () => {
    await pushOrders(books, orders);
    const part = await pushPayout(books, income.slice(0, 1));
    const whole = await pushPayout(books, income);
    const result = await reconcileBatches(books, [whole]);
    expect(must(result.conservation[0])).toMatchObject({ dispositions: { duplicate: twd(990) }, difference: 0 });
    expect(must((await reconcileBatches(books, [part])).conservation[0]).dispositions.duplicate).toBe(0);
    const both = must((await reconcileBatches(books, [part, whole])).conservation[0]);
    expect(both).toMatchObject({ net: twd(990 + 1420), rows: 5, difference: 0, rowDifference: 0 });
  });

  test('conflicts and unreadable rows have their own place', async () => {
    await pushPayout(books, [aLine('A1', { identity: 'T1' })]);
    const lines = sheetOf([aLine('A1', { identity: 'T1', parts: { PRINCIPAL: 900 } }), aLine('A2')]);
    const proof = { net: twd(900 + 990 + 70), rejectedNet: twd(70), declared: null, state: 'undeclared' } as const;
    const rows = { read: 3, accepted: 2, rejected: 1, skipped: 0 };
    const result = await reconcileBatches(books, [await pushPayout(books, lines, { proof, rows })]);
    const [conservation] = result.conservation;
    expect(must(conservation).dispositions).toMatchObject({ conflict: twd(900), rejected: twd(70) });
    expect(must(conservation)).toMatchObject({ difference: 0, rowDifference: 0 });
  });

  test('a file whose own sum is wrong shows the difference', async () => {
    const proof = { net: twd(1000), rejectedNet: twd(0), declared: twd(1000), state: 'foots' } as const;
    const result = await reconcileBatches(books, [await pushPayout(books, [aLine('A1')], { proof })]);
    expect(must(result.conservation[0]).difference).toBe(twd(10));
  });

  test('an order that comes after its payout takes over the money on hold', async () => {
    const payout = await pushPayout(books, [aLine('A1')]);
    const first = await reconcileBatches(books, [payout]);
    expect(must(first.conservation[0]).dispositions).toMatchObject({ suspense: twd(990), allocated: twd(0) });
    const late = await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')])], '2024-06-02');
    expect(late.posted).toEqual({ matches: 1, sales: 1, receipts: 1, vouchers: 2, movements: 1 });
    expect(headlines(late)).toEqual({ A1: 'EXACT' });
    expect(late.receipts.map(({ number, kind }) => [number, kind])).toEqual([
      ['RC202405-0001', 'payout'],
      ['RC202406-0001', 'transfer'],
    ]);
    expect(must((await reconcileBatches(books, [payout])).conservation[0]).dispositions.suspense).toBe(0);
  });

  test('an order number in another dress finds its order; two orders that share the dress are left alone', async () => {
    const lines = sheetOf([aLine("'a1 "), aLine(' a2')]);
    const seen = sheetOf([anOrder('A1'), anOrder('A2'), anOrder('a2')]);
    const result = await reconcileBatches(books, [await pushOrders(books, seen), await pushPayout(books, lines)]);
    expect(result.orders.map((order) => order.method)).toEqual(['P2', null, null]);
    expect(result.unlinked.map((line) => line.orderNumber)).toEqual([' a2']);
  });

  test('a newer snapshot with a return moves stock back by a further entry', async () => {
    await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')])]);
    const returned = await pushOrders(books, [anOrder('A1', { returned: 1, credited: 525 })]);
    const result = await reconcileBatches(books, [returned]);
    expect(result.posted.movements).toBe(1);
    expect(result.stock.movements.map(({ cause, quantity }) => [cause, quantity])).toEqual([
      ['shipped', -2],
      ['returned', 1],
    ]);
  });

  test('alerts weigh what was counted against what moved and what open orders need', async () => {
    await setStockLevels(books, [
      { sku: 'TEA-01', opening: 10, safety: 6 },
      { sku: 'CUP-02', opening: 10, safety: 5 },
    ]);
    const seen = [anOrder('A1'), anOrder('A2', { stage: 'unshipped', quantity: 3 }), anOrder('A3', { sku: 'CUP-02' })];
    const batch = await pushOrders(books, sheetOf([...seen, anOrder('A4', { sku: 'NEW-03', stage: 'unshipped' })]));
    expect((await reconcileBatches(books, [batch])).stock.alerts).toEqual([
      { sku: 'NEW-03', onHand: 0, reserved: 2, available: -2, safety: 0, kind: 'NO_OPENING' },
      { sku: 'TEA-01', onHand: 8, reserved: 3, available: 5, safety: 6, kind: 'LOW' },
    ]);
  });

  test('every figure leads back to the sheet at hand, also for rows that an earlier file brought', async () => {
    await pushOrders(books, sheetOf(orders));
    const later = { source: { file: 'june.xlsx', sheet: 'orders' } };
    const again = await pushOrders(books, sheetOf([anOrder('A9'), ...orders]), later);
    const result = await reconcileBatches(books, [again]);
    expect(result.orders.map(({ orderNumber, source }) => [orderNumber, source.file, source.row])).toEqual([
      ['A9', 'june.xlsx', 2],
      ['A1', 'june.xlsx', 3],
      ['A2', 'june.xlsx', 4],
    ]);
  });

  test('a row at odds with the books is not the place of the held one', async () => {
    const batch = await pushOrders(books, [anOrder('A1', { row: 5 })]);
    const older = { source: { file: 'older.xlsx', sheet: 'orders' } };
    const behind = await pushOrders(books, [anOrder('A1', { stage: 'shipped' })], older);
    const result = await reconcileBatches(books, [behind]);
    expect(must(result.orders[0]).source).toEqual({ file: 'orders.xlsx', sheet: 'orders', row: 5 });
    expect(await reconcileBatches(books, [batch])).toMatchObject({ posted: nothing });
  });

  test('orders stand as in the sheets, the sheets as they were named', async () => {
    const named = (file: string) => ({ source: { file, sheet: 'orders' } });
    const first = await pushOrders(books, sheetOf([anOrder('B2'), anOrder('B1')]), named('z.xlsx'));
    const second = await pushOrders(books, [anOrder('A1')], named('a.xlsx'));
    const numbers = async (batches: (typeof first)[]) =>
      (await reconcileBatches(books, batches)).orders.map((order) => order.orderNumber);
    expect(await numbers([first, second])).toEqual(['B2', 'B1', 'A1']);
    expect(await numbers([second, first])).toEqual(['A1', 'B2', 'B1']);
  });

  test('a line of another sheet waits for its own run while its order is unknown', async () => {
    const other = await pushPayout(books, [aLine('Z9', { identity: 'other' })]);
    const mine = await pushPayout(books, [aLine('Z9', { identity: 'mine' })]);
    const result = await reconcileBatches(books, [mine]);
    expect(result.unlinked).toHaveLength(1);
    expect(await countRows(books, ['receipt_lines'])).toEqual({ receipt_lines: 1 });
    expect((await reconcileBatches(books, [other])).posted.receipts).toBe(1);
  });

  test('but it comes along as soon as its order is at hand', async () => {
    await pushPayout(books, [aLine('A1')]);
    const result = await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')])]);
    expect(result.posted).toEqual({ matches: 1, sales: 1, receipts: 1, vouchers: 2, movements: 1 });
    expect(headlines(result)).toEqual({ A1: 'EXACT' });
  });

  test('a file that does not add up to its own total taints its orders', async () => {
    const proof = { net: twd(990), rejectedNet: twd(0), declared: twd(1000), state: 'differs' } as const;
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [aLine('A1')], { proof })];
    expect(headlines(await reconcileBatches(books, batches))).toEqual({ A1: 'FILE_INCONSISTENT' });
  });

  test("the term of payment is the run's to set, and is kept with it", async () => {
    const { batchId } = await pushOrders(books, [anOrder('A1')]);
    const run = (payoutTermDays: number) =>
      reconcile(books, { batchIds: [batchId], asOf: day('2024-05-20'), policy: { payoutTermDays } });
    expect(headlines(await run(7))).toEqual({ A1: 'OVERDUE' });
    expect(headlines(await run(30))).toEqual({ A1: 'NOT_DUE' });
    expect((await run(30)).policy).toEqual({ ...DEFAULT_POLICY, payoutTermDays: 30 });
  });

  test('receipts are numbered without gaps within each month', async () => {
    const days = ['2024-05-10', '2024-06-02', '2024-05-20'];
    await pushOrders(books, sheetOf([anOrder('A1')]));
    for (const paidOutOn of days) {
      await reconcileBatches(books, [await pushPayout(books, [aLine('A1', { paidOutOn, identity: paidOutOn })])]);
    }
    const all = await reconcileBatches(books, [await pushPayout(books, sheetOf([aLine('B1'), aLine('A1')]))]);
    expect(all.receipts.map((receipt) => receipt.number)).toEqual([
      'RC202405-0001',
      'RC202405-0003',
      'RC202405-0002',
      'RC202406-0001',
    ]);
  });

  test('two runs at once over overlapping sheets do what one after the other does', async () => {
    const push = async (to: Books) => {
      const sold = await pushOrders(to, orders);
      return [
        [sold, await pushPayout(to, income.slice(0, 3))],
        [sold, await pushPayout(to, income.slice(1))],
      ];
    };
    const atOnce = await push(books);
    // Both connections of a pool are open before the runs begin, so that they do run at once.
    await Promise.all(atOnce.map(() => countRows(books, BOOKED)));
    const posted = await Promise.all(atOnce.map((batches) => reconcileBatches(books, batches)));
    const inTurn = newBooks();
    for (const batches of await push(inTurn)) await reconcileBatches(inTurn, batches);
    expect(await countRows(books, BOOKED)).toEqual(await countRows(inTurn, BOOKED));
    // The later one finds the lines that both know of booked, whichever it is.
    expect(posted.reduce((receipts, result) => receipts + result.posted.receipts, 0)).toBe(2);
  });

  test('only whole pushes are reconciled', async () => {
    const { batchId } = await openBatch(books, payoutHeader(income));
    const run = (id: string) => reconcileBatches(books, [{ batchId: id } as never]);
    await expect(run(batchId)).rejects.toMatchObject({ code: 'BATCH_NOT_COMPLETE' });
    await expect(run('unknown')).rejects.toMatchObject({ code: 'BATCH_UNKNOWN' });
  });

  test('an empty payout sheet is reconciled to nothing', async () => {
    const empty = await pushPayout(books, [], { chunks: 0 });
    const result = await reconcileBatches(books, [empty]);
    expect(result).toMatchObject({ posted: nothing, orders: [], conservation: [{ net: 0, rows: 0, difference: 0 }] });
  });

  test('the audit log has an entry for each step, and its chain verifies', async () => {
    const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
    await reconcileBatches(books, batches);
    const verify = () => books.database.transaction(books.company, verifyAudit);
    expect(await verify()).toEqual({ entries: 3 });
    // An entry added past the product breaks the chain, also with a right hash of its own that hangs on nothing.
    const hash = fingerprint(JSON.stringify(['', 4, '', 'reconciled', '', '{}']));
    await books.database.transaction(books.company, (tx) =>
      tx.run(
        `INSERT INTO audit_log (company_id, seq, at, action, subject, detail, previous_hash, hash)
         VALUES (?, 4, '', 'reconciled', '', '{}', '', ?)`,
        [tx.company, hash],
      ),
    );
    expect(await verify()).toEqual({ brokenAt: 4 });
  });
});
