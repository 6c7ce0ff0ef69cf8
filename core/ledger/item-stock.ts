// The pieces of one item and what they are worth, at moving average (移動平均). What comes in raises the value, what goes
// out takes its share of it, and what comes back does so at the cost at which its order was issued.
import { type Amount, add, amountOfUnits, type Currency, negate, portion, smaller, subtract, ZERO } from '../money.ts';

/** What one order has of the item. */
export interface OrderPieces {
  readonly shop: string;
  /** Issued, and not back: pieces and their cost. */
  out: number;
  cost: Amount;
  /** Shipped while none were on hand: they take the cost of the next that come in. */
  waiting: number;
  /** Back before they were shipped: so many of the next that are shipped never leave. */
  ahead: number;
}

/** Begins empty. `value` is 0 where `pieces` is, and nothing waits while there are pieces. */
export class ItemStock {
  pieces = 0;
  value: Amount = ZERO;
  readonly orders = new Map<string, OrderPieces>();
  private readonly currency: Currency;
  /** Orders in the order in which they began to wait; those before `next` do not any more. */
  private readonly queue: OrderPieces[] = [];
  private next = 0;

  constructor(currency: Currency) {
    this.currency = currency;
  }

  /** @param quantity more than 0 */
  comeIn(quantity: number, cost: Amount): void {
    this.add(quantity, cost);
    this.serve();
  }

  /** @param quantity more than 0 */
  goOut(orderKey: string, shop: string, quantity: number): void {
    const order = this.order(orderKey, shop);
    const neverLeft = Math.min(order.ahead, quantity);
    order.ahead -= neverLeft;
    order.waiting += quantity - neverLeft;
    this.queue.push(order);
    this.serve();
  }

  /** @param quantity more than 0: those that still wait first, then those that were issued */
  comeBack(orderKey: string, shop: string, quantity: number): void {
    const order = this.order(orderKey, shop);
    const waited = Math.min(order.waiting, quantity);
    const back = Math.min(order.out, quantity - waited);
    order.waiting -= waited;
    order.ahead += quantity - waited - back;
    if (back === 0) return;
    const cost = this.share(order.cost, back, order.out);
    order.out -= back;
    order.cost = subtract(order.cost, cost);
    this.add(back, cost);
    this.serve();
  }

  private order(orderKey: string, shop: string): OrderPieces {
    const held = this.orders.get(orderKey);
    if (held) return held;
    const begun = { shop, out: 0, cost: ZERO, waiting: 0, ahead: 0 };
    this.orders.set(orderKey, begun);
    return begun;
  }

  private add(quantity: number, cost: Amount): void {
    this.pieces += quantity;
    this.value = add(this.value, cost);
  }

  /** Issues to those who wait, as far as it goes. */
  private serve(): void {
    for (let order = this.queue[this.next]; order && this.pieces > 0; order = this.queue[this.next]) {
      this.issue(order, Math.min(order.waiting, this.pieces));
      if (order.waiting === 0) this.next++;
    }
  }

  private issue(order: OrderPieces, quantity: number): void {
    if (quantity === 0) return;
    const cost = this.share(this.value, quantity, this.pieces);
    order.waiting -= quantity;
    order.out += quantity;
    order.cost = add(order.cost, cost);
    this.add(-quantity, negate(cost));
  }

  /** Half-up at the currency's decimals; the last pieces take what is left, and never is more taken than there is. */
  private share(value: Amount, quantity: number, pieces: number): Amount {
    if (quantity === pieces) return value;
    return smaller(value, portion(value, amountOfUnits(quantity), amountOfUnits(pieces), this.currency));
  }
}
