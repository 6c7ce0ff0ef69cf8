// Statements of account: what a customer or a shop is sent, line by line, and the totals over them.
import fc from '../../fast-check.ts';
import { textOfAmount } from '../../../core/money.ts';
import { openItems } from '../../../core/statements/open-items.ts';
import { type Dimension, receivablesBy } from '../../../core/statements/receivables-by.ts';
import { PARTIES, type Statement, statementsBy } from '../../../core/statements/statement.ts';
import { must } from '../reconcile/memory-books.ts';
import { ANY_TERMS, anyDay, anyEntries, anyPeriod, ledger, on, shuffledEntries, termsOf } from './ledger.ts';

const MARCH = { from: on('2026-03-01'), to: on('2026-03-31') };
const bounds = [30, 60, 90];

const BOOKS = ledger(`
  2026-02-10 sale       A1 1000
  2026-02-20 receipt    A1 -300
  2026-03-05 sale       A2 2000
  2026-03-05 receipt    A1 -700
  2026-03-08 return     A2 -400
  2026-03-09 allowance  A2 -100
  2026-03-10 receipt    A2 -1600
  2026-03-11 refund     A2 200
  2026-03-12 writeOff   A2 -1.5
  2026-03-13 sale       A3 60   USD 1890
  2026-03-14 fx         A1 0
  2026-04-01 sale       A4 777
`);
const TERMS = termsOf({ A1: '2026-02-24', A2: '2026-03-19 wholesale', A3: '2026-03-27 wholesale' });

const columns = ({ lines }: Statement) =>
  lines.map(({ on: day, number, orderNumber, kind, sale, returned, allowance, received, other, balance }) => [
    `${day} ${number} ${orderNumber} ${kind}`,
    ...[sale, returned, allowance, received, other, balance].map(textOfAmount),
  ]);

describe('the statement of a shop for March', () => {
  const statements = statementsBy(BOOKS, TERMS, { by: 'shop', period: MARCH, bounds });
  const twd = must(statements.find(({ currency }) => currency === 'TWD'));

  it('begins with what was open, lists every document with the balance after it, and ends with what is open', () => {
    expect(textOfAmount(twd.opening)).toBe('700');
    expect(columns(twd)).toEqual([
      // day, document, order | sale, return, allowance, received, other, balance
      ['2026-03-05 D003 A2 sale', '2000', '0', '0', '0', '0', '2700'],
      ['2026-03-05 D004 A1 receipt', '0', '0', '0', '700', '0', '2000'],
      ['2026-03-08 D005 A2 return', '0', '400', '0', '0', '0', '1600'],
      ['2026-03-09 D006 A2 allowance', '0', '0', '100', '0', '0', '1500'],
      ['2026-03-10 D007 A2 receipt', '0', '0', '0', '1600', '0', '-100'],
      ['2026-03-11 D008 A2 refund', '0', '0', '0', '-200', '0', '100'],
      ['2026-03-12 D009 A2 writeOff', '0', '0', '0', '0', '-1.5', '98.5'],
    ]);
    expect(textOfAmount(twd.closing)).toBe('98.5');
  });

  it('adds its columns and ages its closing', () => {
    const { sale, returned, allowance, received, other } = twd.totals;
    expect([sale, returned, allowance, received, other].map(textOfAmount)).toEqual([
      ...['2000', '400', '100', '2100', '-1.5'],
    ]);
    expect(twd.aging.buckets.map(textOfAmount)).toEqual(['98.5', '0', '0', '0']);
  });

  it('keeps currencies on statements of their own', () => {
    expect(statements.map(({ currency, closing }) => [currency, textOfAmount(closing)])).toEqual([
      ['TWD', '98.5'],
      ['USD', '60'],
    ]);
  });
});

test.each([
  ['customer', '2026-03-01', '2026-03-31', ['corner TWD 98.5', 'corner USD 60']],
  ['orderType', '2026-03-01', '2026-03-31', ['retail TWD 0', 'wholesale TWD 98.5', 'wholesale USD 60']],
  ['orderType', '2026-04-01', '2026-04-30', [' TWD 777', 'wholesale TWD 98.5', 'wholesale USD 60']],
  ['shop', '2026-01-01', '2026-01-31', []],
] as const)('statements by %s, %s to %s: %j', (by, from, to, expected) => {
  const statements = statementsBy(BOOKS, TERMS, { by, period: { from: on(from), to: on(to) }, bounds });
  expect(
    statements.map(({ party, currency, closing }) => `${party.name} ${currency} ${textOfAmount(closing)}`),
  ).toEqual(expected);
});

test('shops of one name on two platforms get statements of their own, their common customer one', () => {
  const both = BOOKS.flatMap((entry) => [entry, { ...entry, platform: 'elsewhere' }]);
  const wish = { period: MARCH, bounds };
  const shops = statementsBy(both, TERMS, { ...wish, by: 'shop' }).map(({ party }) => party.platform);
  expect(shops).toEqual(['demo', 'demo', 'elsewhere', 'elsewhere']);
  expect(statementsBy(both, TERMS, { ...wish, by: 'customer' }).map(({ closing }) => textOfAmount(closing))).toEqual([
    ...['197', '120'],
  ]);
});

