// What a run looks at besides its own sheets, on every database: orders whose fees are rounded together, and what earlier
// runs linked. Seen red: without `loadWholeGroups` (the books flip with every partial run), and without the links of other
// numbers in `loadRecords` (the run ends in an error).
import fc from '../fast-check.ts';
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import type { Books } from '../../server/books.ts';
import { acceptFees } from '../../server/commands/learn-fees.ts';
import { money, rate, rule } from '../core/fees/fee-data.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

type Given = Parameters<typeof rule>[0];
const contract = (given: Given): FeeRule =>
  rule({ rate: rate('0.0275'), base: ['receivable'], refundPolicy: { policy: 'none' }, ...given });
const payment = contract({ id: 'p', feeType: 'PAYMENT_FEE', base: [], rate: null, fixed: money('2') });
const BY_DAY: Given = { when: 'paidOut', rounding: { level: 'day' } };
const BY_ORDER_DAY: Given = { when: 'orderCreated', rounding: { level: 'day' } };
const BY_PAYOUT: Given = { rounding: { level: 'batch' } };
const BY_MONTH: Given = { when: 'paidOut', rounding: { level: 'month' } };
const ONCE_A_MONTH: Given = { when: 'paidOut', scope: 'month', rounding: { level: 'month' } };

const names = ['A1', 'A2', 'A3', 'A4', 'A5'];
const anOrderOf = (name: string) => anOrder(name, { receivable: 380 });
const aPayout = (name: string, fee: number, facts: Parameters<typeof aLine>[1] = {}) =>
  aLine(name, { parts: { PRINCIPAL: 380, COMMISSION: -fee }, ...facts });
/** 5 × 380 × 2.75 % = 52.25: two of them are charged 11. */
const FEES = [11, 11, 10, 10, 10];
const theDay = () => names.map((name, at) => aPayout(name, FEES[at] ?? 0));

