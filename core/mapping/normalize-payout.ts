// From the rows of a payout report (or of a wallet statement) to lines of money, with the proof of the file.
import type { Amount, Currency } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { Refusal, RowProblem } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import type { RuleContext } from './ask-row.ts';
import { type Proof, proveFile } from './check-identities.ts';
import { CheckedFile, type CheckResult, type Entry } from './checked-file.ts';
import { type CurrencyFigures, figuresByCurrency, mainCurrency } from './currency-figures.ts';
import { type ReadingAnswers, decideStyles } from './decide-styles.ts';
import { decideSigns } from './decide-signs.ts';
import type { RecognisedPayout } from './detect-mapping.ts';
import { checkFile } from './file-checks.ts';
import { findCurrency } from './find-currency.ts';
import type { PayoutMapping } from './mapping.ts';
import { dayForAll, isAskedForDay } from './payout-day.ts';
import { type PayoutPlan, payoutPlanOf, unmappedColumns } from './payout-plan.ts';
import { cellRulesOf } from './read-cells.ts';
import { readPayoutRow } from './read-payout-row.ts';
import { type RowCounts, RowReader } from './read-row.ts';
import { failure } from './row-checks.ts';
import { type SetAside, SetAsideRows } from './set-aside.ts';
import { type SortedRows, sortRows } from './sort-rows.ts';
import {
  refusalOfCurrency,
  refusalOfPaidOutOn,
  refusalOfStyles,
  refusalOfValues,
  unknownProblems,
} from './stop-file.ts';
import { subtotalsAmong, tellSubtotals } from './tell-subtotals.ts';
import { type UnmappedAmount, findUnmappedAmounts, unmappedProblems } from './unmapped-amounts.ts';

/** A payout report as lines, with what could not be read and the proof of the file. */
export interface NormalizedPayout {
  readonly kind: 'payout';
  /** Whether the lines settle orders, or are those of a bank or wallet statement. */
  readonly statement: PayoutMapping['kind'];
  readonly mapping: { readonly id: string; readonly version: number };
  /** Mappings whose reports carry the same money. */
  readonly sameMoneyAs: readonly string[];
  /** The currency of the figures below; of several the one with most rows. `currencies` has them all. */
  readonly currency: Currency;
  readonly paymentMode: PayoutMapping['paymentMode'];
  readonly lines: readonly PayoutLine[];
  /** By sheet row. */
  readonly problems: readonly RowProblem[];
  readonly rows: RowCounts;
  /** Σ of every net that could be read, rejected rows included, proved subtotals not: acceptedNet + rejectedNet. */
  readonly net: Amount;
  readonly acceptedNet: Amount;
  readonly rejectedNet: Amount;
  /** Rows whose net could not be read. */
  readonly unreadableNets: number;
  /** The total the file declares, printed or as the change of its balance; null when there is none. */
  readonly declared: Amount | null;
  readonly proof: Proof;
  /** The same figures for each currency of the file. Amounts of two currencies are never added. */
  readonly currencies: readonly CurrencyFigures[];
  /** What the file says about itself, and whether it is true. */
  readonly checks: readonly CheckResult[];
  /** Rows that are real but not of this settlement, by reason. */
  readonly setAside: readonly SetAside[];
  /** Columns that look like amounts and that the mapping does not know. */
  readonly unmappedAmounts: readonly UnmappedAmount[];
  /** Why nothing of the file may be imported, though its report is known; null when it may. */
  readonly stopped: Refusal | null;
}

export interface ReadOptions {
  /** Answers to what the values could not tell. */
  readonly answers?: ReadingAnswers;
  /** The other sheets of the workbook: some hold the totals of this one. */
  readonly others?: readonly SheetTable[];
}

/**
 * Reads the rows below the header. A row is taken when every value is readable and its components add up to its net
 * exactly; else it is left out and named, and its net stays in the sums, so that nothing disappears. A value without
 * meaning, or a style that the whole column cannot tell, stops the file: then there are no lines.
 */
