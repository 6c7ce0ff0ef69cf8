// The work list on the books: what people decide is checked, written down, carried out, and taken back when it must be.
import type { ReconcileResult } from '../../core/api.ts';
import type { BatchAnswer } from '../../core/api.ts';
import { lineKey, orderKey } from '../../core/reconcile/account.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { Resolution } from '../../core/work-event.ts';
import type { WorkItem, WorkList } from '../../core/work-list.ts';
import { resolveRequestSchema, workEventsSchema, workListSchema } from '../../core/work-list-api.ts';
import { z } from 'zod';
import type { Books } from '../../server/books.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf } from './book-balances.ts';
import { BOOKED, countRows, NOW, onEachDatabase, writeTold } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';
import { setPolicy, trust } from './team-policy.ts';

const SHOP = 'shopee-tw/小店';
const TODAY = day('2024-06-01');
const short = (number: string, by: number) => aLine(number, { parts: { PRINCIPAL: 1050 - by, COMMISSION: -60 } });
const STRAY = aLine('Z9', { parts: { PRINCIPAL: 700 } });
const MORE = { file: 'more.xlsx', sheet: 'orders' };
const EVEN_MORE = { file: 'even-more.xlsx', sheet: 'orders' };
const EVERYTHING = [...BOOKED, 'runs', 'audit_log', 'work_events', 'link_decisions'];

