// One row of a payout report: its net, and the typed components that must add up to it.
import { type Amount, ZERO, negate, textOfAmount } from '../money.ts';
import type { Component, PayoutLine } from '../payout.ts';
import { type SheetTable, textOfCell } from '../sheet-table.ts';
import { type NetCheck, checkNet } from './check-identities.ts';
import type { ColumnMatch, RecognisedPayout } from './detect-mapping.ts';
import { LineNames, namePart } from './line-identity.ts';
import type { PayoutColumn, PayoutMapping } from './mapping.ts';
import { isUnreadable, readAmount, readDay, readIdentifier } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

type Match = ColumnMatch<PayoutColumn>;
type ComponentMatch = ColumnMatch<Extract<PayoutColumn, { as: 'component' }>>;

/** The columns by role, resolved once per sheet. */
export interface PayoutPlan {
  readonly mapping: PayoutMapping;
  readonly orderNumber: readonly Match[];
  readonly reference: readonly Match[];
  readonly paidOutOn: readonly Match[];
  readonly net: readonly Match[];
  readonly components: readonly ComponentMatch[];
  /** Columns that the mapping does not know: the first suspects when a row does not add up. */
  readonly unmapped: readonly { readonly header: string; readonly index: number }[];
  readonly names: LineNames;
}

export function payoutPlanOf(table: SheetTable, recognised: RecognisedPayout): PayoutPlan {
  const { mapping, columns, headerIndex } = recognised;
  const having = (role: PayoutColumn['as']) => columns.filter((match) => match.column.as === role);
  const headers = (table.rows[headerIndex] ?? []).map((cell, index) => ({ header: textOfCell(cell), index }));
  return {
    mapping,
    orderNumber: having('orderNumber'),
    reference: having('reference'),
    paidOutOn: having('paidOutOn'),
    net: having('net'),
    components: columns.filter(isComponent),
    unmapped: headers.filter(({ header }) => recognised.unmapped.includes(header)),
    names: new LineNames(mapping.referenceIsIdentity),
  };
}

function isComponent(match: Match): match is ComponentMatch {
  return match.column.as === 'component';
}

/** A row's net, where it can be read, and the line it makes; no line when something is wrong and thereby reported. */
export interface PayoutRow {
  readonly net: Amount | null;
  readonly line: PayoutLine | null;
}

/** The row the reader stands on. */
export function readPayoutRow(reader: RowReader, plan: PayoutPlan, sourceRow: number): PayoutRow {
  const net = reader.need(plan.net, readAmount);
  const orderNumber = readOrderNumber(reader, plan);
  const reference = reader.readFirst(plan.reference, readIdentifier) ?? '';
  const paidOutOn = reader.need(plan.paidOutOn, readDay);
  const { components, parts } = readComponents(reader, plan);
  if (net === null || paidOutOn === null || reader.failed) return { net, line: null };
  const check = checkNet(components, net);
  if (check.difference !== ZERO) {
    reportMismatch(reader, plan, net, check);
    return { net, line: null };
  }
  const identity = plan.names.nameOf({ orderNumber, reference, paidOutOn, parts });
  const currency = typeof plan.mapping.currency === 'string' ? plan.mapping.currency : '';
  return { net, line: { orderNumber, identity, reference, paidOutOn, currency, net, components, sourceRow } };
}

function readOrderNumber(reader: RowReader, plan: PayoutPlan): string | null {
  return plan.mapping.linesWithoutOrder
    ? reader.readFirst(plan.orderNumber, readIdentifier)
    : reader.need(plan.orderNumber, readIdentifier, 'ORDER_NUMBER_MISSING');
}

function readComponents(reader: RowReader, plan: PayoutPlan): { components: Component[]; parts: string[] } {
  const components: Component[] = [];
  const parts: string[] = [];
  for (const match of plan.components) {
    const printed = reader.read(match, readAmount);
    if (printed === null || printed === ZERO) continue;
    const { sign, header } = match.column;
    const type = typeof match.column.type === 'string' ? match.column.type : 'UNKNOWN';
    const amount = sign === 'negate' ? negate(printed) : printed;
    components.push({ type, column: match.header, amount });
    parts.push(namePart(type, header, amount));
  }
  return { components, parts };
}

function reportMismatch(reader: RowReader, plan: PayoutPlan, net: Amount, check: NetCheck): void {
  const [column = null] = plan.net;
  const suspects = plan.unmapped.filter(({ index }) => holdsMoney(reader, index)).map(({ header }) => header);
  reader.report('NET_MISMATCH', column, {
    sum: textOfAmount(check.sum),
    value: textOfAmount(net),
    difference: textOfAmount(check.difference),
    net: column?.header ?? '',
    unmapped: suspects.join('、'),
  });
}

function holdsMoney(reader: RowReader, index: number): boolean {
  const reading = reader.peek(index, readAmount);
  return reading !== null && !isUnreadable(reading) && reading !== ZERO;
}
