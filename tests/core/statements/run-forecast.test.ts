// The forecast of a run: by the shop's payout calendar, and by the policy's term where none is set. Seen red: with the term
// taken for every shop, with reserves that are held left out, and with fees of orders without contract taken for zero.
import { forecastSchema } from '../../../core/calendar/forecast-api.ts';
import { WEEKENDS_ONLY } from '../../../core/calendar/holiday-calendar.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import type { PayoutForecast } from '../../../core/calendar/forecast-payouts.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../../core/company.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { terms } from '../calendar/calendars.ts';
import { rate, rule } from '../fees/fee-data.ts';
import { aLine, anOrder, type BookFacts, day, dollars, runBooks } from '../worksheets/run-books.ts';

/** Ten days after completion, paid on Wednesdays; a tenth held for thirty days, a fee of 15, at least 500. */
const WEEKLY: Partial<PayoutCalendar> = {
  ...{ platform: 'shopee-tw', delay: { n: 10, unit: 'day' }, cycle: { kind: 'weekly', on: 3 } },
  ...{ reserve: { rate: '0.1', releaseAfterDays: 30 }, transferFee: dollars(15), minPayout: dollars(500) },
  ...{ holidayCalendar: WEEKENDS_ONLY.id, validFrom: day('2024-01-01') },
};
const setUpOf = (facts: Partial<PayoutCalendar>): BookFacts['setUp'] => ({
  calendars: [terms(facts)],
  holidays: new Map([[WEEKENDS_ONLY.id, WEEKENDS_ONLY]]),
});
const forecast = (facts: BookFacts, setUp?: BookFacts['setUp']) =>
  runBooks(setUp ? { ...facts, setUp } : facts).result.forecast;

const CONSIGNED = { ...DEFAULT_SHOP, settlement: 'consignment' } as const;

const small = anOrder('A1', { receivable: dollars(400), completedOn: day('2024-05-20') });
const next = anOrder('A2', { sourceRow: 3, completedOn: day('2024-05-27') });
const OPEN: BookFacts = { orders: [small, next] };

/** Day, open, held, released, carried in, transfer fee, paid, carried out. */
const lines = ({ expected }: PayoutForecast) =>
  expected.map(({ on, open, held, released, carriedIn, transferFee, paid, carriedOut }) => [
    on,
    ...[open, held, released, carriedIn, transferFee, paid, carriedOut].map((amount) => amount / 10_000),
  ]);

test('goes by the calendar of the shop: pay days, reserve, least payout and transfer fee', () => {
  const told = forecast(OPEN, setUpOf(WEEKLY));
  expect(lines(told)).toEqual([
    ['2024-06-05', 400, 40, 0, 0, 0, 0, 360],
    ['2024-06-12', 1000, 100, 0, 360, 15, 1245, 0],
    ['2024-07-10', 0, 0, 40, 0, 0, 0, 40],
    ['2024-07-17', 0, 0, 100, 40, 0, 0, 140],
  ]);
  expect(told.expected.map(({ calendar }) => calendar?.id)).toEqual(Array(4).fill('demo-terms'));
});

test('expects each order on the day that the run calls its due day', () => {
  for (const setUp of [undefined, setUpOf(WEEKLY)]) {
    const { result } = runBooks(setUp ? { ...OPEN, setUp } : OPEN);
    const due = result.orders.map(({ dueOn }) => dueOn).sort();
    expect(result.forecast.expected.filter(({ orders }) => orders > 0).map(({ on }) => on)).toEqual(due);
  }
});

test('goes by the term of the policy where no calendar is set, keeps nothing back and says so', () => {
  const told = forecast(OPEN);
  expect(lines(told)).toEqual([
    ['2024-06-03', 400, 0, 0, 0, 0, 400, 0],
    ['2024-06-10', 1000, 0, 0, 0, 0, 1000, 0],
  ]);
  expect(told.expected).toMatchObject([{ shop: 'demo', platform: 'shopee-tw', calendar: null }, { calendar: null }]);
});

test.each([
  ['paid on request', { cycle: { kind: 'manual' } } as const, 'manual'],
  [
    'of a year without holidays',
    { holidayCalendar: 'short', delay: { n: 5, unit: 'businessDay' } } as const,
    'notCovered',
  ],
])('says why an order %s has no day', (_, facts, why) => {
  const short = { ...WEEKENDS_ONLY, id: 'short', coveredTo: day('2024-01-31') };
  const setUp = { ...setUpOf({ ...WEEKLY, ...facts }) };
  const known = new Map([...(setUp.holidays ?? []), [short.id, short]]);
  expect(forecast(OPEN, { ...setUp, holidays: known }).undated).toMatchObject([
    { why, orders: 2, open: dollars(1400) },
  ]);
});

describe('a reserve that a payout kept back', () => {
  const books: BookFacts = {
    orders: [anOrder('A1')],
    payouts: [{ file: 'income.xlsx', lines: [aLine('A1', { PRINCIPAL: 1000, RESERVE_HELD: -200 })] }],
  };

  it.each([
    ['comes with a payout once its days are over', '2024-06-01', ['2024-06-12'], false],
    ['is late after that day', '2024-06-13', [], true],
  ])('%s', (_, asOf, days, isLate) => {
    const setUp = setUpOf({ ...WEEKLY, minPayout: null });
    const told = forecast({ ...books, asOf }, setUp);
    expect(told.expected.map(({ on }) => on)).toEqual(days);
    expect(told.reserves).toMatchObject([{ amount: dollars(200), releaseOn: '2024-06-12', isLate }]);
    expect(told.heldLate).toHaveLength(isLate ? 1 : 0);
  });

  it('has no day without a calendar', () => {
    expect(forecast(books)).toMatchObject({ expected: [], heldUndated: [{ shop: 'demo', amount: dollars(200) }] });
  });
});

