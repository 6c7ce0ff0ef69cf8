// What a run says about receivables. Seen red: with open orders taken from the entries (a lost document then shows no
// difference), with base amounts of the open orders taken from the documents, with the period beginning at the first
// document, with an order of today counted as late, and with orders that owe what they will owe once later documents are in.
import { sum } from '../../../core/money.ts';
import { runReport } from '../../../core/statements/run-report.ts';
import { aLine, anOrder, type BookFacts, dollars, runBooks } from '../worksheets/run-books.ts';
import { must } from '../reconcile/memory-books.ts';
import { on } from './ledger.ts';

const days = (...texts: string[]) => texts.map(on);

const BOOKS: BookFacts = {
  orders: [
    anOrder('A1', { shippedOn: on('2024-04-20') }),
    anOrder('A2', { sourceRow: 3, completedOn: on('2024-05-25') }),
    anOrder('A3', { sourceRow: 4, credited: dollars(200), refunded: true }),
    anOrder('A4', { sourceRow: 5, stage: 'unshipped', shippedOn: null, completedOn: null }),
    anOrder('A5', { sourceRow: 6, completedOn: on('2024-05-18') }),
  ],
  payouts: [
    {
      file: 'income.xlsx',
      lines: [
        aLine('A1', { PRINCIPAL: 1000, COMMISSION: -60 }),
        aLine('A3', { PRINCIPAL: 1000, REFUND: -200 }, { sourceRow: 8 }),
        aLine('A4', { PRINCIPAL: 10 }, { sourceRow: 9 }),
      ],
    },
  ],
};

const report = (facts: BookFacts, paid: readonly string[] = ['2024-05-10']) =>
  runReport(runBooks(facts).result, days(...paid));

test('the roll-forward closes on what the orders say is open', () => {
  const { result } = runBooks(BOOKS);
  const { rollForward, ties } = report(BOOKS);
  expect(rollForward).toHaveLength(1);
  const { figures, tie } = must(rollForward[0]);
  expect([figures.opening, figures.sales, figures.returns, figures.allowances].map((one) => one / 10_000)).toEqual([
    ...[1000, 3000, 0, 200],
  ]);
  expect([figures.receipts, figures.refunds, figures.closing].map((one) => one / 10_000)).toEqual([1800, 0, 2000]);
  expect([ties, tie.openOrders]).toEqual([true, sum(result.orders.map(({ open }) => open))]);
});

test('a document that is missing shows as a difference, because the orders speak for themselves', () => {
  const { result } = runBooks(BOOKS);
  const lost = { ...result, sales: result.sales.slice(1) };
  const { rollForward, ties } = runReport(lost, []);
  expect([ties, must(rollForward[0]).tie.difference]).toEqual([false, dollars(-1000)]);
});

test.each<[string, readonly string[], string, string]>([
  ['of the earliest payout', ['2024-05-31', '2024-05-10'], '2024-05-01', '2024-06-01'],
  ['of the first document where no file pays', [], '2024-04-01', '2024-06-01'],
  ['of the last day where payouts lie ahead', ['2024-07-03'], '2024-06-01', '2024-06-01'],
])('the period begins with the month %s', (_, paid, from, to) => {
  expect(report(BOOKS, paid).period).toEqual({ from, to });
});

