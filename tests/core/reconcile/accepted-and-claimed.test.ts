// Money on hold that a person took for an income, and that is found to pay an order after all: it goes there once and whole,
// in its own currency and in the books', as if nobody had decided.
// Seen red: each order of a group took the income back, so a cost of 1,000 stayed; what was released and moved in one
// transfer left its difference of rates on hold; a decision held on although its money stood on the receivable.
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../../core/company.ts';
import { lineKey, orderKey } from '../../../core/reconcile/account.ts';
import type { SubjectDecisions } from '../../../core/reconcile/decision.ts';
import type { Order } from '../../../core/order.ts';
import type { PayoutLine } from '../../../core/payout.ts';
import { aLine, anOrder, day, dollars } from '../worksheets/run-books.ts';
import { MemoryBooks, must, SHOP } from './memory-books.ts';

const [PAID, DECIDED, FOUND] = [day('2024-05-12'), day('2024-05-20'), day('2024-06-01')];
const rates = [
  ['2024-05-01', '30'],
  ['2024-05-10', '31'],
  ['2024-05-20', '31.5'],
  ['2024-06-01', '32'],
].map(([on = '', rate = '']) => ({ currency: 'USD', validOn: day(on), rate }));
const company = (revenueOn: 'shipped' | 'completed') => {
  return { ...DEFAULT_COMPANY, baseCurrency: 'TWD', shops: { [SHOP]: { ...DEFAULT_SHOP, revenueOn } } };
};

const income = (subject: string): ReadonlyMap<string, SubjectDecisions> => {
  const rest = { kind: 'accept-fee', amount: dollars(-1000), feeType: 'PENALTY' } as const;
  return new Map([[subject, { rest, claim: null }]]);
};

/** Everything of all receipts in both currencies, as [amount, base]; what is zero in both is left out. */
function standing({ receipts }: MemoryBooks): Record<string, readonly [number, number]> {
  const sums = new Map<string, readonly [number, number]>();
  const count = (name: string, amount: number, base: number) => {
    const [before, baseBefore] = sums.get(name) ?? [0, 0];
    sums.set(name, [before + amount / 10_000, baseBefore + base / 10_000]);
  };
  for (const { allocations, deductions, base } of receipts) {
    allocations.forEach(({ target, amount }, at) => count(target, amount, base?.allocations[at] ?? 0));
    deductions.forEach(({ type, amount }, at) => count(type, amount, base?.deductions[at] ?? 0));
    count('gain', 0, base?.gain ?? 0);
  }
  return Object.fromEntries([...sums].filter(([, both]) => both.some((one) => one !== 0)));
}

/** Paid on 05-10 at 31, taken for an income on 05-20 at 31.5; then the orders come, and runs of 06-01 at 32. */
function claimedAfterAll(
  before: readonly Order[],
  line: PayoutLine,
  subject: string,
  orders: readonly Order[],
  revenueOn: 'shipped' | 'completed' = 'shipped',
) {
  const books = new MemoryBooks({ company: company(revenueOn), rates });
  books.pushOrders(before);
  books.pushPayout([line]);
  books.reconcile(PAID);
  books.setUp = { ...books.setUp, decisions: income(subject) };
  const decided = books.reconcile(DECIDED);
  books.pushOrders(orders);
  const plan = books.reconcile(FOUND);
  expect(books.reconcile(FOUND).receipts).toEqual([]);
  return { books, decided, plan };
}

const usd = (number: string, facts: Partial<Order> = {}) =>
  anOrder(number, { currency: 'USD', shippedOn: day('2024-05-01'), completedOn: day('2024-05-02'), ...facts });
const paid = (number: string | null) =>
  aLine(number, { PRINCIPAL: 1000 }, { currency: 'USD', paidOutOn: day('2024-05-10') });
const uncompleted = usd('A1', { stage: 'shipped', completedOn: null });

describe('an income that is none', () => {
  const [A, B] = [usd('A1', { receivable: dollars(400) }), usd('B2', { receivable: dollars(600) })];

  // The income was worth 31,500 and is taken back at 32,000; of the rest the rates of sale, payout and both decisions differ.
  test.each([
    ['of one order that comes later', [], paid('Z9'), lineKey(SHOP, paid('Z9')), [usd('Z9')], 'shipped'],
    ['of two orders that it pays together', [], paid(null), lineKey(SHOP, paid(null)), [A, B], 'shipped'],
    ['of an order that was not sold yet', [uncompleted], paid('A1'), orderKey(SHOP, 'A1'), [usd('A1')], 'completed'],
  ] as const)('%s: nothing stays on hold, and the income goes', (_, before, line, subject, orders, revenueOn) => {
    const { books, plan } = claimedAfterAll(before, line, subject, orders, revenueOn);
    expect(plan.orders.map(({ headline, open, suspense }) => [headline, open, suspense])).toEqual(
      orders.map(() => ['EXACT', 0, 0]),
    );
    expect(standing(books)).toEqual({ receivable: [1000, 30_000], PENALTY: [0, 500], gain: [0, 1_500] });
  });
});

describe('money of an order that was not completed, taken for an income', () => {
  test('is not missed, however late the order is', () => {
    const { decided } = claimedAfterAll([uncompleted], paid('A1'), orderKey(SHOP, 'A1'), [], 'completed');
    expect(must(decided.orders[0])).toMatchObject({ headline: 'NOT_COMPLETED', discrepancies: [], suspense: 0 });
  });

  test('waits for its refund once all goods came back: the decision was about money on hold, and there is none', () => {
    const back = usd('A1', { credited: dollars(1000) });
    const { books, plan } = claimedAfterAll([uncompleted], paid('A1'), orderKey(SHOP, 'A1'), [back], 'completed');
    const figures = { headline: 'CREDIT_WITHOUT_REFUND', open: dollars(-1000), suspense: 0 };
    expect(must(plan.orders[0])).toMatchObject(figures);
    expect(standing(books)).not.toHaveProperty('suspense');
  });
});
