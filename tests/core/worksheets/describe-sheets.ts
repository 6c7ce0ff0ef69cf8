// Result sheets as a text that a person can review: lines, headers, rows, and each formula with its value.
import type { ResultSheet, ResultValue } from '../../../core/worksheets/result-sheet.ts';
import { totalsOf } from '../../../core/worksheets/table-layout.ts';

export function describeSheets(sheets: readonly ResultSheet[]): string {
  return `${sheets.map(describeSheet).join('\n\n')}\n`;
}

function describeSheet({ key, name, lines, tables, frozenRows, decimals, tone }: ResultSheet): string {
  const head = `## ${name} (${key}; ${frozenRows} rows frozen; ${decimals} decimals; ${tone ?? 'calm'})`;
  const above = lines.map(({ style, cells }) => `${style.padEnd(8)}${row(cells)}`.trimEnd());
  const below = tables.flatMap((table) => [
    `table   ${table.name} from row ${table.headerRow}`,
    `totals  ${row(totalsOf(table))}`,
    `header  ${row(table.columns.map(({ header }) => header))}`,
    ...table.rows.map((values) => `        ${row(values)}`),
  ]);
  return [head, ...above, ...below].join('\n');
}

const row = (values: readonly ResultValue[]) => values.map(cell).join(' | ');

function cell(value: ResultValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? `${value.value} {${value.formula}}` : String(value);
}
