// The roll-forward: opening and movements make the closing, and the closing is what the orders and the aging say (I7).
import fc from '../../fast-check.ts';
import { addDays } from '../../../core/business-date.ts';
import { amountOfUnits, textOfAmount } from '../../../core/money.ts';
import { agingOf } from '../../../core/statements/aging.ts';
import type { LedgerEntry, Period } from '../../../core/statements/ledger-entry.ts';
import { openItems } from '../../../core/statements/open-items.ts';
import { type OpenOrderSum, type RollFigures, rollForward } from '../../../core/statements/roll-forward.ts';
import { ANY_TERMS, anyEntries, anyPeriod, ledger, money, on, shuffledEntries } from './ledger.ts';

const MARCH: Period = { from: on('2026-03-01'), to: on('2026-03-31') };

/** Rolls with the open orders that the entries make, or with others where a test says so. */
function roll(entries: readonly LedgerEntry[], period: Period, openOrders?: readonly OpenOrderSum[]) {
  const items = openItems(entries, period.to);
  const aging = agingOf(items, ANY_TERMS, { asOf: period.to, bounds: [30, 60, 90] });
  return rollForward(entries, period, { openOrders: openOrders ?? items, aging });
}

const FIGURES = [
  'opening',
  'sales',
  'returns',
  'allowances',
  'receipts',
  'refunds',
  'writeOffs',
  'badDebts',
  'fx',
  'adjustments',
  'closing',
] as const;
const read = (figures: RollFigures) => FIGURES.map((figure) => textOfAmount(figures[figure]));

const BOOKS = ledger(`
  2026-02-10 sale       A1 1000
  2026-02-20 receipt    A1 -300
  2026-02-28 sale       A2 50
  2026-03-01 receipt    A1 -699
  2026-03-02 writeOff   A1 -1
  2026-03-05 sale       A3 2000
  2026-03-08 return     A3 -400
  2026-03-09 allowance  A3 -100
  2026-03-10 receipt    A3 -1700
  2026-03-11 refund     A3 200
  2026-03-12 sale       A4 10
  2026-03-13 sale       A4 -10
  2026-03-30 badDebt    A2 -7
  2026-03-31 adjustment A2 2
  2026-04-01 sale       A5 777
  2026-03-15 sale       U1 100   USD 3150
  2026-03-20 receipt    U1 -40   USD -1272
  2026-03-20 fx         U1 0     USD 12
  2026-03-25 receipt    U1 -60   USD -1866
  2026-03-25 fx         U1 0     USD -24
`);

test('a month with everything in it, each currency for itself', () => {
  const rows = roll(BOOKS, MARCH).map(({ shop, currency, figures, base, ties }) => [
    `${shop} ${currency} ${ties ? 'ties' : 'does not tie'}`,
    read(figures),
    read(base.figures),
  ]);
  expect(rows).toEqual([
    [
      'corner TWD ties',
      // opening, sales, returns, allowances, receipts, refunds, write-offs, bad debts, exchange, adjustments, closing
      ['750', '2000', '400', '100', '2399', '200', '1', '7', '0', '2', '45'],
      ['750', '2000', '400', '100', '2399', '200', '1', '7', '0', '2', '45'],
    ],
    [
      'corner USD ties',
      ['0', '100', '0', '0', '100', '0', '0', '0', '0', '0', '0'],
      // USD 100 booked at 31.50, 40 received at 31.80, 60 at 31.10: +12 and −24 clear the rest to zero.
      ['0', '3150', '0', '0', '3138', '0', '0', '0', '-12', '0', '0'],
    ],
  ]);
});

test.each([
  ['before everything', '2026-01-01', '2026-01-31', ['0', '0', '0', '0']],
  ['the first day belongs to the period', '2026-02-10', '2026-02-10', ['0', '1000', '0', '1000']],
  ['the day after it is opening', '2026-02-11', '2026-02-19', ['1000', '0', '0', '1000']],
  ['the last day belongs to the period', '2026-02-11', '2026-02-20', ['1000', '0', '300', '700']],
])('%s: opening, sales, receipts, closing', (_, from, to, expected) => {
  const rows = roll(BOOKS, { from: on(from), to: on(to) }).map(({ figures }) => figures);
  const told = rows.map(({ opening, sales, receipts, closing }) =>
    [opening, sales, receipts, closing].map(textOfAmount),
  );
  expect(told[0]).toEqual(expected);
});

