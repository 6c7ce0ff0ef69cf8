// What freight cost the seller (運費差異): charged, less what the buyer and the platform gave for it. Seen red when the
// platform's subsidy was left out.
import { dayOf } from '../../../core/business-date.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { aLine, anOrder, dollars } from '../worksheets/run-books.ts';
import { MemoryBooks, must } from './memory-books.ts';

test.each<[string, Partial<Record<ComponentType, number>>, number]>([
  ['buyer 60, charged 85', { BUYER_SHIPPING: 60, SHIPPING_FEE: -85 }, 25],
  ['the platform gives the rest', { BUYER_SHIPPING: 60, SHIPPING_FEE: -85, SHIPPING_SUBSIDY: 25 }, 0],
  ['the seller keeps some', { BUYER_SHIPPING: 60, SHIPPING_FEE: -50 }, -10],
  ['no freight', { PRINCIPAL: 100 }, 0],
])('%s', (_what, components, expected) => {
  const books = new MemoryBooks();
  books.pushOrders([anOrder('A1')]);
  books.pushPayout([aLine('A1', components)]);
  expect(must(books.reconcile(must(dayOf(2024, 6, 1))).orders[0]).freight).toBe(dollars(expected));
});
