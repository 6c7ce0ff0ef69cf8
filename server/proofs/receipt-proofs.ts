// Proofs of receipts: they balance, and book what their payout lines brought: each line once, its cash, its fees by kind,
// and what is allocated of it.
import { deductionsOf } from '../../core/reconcile/rest-of-receipt.ts';
import type { Amount } from '../../core/money.ts';
import type { Component } from '../../core/payout.ts';
import type { Statements } from '../store/database.ts';
import { linesById } from '../store/payout-lines.ts';
import { type PostedReceipt, receiptsById } from '../store/receipts.ts';
import { countOf, differences, type Fault, type Prove, sumOf } from './proof.ts';

const partOf = (table: string, what: string) =>
  `(SELECT ${sumOf(`p.${what}`)} FROM ${table} p WHERE p.company_id = r.company_id AND p.receipt_id = r.id)`;

export const proveReceiptsBalance: Prove = async (tx) => {
  const rows = await tx.select<[string, number, number, number, number, number | null, number, number, number]>(
    [
      ...['r.number', 'r.cash', partOf('receipt_deductions', 'amount'), partOf('allocations', 'amount')],
      ...['coalesce(r.base_cash, 0)', 'r.base_cash', partOf('receipt_deductions', 'base')],
      ...[partOf('allocations', 'base'), 'coalesce(r.gain, 0)'],
    ],
    'FROM receipts r WHERE r.company_id = ? ORDER BY r.id',
    [tx.company],
  );
  const faults = rows.flatMap(
    ([number, cash, deducted, allocated, baseCash, valued, baseDeducted, baseAllocated, gain]) =>
      differences('receipts', number, [
        ['cash + deductions', cash + deducted, allocated],
        ...(valued === null ? [] : [['base', baseCash + baseDeducted, baseAllocated + gain] as const]),
      ]),
  );
  return { name: 'RECEIPTS_BALANCE', counted: rows.length, faults };
};

/** A line is booked by the receipt that names it, while that one stands; and a receipt's cash is what its lines brought. */
export const proveLineBookings: Prove = async (tx) => {
  const standing = `r.reverses IS NULL AND NOT EXISTS
    (SELECT 1 FROM receipts n WHERE n.company_id = r.company_id AND n.reverses = r.id)`;
  const named = `FROM receipt_lines t JOIN receipts r ON r.company_id = t.company_id AND r.id = t.receipt_id`;
  const booking = 'b.company_id = t.company_id AND b.line_id = t.line_id AND b.receipt_id = t.receipt_id';
  const free = await tx.select<[string, number]>(
    ['r.number', 't.line_id'],
    `${named} WHERE t.company_id = ? AND ${standing}
       AND NOT EXISTS (SELECT 1 FROM line_bookings b WHERE ${booking}) ORDER BY t.line_id`,
    [tx.company],
  );
  const stale = await tx.select<[string, number]>(
    ['r.number', 'b.line_id'],
    `FROM line_bookings b JOIN receipts r ON r.company_id = b.company_id AND r.id = b.receipt_id
     WHERE b.company_id = ? AND NOT (${standing}) ORDER BY b.line_id`,
    [tx.company],
  );
  const cash = await tx.select<[string, number, number]>(
    ['r.number', 'r.cash', sumOf('l.net')],
    `${named} JOIN payout_lines l ON l.company_id = t.company_id AND l.id = t.line_id
     WHERE t.company_id = ? AND r.reverses IS NULL GROUP BY r.id, r.number, r.cash HAVING r.cash <> ${sumOf('l.net')}
     ORDER BY r.id`,
    [tx.company],
  );
  const fault = (name: string, line: number, found: string, expected: string): Fault => {
    return { table: 'line_bookings', name, field: `line ${line}`, found, expected };
  };
  const faults = [
    ...free.map(([number, line]) => fault(number, line, '—', number)),
    ...stale.map(([number, line]) => fault(number, line, number, '—')),
    ...cash.flatMap(([number, booked, brought]) => differences('receipts', number, [['cash', booked, brought]])),
    ...(await moneyOfNobody(tx)),
    ...(await faultsOfParts(tx)),
  ];
  return { name: 'LINE_BOOKINGS', counted: await countOf(tx, 'line_bookings'), faults };
};

