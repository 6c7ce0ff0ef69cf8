// An order that goes back in its stages is taken for an older export and stays out, until a person says that the sheet is
// the newest: then it holds as any newer snapshot does, is asked about no more, and the books prove themselves.
// Seen red: with the word left out of the fingerprint (the second push was the first one again), and without
// `asToldBefore`.
import { asNewest as newestOf } from '../../core/import/import-batch.ts';
import type { Order } from '../../core/order.ts';
import type { Books } from '../../server/books.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { faultsOf } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, ordersHeader, payoutHeader, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });

  const cancelled = anOrder('A1', { stage: 'cancelled' });
  const restored = { ...anOrder('A1'), shippedOn: day('2024-05-20'), completedOn: day('2024-05-22') };
  const named = (file: string) => ({ source: { file, sheet: 'orders' } });
  /** As `batchOf` makes it. */
  const asNewest = (orders: readonly Order[], file: string) => {
    const { fingerprint } = ordersHeader(orders, named(file));
    return { ...named(file), newest: true as const, fingerprint: newestOf(fingerprint) };
  };
  const outcomes = ({ rows }: Awaited<ReturnType<typeof pushOrders>>) => rows.map(({ outcome }) => outcome);

  test('cancelled and then restored: the sale is booked once a person says so', async () => {
    await reconcileBatches(books, [await pushOrders(books, [cancelled], named('may.xlsx'))], '2024-05-18');
    const back = await pushOrders(books, [restored], named('june.xlsx'));
    expect(outcomes(back)).toEqual(['conflict']);
    const told = await pushOrders(books, [restored], asNewest([restored], 'june.xlsx'));
    expect(outcomes(told)).toEqual(['replaced']);
    expect(told.batchId).not.toBe(back.batchId);
    const payout = await pushPayout(books, [aLine('A1', { paidOutOn: '2024-05-25' })]);
    const { orders, sales } = await reconcileBatches(books, [told, payout], '2024-06-01');
    expect(orders.map(({ headline }) => headline)).toEqual(['EXACT']);
    expect(sales.map(({ documentOn, amount }) => [documentOn, amount])).toEqual([['2024-05-20', twd(1_050)]]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a sale that was taken back for a cancellation stands again, and goods leave again', async () => {
    const first = anOrder('A1');
    await reconcileBatches(books, [await pushOrders(books, [first], named('april.xlsx'))], '2024-05-10');
    await reconcileBatches(books, [await pushOrders(books, [cancelled], named('may.xlsx'))], '2024-05-18');
    const told = await pushOrders(books, [restored], asNewest([restored], 'june.xlsx'));
    const { orders, sales, stock } = await reconcileBatches(books, [told], '2024-06-01');
    expect(orders[0]).toMatchObject({ receivable: twd(1_050), open: twd(1_050) });
    expect(sales.map(({ amount }) => amount / 10_000)).toEqual([1050, -1050, 1050]);
    expect(stock.movements.map(({ quantity }) => Math.sign(quantity))).toEqual([-1, 1, -1]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('asked once: the same sheet again, without the word, is the one that holds', async () => {
    await pushOrders(books, [cancelled], named('may.xlsx'));
    const told = await pushOrders(books, [restored], asNewest([restored], 'june.xlsx'));
    const again = await pushOrders(books, [restored], named('june.xlsx'));
    expect(again).toEqual({ ...told, repeated: true });
    expect(await faultsOf(books)).toEqual([]);
  });

  test('an older sheet that was the newest once does not come back by itself', async () => {
    await pushOrders(books, [cancelled], named('may.xlsx'));
    await pushOrders(books, [restored], asNewest([restored], 'june.xlsx'));
    await pushOrders(books, [{ ...cancelled, status: '買家取消' }], named('july.xlsx'));
    const again = await pushOrders(books, [restored], named('june.xlsx'));
    expect(again.repeated).toBe(true);
    const { orders } = await reconcileBatches(books, [again], '2024-07-31');
    expect(orders.map(({ headline }) => headline)).toEqual(['CANCELLED']);
  });

  test('called the newest by mistake: the true sheet says so when it comes again, and takes its place back', async () => {
    const source = named('true.xlsx');
    const first = await pushOrders(books, [cancelled, anOrder('A2', { row: 9 })], source);
    expect(first.overruled).toBeUndefined();
    await pushOrders(books, [restored], asNewest([restored], 'old.xlsx'));
    const again = await pushOrders(books, [cancelled, anOrder('A2', { row: 9 })], source);
    expect(again).toEqual({ ...first, repeated: true, overruled: 1 });
    const both = [cancelled, anOrder('A2', { row: 9 })];
    const told = await pushOrders(books, both, asNewest(both, 'true.xlsx'));
    expect(outcomes(told)).toEqual(['replaced', 'unchanged']);
    expect((await pushOrders(books, both, source)).overruled).toBeUndefined();
    expect(await faultsOf(books)).toEqual([]);
  });

  test('an older sheet whose orders a newer export replaced in the usual way says nothing', async () => {
    const shipped = { ...anOrder('A1', { stage: 'shipped' }), completedOn: null };
    await pushOrders(books, [shipped], named('may.xlsx'));
    expect(outcomes(await pushOrders(books, [anOrder('A1')], named('june.xlsx')))).toEqual(['replaced']);
    const again = await pushOrders(books, [shipped], named('may.xlsx'));
    expect([again.repeated, again.overruled]).toEqual([true, undefined]);
  });

  test('another currency stays out all the same, and payouts are never newest', async () => {
    await pushOrders(books, [anOrder('A1')]);
    const other = await pushOrders(books, [anOrder('A1', { currency: 'USD' })], {
      currency: 'USD',
      newest: true,
      fingerprint: '1'.repeat(64),
    });
    expect(outcomes(other)).toEqual(['conflict']);
    const header = payoutHeader([aLine('A1')], { newest: true });
    await expect(openBatch(books, header)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
