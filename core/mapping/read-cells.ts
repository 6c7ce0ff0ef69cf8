// One cell, read strictly by the role of its column. A cell is a value, empty, or unreadable: never a guess, never zero.
import { type BusinessDate, dayOf, dayOfSerial } from '../business-date.ts';
import { type Amount, amountOfNumber, amountOfText, negate } from '../money.ts';
import type { RowProblemCode } from '../problem.ts';
import type { Cell } from '../sheet-table.ts';
import type { Mapping } from './mapping.ts';

/** Why a cell could not be read. */
export interface Unreadable {
  readonly code: RowProblemCode;
}

/** What a cell says: a value, null when it is empty, or why it cannot be read. */
export type Reading<T extends string | number> = T | null | Unreadable;

/** How a role reads a cell. */
export type CellReader<T extends string | number> = (cell: Cell | undefined, rules: CellRules) => Reading<T>;

/** A mapping's rules for cells, prepared once per sheet. */
export interface CellRules {
  readonly empty: ReadonlySet<string>;
  /** An amount as printed: sign, currency mark and brackets around digits with or without thousands separators. */
  readonly amount: RegExp;
}

const AMOUNT_UNREADABLE: Unreadable = { code: 'AMOUNT_UNREADABLE' };
const AMOUNT_IS_PERCENT: Unreadable = { code: 'AMOUNT_IS_PERCENT' };
const DATE_UNREADABLE: Unreadable = { code: 'DATE_UNREADABLE' };
const QUANTITY_UNREADABLE: Unreadable = { code: 'QUANTITY_UNREADABLE' };
const ID_PRECISION_LOST: Unreadable = { code: 'ID_PRECISION_LOST' };

export function isUnreadable(reading: Reading<string | number>): reading is Unreadable {
  return typeof reading === 'object' && reading !== null;
}

export function cellRulesOf(mapping: Pick<Mapping, 'emptyMarkers' | 'currencyMarks'>): CellRules {
  const marks = mapping.currencyMarks.map((mark) => RegExp.escape_(plain(mark)));
  return { empty: new Set(mapping.emptyMarkers.map(plain)), amount: amountPattern(marks) };
}