/** A line that no receipt books has nothing anywhere: what moved its money is taken back with it. */
async function moneyOfNobody(tx: Statements): Promise<Fault[]> {
  // Below zero stands an order's own entry, which no payout line bears.
  const rows = await tx.select<[number, string, number]>(
    ['a.line_id', 'a.target', sumOf('a.amount')],
    `FROM allocations a WHERE a.company_id = ? AND a.line_id > 0 AND NOT EXISTS
       (SELECT 1 FROM line_bookings b WHERE b.company_id = a.company_id AND b.line_id = a.line_id)
     GROUP BY a.line_id, a.order_id, a.target HAVING sum(a.amount) <> 0 ORDER BY a.line_id, a.target`,
    [tx.company],
  );
  return rows.flatMap(([line, target, left]) => differences('allocations', `line ${line}`, [[target, left, 0]]));
}

/** Receipts are read some at a time: books of years do not fit into memory at once. */
const RECEIPTS_AT_ONCE = 2_000;

async function faultsOfParts(tx: Statements): Promise<Fault[]> {
  const rest = 'FROM receipts WHERE company_id = ? AND reverses IS NULL ORDER BY id';
  const ids = (await tx.select<[number]>(['id'], rest, [tx.company])).flat();
  const faults: Fault[] = [];
  for (let at = 0; at < ids.length; at += RECEIPTS_AT_ONCE) {
    const receipts = await receiptsById(tx, ids.slice(at, at + RECEIPTS_AT_ONCE));
    const lines = await linesById(
      tx,
      receipts.flatMap(({ lineIds }) => lineIds),
    );
    const money = new Map(lines.map(({ id, line }) => [id, line]));
    for (const receipt of receipts) faults.push(...faultsOfReceipt(receipt, money));
  }
  return faults;
}

type Money = ReadonlyMap<number, { readonly net: Amount; readonly components: readonly Component[] }>;

function faultsOfReceipt(receipt: PostedReceipt, money: Money): Fault[] {
  const { number, lineIds, allocations } = receipt;
  const lines = lineIds.flatMap((id) => money.get(id) ?? []);
  const fees = new Map(deductionsOf(lines, allocations).map(({ type, amount }) => [type, amount]));
  const deducted = new Map(receipt.deductions.map(({ type, amount }) => [type, amount]));
  return [
    ...differences(
      'receipts',
      number,
      [...new Set([...fees.keys(), ...deducted.keys()])].map((type) => {
        return [`deduction ${type}`, deducted.get(type) ?? 0, fees.get(type) ?? 0] as const;
      }),
    ),
    ...differences('receipts', number, allocatedByLine(receipt, money)),
  ];
}

/** What is allocated of a line: its net and the fees that are borne of it. A transfer only moves what was booked before. */
function allocatedByLine({ lineIds, allocations }: PostedReceipt, money: Money) {
  const parts = new Map<number, PostedReceipt['allocations'][number][]>(lineIds.map((id) => [id, []]));
  for (const part of allocations) {
    const own = parts.get(part.lineId);
    if (own) own.push(part);
    else parts.set(part.lineId, [part]);
  }
  const own = new Set(lineIds);
  return [...parts].map(([id, allocated]) => {
    const line = own.has(id) ? money.get(id) : undefined;
    const fees = deductionsOf(line === undefined ? [] : [line], allocated);
    const sum = (of: readonly { readonly amount: number }[]) => of.reduce((total, { amount }) => total + amount, 0);
    return [`allocations of line ${id}`, sum(allocated), (line?.net ?? 0) + sum(fees)] as const;
  });
}
