// A known report with renamed columns: which new column is which lost one, with the evidence, side by side. Nothing is
// read by the new names until a person has accepted the next version of the mapping.
import { type SheetTable, sheetRow } from '../sheet-table.ts';
import { type Residual, residualOf } from './detect-drift-identity.ts';
import { likeness } from './detect-drift-names.ts';
import { type AnyColumn, type Laid, type SheetColumn, contentOfSheet, layNearest } from './detect-drift-sheet.ts';
import type { Content } from './infer-evidence.ts';
import type { Mapping } from './mapping.ts';

/** Why a new column is taken for a lost one. */
export type DriftFact =
  /** Share of the letters that the names have in common, in percent. */
  | { readonly fact: 'likeName'; readonly percent: number }
  /** It stands between the same neighbours. */
  | { readonly fact: 'samePlace' }
  | { readonly fact: 'sameKindOfValues'; readonly of: Content }
  /** With it the net is right on so many rows; without it on `before`. */
  | { readonly fact: 'makesNetRight'; readonly holdsOn: number; readonly rows: number; readonly before: number }
  /** It equals the sum of the components on every row. */
  | { readonly fact: 'isTheSum' };

export interface Rename {
  readonly was: string;
  readonly now: string;
  /** 0-based position within each row. */
  readonly index: number;
  readonly required: boolean;
  readonly evidence: readonly DriftFact[];
}

export interface Drift {
  readonly mapping: Mapping;
  /** Sheet row of the header, 1-based. */
  readonly headerRow: number;
  readonly renames: readonly Rename[];
  /** Columns that are gone, without a successor. */
  readonly gone: readonly { readonly header: string; readonly required: boolean }[];
  /** Columns that nobody knows; `money` for those with amounts. */
  readonly added: readonly { readonly header: string; readonly index: number; readonly money: boolean }[];
  /** The mapping with the new names as synonyms, one version on; to be accepted before anything is imported. */
  readonly next: Mapping;
  /** Whether the next version has every required column. */
  readonly complete: boolean;
}

/** Null when no mapping nearly fits, or when the nearest one has lost nothing. */
export function detectDrift(table: SheetTable, mappings: readonly Mapping[]): Drift | null {
  const laid = layNearest(table, mappings);
  if (laid === null || laid.lost.length === 0 || laid.added.length === 0) return null;
  const renames = pairUp(laid, residualOf(laid));
  if (renames.length === 0 && laid.lost.every((column) => !column.required)) return null;
  const was = new Set(renames.map(({ column }) => column));
  const now = new Set(renames.map(({ sheet }) => sheet));
  const gone = laid.lost.filter((column) => !was.has(column));
  return {
    mapping: laid.mapping,
    headerRow: sheetRow(table, laid.headerIndex),
    renames: renames.map(({ column, sheet, evidence }) => ({
      ...{ was: column.header, now: sheet.header, index: sheet.index, evidence },
      required: column.required ?? false,
    })),
    gone: gone.map(({ header, required }) => ({ header, required: required ?? false })),
    added: laid.added
      .filter((sheet) => !now.has(sheet))
      .map((sheet) => ({
        header: sheet.header,
        index: sheet.index,
        money: contentOfSheet(sheet).content === 'amount',
      })),
    next: nextVersion(laid.mapping, renames),
    complete: gone.every(({ required }) => !required),
  };
}

interface Pair {
  readonly column: AnyColumn;
  readonly sheet: SheetColumn;
  readonly evidence: readonly DriftFact[];
  readonly score: number;
}

/** What place and values reach together; a name without them must share seven letters of ten. */
const ENOUGH = 1;

/** Best pairs first; a lost column with two equally good successors gets none, for a guess would be imported as a fact. */
function pairUp(laid: Laid, residual: Residual): Pair[] {
  const all = laid.lost
    .filter((column) => column.occurrence === undefined)
    .flatMap((column) => laid.added.map((sheet) => weigh(column, sheet, laid, residual)))
    .filter(({ score }) => score >= ENOUGH)
    .sort((left, right) => right.score - left.score);
  const pairs: Pair[] = [];
  for (const pair of all) {
    const taken = pairs.some(({ column, sheet }) => column === pair.column || sheet === pair.sheet);
    const rival = all.some((other) => other !== pair && other.score === pair.score && isRival(other, pair, pairs));
    if (!taken && !rival) pairs.push(pair);
  }
  return pairs;
}

