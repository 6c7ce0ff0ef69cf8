// Small sheets for the page's tests, written as a person would type them.
import type { Sheet } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import type { Spot } from '../../../workbench/page/grid/selected-cells.ts';
import { parseArea } from '../../../workbench/host/model/area.ts';
import type { Area } from '../../../workbench/host/model/area.ts';

/** A sheet named Sheet1 with these inputs from A1 on; `.` is an empty cell. */
export function sheetOf(...lines: string[]): Sheet {
  const { activeSheet } = new Workbook();
  lines.forEach((line, row) =>
    line.split(/\s*\|\s*/).forEach((text, column) => {
      if (text !== '.' && text !== '') activeSheet.write({ row, column, rows: 1, columns: 1 }, [[text]]);
    }),
  );
  return activeSheet;
}

export function area(address: string): Area {
  const found = parseArea(address);
  if (!found) throw new Error(`${address} is no address`);
  return found;
}

export function spot(address: string): Spot {
  const { row, column } = area(address);
  return { row, column };
}
