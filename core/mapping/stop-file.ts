// Reasons to stop a file though its report is known: values without meaning, styles nobody can tell, no currency.
import type { Refusal, RefusalCode, RowProblem, StyleQuestion, UnknownValue } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import type { Recognised } from './detect-mapping.ts';

function stop(table: SheetTable, { mapping, headerRow }: Recognised, code: RefusalCode, columns: string[]): Refusal {
  const nearest = { id: mapping.id, title: mapping.title };
  return { code, file: table.file, sheet: table.sheet, nearest, row: headerRow, columns };
}

/** Dates and numbers are asked one after the other: each has its own sentence. */
export function refusalOfStyles(
  table: SheetTable,
  recognised: Recognised,
  questions: readonly StyleQuestion[],
): Refusal | null {
  const numbers = questions.filter(({ about }) => about === 'numbers');
  const asked = numbers.length > 0 ? numbers : questions;
  if (asked.length === 0) return null;
  const code = numbers.length > 0 ? 'AMBIGUOUS_NUMBERS' : 'AMBIGUOUS_DATES';
  const columns = asked.map(({ column }) => column);
  return { ...stop(table, recognised, code, columns), questions: asked };
}

/** @param question null where nobody can answer: the file should say it */
export function refusalOfCurrency(table: SheetTable, recognised: Recognised, question: StyleQuestion | null): Refusal {
  const refusal = stop(table, recognised, 'CURRENCY_NOT_FOUND', []);
  return question ? { ...refusal, questions: [question] } : refusal;
}

/** The day of payout stands nowhere in such files, and one is not guessed from the days of the orders. */
export function refusalOfPaidOutOn(table: SheetTable, recognised: Recognised): Refusal {
  const question: StyleQuestion = { about: 'paidOutOn', column: '', row: recognised.headerRow, value: '', choices: [] };
  return { ...stop(table, recognised, 'PAYOUT_DAY_NOT_FOUND', []), questions: [question] };
}

export function refusalOfValues(
  table: SheetTable,
  recognised: Recognised,
  values: readonly UnknownValue[],
): Refusal | null {
  if (values.length === 0) return null;
  const columns = [...new Set(values.flatMap((value) => value.columns))];
  return { ...stop(table, recognised, 'UNKNOWN_VALUES', columns), values };
}

/** The same values as problems at their first rows, so that a list of problems names them too. */
export function unknownProblems(values: readonly UnknownValue[]): RowProblem[] {
  return values.map(({ columns, values: words, count, firstRow }) => ({
    code: 'VALUE_UNKNOWN',
    row: firstRow,
    column: columns[0] ?? null,
    details: { column: columns.join(' + '), value: words.join(' + '), count: String(count) },
  }));
}
