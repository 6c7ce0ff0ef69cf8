// Random but honest books for properties: orders in every stage, payout lines that pay, split, refund, repeat or miss.
import fc from '../../fast-check.ts';
import { type BusinessDate, dayOf } from '../../../core/business-date.ts';
import { amountOfUnits, negate, sum } from '../../../core/money.ts';
import { type Order, ORDER_STAGES } from '../../../core/order.ts';
import type { Component, ComponentType, PayoutLine } from '../../../core/payout.ts';
import { must } from './memory-books.ts';

const day: fc.Arbitrary<BusinessDate> = fc.integer({ min: 1, max: 28 }).map((date) => must(dayOf(2024, 5, date)));
const amount = fc.integer({ min: 1, max: 5_000 }).map((whole) => amountOfUnits(whole * 10_000));
const ORDER_NUMBERS = ['A', 'B', 'C', 'D'] as const;
const anyOrderNumber = fc.constantFrom(...ORDER_NUMBERS, 'X', null);

function orderOf(orderNumber: string): fc.Arbitrary<Order> {
  return fc
    .record({
      stage: fc.constantFrom(...ORDER_STAGES),
      on: day,
      price: amount,
      pieces: fc.nat(3),
      back: fc.nat(3),
      refunded: fc.boolean(),
    })
    .map(({ stage, on, price, pieces, back, refunded }) => {
      const returned = Math.min(pieces, back);
      return {
        orderNumber,
        stage,
        status: stage,
        refunded,
        currency: 'TWD',
        orderedOn: on,
        paidOn: on,
        shippedOn: on,
        completedOn: stage === 'completed' ? on : null,
        receivable: amountOfUnits(price * pieces),
        credited: amountOfUnits(price * returned),
        lines: [{ sku: 'TEA', name: 'TEA', quantity: pieces, returned, unitPrice: price }],
        sourceRow: 2,
      };
    });
}

/** Up to four orders, each at most once. */
export const orders: fc.Arbitrary<Order[]> = fc
  .tuple(...ORDER_NUMBERS.map((orderNumber) => fc.option(orderOf(orderNumber), { nil: null })))
  .map((found) => found.filter((order) => order !== null));

const component: fc.Arbitrary<Component> = fc
  .tuple(
    fc.constantFrom<ComponentType>(
      'PRINCIPAL',
      'REFUND',
      'COMMISSION',
      'SHIPPING_SUBSIDY',
      'SELLER_DISCOUNT',
      'ADJUSTMENT',
    ),
    amount,
  )
  .map(([type, size]) => {
    const outgoing = type !== 'PRINCIPAL' && type !== 'SHIPPING_SUBSIDY';
    return { type, column: type, amount: outgoing ? negate(size) : size };
  });

/** Payout lines with distinct identities; some belong to no order, some to one we do not have. */
export const payoutLines: fc.Arbitrary<PayoutLine[]> = fc
  .array(
    fc.record({
      orderNumber: anyOrderNumber,
      on: day,
      components: fc.array(component, { minLength: 1, maxLength: 4 }),
    }),
    {
      maxLength: 10,
    },
  )
  .map((rows) =>
    rows.map(({ orderNumber, on, components }, index) => ({
      orderNumber,
      identity: `row:${index}`,
      reference: '',
      paidOutOn: on,
      currency: 'TWD',
      net: sum(components.map((part) => part.amount)),
      components,
      sourceRow: index + 7,
    })),
  );