onEachDatabase((newBooks) => {
  let books: Books;
  let batchIds: string[];
  beforeEach(() => {
    books = newBooks();
  });

  async function post(batches: readonly BatchAnswer[]) {
    batchIds = batches.map(({ batchId }) => batchId);
    await reconcileBatches(books, batches);
  }

  /** A1 and A2 are 20 and 5 short, A3 waits for its payout, Z9 was paid and has no order. */
  async function reconciled() {
    await trust(books, '王會計');
    const orders = sheetOf(['A1', 'A2', 'A3'].map((number) => anOrder(number)));
    const income = sheetOf([short('A1', 20), short('A2', 5), STRAY]);
    await post([await pushOrders(books, orders), await pushPayout(books, income)]);
  }

  const list = () => listWork(books, { batchIds, asOf: TODAY });
  const find = ({ items }: WorkList, number: string) => must(items.find((item) => item.orderNumber === number));
  async function resolve(
    numbers: readonly string[],
    resolution: Resolution,
    more: { author?: string; note?: string } = {},
  ) {
    const now = await list();
    const subjects = numbers.map((number) => find(now, number));
    return decide(subjects, resolution, more);
  }
  function decide(items: readonly Pick<WorkItem, 'subject' | 'figures'>[], resolution: Resolution, more = {}) {
    const subjects = items.map(({ subject, figures }) => ({ subject, figures }));
    return resolveWork(books, {
      ...{ batchIds, asOf: TODAY, subjects, resolution, author: '王會計', note: '', ...more },
    });
  }
  const tolerance = { perOrder: twd(10), share: null, perRun: twd(24), perMonth: twd(30) };
  const again = () =>
    reconcileBatches(
      books,
      batchIds.map((batchId) => ({ batchId }) as BatchAnswer),
    );

  async function refused(work: Promise<unknown>, code: string) {
    const before = await countRows(books, EVERYTHING);
    await expect(work).rejects.toMatchObject({ code });
    expect(await countRows(books, EVERYTHING)).toEqual(before);
  }

  test('every discrepancy is an item with amount, age, sentence and what may be done', async () => {
    await reconciled();
    const { items } = await list();
    expect(items.map(({ orderNumber, headline, atStake, state }) => [orderNumber, headline, atStake, state])).toEqual([
      ['Z9', 'PAYOUT_WITHOUT_ORDER', twd(700), 'open'],
      ['A1', 'SHORT', twd(20), 'open'],
      ['A2', 'SHORT', twd(5), 'open'],
      ['A3', 'OVERDUE', twd(1050), 'open'],
    ]);
    expect(must(items[1]).sentence['zh-TW']).toContain('短收 20');
    expect(must(items[1]).actions).toEqual([
      ...['assign', 'note', 'wait', 'resolve', 'claim', 'accept-fee', 'write-off', 'bad-debt'],
    ]);
    expect(must(items[3]).actions).not.toContain('write-off');
  });

  test('assigning, waiting, claiming and closing are kept with who, when and why, and nothing is booked', async () => {
    await reconciled();
    const before = await countRows(books, BOOKED);
    await resolve(['A1'], { kind: 'assign', assignee: '林會計', dueOn: day('2024-06-10') });
    await resolve(['A1'], { kind: 'claim', reference: 'C-77' }, { note: '附出貨證明' });
    await resolve(['A2'], { kind: 'wait', until: day('2024-06-15') });
    const after = await resolve(['A3'], { kind: 'resolve' });
    expect(['A1', 'A2', 'A3', 'Z9'].map((number) => find(after, number).state)).toEqual([
      ...['claimed', 'waiting', 'resolved', 'open'],
    ]);
    expect(find(after, 'A1')).toMatchObject({ assignee: '林會計', dueOn: '2024-06-10' });
    expect(must(find(after, 'A1').history[0])).toMatchObject({
      ...{ resolution: { kind: 'claim', reference: 'C-77' }, author: '王會計', note: '附出貨證明', at: NOW },
    });
    expect(find(await resolve(['A3'], { kind: 'reopen' }), 'A3').state).toBe('open');
    expect(await countRows(books, BOOKED)).toEqual(before);
    const later = await listWork(books, { batchIds, asOf: day('2024-06-16') });
    expect(find(later, 'A2')).toMatchObject({ state: 'open', reopened: { by: 'day' } });
  });

  test('what is short becomes a fee: a balanced receipt with its voucher, and the item is resolved for good', async () => {
    await reconciled();
    const after = await resolve(['A1'], { kind: 'accept-fee', feeType: 'SERVICE_FEE' });
    expect(find(after, 'A1')).toMatchObject({ state: 'resolved', actions: ['note', 'reopen'] });
    expect(find(after, 'A1').sentence['zh-TW']).toBe('原為「短收」20；2024-06-01 王會計：20 認列為其他服務費。');
    const run = await again();
    expect(run.posted).toEqual({ matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 });
    const transfer = must(run.receipts.find(({ kind }) => kind === 'transfer'));
    expect(transfer).toMatchObject({
      ...{ cash: 0, deductions: [{ type: 'SERVICE_FEE', amount: twd(20) }] },
      allocations: [{ target: 'receivable', feeType: 'SERVICE_FEE', amount: twd(20) }],
    });
    expect(run.vouchers.filter(({ kind }) => kind === 'transfer')).toHaveLength(1);
    expect(must(run.orders.find(({ orderNumber }) => orderNumber === 'A1'))).toMatchObject({
      open: 0,
      headline: 'EXACT',
    });
  });

  test('reopening takes the booking back and shows the item as it was', async () => {
    await reconciled();
    const before = find(await list(), 'A1');
    await resolve(['A1'], { kind: 'accept-fee', feeType: 'COMMISSION' });
    const after = find(await resolve(['A1'], { kind: 'reopen' }), 'A1');
    expect(after).toMatchObject({ state: 'open', figures: before.figures, atStake: before.atStake });
    const run = await again();
    expect(run.posted.receipts).toBe(0);
    expect(run.receipts.filter(({ kind }) => kind === 'transfer')).toHaveLength(2);
  });

  test('a decision on figures that changed meanwhile is refused, and nothing is written', async () => {
    await reconciled();
    const stale = find(await list(), 'A1');
    batchIds.push((await pushPayout(books, [aLine('A1', { parts: { PRINCIPAL: 5 }, identity: 'more' })])).batchId);
    await refused(decide([stale], { kind: 'accept-fee', feeType: 'COMMISSION' }), 'PLAN_STALE');
    await refused(decide([{ subject: 'nobody', figures: stale.figures }], { kind: 'note' }), 'PLAN_STALE');
  });

  test('an item whose figures change after the decision is open again and says what was decided', async () => {
    await reconciled();
    await resolve(['A1'], { kind: 'claim', reference: '' });
    batchIds.push((await pushPayout(books, [aLine('A1', { parts: { PRINCIPAL: 5 }, identity: 'more' })])).batchId);
    const item = find(await list(), 'A1');
    expect(item).toMatchObject({ state: 'open', atStake: twd(15), reopened: { by: 'figures' } });
    expect(must(item.reopened).event.facts.atStake).toBe(twd(20));
  });

  test('write-offs stay within the limits for an order, a decision and a month, and a person may have a limit of their own', async () => {
    await reconciled();
    const writeOff = (numbers: readonly string[], author = '王會計') =>
      resolve(numbers, { kind: 'write-off' }, { author });
    await setPolicy(books, {});
    await refused(writeOff(['A2']), 'WRITE_OFF_OVER_LIMIT');
    await setPolicy(books, { tolerance, authority: { 陳主管: twd(20), 王會計: twd(5) } });
    await again(); // what is within the tolerance of the policy is written off by the run
    const { items } = await list();
    expect(items.map(({ orderNumber }) => orderNumber)).toEqual(['Z9', 'A1', 'A3']);
    await refused(writeOff(['A1']), 'WRITE_OFF_OVER_LIMIT');
    const after = await writeOff(['A1'], '陳主管');
    expect(find(after, 'A1').state).toBe('resolved');
    const a1 = must((await again()).orders.find(({ orderNumber }) => orderNumber === 'A1'));
    expect(a1).toMatchObject({ headline: 'WITHIN_TOLERANCE', writtenOff: twd(20), open: 0 });
  });

  test.each([
    ['a decision', { ...tolerance, perOrder: twd(20), perRun: twd(24) }, /the limit for one decision/],
    ['the month', { ...tolerance, perOrder: twd(20), perRun: twd(40), perMonth: twd(24) }, /the limit of the month/],
  ])('two write-offs are refused beyond the limit of %s', async (_, limits, message) => {
    const income = sheetOf([short('A1', 15), short('A2', 15)]);
    const orders = sheetOf([anOrder('A1'), anOrder('A2')]);
    await post([
      await pushOrders(books, orders),
      await pushPayout(books, income, { paymentMode: 'instalments' }), // not final: no tolerance applies by itself
    ]);
    await setPolicy(books, { tolerance: limits, payoutTermDays: 1 });
    const { items } = await listWork(books, { batchIds, asOf: TODAY, policy: { tolerance: DEFAULT_POLICY.tolerance } });
    const subjects = items.map(({ subject, figures }) => ({ subject, figures }));
    expect(subjects).toHaveLength(2);
    const policy = { tolerance: DEFAULT_POLICY.tolerance };
    const resolution = { kind: 'write-off' as const };
    const decision = { batchIds, asOf: TODAY, policy, subjects, resolution, author: '王會計', note: '' };
    await expect(resolveWork(books, decision)).rejects.toThrow(message);
    expect(await countRows(books, ['work_events'])).toEqual({ work_events: 0 });
  });

  test('what is alike is decided at once; what is not is refused as a whole', async () => {
    await reconciled();
    await refused(resolve(['A1', 'A3'], { kind: 'claim', reference: '' }), 'WORK_UNLIKE');
    await refused(resolve(['A1', 'Z9'], { kind: 'note' }), 'WORK_UNLIKE');
    await refused(resolve(['A3'], { kind: 'write-off' }), 'WORK_NOT_POSSIBLE');
    const after = await resolve(['A1', 'A2'], { kind: 'accept-fee', feeType: 'PAYMENT_FEE' });
    expect(['A1', 'A2'].map((number) => find(after, number).state)).toEqual(['resolved', 'resolved']);
  });

  test('a payout without order is linked by hand, and every later run knows it', async () => {
    await reconciled();
    const to = (number: string): Resolution => ({ kind: 'link', orderKey: orderKey(SHOP, number) });
    await refused(resolve(['Z9'], to('A99')), 'LINK_NOT_POSSIBLE');
    const after = await resolve(['Z9'], to('A3'));
    expect(find(after, 'Z9')).toMatchObject({ state: 'resolved', actions: ['note'] });
    const a3 = must((await again()).orders.find(({ orderNumber }) => orderNumber === 'A3'));
    expect(a3).toMatchObject({ method: 'P3', received: twd(700), open: twd(350) });
    expect(a3.lineKeys).toEqual([lineKey(SHOP, STRAY)]);
  });

  test('a payout is linked to several orders at once, each by what it waits for; an order it does not reach refuses all', async () => {
    await reconciled();
    batchIds.push((await pushOrders(books, [anOrder('B1', { receivable: 300 })], { source: MORE })).batchId);
    batchIds.push((await pushOrders(books, [anOrder('B2', { receivable: 400 })], { source: EVEN_MORE })).batchId);
    const [b1, b2, a3] = ['B1', 'B2', 'A3'].map((number) => orderKey(SHOP, number));
    const to = (...orderKeys: (string | undefined)[]): Resolution => {
      const keys = orderKeys.map((key) => must(key));
      return { kind: 'link', orderKey: must(keys[0]), orderKeys: keys };
    };
    await refused(resolve(['Z9'], to(a3, b1)), 'LINK_NOT_POSSIBLE');
    await refused(resolve(['Z9'], to(b1, orderKey(SHOP, 'A99'))), 'LINK_NOT_POSSIBLE');
    const after = await resolve(['Z9'], to(b1, b2));
    expect(find(after, 'Z9').sentence['zh-TW']).toContain('連結到訂單 B1、B2');
    const run = await again();
    const paid = run.orders.filter(({ orderKey: key }) => key === b1 || key === b2);
    expect(paid.map(({ method, received, open, lineKeys }) => [method, received, open, lineKeys])).toEqual([
      ['P3', twd(300), 0, [lineKey(SHOP, STRAY)]],
      ['P3', twd(400), 0, [lineKey(SHOP, STRAY)]],
    ]);
    expect(paid[0]?.evidence).toEqual(['Z9 = B1 + B2']);
    expect(run.posted.receipts).toBe(0);
  });

  test('money without order becomes an income, and reopening puts it on hold again', async () => {
    await reconciled();
    const after = await resolve(['Z9'], { kind: 'accept-fee', feeType: 'FEE_REVERSAL' });
    expect(find(after, 'Z9').state).toBe('resolved');
    const onHold = (run: ReconcileResult) =>
      run.receipts.flatMap(({ allocations }) => allocations).filter(({ target }) => target === 'suspense');
    const total = async () => onHold(await again()).reduce((sum, { amount }) => sum + amount, 0);
    expect(await total()).toBe(0);
    expect(find(await resolve(['Z9'], { kind: 'reopen' }), 'Z9').state).toBe('open');
    expect(await total()).toBe(twd(700));
  });

  test('a refund without order becomes a cost, and every later run goes on', async () => {
    await trust(books, '王會計');
    await post([await pushPayout(books, sheetOf([aLine('Z8', { parts: { REFUND: -100 } })]))]);
    const after = await resolve(['Z8'], { kind: 'accept-fee', feeType: 'PENALTY' });
    expect(find(after, 'Z8').state).toBe('resolved');
    expect((await again()).posted.receipts).toBe(0);
    expect(await faultsOf(books)).toEqual([]);
    expect(find(await resolve(['Z8'], { kind: 'reopen' }), 'Z8').state).toBe('open');
    expect(await faultsOf(books)).toEqual([]);
  });

  test('money without order that is decided about before any run is booked with its decision at once', async () => {
    await trust(books, '王會計');
    batchIds = [(await pushPayout(books, sheetOf([STRAY]))).batchId];
    expect(find(await resolve(['Z9'], { kind: 'accept-fee', feeType: 'FEE_REVERSAL' }), 'Z9').state).toBe('resolved');
    const run = await again();
    expect(run.posted).toMatchObject({ receipts: 0, vouchers: 0 });
    const [booked] = run.receipts;
    expect(booked).toMatchObject({ cash: twd(700), deductions: [{ type: 'FEE_REVERSAL', amount: twd(-700) }] });
    expect(await faultsOf(books)).toEqual([]);
    expect(find(await resolve(['Z9'], { kind: 'reopen' }), 'Z9').state).toBe('open');
    expect((await again()).posted.receipts).toBe(0);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a proposal is declined and never comes back', async () => {
    const orders = sheetOf([anOrder('240501123456789123')]);
    const income = sheetOf([aLine('240501123456789000')]);
    await post([await pushOrders(books, orders), await pushPayout(books, income)]);
    const item = find(await list(), '240501123456789000');
    const [proposal] = item.proposals;
    expect(must(proposal)).toMatchObject({ pass: 'P4', orderNumbers: ['240501123456789123'] });
    const after = await decide([item], { kind: 'decline', orderKeys: must(proposal).orderKeys });
    expect(find(after, '240501123456789000')).toMatchObject({ state: 'open', proposals: [] });
    expect((await again()).proposals).toEqual([]);
  });

  test('a line that waits for review is approved, and booked by that', async () => {
    const income = sheetOf([aLine('A1')]);
    const proof = { net: twd(990), rejectedNet: twd(0), declared: twd(1000), state: 'differs' as const };
    await post([await pushOrders(books, [anOrder('A1')]), await pushPayout(books, income, { proof })]);
    const { review } = await list();
    expect(review).toMatchObject([{ reason: 'FILE_INCONSISTENT', net: twd(990), mayApprove: true }]);
    const after = await decide(review, { kind: 'approve' });
    expect(after.review).toEqual([]);
    expect((await again()).posted.receipts).toBe(0);
    expect(await countRows(books, ['receipts'])).toEqual({ receipts: 1 });
  });

  test('into a closed month nothing is booked: the decision is dated on the first open day', async () => {
    await reconciled();
    await writeTold(books, (tx) =>
      insertPeriodChange(tx, { month: '2024-06', state: 'closed', author: '陳主管', note: '', changedAt: NOW }),
    );
    await resolve(['A1'], { kind: 'accept-fee', feeType: 'COMMISSION' });
    const run = await again();
    expect(run.receipts.filter(({ kind }) => kind === 'transfer').map(({ receivedOn }) => receivedOn)).toEqual([
      '2024-07-01',
    ]);
  });

  test('every decision stands in the audit log, whose chain holds', async () => {
    await reconciled();
    await resolve(['A1', 'A2'], { kind: 'claim', reference: 'C-1' });
    const actions = await books.database.transaction(books.company, async (tx) => {
      expect(await verifyAudit(tx)).toMatchObject({ entries: expect.any(Number) as number });
      return tx.select<[string, string, string]>(
        ['action', 'subject', 'detail'],
        "FROM audit_log WHERE company_id = ? AND action = 'work.decided'",
        [tx.company],
      );
    });
    expect(actions).toEqual([['work.decided', 'WORK-000001', '{"kind":"claim","items":2,"author":"王會計"}']]);
    await expect(
      books.database.transaction(books.company, (tx) => tx.run("UPDATE work_events SET author = 'x'")),
    ).rejects.toThrow('work_events is posted');
  });

  test('over HTTP the list and decisions travel as the contract says', async () => {
    await reconciled();
    const agent = agentFor(books);
    const asked = await agent.post(path('/work-list')).send({ batchIds, asOf: TODAY }).expect(200);
    const item = find(z.decode(workListSchema, asked.body), 'A1');
    const resolution = { kind: 'accept-fee', feeType: 'COMMISSION' } as const;
    const { subject, figures } = item;
    const request = { batchIds, asOf: TODAY, subjects: [{ subject, figures }], resolution, author: '王會計', note: '' };
    const body = z.encode(resolveRequestSchema, request);
    const answer = await agent.post(path('/work-list/resolutions')).send(body).expect(200);
    expect(find(z.decode(workListSchema, answer.body), 'A1').state).toBe('resolved');
    const twice = await agent.post(path('/work-list/resolutions')).send(body).expect(200);
    expect([twice.body, await countRows(books, ['work_events'])]).toEqual([answer.body, { work_events: 1 }]);
    const told = await agent.get(path('/work-list/events')).expect(200);
    expect(z.decode(workEventsSchema, told.body).events).toMatchObject([{ subject, resolution, author: '王會計' }]);
    const other = { ...body, resolution: { kind: 'accept-fee', feeType: 'PENALTY' } };
    const refusal = await agent.post(path('/work-list/resolutions')).send(other).expect(409);
    expect(errorOf(refusal).code).toBe('WORK_NOT_POSSIBLE');
    const nameless = await agent
      .post(path('/work-list/resolutions'))
      .send({ ...body, author: ' ' })
      .expect(400);
    expect(errorOf(nameless).code).toBe('BAD_REQUEST');
  });
});