const told = ({ orders }: ReconcileResult) => orders.map(({ orderNumber, headline }) => `${orderNumber} ${headline}`);
const allExact = names.map((name) => `${name} EXACT`);
const NOTHING = { matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 };

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const accept = (given: Given) => acceptFees(books, { rules: [contract(given)], author: '王**', note: '' });
  const run = (...batches: BatchAnswer[]) => reconcileBatches(books, batches);
  const pushAll = () => pushOrders(books, sheetOf(names.map(anOrderOf)));

  test.each([
    ['the day of payout', BY_DAY],
    ['the day of order', BY_ORDER_DAY],
    ['the payout', BY_PAYOUT],
    ['the month', BY_MONTH],
  ])('fees rounded over %s: one order again finds the others, and nothing moves', async (_what, given) => {
    await accept(given);
    const all = await run(await pushAll(), await pushPayout(books, sheetOf(theDay())));
    expect(told(all)).toEqual(allExact);
    const again = await run(await pushOrders(books, sheetOf([anOrderOf('A1')])));
    expect([told(again), again.posted]).toEqual([allExact, NOTHING]);
  });

  test('files of one payout that are reconciled one by one end where both together do', async () => {
    await accept(BY_PAYOUT);
    const orders = await pushAll();
    const [first, second] = [theDay().slice(0, 2), theDay().slice(2)];
    // So far 22 were charged, and 21 are the contract's: the second file shows that they are right.
    const early = await run(orders, await pushPayout(books, sheetOf(first)));
    expect(told(early)).toContain('A2 FEE_DIFF');
    const late = await run(await pushPayout(books, sheetOf(second)));
    expect(told(late)).toEqual(allExact);
    expect(late.orders.every(({ claim }) => claim === 0)).toBe(true);
    expect((await run(orders, await pushPayout(books, sheetOf(theDay())))).posted).toEqual(NOTHING);
  });

  test('a refund on its own brings the day of the sale, and not the day of others it met', async () => {
    await accept(BY_DAY);
    await run(await pushAll(), await pushPayout(books, sheetOf(theDay())));
    const other = await pushOrders(books, sheetOf([anOrderOf('B1')]));
    const refund = aLine('A1', { parts: { REFUND: -380 }, paidOutOn: '2024-05-20', identity: 'R1' });
    const paid = aPayout('B1', 10, { paidOutOn: '2024-05-20' });
    const refunded = await run(await pushPayout(books, sheetOf([refund])));
    expect(told(refunded)).toEqual(['A1 REFUND_NOT_WRITTEN_OFF', ...allExact.slice(1)]);
    const next = await run(other, await pushPayout(books, sheetOf([paid])));
    expect(told(next)).toEqual(['B1 EXACT']);
  });

  test('a line that pays two orders: either sheet alone finds both, and nothing moves', async () => {
    const orders = await pushOrders(books, sheetOf([anOrderOf('A1'), anOrder('A2', { receivable: 700 })]));
    const payout = await pushPayout(books, sheetOf([aLine(null, { parts: { PRINCIPAL: 1080, COMMISSION: -60 } })]));
    const both = ['A1 EXACT', 'A2 EXACT'];
    expect(told(await run(orders, payout))).toEqual(both);
    for (const batch of [orders, payout, await pushOrders(books, sheetOf([{ ...anOrderOf('A1'), sourceRow: 9 }]))]) {
      const again = await run(batch);
      expect([told(again), again.posted]).toEqual([both, NOTHING]);
    }
  });

  test('fees of one line are shared out alike in every run, whichever order was pushed first', async () => {
    await acceptFees(books, {
      rules: [contract({ id: 'c', base: [], rate: null, fixed: twd(8) }), payment],
      ...{ author: '王**', note: '' },
    });
    // A2 is pushed before A1; of 3 and 15 each has a half, and the rest of a half goes by the order's key.
    const orders = await pushOrders(books, sheetOf([anOrderOf('A2'), anOrderOf('A1')]));
    const parts = { PRINCIPAL: 760, COMMISSION: -15, PAYMENT_FEE: -3 };
    const payout = await pushPayout(books, sheetOf([aLine(null, { parts })]));
    const first = await run(orders, payout);
    const again = await run(orders, payout);
    const reasons = ({ orders: all }: ReconcileResult) =>
      all.map(({ orderNumber, differences }) => [orderNumber, differences]);
    expect([reasons(again), again.posted]).toEqual([reasons(first), NOTHING]);
  });

  test('I9: however the payouts of some days are cut into files, running all again writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyDays, async ({ given, sold, files }) => {
        books = newBooks();
        await accept(given);
        const orders = await pushOrders(
          books,
          sheetOf(sold.map(({ price }, at) => anOrder(`A${at}`, { receivable: price }))),
        );
        const lines = sold.map(({ price, on, odd }, at) => {
          const fee = Math.floor(price * 0.0275) + odd;
          return aLine(`A${at}`, { parts: { PRINCIPAL: price, COMMISSION: -fee }, paidOutOn: on, row: at + 2 });
        });
        await run(orders);
        for (const file of [0, 1, 2]) {
          const own = lines.filter((_, at) => files[at] === file);
          if (own.length > 0) await run(await pushPayout(books, sheetOf(own)));
        }
        expect((await run(orders, await pushPayout(books, sheetOf(lines)))).posted).toEqual(NOTHING);
      }),
      { numRuns: 6 },
    );
  });
});

const anyDays = fc.record({
  given: fc.constantFrom(BY_DAY, BY_PAYOUT, BY_ORDER_DAY, BY_MONTH, ONCE_A_MONTH),
  sold: fc.array(
    fc.record({
      price: fc.integer({ min: 100, max: 900 }),
      on: fc.constantFrom('2024-05-10', '2024-05-11').map((text) => day(text)),
      odd: fc.constantFrom(0, 0, 1, 1, 3),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  files: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
});
