// What a run's answer tells beside orders and receipts: which documents each voucher posts, and the forecast by the payout
// calendar of the shop. Seen red: with documents of other orders left out of a day's voucher, and with calendars unread.
import { z } from 'zod';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import { WEEKENDS_ONLY } from '../../core/calendar/holiday-calendar.ts';
import type { Books } from '../../server/books.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { insertSetting } from '../../server/store/team-settings.ts';
import { terms } from '../core/calendar/calendars.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { onEachDatabase, writeTold } from './databases.ts';
import { aLine, anOrder, day, ordersHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });

  const told = ({ vouchers }: Awaited<ReturnType<typeof reconcile>>) =>
    vouchers.map(({ kind, documents }) => [kind, documents]);

  test('a voucher names the documents it posts: a day of sales, and a receipt', async () => {
    const batches = [
      await pushOrders(books, sheetOf(['A1', 'A2', 'A3'].map((number) => anOrder(number)))),
      await pushPayout(books, sheetOf([aLine('A2')])),
    ];
    const result = await reconcileBatches(books, batches);
    expect(told(result)).toEqual([
      ['sales', ['SA202405-0001–SA202405-0003']],
      ['receipt', ['RC202405-0001']],
    ]);
  });

  test('also those of orders that the run did not look at', async () => {
    await reconcileBatches(books, [await pushOrders(books, sheetOf(['A1', 'A2', 'A3'].map((one) => anOrder(one))))]);
    const later = await pushPayout(books, sheetOf([aLine('A2')]));
    const result = await reconcileBatches(books, [later]);
    expect(result.sales.map(({ number }) => number)).toEqual(['SA202405-0002']);
    expect(told(result)).toEqual([
      ['sales', ['SA202405-0001–SA202405-0003']],
      ['receipt', ['RC202405-0001']],
    ]);
  });

  test('a plan names its drafts', async () => {
    const batch = await pushOrders(books, sheetOf([anOrder('A1'), anOrder('A2')]));
    const request = { batchIds: [batch.batchId], asOf: day('2024-06-01'), mode: 'plan' as const };
    expect(told(await reconcile(books, request))).toEqual([['sales', ['DRAFT-0001–DRAFT-0002']]]);
  });

  test('the forecast goes by the calendar that is set, from the next run on', async () => {
    const batch = await pushOrders(books, sheetOf([anOrder('A1')]));
    const forecast = async () => (await reconcileBatches(books, [batch], '2024-05-15')).forecast;
    expect((await forecast()).expected).toMatchObject([{ on: '2024-05-21', paid: twd(1050), calendar: null }]);
    const weekly = terms({
      ...{ platform: ordersHeader([]).shop.platform, delay: { n: 10, unit: 'day' }, cycle: { kind: 'weekly', on: 3 } },
      ...{ validFrom: day('2024-01-01'), holidayCalendar: WEEKENDS_ONLY.id, transferFee: twd(15) },
    });
    await writeTold(books, (tx) =>
      insertSetting(tx, {
        ...{ kind: 'payout-calendar', id: weekly.id, version: 1, author: '陳**', note: '', savedAt: books.now() },
        content: z.encode(payoutCalendarSchema, weekly),
      }),
    );
    const { expected, overdue } = await forecast();
    expect(must(expected[0])).toMatchObject({
      ...{ on: '2024-05-22', open: twd(1050), transferFee: twd(15), paid: twd(1035) },
      calendar: { id: weekly.id, version: 1 },
    });
    expect(overdue).toEqual([]);
  });
});
