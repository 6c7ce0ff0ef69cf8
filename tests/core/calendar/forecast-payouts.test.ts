// The payout forecast: what is expected when, what is late, what cannot be dated; and not a cent outside of the three.
import fc from '../../fast-check.ts';
import { addDays } from '../../../core/business-date.ts';
import { payoutTermsOf } from '../../../core/calendar/choose-calendar.ts';
import type { OpenOrder } from '../../../core/calendar/forecast-orders.ts';
import { forecastPayouts, type HeldOrder } from '../../../core/calendar/forecast-payouts.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import { amountOfUnits } from '../../../core/money.ts';
import { completed, NO_DATES, on, SPRING, terms } from './calendars.ts';

const dollars = (value: number) => amountOfUnits(Math.round(value * 10_000));

function order(day: string | null, open: number, facts: Partial<OpenOrder> = {}): OpenOrder {
  return {
    ...(day === null ? NO_DATES : completed(day)),
    ...{ platform: 'demo', shop: 'corner', currency: 'TWD', orderKey: 'k', orderNumber: 'n' },
    open: dollars(open),
    expectedFees: dollars(0),
    ...facts,
  };
}

const AS_OF = { asOf: on('2026-03-10'), graceDays: 0 };
const WEEK = { delay: { n: 7, unit: 'day' } } as const;

const forecast = (
  orders: readonly OpenOrder[],
  facts: Partial<PayoutCalendar> = WEEK,
  when = AS_OF,
  held: readonly HeldOrder[] = [],
) => forecastPayouts(orders, () => ({ calendar: terms(facts), holidays: SPRING, isSet: true }), when, held);

/** An order of which a reserve was kept from the payout of a day. */
function heldOrder(day: string | null, amount: number, facts: Partial<HeldOrder> = {}): HeldOrder {
  const { open: _, expectedFees: __, orderNumber: ___, ...place } = order('2026-02-01', 0);
  return { ...place, amount: dollars(amount), heldOn: day === null ? null : on(day), ...facts };
}

/** A payout as a line of plain numbers: day, open, fees, held, released, carried in, fee, paid, carried out. */
const lines = ({ expected }: ReturnType<typeof forecast>) =>
  expected.map(({ on: day, open, fees, held, released, carriedIn, transferFee, paid, carriedOut }) => [
    day,
    ...[open, fees, held, released, carriedIn, transferFee, paid, carriedOut].map((amount) => amount / 10_000),
  ]);

test('open orders become one payout a day, less the fees that are known', () => {
  const result = forecast([
    order('2026-03-05', 1000, { expectedFees: dollars(60) }),
    order('2026-03-05', 500, { expectedFees: null }),
    order('2026-03-06', 200),
  ]);
  expect(lines(result)).toEqual([
    ['2026-03-12', 1500, 60, 0, 0, 0, 0, 1440, 0],
    ['2026-03-13', 200, 0, 0, 0, 0, 0, 200, 0],
  ]);
  expect(result.expected.map(({ orders, ordersWithoutFees }) => [orders, ordersWithoutFees])).toEqual([
    [2, 1],
    [1, 0],
  ]);
});

describe('due, late, or without a day', () => {
  it.each([
    ['due tomorrow', '2026-03-04', 0, 'expected 2026-03-11'],
    ['due today is not late', '2026-03-03', 0, 'expected 2026-03-10'],
    ['due yesterday', '2026-03-02', 0, 'overdue 2026-03-09, 1 days'],
    ['due yesterday, with two days of grace', '2026-03-02', 2, 'expected 2026-03-10'],
    ['due three days ago, with two days of grace', '2026-02-28', 2, 'overdue 2026-03-07, 3 days'],
    ['no day in the file', null, 0, 'undated noDate'],
  ])('%s', (_, day, graceDays, expected) => {
    const result = forecast([order(day, 100)], WEEK, { ...AS_OF, graceDays });
    expect([
      ...result.expected.map(({ on: date }) => `expected ${date}`),
      ...result.overdue.map(({ dueOn, daysLate }) => `overdue ${dueOn}, ${daysLate} days`),
      ...result.undated.map(({ why }) => `undated ${why}`),
    ]).toEqual([expected]);
  });

  it('says why an order has no day', () => {
    const why = (facts: Partial<PayoutCalendar>, day: string) =>
      forecast([order(day, 1)], facts).undated.map((one) => one.why);
    expect(why({ cycle: { kind: 'manual' } }, '2026-03-05')).toEqual(['manual']);
    expect(why({ delay: { n: 9, unit: 'businessDay' } }, '2026-12-28')).toEqual(['notCovered']);
  });

  it('goes by the plain number of days where no calendar is set, and says that none is', () => {
    const byTerm = payoutTermsOf({ calendars: [], holidays: new Map(), payoutTermDays: 14 });
    const result = forecastPayouts([order('2026-03-05', 10)], byTerm, AS_OF);
    expect(result.expected).toMatchObject([{ on: '2026-03-19', calendar: null, held: 0, paid: dollars(10) }]);
    expect(forecast([order('2026-03-05', 10)]).expected).toMatchObject([
      { calendar: { id: 'demo-terms', version: 1 } },
    ]);
  });
});

