// The day of a stock movement: of the event at first, of the day on which it is known where it changes what has moved.
// Seen red: with every movement on the day of shipment or completion.
import { ZERO } from '../../../core/money.ts';
import type { Order } from '../../../core/order.ts';
import { day } from '../../server/fixtures.ts';
import { anOrder } from '../worksheets/run-books.ts';
import { MemoryBooks } from './memory-books.ts';

const tea = (returned: number, facts: Partial<Order> = {}): Order =>
  anOrder('A1', {
    ...{ orderedOn: day('2024-05-01'), shippedOn: day('2024-05-02'), completedOn: day('2024-05-06') },
    lines: [{ sku: 'TEA', name: 'TEA', quantity: 2, returned, unitPrice: ZERO }],
    ...facts,
  });

/** `shipped -2 on DAY` of each run. */
function movements(...runs: [order: Order, asOf: string][]): string[][] {
  const books = new MemoryBooks();
  return runs.map(([order, asOf]) => {
    books.pushOrders([order]);
    return books
      .reconcile(day(asOf))
      .movements.map(({ cause, quantity, movedOn }) => `${cause} ${quantity} on ${movedOn}`);
  });
}

test.each<[string, [Order, string][], string[][]]>([
  [
    'an order that is first seen with its return keeps the days of its events',
    [[tea(1), '2024-06-25']],
    [['shipped -2 on 2024-05-02', 'returned 1 on 2024-05-06']],
  ],
  [
    'a return that a newer export shows is of the day on which it is known',
    [
      [tea(0), '2024-05-31'],
      [tea(1), '2024-06-25'],
    ],
    [['shipped -2 on 2024-05-02'], ['returned 1 on 2024-06-25']],
  ],
  [
    'goods of an order that is cancelled come back on the day on which it is known',
    [
      [tea(0), '2024-05-31'],
      [tea(0, { stage: 'cancelled', shippedOn: null, completedOn: null }), '2024-06-25'],
    ],
    [['shipped -2 on 2024-05-02'], ['shipped 2 on 2024-06-25']],
  ],
  [
    'and never before they left',
    [
      [tea(0), '2024-05-31'],
      [tea(1), '2024-05-01'],
    ],
    [['shipped -2 on 2024-05-02'], ['returned 1 on 2024-05-02']],
  ],
])('%s', (_, runs, expected) => {
  expect(movements(...runs)).toEqual(expected);
});
