// Aging: which bucket a debt stands in, what is not due, what is owed back; and nothing lost between them.
import fc from '../../fast-check.ts';
import {
  agingBoundsSchema,
  agingFigures,
  agingOf,
  agingPlace,
  DEFAULT_AGING_BOUNDS,
} from '../../../core/statements/aging.ts';
import { openItems } from '../../../core/statements/open-items.ts';
import { textOfAmount } from '../../../core/money.ts';
import { ANY_TERMS, anyDay, anyEntries, ledger, money, on, shuffledEntries, termsOf } from './ledger.ts';

const DAY = { asOf: on('2026-04-30'), bounds: DEFAULT_AGING_BOUNDS };

describe('where an open order stands on 30 April', () => {
  it.each([
    ['due tomorrow', '2026-05-01', 'notDue'],
    ['due today', '2026-04-30', 'notDue'],
    ['1 day past due', '2026-04-29', 0],
    ['30 days past due', '2026-03-31', 0],
    ['31 days past due', '2026-03-30', 1],
    ['60 days past due', '2026-03-01', 1],
    ['61 days past due', '2026-02-28', 2],
    ['90 days past due', '2026-01-30', 2],
    ['91 days past due', '2026-01-29', 3],
    ['years past due', '2020-01-01', 3],
    ['without a due day', '-', 'undated'],
  ])('%s (%s): %s', (_, due, expected) => {
    const item = { orderKey: 'corner/A1', open: money('100') };
    expect(agingPlace(item, termsOf({ A1: due }), DAY)).toBe(expected);
  });

  it('is the credit column when the platform paid too much, however old', () => {
    expect(agingPlace({ orderKey: 'corner/A1', open: money('-1') }, termsOf({ A1: '2020-01-01' }), DAY)).toBe('credit');
  });
});

const BOOKS = ledger(`
  2026-01-10 sale    A1 1000
  2026-01-20 receipt A1 -400
  2026-02-10 sale    A2 500
  2026-02-25 receipt A2 -500
  2026-03-01 sale    A3 300
  2026-03-20 receipt A3 -350
  2026-04-20 sale    A4 80
  2026-04-21 sale    A5 70   USD 2205
  2026-05-02 sale    A6 999
  2026-04-01 sale    B1 40   TWD 40 shop=flagship customer=陳**
  2026-04-02 sale    B2 25.5 TWD 25.5 shop=flagship
`);
const TERMS = new Map([
  ...termsOf({ A1: '2026-01-24', A3: '2026-03-15', A4: '2026-05-04', A5: '2026-04-25' }),
  ...termsOf({ B1: '2026-04-15' }, 'flagship'),
]);

test('a row a customer of a shop and currency; credits are not set off against debts', () => {
  const rows = agingOf(openItems(BOOKS, DAY.asOf), TERMS, DAY).map((row) => [
    `${row.shop} ${row.customer} ${row.currency}: ${row.orders}`,
    ...[row.notDue, row.undated, ...row.buckets, row.credit, row.total, row.baseTotal].map(textOfAmount),
  ]);
  expect(rows).toEqual([
    // shop, customer, currency, orders | not due, undated, 0–30, 31–60, 61–90, 90+, credit, total, in base currency
    ['corner corner TWD: 3', '80', '0', '0', '0', '0', '600', '-50', '630', '630'],
    ['corner corner USD: 1', '0', '0', '70', '0', '0', '0', '0', '70', '2205'],
    ['flagship flagship TWD: 1', '0', '25.5', '0', '0', '0', '0', '0', '25.5', '25.5'],
    ['flagship 陳** TWD: 1', '0', '0', '40', '0', '0', '0', '0', '40', '40'],
  ]);
});

test('the buckets are the ones asked for', () => {
  const [row] = agingOf(openItems(BOOKS, DAY.asOf), TERMS, { ...DAY, bounds: [95, 96] });
  expect(row?.buckets.map(textOfAmount)).toEqual(['0', '600', '0']);
});

test.each([
  [[30, 60, 90], true],
  [[7], true],
  [[], false],
  [[30, 30], false],
  [[60, 30], false],
  [[0, 30], false],
  [[15.5], false],
])('bounds %j are taken: %s', (bounds, expected) => {
  expect(agingBoundsSchema.safeParse(bounds).success).toBe(expected);
});

test('a debt settled in its own currency stays visible until the exchange difference is booked', () => {
  const half = ledger(`
    2026-01-10 sale    U1 100  USD 3150
    2026-02-10 receipt U1 -100 USD -3200
  `);
  expect(openItems(half, DAY.asOf)).toMatchObject([{ orderNumber: 'U1', open: 0, baseOpen: money('-50') }]);
  const whole = [...half, ...ledger('2026-02-10 fx U1 0 USD 50')];
  expect(openItems(whole, DAY.asOf)).toEqual([]);
});

describe('for any bookings', () => {
  const bounds = fc
    .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 })
    .map((days) => days.sort((left, right) => left - right));

  it('the parts of every row make its total, and the rows of a currency make all that is open', () => {
    fc.assert(
      fc.property(anyEntries, anyDay, bounds, (entries, asOf, of) => {
        const rows = agingOf(openItems(entries, asOf), ANY_TERMS, { asOf, bounds: of });
        for (const { notDue, undated, buckets, credit, total } of rows) {
          expect(buckets).toHaveLength(of.length + 1);
          expect(notDue + undated + credit + buckets.reduce((sum, one) => sum + one, 0)).toBe(total);
          expect(credit <= 0 && [notDue, undated, ...buckets].every((one) => one >= 0)).toBe(true);
        }
        for (const currency of ['TWD', 'USD']) {
          const booked = entries.filter((one) => one.currency === currency && one.on <= asOf);
          const aged = rows.filter((one) => one.currency === currency);
          expect(aged.reduce((sum, { total }) => sum + total, 0)).toBe(
            booked.reduce((sum, one) => sum + one.amount, 0),
          );
          expect(aged.reduce((sum, { baseTotal }) => sum + baseTotal, 0)).toBe(
            booked.reduce((sum, one) => sum + one.baseAmount, 0),
          );
        }
      }),
    );
  });

  it('a day later no debt is younger', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const items = openItems(entries, on('2027-01-01'));
        const old = (asOf: string) => {
          const { notDue, buckets } = agingFigures(items, ANY_TERMS, { asOf: on(asOf), bounds: [30, 60, 90] });
          return [notDue, ...buckets].map((_, at, all) => all.slice(at).reduce((sum, one) => sum + one, 0));
        };
        const [before, after] = [old('2026-06-30'), old('2026-07-01')];
        before.forEach((sum, at) => expect(after[at]).toBeGreaterThanOrEqual(sum));
      }),
    );
  });

  it('the order of the bookings does not matter', () => {
    fc.assert(
      fc.property(shuffledEntries, anyDay, ([entries, other], asOf) => {
        const aged = (list: typeof entries) => agingOf(openItems(list, asOf), ANY_TERMS, { asOf, bounds: [30, 60] });
        expect(aged(other)).toEqual(aged(entries));
      }),
    );
  });
});
