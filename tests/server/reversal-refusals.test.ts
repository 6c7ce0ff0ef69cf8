// What cannot be undone is refused with a sentence that says why, and the books stay as they are.
import type { Undone } from '../../core/ledger-api.ts';
import type { Books } from '../../server/books.ts';
import { reverse } from '../../server/commands/reverse.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { balancesOf, undo } from './book-balances.ts';
import { BOOKED, countRows, NOW, onEachDatabase, writeTold } from './databases.ts';
import { countStatements, failAt, Outage } from './failing-database.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const run = (id: number): Undone => ({ kind: 'run', runId: `RUN-00000${id}` });
  const receipt = (number: string): Undone => ({ kind: 'receipt', number });
  const row = (at: number, file = 'income.xlsx'): Undone => ({
    kind: 'row',
    source: { file, sheet: 'Income', row: at },
  });
  const june = 'RC202406-0001';
  const may = 'RC202405-0001';

  async function fill() {
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [aLine('A1')])];
    await reconcileBatches(books, batches);
    return batches;
  }

  const closeMonth = (month: string) =>
    writeTold(books, (tx) => insertPeriodChange(tx, { month, state: 'closed', author: '', note: '', changedAt: NOW }));

  test.each<[string, string, Undone, ...undoneBefore: Undone[]]>([
    ['an unknown receipt', 'UNDO_UNKNOWN', receipt('RC209901-0001')],
    ['an unknown run', 'UNDO_UNKNOWN', run(9)],
    ['an unknown batch', 'UNDO_UNKNOWN', { kind: 'batch', batchId: 'nothing' }],
    ['a row of no sheet', 'UNDO_UNKNOWN', row(77)],
    ['a run that posted nothing', 'UNDO_EMPTY', run(2)],
    ['a receipt that was reversed', 'REVERSED_ALREADY', receipt(may), receipt(may)],
    ['a row that was undone', 'REVERSED_ALREADY', row(2), row(2)],
    ['a run of which nothing stands', 'REVERSED_ALREADY', run(1), row(2), run(1)],
    ['the reversal of a receipt', 'REVERSAL_FINAL', receipt(june), receipt(may)],
    ['the run that undid', 'REVERSAL_FINAL', run(3), receipt(may)],
  ])('%s', async (_name, code, what, ...undoneBefore) => {
    await reconcileBatches(books, await fill());
    for (const earlier of undoneBefore) await undo(books, earlier);
    const before = await countRows(books, [...BOOKED, 'runs', 'audit_log']);
    await expect(undo(books, what)).rejects.toMatchObject({ code });
    expect(await countRows(books, [...BOOKED, 'runs', 'audit_log'])).toEqual(before);
  });

  test('a sale on which a later receipt counts, with the name of the receipt; then newest first', async () => {
    const orders = await pushOrders(books, [anOrder('A1')]);
    await reconcileBatches(books, [orders]);
    const payout = await pushPayout(books, [aLine('A1')]);
    await reconcileBatches(books, [orders, payout]);
    for (const what of [run(1), { kind: 'batch', batchId: orders.batchId } as const]) {
      await expect(undo(books, what)).rejects.toMatchObject({ code: 'REVERSAL_DEPENDED', details: { documents: may } });
    }
    await undo(books, run(2));
    await undo(books, run(1));
    expect(Object.values(await balancesOf(books)).flat()).toEqual([]);
  });

  test('a refund on which a second payout counts', async () => {
    const orders = await pushOrders(books, [anOrder('A1')]);
    const lines = [
      aLine('A1', { parts: { PRINCIPAL: 1050 }, paidOutOn: '2024-05-10', identity: '1' }),
      aLine('A1', { parts: { REFUND: -1050 }, paidOutOn: '2024-05-11', identity: '2' }),
      aLine('A1', { parts: { PRINCIPAL: 1050 }, paidOutOn: '2024-05-12', identity: '3' }),
    ];
    const result = await reconcileBatches(books, [orders, await pushPayout(books, sheetOf(lines))]);
    expect(result.receipts.map(({ cash }) => cash)).toEqual([twd(1050), twd(-1050), twd(1050)]);
    const refused = undo(books, row(3));
    await expect(refused).rejects.toMatchObject({ code: 'REVERSAL_DEPENDED' });
    await undo(books, row(4));
    await undo(books, row(3));
  });

  test('a day in a closed month; without a day the reversal goes to the first open one', async () => {
    await fill();
    await closeMonth('2024-05');
    await closeMonth('2024-06');
    const given = undo(books, receipt(may), { on: day('2024-06-05') });
    await expect(given).rejects.toMatchObject({ code: 'PERIOD_CLOSED', details: { month: '2024-06' } });
    const answer = await undo(books, receipt(may));
    expect(answer.postedOn).toBe('2024-07-01');
    expect(must(answer.receipts[0]).number).toBe('RC202407-0001');
    expect(must(answer.vouchers[0]).postedOn).toBe('2024-07-01');
  });

  test('a day before the document', async () => {
    await fill();
    const early = undo(books, receipt(may), { on: day('2024-05-09') });
    await expect(early).rejects.toMatchObject({ code: 'REVERSAL_TOO_EARLY', details: { earliest: '2024-05-10' } });
    expect((await undo(books, receipt(may), { on: day('2024-05-10') })).postedOn).toBe('2024-05-10');
  });

  test('an undo that fails at any of its statements leaves nothing, and succeeds when tried again', async () => {
    await fill();
    const twin = books;
    const steps = await countStatements(twin.database, (database) => undo({ ...twin, database }, row(2)));
    books = newBooks();
    await fill();
    const tables = [...BOOKED, 'match_ends', 'runs', 'audit_log', 'document_series', 'stock_balances'];
    const before = [await countRows(books, tables), await balancesOf(books)];
    expect(steps).toBeGreaterThan(20);
    for (let step = 1; step <= steps; step++) {
      const failing = { ...books, database: failAt(books.database, step) };
      await expect(undo(failing, row(2))).rejects.toThrow(Outage);
    }
    expect([await countRows(books, tables), await balancesOf(books)]).toEqual(before);
    await undo(books, row(2));
    expect(await countRows(books, tables)).toEqual(await countRows(twin, tables));
    expect(await books.database.transaction(books.company, verifyAudit)).toEqual({ entries: 4 });
  });

  test('two at once: one is posted, the other is told so', async () => {
    await fill();
    const both = await Promise.allSettled([undo(books, receipt(may)), undo(books, receipt(may))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'REVERSED_ALREADY' } });
  });

  test('over the wire: an answer with decimal amounts, a refusal with its sentence', async () => {
    await fill();
    const agent = agentFor(books);
    const what = { what: receipt(may), asOf: '2024-06-02', author: '王**', note: '付款取消' };
    const answer = await agent.post(path('/reversals')).send(what);
    expect(answer.body).toMatchObject({
      runId: 'RUN-000002',
      receipts: [{ number: june, reverses: may, cash: '-990' }],
    });
    const again = await agent.post(path('/reversals')).send(what);
    expect([again.status, errorOf(again).message['zh-TW']]).toEqual([
      409,
      `「${may}」已經沖銷過了（${june}），不會再沖一次。若要重新入帳，請再對一次帳。`,
    ]);
    const wrong = await agent.post(path('/reversals')).send({ what: { kind: 'run', runId: 'x' }, asOf: '2024-06-02' });
    expect(errorOf(wrong).code).toBe('BAD_REQUEST');
  });

  test('the note and the counts stand in the audit log', async () => {
    await fill();
    await reverse(books, { what: run(1), asOf: day('2024-06-02'), author: '王**', note: '重複匯入', decline: false });
    const [entry] = await books.database.transaction(books.company, (tx) =>
      tx.select<[string, string, { note: string; receipts: number }]>(
        ['action', 'subject', { json: 'detail' }],
        'FROM audit_log WHERE company_id = ? ORDER BY seq DESC LIMIT 1',
        [tx.company],
      ),
    );
    expect(entry).toMatchObject(['reversed', 'RUN-000001', { note: '重複匯入', receipts: 1, sales: 1, movements: 1 }]);
  });
});
