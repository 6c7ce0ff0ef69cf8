// Filters of a table's columns by the texts that are to be seen: rows without them are hidden, and SUBTOTAL follows.
import { lastRow } from '../../host/model/area.ts';
import type { Table } from '../../host/model/shape.ts';
import { bodyArea } from '../../host/model/table.ts';

export interface FilterChoice {
  readonly text: string;
  readonly count: number;
  readonly shown: boolean;
}

interface ValueFilter {
  readonly filterOn: 'Values';
  readonly values: readonly string[];
}

/** The texts of a column's body with how often they stand there, and whether the present filter shows them. */
export function filterChoices(table: Table, column: number): FilterChoice[] {
  const { sheet } = table;
  const body = bodyArea(table);
  const counts = new Map<string, number>();
  for (let row = body.row; row <= lastRow(body); row++) {
    const text = sheet.text(row, body.column + column);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const shown = shownTexts(table, column);
  return [...counts]
    .map(([text, count]) => ({ text, count, shown: shown?.has(text) ?? true }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en', { numeric: true }));
}

/** Shows only rows with these texts in the column; all of them when the list is undefined. */
export function filterRows(table: Table, column: number, texts: readonly string[] | undefined): void {
  const { sheet } = table;
  if (texts) table.filters.set(column, { filterOn: 'Values', values: texts } satisfies ValueFilter);
  else table.filters.delete(column);
  const body = bodyArea(table);
  const filters = [...table.filters.keys()].map((index) => [body.column + index, shownTexts(table, index)] as const);
  for (let row = body.row; row <= lastRow(body); row++) {
    const isShown = filters.every(([place, shown]) => !shown || shown.has(sheet.text(row, place)));
    if (isShown) sheet.hiddenRows.delete(row);
    else sheet.hiddenRows.add(row);
  }
  sheet.workbook.changed({ kind: 'layout', sheet });
}

/** Undefined when the column is not filtered by texts. */
function shownTexts(table: Table, column: number): ReadonlySet<string> | undefined {
  const filter = table.filters.get(column) as Partial<ValueFilter> | undefined;
  return filter?.filterOn === 'Values' && filter.values ? new Set(filter.values) : undefined;
}
