// Books in memory for tests of the engine: push orders and payout lines, reconcile, push more. What the store does, in
// the plainest way, so that a failing property points at the engine and not at SQL.
import type { BusinessDate } from '../../../core/business-date.ts';
import { type CompanySettings, DEFAULT_COMPANY } from '../../../core/company.ts';
import { collectedBase } from '../../../core/ledger/value-sale.ts';
import { add, type Amount, amountOfUnits, subtract, sum, ZERO } from '../../../core/money.ts';
import type { Order } from '../../../core/order.ts';
import type { ComponentType, PayoutLine } from '../../../core/payout.ts';
import { type Allocation, ALLOCATION_TARGETS, type AllocationTarget, type Receipt } from '../../../core/receipt.ts';
import {
  type BatchFacts,
  type Booked,
  type LineAccount,
  lineKey,
  NO_EXCHANGE,
  NOTHING_SET_UP,
  type OrderAccount,
  orderKey,
  type ReconcileInput,
  type UnassignedBalance,
} from '../../../core/reconcile/account.ts';
import { exchangeOfOrders } from '../../../core/reconcile/base-of-orders.ts';
import type { ReconcilePlan } from '../../../core/reconcile/plan.ts';
import { planReconciliation } from '../../../core/reconcile/plan-reconciliation.ts';
import type { SalesDocument } from '../../../core/sales-document.ts';
import type { StockMovement } from '../../../core/stock.ts';
import { companyInBooks } from '../company-in-books.ts';

/** The same shop as in the server's fixtures, so that scenarios mean the same on both. */
export const SHOP = 'shopee-tw/小店';

/** What the team has set up; everything else is as on the first day. */
export type SetUp = Partial<Omit<ReconcileInput, 'asOf' | 'orders' | 'lines' | 'company'>> & {
  readonly company?: CompanySettings;
};

export class MemoryBooks {
  readonly receipts: Receipt[] = [];
  readonly sales: SalesDocument[] = [];
  readonly movements: StockMovement[] = [];
  setUp: SetUp;
  private readonly approved = new Set<string>();
  private readonly givenUp: { asOf: BusinessDate; currency: string; amount: Amount }[] = [];
  private readonly orders = new Map<string, { shop: string; order: Order }>();
  private readonly lines = new Map<string, { shop: string; line: PayoutLine; batch: BatchFacts }>();
  private readonly matches = new Map<string, LineAccount['matches'][number][]>();

  constructor(setUp: SetUp = {}) {
    this.setUp = setUp;
  }

  pushOrders(orders: readonly Order[], shop = SHOP): void {
    for (const order of orders) this.orders.set(orderKey(shop, order.orderNumber), { shop, order });
  }

  /** Lines already held are ignored, as the push does. */
  pushPayout(lines: readonly PayoutLine[], batch: Partial<BatchFacts> = {}, shop = SHOP): void {
    const facts: BatchFacts = { id: 'batch', foots: true, paymentMode: 'instalments', ...batch };
    for (const line of lines) {
      const key = lineKey(shop, line);
      if (!this.lines.has(key)) this.lines.set(key, { shop, line, batch: facts });
    }
  }

  reconcile(asOf: BusinessDate, order: (keys: string[]) => string[] = (keys) => keys): ReconcilePlan {
    const plan = planReconciliation(this.inputFor(asOf, order));
    this.post(plan, asOf);
    return plan;
  }

  inputFor(asOf: BusinessDate, order: (keys: string[]) => string[] = (keys) => keys): ReconcileInput {
    return {
      ...NOTHING_SET_UP,
      ...this.setUp,
      company: companyInBooks(this.setUp.company ?? DEFAULT_COMPANY, this.shops()),
      unassigned: this.unassigned(),
      writtenOff: this.writtenOff(asOf.slice(0, 7)),
      asOf,
      orders: order([...this.orders.keys()]).map((key) => this.orderAccount(key)),
      lines: order([...this.lines.keys()]).map((key) => this.lineAccount(key)),
    };
  }

  private *shops(): Generator<string> {
    for (const { shop } of [...this.orders.values(), ...this.lines.values()]) yield shop;
  }

  /** Keys of the payout lines that name the number; `-` for those that name none. */
  lineKeysOf(number: string): string[] {
    const named = number === '-' ? null : number;
    return [...this.lines].filter(([, { line }]) => line.orderNumber === named).map(([key]) => key);
  }

  approve(number: string): void {
    for (const key of this.lineKeysOf(number)) this.approved.add(key);
  }

  private post(plan: ReconcilePlan, asOf: BusinessDate): void {
    for (const { lineKey: key, ...match } of plan.matches)
      this.matches.set(key, [...(this.matches.get(key) ?? []), match]);
    for (const { allocations, currency } of plan.receipts) this.noteWriteOffs(asOf, currency, allocations);
    for (const draft of plan.receipts)
      this.receipts.push({ ...draft, number: `R${this.receipts.length + 1}`, reverses: null });
    for (const draft of plan.sales) this.sales.push({ ...draft, number: `S${this.sales.length + 1}`, reverses: null });
    this.movements.push(...plan.movements);
  }