function isRival(other: Pair, pair: Pair, pairs: readonly Pair[]): boolean {
  const same = (other.column === pair.column) !== (other.sheet === pair.sheet);
  return same && !pairs.some(({ column, sheet }) => column === other.column || sheet === other.sheet);
}

function weigh(column: AnyColumn, sheet: SheetColumn, laid: Laid, residual: Residual): Pair {
  const { content } = contentOfSheet(sheet);
  if (!mayHold(column, content)) return { column, sheet, evidence: [], score: 0 };
  const alike = Math.max(...[column.header, ...(column.synonyms ?? [])].map((name) => likeness(name, sheet.header)));
  const proof = proofOf(column, sheet, residual);
  const place = standsBetweenTheSame(column, sheet, laid);
  const evidence: DriftFact[] = [
    ...(proof ? [proof] : []),
    ...(alike >= LIKE ? [{ fact: 'likeName', percent: Math.round(alike * 100) } as const] : []),
    ...(place ? [{ fact: 'samePlace' } as const] : []),
    { fact: 'sameKindOfValues', of: content },
  ];
  return { column, sheet, evidence, score: alike + (place ? PLACE : 0) + (proof ? PROOF : 0) + VALUES };
}

/** Place and values are enough together; so are the net and values. Of two such pairs the more alike names decide. */
const PLACE = 0.7;
const PROOF = 0.8;
const VALUES = 0.3;

/** Below, what two names share is chance. */
const LIKE = 0.4;

/** Only what the role can hold: a name alone does not make an amount of a column of days. */
function mayHold({ as }: AnyColumn, content: Content): boolean {
  if (content === 'empty') return true;
  switch (as) {
    case 'component':
    case 'net':
    case 'receivable':
    case 'unitPrice':
    case 'lineTotal':
    case 'refundedAmount':
      return content === 'amount' || content === 'balance';
    case 'paidOutOn':
    case 'orderedOn':
    case 'paidOn':
    case 'shippedOn':
    case 'completedOn':
      return content === 'date';
    case 'orderNumber':
    case 'otherNumber':
    case 'reference':
      return content === 'id' || content === 'text' || content === 'serial';
    case 'status':
    case 'refundStatus':
      return content === 'words' || content === 'text';
    case 'currency':
      return content === 'currency';
    case 'quantity':
    case 'returnedQuantity':
      return content === 'quantity' || content === 'amount' || content === 'serial';
    case 'personal':
      return content !== 'amount';
    default:
      return true;
  }
}

function proofOf(column: AnyColumn, sheet: SheetColumn, { signs, net, identity, before }: Residual): DriftFact | null {
  if (column.as === 'net' && net === sheet.index) return { fact: 'isTheSum' };
  if (column.as !== 'component' || identity === null) return null;
  const sign = signs.get(sheet.index);
  if (sign === undefined || (column.sign === 'negate') !== (sign === -1)) return null;
  return { fact: 'makesNetRight', holdsOn: identity.holdsOn, rows: identity.rows, before };
}

/**
 * Between the nearest known columns left and right of it in the mapping stands, in the sheet, this new column alone, and
 * no other column that the report cannot be without is lost there.
 */
function standsBetweenTheSame(column: AnyColumn, sheet: SheetColumn, { mapping, found, lost, added }: Laid): boolean {
  const columns: readonly AnyColumn[] = mapping.columns;
  const at = columns.indexOf(column);
  const placed = found.map((one) => ({ place: columns.indexOf(one.column), index: one.sheet.index }));
  const left = placed.filter(({ place }) => place < at).at(-1);
  const right = placed.find(({ place }) => place > at);
  const [from, to] = [left?.index ?? -1, right?.index ?? Infinity];
  const between = added.filter(({ index }) => index > from && index < to);
  const alsoLost = lost.filter((other) => {
    const place = columns.indexOf(other);
    return other.required && other !== column && place > (left?.place ?? -1) && place < (right?.place ?? Infinity);
  });
  return between.length === 1 && between[0] === sheet && alsoLost.length === 0;
}

function nextVersion(mapping: Mapping, renames: readonly Pair[]): Mapping {
  const renamed = <Column extends AnyColumn>(column: Column): Column => {
    const rename = renames.find((one) => one.column === column);
    return rename ? { ...column, synonyms: [...(column.synonyms ?? []), rename.sheet.header] } : column;
  };
  const version = mapping.version + 1;
  return mapping.kind === 'orders'
    ? { ...mapping, version, columns: mapping.columns.map(renamed) }
    : { ...mapping, version, columns: mapping.columns.map(renamed) };
}
