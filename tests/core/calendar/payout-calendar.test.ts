// Payout calendars as data: what is read, what is refused, which version an order falls under.
import { payoutDueOn } from '../../../core/calendar/payout-due-on.ts';
import { chooseCalendar, findCalendarFaults, payoutTermsOf } from '../../../core/calendar/choose-calendar.ts';
import { payoutCalendarSchema } from '../../../core/calendar/payout-calendar-schema.ts';
import { completed, NO_DATES, on, SPRING, terms } from './calendars.ts';

const JSON_TERMS = {
  id: 'demo-terms',
  version: 3,
  platform: 'demo',
  shopPattern: '*',
  validFrom: '2026-01-01',
  validTo: null,
  anchor: 'completed',
  delay: { n: 5, unit: 'businessDay' },
  cycle: { kind: 'windows', windows: [{ from: 16, to: 15, pay: 20 }] },
  whenClosed: 'next',
  transferDelay: { n: 1, unit: 'day' },
  cutoff: { time: '15:00', zone: 'Asia/Taipei' },
  holidayCalendar: 'spring-2026',
  currency: 'TWD',
  minPayout: '100',
  transferFee: '15',
  reserve: { amount: '50.5', releaseAfterDays: 90 },
  destination: 'bank',
  source: 'the contract of the shop, page 4',
  checkedOn: '2026-02-01',
};

describe('as JSON', () => {
  it('is read with exact amounts and written back the same', () => {
    const read = payoutCalendarSchema.parse(JSON_TERMS);
    expect([read.transferFee, read.minPayout, read.reserve]).toEqual([
      150_000,
      1_000_000,
      { amount: 505_000, releaseAfterDays: 90 },
    ]);
    expect(payoutCalendarSchema.encode(read)).toEqual(JSON_TERMS);
  });

  it.each<[string, object]>([
    ['every day', { cycle: { kind: 'daily' } }],
    ['a weekday', { cycle: { kind: 'weekly', on: 7 } }],
    ['days of the month', { cycle: { kind: 'monthly', on: [5, 31] } }],
    ['every 14 days', { cycle: { kind: 'interval', days: 14, startingOn: '2026-01-02' } }],
    ['on request', { cycle: { kind: 'manual' } }],
    ['a reserve by rate', { reserve: { rate: '0.05', releaseAfterDays: null } }],
    ['nothing kept back', { reserve: null, minPayout: null, transferFee: null, cutoff: null }],
  ])('takes %s', (_, change) => {
    const json = { ...JSON_TERMS, ...change };
    expect(payoutCalendarSchema.encode(payoutCalendarSchema.parse(json))).toEqual(json);
  });

  it.each<[string, object, string]>([
    [
      'windows that leave a day out',
      { cycle: { kind: 'windows', windows: [{ from: 1, to: 30, pay: 5 }] } },
      'exactly once',
    ],
    [
      'windows that hold a day twice',
      {
        cycle: {
          kind: 'windows',
          windows: [
            { from: 1, to: 31, pay: 5 },
            { from: 3, to: 3, pay: 5 },
          ],
        },
      },
      'exactly once',
    ],
    ['windows counted from a statement', { anchor: 'statementClose' }, 'windows name their own pay day'],
    ['a day 32', { cycle: { kind: 'monthly', on: [32] } }, 'Too big'],
    ['a weekday 0', { cycle: { kind: 'weekly', on: 0 } }, 'Invalid'],
    ['a delay of half a day', { delay: { n: 0.5, unit: 'day' } }, 'expected int'],
    ['a delay of two years', { delay: { n: 730, unit: 'day' } }, 'Too big'],
    ['a time of day that is none', { cutoff: { time: '24:00', zone: 'Asia/Taipei' } }, 'Invalid'],
    ['a negative fee', { transferFee: '-15' }, 'not negative'],
    ['an unreadable amount', { minPayout: '1,000' }, 'not an amount'],
    ['a rate above one', { reserve: { rate: '1.5', releaseAfterDays: null } }, 'a decimal from 0 to 1'],
    ['a reserve both ways', { reserve: { rate: '0.1', amount: '5', releaseAfterDays: null } }, 'Invalid'],
    ['an end before the beginning', { validTo: '2025-01-01' }, 'validFrom is after validTo'],
    ['a property nobody knows', { speed: 'fast' }, 'Unrecognized key'],
  ])('refuses %s', (_, change, complaint) => {
    const { error } = payoutCalendarSchema.safeParse({ ...JSON_TERMS, ...change });
    expect(error?.message).toContain(complaint);
  });
});

