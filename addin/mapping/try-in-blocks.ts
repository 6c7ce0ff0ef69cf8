// A long sheet under a mapping that is being worked on: its first rows at once, all rows block by block while the browser is
// idle, so that no change waits for the whole sheet. Figures that only a whole file has are proved when it is reconciled.
import type { NormalizedSheet } from '../../core/import/normalize-sheet.ts';
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { add } from '../../core/money.ts';
import type { Refusal, UnknownValue } from '../../core/problem.ts';
import { type SheetTable, textOfCell } from '../../core/sheet-table.ts';
import { dataOffsetOf, type TablePlace } from './sheet-columns.ts';
import { identityOf, type Trial, tryMapping } from './try-mapping.ts';

/** Sheets of up to so many rows are tried as a whole at once. */
export const WHOLE_ROWS = 2_000;
const FIRST_ROWS = 300;
export const BLOCK_ROWS = 500;
/** An order's rows stay in one block, as long as they are not unreasonably many. */
const ORDER_ROWS_MAX = 200;

/** What is read with the sheet: the first rows of the other sheets, and what a person said of this file. */
export interface BesideSheet {
  readonly others: readonly SheetTable[];
  readonly answers?: ReadingAnswers;
}

/** What is said of a change at once: of the whole sheet where it is short, else of its first rows. */
export function firstTrial(place: TablePlace, mapping: Mapping, { others, answers }: BesideSheet): Trial {
  const { table } = place;
  const from = firstData(place, mapping);
  if (table.rows.length - from <= WHOLE_ROWS) return tryMapping(table, mapping, others, answers);
  const collected = new Collected(table.rows.length - from);
  collected.take(tryMapping(blockOf(table, from, from, from + FIRST_ROWS), mapping, [], answers), FIRST_ROWS);
  return collected.trial();
}

/** The trials that follow the first one, each of more rows; none where the first one was of the whole sheet. */
export function* laterTrials(
  place: TablePlace,
  mapping: Mapping,
  { others, answers }: BesideSheet,
  first: Trial,
): Generator<Trial> {
  const { table } = place;
  const from = firstData(place, mapping);
  if (first.outcome === 'unsound' || table.rows.length - from <= WHOLE_ROWS) return;
  if (!standsByRow(mapping)) {
    yield tryMapping(table, mapping, others, answers);
    return;
  }
  const collected = new Collected(table.rows.length - from);
  let start = from;
  while (start < table.rows.length && !collected.isOver) {
    const end = blockEnd(table, start, orderColumn(first));
    collected.take(tryMapping(blockOf(table, from, start, end), mapping, [], answers), end - start);
    start = end;
    yield collected.trial();
  }
}

const firstData = ({ headerIndex }: TablePlace, mapping: Mapping) => headerIndex + dataOffsetOf(mapping);

/** Whether a row means the same whatever stands in the rest of the sheet. */
function standsByRow({ rows = [], numbers, dates, columns }: Mapping): boolean {
  const isDecided = numbers?.decimal === 'auto' || (dates?.formats.length ?? 0) > 1;
  const fillsDown = columns.some(({ fillDown }) => fillDown);
  return !isDecided && !fillsDown && !rows.some(({ is }) => is === 'end');
}

/** The rows above the data, then the block; row numbers are those of the sheet from the data on. */
function blockOf(table: SheetTable, from: number, start: number, end: number): SheetTable {
  const places = Array.from({ length: from + end - start }, (_, at) => (at < from ? at : start + at - from));
  const rows = places.flatMap((at) => (at < table.rows.length ? [table.rows[at] ?? []] : []));
  const block = { ...table, firstRow: table.firstRow + start - from, rows };
  if (!table.numberFormats) return block;
  const formats = [...table.numberFormats].map(([column, all]) => [column, places.map((at) => all[at])] as const);
  return { ...block, numberFormats: new Map(formats) };
}

function orderColumn(first: Trial): number | null {
  if (first.outcome !== 'read' || first.recognised.kind !== 'orders') return null;
  return first.recognised.columns.find(({ column }) => column.as === 'orderNumber')?.index ?? null;
}

