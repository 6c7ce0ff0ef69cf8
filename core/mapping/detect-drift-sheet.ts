// A sheet laid beside a mapping that nearly fits: which columns are known, which are lost, and which are new.
import { type Cell, type SheetTable, isBlankRow, textOfCell } from '../sheet-table.ts';
import { type Fit, bestFit, headersOf, prepare } from './fit-header.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { GridColumn } from './infer-grid.ts';
import { profileOf } from './infer-profile.ts';
import { contentOf } from './infer-roles.ts';
import type { Mapping, OrderColumn, PayoutColumn } from './mapping.ts';

export type AnyColumn = OrderColumn | PayoutColumn;

/** A column of the sheet with its values. */
export interface SheetColumn {
  readonly index: number;
  readonly header: string;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Laid {
  readonly mapping: Mapping;
  readonly headerIndex: number;
  readonly found: readonly { readonly column: AnyColumn; readonly sheet: SheetColumn }[];
  /** Columns of the mapping that the sheet does not have. */
  readonly lost: readonly AnyColumn[];
  /** Columns of the sheet that the mapping does not know. */
  readonly added: readonly SheetColumn[];
}

/** So much of a mapping has to be there before a file is taken for its changed report. */
const NEARLY = 0.5;

/** The mapping that fits best of those that nearly fit; null when none does. */
export function layNearest(table: SheetTable, mappings: readonly Mapping[]): Laid | null {
  const reach = Math.max(0, ...mappings.map((mapping) => mapping.header.searchRows));
  const headers = headersOf(table, reach);
  const fits = mappings.flatMap((mapping) => bestFit(prepare(mapping), headers));
  const near = fits.filter((fit) => shareFound(fit) >= NEARLY);
  const [best] = near.sort((left, right) => right.matched - left.matched || shareFound(right) - shareFound(left));
  return best ? lay(table, best) : null;
}

/** Of the columns that the report cannot be without, or of all: optional ones are often missing by nature. */
function shareFound({ mapping, matched, missingRequired }: Fit): number {
  const required = mapping.columns.filter((column) => column.required).length;
  const ofRequired = required === 0 ? 0 : (required - missingRequired.length) / required;
  const ofAll = matched / mapping.columns.length;
  return Math.max(ofAll, matched >= FEW ? ofRequired : 0);
}

/** Fewer common headers are a coincidence: many reports have an amount and a date. */
const FEW = 4;

function lay(table: SheetTable, { mapping, headerIndex, claims }: Fit): Laid {
  const header = table.rows[headerIndex] ?? [];
  const first = headerIndex + (mapping.header.dataOffset ?? 1);
  const rows = table.rows.slice(first).filter((row) => !isBlankRow(row));
  const sheetColumn = (index: number): SheetColumn => ({
    ...{ index, header: textOfCell(header[index]) },
    cells: rows.map((row) => row[index]),
  });
  const claimed = new Set(claims.flat());
  const columns: readonly AnyColumn[] = mapping.columns;
  return {
    ...{ mapping, headerIndex },
    found: columns.flatMap((column, at) => {
      const [index] = claims[at] ?? [];
      return index === undefined ? [] : [{ column, sheet: sheetColumn(index) }];
    }),
    lost: columns.filter((_, at) => claims[at]?.length === 0),
    added: header
      .map((_, index) => index)
      .filter((index) => !claimed.has(index) && textOfCell(header[index]) !== '')
      .map(sheetColumn),
  };
}

/** What the values of a column are, as for a sheet that nobody has mapped. */
export function contentOfSheet({ index, header, cells }: SheetColumn): ColumnContent {
  const column: GridColumn = { index, header, occurrence: null, cells };
  return contentOf(profileOf(column));
}