export function normalizePayout(
  table: SheetTable,
  recognised: RecognisedPayout,
  { answers = {}, others = [] }: ReadOptions = {},
): NormalizedPayout {
  const { mapping } = recognised;
  const context: RuleContext = { columns: recognised.columns, rules: cellRulesOf(mapping) };
  const sorted = sortRows(table, recognised, context);
  const styles = decideStyles(sorted.rows, recognised, context.rules, answers);
  const reader = new RowReader(context.rules, styles.ofColumn, table);
  const signed = decideSigns(recognised, sorted.rows, reader);
  const currency = findCurrency(mapping, { context, ...sorted, headerRow: recognised.headerRow }, answers.currency);
  const unmapped = unmappedColumns(table.rows[recognised.headerIndex] ?? [], recognised);
  const plan = payoutPlanOf(signed, context, currency.of ?? (() => null), {
    paidOutOnce: dayForAll(mapping, context, sorted.preamble, answers.paidOutOn),
    unmapped,
  });
  const blocked =
    refusalOfStyles(table, recognised, styles.questions) ??
    (currency.of ? null : refusalOfCurrency(table, recognised, currency.question)) ??
    (isAskedForDay(plan) ? refusalOfPaidOutOn(table, recognised) : null);
  const read = blocked ? nothingRead(sorted) : readRows(sorted, plan, reader);
  const unknown = [...sorted.unknown, ...plan.unknown.all];
  const stopped = blocked ?? refusalOfValues(table, recognised, unknown);
  const lines = stopped ? [] : read.lines;
  const judge = (entries: readonly Entry[]): Judged => {
    const file = new CheckedFile(signed, context, { sorted, entries }, reader, { table, others });
    const checks = blocked ? [] : checkFile(file);
    const currency = typeof mapping.currency === 'string' ? mapping.currency : '';
    const currencies = figuresByCurrency(entries, lines, currency);
    const main = mainCurrency(currencies);
    return { entries, checks, currencies, main, proof: proveFile(checks, main.unreadable) };
  };
  const { entries, checks, currencies, main, proof, subtotals } = judgeWithSubtotals(read.entries, reader, judge);
  const unmappedAmounts = blocked ? [] : findUnmappedAmounts(unmapped, entries, reader);
  return {
    kind: 'payout',
    statement: mapping.kind,
    mapping: { id: mapping.id, version: mapping.version },
    sameMoneyAs: mapping.sameMoneyAs ?? [],
    currency: main.currency,
    paymentMode: mapping.paymentMode,
    lines,
    problems: [
      ...tellSubtotals(reader.problems, subtotals),
      ...sorted.strays,
      ...failedChecks(checks),
      ...unknownProblems(unknown),
      ...unmappedProblems(unmappedAmounts, recognised.headerRow),
    ].sort((left, right) => left.row - right.row),
    rows: countRows(sorted, read.entries.length, lines.length),
    ...main.figures,
    declared: main.currencies === 1 ? declaredBy(checks) : null,
    proof,
    currencies,
    checks,
    setAside: read.setAside,
    unmappedAmounts,
    stopped,
  };
}

interface Judged {
  readonly entries: readonly Entry[];
  readonly checks: readonly CheckResult[];
  readonly currencies: readonly CurrencyFigures[];
  readonly main: ReturnType<typeof mainCurrency>;
  readonly proof: Proof;
}

/**
 * What the file says of itself decides whether rows that look like subtotals are some: where it foots only without them
 * they are no part of its sum, and where it foots with them they are data that lack their order number.
 */
function judgeWithSubtotals(
  entries: readonly Entry[],
  reader: RowReader,
  judge: (entries: readonly Entry[]) => Judged,
): Judged & { readonly subtotals: ReadonlyMap<number, number> } {
  const subtotals = subtotalsAmong(reader.problems, entries);
  const all = judge(entries);
  if (subtotals.size === 0) return { subtotals, ...all };
  if (all.proof === 'foots') return { subtotals: new Map(), ...all };
  const others = judge(entries.filter(({ row }) => !subtotals.has(row)));
  return others.proof === 'foots' ? { subtotals, ...others } : { subtotals, ...all };
}

interface ReadRows {
  readonly lines: readonly PayoutLine[];
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
}

function readRows(sorted: SortedRows, plan: PayoutPlan, reader: RowReader): ReadRows {
  const lines: PayoutLine[] = [];
  const entries: Entry[] = [];
  const aside = new SetAsideRows();
  for (const { row, cells, is, rule } of sorted.rows) {
    if (is === 'total' || is === 'groupTotal') continue;
    if (is === 'excluded') {
      aside.add(rule?.reason ?? '', row, { cells, plan, reader });
      continue;
    }
    reader.goTo(cells, row);
    const { line, ignored, ...facts } = readPayoutRow(reader, plan);
    if (ignored) aside.add('ignore', row, { cells, plan, reader });
    else entries.push({ row, cells, ...facts });
    if (line) lines.push(line);
  }
  return { lines, entries, setAside: aside.all };
}

/** The rows of a file that was not read: each is rejected, and its net is unknown. */
function nothingRead({ rows }: SortedRows): ReadRows {
  const entries = rows
    .filter(({ is }) => is === 'detail')
    .map(({ row, cells }) => ({ row, cells, net: null, currency: null, orderNumber: null, difference: null }));
  return { lines: [], entries, setAside: [] };
}

/** read = accepted + rejected + skipped; skipped rows are blank, set aside, or no data. */
function countRows({ read }: SortedRows, entries: number, accepted: number): RowCounts {
  return { read, accepted, rejected: entries - accepted, skipped: read - entries };
}

function declaredBy(checks: readonly CheckResult[]): Amount | null {
  return checks.find(({ declaresNet }) => declaresNet)?.declared ?? null;
}

function failedChecks(checks: readonly CheckResult[]): RowProblem[] {
  return checks.flatMap(({ holds, found, name, declared, row, column }) =>
    holds === false && found !== null
      ? [
          {
            code: 'CHECK_FAILED',
            row: row ?? 0,
            column: column?.header ?? null,
            details: failure(name, declared, found),
          },
        ]
      : [],
  );
}
