// What the result worksheets need beside the server's answer: the files as they were read, and how to lead back to them.
import type { BatchHeader } from '../api.ts';
import type { Language, Translated } from '../language.ts';
import type { Currency } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { RowProblem } from '../problem.ts';
import type { WorkState } from '../work-status.ts';

/** One sheet that was looked at. */
export interface ResultFile {
  readonly file: string;
  readonly sheet: string;
  readonly shop: string;
  /**
   * `statement`: a bank's or wallet's, in which payouts are looked for; its money is no payout's. `other`: no mapping
   * fits, so the sheet was left alone.
   */
  readonly kind: 'orders' | 'payout' | 'statement' | 'other';
  /** The mapping's title; null for `other`. */
  readonly report: Translated | null;
  readonly currency: Currency | null;
  readonly rows: BatchHeader['rows'];
  /** Payout reports: what the file says about itself. */
  readonly proof: BatchHeader['proof'];
  /** Unreadable rows, and the rows the server refused as CONFLICT. */
  readonly problems: readonly RowProblem[];
  /** Payout reports: the rows as they were pushed. */
  readonly lines: readonly PayoutLine[];
  /** Statements: the accounts whose books took the lines. */
  readonly accounts?: readonly string[];
  /** Sheet rows whose content another file brought before: they count there and not here. */
  readonly repeatedRows?: readonly number[];
}

export interface ResultContext {
  readonly language: Language;
  readonly files: readonly ResultFile[];
  /**
   * Name of the file whose sheets stand in the workbook that is written to: its rows become links. Null when the result
   * is a workbook of its own; sources are then named in words.
   */
  readonly workbook: string | null;
  /** Where the items of the work list stand, by subject; without it everything is shown as open. */
  readonly workStates?: ReadonlyMap<string, WorkState>;
}
