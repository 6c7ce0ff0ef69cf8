// Receipts (收款單) with their deductions and allocations (沖帳), as posted. The tables refuse any change.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { ComponentType } from '../../core/payout.ts';
import type { AllocationTarget, Deduction, ReceiptDraft } from '../../core/receipt.ts';
import type { Statements } from './database.ts';

interface PostedAllocation {
  readonly lineId: number;
  readonly orderId: number | null;
  readonly target: AllocationTarget;
  readonly amount: Amount;
}

/** A receipt in terms of ids. */
export interface PostedReceipt {
  readonly id: number;
  readonly number: string;
  readonly shopId: number;
  readonly kind: ReceiptDraft['kind'];
  readonly receivedOn: BusinessDate;
  readonly currency: Currency;
  readonly cash: Amount;
  readonly lineIds: readonly number[];
  readonly deductions: readonly Deduction[];
  readonly allocations: readonly PostedAllocation[];
}

const headColumns = {
  id: 'integer',
  number: 'text',
  shop_id: 'integer',
  kind: 'text',
  received_on: 'text',
  currency: 'text',
  cash: 'integer',
} as const;
const deductionColumns = { receipt_id: 'integer', position: 'integer', type: 'text', amount: 'integer' } as const;
const allocationColumns = {
  receipt_id: 'integer',
  position: 'integer',
  line_id: 'integer',
  order_id: 'integer',
  target: 'text',
  amount: 'integer',
} as const;

export async function insertReceipts(tx: Statements, runId: number, receipts: readonly PostedReceipt[]): Promise<void> {
  const heads = receipts.map((one) => [
    one.id,
    one.number,
    one.shopId,
    one.kind,
    one.receivedOn,
    one.currency,
    one.cash,
    runId,
  ]);
  await tx.insert('receipts', { ...headColumns, run_id: 'integer' }, heads);
  const lines = receipts.flatMap((one) => one.lineIds.map((lineId, at) => [lineId, one.id, at]));
  await tx.insert('receipt_lines', { line_id: 'integer', receipt_id: 'integer', position: 'integer' }, lines);
  const deductions = receipts.flatMap((one) => one.deductions.map((part, at) => [one.id, at, part.type, part.amount]));
  await tx.insert('receipt_deductions', deductionColumns, deductions);
  const allocations = receipts.flatMap((one) =>
    one.allocations.map((part, at) => [one.id, at, part.lineId, part.orderId, part.target, part.amount]),
  );
  await tx.insert('allocations', allocationColumns, allocations);
}

type Head = [number, string, number, ReceiptDraft['kind'], BusinessDate, Currency, Amount];

/** Every receipt that books one of the lines or moves its money, whole, in the order of their numbers' making. */
export async function receiptsOfLines(tx: Statements, lineIds: readonly number[]): Promise<PostedReceipt[]> {
  const ids = tx.source({ id: 'integer' });
  const lines = JSON.stringify(lineIds.map((id) => [id]));
  const heads = await tx.select<Head>(
    Object.keys(headColumns).map((name) => `r.${name}`),
    `FROM (SELECT t.receipt_id FROM ${ids} k CROSS JOIN receipt_lines t WHERE t.company_id = ? AND t.line_id = k.id
      UNION SELECT t.receipt_id FROM ${ids} k CROSS JOIN allocations t WHERE t.company_id = ? AND t.line_id = k.id) f
     CROSS JOIN receipts r WHERE r.company_id = ? AND r.id = f.receipt_id ORDER BY r.id`,
    [lines, tx.company, lines, tx.company, tx.company],
  );
  if (heads.length === 0) return [];
  return assemble(tx, heads);
}

async function assemble(tx: Statements, heads: readonly Head[]): Promise<PostedReceipt[]> {
  const ids = JSON.stringify(heads.map(([id]) => [id]));
  const parts = <Row extends readonly [receiptId: number, ...unknown[]]>(table: string, columns: readonly string[]) =>
    tx
      .select<Row>(
        ['t.receipt_id', ...columns],
        `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN ${table} t
         WHERE t.company_id = ? AND t.receipt_id = k.id ORDER BY t.receipt_id, t.position`,
        [ids, tx.company],
      )
      .then(byReceipt);
  const lines = await parts<[number, number]>('receipt_lines', ['t.line_id']);
  const deductions = await parts<[number, ComponentType, Amount]>('receipt_deductions', ['t.type', 't.amount']);
  const allocations = await parts<[number, number, number | null, AllocationTarget, Amount]>('allocations', [
    't.line_id',
    't.order_id',
    't.target',
    't.amount',
  ]);
  return heads.map(([id, number, shopId, kind, receivedOn, currency, cash]) => ({
    ...{ id, number, shopId, kind, receivedOn, currency, cash },
    lineIds: (lines.get(id) ?? []).map(([, lineId]) => lineId),
    deductions: (deductions.get(id) ?? []).map(([, type, amount]) => ({ type, amount })),
    allocations: (allocations.get(id) ?? []).map(([, lineId, orderId, target, amount]) => ({
      ...{ lineId, orderId, target, amount },
    })),
  }));
}

function byReceipt<Row extends readonly [receiptId: number, ...unknown[]]>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[0]);
    if (group) group.push(row);
    else groups.set(row[0], [row]);
  }
  return groups;
}
