// Books in memory for tests of the engine: push orders and payout lines, reconcile, push more. What the store does, in
// the plainest way, so that a failing property points at the engine and not at SQL.
import type { BusinessDate } from '../../../core/business-date.ts';
import { sum } from '../../../core/money.ts';
import type { Order } from '../../../core/order.ts';
import type { PayoutLine } from '../../../core/payout.ts';
import type { AllocationTarget, Receipt } from '../../../core/receipt.ts';
import {
  type BatchFacts,
  type Booked,
  DEFAULT_POLICY,
  type LineAccount,
  lineKey,
  type OrderAccount,
  orderKey,
} from '../../../core/reconcile/account.ts';
import type { ReconcilePlan } from '../../../core/reconcile/plan.ts';
import { planReconciliation } from '../../../core/reconcile/plan-reconciliation.ts';
import type { StockMovement } from '../../../core/stock.ts';

const SHOP = 'demo';

export class MemoryBooks {
  readonly receipts: Receipt[] = [];
  readonly movements: StockMovement[] = [];
  private readonly orders = new Map<string, Order>();
  private readonly lines = new Map<string, { line: PayoutLine; batch: BatchFacts }>();
  private readonly matches = new Map<string, LineAccount['match']>();

  pushOrders(orders: readonly Order[]): void {
    for (const order of orders) this.orders.set(orderKey(SHOP, order.orderNumber), order);
  }

  /** Lines already held are ignored, as the push does. */
  pushPayout(lines: readonly PayoutLine[], batch: Partial<BatchFacts> = {}): void {
    const facts: BatchFacts = { id: 'batch', foots: true, paymentMode: 'instalments', ...batch };
    for (const line of lines) {
      const key = lineKey(SHOP, line);
      if (!this.lines.has(key)) this.lines.set(key, { line, batch: facts });
    }
  }

  reconcile(asOf: BusinessDate, order: (keys: string[]) => string[] = (keys) => keys): ReconcilePlan {
    const plan = planReconciliation({
      asOf,
      policy: DEFAULT_POLICY,
      orders: order([...this.orders.keys()]).map((key) => this.orderAccount(key)),
      lines: order([...this.lines.keys()]).map((key) => this.lineAccount(key)),
    });
    this.post(plan);
    return plan;
  }

  private post(plan: ReconcilePlan): void {
    for (const { lineKey: key, orderKey: order, pass } of plan.matches)
      this.matches.set(key, { orderKey: order, pass });
    for (const draft of plan.receipts) this.receipts.push({ ...draft, number: `R${this.receipts.length + 1}` });
    this.movements.push(...plan.movements);
  }

  private orderAccount(key: string): OrderAccount {
    const order = must(this.orders.get(key));
    const moved = this.movements.filter((movement) => orderKey(movement.shop, movement.orderNumber) === key);
    return { key, shop: SHOP, order, source: { file: 'orders', sheet: 'orders', row: order.sourceRow }, moved };
  }

  private lineAccount(key: string): LineAccount {
    const { line, batch } = must(this.lines.get(key));
    return {
      key,
      shop: SHOP,
      line,
      batch,
      source: { file: 'income', sheet: 'Income', row: line.sourceRow },
      match: this.matches.get(key) ?? null,
      booked: this.bookedOf(key),
    };
  }

  private bookedOf(key: string): Booked | null {
    if (!this.receipts.some((receipt) => receipt.lineKeys.includes(key))) return null;
    const parts = this.receipts.flatMap((receipt) => receipt.allocations).filter((part) => part.lineKey === key);
    const total = (target: AllocationTarget) =>
      sum(parts.filter((part) => part.target === target).map((p) => p.amount));
    return { receivable: total('receivable'), suspense: total('suspense'), receiptNumbers: [] };
  }
}

export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the test expects a value here');
  return value;
}
