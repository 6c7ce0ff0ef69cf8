// Plays a history on the engine with books in memory.
import type { Order } from '../../core/order.ts';
import { lineKey, type LinkMemory, orderKey, pairKey } from '../../core/reconcile/account.ts';
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import { MemoryBooks, must } from '../core/reconcile/memory-books.ts';
import type { History, Step } from './arbitrary-history.ts';
import type { HeldLine, Ledger, PostedVoucher, Run } from './ledger.ts';

export function ledgerInMemory(history: History, shuffle?: Shuffle): Ledger {
  const player = new MemoryPlayer(history, shuffle);
  for (const step of history.steps) player.play(step);
  return { setUp: history.setUp, runs: player.runs };
}

/** The order in which a run meets its rows. */
export type Shuffle = (keys: string[]) => string[];

export class MemoryPlayer {
  readonly books: MemoryBooks;
  readonly runs: Run[] = [];
  private readonly shuffle: Shuffle | undefined;
  private readonly closed = new Set<string>();
  private readonly approved = new Set<string>();
  private readonly aliases = new Map<string, string>();
  private readonly declined = new Set<string>();
  private readonly lines = new Map<string, HeldLine>();
  private readonly orders = new Map<string, Order>();
  private files = 0;

  constructor({ setUp }: History, shuffle?: Shuffle) {
    this.books = new MemoryBooks({ ...setUp });
    this.shuffle = shuffle;
  }

  play(step: Step): void {
    if (step.do === 'orders') this.pushOrders(step);
    if (step.do === 'payout') this.pushPayout(step);
    if (step.do === 'close') this.closed.add(step.month);
    if (step.do === 'link') this.link(step);
    if (step.do === 'run') this.run(step);
  }

  private pushOrders({ shop, orders }: Extract<Step, { do: 'orders' }>): void {
    this.books.pushOrders(orders, shop);
    for (const order of orders) this.orders.set(orderKey(shop, order.orderNumber), order);
  }

  private pushPayout(file: Extract<Step, { do: 'payout' }>): void {
    const { shop, lines, foots, paymentMode } = file;
    this.books.pushPayout(lines, { id: `file-${++this.files}`, foots, paymentMode }, shop);
    for (const line of lines) {
      const key = lineKey(shop, line);
      if (!this.lines.has(key)) this.lines.set(key, { key, line, file });
    }
  }

  /** The last word on a pair holds. */
  private link({ kind, lineKey: line, orderKey: order }: Extract<Step, { do: 'link' }>): void {
    this.declined.delete(pairKey(line, order));
    if (this.aliases.get(line) === order) this.aliases.delete(line);
    if (kind === 'alias') this.aliases.set(line, order);
    else this.declined.add(pairKey(line, order));
  }

  private run({ asOf, approving }: Extract<Step, { do: 'run' }>): void {
    if (approving) {
      for (const key of this.lines.keys()) this.approved.add(key);
      for (const { line } of this.lines.values()) this.books.approve(line.orderNumber ?? '-');
    }
    const memory: LinkMemory = { aliases: new Map(this.aliases), groups: new Map(), declined: new Set(this.declined) };
    const closedMonths = new Set(this.closed);
    this.books.setUp = { ...this.books.setUp, memory, closedMonths };
    const before = this.documents();
    const plan = this.books.reconcile(asOf, this.shuffle);
    this.runs.push({
      ...{ asOf, closedMonths, approved: new Set(this.approved), planHash: plan.hash },
      ...{ lines: [...this.lines.values()], orders: new Map(this.orders) },
      ...{ outcomes: plan.orders, unlinked: plan.unlinked, onReview: plan.onReview },
      ...this.postedSince(before, plan),
      receivables: new Map(plan.receivables.map((state) => [state.orderKey, state])),
    });
  }

  private documents() {
    return { sales: this.books.sales.length, receipts: this.books.receipts.length };
  }

  private postedSince(before: ReturnType<MemoryPlayer['documents']>, plan: ReconcilePlan) {
    const sales = this.books.sales.slice(before.sales);
    const receipts = this.books.receipts.slice(before.receipts);
    const vouchers = plan.vouchers.map(({ voucher, documents }): PostedVoucher => {
      const numbers = [
        ...documents.sales.map((at) => must(sales[at]).number),
        ...documents.receipts.map((at) => must(receipts[at]).number),
      ];
      return { voucher, documents: numbers };
    });
    return { sales, receipts, vouchers, movements: plan.movements };
  }
}
