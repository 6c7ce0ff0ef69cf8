// Cost of sales over any history: no cent and no piece is lost, and only the days and ids of the rows count.
import { type CostedMovement, costOfSales, type ItemPieces } from '../../../core/ledger/cost-of-sales.ts';
import { sum } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import fc from '../../fast-check.ts';
import { day, units } from './documents.ts';

const days = fc.integer({ min: 1, max: 5 }).map((date) => day(`2026-11-0${date}`));
const LAST = day('2026-11-30');
const SKUS = ['TEA', 'CUP', ''];

/** Tea in whole dollars, cups in cents; costs may have more decimals than their currency. */
const deliveries = fc.uniqueArray(
  fc.record({
    sku: fc.constantFrom('TEA', 'CUP'),
    receivedOn: days,
    reference: fc.constantFrom('', '1', '2'),
    quantity: fc.integer({ min: 1, max: 12 }),
    cost: fc.oneof(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 9_999 }).map((cents) => cents / 10_000),
    ),
  }),
  { selector: ({ sku, receivedOn, reference }) => `${sku} ${receivedOn} ${reference}`, maxLength: 12 },
);
const shipments = fc.array(
  fc.record({
    orderKey: fc.constantFrom('a1', 'a2', 'b1', 'b2'),
    sku: fc.constantFrom(...SKUS),
    quantity: fc.integer({ min: -9, max: 6 }).filter((quantity) => quantity !== 0),
    movedOn: days,
    undoneOn: fc.option(days, { freq: 4 }),
  }),
  { maxLength: 25 },
);

interface History {
  readonly costs: readonly ItemCost[];
  readonly movements: readonly CostedMovement[];
}

function withUndo({ undoneOn, ...row }: CostedMovement & { readonly undoneOn: CostedMovement['movedOn'] | null }) {
  if (undoneOn === null) return [row];
  const movedOn = undoneOn < row.movedOn ? row.movedOn : undoneOn;
  return [row, { ...row, id: row.id + 1, quantity: -row.quantity, movedOn, reverses: row.id }];
}

const histories = fc.tuple(deliveries, shipments).map(([rows, moves]): History => ({
  costs: rows.map((row) => ({ ...row, cost: units(row.cost), currency: row.sku === 'TEA' ? 'TWD' : 'USD' })),
  movements: moves.flatMap((row, at) =>
    withUndo({ ...row, id: 2 * at, reverses: null, shop: row.orderKey.slice(0, 1) }),
  ),
}));

const RUNS = { numRuns: 300 };

const piecesOf = (rows: readonly ItemPieces[], sku: string) =>
  rows.reduce((total, row) => total + (row.sku === sku ? row.pieces : 0), 0);

// Seen red with `share` rounding the last pieces too.
test('no cent is lost: deliveries = cost of sales + value on hand', () => {
  fc.assert(
    fc.property(histories, days, ({ costs, movements }, lastDay) => {
      const result = costOfSales(costs, movements, lastDay);
      for (const currency of ['TWD', 'USD']) {
        const seen = costs.filter((one) => one.currency === currency && one.receivedOn <= lastDay);
        const sold = result.costs.filter((one) => one.currency === currency).map(({ cost }) => cost);
        const left = result.onHand.filter((one) => one.currency === currency).map(({ value }) => value);
        expect(sum([...sold, ...left])).toBe(sum(seen.map(({ cost }) => cost)));
      }
    }),
    RUNS,
  );
});

// Seen red without `ahead`, and where what never left was issued.
test('no piece is lost: delivered + moved = on hand − waiting + ahead', () => {
  fc.assert(
    fc.property(histories, days, ({ costs, movements }, lastDay) => {
      const { onHand, waiting, ahead } = costOfSales(costs, movements, lastDay);
      for (const sku of SKUS) {
        const seen = costs.filter((one) => one.sku === sku && one.receivedOn <= lastDay);
        const moved = movements.filter((one) => one.sku === sku && one.movedOn <= lastDay);
        const total = [...seen, ...moved].reduce((pieces, { quantity }) => pieces + quantity, 0);
        expect(piecesOf(onHand, sku) - piecesOf(waiting, sku) + piecesOf(ahead, sku)).toBe(total);
      }
    }),
    RUNS,
  );
});

// Seen red without the bound of `share`, and with nobody served by pieces that come back.
test('nothing is below zero, and nobody waits while there are pieces', () => {
  fc.assert(
    fc.property(histories, ({ costs, movements }) => {
      const { costs: sold, onHand, waiting } = costOfSales(costs, movements, LAST);
      expect(sold.filter(({ cost }) => cost <= 0)).toEqual([]);
      expect(onHand.filter(({ pieces, value }) => pieces <= 0 || value < 0)).toEqual([]);
      expect(onHand.filter(({ sku }) => piecesOf(waiting, sku) > 0)).toEqual([]);
    }),
    RUNS,
  );
});

// Seen red with the movements of a day in the order given.
test('the order of the rows does not matter', () => {
  const shuffled = histories.chain((history) =>
    fc.record({
      history: fc.constant(history),
      costs: fc.shuffledSubarray([...history.costs], { minLength: history.costs.length }),
      movements: fc.shuffledSubarray([...history.movements], { minLength: history.movements.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ history, costs, movements }) => {
      const before = costOfSales(history.costs, history.movements, LAST);
      expect(costOfSales(costs, movements, LAST)).toEqual(before);
    }),
    RUNS,
  );
});

// Seen red with returns at the average of their day, and with the last pieces rounded.
test('an order that has nothing left has no cost left', () => {
  fc.assert(
    fc.property(histories, ({ costs, movements }) => {
      const left = new Map<string, CostedMovement>();
      for (const one of movements) {
        const key = `${one.orderKey} ${one.sku}`;
        left.set(key, { ...one, quantity: (left.get(key)?.quantity ?? 0) + one.quantity, movedOn: LAST });
      }
      const back = [...left.values()].map((one, at) => ({
        ...one,
        id: 1_000 + at,
        reverses: null,
        quantity: -one.quantity,
      }));
      const result = costOfSales(costs, [...movements, ...back], LAST);
      expect([result.costs, result.waiting, result.ahead]).toEqual([[], [], []]);
    }),
    RUNS,
  );
});

// Seen red with undone movements left standing.
test('what was undone is as if it had never been', () => {
  fc.assert(
    fc.property(histories, ({ costs, movements }) => {
      const undone = new Set(movements.map(({ reverses }) => reverses));
      const left = movements.filter(({ id, reverses }) => reverses === null && !undone.has(id));
      expect(costOfSales(costs, movements, LAST)).toEqual(costOfSales(costs, left, LAST));
    }),
    RUNS,
  );
});
