// Everything a worksheet holds, as one value, to compare before and after.
import type { Sheet, Workbook } from '../../../workbench/host/model/shape.ts';

/** Every cell with value, formula, text and style, and what belongs to the sheet as a whole. */
export function everythingOn(sheet: Sheet): unknown {
  const { rows, columns } = sheet.extent();
  return {
    name: sheet.name,
    frozen: sheet.frozen,
    hiddenRows: [...sheet.hiddenRows],
    properties: [...sheet.customProperties],
    widths: [...sheet.columnWidths],
    conditionalFormats: sheet.conditionalFormats.length,
    cells: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => sheet.cell(row, column)),
    ),
  };
}

export function sheetNames(workbook: Workbook): string[] {
  return workbook.sheets.all().map((sheet) => sheet.name);
}
