// RangeSort and the sorting of table bodies: by values, numbers before texts before booleans, empty cells last.
import { HostError } from '../host-error.ts';
import type { Area } from '../model/area.ts';
import { isUnbounded } from '../model/area.ts';
import type { CellValue } from '../model/cell-grid.ts';
import type { CellWrite, Sheet } from '../model/shape.ts';
import type { WireClass, WireObject } from '../wire-object.ts';
import { asRecord, wireObject } from '../wire-object.ts';
import type { RangeTarget } from './range-target.ts';

interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

function sortFields(value: unknown): SortField[] {
  if (!Array.isArray(value)) throw new HostError('InvalidArgument');
  return value.map((each) => {
    const { key, ascending = true } = asRecord(each);
    return { key: Number(key), ascending: ascending !== false && ascending !== null };
  });
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;
const rank = (value: CellValue): number => (value === '' ? 3 : RANK[typeof value as keyof typeof RANK]);

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === '' || b === '') return rank(a) - rank(b);
  const order =
    typeof a === 'string' && typeof b === 'string'
      ? a.localeCompare(b, 'en')
      : rank(a) - rank(b) || Number(a) - Number(b);
  return ascending ? order : -order;
}

/** Moves values and formula texts of whole rows within the area. */
export function sortArea(sheet: Sheet, area: Area, fields: unknown): void {
  if (isUnbounded(area)) throw new HostError('InvalidArgument');
  const order = sortFields(fields);
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index);
  const valueAt = (row: number, { key }: SortField) => sheet.value(row, area.column + key);
  rows.sort((a, b) => {
    for (const field of order) {
      const difference = compare(valueAt(a, field), valueAt(b, field), field.ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const cells = rows.map((row) =>
    Array.from({ length: area.columns }, (_, index): { value: CellValue; formula: string | undefined } => ({
      value: sheet.grid.value(row, area.column + index),
      formula: sheet.grid.formula(row, area.column + index),
    })),
  );
  place(sheet, area, cells);
}

function place(sheet: Sheet, area: Area, cells: { value: CellValue; formula: string | undefined }[][]): void {
  const values: CellWrite[][] = cells.map((line) => line.map((cell) => cell.value));
  sheet.load(values, area);
  cells.forEach((line, row) =>
    line.forEach(({ formula }, column) => {
      if (formula !== undefined) sheet.grid.setFormula(area.row + row, area.column + column, formula);
    }),
  );
}

export const rangeSortClass: WireClass<RangeTarget> = {
  name: 'RangeSort',
  properties: {},
  links: {},
  methods: {
    apply: ({ sheet, area }, args) => {
      const headers = args.flag(2, false) ? 1 : 0;
      sortArea(sheet, { ...area, row: area.row + headers, rows: area.rows - headers }, args.raw(0));
    },
  },
};

export const rangeSortOf = (range: RangeTarget): WireObject => wireObject(rangeSortClass, range);