test('shops and currencies are paid apart', () => {
  const result = forecast([
    order('2026-03-05', 10, { currency: 'USD' }),
    order('2026-03-05', 20, { shop: 'flagship' }),
    order('2026-03-05', 30),
  ]);
  expect(result.expected.map(({ shop, currency, paid }) => [shop, currency, paid / 10_000])).toEqual([
    ['corner', 'TWD', 30],
    ['corner', 'USD', 10],
    ['flagship', 'TWD', 20],
  ]);
});

describe('what a payout keeps back', () => {
  const PAID = (facts: Partial<PayoutCalendar>, ...orders: OpenOrder[]) =>
    lines(forecast(orders, { ...WEEK, ...facts }));
  const twoDays = [order('2026-03-05', 90), order('2026-03-06', 200)];

  it('carries a payout below the minimum into the next one', () => {
    expect(PAID({ minPayout: dollars(100), transferFee: dollars(15) }, ...twoDays)).toEqual([
      ['2026-03-12', 90, 0, 0, 0, 0, 0, 0, 90],
      ['2026-03-13', 200, 0, 0, 0, 90, 15, 275, 0],
    ]);
  });

  it('pays exactly the minimum', () => {
    expect(PAID({ minPayout: dollars(90) }, order('2026-03-05', 90))).toEqual([
      ['2026-03-12', 90, 0, 0, 0, 0, 0, 90, 0],
    ]);
  });

  it('carries a negative payout forward', () => {
    expect(PAID({}, order('2026-03-05', -50), order('2026-03-06', 200))).toEqual([
      ['2026-03-12', -50, 0, 0, 0, 0, 0, 0, -50],
      ['2026-03-13', 200, 0, 0, 0, -50, 0, 150, 0],
    ]);
  });

  it('pays nothing that the transfer itself would eat', () => {
    expect(PAID({ transferFee: dollars(15) }, order('2026-03-05', 15))).toEqual([
      ['2026-03-12', 15, 0, 0, 0, 0, 0, 0, 15],
    ]);
  });

  it('holds a reserve by rate after fees, rounded as the currency is, and releases it on a pay day', () => {
    const facts = {
      reserve: { rate: '0.05', releaseAfterDays: 10 },
      cycle: { kind: 'weekly', on: 5 },
    } as const;
    expect(PAID(facts, order('2026-03-05', 1010, { expectedFees: dollars(60) }))).toEqual([
      ['2026-03-13', 1010, 60, 48, 0, 0, 0, 902, 0],
      ['2026-03-27', 0, 0, 0, 48, 0, 0, 48, 0],
    ]);
  });

  it('holds a fixed reserve, but never more than the orders bring', () => {
    const facts = { reserve: { amount: dollars(100), releaseAfterDays: 1 } } as const;
    expect(PAID(facts, ...twoDays)).toEqual([
      ['2026-03-12', 90, 0, 90, 0, 0, 0, 0, 0],
      ['2026-03-13', 200, 0, 100, 90, 0, 0, 190, 0],
      ['2026-03-14', 0, 0, 0, 100, 0, 0, 100, 0],
    ]);
  });

  it('says which reserve has no day of release', () => {
    const facts = { ...WEEK, reserve: { rate: '0.1', releaseAfterDays: null } } as const;
    expect(forecast([order('2026-03-05', 100)], facts).heldUndated).toEqual([
      { platform: 'demo', shop: 'corner', currency: 'TWD', amount: dollars(10) },
    ]);
  });

  it.each([
    ['on the pay day after its days are over', '2026-03-02', 0, '2026-03-16 released 50', []],
    ['today, when its day passed within the days of grace', '2026-02-22', 3, '2026-03-10 released 50', []],
    ['on no day, when it is late', '2026-02-22', 0, null, [50]],
  ])('brings a reserve that is held already %s', (_, heldOn, graceDays, expected, late) => {
    const facts = { ...WEEK, reserve: { rate: '0', releaseAfterDays: 14 } };
    const result = forecast([], facts, { ...AS_OF, graceDays }, [heldOrder(heldOn, 30), heldOrder(heldOn, 20)]);
    expect(result.expected.map(({ on: day, released }) => `${day} released ${released / 10_000}`)).toEqual(
      expected === null ? [] : [expected],
    );
    expect(result.heldLate.map(({ amount }) => amount / 10_000)).toEqual(late);
    expect(result.reserves.map(({ isLate }) => isLate)).toEqual([late.length > 0, late.length > 0]);
  });

  it('says of a reserve that is held already when no day can be told', () => {
    const result = forecast([], WEEK, AS_OF, [heldOrder('2026-03-02', 30), heldOrder(null, 20, { currency: 'USD' })]);
    expect(result.heldUndated.map(({ currency, amount }) => [currency, amount / 10_000])).toEqual([
      ['TWD', 30],
      ['USD', 20],
    ]);
    expect(result.reserves).toMatchObject([{ releaseOn: null, isLate: false }, { releaseOn: null }]);
  });

  it('does not apply amounts of one currency to payouts in another', () => {
    const facts = {
      minPayout: dollars(100),
      transferFee: dollars(15),
      reserve: { amount: dollars(9), releaseAfterDays: 1 },
    };
    expect(PAID(facts, order('2026-03-05', 50, { currency: 'USD' }))).toEqual([
      ['2026-03-12', 50, 0, 0, 0, 0, 0, 50, 0],
    ]);
  });
});

