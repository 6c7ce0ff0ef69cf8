// A table that goes on over several sheets has one total: it is held against the rows of all of them.
import { type Amount, add } from '../money.ts';
import type { CheckedFile, CheckResult } from './checked-file.ts';
import { compared } from './checked-file.ts';
import { sheetsOfTable } from './continued-sheet.ts';
import { detectMapping } from './detect-mapping.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { NamedColumn } from './mapping.ts';
import { sortRows } from './sort-rows.ts';

/** The results of total rows; one that the rows of its own sheet do not give is asked of all sheets of its table. */
export function withRowsElsewhere(results: readonly CheckResult[], file: CheckedFile): CheckResult[] {
  if (results.every(({ holds }) => holds !== false)) return [...results];
  const sheets = sheetsOfTable(file.table, file.others, file.mapping);
  if (sheets.length === 0) return [...results];
  const ofFile = new Set(file.sorted.rows.flatMap(({ is, rule, row }) => (isOfFile(is, rule?.of) ? [row] : [])));
  return results.flatMap((result) => {
    const { holds, row, column } = result;
    if (holds !== false || column === null || row === null || !ofFile.has(row)) return [result];
    if (sheets.some(({ isHead }) => isHead)) return [];
    return [heldAgainst(result, column, file)];
  });
}

const isOfFile = (is: string, of: 'section' | 'file' | undefined): boolean => is === 'total' && of !== 'section';

/** The figure is no total of this sheet's rows alone. */
function heldAgainst(result: CheckResult, column: ColumnMatch, file: CheckedFile): CheckResult {
  const amounts: (Amount | null)[] = [file.printed(file.entries, column), ...printedElsewhere(column, file)];
  const found = amounts.reduce((sum, amount) => (sum === null || amount === null ? null : add(sum, amount)));
  return compared({ ...result, found, declaresNet: false });
}

const isSame = (one: NamedColumn, two: NamedColumn) => one.header === two.header && one.occurrence === two.occurrence;

function printedElsewhere({ column }: ColumnMatch, file: CheckedFile): (Amount | null)[] {
  return sheetsOfTable(file.table, file.others, file.mapping).map((sheet) => {
    const detection = detectMapping(sheet, [file.mapping]);
    if (detection.outcome === 'refused') return null;
    const { recognised } = detection;
    const match = recognised.columns.find((each) => isSame(each.column, column));
    const context = { columns: recognised.columns, rules: file.context.rules };
    const rows = sortRows(sheet, recognised, context).rows.filter(({ is }) => is === 'detail');
    return match ? file.printed(rows, match) : null;
  });
}
