// Proof of month ends: what they showed as paid and not shipped is what receipts held for these orders on the day.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Statements } from '../store/database.ts';
import { heldForOrders, type Prepayment, prepaymentsOfRun } from '../store/month-ends.ts';
import { orderNumbers } from '../store/orders.ts';
import { countOf, differences, type Fault, type Prove } from './proof.ts';

export const proveMonthEnds: Prove = async (tx) => {
  const runs = await tx.select<[id: number, lastDay: BusinessDate, entry: number]>(
    ['id', 'as_of', 'entry'],
    "FROM runs WHERE company_id = ? AND kind = 'month-end' ORDER BY id",
    [tx.company],
  );
  const faults: Fault[] = [];
  for (const [id, lastDay, beforeEntry] of runs) {
    const shown = await prepaymentsOfRun(tx, id);
    const held = new Map((await heldForOrders(tx, { lastDay, beforeEntry })).map((one) => [keyOf(one), one]));
    const numbers = await numbersOf(tx, shown);
    faults.push(...shown.flatMap((one) => faultsOf(one, held.get(keyOf(one)), numbers.get(one.orderId) ?? '')));
  }
  return { name: 'MONTH_ENDS', counted: await countOf(tx, 'prepayments'), faults };
};

const keyOf = ({ orderId, shopId, currency }: Prepayment) => `${orderId} ${shopId} ${currency}`;

async function numbersOf(tx: Statements, shown: readonly Prepayment[]): Promise<Map<number, string>> {
  const rows = await orderNumbers(
    tx,
    shown.map(({ orderId }) => orderId),
  );
  return new Map(rows.map(([id, , number]) => [id, number]));
}

function faultsOf(shown: Prepayment, held: Prepayment | undefined, number: string): Fault[] {
  return differences('prepayments', number, [
    ['amount', shown.amount, held?.amount ?? 0],
    ['base', shown.base, held?.base ?? 0],
  ]);
}
