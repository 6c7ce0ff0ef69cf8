// How work on a mapping begins: with what the values of the sheet tell, or with a mapping that nearly fits.
import { type Hints, inferMapping, type Proposal } from '../../core/mapping/infer-mapping.ts';
import type { Mapping, PayoutColumn } from '../../core/mapping/mapping.ts';
import { type SheetTable, textOfCell } from '../../core/sheet-table.ts';
import { withEveryColumn } from './change-mapping.ts';
import { sheetColumns } from './sheet-columns.ts';

/** What a person begins with: the values of the sheet, a published mapping that nearly fits, or a draft. */
export type MappingStart =
  | { readonly from: 'values' }
  /** `headerRow`: sheet row, 1-based; null where it is not known. */
  | { readonly from: 'mapping'; readonly id: string; readonly headerRow: number | null }
  /** A draft of the library. */
  | { readonly from: 'draft'; readonly mapping: Mapping };

/** A mapping while a person works on it. */
export interface Draft {
  readonly mapping: Mapping;
  /** Position of the header in the table's rows. */
  readonly headerIndex: number;
  /** What the values told; null where the draft began with a known mapping, or nothing could be told. */
  readonly proposal: Proposal | null;
  /** The published mapping that is being repaired; null for a new one. */
  readonly base: Mapping | null;
  /** The id it has in the library; null as long as it is in none. */
  readonly id: string | null;
}

/** So many rows tell what a column is; the sum they propose is then tried on all of them. */
const INFERRED_ROWS = 1_000;

const inferred = (table: SheetTable, hints: Hints) =>
  inferMapping({ ...table, rows: table.rows.slice(0, INFERRED_ROWS) }, hints);

export function draftFromValues(table: SheetTable, hints: Hints): Draft {
  const inference = inferred(table, hints);
  if (inference.outcome !== 'proposed') return blankDraft(table, firstHeader(table), hints);
  const headerIndex = inference.headerRow - table.firstRow;
  return { mapping: reaching(inference.mapping, headerIndex), headerIndex, proposal: inference, base: null, id: null };
}

/**
 * @param headerIndex where detection, or the nearest fit, saw its header
 * @param base the published mapping that `begun` changes; null where it is new
 */
export function draftFromMapping(
  table: SheetTable,
  begun: Mapping,
  headerIndex: number,
  base: Mapping | null = begun,
): Draft {
  const mapping = withEveryColumn(begun, sheetColumns({ table, headerIndex }, begun));
  return { mapping: reaching(mapping, headerIndex), headerIndex, proposal: null, base, id: begun.id };
}

/** The user says which row is the header. What lies above it is left out of sight, and the values are asked again. */
export function draftWithHeader(table: SheetTable, draft: Draft, headerIndex: number, hints: Hints): Draft {
  if (draft.base) return draftFromMapping(table, draft.base, headerIndex);
  const below = { ...table, firstRow: table.firstRow + headerIndex, rows: table.rows.slice(headerIndex) };
  const inference = inferred(below, hints);
  const isThere = inference.outcome === 'proposed' && inference.headerRow === below.firstRow;
  const { id } = draft;
  if (!isThere) return { ...blankDraft(table, headerIndex, hints), id };
  return { mapping: reaching(inference.mapping, headerIndex), headerIndex, proposal: inference, base: null, id };
}

export function withDataOffset(mapping: Mapping, dataOffset: number): Mapping {
  return { ...mapping, header: { ...mapping.header, dataOffset } };
}

const SEARCH_BEYOND = 10;
const SEARCH_ROWS_MAX = 200;

/** The header of the next file may stand some rows lower. */
function reaching(mapping: Mapping, headerIndex: number): Mapping {
  const searchRows = Math.min(SEARCH_ROWS_MAX, Math.max(mapping.header.searchRows, headerIndex + SEARCH_BEYOND));
  return { ...mapping, header: { ...mapping.header, searchRows } };
}

/** Nothing is known but the names of the columns. */
function blankDraft(table: SheetTable, headerIndex: number, { platform = 'own', currency = 'TWD' }: Hints): Draft {
  const title = `${table.file} ${table.sheet}`.trim();
  const mapping: Mapping = {
    id: `${platform}.payout`,
    version: 1,
    kind: 'payout',
    platform,
    title: { 'zh-TW': title, 'zh-CN': title, en: title },
    verified: false,
    notes: ['Made by hand from one file.'],
    header: { searchRows: 30, signature: [] },
    currency,
    emptyMarkers: [],
    currencyMarks: [],
    columns: [] as PayoutColumn[],
    net: 'sum',
    referenceIsIdentity: false,
    linesWithoutOrder: true,
    paymentMode: 'instalments',
  };
  const columns = sheetColumns({ table, headerIndex }, mapping);
  return {
    mapping: reaching(withEveryColumn(mapping, columns), headerIndex),
    headerIndex,
    proposal: null,
    base: null,
    id: null,
  };
}

const ENOUGH_NAMES = 2;

function firstHeader({ rows }: SheetTable): number {
  const names = (row: SheetTable['rows'][number]) => row.filter((cell) => typeof cell === 'string' && textOfCell(cell));
  return Math.max(
    0,
    rows.findIndex((row) => names(row).length >= ENOUGH_NAMES),
  );
}
