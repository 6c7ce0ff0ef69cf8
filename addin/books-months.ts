// The months of the books as an accountant closes them: each with its state, and who brought it there.
import type { Periods } from '../core/ledger-api.ts';
import type { ReportMonths } from '../core/statements/report-api.ts';
import type { PeriodState } from '../core/team-books.ts';

export interface BooksMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly state: PeriodState;
  /** Its last change; null for a month that was never closed. */
  readonly changed: Pick<Periods['periods'][number], 'author' | 'note' | 'changedAt'> | null;
}

/** Every month with vouchers and every one that was ever closed; newest first. */
export function monthsOfBooks({ booked }: Pick<ReportMonths, 'booked'>, periods: Periods['periods']): BooksMonth[] {
  const changes = new Map(periods.map((period) => [period.month, period]));
  const all = [...new Set([...booked, ...changes.keys()])].sort().reverse();
  return all.map((month) => {
    const changed = changes.get(month) ?? null;
    return { month, state: changed?.state ?? 'open', changed };
  });
}
