// The figures of a finished run as the pane shows them: what is new, what was there, what needs somebody.
import type { Conservation, RowOutcome } from '../core/api.ts';
import { rowOutcomes } from '../core/import/row-outcomes.ts';
import type { BankOutcome } from '../core/bank/bank-api.ts';
import { type Amount, sum } from '../core/money.ts';
import { type Headline, HEADLINES } from '../core/reconcile/outcome.ts';
import type { Reconciliation } from './reconcile-sheet.ts';

export type Reconciled = Extract<Reconciliation, { outcome: 'reconciled' }>;

/** Σ of one row outcome over all sheets of the run. */
export function rowsThatWere(outcome: RowOutcome, { imported }: Reconciled): number {
  return imported.reduce((total, { answer }) => total + rowOutcomes(answer)[outcome], 0);
}

interface GoneBack {
  readonly id: string;
  readonly name: string;
  /** Orders that go back in it and were left out. */
  readonly orders: number;
  /** Orders of it that stand by another sheet which was said to be the newest. */
  readonly overruled: number;
}

/** Sheets that could be the newest, and are not taken for it: each once. */
export function goneBack({ imported }: Reconciled): GoneBack[] {
  const sheets = new Map<string, GoneBack>();
  for (const { sheet, answer } of imported) {
    const { id, name } = sheet.look;
    const orders = answer.rows.filter(({ outcome, fields }) => outcome === 'conflict' && fields.includes('stage'));
    const before = sheets.get(id) ?? { id, name, orders: 0, overruled: 0 };
    const [back, overruled] = [before.orders + orders.length, before.overruled + (answer.overruled ?? 0)];
    if (back + overruled > 0) sheets.set(id, { id, name, orders: back, overruled });
  }
  return [...sheets.values()];
}

/** Σ of one outcome over the lines of all statements of the run. */
export function linesThatWere(outcome: BankOutcome, { statements }: Reconciled): number {
  const counts = statements.flatMap(({ answers }) => answers.map((answer) => answer.counts[outcome] ?? 0));
  return counts.reduce((total, count) => total + count, 0);
}

export function unreadRows({ imported }: Reconciled): number {
  return imported.reduce((total, { rows }) => total + rows.rows.rejected, 0);
}

/** True when the run neither took a row nor wrote anything into the books. */
export function isNothingNew(run: Reconciled): boolean {
  const { matches, receipts, movements } = run.result.posted;
  const lines = linesThatWere('created', run);
  return rowsThatWere('created', run) + rowsThatWere('replaced', run) + lines + matches + receipts + movements === 0;
}

export function dispositionTotal({ dispositions }: Conservation): Amount {
  return sum(Object.values(dispositions));
}

export function isProven({ difference, rowDifference }: Conservation): boolean {
  return difference === 0 && rowDifference === 0;
}

/** Number of orders by state, in the order of precedence, states without orders left out. */
export function countByHeadline({ result }: Reconciled): { readonly headline: Headline; readonly count: number }[] {
  const counts = new Map<Headline, number>();
  for (const { headline } of result.orders) counts.set(headline, (counts.get(headline) ?? 0) + 1);
  return HEADLINES.flatMap((headline) => {
    const count = counts.get(headline);
    return count === undefined ? [] : [{ headline, count }];
  });
}
