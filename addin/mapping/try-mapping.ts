// What a sheet becomes under a mapping that is still being worked on: its rows, its identity with the rows that break it.
import { normalizeSheet, type NormalizedSheet } from '../../core/import/normalize-sheet.ts';
import type { ReadingAnswers } from '../../core/mapping/decide-styles.ts';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { MappingFault } from '../../core/mapping/explain-fault.ts';
import { faultsOf } from '../../core/mapping/mapping-faults.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { type Refusal, type RowProblem, WARNING_CODES } from '../../core/problem.ts';
import { splitByCurrency } from '../../core/mapping/split-by-currency.ts';
import type { SheetTable } from '../../core/sheet-table.ts';

export type Trial =
  /** The mapping contradicts itself; the advice says how. */
  | { readonly outcome: 'unsound'; readonly faults: readonly MappingFault[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'read';
      readonly recognised: Recognised;
      readonly parts: readonly NormalizedSheet[];
      readonly problems: readonly RowProblem[];
      /** Null where no amounts make up a net column: then the rows prove nothing by themselves. */
      readonly identity: TriedIdentity | null;
      /** How many rows below the header were tried so far, of how many; null: the sheet as a whole. */
      readonly progress: { readonly rows: number; readonly of: number } | null;
    };

/** Whether every row was tried. */
export const isWhole = (trial: Trial): boolean =>
  trial.outcome === 'read' && (trial.progress === null || trial.progress.rows === trial.progress.of);

interface Term {
  readonly column: string;
  readonly sign: '+' | '-' | '±';
}

/** Σ of the amounts = net, tried on every row. */
export interface TriedIdentity {
  readonly nets: readonly Term[];
  readonly terms: readonly Term[];
  readonly rows: number;
  readonly holdsOn: number;
  /** Sheet rows on which it fails. */
  readonly failingRows: readonly number[];
  /** Position of the net within each row. */
  readonly netIndex: number;
}

/** @param answers what this file does not say: each file is asked, so they are no part of the mapping */
export function tryMapping(
  table: SheetTable,
  mapping: Mapping,
  others: readonly SheetTable[],
  answers: ReadingAnswers = {},
): Trial {
  const faults = faultsOf(mapping);
  if (faults.length > 0) return { outcome: 'unsound', faults };
  const check = normalizeSheet(table, [mapping], others, answers);
  if (check.outcome === 'refused') return check;
  const parts = check.outcome === 'statement' ? splitByCurrency(check.rows) : check.parts;
  const problems = parts.flatMap((part) => part.problems);
  return {
    outcome: 'read',
    recognised: check.recognised,
    parts,
    problems,
    identity: identityOf(check.recognised, parts),
    progress: null,
  };
}

/** Null where no amounts make up a net. Several net columns are one sum. */
export function identityOf(recognised: Recognised, parts: readonly NormalizedSheet[]): TriedIdentity | null {
  if (recognised.kind !== 'payout') return null;
  const nets = recognised.columns.flatMap(({ column, header, index }) =>
    column.as === 'net' ? [{ column: header, index, sign: SIGNS[column.sign ?? 'as-is'] }] : [],
  );
  const [net] = nets;
  const terms = recognised.columns.flatMap(({ column, header }) =>
    column.as === 'component' ? [{ column: header, sign: SIGNS[column.sign] }] : [],
  );
  if (!net || terms.length === 0) return null;
  const payouts = parts.filter((part): part is NormalizedPayout => part.kind === 'payout');
  const rows = payouts.reduce((count, part) => count + part.rows.accepted + part.rows.rejected, 0);
  const failingRows = payouts.flatMap((part) => rowsThatFail(part.problems));
  const unread = new Set(payouts.flatMap((part) => part.problems.filter(isOfRow).map(({ row }) => row)));
  return { nets, terms, rows, holdsOn: rows - unread.size, failingRows, netIndex: net.index };
}

const SIGNS = { 'as-is': '+', negate: '-', direction: '±', 'outward-absolute': '-', proved: '±' } as const;

const rowsThatFail = (problems: readonly RowProblem[]) =>
  problems.filter(({ code }) => code === 'NET_MISMATCH').map(({ row }) => row);

/** Problems that leave their row out; checks and warnings speak of the file. */
const isOfRow = ({ code }: RowProblem) => code !== 'CHECK_FAILED' && !WARNING_CODES.includes(code);
