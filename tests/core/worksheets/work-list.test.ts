// The work list: what is at stake, how old it is, what to do next.
import { type Amount, amountOfUnits, ZERO } from '../../../core/money.ts';
import type { Difference, DifferenceReason, Headline, OrderOutcome } from '../../../core/reconcile/outcome.ts';
import { workList } from '../../../core/worksheets/discrepancies-sheet.ts';
import { decimalsFor, toneOf } from '../../../core/worksheets/shared-columns.ts';
import { HEADLINES } from '../../../core/reconcile/outcome.ts';
import { PLAIN_OUTCOME } from '../reconcile/plain-facts.ts';
import { day, dollars, runBooks } from './run-books.ts';

function outcome(headline: Headline, facts: Partial<OrderOutcome> = {}): OrderOutcome {
  return {
    ...{
      orderKey: `k/${headline}`,
      orderNumber: headline,
      shop: 'demo',
      currency: 'TWD',
      stage: 'completed',
      status: '',
    },
    ...{
      headline,
      discrepancies: [headline],
      receivable: dollars(1000),
      credited: ZERO,
      ...{ received: ZERO, compensated: ZERO, refundedByDispute: ZERO },
      refunded: ZERO,
    },
    ...{
      fees: ZERO,
      net: ZERO,
      open: ZERO,
      suspense: ZERO,
      method: 'P1',
      dueOn: day('2024-05-20'),
      paidOutOn: day('2024-05-10'),
    },
    ...PLAIN_OUTCOME,
    ...{ feesChecked: false, source: { file: 'f', sheet: 's', row: 2 }, lineKeys: [] },
    ...facts,
  };
}

const listOf = (...orders: OrderOutcome[]) => {
  const { result, context } = runBooks({});
  return workList({ result: { ...result, orders }, context });
};

/** Its statement is awaited. */
const consigned = (agreed: Amount | null) => ({ awaited: true, statedOn: null, agreed, listed: dollars(1200) });

const because = (reason: DifferenceReason, amount: number): Difference => ({
  ...{ reason, feeType: null, charged: null, amount: dollars(amount) },
});

describe('the money at stake', () => {
  it.each<[Headline, Partial<OrderOutcome>, number]>([
    ['SHORT', { open: dollars(50), received: dollars(950) }, 50],
    ['OVERDUE', { open: dollars(1000) }, 1000],
    ['OVERDUE', { consigned: consigned(dollars(960)) }, 960],
    ['OVERDUE', { consigned: consigned(null) }, 0],
    ['OVERDUE', { uncompleted: { worth: dollars(970) } }, 970],
    ['OVER', { suspense: dollars(30) }, 30],
    ['DUPLICATE_LINE', { suspense: dollars(1000) }, 1000],
    ['CANCELLED_BUT_PAID', { suspense: dollars(70) }, 70],
    ['PAID_NOT_SHIPPED', { suspense: dollars(80) }, 80],
    ['PAID_NOT_COMPLETED', { suspense: dollars(85) }, 85],
    ['REFUND_NOT_WRITTEN_OFF', { refunded: dollars(400), credited: dollars(100) }, 300],
    ['REFUND_NOT_WRITTEN_OFF', { open: dollars(1000) }, 1000],
    ['CREDIT_WITHOUT_REFUND', { credited: dollars(400), open: dollars(-400) }, 400],
    ['CREDIT_WITHOUT_REFUND', { credited: dollars(400), refunded: dollars(100) }, 300],
    ['NEGATIVE_NET', { net: dollars(-14) }, -14],
    ['FILE_INCONSISTENT', { net: dollars(940) }, 940],
    // Nothing is booked yet of what waits for review.
    ['OVER', { differences: [because('OVER', -30)] }, 30],
    ['PAID_NOT_SHIPPED', { differences: [because('PAID_NOT_SHIPPED', -80)] }, 80],
    ['PAID_NOT_COMPLETED', { differences: [because('PAID_NOT_COMPLETED', -85)] }, 85],
    ['CHARGEBACK', { differences: [because('CHARGEBACK', 90)] }, 90],
    ['CHARGEBACK', { claim: dollars(110), differences: [because('CHARGEBACK', 90)] }, 110],
    ['RESERVE_HELD', { differences: [because('RESERVE_HELD', 20)] }, 20],
  ])('of %s with %j is %d', (headline, facts, amount) => {
    expect(listOf(outcome(headline, facts)).map(({ atStake }) => atStake)).toEqual([dollars(amount)]);
  });
});

describe('the order of work', () => {
  it('is by severity, then the larger amount, then the order number', () => {
    const list = listOf(
      outcome('SHORT', { orderNumber: 'small', open: dollars(5) }),
      outcome('SHORT', { orderNumber: 'b', open: dollars(50) }),
      outcome('SHORT', { orderNumber: 'a', open: dollars(50) }),
      outcome('CANCELLED_BUT_PAID', { suspense: dollars(1) }),
      outcome('EXACT', { discrepancies: [] }),
    );
    expect(list.map(({ orderNumber }) => orderNumber)).toEqual(['CANCELLED_BUT_PAID', 'a', 'b', 'small']);
  });

  it('counts the days since the money was due, or since it came', () => {
    const ages = listOf(outcome('OVER'), outcome('SHORT'), outcome('REFUND_NOT_WRITTEN_OFF', { paidOutOn: null })).map(
      ({ headline, age }) => [headline, age],
    );
    expect(Object.fromEntries(ages)).toEqual({ OVER: 22, SHORT: 12, REFUND_NOT_WRITTEN_OFF: null });
  });

  it('shows the other states that hold beside the first', () => {
    const [item] = listOf(outcome('OVER', { discrepancies: ['OVER', 'NEGATIVE_NET'] }));
    expect(item?.others).toEqual(['NEGATIVE_NET']);
  });
});

describe('tones', () => {
  it('are good for settled orders only, and never calm for a state of the work list', () => {
    const byTone = (tone: string) => HEADLINES.filter((headline) => toneOf(headline) === tone);
    expect(byTone('good')).toEqual(['REFUND_FULL', 'REFUND_PARTIAL', 'EXACT']);
    expect(byTone('calm')).toEqual(['PARTIAL', 'NOT_DUE', 'CANCELLED', 'NOT_SHIPPED', 'NOT_COMPLETED']);
    expect(byTone('bad')).toContain('CANCELLED_BUT_PAID');
  });
});

describe('decimals', () => {
  it.each([
    ['whole dollars need none', [1, 200], ['TWD'], 0],
    ['a single half dollar shows cents', [1, 0.5], ['TWD'], 2],
    ['a currency with cents shows them always', [1], ['USD'], 2],
    ['three decimals are never hidden', [0.125], ['USD'], 3],
    ['nothing at all', [], [], 0],
  ])('%s', (_, amounts, currencies, decimals) => {
    expect(
      decimalsFor(
        amounts.map((amount) => amountOfUnits(amount * 10_000)),
        currencies,
      ),
    ).toBe(decimals);
  });
});
