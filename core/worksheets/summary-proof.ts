// The conservation proof: every amount and every row of the payout files has gone somewhere, and the difference is zero.
// All of it is live formulas over the payout lines, so the workbook proves itself without us.
import { DISPOSITIONS, type Disposition } from '../api.ts';
import type { Language } from '../language.ts';
import { add, type Amount, type Currency, numberOfAmount, subtract, sum, ZERO } from '../money.ts';
import { USE_LABELS, USE_NOTES, word, type Word } from './labels.ts';
import type { LineEntry } from './line-entries.ts';
import type { ResultFile } from './result-context.ts';
import type { Formula } from './result-sheet.ts';
import { blockTitle, type Material } from './shared-columns.ts';
import { FILE_LETTERS, headOver } from './summary-files.ts';
import {
  asAmount,
  asCount,
  asText,
  type Block,
  cellsOf,
  countIfs,
  inCurrency,
  type Criterion,
  sumIfs,
  sumOf,
  type SummaryPage,
} from './summary-page.ts';
import { exactly } from './table-layout.ts';
import { rangeOf, type TableSheet } from './table-sheet.ts';

/** Where the money of one currency went, as our own figures say it. The cached values of the formulas. */
export interface Uses {
  readonly net: Amount;
  readonly rows: number;
  readonly amounts: Readonly<Record<Disposition, Amount>>;
  readonly counts: Readonly<Record<Disposition, number>>;
}

export function usesOf(files: readonly ResultFile[], entries: readonly LineEntry[], currency: Currency): Uses {
  const payout = files.filter((file) => file.kind === 'payout' && file.currency === currency);
  const own = entries.filter((entry) => entry.currency === currency);
  const amounts = {} as Record<Disposition, Amount>;
  const counts = {} as Record<Disposition, number>;
  for (const use of DISPOSITIONS) {
    const rows = own.filter((entry) => entry.use === use);
    amounts[use] = sum(rows.map(({ net }) => net ?? ZERO));
    counts[use] = rows.length;
  }
  const held = sum(own.filter(({ use }) => use === 'suspense').map(heldOf));
  amounts.allocated = subtract(add(amounts.allocated, amounts.suspense), held);
  amounts.suspense = held;
  amounts.rejected = sum(payout.map(({ proof }) => proof?.rejectedNet ?? ZERO));
  counts.rejected = payout.reduce((total, { rows }) => total + rows.rejected, 0);
  return {
    net: sum(payout.map(({ proof }) => proof?.net ?? ZERO)),
    rows: payout.reduce((total, { rows }) => total + rows.accepted + rows.rejected, 0),
    amounts,
    counts,
  };
}

/**
 * What of a row with money on hold counts as on hold. Nothing of it cleared a receivable: its whole net, fees and all.
 * Else what stands there; the rest has cleared a receivable or paid a fee. The server's proof says the same.
 */
const heldOf = ({ applied, onHold, net }: LineEntry): Amount => (applied === 0 ? (net ?? ZERO) : onHold);

/** Writes the proof of one currency: the files' net, each use, their total, the difference. */
export function putProof(
  page: SummaryPage,
  material: Material,
  currency: Currency,
  files: Block,
  lines: TableSheet,
): void {
  const { context, entries } = material;
  const { language } = context;
  const say = (key: Word) => word(key, language);
  const uses = usesOf(context.files, entries, currency);
  page.startBlock(blockTitle('proof', currency, material), [
    asText(say('use')),
    headOver(say('amount'), 'amount'),
    headOver(say('rows'), 'count'),
  ]);
  const first = page.nextRow;
  for (const use of DISPOSITIONS) putUse(page, use, { uses, currency, files, lines, material });
  const block = { first, last: page.nextRow - 1 };
  const amounts = DISPOSITIONS.map((use) => numberOfAmount(uses.amounts[use]));
  const counts = DISPOSITIONS.map((use) => uses.counts[use]);
  const total = page.put('total', [
    asText(say('usesTotal')),
    asAmount(sumOf('B', block, amounts)),
    asCount(sumOf('C', block, counts)),
  ]);
  const ofFiles = page.values([
    asText(say('filesNet')),
    asAmount(sumIfs(cellsOf(FILE_LETTERS.net, files), [ofCurrency(files, currency)], numberOfAmount(uses.net))),
    asCount(rowsOfFiles(files, currency, uses.rows)),
  ]);
  putDifference(page, say('difference'), uses, ofFiles, total);
}

