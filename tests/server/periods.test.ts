// Months that are closed and filed: nothing is posted into them, whatever comes; what belongs there goes to the first
// open day after, and people are told.
import type { PeriodState } from '../../core/team-books.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod, getPeriods } from '../../server/commands/change-period.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const sheet = (file: string) => ({ file, sheet: 'Income' });

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const change = (state: PeriodState, month = '2024-05') =>
    changePeriod(books, { month, state, author: '王**', note: '五月關帳' });

  test.each<[string, PeriodState[], PeriodState, string]>([
    ['closing twice', ['closed'], 'closed', '2024-05 目前是「已關帳」，不能這樣變更。請申報或重新開放。'],
    ['filing what is open', [], 'filed', '2024-05 目前是「開放」，不能這樣變更。請先關帳。'],
    ['opening what is open', [], 'open', '2024-05 目前是「開放」，不能這樣變更。請先關帳。'],
    [
      'opening what is filed',
      ['closed', 'filed'],
      'open',
      '2024-05 目前是「已申報」，不能這樣變更。已申報的月份不再開放，請在開放的月份更正。',
    ],
  ])('%s is refused', async (_name, before, state, message) => {
    for (const earlier of before) await change(earlier);
    await expect(change(state)).rejects.toMatchObject({ code: 'PERIOD_STATE', translated: { 'zh-TW': message } });
    expect((await getPeriods(books)).periods.at(0)?.state).toBe(before.at(-1));
  });

  test('a closed month can be opened again; every change is kept with who and why', async () => {
    await change('closed');
    await change('open');
    expect((await getPeriods(books)).periods).toMatchObject([{ month: '2024-05', state: 'open', author: '王**' }]);
    const log = await books.database.transaction(books.company, (tx) =>
      tx.select<[string, string]>(['action', 'subject'], 'FROM audit_log WHERE company_id = ? ORDER BY seq', [
        tx.company,
      ]),
    );
    expect(log).toEqual([
      ['period.closed', '2024-05'],
      ['period.opened', '2024-05'],
    ]);
  });

  test.each<[PeriodState]>([['filed'], ['open']])('%s said again changes nothing and is no error', async (state) => {
    await change('closed');
    const first = await change(state);
    expect(await change(state)).toEqual(first);
    for (const other of [{ author: '李**' }, { note: '六月再說' }]) {
      const another = changePeriod(books, { month: '2024-05', state, author: '王**', note: '五月關帳', ...other });
      await expect(another).rejects.toMatchObject({ code: 'PERIOD_STATE' });
    }
  });

  test('what waits in the month is listed when it is closed', async () => {
    await pushPayout(books, sheetOf([aLine('A1'), aLine('A2', { paidOutOn: '2024-06-01' })]));
    const { waiting } = await change('closed');
    expect(waiting).toMatchObject([{ file: 'income.xlsx', sheet: 'Income', row: 2, paidOutOn: '2024-05-10' }]);
  });

  test('what waits in a month is told before it is closed, and nothing of other months', async () => {
    await pushPayout(books, sheetOf([aLine('A1'), aLine('A2', { paidOutOn: '2024-06-01' })]));
    const agent = agentFor(books);
    const told = await agent.get(path('/periods?waiting=2024-05'));
    expect(told.body).toMatchObject({ periods: [], waiting: [{ row: 2, paidOutOn: '2024-05-10' }] });
    expect((await change('closed')).waiting).toEqual((await getPeriods(books, '2024-05')).waiting);
    expect((await getPeriods(books)).waiting).toEqual([]);
    const wrong = await agent.get(path('/periods?waiting=May'));
    expect([wrong.status, errorOf(wrong).code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('earlier months that are open are named when a month is closed, and before', async () => {
    const april = await pushPayout(books, [aLine('A1', { paidOutOn: '2024-04-10' })], { source: sheet('april.xlsx') });
    const may = await pushPayout(books, [aLine('A2')], { source: sheet('may.xlsx') });
    await reconcileBatches(books, [april, may]);
    expect((await getPeriods(books, '2024-05')).openBefore).toEqual(['2024-04']);
    expect((await getPeriods(books, '2024-04')).openBefore).toEqual([]);
    await changePeriod(books, { month: '2024-04', state: 'closed', author: '王**', note: '' });
    expect((await change('closed')).openBefore).toEqual([]);
  });

  test('a plan goes with closing alone', async () => {
    await change('closed');
    const agent = agentFor(books);
    const planHash = 'a'.repeat(64);
    const filed = await agent.post(path('/periods')).send({ month: '2024-05', state: 'filed', planHash });
    expect(filed.body.error).toMatchObject({
      code: 'BAD_REQUEST',
      message: { en: expect.stringContaining('planHash') },
    });
    expect((await getPeriods(books)).periods.at(0)?.state).toBe('closed');
  });

  test('a payout for a closed month waits for review, and approved is booked on the first open day', async () => {
    await change('closed');
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [aLine('A1')])];
    const waits = await reconcileBatches(books, batches);
    expect(waits.onReview.map(({ reason }) => reason)).toEqual(['PERIOD_CLOSED']);
    expect(waits.receipts).toEqual([]);
    expect(waits.sales.map(({ documentOn }) => documentOn)).toEqual(['2024-06-01']);
    const approve = waits.onReview.map(({ lineKey }) => lineKey);
    const batchIds = batches.map(({ batchId }) => batchId);
    const booked = await reconcile(books, { batchIds, asOf: day('2024-06-03'), approve, author: '王會計' });
    expect(booked.receipts.map(({ number, receivedOn }) => [number, receivedOn])).toEqual([
      ['RC202406-0001', '2024-06-01'],
    ]);
    expect(booked.vouchers.every(({ postedOn }) => postedOn >= '2024-06-01')).toBe(true);
  });

  test('over the wire', async () => {
    const agent = agentFor(books);
    const closed = await agent.post(path('/periods')).send({ month: '2024-05', state: 'closed', author: '王**' });
    expect(closed.body).toMatchObject({ periods: [{ month: '2024-05', state: 'closed' }], waiting: [] });
    expect((await agent.get(path('/periods'))).body).toEqual(closed.body);
    const refused = await agent.post(path('/periods')).send({ month: '2024-05', state: 'closed' });
    expect([refused.status, errorOf(refused).code]).toEqual([409, 'PERIOD_STATE']);
    const wrong = await agent.post(path('/periods')).send({ month: '2024-13', state: 'closed' });
    expect(errorOf(wrong).code).toBe('BAD_REQUEST');
    expect(must((await getPeriods(books)).periods[0]).note).toBe('');
  });
});