function blockEnd({ rows }: SheetTable, start: number, column: number | null): number {
  const end = Math.min(rows.length, start + BLOCK_ROWS);
  if (column === null) return end;
  const last = textOfCell(rows[end - 1]?.[column]);
  const continues = (at: number) => ['', last].includes(textOfCell(rows[at]?.[column]));
  let next = end;
  while (next < rows.length && next - end < ORDER_ROWS_MAX && continues(next)) next++;
  return next;
}

/** What the blocks tell together. */
class Collected {
  private readonly total: number;
  private tried = 0;
  private recognised: Recognised | null = null;
  private readonly parts = new Map<string, NormalizedSheet>();
  private readonly unknown = new Map<string, UnknownValue>();
  private refusal: Refusal | null = null;
  private failed: Trial | null = null;

  constructor(total: number) {
    this.total = total;
  }

  /** Nothing that later rows say changes the answer. */
  get isOver(): boolean {
    return this.failed !== null;
  }

  take(trial: Trial, rows: number): void {
    this.tried = Math.min(this.total, this.tried + rows);
    if (trial.outcome === 'read') this.takeParts(trial.recognised, trial.parts);
    else if (trial.outcome === 'refused' && trial.refusal.values) this.takeWords(trial.refusal, trial.refusal.values);
    else if (trial.outcome === 'unsound' || trial.refusal.code !== 'NO_DATA_ROWS') this.failed = trial;
  }

  trial(): Trial {
    const { tried, total, recognised, refusal } = this;
    if (this.failed) return this.failed;
    if (refusal) return { outcome: 'refused', refusal: { ...refusal, values: [...this.unknown.values()] } };
    const parts = [...this.parts.values()];
    if (!recognised) return { outcome: 'unsound', faults: [] };
    const problems = parts.flatMap((part) => part.problems);
    const progress = { rows: tried, of: total };
    return { outcome: 'read', recognised, parts, problems, identity: identityOf(recognised, parts), progress };
  }

  private takeParts(recognised: Recognised, parts: readonly NormalizedSheet[]): void {
    const isFirst = this.recognised === null;
    this.recognised ??= recognised;
    for (const part of parts) {
      const key = `${part.kind} ${part.currency}`;
      const known = this.parts.get(key);
      this.parts.set(key, known ? joined(known, part) : begun(part, isFirst));
    }
  }

  private takeWords(refusal: Refusal, values: readonly UnknownValue[]): void {
    this.refusal ??= refusal;
    for (const value of values) {
      const key = JSON.stringify([value.words, value.values]);
      const known = this.unknown.get(key);
      this.unknown.set(key, known ? { ...known, count: known.count + value.count } : value);
    }
  }
}

/** Totals and balances are of the whole file: a block proves nothing about them. */
function begun(part: NormalizedSheet, isFirst: boolean): NormalizedSheet {
  const problems = part.problems.filter(
    ({ code }) => code !== 'CHECK_FAILED' && (isFirst || code !== 'UNMAPPED_AMOUNT'),
  );
  if (part.kind === 'orders') return { ...part, problems };
  return { ...part, problems, checks: [], declared: null, proof: 'undeclared' };
}

function joined(known: NormalizedSheet, next: NormalizedSheet): NormalizedSheet {
  const more = begun(next, false);
  const rows = {
    read: known.rows.read + more.rows.read,
    accepted: known.rows.accepted + more.rows.accepted,
    rejected: known.rows.rejected + more.rows.rejected,
    skipped: known.rows.skipped + more.rows.skipped,
  };
  const problems = [...known.problems, ...more.problems];
  if (known.kind === 'orders') {
    const orders = more.kind === 'orders' ? [...known.orders, ...more.orders] : known.orders;
    return { ...known, rows, problems, orders };
  }
  return more.kind === 'orders' ? known : { ...joinedMoney(known, more), rows, problems };
}

function joinedMoney(known: NormalizedPayout, more: NormalizedPayout): NormalizedPayout {
  return {
    ...known,
    lines: [...known.lines, ...more.lines],
    net: add(known.net, more.net),
    acceptedNet: add(known.acceptedNet, more.acceptedNet),
    rejectedNet: add(known.rejectedNet, more.rejectedNet),
    unreadableNets: known.unreadableNets + more.unreadableNets,
  };
}
