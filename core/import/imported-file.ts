// What the result worksheets say about the sheets of a run: those that were pushed, and those that were left alone.
import type { BatchAnswer, BatchHeader } from '../api.ts';
import type { BankAnswer } from '../bank/bank-api.ts';
import type { Translated } from '../language.ts';
import { textOfAmount } from '../money.ts';
import type { NormalizedPayout } from '../mapping/normalize-payout.ts';
import type { RowProblem } from '../problem.ts';
import type { ResultFile } from '../worksheets/result-context.ts';
import type { NormalizedSheet } from './normalize-sheet.ts';

/** A sheet (or its part in one currency) with what the push did with its rows. */
export interface PushedRows {
  readonly report: Translated;
  readonly header: BatchHeader;
  readonly rows: NormalizedSheet;
  readonly answer: BatchAnswer;
}

export function importedFile({ report, header, rows, answer }: PushedRows): ResultFile {
  return {
    ...header.source,
    shop: header.shop.name,
    kind: header.kind,
    report,
    currency: header.currency,
    rows: header.rows,
    proof: header.proof,
    problems: problemsOf({ rows, answer }),
    lines: rows.kind === 'payout' ? rows.lines : [],
    repeatedRows: answer.rows.filter(({ outcome }) => outcome === 'unchanged').map(({ row }) => row),
  };
}

/** Unreadable rows, and beside them the rows that differ from what the books hold; by row. */
export function problemsOf({ rows, answer }: Pick<PushedRows, 'rows' | 'answer'>): RowProblem[] {
  const conflicts = answer.rows
    .filter(({ outcome }) => outcome === 'conflict')
    .map(({ row, fields, nets }): RowProblem => {
      const amounts = nets && { value: textOfAmount(nets.pushed), held: textOfAmount(nets.held) };
      return { code: 'CONFLICT', row, column: null, details: { fields: fields.join(', '), ...amounts } };
    });
  return [...rows.problems, ...conflicts].sort((left, right) => left.row - right.row);
}

/** A statement with the answers of the accounts that its lines went to. */
interface StatementPlace extends Pick<ResultFile, 'file' | 'sheet'> {
  readonly report: Translated;
  readonly read: Pick<NormalizedPayout, 'currency' | 'rows' | 'problems'>;
  readonly answers: readonly Pick<BankAnswer, 'account'>[];
}

/** Without an account that took its lines (a list of payouts has none) it is a sheet that nothing was taken of. */
export function statementFile({ answers, read, ...place }: StatementPlace): ResultFile {
  if (answers.length === 0) return unusedFile(place.file, place.sheet, read.rows.read);
  const accounts = [...new Set(answers.map(({ account }) => account))];
  const { currency, rows, problems } = read;
  return { ...place, shop: '', kind: 'statement', currency, rows, problems, proof: null, lines: [], accounts };
}

/** A sheet that nothing was taken of. */
export function unusedFile(file: string, sheet: string, rowCount: number): ResultFile {
  const nothing = { currency: null, proof: null, problems: [], lines: [] };
  const rows = { read: rowCount, accepted: 0, rejected: 0, skipped: rowCount };
  return { file, sheet, shop: '', kind: 'other', report: null, rows, ...nothing };
}