  private orderAccount(key: string): OrderAccount {
    const { shop, order } = must(this.orders.get(key));
    const moved = this.movements.filter((movement) => orderKey(movement.shop, movement.orderNumber) === key);
    const sales = this.sales.filter((one) => one.orderKey === key);
    const total = (kinds: readonly string[], pick: (one: SalesDocument) => Amount) =>
      sum(sales.filter((one) => kinds.includes(one.kind)).map(pick));
    return {
      ...{ key, shop, order },
      platform: shop.slice(0, shop.indexOf('/')),
      source: { file: 'orders', sheet: 'orders', row: order.sourceRow },
      documented: {
        sold: total(['sale'], (one) => one.amount),
        credited: total(['return', 'allowance'], (one) => one.amount),
        returned: total(['return'], (one) => one.amount),
        lastOn:
          sales
            .map(({ documentOn }) => documentOn)
            .sort()
            .at(-1) ?? null,
        collected: total(['sale'], (one) => one.collected),
        collectedBack: total(['return', 'allowance'], (one) => one.collected),
        collectedReturned: total(['return'], (one) => one.collected),
        soldBase: this.keepsBase() ? total(['sale'], (one) => one.base?.amount ?? ZERO) : null,
        collectedBase: this.keepsBase()
          ? subtract(total(['sale'], freightBase), total(['return', 'allowance'], freightBase))
          : null,
      },
      receivableBase: this.receivableBase(key, sales),
      exchange: exchangeOfOrders(this.receipts).get(key) ?? NO_EXCHANGE,
      moved,
    };
  }

  private keepsBase(): boolean {
    return this.setUp.company?.baseCurrency != null;
  }

  /** Write-offs decided in a month by currency, without sign. */
  private writtenOff(month: string): Map<string, Amount> {
    const totals = new Map<string, Amount>();
    for (const one of this.givenUp.filter(({ asOf }) => asOf.startsWith(month))) {
      totals.set(one.currency, add(totals.get(one.currency) ?? ZERO, one.amount));
    }
    return totals;
  }

  private noteWriteOffs(asOf: BusinessDate, currency: string, allocations: readonly Allocation[]): void {
    for (const { target, amount } of allocations) {
      if (target === 'writeOff') this.givenUp.push({ asOf, currency, amount: amountOfUnits(Math.abs(amount)) });
    }
  }

  /** What lines without an order left on accounts of the shop. */
  private unassigned(): UnassignedBalance[] {
    const held = [...this.lines.values()].map(({ shop, line }) => [shop, line.currency] as const);
    const places = new Map(held.map((place) => [place.join(' '), place]));
    return [...places.values()].flatMap(([shop, currency]) =>
      ALLOCATION_TARGETS.map((target) => {
        const own = this.receipts.filter((receipt) => receipt.shop === shop && receipt.currency === currency);
        const parts = own.flatMap(({ allocations, base }) =>
          allocations.map((part, at) => ({ part, base: base?.allocations[at] ?? ZERO })),
        );
        const waiting = parts.filter(({ part }) => part.orderKey === null && part.target === target);
        const amount = sum(waiting.map(({ part }) => part.amount));
        return { shop, currency, target, amount, base: sum(waiting.map(({ base }) => base)) };
      }),
    );
  }

  private receivableBase(key: string, sales: readonly SalesDocument[]): Amount | null {
    if (!this.keepsBase()) return null;
    const documents = sales.map(({ kind, base }) => (kind === 'sale' ? (base?.amount ?? 0) : -(base?.amount ?? 0)));
    const applied = this.partsOf((part) => part.orderKey === key && part.target === 'receivable');
    const total = documents.reduce((left, one) => left + one, 0);
    return (total - applied.reduce((left, { base }) => left + base, 0)) as Amount;
  }

  /** Allocations with their base amounts. */
  private partsOf(wanted: (part: Allocation) => boolean): { part: Allocation; base: number }[] {
    return this.receipts.flatMap(({ allocations, base }) =>
      allocations.map((part, at) => ({ part, base: base?.allocations[at] ?? 0 })).filter(({ part }) => wanted(part)),
    );
  }

  private lineAccount(key: string): LineAccount {
    const { shop, line, batch } = must(this.lines.get(key));
    return {
      ...{ key, shop, line, batch },
      source: { file: 'income', sheet: 'Income', row: line.sourceRow },
      matches: this.matches.get(key) ?? [],
      booked: this.bookedOf(key),
      approved: this.approved.has(key),
      depositedOn: null,
    };
  }

  private bookedOf(key: string): Booked[] | null {
    if (!this.receipts.some((receipt) => receipt.lineKeys.includes(key))) return null;
    const parts = this.partsOf((part) => part.lineKey === key);
    const orders = [...new Set<string | null>([null, ...parts.map(({ part }) => part.orderKey)])];
    return orders.map((order) => {
      const own = parts.filter(({ part }) => part.orderKey === order);
      const totals = (pick: (one: (typeof own)[number]) => number) =>
        Object.fromEntries(
          ALLOCATION_TARGETS.map((target) => [
            target,
            own.filter(({ part }) => part.target === target).reduce((left, one) => left + pick(one), 0),
          ]),
        ) as Record<AllocationTarget, Amount>;
      return {
        orderKey: order,
        positions: totals(({ part }) => part.amount),
        base: this.keepsBase() ? totals(({ base }) => base) : null,
        feeClaims: feesOf(own.map(({ part }) => part).filter(({ target }) => target === 'claim')),
        accepted: feesOf(own.map(({ part }) => part).filter(({ target }) => target !== 'claim')),
      };
    });
  }
}

const freightBase = (one: SalesDocument) => collectedBase(one, one.base?.amount ?? ZERO, one.base?.currency ?? '');

function feesOf(parts: readonly Allocation[]): Booked['feeClaims'] {
  const claims: Partial<Record<ComponentType, Amount>> = {};
  for (const { feeType, amount } of parts) {
    if (feeType !== null) claims[feeType] = add(claims[feeType] ?? ZERO, amount);
  }
  return claims;
}

export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the test expects a value here');
  return value;
}
