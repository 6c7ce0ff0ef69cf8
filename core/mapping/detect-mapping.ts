// Which report is this sheet? The header row is searched by its names, and a wrong report is refused by what it lacks.
import type { Refusal, RefusalCode } from '../problem.ts';
import { type SheetTable, isBlankRow, sheetRow, textOfCell } from '../sheet-table.ts';
import type { Mapping, NamedColumn, OrderColumn, OrderMapping, PayoutColumn, PayoutMapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';

/** A mapping's column found in the sheet. */
export interface ColumnMatch<Column extends NamedColumn = NamedColumn> {
  readonly column: Column;
  /** The header as it stands in the sheet. */
  readonly header: string;
  /** 0-based position within each row of the table. */
  readonly index: number;
  readonly matchedBy: 'header' | 'synonym';
}

interface RecognisedAs<Kind extends Mapping['kind'], M extends Mapping, Column extends NamedColumn> {
  readonly kind: Kind;
  readonly mapping: M;
  /** Sheet row of the header, 1-based. */
  readonly headerRow: number;
  /** The header's position in `table.rows`; data start below it. */
  readonly headerIndex: number;
  /** In the order of the mapping. */
  readonly columns: readonly ColumnMatch<Column>[];
  /** Headers of optional columns that the sheet does not have. */
  readonly missing: readonly string[];
  /** Headers of the sheet that no column of the mapping claims. */
  readonly unmapped: readonly string[];
  /** Found columns ÷ columns of the mapping, 0 to 1. */
  readonly share: number;
}

export type RecognisedOrders = RecognisedAs<'orders', OrderMapping, OrderColumn>;
export type RecognisedPayout = RecognisedAs<'payout', PayoutMapping, PayoutColumn>;

/** A sheet whose report is known. */
export type Recognised = RecognisedOrders | RecognisedPayout;

export type Detection =
  | { readonly outcome: 'recognised'; readonly recognised: Recognised }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/**
 * Finds the report a sheet holds. A mapping fits when every header of its signature stands in one row; among those that
 * fit and lack no required column, the one with most matched columns wins. A tie is refused, never decided by chance.
 */
export function detectMapping(table: SheetTable, mappings: readonly Mapping[]): Detection {
  if (table.rows.every(isBlankRow)) return refuse(table, 'EMPTY_SHEET', null, []);
  const headers = headersOf(table, Math.max(0, ...mappings.map((mapping) => mapping.header.searchRows)));
  const prepared = mappings.map(prepare);
  const fits = prepared.flatMap((names) => bestFit(names, headersSigned(headers, names)));
  if (fits.length === 0) {
    const near = prepared.flatMap((names) => bestFit(names, headers));
    return refuseNearest(table, near);
  }
  const complete = fits.filter((fit) => fit.missingRequired.length === 0).sort(byFit);
  const [best, second] = complete;
  if (!best) return refuseNearest(table, fits);
  if (second && byFit(best, second) === 0) return refuseTie(table, best, complete);
  return accept(table, best);
}

/** One row of the sheet as a possible header: where each normalised text stands. */
interface HeaderRow {
  readonly index: number;
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** A mapping with the normalised names of its columns, prepared once per sheet. */
interface PreparedMapping {
  readonly mapping: Mapping;
  /** Per column of the mapping: its header, then its synonyms. */
  readonly names: readonly (readonly string[])[];
  readonly signature: readonly (readonly string[])[];
}

/** A mapping laid over one row: the positions that each of its columns claims. */
interface Fit {
  readonly mapping: Mapping;
  readonly headerIndex: number;
  readonly claims: readonly (readonly number[])[];
  readonly matched: number;
  readonly missingRequired: readonly string[];
}

/** Longer texts are data or explanations; normalising them would only cost time. */
const LONGEST_HEADER = 200;

/** A sheet with fewer of a mapping's columns than this share does not look like its report. */
const LOOKS_ALIKE = 0.5;

function headersOf(table: SheetTable, searchRows: number): HeaderRow[] {
  return table.rows.slice(0, searchRows).map((row, index) => {
    const positions = new Map<string, number[]>();
    row.forEach((cell, column) => {
      const text = typeof cell === 'string' && cell.length <= LONGEST_HEADER ? normalizeHeader(cell) : '';
      if (text !== '') positions.set(text, [...(positions.get(text) ?? []), column]);
    });
    return { index, positions };
  });
}

function prepare(mapping: Mapping): PreparedMapping {
  const names = mapping.columns.map((column) => [column.header, ...(column.synonyms ?? [])].map(normalizeHeader));
  const signature = mapping.header.signature
    .map(normalizeHeader)
    .map((name) => names.find((known) => known.includes(name)) ?? [name]);
  return { mapping, names, signature };
}

/** The rows, within the mapping's reach, that carry its whole signature. */
function headersSigned(headers: readonly HeaderRow[], { mapping, signature }: PreparedMapping): HeaderRow[] {
  return headers
    .slice(0, mapping.header.searchRows)
    .filter(({ positions }) => signature.every((names) => names.some((name) => positions.has(name))));
}

/** The row on which most of the mapping's columns stand, the upper one of equals; none when no column is found. */
function bestFit(prepared: PreparedMapping, headers: readonly HeaderRow[]): Fit[] {
  let best: Fit | null = null;
  for (const header of headers) {
    const fit = fitOn(header, prepared);
    if (fit.matched > (best?.matched ?? 0)) best = fit;
  }
  return best ? [best] : [];
}

function fitOn(header: HeaderRow, { mapping, names }: PreparedMapping): Fit {
  const claims = names.map((known) => known.flatMap((name) => header.positions.get(name) ?? []));
  const lacking = mapping.columns.filter((_, at) => claims[at]?.length === 0);
  return {
    mapping,
    headerIndex: header.index,
    claims,
    matched: mapping.columns.length - lacking.length,
    missingRequired: lacking.filter((column) => column.required).map((column) => column.header),
  };
}

const shareOf = (fit: Fit) => fit.matched / fit.mapping.columns.length;

/** Most matched columns first; of equals the one that misses fewer of its own. */
function byFit(left: Fit, right: Fit): number {
  return right.matched - left.matched || shareOf(right) - shareOf(left);
}

function accept(table: SheetTable, fit: Fit): Detection {
  const doubled = fit.mapping.columns.filter((column, at) => isRead(column) && (fit.claims[at]?.length ?? 0) > 1);
  if (doubled.length > 0) {
    return refuse(
      table,
      'DUPLICATE_HEADER',
      fit,
      doubled.map((column) => column.header),
    );
  }
  if (table.rows.slice(fit.headerIndex + 1).every(isBlankRow)) return refuse(table, 'NO_DATA_ROWS', fit, []);
  return { outcome: 'recognised', recognised: recognise(table, fit) };
}

/** Columns that are never read may stand twice: the second 備註 of a user does no harm. */
function isRead(column: OrderColumn | PayoutColumn): boolean {
  return column.as !== 'note' && column.as !== 'personal';
}

function recognise(table: SheetTable, fit: Fit): Recognised {
  const { mapping, headerIndex, claims } = fit;
  const header = table.rows[headerIndex] ?? [];
  const headerAt = (index: number) => textOfCell(header[index]);
  const claimed = new Set(claims.flat());
  const facts = {
    headerRow: sheetRow(table, headerIndex),
    headerIndex,
    missing: mapping.columns.filter((_, at) => claims[at]?.length === 0).map((column) => column.header),
    unmapped: header.map((_, index) => (claimed.has(index) ? '' : headerAt(index))).filter((text) => text !== ''),
    share: shareOf(fit),
  };
  return mapping.kind === 'orders'
    ? { kind: 'orders', mapping, columns: matchesOf(mapping.columns, claims, headerAt), ...facts }
    : { kind: 'payout', mapping, columns: matchesOf(mapping.columns, claims, headerAt), ...facts };
}

function matchesOf<Column extends NamedColumn>(
  columns: readonly Column[],
  claims: readonly (readonly number[])[],
  headerAt: (index: number) => string,
): ColumnMatch<Column>[] {
  return columns.flatMap((column, at) => {
    const index = claims[at]?.[0];
    if (index === undefined) return [];
    const header = headerAt(index);
    const matchedBy = normalizeHeader(header) === normalizeHeader(column.header) ? 'header' : 'synonym';
    return [{ column, header, index, matchedBy }];
  });
}

function refuseNearest(table: SheetTable, fits: readonly Fit[]): Detection {
  const [nearest] = [...fits].sort(byFit);
  if (!nearest) return refuse(table, 'UNKNOWN_REPORT', null, []);
  const code = shareOf(nearest) >= LOOKS_ALIKE ? 'MISSING_COLUMN' : 'UNKNOWN_REPORT';
  return refuse(table, code, nearest, nearest.missingRequired);
}

function refuseTie(table: SheetTable, best: Fit, fits: readonly Fit[]): Detection {
  const equals = fits.filter((fit) => byFit(best, fit) === 0);
  return refuse(table, 'AMBIGUOUS_REPORT', best, equals.map((fit) => fit.mapping.id).sort());
}

function refuse(table: SheetTable, code: RefusalCode, fit: Fit | null, columns: readonly string[]): Detection {
  const nearest = fit && { id: fit.mapping.id, title: fit.mapping.title };
  const row = fit && code !== 'UNKNOWN_REPORT' ? sheetRow(table, fit.headerIndex) : null;
  return { outcome: 'refused', refusal: { code, file: table.file, sheet: table.sheet, nearest, row, columns } };
}