describe('the version an order falls under', () => {
  const OLD = terms({ id: 'old', validTo: on('2026-03-31') });
  const NEW = terms({ id: 'new', version: 2, validFrom: on('2026-04-01') });
  const OWN = terms({ id: 'own', shopPattern: 'flagship', validFrom: on('2026-02-01') });
  const OTHER = terms({ id: 'other', platform: 'elsewhere' });
  const ALL = [NEW, OTHER, OWN, OLD];

  it.each([
    ['the last day of the old terms', 'corner', '2026-03-31', 'old'],
    ['the first day of the new terms', 'corner', '2026-04-01', 'new'],
    ["the shop's own terms before the platform's", 'flagship', '2026-05-01', 'own'],
    ["a day before the shop's own terms", 'flagship', '2026-01-31', 'old'],
    ['a day before all terms', 'corner', '2024-12-31', undefined],
  ])('%s: %s, %s, %s', (_, shop, day, expected) => {
    expect(chooseCalendar(ALL, { platform: 'demo', shop }, completed(day))?.id).toBe(expected);
    expect(chooseCalendar([...ALL].reverse(), { platform: 'demo', shop }, completed(day))?.id).toBe(expected);
  });

  it('is none for a platform without terms and for an order without days', () => {
    expect(chooseCalendar(ALL, { platform: 'nowhere', shop: 'corner' }, completed('2026-04-01'))).toBeNull();
    expect(chooseCalendar(ALL, { platform: 'demo', shop: 'corner' }, NO_DATES)).toBeNull();
  });

  it('is decided by the anchor day as each version counts it', () => {
    const byDelivery = terms({ id: 'new', anchor: 'delivered', validFrom: on('2026-04-01') });
    const dates = { ...completed('2026-04-02'), deliveredOn: on('2026-03-30') };
    expect(chooseCalendar([byDelivery], { platform: 'demo', shop: 'corner' }, dates)).toBeNull();
  });
});

const PLACE = { platform: 'demo', shop: 'corner', currency: 'TWD' };

test.each([
  [completed('2026-12-30'), '2027-01-13'],
  [{ ...NO_DATES, shippedOn: on('2026-03-01'), orderedOn: on('2026-02-01') }, '2026-03-15'],
])('a plain number of days stands in where no calendar is set: %j is due %s', (dates, expected) => {
  const termsOf = payoutTermsOf({ calendars: [], holidays: new Map(), payoutTermDays: 14 });
  const { calendar, holidays, isSet } = termsOf({ ...dates, ...PLACE });
  expect([payoutDueOn(dates, calendar, holidays).dueOn, isSet]).toEqual([expected, false]);
  expect(payoutCalendarSchema.parse(payoutCalendarSchema.encode(calendar))).toEqual(calendar);
  expect(termsOf({ ...dates, ...PLACE })).toBe(termsOf({ ...dates, ...PLACE }));
});

test.each([
  ['a calendar and its holidays', 'demo', [SPRING], true],
  ['a calendar whose holidays nobody entered', 'demo', [], false],
  ['a calendar of another platform', 'elsewhere', [SPRING], false],
])('the terms of an order under %s', (_, platform, holidays, isSet) => {
  const known = new Map(holidays.map((one) => [one.id, one]));
  const termsOf = payoutTermsOf({ calendars: [terms({ platform })], holidays: known, payoutTermDays: 14 });
  expect(termsOf({ ...completed('2026-03-01'), ...PLACE }).isSet).toBe(isSet);
});

describe('calendars in force on the same days', () => {
  it('are named with what to do, once for each pair', () => {
    const first = terms({ id: 'a', validTo: on('2026-04-01') });
    const second = terms({ id: 'b', validFrom: on('2026-04-01') });
    const faults = findCalendarFaults([second, first]);
    expect(faults.map(({ message }) => message)).toEqual([
      {
        'zh-TW': 'demo·* 的撥款日程 a v1 與 b v1 有效期間重疊：請讓前一個在 2026-04-01 之前結束。',
        'zh-CN': 'demo·* 的拨款日程 a v1 与 b v1 有效期间重叠：请让前一个在 2026-04-01 之前结束。',
        en: 'Payout calendars a v1 and b v1 of demo·* are in force on the same days: end the former before 2026-04-01.',
      },
    ]);
  });

  it.each([
    ['days that meet and do not overlap', { validTo: on('2026-03-31') }, { validFrom: on('2026-04-01') }],
    ['another shop', {}, { shopPattern: 'flagship' }],
    ['another platform', {}, { platform: 'elsewhere' }],
  ])('are not complained about for %s', (_, first, second) => {
    expect(findCalendarFaults([terms(first), terms({ id: 'b', ...second })])).toEqual([]);
  });
});
