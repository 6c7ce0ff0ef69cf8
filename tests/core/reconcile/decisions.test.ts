// What people decide stays decided run after run, closes what it was about, and is taken back when the figures change.
import { amountOfUnits, type Amount, sum } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { lineKey, orderKey } from '../../../core/reconcile/account.ts';
import type { Decision, SubjectDecisions } from '../../../core/reconcile/decision.ts';
import { explainOrder } from '../../../core/reconcile/explain.ts';
import { imbalanceOf, type Receipt } from '../../../core/receipt.ts';
import { aLine, anOrder, day, dollars } from '../worksheets/run-books.ts';
import { MemoryBooks, must, SHOP } from './memory-books.ts';

const TODAY = day('2024-06-01');
const KEY = orderKey(SHOP, 'A1');

const asFee = (amount: number, feeType: ComponentType | null = 'COMMISSION'): Decision => {
  return { kind: 'accept-fee', amount: dollars(amount), feeType };
};
const writtenOff = (amount: number): Decision => ({ kind: 'write-off', amount: dollars(amount), feeType: null });
const badDebt = (amount: number): Decision => ({ kind: 'bad-debt', amount: dollars(amount), feeType: null });
const decided = (subject: string, part: Partial<SubjectDecisions>) =>
  new Map([[subject, { rest: null, claim: null, ...part }]]);

/** Books that have reconciled one order of 1,000 with what the platform paid for it. */
function paid(parts: Partial<Record<ComponentType, number>>, stage: 'completed' | 'cancelled' = 'completed') {
  const books = new MemoryBooks();
  books.pushOrders([anOrder('A1', { stage })]);
  books.pushPayout([aLine('A1', parts)], { paymentMode: 'single' });
  return { books, before: must(books.reconcile(TODAY).orders[0]) };
}

function decide(books: MemoryBooks, decisions: ReturnType<typeof decided>) {
  books.setUp = { decisions };
  return books.reconcile(TODAY);
}

/** Σ allocations by target, Σ deductions and cash of all receipts; zeros left out. */
function standing(receipts: readonly Receipt[]): Record<string, number> {
  const totals: Record<string, number> = {};
  const count = (name: string, amount: Amount) => (totals[name] = (totals[name] ?? 0) + amount / 10_000);
  for (const { allocations, deductions, cash } of receipts) {
    count('cash', cash);
    for (const { target, amount } of allocations) count(target, amount);
    for (const { type, amount } of deductions) count(type, amount);
  }
  return Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0));
}

