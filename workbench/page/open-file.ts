// Opens a file into the workbook: values as the command line reads them, and from an xlsx also formulas and looks.
import type { CellStyle as FileStyle, Sheet as FileSheet } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import type { SheetTable } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { parseArea } from '../host/model/area.ts';
import type { CellStyle } from '../host/model/cell-style.ts';
import type { Sheet, Workbook } from '../host/model/shape.ts';
import { isSheetName } from '../host/model/sheet-list.ts';

/** Adds the file's sheets behind the others. @returns the sheets, or null when the file cannot be opened */
export async function openFile(workbook: Workbook, bytes: Uint8Array, fileName: string): Promise<Sheet[] | null> {
  const reading = await readWorkbook(bytes, fileName);
  if ('refused' in reading) return null;
  const looks = /\.csv$|\.txt$|\.tsv$/i.test(fileName) ? [] : await readLooks(bytes);
  return reading.sheets.map((table, index) => {
    const sheet = workbook.sheets.add(freeName(workbook, table.sheet));
    loadValues(sheet, table);
    const look = looks[index];
    if (look) loadLooks(sheet, look);
    return sheet;
  });
}

/** Looks are an extra: a file whose values could be read is not refused for them. */
async function readLooks(bytes: Uint8Array): Promise<FileSheet[]> {
  try {
    return (await readXlsx(bytes, { readStyles: true })).sheets;
  } catch {
    return [];
  }
}

function loadValues(sheet: Sheet, { rows, firstRow, firstColumn }: SheetTable): void {
  sheet.load(rows, { row: firstRow - 1, column: firstColumn - 1 });
}

/** The file's own name for the sheet, made one that Excel takes, with a number when it is taken. */
export function freeName(workbook: Workbook, wanted: string): string {
  const base = isSheetName(wanted)
    ? wanted
    : wanted
        .replace(/[\\/?*[\]:']/g, ' ')
        .trim()
        .slice(0, 31) || 'Sheet';
  let name = base;
  for (let number = 2; workbook.sheets.find(name); number++) name = `${base.slice(0, 27)} (${number})`;
  return name;
}

const POINTS_PER_CHARACTER = 5.25;
const PADDING_POINTS = 3.75;

const pointsOf = (characters: number): number =>
  Math.round((characters * POINTS_PER_CHARACTER + PADDING_POINTS) * 100) / 100;

function loadLooks(sheet: Sheet, look: FileSheet): void {
  const { workbook, grid } = sheet;
  const numberOf = styleNumbers(workbook);
  for (const [key, cell] of look.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (cell.style) grid.setStyle(row, column, numberOf(cell.style));
    if (cell.formula !== undefined) grid.setFormula(row, column, `=${cell.formula}`);
  }
  look.columns?.forEach(({ width, hidden }, column) => {
    if (width !== undefined) sheet.columnWidths.set(column, pointsOf(width));
    if (hidden) sheet.hiddenColumns.add(column);
  });
  for (const [row, { height, hidden }] of look.rowDefs ?? []) {
    if (height !== undefined) sheet.rowHeights.set(row, height);
    if (hidden) sheet.hiddenRows.add(row);
  }
  loadStructure(sheet, look);
  workbook.changed({ kind: 'layout', sheet });
}

function loadStructure(sheet: Sheet, look: FileSheet): void {
  const { freezePane, view, merges = [], tables = [] } = look;
  sheet.frozen = { rows: freezePane?.rows ?? 0, columns: freezePane?.columns ?? 0 };
  sheet.showGridlines = view?.showGridLines ?? true;
  sheet.tabColor = colorOf(view?.tabColor) ?? '';
  sheet.merges = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    ...{ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 },
  }));
  for (const { range, name, style, showRowStripes } of tables) {
    const area = range === undefined ? undefined : parseArea(range);
    if (!area) continue;
    const table = sheet.workbook.tables.add(sheet, area, true);
    if (!sheet.workbook.tables.find(name)) sheet.workbook.tables.rename(table, name);
    table.style = style ?? table.style;
    table.showBandedRows = showRowStripes ?? true;
  }
}

function styleNumbers(workbook: Workbook): (style: FileStyle) => number {
  const known = new Map<FileStyle, number>();
  return (style) => {
    const number = known.get(style) ?? workbook.styleWith(0, styleOf(style));
    known.set(style, number);
    return number;
  };
}

const HORIZONTAL: Readonly<Record<string, string>> = {
  left: 'Left',
  right: 'Right',
  center: 'Center',
  justify: 'Justify',
};
const VERTICAL: Readonly<Record<string, string>> = { top: 'Top', center: 'Center', bottom: 'Bottom' };

function styleOf({ font, fill, alignment, numFmt }: FileStyle): Partial<CellStyle> {
  const fillColor = fill?.type === 'pattern' && fill.pattern === 'solid' ? colorOf(fill.fgColor) : undefined;
  const fontColor = colorOf(font?.color);
  return {
    ...(numFmt === undefined ? {} : { numberFormat: numFmt }),
    ...(fillColor === undefined ? {} : { fillColor }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(font?.size === undefined ? {} : { fontSize: font.size }),
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: font?.underline ? 'Single' : 'None',
    strikethrough: font?.strikethrough ?? false,
    wrapText: alignment?.wrapText ?? false,
    indentLevel: alignment?.indent ?? 0,
    horizontalAlignment: HORIZONTAL[alignment?.horizontal ?? ''] ?? 'General',
    verticalAlignment: VERTICAL[alignment?.vertical ?? ''] ?? 'Bottom',
  };
}

/** Theme colours stay the default: a preview need not know every palette. */
const colorOf = (color: { readonly rgb?: string } | undefined): string | undefined =>
  color?.rgb === undefined ? undefined : `#${color.rgb.slice(-6).toUpperCase()}`;
