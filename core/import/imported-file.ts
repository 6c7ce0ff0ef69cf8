// What the result worksheets say about the sheets of a run: those that were pushed, and those that were left alone.
import type { BatchAnswer, BatchHeader } from '../api.ts';
import type { Translated } from '../language.ts';
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
    .map(({ row, fields }): RowProblem => {
      return { code: 'CONFLICT', row, column: null, details: { fields: fields.join(', ') } };
    });
  return [...rows.problems, ...conflicts].sort((left, right) => left.row - right.row);
}

/** A sheet that nothing was taken of; `report` where it is known all the same (a bank or wallet statement). */
export function unusedFile(file: string, sheet: string, rowCount: number, report: Translated | null): ResultFile {
  const nothing = { currency: null, proof: null, problems: [], lines: [] };
  const rows = { read: rowCount, accepted: 0, rejected: 0, skipped: rowCount };
  return { file, sheet, shop: '', kind: 'other', report, rows, ...nothing };
}