describe('a rest that a person lets pass', () => {
  test.each([
    ['what is short becomes a fee', { PRINCIPAL: 980 }, asFee(20), { cash: 980, receivable: 1000, COMMISSION: 20 }],
    [
      'what is short is written off',
      { PRINCIPAL: 980 },
      writtenOff(20),
      { cash: 980, receivable: 1000, writeOff: -20 },
    ],
    [
      'what is over becomes an income',
      { PRINCIPAL: 1030 },
      asFee(-30),
      { cash: 1030, receivable: 1000, COMMISSION: -30 },
    ],
    [
      'what is over is kept as a difference',
      { PRINCIPAL: 1030 },
      writtenOff(-30),
      {
        ...{ cash: 1030, receivable: 1000, writeOff: 30 },
      },
    ],
  ] as const)('%s, and the order is closed', (_, parts, rest, expected) => {
    const { books } = paid(parts);
    const plan = decide(books, decided(KEY, { rest }));
    expect(standing(books.receipts)).toEqual(expected);
    const after = must(plan.orders[0]);
    expect([after.discrepancies, after.open, after.suspense]).toEqual([[], 0, 0]);
    expect(sum(after.differences.map(({ amount }) => amount))).toBe(after.expectedNet - after.net);
    expect(plan.receipts.map(({ kind, cash }) => [kind, cash])).toEqual([['transfer', 0]]);
    expect(plan.vouchers).toHaveLength(1);
    expect(books.receipts.map(imbalanceOf)).toEqual([0, 0]);
    expect(decide(books, decided(KEY, { rest })).receipts).toEqual([]);
  });

  test.each([
    [writtenOff(170), '應收 1,000，已撥 930、扣回退款 100，差 170 已列尾差結清。'],
    [badDebt(170), '應收 1,000，已撥 930、扣回退款 100，其餘 170 收不回來，已列呆帳結清。'],
  ])('what a person gives up is not called small, and what was taken back is told beside what came', (rest, words) => {
    const { books } = paid({ PRINCIPAL: 930, REFUND: -100 });
    const after = must(decide(books, decided(KEY, { rest })).orders[0]);
    expect(explainOrder(after, 'zh-TW', TODAY)).toBe(words);
  });

  test.each([
    ['a fee', asFee(20), 'REFUND_PARTIAL', '實收 750，帳款結清。'],
    ['a write-off', writtenOff(20), 'REFUND_PARTIAL', '實收 730，尾差 20 已沖銷，帳款結清。'],
    ['a bad debt', badDebt(20), 'BAD_DEBT', '其餘 20 收不回來，已列呆帳結清。'],
  ] as const)(
    'what was refunded beyond the credit is given up as %s, and nothing is open any more',
    (_, rest, ...told) => {
      const books = new MemoryBooks();
      books.pushOrders([anOrder('A1', { credited: dollars(250) })]);
      books.pushPayout([aLine('A1', { PRINCIPAL: 1000, REFUND: -270 })], { paymentMode: 'single' });
      expect(must(books.reconcile(TODAY).orders[0]).headline).toBe('REFUND_NOT_WRITTEN_OFF');
      const after = must(decide(books, decided(KEY, { rest })).orders[0]);
      const [headline, words] = told;
      expect([after.headline, after.discrepancies, after.open]).toEqual([headline, [], 0]);
      expect(explainOrder(after, 'zh-TW', TODAY)).toContain(words);
      expect(sum(after.differences.map(({ amount }) => amount))).toBe(after.expectedNet - after.net);
    },
  );

  test('money of a cancelled order becomes an income', () => {
    const { books } = paid({ PRINCIPAL: 70 }, 'cancelled');
    const plan = decide(books, decided(KEY, { rest: asFee(-70, 'FEE_REVERSAL') }));
    expect(standing(books.receipts)).toEqual({ cash: 70, FEE_REVERSAL: -70 });
    expect(must(plan.orders[0]).discrepancies).toEqual([]);
  });

  test('a decision on other figures changes nothing', () => {
    const { books } = paid({ PRINCIPAL: 980 });
    expect(decide(books, decided(KEY, { rest: asFee(21) })).receipts).toEqual([]);
    expect(decide(books, decided(KEY, { rest: writtenOff(21) })).receipts).toEqual([]);
  });

  test.each([
    ['fee', asFee(20)],
    ['write-off', writtenOff(20)],
  ])('a %s is taken back when the platform pays after all', (_, rest) => {
    const { books } = paid({ PRINCIPAL: 980 });
    decide(books, decided(KEY, { rest }));
    books.pushPayout([aLine('A1', { PRINCIPAL: 20 }, { identity: 'late', paidOutOn: day('2024-05-20') })]);
    const after = must(books.reconcile(TODAY).orders[0]);
    expect([after.headline, after.open]).toEqual(['EXACT', 0]);
    expect(standing(books.receipts)).toEqual({ cash: 1000, receivable: 1000 });
  });

  test.each([
    ['fee', asFee(20)],
    ['write-off', writtenOff(20)],
  ])('a %s is taken back when the decision is', (_, rest) => {
    const { books, before } = paid({ PRINCIPAL: 980 });
    decide(books, decided(KEY, { rest }));
    const withdrawn: Decision = { kind: 'withdrawn', amount: amountOfUnits(0), feeType: null };
    const after = must(decide(books, decided(KEY, { rest: withdrawn })).orders[0]);
    expect(after).toEqual({ ...before });
    expect(standing(books.receipts)).toEqual({ cash: 980, receivable: 980 });
  });
});

test('a lost dispute becomes a cost, and is no discrepancy any more', () => {
  const { books, before } = paid({ PRINCIPAL: 1000, CHARGEBACK: -1000 });
  expect([before.headline, before.claim]).toEqual(['CHARGEBACK', dollars(1000)]);
  const plan = decide(books, decided(KEY, { claim: asFee(1000, 'PENALTY') }));
  expect(standing(books.receipts)).toEqual({ receivable: 1000, PENALTY: 1000 });
  expect([must(plan.orders[0]).headline, must(plan.orders[0]).claim]).toEqual(['EXACT', 0]);
  expect(decide(books, decided(KEY, { claim: asFee(1000, 'PENALTY') })).receipts).toEqual([]);
});

