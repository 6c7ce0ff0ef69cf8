// Payouts that a processor converted, found: named and near the books' rate is accepted, anything less is asked about.
import type { Deposit, Due } from '../../../core/bank/deposit-match.ts';
import { matchDeposits } from '../../../core/bank/match-deposits.ts';
import fc from '../../fast-check.ts';
import { aDeposit, aDue, march, OTHER_SHOP, rules, told } from './fixtures.ts';

/** Books in Taiwan dollars in which a US dollar is worth 31.8 and a euro 34.5 from the first of March on. */
const rateOn = (currency: string, on: string) =>
  on < march(1) ? null : ({ TWD: '1', USD: '31.8', EUR: '34.5' }[currency] ?? null);
const usd = (key: string, on: number, dollars: number, statement = '') =>
  aDue(key, on, dollars, { currency: 'USD', statement });

const asked = (dues: Due[], deposits: Deposit[], byRules = rules({ rateOn })) => {
  const { groups, proposals } = matchDeposits({ dues, deposits }, byRules);
  return [
    ...groups.map((group) => `accepted ${told(group)} ${group.arrivedIn}`),
    ...proposals.map(({ reason, about, solutions }) => `${reason} ${about}: ${solutions.map(told).join(' or ')}`),
  ];
};

const NAMED = 'AMAZON SET-20240301';
const SET = 'SET-20240301';

test.each<[string, Due[], Deposit[], string[]]>([
  [
    'named, and near the rate: 31.4 beside 31.8',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 31_400, { text: NAMED })],
    ['accepted A = d (REFERENCE) TWD'],
  ],
  [
    'named, as far as it may be: five parts in a hundred less',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 30_210, { text: NAMED })],
    ['accepted A = d (REFERENCE) TWD'],
  ],
  [
    'named, and a cent beyond it',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 30_209, { text: NAMED })],
    ['RATE_FAR d: A = d (REFERENCE)'],
  ],
  [
    'named, and more than five parts in a hundred too much',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 33_391, { text: NAMED })],
    ['RATE_FAR d: A = d (REFERENCE)'],
  ],
  [
    'named, between two foreign currencies',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 920, { currency: 'EUR', text: NAMED })],
    ['accepted A = d (REFERENCE) EUR'],
  ],
  [
    'named, in a currency without a rate',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 150_000, { currency: 'JPY', text: NAMED })],
    ['RATE_UNKNOWN d: A = d (REFERENCE)'],
  ],
  [
    'named, thirty-one days later',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 31, 31_800, { text: NAMED }), aDeposit('e', 31, 9)],
    ['accepted A = d (REFERENCE) TWD'],
  ],
  [
    'named, thirty-two days later',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 1, 31_800, { day: march(31).replace('03-31', '04-02') as never, text: NAMED })],
    [],
  ],
  [
    'named by two deposits, which are it together',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 20_000, { text: NAMED }), aDeposit('e', 5, 11_500, { text: NAMED })],
    ['SEVERAL_SOLUTIONS d: A = d+e (REFERENCE) or A = d (REFERENCE) or A = e (REFERENCE)'],
  ],
  [
    'named by two deposits, of which each could be it',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 31_800, { text: NAMED }), aDeposit('e', 5, 31_900, { text: NAMED })],
    ['SEVERAL_SOLUTIONS d: A = d (REFERENCE) or A = e (REFERENCE)'],
  ],
  [
    'one number for payouts of two shops',
    [usd('A', 1, 1000, SET), { ...usd('B', 1, 1000, SET), shop: OTHER_SHOP }],
    [aDeposit('d', 4, 31_800, { text: NAMED })],
    ['SEVERAL_SOLUTIONS d: A = d (REFERENCE) or B = d (REFERENCE)'],
  ],
  [
    'a deposit of its own currency comes first, whatever names it',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 31_800, { text: NAMED }), aDeposit('e', 4, 1000, { currency: 'USD', text: NAMED })],
    ['accepted A = e (REFERENCE) undefined'],
  ],
  [
    'not named, and near the rate: a question and never more',
    [usd('A', 1, 1000)],
    [aDeposit('d', 4, 31_800)],
    ['OTHER_CURRENCY d: A = d (AMOUNT)'],
  ],
  ['not named, and far from the rate', [usd('A', 1, 1000)], [aDeposit('d', 4, 30_000)], []],
  ['not named, and no rate', [usd('A', 1, 1000)], [aDeposit('d', 4, 150_000, { currency: 'JPY' })], []],
  ['not named, eight days later', [usd('A', 1, 1000)], [aDeposit('d', 9, 31_800)], []],
  [
    'not named, and several payouts are worth as much',
    [usd('A', 1, 1000), usd('B', 2, 1010)],
    [aDeposit('d', 4, 31_800)],
    ['OTHER_CURRENCY d: A = d (AMOUNT) or B = d (AMOUNT)'],
  ],
  [
    'not named, and the deposit is what another payout brought',
    [usd('A', 1, 1000), aDue('T', 3, 31_800)],
    [aDeposit('d', 4, 31_800)],
    ['accepted T = d (AMOUNT) undefined'],
  ],
  [
    'a payout below zero, named by what was debited',
    [usd('A', 1, -1000, SET)],
    [aDeposit('d', 4, -31_800, { text: NAMED })],
    [],
  ],
  [
    'a payout below zero, named by what came',
    [usd('A', 1, -1000, SET)],
    [aDeposit('d', 4, 31_800, { text: NAMED })],
    [],
  ],
  [
    'into a wallet nothing is converted on its way',
    [usd('A', 1, 1000, SET)],
    [aDeposit('d', 4, 31_800, { text: NAMED, shop: usd('A', 1, 1).shop })],
    [],
  ],
])('%s', (_, dues, deposits, answers) => {
  const plain = (one: string) => one.replace(/, unexplained [^)]*/g, '');
  expect(asked(dues, deposits).map(plain)).toEqual(answers);
  expect(asked([...dues].reverse(), [...deposits].reverse()).map(plain)).toEqual(answers);
});

