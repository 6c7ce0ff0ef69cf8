// The rows below a header, sorted before any of them is read: data, sums, what is set aside, and the footer.
import type { RowProblem, UnknownValue } from '../problem.ts';
import { type Cell, type SheetTable, isBlankRow, sheetRow } from '../sheet-table.ts';
import { type RowQuestion, type RuleContext, questionOf } from './ask-row.ts';
import type { ColumnMatch, Recognised } from './detect-mapping.ts';
import type { RowRule } from './mapping-rules.ts';
import type { SheetRow } from './sheet-row.ts';
import { RowStates } from './row-states.ts';
import { strayRows } from './stray-rows.ts';
import { totalWords } from './total-rows.ts';

/** A row that is not blank, and what it is. */
export interface SortedRow extends SheetRow {
  readonly is: 'detail' | 'total' | 'groupTotal' | 'charge' | 'excluded';
  /** The rule that says so; null for ordinary rows, and for a total that says so itself. */
  readonly rule: RowRule | null;
}

export interface SortedRows {
  /** Blank, skipped and footer rows are not in it. In the order of the sheet. */
  readonly rows: readonly SortedRow[];
  /** Rows above the header. */
  readonly preamble: readonly SheetRow[];
  /** Rows from the one that ends the data. Skipped rows among the data are in it too: checks look for words there. */
  readonly footer: readonly SheetRow[];
  /** Rows that are no data though no rule says so, each told once. They are in the footer. */
  readonly strays: readonly RowProblem[];
  /** Words of `states` that the mapping does not know: they stop the file. */
  readonly unknown: readonly UnknownValue[];
  /** Rows below the header. */
  readonly read: number;
}

export function sortRows(table: SheetTable, recognised: Recognised, context: RuleContext): SortedRows {
  const { mapping, headerIndex } = recognised;
  const kindOf = kinds(mapping.rows ?? [], context);
  const fill = filler(recognised.columns);
  const firstData = headerIndex + (mapping.header.dataOffset ?? 1);
  const strayIn = strayRows(recognised);
  const totalIn = totalWords(recognised);
  const saysTotal = (cells: readonly Cell[]) => recognised.kind === 'payout' && totalIn(cells) !== null;
  const states = new RowStates(mapping, context);
  const rows: SortedRow[] = [];
  const strays: RowProblem[] = [];
  const footer: SheetRow[] = [];
  let ended = false;
  for (let index = headerIndex + 1; index < table.rows.length; index++) {
    const printed = table.rows[index] ?? [];
    if (isBlankRow(printed)) continue;
    const row = sheetRow(table, index);
    const kind: Kind = ended || index < firstData ? NO_DATA : kindOf(printed);
    const stray = kind === DETAIL ? strayIn(printed) : null;
    const { is, rule } = kind === DETAIL && saysTotal(printed) ? TOTAL : kind;
    ended ||= is === 'end';
    if (stray) strays.push({ ...stray, row, column: null });
    if (stray || is === 'end' || is === 'skip') footer.push({ row, cells: printed });
    else rows.push(stated({ row, cells: fill(printed), is, rule }, states));
  }
  const read = table.rows.length - headerIndex - 1;
  return { rows, footer, strays, unknown: states.unknown, preamble: preambleOf(table, headerIndex), read };
}

/** What counts by the rules may still be set aside by the word of a state. */
function stated(sorted: SortedRow, states: RowStates): SortedRow {
  if (sorted.is !== 'detail' && sorted.is !== 'charge') return sorted;
  const aside = states.of(sorted.cells, sorted.row);
  return aside ? { ...sorted, is: 'excluded', rule: aside } : sorted;
}

function preambleOf(table: SheetTable, headerIndex: number): SheetRow[] {
  return table.rows.slice(0, headerIndex).map((cells, index) => ({ row: sheetRow(table, index), cells }));
}

interface Kind {
  readonly is: RowRule['is'];
  readonly rule: RowRule | null;
}

const NO_DATA: Kind = { is: 'skip', rule: null };
const DETAIL: Kind = { is: 'detail', rule: null };
const TOTAL: Kind = { is: 'total', rule: null };

function kinds(rules: readonly RowRule[], context: RuleContext): (cells: readonly Cell[]) => Kind {
  const asked: (readonly [RowQuestion, Kind])[] = rules.map((rule) => [
    questionOf(rule.when, context),
    { is: rule.is, rule },
  ]);
  return (cells) => asked.find(([holds]) => holds(cells))?.[1] ?? DETAIL;
}

/** Puts the nearest value above into the empty cells of columns that say so (Amazon prints its deposit day once). */
function filler(columns: readonly ColumnMatch[]): (cells: readonly Cell[]) => readonly Cell[] {
  const filled = columns.filter(({ column }) => column.fillDown).map(({ index }) => index);
  if (filled.length === 0) return (cells) => cells;
  const last = new Map<number, Cell>();
  return (cells) => {
    const own = [...cells];
    for (const index of filled) {
      const cell = own[index] ?? null;
      if (cell !== null && cell !== '') last.set(index, cell);
      else own[index] = last.get(index) ?? null;
    }
    return own;
  };
}
