// Where the money of each payout row went, as the worksheets say it.
import { ZERO } from '../../../core/money.ts';
import { bookingsOf, receiptNumbers } from '../../../core/worksheets/bookings.ts';
import { lineEntries } from '../../../core/worksheets/line-entries.ts';
import type { Receipt } from '../../../core/receipt.ts';
import { usesOf } from '../../../core/worksheets/summary-proof.ts';
import { aLine, anOrder, type BookFacts, day, dollars, runBooks } from './run-books.ts';

function aReceipt(number: string, facts: Partial<Receipt>): Receipt {
  return {
    ...{ number, shop: 'demo', kind: 'payout', receivedOn: day('2024-05-10'), currency: 'TWD' },
    ...{ lineKeys: [], cash: ZERO, deductions: [], allocations: [], base: null, reverses: null },
    ...facts,
  };
}

const to = (target: 'receivable' | 'suspense', amount: number, lineKey = 'L', orderKey: string | null = 'O') => {
  return { lineKey, orderKey, target, feeType: null, amount: dollars(amount) };
};

describe('the bookings of a line', () => {
  it('are what all its receipts left of it: money on hold that found its order later is applied', () => {
    const bookings = bookingsOf([
      aReceipt('RC-1', { lineKeys: ['L'], allocations: [to('suspense', 1000, 'L', null)] }),
      aReceipt('RC-2', { kind: 'transfer', allocations: [to('suspense', -1000, 'L', null), to('receivable', 1000)] }),
    ]);
    expect(bookings.get('L')).toMatchObject({
      ...{ applied: dollars(1000), onHold: ZERO, orderKey: 'O', receiptNumbers: ['RC-1', 'RC-2'] },
      receipt: { number: 'RC-1' },
    });
  });

  it('know the receipt of a line that is nothing but fees and allocates nothing', () => {
    const bookings = bookingsOf([aReceipt('RC-1', { lineKeys: ['FEE'] })]);
    expect(bookings.get('FEE')).toMatchObject({ applied: ZERO, onHold: ZERO, receiptNumbers: ['RC-1'] });
  });

  it('name each receipt of an order once', () => {
    const bookings = bookingsOf([
      aReceipt('RC-1', { lineKeys: ['A', 'B'], allocations: [to('receivable', 1, 'A'), to('receivable', 2, 'B')] }),
      aReceipt('RC-2', { lineKeys: ['C'] }),
    ]);
    expect(receiptNumbers(['A', 'B', 'C'], bookings)).toBe('RC-1, RC-2');
    expect(receiptNumbers(['unknown'], bookings)).toBe('');
  });
});

const entriesOf = (facts: BookFacts) => {
  const { result, context } = runBooks(facts);
  return lineEntries(result, context, bookingsOf(result.receipts));
};

describe('a payout row', () => {
  const line = aLine('A1', { PRINCIPAL: 1000, COMMISSION: -60, PAYMENT_FEE: -20 });

  it('shows what it cleared, what the platform kept, and its row', () => {
    expect(entriesOf({ orders: [anOrder('A1')], payouts: [{ file: 'income.xlsx', lines: [line] }] })).toEqual([
      {
        ...{ use: 'allocated', shop: 'demo', currency: 'TWD', orderNumber: 'A1', paidOutOn: '2024-05-10' },
        ...{ net: dollars(920), applied: dollars(1000), onHold: ZERO, elsewhere: ZERO, deductions: dollars(80) },
        ...{ receiptNumbers: ['RC202405-0001'], headline: 'EXACT' },
        source: { file: 'income.xlsx', sheet: 'Income', row: 7 },
      },
    ]);
  });

  it('is on hold as a whole when part of it is, and the part is shown', () => {
    const over = aLine('A1', { PRINCIPAL: 1050, COMMISSION: -60 });
    const [entry] = entriesOf({ orders: [anOrder('A1')], payouts: [{ file: 'i', lines: [over] }] });
    expect(entry).toMatchObject({
      use: 'suspense',
      applied: dollars(1000),
      onHold: dollars(50),
      deductions: dollars(60),
    });
  });

  it('gives back what it refunds: the receivable is applied less, not more', () => {
    const refund = aLine('A1', { REFUND: -400 }, { sourceRow: 8 });
    const order = anOrder('A1', { credited: dollars(400), refunded: true });
    const entries = entriesOf({ orders: [order], payouts: [{ file: 'i', lines: [line, refund] }] });
    expect(entries.reduce((total, { applied }) => total + applied, 0)).toBe(dollars(600));
  });

  it.each([
    ['without order number is not about an order', aLine(null, { AD_FEE: -105 }), 'nonOrder', null],
    [
      'without order number that only an order can bring',
      aLine(null, { PRINCIPAL: 10 }),
      'suspense',
      'PAYOUT_WITHOUT_ORDER',
    ],
    ['of an unknown order is on hold', aLine('ZZ', { PRINCIPAL: 10 }), 'suspense', 'PAYOUT_WITHOUT_ORDER'],
  ])('%s', (_, stray, use, headline) => {
    const [entry] = entriesOf({ payouts: [{ file: 'i', lines: [stray] }] });
    expect([entry?.use, entry?.headline]).toEqual([use, headline]);
  });

  it('that stands in two files counts in the first', () => {
    const entries = entriesOf({
      orders: [anOrder('A1')],
      payouts: [
        { file: 'i', lines: [line] },
        { file: 'j', lines: [line] },
      ],
    });
    expect(entries.map(({ use, source }) => [use, source?.file])).toEqual([
      ['allocated', 'i'],
      ['duplicate', 'j'],
    ]);
  });

  it('that an earlier file brought, in another run, counts there and not here', () => {
    const file = { file: 'june.xlsx', lines: [line], repeatedRows: [7] };
    expect(entriesOf({ orders: [anOrder('A1')], payouts: [file] }).map(({ use }) => use)).toEqual(['duplicate']);
  });

  it('that differs from an earlier one is not booked', () => {
    const problems = [{ code: 'CONFLICT', row: 7, column: null, details: { fields: 'net' } }] as const;
    const [entry] = entriesOf({ orders: [anOrder('A1')], payouts: [{ file: 'i', lines: [line], problems }] });
    expect(entry).toMatchObject({
      use: 'conflict',
      net: dollars(920),
      applied: ZERO,
      deductions: null,
      receiptNumbers: [],
    });
  });
});

describe('where the money went', () => {
  it.each<[string, BookFacts['payouts']]>([
    [
      'all kinds of rows',
      [
        {
          file: 'i',
          lines: [aLine('A1', { PRINCIPAL: 1300 }), aLine('ZZ', { PRINCIPAL: 5 }), aLine(null, { AD_FEE: -9 })],
        },
      ],
    ],
    ['rows not read', [{ file: 'i', lines: [aLine('A1', { PRINCIPAL: 1 })], rejected: { rows: 3, net: 7.77 } }]],
    [
      'the same row twice',
      [{ file: 'i', lines: [aLine('A1', { PRINCIPAL: 2 }), aLine('A1', { PRINCIPAL: 2 }, { sourceRow: 9 })] }],
    ],
    ['nothing', []],
  ])('adds up to the files: %s', (_, payouts = []) => {
    const { result, context } = runBooks({ orders: [anOrder('A1')], payouts });
    const uses = usesOf(context.files, lineEntries(result, context, bookingsOf(result.receipts)), 'TWD');
    expect(Object.values(uses.amounts).reduce((total, amount) => total + amount, 0)).toBe(uses.net);
    expect(Object.values(uses.counts).reduce((total, count) => total + count, 0)).toBe(uses.rows);
  });
});
