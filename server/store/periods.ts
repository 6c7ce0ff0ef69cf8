// Accounting periods (會計期間) by month. A month is open until somebody closes it; the last change is its state.
import type { PeriodState } from '../../core/team-books.ts';
import type { Statements } from './database.ts';

export interface Period {
  /** YYYY-MM. */
  readonly month: string;
  readonly state: PeriodState;
  readonly author: string;
  readonly note: string;
  readonly changedAt: string;
}

type Row = [month: string, seq: number, state: PeriodState, author: string, note: string, changedAt: string];

/** Every change, oldest first. */
export async function periodChanges(tx: Statements): Promise<(Period & { readonly seq: number })[]> {
  const rows = await tx.select<Row>(
    ['month', 'seq', 'state', 'author', 'note', 'changed_at'],
    'FROM period_changes WHERE company_id = ? ORDER BY month, seq',
    [tx.company],
  );
  return rows.map(([month, seq, state, author, note, changedAt]) => ({ month, seq, state, author, note, changedAt }));
}

/** Each month that was ever closed, as it stands now. */
export async function listPeriods(tx: Statements): Promise<Period[]> {
  return [...new Map((await periodChanges(tx)).map((change) => [change.month, change])).values()];
}

/** Months nothing may be posted into. */
export async function closedMonths(tx: Statements): Promise<Set<string>> {
  const periods = await listPeriods(tx);
  return new Set(periods.filter(({ state }) => state !== 'open').map(({ month }) => month));
}

export async function insertPeriodChange(tx: Statements, change: Period): Promise<void> {
  const earlier = (await periodChanges(tx)).filter(({ month }) => month === change.month);
  const columns = {
    month: 'text',
    seq: 'integer',
    state: 'text',
    author: 'text',
    note: 'text',
    changed_at: 'text',
  } as const;
  const { month, state, author, note, changedAt } = change;
  await tx.insert('period_changes', columns, [[month, earlier.length + 1, state, author, note, changedAt]]);
}