describe('what contracts still deduct lowers what is expected', () => {
  const contract = (given: Parameters<typeof rule>[0]) => rule({ rate: rate('0.06'), ...given });
  const payouts = [{ file: 'income.xlsx', lines: [aLine('A2', { PRINCIPAL: 500, COMMISSION: -30 })] }];
  const told = (rules: readonly FeeRule[], facts: BookFacts = { orders: [next] }) =>
    forecast(facts, { feeRules: rules }).expected.map(({ open, fees, paid, ordersWithoutFees }) => [
      ...[open, fees, paid].map((amount) => amount / 10_000),
      ordersWithoutFees,
    ]);

  it.each<[string, readonly FeeRule[], BookFacts, number[]]>([
    ['of the receivable', [contract({ base: ['receivable'] })], { orders: [next] }, [1000, 60, 940, 0]],
    ['of the principal, which nobody has paid yet', [contract({})], { orders: [next] }, [1000, 60, 940, 0]],
    [
      'of price and freight, as the order tells them apart',
      [contract({ base: ['PRINCIPAL'] })],
      {
        orders: [{ ...next, parts: { BUYER_SHIPPING: dollars(100) } }],
      },
      [1000, 54, 946, 0],
    ],
    ['a flat fee', [contract({ base: [], rate: null, fixed: dollars(15) })], { orders: [next] }, [1000, 15, 985, 0]],
    [
      'a fee rounded by the day of payout',
      [contract({ when: 'paidOut', rounding: { level: 'day' } })],
      { orders: [next] },
      [1000, 60, 940, 0],
    ],
    ['an order half paid: what its fee still lacks', [contract({})], { orders: [next], payouts }, [500, 30, 470, 0]],
    [
      'half paid with its whole fee: nothing more',
      [contract({ base: [], rate: null, fixed: dollars(30) })],
      { orders: [next], payouts },
      [500, 0, 500, 0],
    ],
    [
      'a plan that is not known: nothing is told',
      [contract({ programs: { has: ['free'], lacks: [] } })],
      { orders: [next] },
      [1000, 0, 1000, 1],
    ],
    ['no contract: nothing is told', [], { orders: [next] }, [1000, 0, 1000, 1]],
    [
      'charged once a month: nothing is told of one order',
      [contract({ scope: 'month', rounding: { level: 'month' } })],
      { orders: [next] },
      [1000, 0, 1000, 1],
    ],
  ])('%s', (_what, rules, facts, expected) => {
    expect(told(rules, facts)).toEqual([expected]);
  });
});

test('an order without any day stands apart, with what its contract will deduct', () => {
  const bare = anOrder('A3', { orderedOn: null, paidOn: null, shippedOn: null, completedOn: null });
  const all = forecast({ orders: [next, bare] }, { feeRules: [rule({ rate: rate('0.06') })] });
  expect(all.undated).toMatchObject([{ why: 'noDate', orders: 1, open: dollars(1000), fees: dollars(60) }]);
});

describe('an order on consignment whose statement is awaited', () => {
  const consignment = { company: { ...DEFAULT_COMPANY, shops: { 'shopee-tw/demo': CONSIGNED } } };

  test('counts with its contract price, less what came back', () => {
    const facts = { parts: { CONTRACT_PRICE: dollars(1000) }, credited: dollars(250), completedOn: day('2024-05-27') };
    const agreed = anOrder('A1', facts);
    const told = forecast({ orders: [agreed] }, consignment);
    expect(told.expected).toMatchObject([{ orders: 1, open: dollars(750), paid: dollars(750) }]);
    const late = forecast({ orders: [agreed], asOf: '2024-07-12' }, consignment);
    expect(late).toMatchObject({ expected: [], overdue: [{ orders: 1, open: dollars(750) }] });
  });

  test('is no figure where no file tells its price', () => {
    expect(forecast({ orders: [next] }, consignment)).toMatchObject({ expected: [], overdue: [] });
  });
});

describe('an order whose sale waits for completion', () => {
  const atCompletion = { ...DEFAULT_SHOP, revenueOn: 'completed' } as const;
  const company = { ...DEFAULT_COMPANY, shops: { 'shopee-tw/demo': atCompletion } };
  const days = { shippedOn: day('2024-05-27'), completedOn: null };
  const onItsWay = anOrder('A1', { stage: 'shipped', credited: dollars(250), ...days });

  test('counts with what will be owed, less what came already', () => {
    const told = forecast({ orders: [onItsWay] }, { company });
    expect(told.expected).toMatchObject([{ orders: 1, open: dollars(750), paid: dollars(750) }]);
    const paid = [{ file: 'income.xlsx', lines: [aLine('A1', { PRINCIPAL: 600 })] }];
    expect(forecast({ orders: [onItsWay], payouts: paid }, { company }).expected).toMatchObject([
      { open: dollars(150) },
    ]);
  });
});

test('travels as decimal texts and comes back as it was', () => {
  const told = forecast(OPEN, setUpOf(WEEKLY));
  const wire = JSON.parse(JSON.stringify(forecastSchema.encode(told)));
  expect(wire.expected[0]).toMatchObject({ open: '400', held: '40', carriedOut: '360' });
  expect(forecastSchema.parse(wire)).toEqual(told);
});
