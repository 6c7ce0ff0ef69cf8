// Accounting months (會計期間): closed, filed, opened again. What still waits for review when a month is closed is listed
// and is no obstacle: it will be booked into the first open month. What a month shows on its last day is posted with it.
import type { PeriodRequest, Periods } from '../../core/ledger-api.ts';
import type { Translated } from '../../core/language.ts';
import { lineKey } from '../../core/reconcile/account.ts';
import type { PeriodState } from '../../core/team-books.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit, type AuditEntry } from '../store/audit-log.ts';
import { headersOf } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { unbookedLines } from '../store/payout-lines.ts';
import { closedMonths, insertPeriodChange, listPeriods, type Period } from '../store/periods.ts';
import { bookedMonths } from '../store/receivable-documents.ts';
import { listShops } from '../store/shops.ts';
import { must } from './load-scope.ts';
import { endedBy, endMonth } from './post-month-end.ts';

/** @param month whose waiting payout lines are listed too; null: nobody asks */
export function getPeriods(books: Books, month: string | null = null): Promise<Periods> {
  return books.database.transaction(books.company, async (tx) => ({
    periods: await listPeriods(tx),
    waiting: month === null ? [] : await waitingIn(tx, month),
    openBefore: month === null ? [] : await openBefore(tx, month),
    monthEnd: [],
  }));
}

/**
 * The same said again, as after a connection that broke, is answered like the first time.
 * @throws ApiError PERIOD_STATE when the month is not in a state that leads there; when it is closed, what its end is
 * refused for (`endMonth`)
 */
export function changePeriod(books: Books, request: PeriodRequest): Promise<Periods> {
  const { month, state, author, note, planHash } = request;
  return books.database.transaction(books.company, async (tx) => {
    const last = (await listPeriods(tx)).find((period) => period.month === month);
    const held = last?.state ?? 'open';
    const before = await postedBefore(tx, request, last);
    if (before !== null) return tell(tx, request, before);
    if (!NEXT[held].includes(state)) throw new ApiError('PERIOD_STATE', { month, ...wordsFor(held) });
    const changedAt = books.now();
    const shown = state === 'closed' ? (await endMonth(tx, { month, author, planHash }, changedAt)).vouchers : [];
    await insertPeriodChange(tx, { month, state, author, note, changedAt });
    await appendAudit(tx, changedAt, { action: ACTIONS[state], subject: month, detail: { author, note } });
    return tell(tx, request, shown);
  });
}

async function tell(
  tx: Statements,
  { month, state }: Pick<PeriodRequest, 'month' | 'state'>,
  monthEnd: Periods['monthEnd'],
): Promise<Periods> {
  const waiting = state === 'closed' ? await waitingIn(tx, month) : [];
  const before = state === 'closed' ? await openBefore(tx, month) : [];
  return { periods: await listPeriods(tx), waiting, openBefore: before, monthEnd };
}

/**
 * What this very request posted when it was said before; null where it was not. By whom and why it was must be the same; a
 * month that was closed without a plan is never closed again, because nobody can tell whether the same end was meant.
 */
async function postedBefore(
  tx: Statements,
  { month, state, author, note, planHash }: PeriodRequest,
  last: Period | undefined,
): Promise<Periods['monthEnd'] | null> {
  if (last === undefined || last.state !== state || last.author !== author || last.note !== note) return null;
  if (state !== 'closed') return [];
  return planHash === undefined ? null : endedBy(tx, { month, planHash });
}

/** What is filed with the tax office is final; only what is closed is filed. */
const NEXT: Readonly<Record<PeriodState, readonly PeriodState[]>> = {
  open: ['closed'],
  closed: ['filed', 'open'],
  filed: [],
};

const ACTIONS: Readonly<Record<PeriodState, AuditEntry['action']>> = {
  open: 'period.opened',
  closed: 'period.closed',
  filed: 'period.filed',
};

const NAMES: Readonly<Record<PeriodState, Translated>> = {
  open: { 'zh-TW': '開放', 'zh-CN': '开放', en: 'open' },
  closed: { 'zh-TW': '已關帳', 'zh-CN': '已关账', en: 'closed' },
  filed: { 'zh-TW': '已申報', 'zh-CN': '已申报', en: 'filed' },
};

const NEXT_STEP: Readonly<Record<PeriodState, Translated>> = {
  open: { 'zh-TW': '請先關帳。', 'zh-CN': '请先关账。', en: 'Close it first.' },
  closed: { 'zh-TW': '請申報或重新開放。', 'zh-CN': '请申报或重新开放。', en: 'File it or open it again.' },
  filed: {
    'zh-TW': '已申報的月份不再開放，請在開放的月份更正。',
    'zh-CN': '已申报的月份不再开放，请在开放的月份更正。',
    en: 'A filed month is not opened again; correct it in an open one.',
  },
};

function wordsFor(state: PeriodState): Record<string, string> {
  const next = NEXT_STEP[state];
  return { ...NAMES[state], 'next-zh-TW': next['zh-TW'], 'next-zh-CN': next['zh-CN'], 'next-en': next.en };
}

/** No obstacle either: who begins in the middle of a year closes the months that were kept elsewhere when there is time. */
async function openBefore(tx: Statements, month: string): Promise<string[]> {
  const closed = await closedMonths(tx);
  return (await bookedMonths(tx)).filter((one) => one < month && !closed.has(one));
}

/** Payout lines of the month that no receipt books, by day and place. */
async function waitingIn(tx: Statements, month: string): Promise<Periods['waiting']> {
  const lines = await unbookedLines(tx, month);
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop.key]));
  const headers = await headersOf(tx, [...new Set(lines.map(({ batchId }) => batchId))]);
  return lines.map(({ shopId, batchId, line }) => {
    const { source } = must(headers, batchId);
    const { paidOutOn, currency, sourceRow } = line;
    return { lineKey: lineKey(must(shops, shopId), line), ...source, row: sourceRow, paidOutOn, currency };
  });
}
