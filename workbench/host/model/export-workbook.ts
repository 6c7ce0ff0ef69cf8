// The workbook as plain data, for whoever saves it as a file: cells by sheet, each look once, sizes, panes, tables, names.
import type { Area } from './area.ts';
import { lastColumn } from './area.ts';
import type { CellValue } from './cell-grid.ts';
import type { CellStyle } from './cell-style.ts';
import type { ConditionalFormat, Hyperlink, Sheet, Table, Validation, Visibility, Workbook } from './shape.ts';
import { keyPlace } from './sheet.ts';
import { columnNames } from './table.ts';

export interface ExportedCell {
  readonly column: number;
  /** Of a formula cell: its worked-out value. */
  readonly value: CellValue;
  readonly formula: string | undefined;
  /** Index into `styles`. */
  readonly style: number;
}

interface ExportedTable extends Pick<Table, 'name' | 'area' | 'style' | 'showTotals' | 'showHeaders'> {
  readonly columns: readonly string[];
  readonly showBandedRows: boolean;
  readonly showFilterButton: boolean;
}

export interface ExportedSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows with something in them, in order. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly ExportedCell[] }[];
  /** Widths in points, by column number. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columnStyles: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Area[];
  readonly hyperlinks: readonly (Hyperlink & { readonly row: number; readonly column: number })[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations: readonly Validation[];
  readonly customProperties: ReadonlyMap<string, unknown>;
  readonly tables: readonly ExportedTable[];
}

export interface ExportedWorkbook {
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly ExportedSheet[];
  readonly activeSheet: string;
  readonly names: readonly { readonly name: string; readonly formula: string; readonly scope: string | undefined }[];
  readonly properties: ReadonlyMap<string, unknown>;
}

export function exportWorkbook(workbook: Workbook): ExportedWorkbook {
  return {
    styles: workbook.styles.all(),
    sheets: workbook.sheets.all().map(exportSheet),
    activeSheet: workbook.activeSheet.name,
    names: workbook.names.each().map(({ name, formula, scope }) => ({ name, formula, scope: scope?.name })),
    properties: workbook.properties,
  };
}

function exportSheet(sheet: Sheet): ExportedSheet {
  const { name, visibility, tabColor, showGridlines, frozen, columnWidths, rowHeights, merges } = sheet;
  const { hiddenRows, hiddenColumns, conditionalFormats, validations, customProperties } = sheet;
  return {
    ...{ name, visibility, tabColor, showGridlines, frozen, columnWidths, rowHeights, merges },
    ...{ hiddenRows, hiddenColumns, conditionalFormats, validations, customProperties },
    rows: exportRows(sheet),
    columnStyles: sheet.grid.columnStyles,
    hyperlinks: [...sheet.hyperlinks].map(([key, link]) => ({ ...link, ...keyPlace(key) })),
    tables: sheet.workbook.tables.all(sheet).map(exportTable),
  };
}

function exportRows(sheet: Sheet): ExportedSheet['rows'] {
  const used = sheet.grid.usedArea(false);
  if (!used) return [];
  const rows: { row: number; cells: ExportedCell[] }[] = [];
  for (const row of sheet.grid.rows.keys()) {
    const cells: ExportedCell[] = [];
    for (let column = used.column; column <= lastColumn(used); column++) {
      const cell = exportCell(sheet, row, column);
      if (cell) cells.push(cell);
    }
    if (cells.length > 0) rows.push({ row, cells });
  }
  return rows;
}

function exportCell(sheet: Sheet, row: number, column: number): ExportedCell | undefined {
  const style = sheet.grid.style(row, column);
  if (sheet.grid.isEmpty(row, column) && style === 0) return undefined;
  return { column, value: sheet.value(row, column), formula: sheet.grid.formula(row, column), style };
}

function exportTable(table: Table): ExportedTable {
  const { name, area, style, showTotals, showHeaders, showBandedRows, showFilterButton } = table;
  return { name, area, style, showTotals, showHeaders, showBandedRows, showFilterButton, columns: columnNames(table) };
}
