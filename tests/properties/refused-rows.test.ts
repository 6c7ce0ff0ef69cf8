// Bad input that is refused before a run sees it, or by the database itself: the books stay as they were, and sound.
import { faultsOf } from '../server/book-balances.ts';
import { BOOKED, countRows, onEachDatabase } from '../server/databases.ts';
import { aLine, anOrder, must, sheetOf, twd } from '../server/fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from '../server/push.ts';

onEachDatabase((newBooks) => {
  const paid = (parts: Parameters<typeof aLine>[1]) => aLine('A1', { identity: 'id:TX-1', ...parts });

  test('two payouts with one number and other amounts: the second is a conflict, shown in the proof and booked nowhere', async () => {
    const books = newBooks();
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [paid({})])];
    await reconcileBatches(books, batches);
    const before = await countRows(books, BOOKED);

    const again = await pushPayout(books, sheetOf([paid({ parts: { PRINCIPAL: 1100, COMMISSION: -60 } })]));
    const nets = { pushed: twd(1040), held: twd(990) };
    expect(again.rows).toEqual([{ row: 2, outcome: 'conflict', fields: ['net', '商品原價'], nets }]);
    const { conservation, orders } = await reconcileBatches(books, [...batches, again]);
    const [proof] = conservation;
    expect(must(proof).dispositions).toMatchObject({ allocated: twd(990), conflict: twd(1040) });
    expect([must(proof).difference, must(proof).rowDifference]).toEqual([0, 0]);
    expect(orders.map(({ headline, received }) => [headline, received])).toEqual([['EXACT', twd(1050)]]);
    expect(await countRows(books, BOOKED)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('an older export, pushed after the order was settled, stays out', async () => {
    const books = newBooks();
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [paid({})])];
    await reconcileBatches(books, batches);
    const before = await countRows(books, BOOKED);
    const older = await pushOrders(books, [anOrder('A1', { stage: 'shipped', receivable: 900 })]);
    expect(older.rows).toEqual([{ row: 2, outcome: 'conflict', fields: ['stage'] }]);
    const { orders } = await reconcileBatches(books, [...batches, older]);
    expect(orders.map(({ headline, receivable }) => [headline, receivable])).toEqual([['EXACT', twd(1050)]]);
    expect(await countRows(books, BOOKED)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
  });

  test.each([
    [
      'to bear more than is owed',
      'UPDATE receivables SET allocated = original + 1',
      'receivable_is_not_over_allocated',
    ],
    ['to less than was applied', 'UPDATE receivables SET original = allocated - 1', 'receivable_is_not_over_allocated'],
  ])('a receivable changed %s is refused by the database', async (_name, sql, refusal) => {
    const books = newBooks();
    await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [paid({})])]);
    await expect(books.database.transaction(books.company, (tx) => tx.run(sql))).rejects.toThrow(refusal);
    expect(await faultsOf(books)).toEqual([]);
  });
});
