// What reading a payout row needs, compiled once per sheet from its mapping and the columns found.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, ZERO, negate } from '../money.ts';
import { textOfCell } from '../sheet-table.ts';
import { type RuleContext, positionOf } from './ask-row.ts';
import type { ColumnMatch, RecognisedPayout } from './detect-mapping.ts';
import type { CurrencyFinder } from './find-currency.ts';
import { type KeyFinder, keyFinder } from './find-key.ts';
import { LineNames } from './line-identity.ts';
import type { PayoutColumn, PayoutMapping, Sign } from './mapping.ts';
import { type TypeNamer, typeNamer } from './name-type.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { type RowCheck, rowChecksOf } from './row-checks.ts';
import { UnknownValues } from './unknown-values.ts';

type Match = ColumnMatch<PayoutColumn>;
type ComponentMatch = ColumnMatch<Extract<PayoutColumn, { as: 'component' }>>;
type NetMatch = ColumnMatch<Extract<PayoutColumn, { as: 'net' }>>;

/** An amount as printed turned into money as it flows; null when its direction is unknown and thereby collected. */
type Flow = (amount: Amount, reader: RowReader) => Amount | null;

export interface NetPlan {
  readonly match: NetMatch;
  readonly flow: Flow;
}

interface ComponentPlan {
  readonly match: ComponentMatch;
  readonly flow: Flow;
  readonly nameType: TypeNamer;
}

export interface PayoutPlan {
  readonly mapping: PayoutMapping;
  readonly key: KeyFinder;
  readonly orderNumber: readonly Match[];
  readonly reference: KeyFinder;
  /** Null where the file names no statements. */
  readonly statement: KeyFinder | null;
  readonly paidOutOn: readonly Match[];
  /** The day printed once for the whole file. */
  readonly paidOutOnce: BusinessDate | null;
  /** Columns whose sum is the net; none where it is the sum of the components. */
  readonly nets: readonly NetPlan[];
  /** Type of a net that no component explains; null where that is a mismatch. */
  readonly otherwise: TypeNamer | null;
  /** Type of what the components leave of the net; null where that is a mismatch. */
  readonly rest: TypeNamer | null;
  readonly components: readonly ComponentPlan[];
  readonly currency: CurrencyFinder;
  readonly checks: readonly RowCheck[];
  /** Columns that the mapping does not know: the first suspects when a row does not add up. */
  readonly unmapped: readonly UnmappedColumn[];
  readonly names: LineNames;
  readonly unknown: UnknownValues;
}

export interface UnmappedColumn {
  readonly header: string;
  readonly index: number;
}

export function payoutPlanOf(
  recognised: RecognisedPayout,
  context: RuleContext,
  currency: CurrencyFinder,
  { paidOutOnce, unmapped }: Pick<PayoutPlan, 'paidOutOnce' | 'unmapped'>,
): PayoutPlan {
  const { mapping, columns } = recognised;
  const unknown = new UnknownValues();
  const having = (role: PayoutColumn['as']) => columns.filter((match) => match.column.as === role);
  const nets = columns.filter(isNet);
  const flowOf = (sign: Sign) => flow(sign, mapping, context, unknown);
  const typeOfNet = (role: 'otherwise' | 'rest') => {
    const rule = nets.map(({ column }) => column[role]).find((found) => found !== undefined);
    return rule === undefined ? null : typeNamer(rule, {}, mapping, context, unknown);
  };
  return {
    mapping,
    key: keyFinder(mapping.key, having('orderNumber'), context),
    orderNumber: having('orderNumber'),
    reference: keyFinder(mapping.reference, having('reference'), context, 'warning'),
    statement: mapping.statement ? keyFinder(mapping.statement, [], context, 'warning') : null,
    paidOutOn: having('paidOutOn'),
    paidOutOnce,
    nets: nets.map((match) => ({ match, flow: flowOf(match.column.sign ?? 'as-is') })),
    otherwise: typeOfNet('otherwise'),
    rest: typeOfNet('rest'),
    components: columns.filter(isComponent).map((match) => ({
      match,
      flow: flowOf(match.column.sign),
      nameType: typeNamer(match.column.type, match.column, mapping, context, unknown),
    })),
    currency,
    checks: rowChecksOf(mapping, context),
    unmapped,
    names: new LineNames(mapping.referenceIsIdentity),
    unknown,
  };
}

const isComponent = (match: Match): match is ComponentMatch => match.column.as === 'component';
const isNet = (match: Match): match is NetMatch => match.column.as === 'net';

/** Columns of the sheet that no column of the mapping claims, with their places. */
export function unmappedColumns(
  header: readonly unknown[],
  recognised: { unmapped: readonly string[]; columns: readonly ColumnMatch[] },
): UnmappedColumn[] {
  const claimed = new Set(recognised.columns.map(({ index }) => index));
  return header
    .map((cell, index) => ({ header: typeof cell === 'string' ? textOfCell(cell) : '', index }))
    .filter(({ header: text, index }) => !claimed.has(index) && recognised.unmapped.includes(text));
}

/** The amount's own sign counts only where no direction does: some files print it signed as well. */
function flow(sign: Sign, { direction }: PayoutMapping, context: RuleContext, unknown: UnknownValues): Flow {
  if (sign === 'as-is') return (amount) => amount;
  if (sign === 'negate') return (amount) => negate(amount);
  if (sign === 'outward-absolute') return (amount) => (amount > ZERO ? negate(amount) : amount);
  const index = direction ? positionOf(direction.column, context.columns) : undefined;
  const header = context.columns.find((match) => match.index === index)?.header ?? direction?.column ?? '';
  const inward = new Set(direction?.in.map(normalizeHeader));
  const outward = new Set(direction?.out.map(normalizeHeader));
  return (amount, reader) => {
    if (amount === ZERO) return amount;
    const text = index === undefined ? '' : textIn(reader.row[index], context.rules);
    const word = normalizeHeader(text);
    const size = amount < ZERO ? negate(amount) : amount;
    if (inward.has(word)) return size;
    if (outward.has(word)) return negate(size);
    unknown.add('direction', [header], [text], reader.number);
    return null;
  };
}
