// Consignment (代銷/寄售): the platform sells, and buys from the seller what its statement lists, at the contract's price. Until
// a statement names an order nothing is owed by the books, and the order waits for it.
import type { BusinessDate } from '../business-date.ts';
import type { ShopSettings } from '../company.ts';
import { type Amount, larger, negate, smaller, subtract, ZERO } from '../money.ts';
import { isShipped, type Order } from '../order.ts';
import type { Flow } from './flow.ts';

/** What is known of an order that left in consignment. */
export interface Consigned {
  /** No statement has named it, and one is to come. */
  readonly awaited: boolean;
  /** Day of the first statement that named it; null before. */
  readonly statedOn: BusinessDate | null;
  /** What the statement should bring: contract price less its share of returned goods; null where no file tells it. */
  readonly agreed: Amount | null;
  /** What the order export says instead of a contract price: what the buyer paid, for reading only. */
  readonly listed: Amount;
}

/** Day and money of a payout row, in the order in which money moved. */
type StatedLine = { readonly account: { readonly line: { readonly paidOutOn: BusinessDate } }; readonly flow: Flow };

/** Null for an order of a marketplace, and for one whose goods have not left. */
export function consignedOf(order: Order, shop: ShopSettings, lines: readonly StatedLine[]): Consigned | null {
  if (shop.settlement !== 'consignment' || !isShipped(order)) return null;
  const statedOn = lines.find(names)?.account.line.paidOutOn ?? null;
  return {
    awaited: statedOn === null && !isBack(order),
    statedOn,
    agreed: isAtContractPrice(order) ? subtract(order.receivable, order.credited) : null,
    listed: order.receivable,
  };
}

/** A row of fees alone says nothing of goods. */
const names = ({ flow }: Pick<StatedLine, 'flow'>) => flow.principal !== 0 || flow.refund !== 0;

/** All goods came back: there is nothing that a statement could bring. */
const isBack = ({ receivable, credited }: Order) => credited > 0 && credited === receivable;

const isAtContractPrice = ({ parts }: Order) => parts?.CONTRACT_PRICE !== undefined;

/**
 * G and C of a consigned order. By the contract's price where a file tells it, so that the statement has something to be
 * held against; else by the statement's own figures.
 */
export function owedInConsignment(
  order: Order,
  { statedOn, agreed }: Consigned,
  flow: Flow,
): { readonly receivable: Amount; readonly credited: Amount } {
  if (statedOn === null) return { receivable: ZERO, credited: ZERO };
  if (agreed !== null) return { receivable: order.receivable, credited: order.credited };
  const receivable = larger(flow.principal, ZERO);
  // What was given back beyond what was taken is no credit below zero.
  return { receivable, credited: larger(smaller(negate(flow.refund), receivable), ZERO) };
}
