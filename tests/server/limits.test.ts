// Limits of what may be given up, and who did what: a request cannot loosen them, no resolution walks round them, and
// every run, import and approval stands in the log under a name.
import { reconcileRequestSchema } from '../../core/api.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { Resolution } from '../../core/work-event.ts';
import type { Books } from '../../server/books.ts';
import { getWorkEvents, listWork } from '../../server/commands/list-work.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { receiveChunk } from '../../server/commands/receive-chunk.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf, undo } from './book-balances.ts';
import { BOOKED, countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, payoutHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout } from './push.ts';
import { setPolicy } from './team-policy.ts';

const TODAY = day('2024-06-01');
const LIMITS = { perOrder: twd(2), share: null, perRun: twd(50), perMonth: twd(60) };
const FEE: Resolution = { kind: 'accept-fee', feeType: 'SERVICE_FEE' };
const HUGE = { perOrder: '99999', share: null, perRun: '999999', perMonth: '999999' };
const short = (number: string, by: number) => aLine(number, { parts: { PRINCIPAL: 1050 - by, COMMISSION: -60 } });
const FOOTLESS = { net: twd(990), rejectedNet: twd(0), declared: twd(1000), state: 'differs' as const };

onEachDatabase((newBooks) => {
  let books: Books;
  let batchIds: string[];
  beforeEach(() => {
    books = newBooks();
  });

  /** Orders that are short by the dollars given: A1, A2 … */
  async function pushed(...rests: readonly number[]) {
    const numbers = rests.map((_, at) => `A${at + 1}`);
    const orders = await pushOrders(books, sheetOf(numbers.map((number) => anOrder(number))));
    const income = await pushPayout(books, sheetOf(rests.map((rest, at) => short(numbers[at] ?? '', rest))));
    batchIds = [orders.batchId, income.batchId];
  }
  const body = (more: object) => ({ batchIds, asOf: TODAY, ...more });
  const post = (where: string, more: object) => agentFor(books).post(path(where)).send(body(more));

  async function resolve(numbers: readonly string[], resolution: Resolution, author: string) {
    const { items } = await listWork(books, { batchIds, asOf: TODAY });
    const chosen = items.filter(({ orderNumber }) => numbers.includes(orderNumber));
    const subjects = chosen.map(({ subject, figures }) => ({ subject, figures }));
    return resolveWork(books, { batchIds, asOf: TODAY, subjects, resolution, author, note: '' });
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );

  const logged = (action: string) =>
    books.database.transaction(books.company, async (tx) => {
      const where = 'FROM audit_log WHERE company_id = ? AND action = ? ORDER BY seq';
      const rows = await tx.select<[string]>(['detail'], where, [tx.company, action]);
      return rows.map(([detail]) => JSON.parse(detail) as Record<string, unknown>);
    });

  test('a request that brings a policy of its own is refused wherever it goes beyond the team’s', async () => {
    await setPolicy(books, { tolerance: LIMITS });
    await pushed(100);
    const before = await countRows(books, BOOKED);
    const autoPost = { ...DEFAULT_POLICY.autoPost, onlyFooting: false };
    for (const policy of [{ tolerance: HUGE }, { authority: { 王會計: '99999' } }, { autoPost }]) {
      for (const where of ['/reconciliations', '/work-list']) {
        const answer = await post(where, { policy }).expect(403);
        expect(errorOf(answer).code).toBe('POLICY_LOOSENED');
      }
    }
    const told = errorOf(await post('/reconciliations', { policy: { tolerance: HUGE } })).message;
    expect(told['zh-TW']).toBe(
      '這次要求放寬了公司政策：每筆尾差上限。沒有入帳；請不要在要求中放寬，或由有權限的人修改公司政策。',
    );
    expect(await countRows(books, BOOKED)).toEqual(before);
  });

  test('also where the team never saved one: writing off is off until somebody switches it on', async () => {
    await pushed(100);
    const answer = await post('/reconciliations', { policy: { tolerance: HUGE } }).expect(403);
    expect(errorOf(answer).code).toBe('POLICY_LOOSENED');
    const terms = { payoutTermDays: 30, graceDays: 2, freightMax: '10' };
    await post('/reconciliations', { policy: terms }).expect(200);
  });

  test('a fee that is accepted is given up like a write-off: by the same limits, in bulk and over the month', async () => {
    await setPolicy(books, { tolerance: LIMITS, authority: { 陳主管: twd(100), 林會計: twd(40) } });
    await pushed(100, 30, 30, 25, 20);
    await reconcile(books, { batchIds, asOf: TODAY });
    const before = await countRows(books, [...BOOKED, 'work_events']);
    const tries: readonly (readonly [string[], string])[] = [
      [['A1'], '王會計'], // 100 where 2 is hers
      [['A1'], '林會計'], // 100 where 40 is his
      [['A2', 'A3'], '林會計'], // 60 at once where 50 may be
      [['A4'], 'constructor'],
    ];
    for (const [numbers, author] of tries)
      expect(await codeOf(resolve(numbers, FEE, author))).toBe('WRITE_OFF_OVER_LIMIT');
    expect(await codeOf(resolve(['A4'], { kind: 'write-off' }, 'constructor'))).toBe('WRITE_OFF_OVER_LIMIT');
    expect(await countRows(books, [...BOOKED, 'work_events'])).toEqual(before);
    expect(await codeOf(resolve(['A2'], FEE, '林會計'))).toBeNull();
    expect(await codeOf(resolve(['A4'], { kind: 'write-off' }, '林會計'))).toBeNull(); // 55 of 60
    expect(await codeOf(resolve(['A5'], FEE, '陳主管'))).toBe('WRITE_OFF_OVER_LIMIT');
    await resolve(['A2'], { kind: 'reopen' }, '林會計'); // what is taken back counts no more
    expect(await codeOf(resolve(['A5'], FEE, '陳主管'))).toBeNull();
    expect(await faultsOf(books)).toEqual([]);
  });

  test('what a run is asked to book although it waits is an approval with name, day and figures', async () => {
    await pushed(0);
    const late = sheetOf([aLine('A1', { identity: 'late' })]);
    const source = { file: 'late.xlsx', sheet: 's' };
    batchIds.push((await pushPayout(books, late, { proof: FOOTLESS, source })).batchId);
    const { onReview } = await reconcile(books, { batchIds, asOf: TODAY });
    const approve = onReview.map(({ lineKey }) => lineKey);
    expect(approve).toHaveLength(1);
    const nameless = await post('/reconciliations', { approve }).expect(400);
    expect(errorOf(nameless).code).toBe('AUTHOR_MISSING');
    const plan = await reconcile(books, { batchIds, asOf: TODAY, approve, mode: 'plan' });
    expect(await countRows(books, ['work_events'])).toEqual({ work_events: 0 });
    const { planHash } = plan;
    await reconcile(
      books,
      reconcileRequestSchema.parse(body({ approve: [...approve, 'nobody'], author: '王**', planHash })),
    );
    expect(await getWorkEvents(books)).toMatchObject([
      { subject: approve[0], resolution: { kind: 'approve' }, author: '王**', asOf: TODAY, at: books.now() },
    ]);
    expect(await logged('work.decided')).toEqual([{ kind: 'approve', items: 1, author: '王**' }]);
    expect((await logged('reconciled')).at(-1)).toMatchObject({ author: '王**', receipts: 1 });
    const done = await reconcile(books, { batchIds, asOf: TODAY, approve, author: '王**' });
    expect([done.onReview, await countRows(books, ['work_events'])]).toEqual([[], { work_events: 1 }]);
    await undo(books, { kind: 'row', source: { ...source, row: 2 } });
    expect((await reconcile(books, { batchIds, asOf: TODAY })).onReview).toHaveLength(1);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('imports and runs say who; a client that gives no name is logged without one', async () => {
    await pushed(0);
    await post('/reconciliations', { author: ' 李** ' }).expect(200);
    await post('/reconciliations', {}).expect(200);
    expect((await logged('reconciled')).map(({ author }) => author)).toEqual(['李**', '']);
    expect((await logged('batch.completed')).map(({ author }) => author)).toEqual(['', '']);
    const lines = sheetOf([aLine('Z1')]);
    const { batchId } = await openBatch(books, payoutHeader(lines, { source: { file: 'z.xlsx', sheet: 's' } }));
    await receiveChunk(books, batchId, 0, lines);
    await agentFor(books)
      .post(path(`/batches/${batchId}/complete`))
      .send({ author: '李**' })
      .expect(200);
    expect((await logged('batch.completed')).at(-1)).toMatchObject({ author: '李**', file: 'z.xlsx' });
  });
});
