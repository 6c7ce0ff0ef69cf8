// Rectangles of cells and their A1 addresses. Rows and columns count from 0; addresses are Excel's, from 1 and A.

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const cellArea = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const cellCount = (area: Area): number => area.rows * area.columns;
export const coversColumns = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const coversRows = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isUnbounded = (area: Area): boolean => coversColumns(area) || coversRows(area);
export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export function isOnSheet(area: Area): boolean {
  const whole = [area.row, area.column, area.rows, area.columns].every(Number.isInteger);
  const starts = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
  return whole && starts && lastRow(area) < MAX_ROWS && lastColumn(area) < MAX_COLUMNS;
}

export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(lastRow(a), lastRow(b)) - row + 1;
  return { row, column, rows, columns: Math.max(lastColumn(a), lastColumn(b)) - column + 1 };
}

export const containsArea = (outer: Area, inner: Area): boolean => {
  const common = intersect(outer, inner);
  return common !== undefined && sameArea(common, inner);
};

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const ADDRESS = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/;

/** Reads `A1`, `A1:C3`, `A:C`, `2:5` (dollar signs allowed); undefined when the text is no such address. */
export function parseArea(text: string): Area | undefined {
  const match = ADDRESS.exec(text.trim());
  if (!match) return undefined;
  const isRange = text.includes(':');
  const [, columnA, rowA] = match;
  const [columnB, rowB] = isRange ? [match[3], match[4]] : [columnA, rowA];
  if (!isRange && (columnA === undefined || rowA === undefined)) return undefined;
  if ((columnA === undefined) !== (columnB === undefined) || (rowA === undefined) !== (rowB === undefined))
    return undefined;
  if (columnA === undefined && rowA === undefined) return undefined;
  const [left, right] = order(columnA, columnB, columnNumber, MAX_COLUMNS);
  const [top, bottom] = order(rowA, rowB, (digits) => Number(digits) - 1, MAX_ROWS);
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return isOnSheet(area) ? area : undefined;
}

function order(
  a: string | undefined,
  b: string | undefined,
  read: (text: string) => number,
  size: number,
): [number, number] {
  if (a === undefined || b === undefined) return [0, size - 1];
  const [first, second] = [read(a), read(b)];
  return [Math.min(first, second), Math.max(first, second)];
}

export function formatArea(area: Area): string {
  const columns = [columnName(area.column), columnName(lastColumn(area))];
  const rows = [String(area.row + 1), String(lastRow(area) + 1)];
  if (coversRows(area)) return rows.join(':');
  if (coversColumns(area)) return columns.join(':');
  const first = `${columns[0]}${rows[0]}`;
  return cellCount(area) === 1 ? first : `${first}:${columns[1]}${rows[1]}`;
}

/** Sheet names stand in quotes unless they are plain words; Chinese words are plain. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseArea(name) === undefined;
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `Orders!A1` or `'My sheet'!A1`; without a sheet the first part is undefined. */
export function splitAddress(text: string): { readonly sheet: string | undefined; readonly address: string } {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { sheet: undefined, address: text };
  const name = text.slice(0, mark).replace(/^=/, '');
  const quoted = /^'(.*)'$/.exec(name);
  return { sheet: quoted ? (quoted[1] ?? '').replaceAll("''", "'") : name, address: text.slice(mark + 1) };
}