describe('books that do not tie', () => {
  const sum = (facts: Partial<OpenOrderSum>): OpenOrderSum => ({
    ...{ platform: 'demo', shop: 'corner', currency: 'TWD', open: money('45'), baseOpen: money('45') },
    ...facts,
  });
  const twd = BOOKS.filter(({ currency }) => currency === 'TWD');

  it('say by how much the orders differ', () => {
    const [row] = roll(twd, MARCH, [sum({ open: money('40') })]);
    expect(row).toMatchObject({ ties: false, tie: { difference: money('5'), agingDifference: 0 } });
  });

  it('say so when only the base currency differs', () => {
    const [row] = roll(twd, MARCH, [sum({ baseOpen: money('44.5') })]);
    expect(row).toMatchObject({ ties: false, tie: { difference: 0 }, base: { tie: { difference: money('0.5') } } });
  });

  it('show open orders of a shop without any entry', () => {
    const rows = roll(twd, MARCH, [sum({}), sum({ shop: 'lost' })]);
    expect(rows.map(({ shop, ties, tie }) => [shop, ties, tie.difference])).toEqual([
      ['corner', true, 0],
      ['lost', false, money('-45')],
    ]);
  });

  it('show an aging that someone has changed', () => {
    const items = openItems(twd, MARCH.to);
    const aging = agingOf(items, ANY_TERMS, { asOf: MARCH.to, bounds: [30] });
    const less = aging.map((row) => ({ ...row, total: money('44') }));
    const [row] = rollForward(twd, MARCH, { openOrders: items, aging: less });
    expect(row).toMatchObject({ ties: false, tie: { difference: 0, agingDifference: money('1') } });
  });
});

describe('for any bookings and any period', () => {
  it('opening and movements make the closing, and the closing ties to open orders and aging', () => {
    fc.assert(
      fc.property(anyEntries, anyPeriod, (list, period) => {
        for (const { figures, base, ties, tie } of roll(list, period)) {
          for (const all of [figures, base.figures]) {
            const { opening, sales, returns, allowances, receipts, refunds, writeOffs, badDebts, fx, adjustments } =
              all;
            const down = returns + allowances + receipts + writeOffs + badDebts;
            expect(opening + sales - down + refunds + fx + adjustments).toBe(all.closing);
          }
          expect([tie.difference, tie.agingDifference, ties]).toEqual([0, 0, true]);
        }
      }),
    );
  });

  it('the closing of a period is the opening of the next', () => {
    fc.assert(
      fc.property(anyEntries, anyPeriod, (list, { from, to }) => {
        const next = { from: addDays(to, 1), to: on('2027-12-31') };
        const openings = new Map(
          roll(list, next).map(({ shop, currency, figures }) => [shop + currency, figures.opening]),
        );
        for (const { shop, currency, figures } of roll(list, { from, to }))
          expect(openings.get(shop + currency)).toBe(figures.closing);
      }),
    );
  });

  it('one entry that the orders do not know of is seen', () => {
    fc.assert(
      fc.property(anyEntries, anyPeriod, fc.nat(), fc.integer({ min: 1, max: 99 }), (list, period, at, more) => {
        const target = list[at % Math.max(1, list.length)];
        fc.pre(target !== undefined && target.on <= period.to);
        const items = openItems(list, period.to);
        const moved = list.map((one) => (one === target ? { ...one, amount: amountOfUnits(one.amount + more) } : one));
        const rows = roll(moved, period, items);
        expect(rows.filter(({ ties }) => !ties)).toMatchObject([{ tie: { difference: more } }]);
      }),
    );
  });

  it('the order of the bookings does not matter', () => {
    fc.assert(
      fc.property(shuffledEntries, anyPeriod, ([list, other], period) => {
        expect(roll(other, period)).toEqual(roll(list, period));
      }),
    );
  });
});
