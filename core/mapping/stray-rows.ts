// Rows among or below the data that people or programs left there: the header once more, a remark, the sum of the orders.
// They are told and skipped: a remark must not keep the sum of the file from being proved, and one header is worth one
// sentence. The total of a payout report is none of them: it proves the rows.
import type { RowProblem } from '../problem.ts';
import { type Cell, textOfCell } from '../sheet-table.ts';
import type { Recognised } from './detect-mapping.ts';
import { normalizeHeader } from './normalize-header.ts';
import { totalWords } from './total-rows.ts';

export type StrayRow = Pick<RowProblem, 'code' | 'details'>;

/** A remark fills no more cells: who made the sheet, and a word before it. */
const CELLS_OF_REMARK = 2;
/** A row of a report with so many required columns cannot be one in which so few cells are filled. */
const REQUIRED_COLUMNS = 3;

/** Columns in which a text without any digit is no value of a row; in all others the row is left to be read. */
const REMARK_STANDS_IN: readonly string[] = [
  ...['orderNumber', 'reference', 'paidOutOn', 'orderedOn', 'paidOn', 'shippedOn', 'completedOn'],
];

/** Says of a row that no rule names whether it is such a row; null where it is to be read. */
export function strayRows(recognised: Recognised): (cells: readonly Cell[]) => StrayRow | null {
  const { columns } = recognised;
  const names = columns.map(({ header, index }) => ({ index, name: normalizeHeader(header) }));
  const roles = new Map(columns.map(({ column, index }) => [index, column.as]));
  const isWide = columns.filter(({ column }) => column.required).length >= REQUIRED_COLUMNS;
  const totalIn = totalWords(recognised);
  return (cells): StrayRow | null => {
    if (repeatsHeader(cells, names)) return { code: 'HEADER_REPEATED', details: {} };
    const total = recognised.kind === 'orders' ? totalIn(cells) : null;
    if (total !== null) return { code: 'TOTAL_SKIPPED', details: { value: total } };
    const remark = isWide ? remarkIn(cells, roles) : null;
    return remark === null ? null : { code: 'REMARK_SKIPPED', details: { value: remark } };
  };
}

interface NamedPlace {
  readonly index: number;
  readonly name: string;
}

/** Every filled cell of a column that is read says what its header says, and most columns are filled. */
function repeatsHeader(cells: readonly Cell[], names: readonly NamedPlace[]): boolean {
  let same = 0;
  for (const { index, name } of names) {
    const cell = cells[index];
    if (typeof cell === 'number' || typeof cell === 'boolean') return false;
    const text = textOfCell(cell);
    if (text === '') continue;
    // Most rows are data: a digit tells that without normalising anything.
    if (BEGINS_WITH_DIGIT.test(text) && !BEGINS_WITH_DIGIT.test(name)) return false;
    if (normalizeHeader(text) !== name) return false;
    same++;
  }
  return same > 1 && same * 2 > names.length;
}

const BEGINS_WITH_DIGIT = /^\d/;

/** The few filled cells of a remark with their places; null once there are too many for one. */
function fewFilled(cells: readonly Cell[]): { readonly cell: Cell; readonly index: number }[] | null {
  const filled: { cell: Cell; index: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell === null || textOfCell(cell) === '') continue;
    filled.push({ cell, index });
    if (filled.length > CELLS_OF_REMARK) return null;
  }
  return filled;
}

function remarkIn(cells: readonly Cell[], roles: ReadonlyMap<number, string>): string | null {
  const filled = fewFilled(cells);
  if (filled === null) return null;
  const isRemark = filled.every(({ cell, index }) => {
    const role = roles.get(index);
    if (typeof cell !== 'string') return false;
    if (role === 'note' || role === 'personal') return true;
    return (role === undefined || REMARK_STANDS_IN.includes(role)) && !/\p{Nd}/u.test(cell);
  });
  return isRemark ? filled.map(({ cell }) => textOfCell(cell)).join(' ') : null;
}