describe('as of the day that was asked about', () => {
  // Shipped in May and paid in June; shipped in June.
  const june: BookFacts = {
    orders: [
      anOrder('A1'),
      anOrder('A2', { sourceRow: 3, shippedOn: on('2024-06-20'), completedOn: on('2024-06-22') }),
    ],
    payouts: [{ file: 'june.xlsx', lines: [aLine('A1', { PRINCIPAL: 1000 }, { paidOutOn: on('2024-06-10') })] }],
  };

  test('documents dated later do not count: not in the closing, the aging or what orders are said to owe', () => {
    const { period, rollForward, aging, openOrders, ties, statements } = report(june, []);
    expect([period.to, ties]).toEqual(['2024-06-01', true]);
    expect(must(rollForward[0]).figures).toMatchObject({ sales: dollars(1000), receipts: 0, closing: dollars(1000) });
    expect(must(rollForward[0]).later).toBe(0);
    expect(aging).toMatchObject([{ orders: 1, total: dollars(1000) }]);
    expect(openOrders).toMatchObject([{ orderNumber: 'A1', open: dollars(1000) }]);
    expect(must(statements[0])).toMatchObject({ closing: dollars(1000), lines: [{ kind: 'sale' }] });
  });

  test('what is dated later is told beside the closing: with it the books are what the orders say today', () => {
    const { result } = runBooks({ ...june, orders: june.orders?.slice(0, 1) });
    const { rollForward } = runReport(result, []);
    expect(must(rollForward[0])).toMatchObject({ figures: { closing: dollars(1000) }, later: dollars(-1000) });
    expect(sum(result.orders.map(({ open }) => open))).toBe(0);
  });

  test('a document that is missing shows all the same, before the day and after it', () => {
    const { result } = runBooks(june);
    const without = (number: string) => ({ ...result, sales: result.sales.filter((one) => one.number !== number) });
    for (const { number } of result.sales) {
      const { ties, rollForward } = runReport(without(number), []);
      expect([ties, must(rollForward[0]).tie.difference]).toEqual([false, dollars(-1000)]);
    }
  });

  test('once the day has come they count', () => {
    const { rollForward, ties } = report({ ...june, asOf: '2024-06-30' }, []);
    expect([ties, must(rollForward[0]).figures.closing, must(rollForward[0]).later]).toEqual([true, dollars(1000), 0]);
    expect(must(rollForward[0]).figures.receipts).toBe(dollars(1000));
  });
});

test('each open order is expected, overdue or without a day; fees that no contract tells are counted, not guessed', () => {
  const { forecast } = report({ ...BOOKS, asOf: '2024-06-01' });
  const sums = { platform: 'shopee-tw', shop: 'demo', currency: 'TWD', orders: 1, open: dollars(1000), fees: 0 };
  expect(must(forecast).expected).toMatchObject([
    { ...sums, on: '2024-06-01', ordersWithoutFees: 1, paid: dollars(1000), held: 0, carriedOut: 0 },
    { ...sums, on: '2024-06-08' },
  ]);
  expect(must(forecast)).toMatchObject({ asOf: '2024-06-01', overdue: [], undated: [], heldUndated: [] });
  const later = must(report({ ...BOOKS, asOf: '2024-06-05' }).forecast);
  expect(later.overdue).toMatchObject([{ ...sums, dueOn: '2024-06-01', daysLate: 4 }]);
});

test('a base currency is that of the documents; without one base amounts say nothing', () => {
  const { result } = runBooks(BOOKS);
  const base = { currency: 'TWD', rate: '1', amount: dollars(1) };
  expect(runReport(result, []).baseCurrency).toBe(null);
  const valued = runReport({ ...result, sales: result.sales.map((one) => ({ ...one, base })) }, []);
  expect(valued.baseCurrency).toBe('TWD');
});

test('the base currency ties by what the orders say, not by the documents it is held against', () => {
  const { result } = runBooks({ orders: [anOrder('A1')] });
  const base = { currency: 'TWD', rate: '31.5', amount: dollars(31500) };
  const sales = result.sales.map((one) => ({ ...one, base }));
  const rolled = (baseOpen: number) => {
    const orders = result.orders.map((order) => ({ ...order, baseOpen: dollars(baseOpen) }));
    const { rollForward, ties } = runReport({ ...result, sales, orders }, []);
    return [ties, must(rollForward[0]).base.tie.openOrders, must(rollForward[0]).base.tie.difference];
  };
  expect(rolled(31500)).toEqual([true, dollars(31500), 0]);
  expect(rolled(31499)).toEqual([false, dollars(31499), dollars(1)]);
});

test('statements by shop are drawn while they can be read, and left out beyond', () => {
  const many = Array.from({ length: 2_001 }, (_, at) => anOrder(`N${at}`, { sourceRow: at + 2 }));
  expect(report(BOOKS).statements).toHaveLength(1);
  expect(report({ orders: many }).statements).toEqual([]);
});

test('an empty run says nothing', () => {
  expect(report({}, [])).toMatchObject({ rollForward: [], aging: [], statements: [], ties: true });
});