test('documents of one day stand by kind, then by number, whatever order they were booked in', () => {
  const books = ledger(`
    2026-03-05 receipt A2 -10
    2026-03-05 receipt A1 -20
    2026-03-05 sale    A9 30
    2026-03-05 receipt A1 -5
  `);
  const numbers = (entries: typeof books) =>
    statementsBy(entries, TERMS, { by: 'shop', period: MARCH, bounds }).flatMap(({ lines }) =>
      lines.map(({ number }) => number),
    );
  expect([numbers(books), numbers([...books].reverse())]).toEqual([
    ['D003', 'D001', 'D002', 'D004'],
    ['D003', 'D001', 'D002', 'D004'],
  ]);
});

describe('receivables in total', () => {
  const items = openItems(
    ledger(`
      2026-03-01 sale    A1 100
      2026-03-01 receipt A2 -30
      2026-03-01 sale    A3 5    USD 157.5
      2026-03-01 sale    B1 40   TWD 40 shop=flagship customer=陳**
      2026-03-01 sale    B2 7    TWD 7 shop=flagship
    `),
    on('2026-03-31'),
  );

  it.each<[string, readonly Dimension[], string[]]>([
    ['in all', [], ['TWD 4: 147 - 30 = 117', 'USD 1: 5 - 0 = 5']],
    ['by platform', ['platform'], ['demo TWD 4: 147 - 30 = 117', 'demo USD 1: 5 - 0 = 5']],
    [
      'by shop',
      ['platform', 'shop'],
      ['demo corner TWD 2: 100 - 30 = 70', 'demo corner USD 1: 5 - 0 = 5', 'demo flagship TWD 2: 47 - 0 = 47'],
    ],
    [
      'by customer',
      ['customer'],
      [
        'corner TWD 2: 100 - 30 = 70',
        'corner USD 1: 5 - 0 = 5',
        'flagship TWD 1: 7 - 0 = 7',
        '陳** TWD 1: 40 - 0 = 40',
      ],
    ],
  ])('%s', (_, by, expected) => {
    expect(
      receivablesBy(items, by).map(({ names, currency, orders, debit, credit, open }) => {
        const [owed, back, net] = [debit, credit, open].map(textOfAmount);
        return `${[...names, currency].join(' ')} ${orders}: ${owed} - ${back?.replace('-', '')} = ${net}`;
      }),
    ).toEqual(expected);
  });
});

describe('for any bookings', () => {
  const by = fc.constantFrom(...PARTIES);

  it('every balance is the one before it and the line, and the last one is the closing and the aging', () => {
    fc.assert(
      fc.property(anyEntries, by, anyPeriod, (entries, party, period) => {
        for (const { opening, lines, closing, aging, totals } of statementsBy(entries, ANY_TERMS, {
          ...{ by: party, period, bounds },
        })) {
          let balance: number = opening;
          for (const { sale, returned, allowance, received, other, balance: after } of lines) {
            balance += sale - returned - allowance - received + other;
            expect(after).toBe(balance);
          }
          expect([closing, aging.total]).toEqual([balance, balance]);
          const moved = totals.sale - totals.returned - totals.allowance - totals.received + totals.other;
          expect(opening + moved).toBe(closing);
        }
      }),
    );
  });

  it('the statements of all parties hold every open dollar of a currency', () => {
    fc.assert(
      fc.property(anyEntries, by, anyPeriod, (entries, party, period) => {
        const statements = statementsBy(entries, ANY_TERMS, { by: party, period, bounds });
        for (const { currency, open } of receivablesBy(openItems(entries, period.to), [])) {
          const closings = statements.filter((one) => one.currency === currency).map(({ closing }) => closing);
          expect(closings.reduce((sum: number, one) => sum + one, 0)).toBe(open);
        }
      }),
    );
  });

  it('receivables by anything make the same total', () => {
    const dimensions = fc.subarray<Dimension>(['platform', 'shop', 'customer']);
    fc.assert(
      fc.property(anyEntries, anyDay, dimensions, (entries, asOf, of) => {
        const items = openItems(entries, asOf);
        for (const { currency, open, debit, credit } of receivablesBy(items, [])) {
          const parts = receivablesBy(items, of).filter((one) => one.currency === currency);
          expect(debit + credit).toBe(open);
          expect(parts.reduce((sum, one) => sum + one.open, 0)).toBe(open);
        }
      }),
    );
  });

  it('the order of the bookings does not matter', () => {
    fc.assert(
      fc.property(shuffledEntries, by, anyPeriod, ([entries, other], party, period) => {
        const wish = { by: party, period, bounds };
        expect(statementsBy(other, ANY_TERMS, wish)).toEqual(statementsBy(entries, ANY_TERMS, wish));
      }),
    );
  });
});
