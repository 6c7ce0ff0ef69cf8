// Rules tried on the sheet while a person writes them: on how many rows each one decides, and what a key rule finds.
import { type RowQuestion, type RuleContext, questionOf } from '../../core/mapping/ask-row.ts';
import { keyFinder } from '../../core/mapping/find-key.ts';
import type { Condition, KeyRule } from '../../core/mapping/mapping-rules.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { cellRulesOf } from '../../core/mapping/read-cells.ts';
import { RowReader } from '../../core/mapping/read-row.ts';
import { isBlankRow, type SheetTable, sheetRow } from '../../core/sheet-table.ts';
import { type SheetColumn, dataOffsetOf, type TablePlace } from './sheet-columns.ts';

/** So many rows show what a rule does; all of them are tried with the mapping. */
export const RULE_ROWS_MAX = 2_000;

export interface RuleHits {
  readonly rows: number;
  /** Sheet row of the first one; null: none. */
  readonly firstRow: number | null;
  /** What a key rule takes out of its first row; empty for other rules. */
  readonly example: string;
}

const NO_HITS: RuleHits = { rows: 0, firstRow: null, example: '' };

/** Per condition the rows on which it is the first that holds. */
export function hitsOfConditions(
  place: TablePlace,
  mapping: Mapping,
  columns: readonly SheetColumn[],
  conditions: readonly Condition[],
): RuleHits[] {
  const questions = askable(conditions, contextOf(mapping, columns));
  return countFirst(place, mapping, questions.length, (cells) => {
    const at = questions.findIndex((holds) => holds(cells));
    return at < 0 ? null : { at, example: '' };
  });
}

/** Per key rule the rows on which it is the first that finds something. */
export function hitsOfKeys(
  place: TablePlace,
  mapping: Mapping,
  columns: readonly SheetColumn[],
  rules: readonly KeyRule[],
): RuleHits[] {
  const context = contextOf(mapping, columns);
  const finders = rules.map((rule) => keyFinder([rule], [], context));
  const reader = new RowReader(context.rules);
  return countFirst(place, mapping, rules.length, (cells, row) => {
    reader.goTo(cells, row);
    const found = finders.map((find) => find(reader));
    const at = found.findIndex(({ value, excludedAs }) => value !== null || excludedAs !== null);
    return at < 0 ? null : { at, example: found[at]?.value ?? '' };
  });
}

function askable(conditions: readonly Condition[], context: RuleContext): RowQuestion[] {
  return conditions.map((condition) => questionOf(condition, context));
}

function contextOf(mapping: Mapping, columns: readonly SheetColumn[]): RuleContext {
  const matches = columns.flatMap(({ place, header, index }) => {
    const column = place === null ? undefined : mapping.columns[place];
    return column ? [{ column, header, index, matchedBy: 'header' as const }] : [];
  });
  return { columns: matches, rules: cellRulesOf(mapping) };
}

type Decide = (
  cells: SheetTable['rows'][number],
  row: number,
) => { readonly at: number; readonly example: string } | null;

function countFirst({ table, headerIndex }: TablePlace, mapping: Mapping, rules: number, decide: Decide): RuleHits[] {
  const hits = Array.from({ length: rules }, () => NO_HITS);
  const first = headerIndex + dataOffsetOf(mapping);
  const last = Math.min(table.rows.length, first + RULE_ROWS_MAX);
  for (let index = first; index < last; index++) {
    const cells = table.rows[index] ?? [];
    if (isBlankRow(cells)) continue;
    const row = sheetRow(table, index);
    const decided = decide(cells, row);
    const known = decided ? hits[decided.at] : undefined;
    if (!decided || !known) continue;
    hits[decided.at] =
      known.firstRow === null
        ? { rows: 1, firstRow: row, example: decided.example }
        : { ...known, rows: known.rows + 1 };
  }
  return hits;
}