test('a conversion has neither fee nor rest: all that was due became what came, and the books’ rate stands beside it', () => {
  const dues = [usd('A', 1, 1000, SET)];
  const { groups } = matchDeposits({ dues, deposits: [aDeposit('d', 4, 31_400, { text: NAMED })] }, rules({ rateOn }));
  expect(groups).toMatchObject([{ currency: 'USD', arrivedIn: 'TWD', fee: 0, unexplained: 0, bookRate: '31.800000' }]);
});

test('a company that keeps each currency by itself has nothing to hold a rate against', () => {
  const deposits = [aDeposit('d', 4, 31_800, { text: NAMED }), aDeposit('e', 4, 31_800)];
  expect(asked([usd('A', 1, 1000, SET), usd('B', 1, 1000)], deposits, rules())).toEqual([
    'RATE_UNKNOWN d: A = d (REFERENCE)',
  ]);
});

test.each<[string, string, string[]]>([
  ['named', SET, []],
  ['not named', '', []],
])('a declined pair returns in no group and no question: %s', (_, statement, answers) => {
  const by = rules({ rateOn, declined: [['A', 'd']] });
  expect(asked([usd('A', 1, 1000, statement)], [aDeposit('d', 4, 31_800, { text: NAMED })], by)).toEqual(answers);
});

test('what a person accepted stays, however far from the rate', () => {
  const items = { dues: [usd('A', 1, 1000)], deposits: [aDeposit('d', 4, 9)] };
  const { groups, proposals } = matchDeposits(items, rules({ rateOn }), [{ dues: ['A'], deposits: ['d'] }]);
  expect([groups.map(told), proposals]).toEqual([['A = d (CONFIRMED)'], []]);
});

test('whatever comes in, nothing is accepted across currencies without its name, nor far from the rate', () => {
  const anyDue = fc.record({
    on: fc.integer({ min: 1, max: 28 }),
    amount: fc.integer({ min: -50, max: 50 }),
    named: fc.boolean(),
  });
  const anyDeposit = fc.record({
    on: fc.integer({ min: 1, max: 28 }),
    amount: fc.integer({ min: -1600, max: 1600 }),
    names: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(anyDue, { maxLength: 4 }), fc.array(anyDeposit, { maxLength: 4 }), (some, others) => {
      const dues = some.map(({ on, amount, named }, at) => usd(`A${at}`, on, amount, named ? `SET-2024030${at}` : ''));
      const deposits = others.map(({ on, amount, names }, at) =>
        aDeposit(`d${at}`, on, amount, { text: `SET-2024030${names}` }),
      );
      const { groups, proposals } = matchDeposits({ dues, deposits }, rules({ rateOn }));
      const taken = groups.flatMap((group) => [...group.dues, ...group.deposits]);
      expect(new Set(taken).size).toBe(taken.length);
      for (const { pass, due, received, arrivedIn, fee, unexplained } of groups) {
        expect([pass, arrivedIn, fee, unexplained]).toEqual(['REFERENCE', 'TWD', 0, 0]);
        expect(Math.abs(received - due * 31.8)).toBeLessThanOrEqual(due * 31.8 * 0.05);
      }
      for (const { solutions } of proposals)
        for (const { due, received } of solutions) expect(Math.min(due, received)).toBeGreaterThan(0);
    }),
  );
});
