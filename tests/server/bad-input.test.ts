// Input that should not be: each is refused or shown as what it is, in a sentence, and the books stay sound.
import { z } from 'zod';
import type { ReconcileResult } from '../../core/api.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { explainOrder, explainUnlinked } from '../../core/reconcile/explain.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import { teamPolicySchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { faultsOf, undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

type Told = readonly [state: string, ...more: (string | number | null)[]];

const first = ({ orders }: ReconcileResult) => must(orders[0]);
const stateOf = (result: ReconcileResult): Told => {
  const { headline, open, suspense } = first(result);
  expect(explainOrder(first(result), 'zh-TW', result.asOf)).toMatch(/[。]$/);
  return [headline, open / 10_000, suspense / 10_000];
};
const paid = (books: Books, ...parts: readonly Parameters<typeof aLine>[1][]) =>
  pushPayout(books, sheetOf(parts.map((facts, at) => aLine('A1', { identity: `T${at}`, ...facts }))));

const CASES: readonly (readonly [string, (books: Books) => Promise<Told>, Told])[] = [
  [
    'a payout for a closed period waits',
    async (books) => {
      await changePeriod(books, { month: '2024-05', state: 'closed', author: '', note: '' });
      const result = await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await paid(books, {})]);
      return [must(result.onReview[0]).reason, result.receipts.length];
    },
    ['PERIOD_CLOSED', 0],
  ],
  [
    'an order replaced after it was settled gives a further sales document',
    async (books) => {
      const payout = await paid(books, {});
      await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), payout]);
      const newer = await pushOrders(books, [anOrder('A1', { receivable: 900 })]);
      const result = await reconcileBatches(books, [newer, payout]);
      return [...stateOf(result), ...result.sales.map(({ amount }) => amount / 10_000)];
    },
    ['OVER', 0, 150, 1050, -150],
  ],
  [
    'a refund larger than the sale',
    async (books) => {
      const parts = [{ parts: { PRINCIPAL: 1050 } }, { parts: { REFUND: -1500 } }];
      return stateOf(
        await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await paid(books, ...parts)]),
      );
    },
    ['REFUND_NOT_WRITTEN_OFF', 1500, 0],
  ],
  [
    'two payouts with one id and other amounts: the first stays, the second is a conflict',
    async (books) => {
      const orders = await pushOrders(books, [anOrder('A1')]);
      await paid(books, {});
      const result = await reconcileBatches(books, [orders, await paid(books, { parts: { PRINCIPAL: 900 } })]);
      return [...stateOf(result), must(result.conservation[0]).dispositions.conflict / 10_000];
    },
    ['EXACT', 0, 0, 900],
  ],
  [
    'a negative file: what the platform takes is booked against the wallet',
    async (books) => {
      const result = await reconcileBatches(books, [
        await pushOrders(books, [anOrder('A1', { receivable: 50 })]),
        await paid(books, { parts: { PRINCIPAL: 50, COMMISSION: -64 } }),
      ]);
      return [...stateOf(result), must(result.receipts[0]).cash / 10_000];
    },
    ['NEGATIVE_NET', 0, 0, -14],
  ],
  [
    'another currency is another money',
    async (books) => {
      const orders = await pushOrders(books, [anOrder('A1', { currency: 'USD' })], { currency: 'USD' });
      const result = await reconcileBatches(books, [orders, await paid(books, {})]);
      expect(explainUnlinked(must(result.unlinked[0]), 'zh-TW')).toMatch(/幣別/);
      return [must(result.unlinked[0]).because, first(result).received];
    },
    ['OTHER_CURRENCY', 0],
  ],
  [
    'a rate that is missing for the day',
    async (books) => {
      const content = { ...DEFAULT_COMPANY, baseCurrency: 'USD' };
      await saveSetting(books, 'company', { content, author: '', note: '' });
      const result = await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await paid(books, {})]);
      return [must(result.onReview[0]).reason, result.receipts.length + result.sales.length];
    },
    ['RATE_MISSING', 0],
  ],
  [
    'allocation past zero: what was paid twice is on hold',
    async (books) =>
      stateOf(await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await paid(books, {}, {})])),
    ['DUPLICATE_LINE', 0, 1050],
  ],
  [
    'a write-off over the limit is not made',
    async (books) => {
      const batches = [await pushOrders(books, [anOrder('A1')]), await paid(books, { parts: { PRINCIPAL: 1000 } })];
      const tolerance = { perOrder: twd(10), share: null, perRun: twd(100), perMonth: twd(100) };
      const batchIds = batches.map(({ batchId }) => batchId);
      const content = z.encode(teamPolicySchema, { ...DEFAULT_POLICY, tolerance });
      await saveSetting(books, 'policy', { content, author: '', note: '' });
      const result = await reconcile(books, { batchIds, asOf: day('2024-06-01') });
      return [...stateOf(result), first(result).writtenOff];
    },
    ['SHORT', 50, 0, 0],
  ],
  [
    'a plan that is stale',
    async (books) => {
      const batches = [await pushOrders(books, [anOrder('A1')]), await paid(books, {})];
      const request = { batchIds: batches.map(({ batchId }) => batchId), asOf: day('2024-06-01') };
      const { planHash } = await reconcile(books, { ...request, mode: 'plan' });
      await pushOrders(books, [anOrder('A1', { receivable: 1100 })]);
      return [await codeOf(reconcile(books, { ...request, planHash }))];
    },
    ['PLAN_STALE'],
  ],
  [
    'the reversal of a receipt that was reversed',
    async (books) => {
      await reconcileBatches(books, [await pushOrders(books, [anOrder('A1')]), await paid(books, {})]);
      await undo(books, { kind: 'receipt', number: 'RC202405-0001' });
      return [await codeOf(undo(books, { kind: 'receipt', number: 'RC202405-0001' }))];
    },
    ['REVERSED_ALREADY'],
  ],
];

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
}

onEachDatabase((newBooks) => {
  test.each(CASES)('%s', async (_name, happens, told) => {
    const books = newBooks();
    expect(await happens(books)).toEqual(told);
    expect(await faultsOf(books)).toEqual([]);
  });
});
