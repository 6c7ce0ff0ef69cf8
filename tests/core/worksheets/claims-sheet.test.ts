// The claims list: what platforms owe, the figures side by side, and totals that Excel adds up by itself.
import type { ReconcileResult } from '../../../core/api.ts';
import { ZERO } from '../../../core/money.ts';
import type { OrderOutcome } from '../../../core/reconcile/outcome.ts';
import { claimsOf, claimsSheet } from '../../../core/worksheets/claims-sheet.ts';
import { resultSheets } from '../../../core/worksheets/result-sheets.ts';
import { must } from '../reconcile/memory-books.ts';
import { aLine, anOrder, day, dollars, runBooks } from './run-books.ts';

const { result, context } = runBooks({
  orders: ['A1', 'A2', 'A3'].map((number) => anOrder(number)),
  payouts: [
    {
      file: 'income.xlsx',
      lines: [aLine('A1', { PRINCIPAL: 950, COMMISSION: -60 }), aLine('A2', { PRINCIPAL: 1000, CHARGEBACK: -1000 })],
    },
  ],
});

type Row = [order: string, headline: string, charged: number, contract: number];
const listed = (orders: readonly OrderOutcome[], policy: Partial<ReconcileResult['policy']> = {}) =>
  claimsOf({ ...result, orders: [...orders], policy: { ...result.policy, ...policy } }, context).map(
    ({ order, headline, charged, contract }): Row => [order.orderNumber, headline, charged / 10_000, contract / 10_000],
  );
const order = (number: string) => must(result.orders.find(({ orderNumber }) => orderNumber === number));

describe('what is claimed', () => {
  test('is what came too little, what was taken back, and what has not come', () => {
    expect(listed(result.orders)).toEqual([
      ['A1', 'SHORT', 950, 1000],
      ['A2', 'CHARGEBACK', 1000, 0],
      ['A3', 'OVERDUE', 0, 1000],
    ]);
  });

  test('is a fee above its contract, by name; one below it is not', () => {
    const fee = (amount: number) => ({
      reason: 'FEE_DIFF' as const,
      feeType: 'COMMISSION' as const,
      charged: dollars(77),
      amount: dollars(amount),
    });
    const overcharged = {
      ...order('A1'),
      discrepancies: ['FEE_DIFF' as const],
      fees: dollars(115),
      claim: dollars(17),
    };
    expect(listed([{ ...overcharged, differences: [fee(17), fee(-3)] }])).toEqual([['A1', 'FEE_DIFF', 77, 60]]);
    expect(claimsOf({ ...result, orders: [{ ...overcharged, differences: [fee(17)] }] }, context)[0]?.fee).toBe(
      '成交手續費',
    );
    expect(listed([{ ...overcharged, claim: ZERO, differences: [fee(-3)] }])).toEqual([]);
  });

  test('is what was taken back beyond what a cancelled order ever brought, not its whole refund', () => {
    const cancelled = runBooks({
      orders: [anOrder('A1', { stage: 'cancelled' })],
      payouts: [{ file: 'i', lines: [aLine('A1', { PRINCIPAL: 900, REFUND: -1000 })] }],
    }).result.orders;
    expect(listed(cancelled)).toEqual([['A1', 'REFUND_NOT_WRITTEN_OFF', 1000, 900]]);
  });

  test('is no dispute or reserve given back beyond what was taken', () => {
    const lines = [aLine('A1', { PRINCIPAL: 1000, CHARGEBACK_REVERSAL: 50, RESERVE_RELEASED: 40 })];
    const { orders } = runBooks({ orders: [anOrder('A1')], payouts: [{ file: 'i', lines }] }).result;
    expect(orders[0]?.discrepancies).toEqual(['CHARGEBACK', 'RESERVE_HELD']);
    expect(listed(orders)).toEqual([]);
  });

  test('is a refund beyond the credit note, and freight beyond the limit', () => {
    const base = { ...order('A1'), differences: [], claim: ZERO };
    const refund = {
      ...base,
      discrepancies: ['REFUND_NOT_WRITTEN_OFF' as const],
      refunded: dollars(90),
      credited: dollars(20),
    };
    const freight = { ...base, discrepancies: ['SHIPPING_DIFF' as const], freight: dollars(80) };
    expect(listed([refund])).toEqual([['A1', 'REFUND_NOT_WRITTEN_OFF', 90, 20]]);
    expect(listed([freight], { freightMax: dollars(60) })).toEqual([['A1', 'SHIPPING_DIFF', 80, 60]]);
  });
});

