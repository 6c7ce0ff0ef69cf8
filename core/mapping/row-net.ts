// The net of one payout row: read from its columns, and explained where components do not explain it.
import { type Amount, ZERO, add, subtract, sum } from '../money.ts';
import type { Component, ComponentType } from '../payout.ts';
import { wordsPart } from './line-identity.ts';
import type { NamedType, TypeNamer } from './name-type.ts';
import type { NetPlan, PayoutPlan } from './payout-plan.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

/** Components of a row with their share of its identity. */
export interface Parts {
  readonly components: readonly Component[];
  readonly parts: readonly string[];
  /** Whether every amount has a type and a direction. */
  readonly known: boolean;
  readonly ignored: boolean;
}

/** The net as it flows, `sum` where it is what the components add up to, null where it cannot be read. */
export function readNet(reader: RowReader, { nets }: PayoutPlan): Amount | null | 'sum' {
  let net: Amount | null = null;
  for (const { match, flow } of nets) {
    const known = reader.peek(match.index, readAmount);
    if (isUnreadable(known)) return reader.read(match, readAmount);
    if (known === null) continue;
    const amount = flow(known, reader);
    if (amount === null) return null;
    net = net === null ? amount : add(net, amount);
  }
  if (net !== null) return net;
  if (nets.length === 0 || nets.some(({ match }) => match.column.blank === 'sum')) return 'sum';
  return reader.need(
    nets.map(({ match }) => match),
    readAmount,
  );
}

/** A row outside all orders, or one without any component, is its net as one component; so is what the others leave. */
export function explainNet(
  reader: RowReader,
  { nets, otherwise, rest }: PayoutPlan,
  read: Parts,
  net: Amount | null,
  excludedAs: ComponentType | null,
): Parts {
  const column = printedIn(nets, reader);
  if (column === undefined || net === null) return read;
  if (excludedAs) return net === ZERO ? read : joined(NONE, { type: excludedAs, words: ['-'] }, net, column);
  if (!read.known || read.ignored) return read;
  const left = subtract(net, sum(read.components.map(({ amount }) => amount)));
  const namer = rest ?? (read.components.length === 0 ? otherwise : null);
  return namer === null || left === ZERO ? read : joined(read, named(namer, reader, left), left, column);
}

const NONE: Parts = { components: [], parts: [], known: true, ignored: false };

/** Of several columns the one that holds the row's net, so that the figure leads back to its cell. */
function printedIn(nets: readonly NetPlan[], reader: RowReader): NetPlan['match'] | undefined {
  const found = nets.length > 1 ? nets.find(({ match }) => isMoney(reader.peek(match.index, readAmount))) : undefined;
  return (found ?? nets[0])?.match;
}

const isMoney = (reading: ReturnType<typeof readAmount>) =>
  reading !== null && reading !== ZERO && !isUnreadable(reading);

function joined(read: Parts, { type, words }: NamedType, amount: Amount, { header, column }: NetPlan['match']): Parts {
  if (type === null) return { ...read, known: false };
  if (type === 'ignore') return { ...read, ignored: true };
  return {
    ...read,
    components: [...read.components, { type, column: header, amount }],
    parts: [...read.parts, wordsPart(words, column.header, amount)],
  };
}

/** The type of an amount by its column's rule and the words of the row. */
export function named(namer: TypeNamer, reader: RowReader, amount: Amount): NamedType {
  return namer(reader.row, amount, reader.number);
}
