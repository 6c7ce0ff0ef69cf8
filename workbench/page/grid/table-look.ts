// How Excel tables look: header line, bands and totals by the family of the table's style, in the workbench's own colours.
import type { CSSProperties } from 'react';
import { lastColumn, lastRow } from '../../host/model/area.ts';
import type { Sheet, Table } from '../../host/model/shape.ts';

interface Family {
  readonly header: CSSProperties;
  readonly band: string;
  readonly edge: string;
}

const LIGHT: Family = {
  header: {
    fontWeight: 700,
    borderTop: '1px solid #3c4043',
    borderBottom: '1px solid #3c4043',
    backgroundColor: '#fff',
  },
  band: '#f1f3f4',
  edge: '1px solid #3c4043',
};
const MEDIUM: Family = {
  header: { fontWeight: 700, color: '#fff', backgroundColor: '#3b78c4' },
  band: '#e4edf8',
  edge: '1px solid #3b78c4',
};
const DARK: Family = {
  header: { fontWeight: 700, color: '#fff', backgroundColor: '#202124' },
  band: '#dadce0',
  edge: '1px solid #202124',
};

function familyOf(style: string): Family | undefined {
  if (/Light/.test(style)) return LIGHT;
  if (/Medium/.test(style)) return MEDIUM;
  return /Dark/.test(style) ? DARK : undefined;
}

/** A table cell's place in its table, for whoever paints it; undefined outside tables. */
export interface TableCell {
  readonly table: Table;
  readonly isHeader: boolean;
  readonly look: CSSProperties;
}

/** Returns a quick look-up for one sheet. */
export function tableLooks(sheet: Sheet): (row: number, column: number) => TableCell | undefined {
  const tables = sheet.workbook.tables.all(sheet);
  return (row, column) => {
    const table = tables.find(({ area }) => isInside(area, row, column));
    if (!table) return undefined;
    const isHeader = table.showHeaders && row === table.area.row;
    return { table, isHeader, look: lookOf(table, row, isHeader) };
  };
}

const isInside = (area: Table['area'], row: number, column: number): boolean =>
  row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);

function lookOf(table: Table, row: number, isHeader: boolean): CSSProperties {
  const family = familyOf(table.style);
  if (!family) return {};
  if (isHeader) return family.header;
  const isLast = row === lastRow(table.area);
  const isBand = table.showBandedRows && (row - table.area.row) % 2 === 1;
  return {
    ...(isBand ? { backgroundColor: family.band } : {}),
    ...(isLast ? { borderBottom: family.edge } : {}),
    ...(isLast && table.showTotals ? { borderTop: family.edge, fontWeight: 700 } : {}),
  };
}
