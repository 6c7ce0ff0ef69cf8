// Whatever the files were cut into, in whatever order they came and however often: the books are the same.
import fc from '../fast-check.ts';
import { sum } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Books } from '../../server/books.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { BOOKED, countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const numbers = ['A1', 'A2', 'a3', 'B4'] as const;
const orderNumber = fc.constantFrom(...numbers);
const dollars = fc.integer({ min: 1, max: 3000 });

const orders = fc.uniqueArray(
  fc.record({ orderNumber, receivable: dollars, stage: fc.constantFrom('unshipped', 'shipped', 'completed') }),
  { selector: (order) => order.orderNumber, maxLength: 4 },
);
const lines = fc.array(
  fc.record({
    orderNumber: fc.oneof(orderNumber, fc.constantFrom('Z9', null)),
    principal: dollars,
    fee: fc.integer({ min: 0, max: 200 }),
    day: fc.constantFrom('2024-05-10', '2024-05-11', '2024-06-01'),
  }),
  { maxLength: 8 },
);

interface World {
  readonly orders: readonly Order[];
  readonly lines: readonly PayoutLine[];
}

const world: fc.Arbitrary<World> = fc.record({ orders, lines }).map((drawn) => ({
  orders: sheetOf(drawn.orders.map(({ orderNumber: number, ...facts }) => anOrder(number, facts))),
  lines: sheetOf(
    drawn.lines.map(({ orderNumber: number, principal, fee, day }, index) => {
      const parts = { PRINCIPAL: principal, ...(fee > 0 ? { COMMISSION: -fee } : {}) };
      return aLine(number, { parts, paidOutOn: day, identity: `T${index}` });
    }),
  ),
}));

/** How the lines come: as slices of a shuffled sheet that may overlap, each perhaps twice. */
const cuts = fc.array(fc.record({ from: fc.nat(8), to: fc.nat(8), twice: fc.boolean() }), { maxLength: 3 });

/** The books after the last run, without what depends on how the files were cut. */
async function booksAfter(books: Books, run: () => Promise<unknown>) {
  await run();
  const all = await countRows(books, BOOKED);
  const cut = ['receipts', 'receipt_deductions', 'vouchers', 'voucher_lines', 'voucher_documents'];
  const counts = Object.fromEntries(Object.entries(all).filter(([table]) => !cut.includes(table)));
  const balances = await books.database.transaction(books.company, (tx) =>
    tx.select(
      ['o.order_number', 'r.original', 'r.credited', 'r.allocated'],
      `FROM receivables r JOIN orders o ON o.company_id = r.company_id AND o.id = r.order_id
       WHERE r.company_id = ? ORDER BY r.original, r.allocated, o.order_number`,
      [tx.company],
    ),
  );
  return { counts, balances: [...balances].sort((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1)) };
}

onEachDatabase((newBooks) => {
  test('cut, overlapped, shuffled and repeated: the same books, and every file conserved', async () => {
    await fc.assert(
      fc.asyncProperty(world, cuts, fc.boolean(), async ({ orders: sold, lines: paid }, parts, ordersFirst) => {
        const plain = newBooks();
        const expected = await booksAfter(plain, async () => {
          const whole = [await pushOrders(plain, sold), await pushPayout(plain, paid)];
          await reconcileBatches(plain, whole);
        });

        const cut = newBooks();
        const result = await booksAfter(cut, async () => {
          const batches = ordersFirst ? [await pushOrders(cut, sold)] : [];
          for (const { from, to, twice } of parts) {
            const part = sheetOf([...paid.slice(Math.min(from, to), Math.max(from, to))].reverse());
            batches.push(await pushPayout(cut, part));
            if (twice) batches.push(await pushPayout(cut, part));
          }
          batches.push(await pushPayout(cut, paid), await pushOrders(cut, sold));
          const { conservation } = await reconcileBatches(cut, batches);
          expect(conservation.every(({ difference, rowDifference }) => difference === 0 && rowDifference === 0)).toBe(
            true,
          );
          expect((await reconcileBatches(cut, batches)).posted).toEqual({
            matches: 0,
            sales: 0,
            receipts: 0,
            vouchers: 0,
            movements: 0,
          });
        });
        expect(result).toEqual(expected);
      }),
      { numRuns: 25, seed: 20240601 },
    );
  });

  test('run by run as the files come, the cash of all receipts is the money of all lines', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.nat(8), async ({ orders: sold, lines: paid }, at) => {
        const books = newBooks();
        const early = await pushPayout(books, paid.slice(0, at));
        await reconcileBatches(books, [early]);
        await reconcileBatches(books, [await pushOrders(books, sold)]);
        const whole = await pushPayout(books, paid);
        const { receipts } = await reconcileBatches(books, [early, whole]);
        expect(sum(receipts.map((receipt) => receipt.cash))).toBe(sum(paid.map((line) => line.net)));
        const allocated = sum(receipts.flatMap((receipt) => receipt.allocations.map((part) => part.amount)));
        const claimed = sum(paid.map((line) => line.components[0]?.amount ?? twd(0)));
        expect(allocated).toBe(claimed);
        expect(new Set(receipts.map((receipt) => receipt.number)).size).toBe(receipts.length);
        expect(await books.database.transaction(books.company, verifyAudit)).not.toHaveProperty('brokenAt');
      }),
      { numRuns: 25, seed: 20240602 },
    );
  });
});
