// From a bank or wallet statement that was read and proved (core/mapping) to lines of the account: with the balance the
// statement prints, the words that may name a payout, and an identity that finds the same line in another file.
import type { RuleContext } from '../mapping/ask-row.ts';
import { fingerprint } from '../fingerprint.ts';
import { decideStyles, type ReadingAnswers } from '../mapping/decide-styles.ts';
import type { RecognisedPayout } from '../mapping/detect-mapping.ts';
import { isNamed } from '../mapping/named-columns.ts';
import type { NormalizedPayout } from '../mapping/normalize-payout.ts';
import { cellRulesOf, isUnreadable, readAmount } from '../mapping/read-cells.ts';
import { RowReader } from '../mapping/read-row.ts';
import { type SortedRow, sortRows } from '../mapping/sort-rows.ts';
import { add, type Amount, ZERO } from '../money.ts';
import type { ComponentType, PayoutLine } from '../payout.ts';
import type { SheetTable } from '../sheet-table.ts';
import { FIELD_LENGTH_MAX } from '../short-text.ts';
import type { BankLine, BankPart } from './bank-line.ts';
import { groupBy } from './group-by.ts';
import { referenceWords } from './reference-words.ts';

/** A line that is not yet placed in an account: the sheet does not say whose statement it is. */
export type StatementLine = Omit<BankLine, 'account'>;

/** The accepted lines of a statement, in the order of the sheet. */
export function bankLinesOfSheet(
  table: SheetTable,
  recognised: RecognisedPayout,
  { lines }: Pick<NormalizedPayout, 'lines'>,
  answers: ReadingAnswers = {},
): StatementLine[] {
  const context: RuleContext = { columns: recognised.columns, rules: cellRulesOf(recognised.mapping) };
  const { rows } = sortRows(table, recognised, context);
  const reader = new RowReader(context.rules, decideStyles(rows, recognised, context.rules, answers).ofColumn);
  const printed = new Map(rows.map((row) => [row.row, row]));
  const read = { balance: balanceReader(recognised, reader), texts: textReader(recognised) };
  return named(
    lines.map((line) => {
      const row = printed.get(line.sourceRow);
      return { line, balance: row ? read.balance(row) : null, ...(row ? read.texts(row) : NO_TEXTS) };
    }),
  );
}

/** The running balance that the mapping checks; the file has none where the mapping names none. */
function balanceReader({ mapping, columns }: RecognisedPayout, reader: RowReader): (row: SortedRow) => Amount | null {
  const rule = mapping.checks?.find(({ check }) => check === 'runningBalance');
  const name = rule?.check === 'runningBalance' ? rule.column : null;
  const match = columns.find(({ column }) => name !== null && isNamed(column, name));
  if (!match) return () => null;
  return (row) => {
    const balance = reader.peekIn(row, match.index, readAmount);
    return isUnreadable(balance) ? null : balance;
  };
}

interface Texts {
  readonly description: string;
  /** What the statement says of the line, in a few digits that give none of it away. */
  readonly mark: string;
}

const NO_TEXTS: Texts = { description: '', mark: '' };
const MARK_LENGTH = 8;

/**
 * Columns that the mapping calls notes. A personal column never leaves the sheet, and numbers are not text. Required
 * notes tell lines apart: a mapping that learns of a further column names no line anew.
 */
function textReader({ columns }: RecognisedPayout): (row: SortedRow) => Texts {
  const notes = columns.filter(({ column }) => column.as === 'note');
  const required = notes.filter(({ column }) => column.required);
  return ({ cells }) => {
    const textOf = (some: typeof notes) =>
      some
        .map(({ index }) => cells[index])
        .filter((cell) => typeof cell === 'string')
        .join(' ');
    const description = referenceWords(textOf(notes)).join(' ').slice(0, FIELD_LENGTH_MAX);
    const told = textOf(required).normalize('NFKC').replace(/\s+/g, '');
    return { description, mark: told === '' ? '' : fingerprint(told).slice(0, MARK_LENGTH) };
  };
}

interface ReadLine extends Texts {
  readonly line: PayoutLine;
  readonly balance: Amount | null;
}

/**
 * Lines with their identities. What the platform numbers keeps its number. Else the content, texts included, and which
 * of its equals the line is: counted in the order in which the balance passed them, since files run either way round.
 */
function named(lines: readonly ReadLine[]): StatementLine[] {
  const identities = new Map<ReadLine, string>();
  for (const [content, equals] of groupBy(lines, contentOf)) {
    [...equals].sort(byBalance).forEach((one, at) => {
      identities.set(one, isNumbered(one) ? content : `${content}#${at + 1}`);
    });
  }
  return lines.map((one) => statementLine(one, identities.get(one) ?? ''));
}

/** `id:…` is the platform's own number (core/mapping/line-identity.ts). */
const isNumbered = ({ line }: ReadLine) => line.identity.startsWith('id:');

/** A statement may name orders; the identity of a payout line counts within its order number. */
function contentOf(one: ReadLine): string {
  const { orderNumber, identity } = one.line;
  const own = isNumbered(one) ? identity : `${identity.replace(/#\d+$/, '')}|${one.mark}`;
  return orderNumber === null ? own : `${orderNumber}|${own}`;
}

/** Money in raises the balance and money out lowers it, so the balances of equal lines tell which came first. */
function byBalance(left: ReadLine, right: ReadLine): number {
  const [before, after] = [left.balance ?? ZERO, right.balance ?? ZERO];
  const rise = left.line.net < 0 ? after - before : before - after;
  return rise === 0 ? left.line.sourceRow - right.line.sourceRow : rise;
}

function statementLine({ line, balance, description }: ReadLine, identity: string): StatementLine {
  const { paidOutOn, net, currency, reference, sourceRow } = line;
  return {
    identity,
    bookedOn: paidOutOn,
    amount: net,
    currency,
    reference,
    description,
    balance,
    parts: partsOf(line),
    sourceRow,
  };
}

/** Σ components by what they are for; several columns may hold one kind. */
function partsOf({ components }: PayoutLine): BankPart[] {
  const sums = new Map<ComponentType, Amount>();
  for (const { type, amount } of components) sums.set(type, add(sums.get(type) ?? ZERO, amount));
  return [...sums].filter(([, amount]) => amount !== ZERO).map(([type, amount]) => ({ type, amount }));
}
