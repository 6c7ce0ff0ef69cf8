// Posts a plan: matches, numbered receipts, receivables, stock. All inside the run's transaction; the database has the
// last word on what may not be (a line booked twice, more allocated than owed).
import type { BusinessDate } from '../../core/business-date.ts';
import { imbalanceOf, type ReceiptDraft } from '../../core/receipt.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import type { Statements } from '../store/database.ts';
import { takeNumbers } from '../store/document-series.ts';
import { insertMatches } from '../store/matches.ts';
import { nextId } from '../store/next-id.ts';
import { insertReceipts, type PostedReceipt } from '../store/receipts.ts';
import { saveReceivables, unbalancedOrders } from '../store/receivables.ts';
import { type HeldMovement, insertMovements } from '../store/stock.ts';
import { must, type Scope } from './load-scope.ts';

export interface Posted {
  readonly receipts: readonly PostedReceipt[];
  readonly movements: readonly HeldMovement[];
}

export async function postPlan(tx: Statements, runId: number, plan: ReconcilePlan, scope: Scope): Promise<Posted> {
  const ids = idsOf(scope);
  const matches = plan.matches.map((match) => ({
    lineId: must(ids.lines, match.lineKey),
    orderId: must(ids.orders, match.orderKey),
    pass: match.pass,
    evidence: match.evidence,
  }));
  await insertMatches(tx, runId, matches);
  const receipts = await numberReceipts(tx, plan.receipts, ids);
  await insertReceipts(tx, runId, receipts);
  await saveReceivables(
    tx,
    plan.receivables.map((state) => ({ ...state, orderId: must(ids.orders, state.orderKey) })),
  );
  await refuseImbalance(tx, [...ids.orders.values()]);
  const movements = plan.movements.map(({ shop, orderNumber, sku, cause, quantity, movedOn }) => {
    return { orderId: must(ids.orders, orderKey(shop, orderNumber)), sku, cause, quantity, movedOn };
  });
  await insertMovements(tx, runId, movements);
  return { receipts, movements };
}

interface Ids {
  readonly orders: ReadonlyMap<string, number>;
  readonly lines: ReadonlyMap<string, number>;
  readonly shops: ReadonlyMap<string, number>;
}

function idsOf({ orders, lines, shops }: Scope): Ids {
  return {
    orders: new Map(orders.map(({ key, id }) => [key, id])),
    lines: new Map(lines.map(({ key, id }) => [key, id])),
    shops: new Map([...shops.values()].map(({ key, id }) => [key, id])),
  };
}

const monthOf = (day: BusinessDate) => day.slice(0, 7).replace('-', '');
const NUMBER_WIDTH = 4;

/** Gives each draft its id and its number, `RC202405-0001`, counted within the month in which the money came. */
async function numberReceipts(tx: Statements, drafts: readonly ReceiptDraft[], ids: Ids): Promise<PostedReceipt[]> {
  const months = new Map<string, number>();
  for (const { receivedOn } of drafts) months.set(monthOf(receivedOn), (months.get(monthOf(receivedOn)) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [month, count] of months) next.set(month, await takeNumbers(tx, `RC${month}`, count));
  const firstId = await nextId(tx, 'receipts');
  return drafts.map((draft, index) => {
    const month = monthOf(draft.receivedOn);
    const sequence = must(next, month);
    next.set(month, sequence + 1);
    const number = `RC${month}-${String(sequence).padStart(NUMBER_WIDTH, '0')}`;
    return toPosted(draft, firstId + index, number, ids);
  });
}

function toPosted(draft: ReceiptDraft, id: number, number: string, ids: Ids): PostedReceipt {
  if (imbalanceOf(draft) !== 0) throw new Error(`receipt ${number} does not balance`);
  const { kind, receivedOn, currency, cash, deductions } = draft;
  return {
    ...{ id, number, kind, receivedOn, currency, cash, deductions },
    shopId: must(ids.shops, draft.shop),
    lineIds: draft.lineKeys.map((key) => must(ids.lines, key)),
    allocations: draft.allocations.map(({ lineKey, orderKey, target, amount }) => {
      const orderId = orderKey === null ? null : must(ids.orders, orderKey);
      return { lineId: must(ids.lines, lineKey), orderId, target, amount };
    }),
  };
}

async function refuseImbalance(tx: Statements, orderIds: readonly number[]): Promise<void> {
  const wrong = await unbalancedOrders(tx, orderIds);
  if (wrong.length > 0) throw new Error(`${wrong.length} receivables are not what their receipts add up to`);
}