test('a lost dispute that was taken for a cost is none once the goods are credited, and again once they are not', () => {
  const { books } = paid({ PRINCIPAL: 1000, CHARGEBACK: -1000 });
  const lost = decided(KEY, { claim: asFee(1000, 'PENALTY') });
  decide(books, lost);
  books.pushOrders([anOrder('A1', { credited: dollars(1000) })]);
  const credited = must(decide(books, lost).orders[0]);
  expect([credited.headline, credited.claim, credited.open]).toEqual(['REFUND_FULL', 0, 0]);
  expect(standing(books.receipts)).toEqual({});
  books.pushOrders([anOrder('A1')]);
  const again = must(decide(books, lost).orders[0]);
  expect([again.headline, again.claim, again.open]).toEqual(['EXACT', 0, 0]);
  expect(standing(books.receipts)).toEqual({ receivable: 1000, PENALTY: 1000 });
  expect(decide(books, lost).receipts).toEqual([]);
});

describe('money without an order', () => {
  const stray = aLine('Z9', { PRINCIPAL: 500, COMMISSION: -40 });
  const accepted = decided(lineKey(SHOP, stray), { rest: asFee(-500, 'FEE_REVERSAL') });

  function onHold() {
    const books = new MemoryBooks();
    books.pushPayout([stray]);
    books.reconcile(TODAY);
    return books;
  }

  test('becomes an income, once', () => {
    const books = onHold();
    decide(books, accepted);
    expect(standing(books.receipts)).toEqual({ cash: 460, COMMISSION: 40, FEE_REVERSAL: -500 });
    expect(decide(books, accepted).receipts).toEqual([]);
  });

  test.each([
    ['an income', aLine('Z9', { PRINCIPAL: 500, COMMISSION: -40 }), -500],
    ['a cost', aLine('Z9', { REFUND: -500, FEE_REVERSAL: 40 }), 500],
    ['an income without any order by nature', aLine(null, { ADJUSTMENT: 500 }), -500],
  ] as const)('that was decided about before it was booked becomes %s in the run that books it', (_, line, amount) => {
    const before = decided(lineKey(SHOP, line), { rest: asFee(amount, 'PENALTY') });
    const books = new MemoryBooks();
    books.pushPayout([line]);
    const plan = decide(books, before);
    expect(plan.receipts.map(({ cash }) => cash)).toEqual([line.net]);
    const standsNow = standing(books.receipts);
    expect(standsNow).toMatchObject({ cash: line.net / 10_000, PENALTY: amount });
    expect(standsNow).not.toHaveProperty('suspense');
    expect(books.receipts.map(imbalanceOf)).toEqual([0]);
    expect(decide(books, before).receipts).toEqual([]);
  });

  test('a refund of an order that nobody has becomes a cost, off the money on hold', () => {
    const refund = aLine('Z9', { REFUND: -500 });
    const lost = decided(lineKey(SHOP, refund), { rest: asFee(500, 'PENALTY') });
    const books = new MemoryBooks();
    books.pushPayout([refund]);
    books.reconcile(TODAY);
    const [transfer] = decide(books, lost).receipts;
    expect(must(transfer).allocations).toMatchObject([{ orderKey: null, target: 'suspense', amount: dollars(500) }]);
    expect(standing(books.receipts)).toEqual({ cash: -500, PENALTY: 500 });
    books.pushOrders([anOrder('Z9', { credited: dollars(500) })]);
    expect(must(decide(books, lost).orders[0])).toMatchObject({ refunded: dollars(500), suspense: 0 });
    expect(standing(books.receipts)).toEqual({ cash: -500, receivable: -500 });
  });

  test('goes to its order when that comes after all, as if nobody had decided', () => {
    const books = onHold();
    decide(books, accepted);
    books.pushOrders([anOrder('Z9', { receivable: dollars(500) })]);
    const plan = decide(books, accepted);
    expect(standing(books.receipts)).toEqual({ cash: 460, COMMISSION: 40, receivable: 500 });
    expect(must(plan.orders[0]).headline).toBe('EXACT');
    expect(decide(books, accepted).receipts).toEqual([]);
  });
});
