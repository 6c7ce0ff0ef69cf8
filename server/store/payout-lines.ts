// Payout lines (撥款明細) as pushed. They never change: the same identity with other content is a conflict.
import { hash } from 'node:crypto';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Component, ComponentType, PayoutLine } from '../../core/payout.ts';
import { typeTotal } from '../../core/reconcile/flow.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import type { Statements } from './database.ts';
import { byKey, type MatchKey } from './match-keys.ts';

export interface HeldLine {
  readonly id: number;
  readonly shopId: number;
  readonly batchId: string;
  readonly line: PayoutLine;
}

const columns = {
  id: 'integer',
  shop_id: 'integer',
  match_key: 'text',
  order_number: 'text',
  identity_hash: 'text',
  identity: 'text',
  reference: 'text',
  paid_out_on: 'text',
  currency: 'text',
  net: 'integer',
  components: 'text',
  batch_id: 'text',
  source_row: 'integer',
  statement: 'text',
  withdrawn: 'integer',
} as const;

type ComponentRow = [type: ComponentType, column: string, amount: Amount];
type Row = [
  id: number,
  shopId: number,
  orderNumber: string,
  identity: string,
  reference: string,
  paidOutOn: BusinessDate,
  currency: Currency,
  net: Amount,
  components: ComponentRow[],
  batchId: string,
  sourceRow: number,
  statement: string,
];

const output = [
  't.id',
  't.shop_id',
  't.order_number',
  't.identity',
  't.reference',
  't.paid_out_on',
  't.currency',
  't.net',
  { json: 't.components' },
  't.batch_id',
  't.source_row',
  't.statement',
] as const;

function toLine([id, shopId, orderNumber, identity, reference, paidOutOn, currency, net, ...rest]: Row): HeldLine {
  const [parts, batchId, sourceRow, statement] = rest;
  const components = parts.map(([type, column, amount]): Component => ({ type, column, amount }));
  const named = statement === '' ? {} : { statement };
  const facts = { identity, reference, ...named, paidOutOn, currency, net, components, sourceRow };
  return { id, shopId, batchId, line: { orderNumber: orderNumber === '' ? null : orderNumber, ...facts } };
}

/** The order number as it is compared; '' for lines that name no order. */
export function matchKeyOf(line: Pick<PayoutLine, 'orderNumber'>): string {
  return line.orderNumber === null ? '' : normalOrderNumber(line.orderNumber);
}

/** 128 bits of the identity's hash. It is unique within one order number, and an index can take it. */
const identityHash = (line: PayoutLine) => hash('sha256', line.identity, 'hex').slice(0, 32);

export async function insertPayoutLines(tx: Statements, lines: readonly HeldLine[]): Promise<void> {
  const rows = lines.map(({ id, shopId, batchId, line }) => [
    id,
    shopId,
    matchKeyOf(line),
    line.orderNumber ?? '',
    identityHash(line),
    line.identity,
    line.reference,
    line.paidOutOn,
    line.currency,
    line.net,
    JSON.stringify(line.components.map(({ type, column, amount }) => [type, column, amount])),
    batchId,
    line.sourceRow,
    line.statement ?? '',
    typeTotal(line, 'WITHDRAWAL'),
  ]);
  await tx.insert('payout_lines', columns, rows);
}

const identityColumns = {
  position: 'integer',
  match_key: 'text',
  order_number: 'text',
  identity_hash: 'text',
} as const;

/** The held lines with the identities of `lines`, by position in `lines`. */
export async function heldByIdentity(
  tx: Statements,
  shopId: number,
  lines: readonly PayoutLine[],
): Promise<Map<number, HeldLine>> {
  const rows = lines.map((line, index) => [index, matchKeyOf(line), line.orderNumber ?? '', identityHash(line)]);
  const found = await tx.select<[number, ...Row]>(
    ['k.position', ...output],
    `FROM ${tx.source(identityColumns)} k CROSS JOIN payout_lines t
     WHERE t.company_id = ? AND t.shop_id = ? AND t.match_key = k.match_key
       AND t.order_number = k.order_number AND t.identity_hash = k.identity_hash`,
    [JSON.stringify(rows), tx.company, shopId],
  );
  return new Map(found.map(([position, ...row]) => [position, toLine(row)]));
}

/** Every line whose order number, as it is compared, is one of the keys. */
export async function linesByKey(tx: Statements, keys: readonly MatchKey[]): Promise<HeldLine[]> {
  const rows = await tx.select<Row>(output, byKey(tx, 'payout_lines'), [JSON.stringify(keys), tx.company]);
  return rows.map(toLine);
}

/** Lines by id. */
export async function linesById(tx: Statements, ids: readonly number[]): Promise<HeldLine[]> {
  const rows = await tx.select<Row>(
    output,
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN payout_lines t WHERE t.company_id = ? AND t.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(toLine);
}

/** Lines paid out in a month (YYYY-MM) that no receipt books, by day and place in their sheet. */
export async function unbookedLines(tx: Statements, month: string): Promise<HeldLine[]> {
  const rows = await tx.select<Row>(
    output,
    `FROM payout_lines t WHERE t.company_id = ? AND t.paid_out_on >= ? AND t.paid_out_on <= ? AND NOT EXISTS
       (SELECT 1 FROM line_bookings b WHERE b.company_id = t.company_id AND b.line_id = t.id)
     ORDER BY t.paid_out_on, t.batch_id, t.source_row`,
    [tx.company, `${month}-01`, `${month}-31`],
  );
  return rows.map(toLine);
}

/** Those of the given lines that name no order. */
export async function nonOrderLines(tx: Statements, ids: readonly number[]): Promise<HeldLine[]> {
  const rows = await tx.select<Row>(
    output,
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN payout_lines t
     WHERE t.company_id = ? AND t.id = k.id AND t.match_key = ''`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(toLine);
}

/** The parts of the lines' keys, by id. */
export async function lineIdentities(
  tx: Statements,
  ids: readonly number[],
): Promise<[id: number, shopId: number, orderNumber: string, identity: string][]> {
  return tx.select(
    ['t.id', 't.shop_id', 't.order_number', 't.identity'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN payout_lines t WHERE t.company_id = ? AND t.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
}
