// Which report is this sheet? The header row is searched by its names, and a wrong report is refused by what it lacks.
import type { Refusal, RefusalCode } from '../problem.ts';
import { type SheetTable, isBlankRow, sheetRow, textOfCell } from '../sheet-table.ts';
import { type Fit, type HeaderRow, bestFit, headersOf, headersSigned, prepare, shareOf } from './fit-header.ts';
import type { Mapping, NamedColumn, OrderColumn, OrderMapping, PayoutColumn, PayoutMapping } from './mapping.ts';
import { columnsInRules, isNamed } from './named-columns.ts';
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

interface RecognisedAs<Kind extends 'orders' | 'payout', M extends Mapping, Column extends NamedColumn> {
  /** `payout` for wallet statements too: both are lines of money. `mapping.kind` tells them apart. */
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
 * Finds the report a sheet holds. A mapping fits when every header of its signature stands in one row and none of those
 * that rule it out; among those that fit and lack no required column, the one with most matched columns wins. A tie is
 * refused, never decided by chance.
 */
export function detectMapping(table: SheetTable, mappings: readonly Mapping[]): Detection {
  if (table.rows.every(isBlankRow)) return refuse(table, 'EMPTY_SHEET', null, []);
  const headers = headersOf(table, Math.max(0, ...mappings.map((mapping) => mapping.header.searchRows)));
  const prepared = mappings.map(prepare);
  const fits = prepared.flatMap((names) => bestFit(names, headersSigned(headers, names)));
  if (fits.length === 0) return refuseUnsigned(table, headers, prepared);
  const complete = fits.filter((fit) => fit.missingRequired.length === 0).sort(byFitOn(table));
  const [best, second] = complete;
  if (!best) return refuseNearest(table, fits);
  if (second && byFitOn(table)(best, second) === 0) return refuseTie(table, best, complete);
  return accept(table, best);
}

/** A sheet with fewer of a mapping's columns than this share does not look like its report. */
const LOOKS_ALIKE = 0.5;
/**
 * Nor does one without its signature that has few names in common with it (訂單編號, 商品名稱 stand in every order export),
 * unless they are a good part of what the sheet has.
 */
const COMMON_NAMES = 4;
const PART_OF_SHEET = 1 / 3;

/** Most matched columns first; of equals the one that misses fewer of its own. */
function byFit(left: Fit, right: Fit): number {
  return right.matched - left.matched || shareOf(right) - shareOf(left);
}

/** As `byFit`; between equals the one that expects a sheet of this name. */
function byFitOn({ sheet }: SheetTable): (left: Fit, right: Fit) => number {
  const name = normalizeHeader(sheet);
  const expects = ({ mapping }: Fit) => Number((mapping.header.sheets ?? []).map(normalizeHeader).includes(name));
  return (left, right) => byFit(left, right) || expects(right) - expects(left);
}

function accept(table: SheetTable, fit: Fit): Detection {
  const inRules = columnsInRules(fit.mapping);
  const isRead = (column: OrderColumn | PayoutColumn) =>
    (column.as !== 'note' && column.as !== 'personal') || inRules.some((name) => isNamed(column, name));
  const doubled = fit.mapping.columns.filter((column, at) => (fit.claims[at]?.length ?? 0) > 1 && isRead(column));
  if (doubled.length > 0) {
    return refuse(
      table,
      'DUPLICATE_HEADER',
      fit,
      doubled.map((column) => column.header),
    );
  }
  const firstData = fit.headerIndex + (fit.mapping.header.dataOffset ?? 1);
  if (table.rows.slice(firstData).every(isBlankRow)) return refuse(table, 'NO_DATA_ROWS', fit, []);
  return { outcome: 'recognised', recognised: recognise(table, fit) };
}

function recognise(table: SheetTable, fit: Fit): Recognised {
  const { mapping, headerIndex, claims } = fit;
  const header = table.rows[headerIndex] ?? [];
  const headerAt = (index: number) => textOfCell(header[index]);
  const claimed = new Set(claims.flat());
  const facts = {
    headerRow: Math.max(1, sheetRow(table, headerIndex)), // a borrowed header stands above the sheet's first row
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

/** Lower than any report has its header: looked for only to say where it stands. */
const LOWEST_HEADER = 300;

function refuseUnsigned(
  table: SheetTable,
  searched: readonly HeaderRow[],
  prepared: readonly ReturnType<typeof prepare>[],
): Detection {
  const headers = [...searched, ...headersOf(table, LOWEST_HEADER, searched.length)];
  const low = prepared
    .flatMap((names) => bestFit(names, headersSigned(headers, names, LOWEST_HEADER)))
    .filter((fit) => fit.missingRequired.length === 0)
    .sort(byFitOn(table));
  if (low[0]) return refuse(table, 'HEADER_TOO_LOW', low[0], []);
  const fits = prepared.flatMap((names) => bestFit(names, headers));
  return refuseNearest(table, fits, ({ matched, headerIndex }) => {
    const names = headers.find(({ index }) => index === headerIndex)?.positions.size ?? 0;
    return matched > COMMON_NAMES || matched >= names * PART_OF_SHEET;
  });
}

function refuseNearest(table: SheetTable, fits: readonly Fit[], isTelling = (_: Fit) => true): Detection {
  const [nearest] = [...fits].sort(byFit);
  if (!nearest) return refuse(table, 'UNKNOWN_REPORT', null, []);
  const looksAlike = shareOf(nearest) >= LOOKS_ALIKE && isTelling(nearest);
  const code = looksAlike ? 'MISSING_COLUMN' : 'UNKNOWN_REPORT';
  return refuse(table, code, nearest, nearest.missingRequired);
}

function refuseTie(table: SheetTable, best: Fit, fits: readonly Fit[]): Detection {
  const equals = fits.filter((fit) => byFitOn(table)(best, fit) === 0);
  return refuse(table, 'AMBIGUOUS_REPORT', best, equals.map((fit) => fit.mapping.id).sort());
}

function refuse(table: SheetTable, code: RefusalCode, fit: Fit | null, columns: readonly string[]): Detection {
  const nearest = fit && { id: fit.mapping.id, title: fit.mapping.title };
  const row = fit && code !== 'UNKNOWN_REPORT' ? sheetRow(table, fit.headerIndex) : null;
  return { outcome: 'refused', refusal: { code, file: table.file, sheet: table.sheet, nearest, row, columns } };
}
