// What the result worksheets say about the sheets of the workbook: those that were imported, and those that were not.
import type { RowProblem } from '../core/problem.ts';
import type { ResultFile } from '../core/worksheets/result-context.ts';
import type { SheetLook } from './excel/look-at-workbook.ts';
import type { ImportedSheet } from './reconcile-sheet.ts';

export function resultFiles(imported: readonly ImportedSheet[], unused: readonly SheetLook[]): ResultFile[] {
  return [...imported.map(importedFile), ...unused.map(unusedFile)];
}

function importedFile({ header, sheet, rows, answer }: ImportedSheet): ResultFile {
  return {
    ...header.source,
    shop: header.shop.name,
    kind: header.kind,
    report: sheet.recognised.mapping.title,
    currency: header.currency,
    rows: header.rows,
    proof: header.proof,
    problems: [...rows.problems, ...conflictsOf(answer)].sort((left, right) => left.row - right.row),
    lines: rows.kind === 'payout' ? rows.lines : [],
  };
}

/** Rows the server did not take because it holds another content for them: they belong beside the unreadable ones. */
function conflictsOf({ rows }: ImportedSheet['answer']): RowProblem[] {
  return rows
    .filter((row) => row.outcome === 'conflict')
    .map(({ row, fields }) => ({ code: 'CONFLICT', row, column: null, details: { fields: fields.join(', ') } }));
}

function unusedFile({ head, rowCount }: SheetLook): ResultFile {
  return {
    file: head.file,
    sheet: head.sheet,
    shop: '',
    kind: 'other',
    report: null,
    currency: null,
    rows: { read: rowCount, accepted: 0, rejected: 0, skipped: rowCount },
    proof: null,
    problems: [],
    lines: [],
  };
}
