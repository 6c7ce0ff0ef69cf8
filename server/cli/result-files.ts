// What the result worksheets say about the files: those that were pushed, and the sheets that were left alone.
import type { RowProblem } from '../../core/problem.ts';
import type { ResultFile } from '../../core/worksheets/result-context.ts';
import type { PushedSheet } from './push-sheets.ts';
import type { UnusedSheet } from './read-sheets.ts';

export function resultFiles(pushed: readonly PushedSheet[], unused: readonly UnusedSheet[]): ResultFile[] {
  return [...pushed.map(pushedFile), ...unused.map(unusedFile)];
}

function pushedFile({ sheet, header, answer }: PushedSheet): ResultFile {
  const { recognised, rows } = sheet;
  return {
    ...header.source,
    shop: header.shop.name,
    kind: header.kind,
    report: recognised.mapping.title,
    currency: header.currency,
    rows: header.rows,
    proof: header.proof,
    problems: problemsOf({ sheet, header, answer }),
    lines: rows.kind === 'payout' ? rows.lines : [],
    repeatedRows: answer.rows.filter(({ outcome }) => outcome === 'unchanged').map(({ row }) => row),
  };
}

/** Unreadable rows, and beside them the rows that differ from what the books hold. */
export function problemsOf({ sheet, answer }: PushedSheet): RowProblem[] {
  const conflicts = answer.rows
    .filter(({ outcome }) => outcome === 'conflict')
    .map(({ row, fields }): RowProblem => {
      return { code: 'CONFLICT', row, column: null, details: { fields: fields.join(', ') } };
    });
  return [...sheet.rows.problems, ...conflicts].sort((left, right) => left.row - right.row);
}

function unusedFile({ file, sheet, rowCount }: UnusedSheet): ResultFile {
  const nothing = { report: null, currency: null, proof: null, problems: [], lines: [] };
  const rows = { read: rowCount, accepted: 0, rejected: 0, skipped: rowCount };
  return { file, sheet, shop: '', kind: 'other', rows, ...nothing };
}