function putDifference(page: SummaryPage, label: string, uses: Uses, ofFiles: number, total: number): void {
  const used = sum(DISPOSITIONS.map((use) => uses.amounts[use]));
  const usedRows = DISPOSITIONS.reduce((rows, use) => rows + uses.counts[use], 0);
  const minus = (letter: string, value: number): Formula => ({
    formula: exactly(`${letter}${ofFiles}-${letter}${total}`),
    value,
  });
  page.put(
    'total',
    [asText(label), asAmount(minus('B', (uses.net - used) / 10_000)), asCount(minus('C', uses.rows - usedRows))],
    { zeros: [1, 2] },
  );
}

interface UseFacts {
  readonly uses: Uses;
  readonly currency: Currency;
  readonly files: Block;
  readonly lines: TableSheet;
  readonly material: Material;
}

function putUse(page: SummaryPage, use: Disposition, facts: UseFacts): void {
  const { uses, material } = facts;
  const { language } = material.context;
  const row = page.nextRow;
  const amount = numberOfAmount(uses.amounts[use]);
  const count = uses.counts[use];
  const [amountCell, countCell] =
    use === 'rejected' ? rejectedCells(facts, amount, count) : usedCells(facts, use, row, amount, count);
  page.values([
    asText(USE_LABELS[use][language]),
    asAmount(amountCell),
    asCount(countCell),
    asText(count === 0 && amount === 0 ? null : noteOf(use, language)),
  ]);
}

const noteOf = (use: Disposition, language: Language) => USE_NOTES[use][language];

/** Rows with this use among the payout lines. What is on hold is counted as `heldOf` says, and the rest is cleared. */
function usedCells(facts: UseFacts, use: Disposition, row: number, amount: number, count: number): [Formula, Formula] {
  const { currency, lines, material } = facts;
  const where = (key: 'use' | 'applied', equals: Criterion['equals']) => ({ range: rangeOf(lines, key), equals });
  const here = [where('use', { cell: `$A${row}` }), ...inCurrency(lines, currency)];
  const onHold = [
    where('use', { text: USE_LABELS.suspense[material.context.language] }),
    ...inCurrency(lines, currency),
  ];
  const [whole, part] = [where('applied', { text: '0' }), where('applied', { text: '<>0' })];
  const total = (key: 'net' | 'onHold', ...criteria: Criterion[]) => sumIfs(rangeOf(lines, key), criteria, 0).formula;
  const inPart = (key: 'net' | 'onHold') => total(key, ...onHold, part).slice(1);
  const amounts = {
    allocated: `${total('net', ...here)}+${inPart('net')}-${inPart('onHold')}`,
    suspense: `${total('net', ...here, whole)}+${inPart('onHold')}`,
  };
  const formula = use === 'allocated' || use === 'suspense' ? amounts[use] : total('net', ...here);
  return [{ formula, value: amount }, countIfs(here, count)];
}

/** Rows that were not read are in no table of amounts: the files' own figures count them. */
function rejectedCells({ currency, files }: UseFacts, amount: number, count: number): [Formula, Formula] {
  const criteria = [ofCurrency(files, currency)];
  return [
    sumIfs(cellsOf(FILE_LETTERS.rejectedNet, files), criteria, amount),
    sumIfs(cellsOf(FILE_LETTERS.rejected, files), criteria, count),
  ];
}

function ofCurrency(files: Block, currency: Currency): Criterion {
  return { range: cellsOf(FILE_LETTERS.currency, files), equals: { text: currency } };
}

function rowsOfFiles(files: Block, currency: Currency, value: number): Formula {
  const of = (letter: string) => sumIfs(cellsOf(letter, files), [ofCurrency(files, currency)], 0).formula;
  return { formula: `${of(FILE_LETTERS.accepted)}+${of(FILE_LETTERS.rejected).slice(1)}`, value };
}
