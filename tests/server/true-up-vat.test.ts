// The VAT of a filing period: the tax of many small orders against the tax on their total, on every database.
import type { BusinessDate } from '../../core/business-date.ts';
import { trueUpPeriod } from '../../server/commands/true-up-vat.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { vouchersOfDocuments } from '../../server/store/vouchers.ts';
import { onEachDatabase, writeTold } from './databases.ts';
import { anOrder, day, twd } from './fixtures.ts';
import { pushOrders, reconcileBatches } from './push.ts';

const MAY = day('2024-05-31');

/** Orders of 390: each holds 19 of tax, a thousand of them 19,000, and their total owes 18,571. */
const manyOrders = (count: number, on: BusinessDate) =>
  Array.from({ length: count }, (_, at) => {
    return { ...anOrder(`V${on}-${at}`, { receivable: 390 }), shippedOn: on };
  });

onEachDatabase((newBooks) => {
  test('a thousand orders at 390: 429 are taken off, once', async () => {
    const books = newBooks();
    await reconcileBatches(books, [await pushOrders(books, manyOrders(1_000, day('2024-05-10')))]);
    const plan = await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'plan' });
    expect(plan).toMatchObject({ from: '2024-05-01', to: '2024-06-30', gross: twd(390_000), number: null });
    expect([plan.provisional, plan.due, plan.adjustment]).toEqual([twd(19_000), twd(18_571), twd(429)]);
    const posted = await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' });
    expect(posted).toMatchObject({ number: 'JV202406-0001', adjustment: twd(429) });
    const again = await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' });
    expect(again).toMatchObject({ number: null, before: twd(429), adjustment: twd(0) });
  });

  test('orders that come later are trued up by a further voucher', async () => {
    const books = newBooks();
    await reconcileBatches(books, [await pushOrders(books, manyOrders(100, day('2024-05-10')))]);
    const first = await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' });
    const late = manyOrders(200, day('2024-06-10'));
    await reconcileBatches(books, [await pushOrders(books, late)], '2024-06-30');
    const second = await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' });
    expect(first.adjustment + second.adjustment).toBe(second.provisional - second.due);
    expect(second.number).toBe('JV202406-0003');
  });

  test('a closed month moves the voucher to the first open day; a filed one refuses it', async () => {
    const books = newBooks();
    await reconcileBatches(books, [await pushOrders(books, manyOrders(100, day('2024-05-10')))]);
    const change = (state: 'closed' | 'filed') =>
      writeTold(books, (tx) =>
        insertPeriodChange(tx, { month: '2024-06', state, author: 'A', note: '', changedAt: '2024-07-01T00:00:00Z' }),
      );
    await change('closed');
    expect((await trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' })).number).toBe(
      'JV202407-0001',
    );
    await change('filed');
    await expect(
      trueUpPeriod(books, { day: MAY, currency: 'TWD', author: '王會計', mode: 'post' }),
    ).rejects.toMatchObject({
      code: 'PERIOD_FILED',
    });
    const ofSales = await books.database.transaction(books.company, (tx) => vouchersOfDocuments(tx, 'sales', [1]));
    expect(ofSales.map(({ kind }) => kind)).toEqual(['sales']);
  });
});
