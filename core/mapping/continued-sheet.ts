// A sheet without header that continues the table of another sheet of its workbook: read under that sheet's header.
import { type SheetTable } from '../sheet-table.ts';
import { headersOf, headersSigned, prepare } from './fit-header.ts';
import type { Mapping } from './mapping.ts';

/**
 * The sheet under the header of the one it continues; the sheet itself where it continues none. Its rows keep their
 * numbers: what is put above them stands above its first row.
 * @param others the other sheets of the workbook; their first rows are enough
 */
export function continuedSheet(
  table: SheetTable,
  others: readonly SheetTable[],
  mappings: readonly Mapping[],
): SheetTable {
  for (const mapping of mappings) {
    if (!isNamedSo(table, mapping) || signedRow(table, mapping) !== null) continue;
    const first = others.find((other) => isNamedSo(other, mapping) && signedRow(other, mapping) !== null);
    const at = first ? signedRow(first, mapping) : null;
    if (!first || at === null) continue;
    const header = shifted(first.rows[at] ?? [], first.firstColumn - table.firstColumn);
    return below([header, ...fillers(mapping)], table);
  }
  return table;
}

/** The sheets that hold one table with this one, each under the table's header; none where it stands on one sheet. */
export function sheetsOfTable(
  table: SheetTable,
  others: readonly SheetTable[],
  mapping: Mapping,
): readonly SheetTable[] {
  if (!isNamedSo(table, mapping)) return [];
  return others
    .filter((other) => isNamedSo(other, mapping))
    .map((other) => continuedSheet(other, [...others.filter((each) => each !== other), table], [mapping]))
    .filter((other) => signedRow(other, mapping) !== null);
}

function isNamedSo({ sheet }: SheetTable, { header }: Mapping): boolean {
  return header.continuesOn !== undefined && new RegExp(header.continuesOn, 'iu').test(sheet.normalize('NFKC').trim());
}

function signedRow(table: SheetTable, mapping: Mapping): number | null {
  const [found] = headersSigned(headersOf(table, mapping.header.searchRows), prepare(mapping));
  return found?.index ?? null;
}

/** Used ranges may begin in different columns. */
function shifted<T>(cells: readonly T[], by: number): (T | null)[] {
  return by >= 0 ? [...Array.from({ length: by }, () => null), ...cells] : cells.slice(-by);
}

/** Rows between header and data, where a mapping says that there are some. */
function fillers({ header }: Mapping): SheetTable['rows'] {
  return Array.from({ length: (header.dataOffset ?? 1) - 1 }, () => []);
}

function below(above: SheetTable['rows'], table: SheetTable): SheetTable {
  const by = above.length;
  const { hiddenRows, numberFormats } = table;
  return {
    ...table,
    firstRow: table.firstRow - by,
    rows: [...above, ...table.rows],
    ...(hiddenRows ? { hiddenRows: new Set([...hiddenRows].map((row) => row + by)) } : {}),
    ...(numberFormats
      ? {
          numberFormats: new Map(
            [...numberFormats].map(([column, codes]) => [column, [...above.map(() => undefined), ...codes]]),
          ),
        }
      : {}),
  };
}
