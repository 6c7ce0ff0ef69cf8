// A mapping laid over one row of a sheet: which of its columns stand there, and which of two rows is the header.
import type { SheetTable } from '../sheet-table.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';

/** One row of the sheet as a possible header: where each normalised text stands. */
export interface HeaderRow {
  readonly index: number;
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** A mapping with its normalised names. */
export interface PreparedMapping {
  readonly mapping: Mapping;
  /** Per column of the mapping: its header, then its synonyms. */
  readonly names: readonly (readonly string[])[];
  readonly signature: readonly (readonly string[])[];
  readonly absent: readonly string[];
}

/** A mapping laid over one row: the positions that each of its columns claims. */
export interface Fit {
  readonly mapping: Mapping;
  readonly headerIndex: number;
  readonly claims: readonly (readonly number[])[];
  readonly matched: number;
  readonly missingRequired: readonly string[];
}

/** Longer texts are data or explanations; normalising them would only cost time. */
const LONGEST_HEADER = 200;

/** The same short texts stand in many sheets: column by column, and again at each look at a workbook. */
export function headersOf(table: SheetTable, searchRows: number, from = 0): HeaderRow[] {
  return table.rows.slice(from, searchRows).map((row, at) => {
    const index = from + at;
    const positions = new Map<string, number[]>();
    row.forEach((cell, column) => {
      const text = typeof cell === 'string' && cell.length <= LONGEST_HEADER ? normalizeHeader(cell) : '';
      if (text === '') return;
      const known = positions.get(text);
      if (known) known.push(column);
      else positions.set(text, [column]);
    });
    return { index, positions };
  });
}

const preparedMappings = new WeakMap<Mapping, PreparedMapping>();

/** Normalised once for each mapping: a workbook asks for every sheet and every mapping. */
export function prepare(mapping: Mapping): PreparedMapping {
  const known = preparedMappings.get(mapping);
  if (known) return known;
  const names = mapping.columns.map((column) => [column.header, ...(column.synonyms ?? [])].map(normalizeHeader));
  const signature = mapping.header.signature
    .map(normalizeHeader)
    .map((name) => names.find((all) => all.includes(name)) ?? [name]);
  const absent = (mapping.header.absent ?? []).map(normalizeHeader);
  const prepared = { mapping, names, signature, absent };
  preparedMappings.set(mapping, prepared);
  return prepared;
}

/** The rows, within the mapping's reach, that carry its whole signature and nothing that rules it out. */
export function headersSigned(
  headers: readonly HeaderRow[],
  prepared: PreparedMapping,
  searchRows = prepared.mapping.header.searchRows,
): HeaderRow[] {
  const { signature, absent } = prepared;
  return headers.filter(
    ({ index, positions }) =>
      index < searchRows &&
      signature.every((names) => names.some((name) => positions.has(name))) &&
      !absent.some((name) => positions.has(name)),
  );
}

/** The row on which most of the mapping's columns stand, the upper one of equals; none when no column is found. */
export function bestFit(prepared: PreparedMapping, headers: readonly HeaderRow[]): Fit[] {
  let best: HeaderRow | null = null;
  let most = 0;
  for (const header of headers) {
    const matched = countMatched(header, prepared);
    if (matched > most) [best, most] = [header, matched];
  }
  return best ? [fitOn(best, prepared)] : [];
}

/** How many columns stand on the row: the cheap question, asked for every row. */
function countMatched({ positions }: HeaderRow, { names }: PreparedMapping): number {
  let matched = 0;
  for (const known of names) if (known.some((name) => positions.has(name))) matched++;
  return matched;
}

function fitOn(header: HeaderRow, { mapping, names }: PreparedMapping): Fit {
  const claims = names.map((known, at) => claimOf(header, known, mapping.columns[at]?.occurrence));
  const lacking = mapping.columns.filter((_, at) => claims[at]?.length === 0);
  return {
    mapping,
    headerIndex: header.index,
    claims,
    matched: mapping.columns.length - lacking.length,
    missingRequired: lacking.filter((column) => column.required).map((column) => column.header),
  };
}

/** Every place where one of the names stands; of a counted column only the one it means. */
function claimOf(header: HeaderRow, names: readonly string[], occurrence: number | undefined): number[] {
  const places = names.flatMap((name) => header.positions.get(name) ?? []);
  if (occurrence === undefined) return places;
  const place = [...new Set(places)].sort((left, right) => left - right)[occurrence - 1];
  return place === undefined ? [] : [place];
}

export const shareOf = (fit: Fit) => fit.matched / fit.mapping.columns.length;
