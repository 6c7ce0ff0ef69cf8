// A generated pair of exports, with every trouble in it, through the command line.
import { shopeePair } from '../../bench/shopee-pair.ts';
import { writeTable } from '../../bench/write-table.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

describe('the generated pair', () => {
  it('is the same for the same size, and another for another', () => {
    expect(shopeePair(50)).toEqual(shopeePair(50));
    expect(shopeePair(51).net).not.toBe(shopeePair(50).net);
  });

  it('has about 1.15 payout rows an order, 56 and 24 columns, and no order twice', () => {
    const { orders, income, payoutRows } = shopeePair(2000);
    expect(payoutRows / 2000).toBeGreaterThan(1.1);
    expect(payoutRows / 2000).toBeLessThan(1.2);
    expect([orders.rows[0]?.length, income.rows[5]?.length]).toEqual([56, 24]);
    const fateful = new Set(orders.rows.slice(1).map((row) => row[0]));
    expect(fateful.size).toBe(2000);
  });

  it('reconciles to its own net, with every state that was put in', async () => {
    const pair = shopeePair(400);
    await writeTable(desk.path('orders.xlsx'), pair.orders);
    await writeTable(desk.path('income.xlsx'), pair.income);
    const { code, stdout } = await clearsheet(
      ...['reconcile', desk.path('income.xlsx'), desk.path('orders.xlsx'), '--json', '--as-of', '2024-06-15'],
    );
    const { conservation, counts, files } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(files[0].sheets[0]).toMatchObject({ foots: true, problems: [], net: String(pair.net) });
    expect(files[1].sheets[0].problems).toEqual([]);
    expect(conservation).toMatchObject([{ net: String(pair.net), difference: '0', rowDifference: 0 }]);
    expect(Object.keys(counts.byHeadline).sort()).toEqual([
      ...['CANCELLED', 'EXACT', 'NOT_SHIPPED', 'OVER', 'OVERDUE', 'PAYOUT_WITHOUT_ORDER', 'REFUND_PARTIAL', 'SHORT'],
    ]);
    const orders = Object.entries<number>(counts.byHeadline).reduce((sum, [, count]) => sum + count, 0);
    expect(orders - counts.byHeadline.PAYOUT_WITHOUT_ORDER).toBe(400);
  });
});
