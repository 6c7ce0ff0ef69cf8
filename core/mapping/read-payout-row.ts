// One row of a payout report: its net, and the typed components that must add up to it.
import { type BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, ZERO, sum, textOfAmount } from '../money.ts';
import type { Component, ComponentType, PayoutLine } from '../payout.ts';
import { type NetCheck, checkNet } from './check-identities.ts';
import { namePart, wordsPart } from './line-identity.ts';
import type { PayoutPlan } from './payout-plan.ts';
import { isUnreadable, readAmount, readDay } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { type Parts, explainNet, named, readNet } from './row-net.ts';

/** A row's net, where it can be read, and the line it makes; no line when something is wrong and thereby reported. */
export interface PayoutRow {
  readonly net: Amount | null;
  readonly currency: Currency | null;
  readonly orderNumber: string | null;
  /** What the components leave unexplained; null when nothing can be said. */
  readonly difference: Amount | null;
  /** The vocabulary says that the row moves no money. */
  readonly ignored: boolean;
  readonly line: PayoutLine | null;
}

/** The row the reader stands on. */
export function readPayoutRow(reader: RowReader, plan: PayoutPlan): PayoutRow {
  const currency = plan.currency(reader);
  const printedNet = readNet(reader, plan);
  const { value: orderNumber, excludedAs } = readOrderNumber(reader, plan);
  const reference = plan.reference(reader).value ?? '';
  const paidOutOn = readPaidOutOn(reader, plan);
  const read = readComponents(reader, plan, excludedAs);
  const net = printedNet === 'sum' ? sumOf(read, reader) : printedNet;
  const { components, parts, known, ignored } = explainNet(reader, plan, read, net, excludedAs);
  for (const check of plan.checks) check(reader);
  const facts = { net, currency, orderNumber, ignored };
  if (net === null || currency === null || paidOutOn === null || reader.failed || !known || ignored) {
    return { line: null, difference: null, ...facts };
  }
  const check = checkNet(components, net);
  if (check.difference !== ZERO) reportMismatch(reader, plan, net, check);
  if (check.difference !== ZERO) return { line: null, difference: check.difference, ...facts };
  const identity = plan.names.nameOf({ orderNumber, reference, paidOutOn, parts });
  const own = { orderNumber, identity, reference, ...statementOf(reader, plan) };
  const line = { paidOutOn, currency, net, components, sourceRow: reader.number, ...own };
  return { line, difference: ZERO, ...facts };
}

/** No part of the identity: a mapping that learns of statements names no row anew. */
function statementOf(reader: RowReader, { statement }: PayoutPlan): Pick<PayoutLine, 'statement'> {
  const value = statement?.(reader).value ?? null;
  return value === null ? {} : { statement: value };
}

/** A sum of components one of which is unreadable is no net. */
function sumOf({ components, known }: Parts, reader: RowReader): Amount | null {
  return known && !reader.failedAmount ? sum(components.map((part) => part.amount)) : null;
}

function readOrderNumber(
  reader: RowReader,
  plan: PayoutPlan,
): { value: string | null; excludedAs: ComponentType | null } {
  const known = reader.problems.length;
  const found = plan.key(reader);
  const { linesWithoutOrder, kind } = plan.mapping;
  const needed = !linesWithoutOrder && kind === 'payout' && found.excludedAs === null;
  if (found.value === null && needed && reader.problems.length === known) {
    const [column = null] = plan.orderNumber;
    reader.report('ORDER_NUMBER_MISSING', column, { column: column?.header ?? '' });
  }
  return found;
}

function readPaidOutOn(reader: RowReader, { paidOutOn, paidOutOnce, mapping }: PayoutPlan): BusinessDate | null {
  if (paidOutOnce !== null && paidOutOn.length === 0) return paidOutOnce;
  if (paidOutOn.length > 0)
    return (paidOutOnce && reader.readFirst(paidOutOn, readDay)) ?? reader.need(paidOutOn, readDay);
  reader.report('VALUE_MISSING', null, { column: typeof mapping.paidOutFrom === 'string' ? mapping.paidOutFrom : '' });
  return null;
}

function readComponents(reader: RowReader, plan: PayoutPlan, excludedAs: ComponentType | null): Parts {
  const components: Component[] = [];
  const parts: string[] = [];
  let [known, ignored] = [true, false];
  for (const { match, flow, nameType } of plan.components) {
    const printed = reader.read(match, readAmount);
    if (printed === null || printed === ZERO) continue;
    const amount = flow(printed, reader);
    const { header, type: rule } = match.column;
    const { type, words } = excludedAs ? { type: excludedAs, words: ['-'] } : named(nameType, reader, amount ?? ZERO);
    known &&= amount !== null && type !== null;
    ignored ||= type === 'ignore';
    if (amount === null || type === null || type === 'ignore') continue;
    components.push({ type, column: match.header, amount });
    parts.push(
      typeof rule === 'string' && !excludedAs ? namePart(rule, header, amount) : wordsPart(words, header, amount),
    );
  }
  return { components, parts, known, ignored };
}

function reportMismatch(reader: RowReader, plan: PayoutPlan, net: Amount, check: NetCheck): void {
  const column = plan.nets[0]?.match ?? null;
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
