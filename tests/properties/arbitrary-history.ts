// Any history of a company's books: what it has set up and then, step by step, files that came, months that were closed,
// links made by hand, and runs. It always ends with a run.
import fc from '../fast-check.ts';
import { addDays, type BusinessDate } from '../../core/business-date.ts';
import { type Order, ORDER_STAGES } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { lineKey, orderKey } from '../../core/reconcile/account.ts';
import { day } from '../server/fixtures.ts';
import { anyLineDraft, anyOrderDraft, lineOfDraft, orderOfDraft, SHOPS } from './arbitrary-files.ts';
import { anySetUp, type SetUp } from './arbitrary-set-up.ts';

export interface PayoutFile {
  readonly shop: string;
  readonly lines: readonly PayoutLine[];
  /** False: its rows are not what the file says they add up to. */
  readonly foots: boolean;
  readonly paymentMode: 'single' | 'instalments';
}

export type Step =
  | { readonly do: 'orders'; readonly shop: string; readonly orders: readonly Order[] }
  | ({ readonly do: 'payout' } & PayoutFile)
  | { readonly do: 'close'; readonly month: string }
  | { readonly do: 'link'; readonly kind: 'alias' | 'declined'; readonly lineKey: string; readonly orderKey: string }
  /** `approving`: whoever runs it lets every line be booked that waits. */
  | { readonly do: 'run'; readonly asOf: BusinessDate; readonly approving: boolean };

export interface History {
  readonly setUp: SetUp;
  readonly steps: readonly Step[];
}

const shop = fc.constantFrom(SHOPS[0], ...SHOPS);

const ordersDraft = fc.record({
  do: fc.constant('orders' as const),
  shop,
  rows: fc.uniqueArray(anyOrderDraft, { selector: ({ number }) => number, minLength: 1, maxLength: 4 }),
});
const payoutDraft = fc.record({
  do: fc.constant('payout' as const),
  shop,
  rows: fc.array(anyLineDraft, { minLength: 1, maxLength: 4 }),
  foots: fc.nat(11).map((drawn) => drawn < 11),
  paymentMode: fc.constantFrom('single', 'instalments'),
  /** How many earlier rows of the shop the file repeats. */
  overlap: fc.nat(3),
});
const runDraft = fc.record({
  do: fc.constant('run' as const),
  days: fc.nat(20),
  approving: fc.nat(3).map((quarter) => quarter === 0),
});
const closeDraft = fc.record({ do: fc.constant('close' as const), month: fc.constantFrom('2024-04', '2024-05') });
const linkDraft = fc.record({
  do: fc.constant('link' as const),
  kind: fc.constantFrom('alias', 'declined'),
  line: fc.nat(20),
  order: fc.nat(7),
});

const anyDraft = fc.oneof(
  { weight: 4, arbitrary: ordersDraft },
  { weight: 6, arbitrary: payoutDraft },
  { weight: 4, arbitrary: runDraft },
  { weight: 1, arbitrary: closeDraft },
  { weight: 1, arbitrary: linkDraft },
);
type Draft = typeof anyDraft extends fc.Arbitrary<infer One> ? One : never;

export const anyHistory: fc.Arbitrary<History> = fc
  .record({ setUp: anySetUp, first: ordersDraft, drafts: fc.array(anyDraft, { minLength: 1, maxLength: 9 }) })
  .map(({ setUp, first, drafts }) => {
    const writer = new HistoryWriter();
    const last = { do: 'run' as const, days: 1, approving: false };
    return { setUp, steps: [first, ...drafts, last].flatMap((draft) => writer.stepsOf(draft)) };
  });

/** Turns drafts into files, each written with what the ones before it said. */
class HistoryWriter {
  private readonly orders = new Map<string, { shop: string; order: Order }>();
  private readonly lines: { shop: string; line: PayoutLine }[] = [];
  private today = day('2024-05-06');

  stepsOf(draft: Draft): Step[] {
    switch (draft.do) {
      case 'orders':
        return this.ordersOf(draft);
      case 'payout':
        return this.payoutsOf(draft);
      case 'run':
        this.today = addDays(this.today, draft.days);
        return [{ do: 'run', asOf: this.today, approving: draft.approving }];
      case 'close':
        return [draft];
      case 'link':
        return this.linksOf(draft);
    }
  }

  /** An export is newer than the one before: no order goes back in its stages. */
  private ordersOf({ shop: place, rows }: Extract<Draft, { do: 'orders' }>): Step[] {
    const orders = rows.map((row) => orderOfDraft(row)).filter((order) => this.mayFollow(place, order));
    for (const order of orders) this.orders.set(orderKey(place, order.orderNumber), { shop: place, order });
    return orders.length === 0 ? [] : [{ do: 'orders', shop: place, orders }];
  }

  private mayFollow(place: string, { orderNumber, stage }: Order): boolean {
    const held = this.orders.get(orderKey(place, orderNumber))?.order.stage ?? 'unshipped';
    return ORDER_STAGES.indexOf(stage) >= ORDER_STAGES.indexOf(held);
  }

  /** One file a currency, as the platforms give them. */
  private payoutsOf({ shop: place, rows, overlap, ...facts }: Extract<Draft, { do: 'payout' }>): Step[] {
    const known = [...this.orders.values()].filter((one) => one.shop === place).map(({ order }) => order);
    const byNumber = new Map(known.map((order) => [order.orderNumber, order]));
    const before = this.lines.filter((one) => one.shop === place).map(({ line }) => line);
    const fresh = rows.map((row, at) => lineOfDraft(row, `T${this.lines.length + at}`, byNumber));
    this.lines.push(...fresh.map((line) => ({ shop: place, line })));
    const all = [...before.slice(Math.max(0, before.length - overlap)), ...fresh];
    const currencies = [...new Set(fresh.map(({ currency }) => currency))];
    return currencies.map((currency) => {
      const lines = all.filter((line) => line.currency === currency);
      return { do: 'payout', shop: place, lines, foots: facts.foots, paymentMode: facts.paymentMode };
    });
  }

  private linksOf({ kind, line: at, order: of }: Extract<Draft, { do: 'link' }>): Step[] {
    const line = this.lines[at % Math.max(1, this.lines.length)];
    const orders = [...this.orders.values()].filter((one) => one.shop === line?.shop);
    const order = orders[of % Math.max(1, orders.length)];
    if (line === undefined || order === undefined) return [];
    const keys = { lineKey: lineKey(line.shop, line.line), orderKey: orderKey(order.shop, order.order.orderNumber) };
    return [{ do: 'link', kind, ...keys }];
  }
}
