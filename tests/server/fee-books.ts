// Books of one shop as Shopee's statements fill them: forty orders with commission and payment fee by contract, one of
// them charged too much.
import { addDays } from '../../core/business-date.ts';
import type { BatchAnswer } from '../../core/api.ts';
import type { Books } from '../../server/books.ts';
import { aLine, anOrder, day, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout } from './push.ts';

export const ODD = 'S07';

/** Prices that no two orders share, so that one rate alone explains them. */
const priceOf = (at: number) => 137 + at * 61;

interface FeeBooks {
  readonly from?: number;
  readonly count?: number;
  /** Of a thousand. */
  readonly commission?: number;
  readonly since?: string;
}

/** Commission of the goods, payment fee of goods and freight, both half-up to whole dollars. */
export async function fillFeeBooks(
  books: Books,
  { from = 0, count = 40, commission = 60, since = '2024-04-01' }: FeeBooks = {},
): Promise<BatchAnswer[]> {
  const places = Array.from({ length: count }, (_, at) => from + at);
  const name = (at: number) => `S${String(at).padStart(2, '0')}`;
  const orders = places.map((at) => ({
    ...anOrder(name(at), { receivable: priceOf(at) + 60, quantity: 1 }),
    orderedOn: addDays(day(since), at - from),
    lines: [{ sku: 'TEA-01', name: '高山茶', quantity: 1, returned: 0, unitPrice: twd(priceOf(at)) }],
    parts: { BUYER_SHIPPING: twd(60) },
  }));
  const lines = places.map((at) => {
    const price = priceOf(at);
    const odd = name(at) === ODD ? 25 : 0;
    return aLine(name(at), {
      parts: {
        PRINCIPAL: price,
        BUYER_SHIPPING: 60,
        COMMISSION: -Math.round((price * commission) / 1000) - odd,
        PAYMENT_FEE: -Math.round(((price + 60) * 25) / 1000),
      },
    });
  });
  return [await pushOrders(books, sheetOf(orders)), await pushPayout(books, sheetOf(lines))];
}