describe('what a platform keeps back', () => {
  const kept = runBooks({
    orders: [anOrder('R1'), anOrder('N1', { receivable: dollars(50), sourceRow: 3 })],
    payouts: [
      {
        file: 'income.xlsx',
        lines: [
          aLine('R1', { PRINCIPAL: 1000, RESERVE_HELD: -200 }),
          aLine('N1', { PRINCIPAL: 50, COMMISSION: -64 }, { sourceRow: 8 }),
        ],
      },
    ],
  });
  const claimsIn = (isLate: boolean, claimed: readonly string[] = []) => {
    const reserves = kept.result.forecast.reserves.map((one) => ({ ...one, releaseOn: day('2024-05-24'), isLate }));
    const keys = kept.result.orders.flatMap(({ orderNumber, orderKey }) =>
      claimed.includes(orderNumber) ? [[orderKey, 'claimed'] as const] : [],
    );
    const answer = { ...kept.result, forecast: { ...kept.result.forecast, reserves } };
    return claimsOf(answer, { ...kept.context, workStates: new Map(keys) }).map(
      ({ order: { orderNumber }, headline, date, charged, contract }) => [
        ...[orderNumber, headline, date, charged / 10_000, contract / 10_000],
      ],
    );
  };

  test('is a claim once its day of release is over, and not before', () => {
    expect(claimsIn(false)).toEqual([]);
    expect(claimsIn(true)).toEqual([['R1', 'RESERVE_HELD', '2024-05-24', 0, 200]]);
  });

  test('and what an order cost more than it brought are claims once somebody claims them', () => {
    expect(kept.result.orders.map(({ headline }) => headline)).toEqual(['NEGATIVE_NET', 'RESERVE_HELD']);
    expect(claimsIn(false, ['R1', 'N1'])).toEqual([
      ['N1', 'NEGATIVE_NET', '2024-05-10', -14, 0],
      ['R1', 'RESERVE_HELD', '2024-05-24', 0, 200],
    ]);
  });
});

test('what is missing is claimed once, whichever states name it', () => {
  const books = runBooks({
    orders: [anOrder('B1')],
    payouts: [{ file: 'income.xlsx', lines: [aLine('B1', { PRINCIPAL: 1000, REFUND: -10 })] }],
  });
  const [refunded] = books.result.orders;
  expect(must(refunded).discrepancies).toEqual(['REFUND_NOT_WRITTEN_OFF', 'SHORT']);
  expect(listed([must(refunded)])).toEqual([['B1', 'REFUND_NOT_WRITTEN_OFF', 10, 0]]);
});

describe('the worksheet', () => {
  test('has a live total for each platform and currency, and a live amount in each row', () => {
    const foreign = { ...order('A3'), currency: 'USD' };
    const sheet = must(claimsSheet({ ...result, orders: [order('A1'), order('A2'), foreign] }, context, 0));
    expect(sheet.lines.slice(2).map(({ cells }) => [cells[0], cells[5], cells[8]])).toEqual([
      ['shopee-tw', 'TWD', { formula: expect.stringMatching(/^=SUMIFS\(\$I\$7:\$I\$9,/) as string, value: 1050 }],
      ['shopee-tw', 'USD', { formula: expect.stringMatching(/"USD"/) as string, value: 1000 }],
    ]);
    const [table] = sheet.tables;
    expect(must(must(table).rows[0])[8]).toEqual({ formula: '=ROUND(H7-G7,4)', value: 50 });
    expect(must(table).headerRow).toBe(6);
  });

  test('says where each claim stands, and why it is one', () => {
    const states = new Map([[order('A1').orderKey, 'claimed' as const]]);
    const sheet = must(claimsSheet(result, { ...context, workStates: states }, 0));
    const rows = must(sheet.tables[0]).rows;
    expect(rows.map((row) => row[9])).toEqual(['申訴中', '待處理', '待處理']);
    expect(must(rows[0])[10]).toContain('短收 50');
  });

  test('stands after the work list, and only where a platform owes something', () => {
    const keys = (orders: ReconcileResult['orders']) =>
      resultSheets({ ...result, orders }, context).map(({ key }) => key);
    expect(keys(result.orders).slice(2, 4)).toEqual(['discrepancies', 'claims']);
    expect(keys([])).not.toContain('claims');
  });
});
