// Any story of a shop's books: exports that replace each other, payout files in parts and out of order, runs over some of
// the files, months that are closed, and undo of anything in between; and the facts that hold when it is over.
import fc from '../fast-check.ts';
import { addDays, type BusinessDate } from '../../core/business-date.ts';
import { amountOfUnits } from '../../core/money.ts';
import { type Order, ORDER_STAGES } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { day } from '../server/fixtures.ts';
import { anyLineDraft, anyOrderDraft, lineOfDraft, orderOfDraft } from './arbitrary-files.ts';
import { anySetUp, RATE_COUNT, type SetUp } from './arbitrary-set-up.ts';

const UNDONE = ['row', 'receipt', 'batch', 'run'] as const;

export interface PayoutPart {
  readonly do: 'payout';
  readonly file: string;
  readonly lines: readonly PayoutLine[];
}

export type StoryStep =
  | { readonly do: 'orders'; readonly orders: readonly Order[] }
  | PayoutPart
  /** `of`: which of the files so far; of none of them, all. */
  | { readonly do: 'run'; readonly on: BusinessDate; readonly of: readonly boolean[] }
  | { readonly do: 'close'; readonly month: string }
  /** `at`: the how-manieth, counted from any end. */
  | { readonly do: 'undo'; readonly what: (typeof UNDONE)[number]; readonly at: number };

export interface Story {
  readonly setUp: SetUp;
  readonly steps: readonly StoryStep[];
}

/** Caps are per run and month, hence a matter of the way; without a rate documents wait until there is one. */
const setUps = anySetUp
  .filter(({ rates }) => rates.length === RATE_COUNT)
  .map((setUp): SetUp => {
    const most = amountOfUnits(1_000_000_000);
    const tolerance = { ...setUp.policy.tolerance, perRun: most, perMonth: most };
    return { ...setUp, policy: { ...setUp.policy, tolerance } };
  });

const orders = fc.uniqueArray(anyOrderDraft, { selector: ({ number }) => number, minLength: 1, maxLength: 3 });
const files = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
const draft = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('orders' as const), rows: orders }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('payout' as const),
      rows: fc.array(anyLineDraft, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('run' as const), days: fc.nat(15), of: files }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('close' as const), month: fc.constantFrom('2024-04', '2024-05') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('undo' as const), what: fc.constantFrom(...UNDONE), at: fc.nat(9) }),
  },
);
type Draft = typeof draft extends fc.Arbitrary<infer One> ? One : never;

/** A story, and the shortest one that ends with the same facts. */
export const anyStory: fc.Arbitrary<{ readonly story: Story; readonly facts: Story }> = fc
  .record({ setUp: setUps, drafts: fc.array(draft, { minLength: 3, maxLength: 12 }) })
  .map(({ setUp, drafts }) => {
    const teller = new Teller();
    const steps = drafts.flatMap((one) => teller.stepsOf(one));
    return { story: { setUp, steps }, facts: { setUp, steps: teller.facts() } };
  })
  .filter(({ facts }) => facts.steps.length > 0);

/** Each export is written with what the ones before it said; what the push would keep out is not in it. */
class Teller {
  private readonly orders = new Map<string, Order>();
  private readonly files: PayoutPart[] = [];
  private today = day('2024-05-06');
  private lines = 0;

  facts(): StoryStep[] {
    const newest = [...this.orders.values()];
    return [...(newest.length === 0 ? [] : [{ do: 'orders' as const, orders: newest }]), ...this.files];
  }

  stepsOf(one: Draft): StoryStep[] {
    if (one.do === 'run') {
      this.today = addDays(this.today, one.days);
      return [{ do: 'run', on: this.today, of: one.of }];
    }
    if (one.do === 'orders') return this.ordersOf(one.rows.map(orderOfDraft));
    return one.do === 'payout' ? this.payoutOf(one) : [one];
  }

  private ordersOf(rows: readonly Order[]): StoryStep[] {
    const newer = rows.filter(({ orderNumber, stage }) => {
      const before = this.orders.get(orderNumber)?.stage ?? 'unshipped';
      return ORDER_STAGES.indexOf(stage) >= ORDER_STAGES.indexOf(before);
    });
    for (const order of newer) this.orders.set(order.orderNumber, order);
    return newer.length === 0 ? [] : [{ do: 'orders', orders: newer }];
  }

  /** Rows that name their order: which group a row without a number pays hangs on what is open at the time. */
  private payoutOf({ rows }: Extract<Draft, { do: 'payout' }>): StoryStep[] {
    const named = rows.filter(({ pays, number }) => pays !== 'merged' && number !== null);
    const lines = named.map((row) => lineOfDraft(row, `T${this.lines++}`, this.orders));
    const parts = [...new Set(lines.map(({ currency }) => currency))].map((currency): PayoutPart => {
      const own = lines.filter((line) => line.currency === currency);
      return { do: 'payout', file: `income-${this.files.length}-${currency}.xlsx`, lines: own };
    });
    this.files.push(...parts);
    return parts;
  }
}