describe('for any open orders', () => {
  const anyOrder = fc
    .record({
      day: fc.option(fc.integer({ min: 0, max: 60 })),
      open: fc.integer({ min: -5_000_000, max: 9_000_000 }),
      fees: fc.option(fc.integer({ min: 0, max: 500_000 })),
      shop: fc.constantFrom('corner', 'flagship'),
      currency: fc.constantFrom('TWD', 'USD'),
    })
    .map(({ day, open, fees, ...place }) =>
      order(day === null ? null : addDays(on('2026-02-01'), day), 0, {
        ...place,
        open: amountOfUnits(open),
        expectedFees: fees === null ? null : amountOfUnits(fees),
      }),
    );
  const anyTerms = fc.record({
    reserve: fc.constantFrom(
      null,
      { rate: '0.0333', releaseAfterDays: 7 },
      { rate: '0.1', releaseAfterDays: null },
      { amount: dollars(30), releaseAfterDays: 2 },
    ),
    minPayout: fc.constantFrom(null, dollars(300)),
    transferFee: fc.constantFrom(null, dollars(15)),
    cycle: fc.constantFrom<PayoutCalendar['cycle']>({ kind: 'daily' }, { kind: 'weekly', on: 3 }),
  });
  const orders = fc.array(anyOrder, { maxLength: 25 });

  it('every open dollar of a currency is expected, late or undated', () => {
    fc.assert(
      fc.property(orders, anyTerms, (list, facts) => {
        const { expected, overdue, undated } = forecast(list, { ...WEEK, ...facts });
        for (const currency of ['TWD', 'USD']) {
          const total = (of: readonly { currency: string; open: number }[]) =>
            of.filter((one) => one.currency === currency).reduce((sum, { open }) => sum + open, 0);
          expect(total(expected) + total(overdue) + total(undated)).toBe(total(list));
        }
      }),
    );
  });

  it('every payout adds up, and passes on to the next what it does not pay', () => {
    fc.assert(
      fc.property(orders, anyTerms, (list, facts) => {
        const { expected } = forecast(list, { ...WEEK, ...facts });
        const carried = new Map<string, number>();
        for (const { shop, currency, ...one } of expected) {
          expect(one.carriedIn).toBe(carried.get(shop + currency) ?? 0);
          const inflow = one.open - one.fees - one.held + one.released + one.carriedIn;
          expect(one.paid + one.transferFee + one.carriedOut).toBe(inflow);
          expect(one.paid === 0 || one.carriedOut === 0).toBe(true);
          expect(one.paid).toBeGreaterThanOrEqual(0);
          carried.set(shop + currency, one.carriedOut);
        }
      }),
    );
  });

  it('every reserve is released or said to be held without a day', () => {
    fc.assert(
      fc.property(orders, anyTerms, (list, facts) => {
        const { expected, heldUndated } = forecast(list, { ...WEEK, ...facts });
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        const undated = total(heldUndated.map(({ amount }) => amount));
        expect(total(expected.map(({ released }) => released)) + undated).toBe(total(expected.map(({ held }) => held)));
      }),
    );
  });

  it('the order of the orders does not matter', () => {
    const shuffled = orders.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, anyTerms, ([list, other], facts) => {
        expect(forecast(other, { ...WEEK, ...facts })).toEqual(forecast(list, { ...WEEK, ...facts }));
      }),
    );
  });
});
