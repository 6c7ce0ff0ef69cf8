// I14, I16: stock moves by what was shipped and came back, and nothing is booked into a closed month.
import { ORDER_STAGES } from '../../core/order.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import type { Invariant } from './invariant.ts';
import { type Ledger, standings, totals } from './ledger.ts';

export const DAYS_AND_STOCK: readonly Invariant[] = [
  // Seen to fail when `moveStock` did not subtract what had moved before.
  { says: 'I14 stock moves by shipping and returns alone, whatever was paid', check: stockFollowsShipping },
  // Seen to fail when `issueReceipts` and `issueSales` took the day of the event without `openDay`.
  { says: 'I16 nothing is dated into a month that is closed', check: closedMonthsStayClosed },
  // Seen to fail when `reasonOf` did not ask for the month.
  { says: 'I16 a payout of a closed month waits until somebody lets it through', check: latePayoutsWait },
];

const isOut = (stage: string) =>
  ORDER_STAGES.indexOf('shipped') <= ORDER_STAGES.indexOf(stage as 'shipped') && stage !== 'cancelled';

function stockFollowsShipping(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const wanted = [...run.orders].flatMap(([key, order]) =>
      order.lines.flatMap(({ sku, quantity, returned }) => {
        if (!isOut(order.stage)) return [];
        return [
          { key: `${key} ${sku} shipped`, quantity: -quantity },
          { key: `${key} ${sku} returned`, quantity: returned },
        ];
      }),
    );
    const moved = totals(
      run.allMovements,
      ({ shop, orderNumber, sku, cause }) => `${orderKey(shop, orderNumber)} ${sku} ${cause}`,
      ({ quantity }) => quantity,
    );
    expect(moved).toEqual(
      totals(
        wanted,
        ({ key }) => key,
        ({ quantity }) => quantity,
      ),
    );
  }
}

function closedMonthsStayClosed({ runs }: Ledger): void {
  for (const { closedMonths, sales, receipts, vouchers } of runs) {
    const days = [
      ...sales.map(({ documentOn }) => documentOn),
      ...receipts.map(({ receivedOn }) => receivedOn),
      ...vouchers.map(({ voucher }) => voucher.postedOn),
    ];
    expect(days.filter((day) => closedMonths.has(day.slice(0, 7)))).toEqual([]);
  }
}

function latePayoutsWait({ runs }: Ledger): void {
  for (const { closedMonths, approved, lines, receipts } of runs) {
    const days = new Map(lines.map(({ key, line }) => [key, line.paidOutOn]));
    const late = receipts.flatMap(({ lineKeys }) => lineKeys).filter((key) => !approved.has(key));
    expect(late.filter((key) => closedMonths.has((days.get(key) ?? '').slice(0, 7)))).toEqual([]);
  }
}
