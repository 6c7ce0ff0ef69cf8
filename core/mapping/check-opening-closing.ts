// Two balances printed on rows that are no data: what was there, and all that moved, is what is there now.
import { type Amount, ZERO, add, negate, subtract } from '../money.ts';
import { textOfCell } from '../sheet-table.ts';
import { type CheckedFile, type CheckResult, compared } from './checked-file.ts';
import type { Check, PrintedBalance } from './mapping-rules.ts';
import { normalizeHeader } from './normalize-header.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import { termMatches } from './row-checks.ts';
import type { SheetRow } from './sheet-row.ts';

type Rule = Extract<Check, { check: 'openingClosing' }>;

/** The declared total is closing less opening. Without both balances nothing is compared. */
export function checkOpeningClosing(rule: Rule, file: CheckedFile): CheckResult[] {
  const { opening, closing, closingMayBeMovement = false } = rule;
  const before = balanceAt(opening, file);
  const after = balanceAt(closing, file);
  if (before === null || after === null) return [];
  const name = `${opening.label} + Σ = ${closing.label}`;
  const found = file.net(file.entries);
  const isMovement = closingMayBeMovement && after.amount === found;
  const declared = isMovement ? after.amount : subtract(after.amount, before.amount);
  return [compared({ name, row: after.row, column: null, declared, found, declaresNet: true })];
}

/** The first row with the label and a figure, above the header first, then from the top. */
function balanceAt(rule: PrintedBalance, file: CheckedFile): { row: number; amount: Amount } | null {
  const wanted = normalizeHeader(rule.label);
  for (const line of [...file.sorted.preamble, ...file.sorted.footer]) {
    const place = line.cells.findIndex((cell) => normalizeHeader(textOfCell(cell)) === wanted);
    const amount = place < 0 ? null : figureOn(line, place, rule, file);
    if (amount !== null) return { row: line.row, amount };
  }
  return null;
}

/** In its columns, or the next filled cell on the right. An unreadable figure is none. */
function figureOn(row: SheetRow, place: number, { columns }: PrintedBalance, file: CheckedFile): Amount | null {
  if (columns === undefined) {
    const index = row.cells.findIndex((cell, at) => at > place && textOfCell(cell) !== '');
    return index < 0 ? null : amountAt(row, index, file);
  }
  let total: Amount = ZERO;
  const terms = termMatches(columns, file.context);
  if (terms.length < Object.keys(columns).length) return null;
  for (const { match, sign } of terms) {
    const amount = amountAt(row, match.index, file);
    if (amount === null) return null;
    total = add(total, sign === '+' ? amount : negate(amount));
  }
  return total;
}

function amountAt(row: SheetRow, index: number, { reader }: CheckedFile): Amount | null {
  const amount = reader.peekIn(row, index, readAmount);
  return isUnreadable(amount) ? null : (amount ?? ZERO);
}
