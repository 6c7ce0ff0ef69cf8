// Receipts (收款單) with their deductions and allocations (沖帳), as posted. The tables refuse any change; a reversal is a
// further receipt that takes one back.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { ComponentType } from '../../core/payout.ts';
import type { AllocationTarget, Deduction, ReceiptBase, ReceiptDraft } from '../../core/receipt.ts';
import type { Statements } from './database.ts';

interface PostedAllocation {
  readonly lineId: number;
  readonly orderId: number | null;
  readonly target: AllocationTarget;
  readonly feeType: ComponentType | null;
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
  readonly base: ReceiptBase | null;
  /** Id of the receipt that this one takes back. */
  readonly reverses: number | null;
}

const headColumns = {
  id: 'integer',
  number: 'text',
  shop_id: 'integer',
  kind: 'text',
  received_on: 'text',
  currency: 'text',
  cash: 'integer',
  base_currency: 'text',
  rate: 'text',
  base_cash: 'integer',
  gain: 'integer',
  reverses: 'integer',
} as const;
const deductionColumns = {
  receipt_id: 'integer',
  position: 'integer',
  type: 'text',
  amount: 'integer',
  base: 'integer',
} as const;
const allocationColumns = {
  receipt_id: 'integer',
  position: 'integer',
  line_id: 'integer',
  order_id: 'integer',
  target: 'text',
  fee_type: 'text',
  amount: 'integer',
  base: 'integer',
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
    ...baseColumns(one),
    runId,
  ]);
  await tx.insert('receipts', { ...headColumns, run_id: 'integer' }, heads);
  const lines = receipts.flatMap((one) => one.lineIds.map((lineId, at) => [lineId, one.id, at]));
  await tx.insert('receipt_lines', { line_id: 'integer', receipt_id: 'integer', position: 'integer' }, lines);
  const bookings = receipts.filter(({ reverses }) => reverses === null);
  await tx.insert(
    'line_bookings',
    { line_id: 'integer', receipt_id: 'integer' },
    bookings.flatMap((one) => one.lineIds.map((lineId) => [lineId, one.id])),
  );
  const deductions = receipts.flatMap((one) =>
    one.deductions.map((part, at) => [one.id, at, part.type, part.amount, one.base?.deductions[at] ?? null]),
  );
  await tx.insert('receipt_deductions', deductionColumns, deductions);
  const allocations = receipts.flatMap((one) =>
    one.allocations.map((part, at) => [
      ...[one.id, at, part.lineId, part.orderId, part.target, part.feeType, part.amount],
      one.base?.allocations[at] ?? null,
    ]),
  );
  await tx.insert('allocations', allocationColumns, allocations);
}

function baseColumns({ base, reverses }: PostedReceipt) {
  return [base?.currency ?? null, base?.rate ?? null, base?.cash ?? null, base?.gain ?? null, reverses];
}

/** Takes the lines of receipts free again: their money waits to be booked anew. */
export async function freeLines(tx: Statements, receiptIds: readonly number[]): Promise<void> {
  await tx.run(
    `DELETE FROM line_bookings WHERE company_id = ?
     AND receipt_id IN (SELECT id FROM ${tx.source({ id: 'integer' })} s)`,
    [tx.company, JSON.stringify(receiptIds.map((id) => [id]))],
  );
}

type Head = [
  id: number,
  number: string,
  shopId: number,
  kind: ReceiptDraft['kind'],
  receivedOn: BusinessDate,
  currency: Currency,
  cash: Amount,
  baseCurrency: Currency | null,
  rate: string | null,
  baseCash: Amount | null,
  gain: Amount | null,
  reverses: number | null,
];

/** Receipts by id, whole. */
export async function receiptsById(tx: Statements, ids: readonly number[]): Promise<PostedReceipt[]> {
  const heads = await tx.select<Head>(
    Object.keys(headColumns).map((name) => `r.${name}`),
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receipts r WHERE r.company_id = ? AND r.id = k.id ORDER BY r.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return heads.length === 0 ? [] : assemble(tx, heads);
}

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
  const deductions = await parts<[number, ComponentType, Amount, Amount]>('receipt_deductions', [
    't.type',
    't.amount',
    't.base',
  ]);
  const allocations = await parts<AllocationRow>('allocations', [
    ...['t.line_id', 't.order_id', 't.target', 't.fee_type', 't.amount', 't.base'],
  ]);
  return heads.map((head) => {
    const [id, number, shopId, kind, receivedOn, currency, cash, , , , , reverses] = head;
    const [deducted, allocated] = [deductions.get(id) ?? [], allocations.get(id) ?? []];
    return {
      id,
      ...{ number, shopId, kind, receivedOn, currency, cash, reverses },
      lineIds: (lines.get(id) ?? []).map(([, lineId]) => lineId),
      deductions: deducted.map(([, type, amount]) => ({ type, amount })),
      allocations: allocated.map(([, lineId, orderId, target, feeType, amount]) => {
        return { lineId, orderId, target, feeType, amount };
      }),
      base: baseOf(head, {
        deductions: deducted.map((part) => part[3]),
        allocations: allocated.map((part) => part[6]),
      }),
    };
  });
}

type AllocationRow = [
  receiptId: number,
  lineId: number,
  orderId: number | null,
  target: AllocationTarget,
  feeType: ComponentType | null,
  amount: Amount,
  base: Amount,
];

function baseOf(head: Head, parts: Pick<ReceiptBase, 'deductions' | 'allocations'>): ReceiptBase | null {
  const [, , , , , , , currency, rate, cash, gain] = head;
  if (currency === null || rate === null || cash === null || gain === null) return null;
  return { currency, rate, cash, gain, ...parts };
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
