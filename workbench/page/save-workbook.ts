// Writes the whole workbook as xlsx: values, formulas with their results, looks, tables, widths, frozen panes, conditional formats.
import type { CellStyle as FileStyle, Cell, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { formatArea } from '../host/model/area.ts';
import type { BorderLine, CellStyle } from '../host/model/cell-style.ts';
import type { ExportedCell, ExportedSheet } from '../host/model/export-workbook.ts';
import { exportWorkbook } from '../host/model/export-workbook.ts';
import { escapeCodes } from '../../files/shared-texts.ts';
import type { ConditionalFormat, Workbook } from '../host/model/shape.ts';

export async function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { styles, sheets, activeSheet } = exportWorkbook(workbook);
  const looks = styles.map((style, index) => (index === 0 ? undefined : fileStyle(style)));
  return writeXlsx({
    sheets: sheets.map((sheet) => fileSheet(sheet, looks)),
    activeSheet: sheets.findIndex((sheet) => sheet.name === activeSheet),
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

type Looks = readonly (FileStyle | undefined)[];

function fileSheet(sheet: ExportedSheet, looks: Looks): WriteSheet {
  const links = new Map(sheet.hyperlinks.map((link) => [`${link.row},${link.column}`, link]));
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, cells: line } of sheet.rows)
    for (const cell of line) {
      const link = links.get(`${row},${cell.column}`);
      const target = link && { hyperlink: { target: link.address ?? '', location: link.documentReference ?? '' } };
      cells.set(`${row},${cell.column}`, { ...fileCell(cell, looks), ...target });
    }
  return {
    name: sheet.name,
    cells,
    columns: fileColumns(sheet),
    rowDefs: fileRows(sheet),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      ...{ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 },
    })),
    freezePane: sheet.frozen,
    view: { showGridLines: sheet.showGridlines, ...(isHex(sheet.tabColor) ? { tabColor: hex(sheet.tabColor) } : {}) },
    hidden: sheet.visibility === 'Hidden',
    veryHidden: sheet.visibility === 'VeryHidden',
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: formatArea(table.area),
      columns: table.columns.map((name) => ({ name: escapeCodes(name) })),
      style: table.style,
      showRowStripes: table.showBandedRows,
      showAutoFilter: table.showFilterButton,
    })),
    conditionalRules: sheet.conditionalFormats.flatMap(fileRule),
  };
}

function fileCell({ value, formula, style }: ExportedCell, looks: Looks): Partial<Cell> {
  const look = looks[style];
  const content = formula === undefined ? { value: value === '' ? null : asText(value) } : fileFormula(formula, value);
  return look ? { ...content, style: look } : content;
}

const fileFormula = (formula: string, value: ExportedCell['value']): Partial<Cell> => ({
  ...{ value: asText(value), formula: formula.replace(/^=/, ''), formulaResult: asText(value) },
});

const asText = (value: ExportedCell['value']) => (typeof value === 'string' ? escapeCodes(value) : value);

const CHARACTERS_PER_POINT = 1 / 5.25;
const PADDING_POINTS = 3.75;

function fileColumns({ columnWidths, hiddenColumns }: ExportedSheet): NonNullable<WriteSheet['columns']> {
  const count = Math.max(-1, ...columnWidths.keys(), ...hiddenColumns) + 1;
  return Array.from({ length: count }, (_, column) => {
    const points = columnWidths.get(column);
    const width = points === undefined ? {} : { width: Math.max(0, (points - PADDING_POINTS) * CHARACTERS_PER_POINT) };
    return hiddenColumns.has(column) ? { ...width, hidden: true } : width;
  });
}

function fileRows({ rowHeights, hiddenRows }: ExportedSheet): NonNullable<WriteSheet['rowDefs']> {
  const rows = new Set([...rowHeights.keys(), ...hiddenRows]);
  return new Map(
    [...rows].map((row) => {
      const height = rowHeights.get(row);
      return [row, { ...(height === undefined ? {} : { height }), hidden: hiddenRows.has(row) }];
    }),
  );
}

function fileRule(rule: ConditionalFormat, index: number): ConditionalRule[] {
  if (rule.type !== 'Custom' || typeof rule.rule !== 'string') return [];
  const { fillColor, fontColor, bold } = rule.format;
  const style: FileStyle = {
    ...(isHex(fillColor) ? { fill: { type: 'pattern', pattern: 'solid', bgColor: hex(fillColor) } } : {}),
    ...(isHex(fontColor) || bold === true
      ? { font: { ...(isHex(fontColor) ? { color: hex(fontColor) } : {}), bold: bold === true } }
      : {}),
  };
  const formula = rule.rule.replace(/^=/, '');
  return [
    {
      type: 'expression',
      priority: index + 1,
      formula,
      range: formatArea(rule.area),
      style,
      stopIfTrue: rule.stopIfTrue,
    },
  ];
}

const isHex = (color: unknown): color is string => typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color);
const hex = (color: string): { rgb: string } => ({ rgb: color.slice(1).toUpperCase() });

function fileStyle(style: CellStyle): FileStyle {
  const { fillColor, fontColor, numberFormat, borders } = style;
  return {
    numFmt: numberFormat,
    font: {
      ...{ name: style.fontName, size: style.fontSize, bold: style.bold, italic: style.italic },
      ...(isHex(fontColor) ? { color: hex(fontColor) } : {}),
      ...(style.underline === 'None' ? {} : { underline: true }),
      ...(style.strikethrough ? { strikethrough: true } : {}),
    },
    ...(isHex(fillColor) ? { fill: { type: 'pattern', pattern: 'solid', fgColor: hex(fillColor) } } : {}),
    alignment: fileAlignment(style),
    border: {
      ...fileBorder('top', borders.top),
      ...fileBorder('bottom', borders.bottom),
      ...fileBorder('left', borders.left),
      ...fileBorder('right', borders.right),
    },
  };
}

const HORIZONTAL = { Left: 'left', Right: 'right', Center: 'center', Justify: 'justify' } as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom' } as const;

function fileAlignment(style: CellStyle): NonNullable<FileStyle['alignment']> {
  const horizontal = HORIZONTAL[style.horizontalAlignment as keyof typeof HORIZONTAL] as 'left' | undefined;
  const vertical = VERTICAL[style.verticalAlignment as keyof typeof VERTICAL] as 'top' | undefined;
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.wrapText ? { wrapText: true } : {}),
    ...(style.indentLevel > 0 ? { indent: style.indentLevel } : {}),
  };
}

function fileBorder(side: string, line: BorderLine | undefined): NonNullable<FileStyle['border']> {
  if (!line || line.style === 'None') return {};
  const style = ({ Medium: 'medium', Thick: 'thick', Hairline: 'hair' } as const)[line.weight as 'Medium'] ?? 'thin';
  return { [side]: { style, ...(isHex(line.color) ? { color: hex(line.color) } : {}) } };
}
