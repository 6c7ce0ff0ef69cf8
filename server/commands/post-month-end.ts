// A month's end (月結): what the month shows on its last day and turns back on the next, posted once. Said again it posts
// only what has changed since; closing a month says it by itself.
import type { BusinessDate } from '../../core/business-date.ts';
import type { CompanySettings } from '../../core/company.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { dayAfter } from '../../core/ledger/month-end.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import type { MonthEndAnswer, MonthEndRequest } from '../../core/ledger-api.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { DocumentedVoucher, VoucherDraft } from '../../core/voucher.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { listRates } from '../store/exchange-rates.ts';
import { insertPrepayments, type Prepayment } from '../store/month-ends.ts';
import { nextId } from '../store/next-id.ts';
import { orderNumbers } from '../store/orders.ts';
import { closedMonths } from '../store/periods.ts';
import { insertRun, nameOfRun, runOfPlan } from '../store/runs.ts';
import { listShops } from '../store/shops.ts';
import { insertVouchers, type PostedVoucher, vouchersOfRun } from '../store/vouchers.ts';
import { draftMonthEnd, paidBeforeShipping } from './draft-month-end.ts';
import { must } from './load-scope.ts';
import { loadMonthEnd, type MonthEnd, NO_ENTRY_YET } from './month-end.ts';
import { numberDocuments } from './number-documents.ts';
import { VOUCHER_SERIES } from './post-plan.ts';
import { currentCompany } from './read-company.ts';

/**
 * @throws ApiError PERIOD_CLOSED when the month is closed; RATE_MISSING when a foreign balance cannot be valued;
 * PLAN_STALE when another plan was looked at
 */
export function runMonthEnd(books: Books, request: MonthEndRequest): Promise<MonthEndAnswer> {
  return books.database.transaction(books.company, (tx) => endMonth(tx, request, books.now()));
}

export async function endMonth(tx: Statements, request: MonthEndRequest, now: string): Promise<MonthEndAnswer> {
  const { month, planHash, mode = 'post' } = request;
  const closed = await closedMonths(tx);
  if (closed.has(month)) throw new ApiError('PERIOD_CLOSED', { month });
  const { end, prepaid, drafts, withoutCost, turnedOn, hash } = await planOf(tx, month, closed);
  if (planHash !== undefined && planHash !== hash) throw new ApiError('PLAN_STALE');
  const answer = { month, planHash: hash, prepaid: await namesOf(tx, end, prepaid), withoutCost: [...withoutCost] };
  if (mode === 'plan' || drafts.length === 0) {
    return { ...answer, runId: null, vouchers: withTurns(drafts, draftNumbers(drafts), turnedOn, end.company) };
  }
  const runId = await nextId(tx, 'runs');
  const vouchers = await post(tx, runId, { drafts, prepaid, turnedOn, hash, end }, now);
  const detail = { month, vouchers: vouchers.length, author: request.author };
  await appendAudit(tx, now, { action: 'month.ended', subject: nameOfRun(runId), detail });
  return { ...answer, runId: nameOfRun(runId), vouchers };
}

/**
 * What a plan posted by which the month was closed; nothing where it had nothing to post, null where it is another plan. A
 * month with something to post is told by its run, one without by the plan that the closed month still has.
 */
export async function endedBy(
  tx: Statements,
  { month, planHash }: { readonly month: string; readonly planHash: string },
): Promise<DocumentedVoucher[] | null> {
  const runId = await runOfPlan(tx, 'month-end', planHash);
  if (runId !== null) return documented(tx, await vouchersOfRun(tx, runId));
  const { drafts, hash } = await planOf(tx, month, await closedMonths(tx));
  return drafts.length === 0 && hash === planHash ? [] : null;
}

async function documented(tx: Statements, vouchers: readonly PostedVoucher[]): Promise<DocumentedVoucher[]> {
  const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  const numbers = new Map(vouchers.map(({ id, number }) => [id, number]));
  return vouchers.map(({ shopId, reverses, id: _id, ...voucher }) => ({
    ...voucher,
    ...{ shop: must(shops, shopId), documents: [] },
    reverses: reverses === null ? null : must(numbers, reverses),
  }));
}

async function planOf(tx: Statements, month: string, closed: ReadonlySet<string>) {
  const end = await endOf(tx, month);
  const prepaid = await paidBeforeShipping(tx, end);
  const { vouchers: drafts, withoutCost } = await draftMonthEnd(tx, end, prepaid);
  const turnedOn = openDay(dayAfter(end.lastDay), closed);
  const hash = fingerprint(JSON.stringify([month, turnedOn, prepaid, drafts]));
  return { end, prepaid, drafts, withoutCost, turnedOn, hash };
}

/** The end of the month as the books stand now. */
async function endOf(tx: Statements, month: string): Promise<MonthEnd> {
  const company = await currentCompany(tx);
  const rateOn = ratesOf({ company, rates: await listRates(tx) });
  return loadMonthEnd(tx, { month, company, rateOn, beforeEntry: NO_ENTRY_YET });
}

interface Posting {
  readonly drafts: readonly VoucherDraft[];
  readonly prepaid: readonly Prepayment[];
  readonly turnedOn: BusinessDate;
  readonly hash: string;
  readonly end: MonthEnd;
}

async function post(tx: Statements, runId: number, posting: Posting, now: string): Promise<DocumentedVoucher[]> {
  const { drafts, prepaid, turnedOn, hash, end } = posting;
  const all = withTurns(drafts, await numbersOf(tx, posting), turnedOn, end.company);
  const posted = { matches: 0, sales: 0, receipts: 0, vouchers: all.length, movements: 0 };
  const run = { id: runId, kind: 'month-end', asOf: end.lastDay, policy: DEFAULT_POLICY } as const;
  await insertRun(tx, { ...run, batchIds: [], planHash: hash, posted }, now);
  await insertPrepayments(tx, runId, prepaid);
  const firstId = await nextId(tx, 'vouchers');
  const ids = new Map(all.map(({ number }, at) => [number, firstId + at]));
  const shopIds = new Map([...end.shops].map(([id, key]) => [key, id]));
  const rows = all.map(({ shop, ...voucher }): PostedVoucher => ({
    ...voucher,
    ...{ id: must(ids, voucher.number), shopId: must(shopIds, shop), documents: [] },
    reverses: voucher.reverses === null ? null : must(ids, voucher.reverses),
  }));
  await insertVouchers(tx, runId, rows);
  return all;
}

/** Those of the last day, then those that turn them back. */
async function numbersOf(tx: Statements, { drafts, turnedOn }: Posting): Promise<readonly string[]> {
  const days = [...drafts.map(({ postedOn }) => postedOn), ...drafts.filter(isTurnedBack).map(() => turnedOn)];
  const numbers = await numberDocuments(
    tx,
    days.map((on) => ({ series: VOUCHER_SERIES, on })),
  );
  return [...numbers.values()];
}

/** A plan takes no numbers. */
const draftNumbers = (drafts: readonly VoucherDraft[]) =>
  Array.from({ length: drafts.length * 2 }, (_, at) => `DRAFT-${String(at + 1).padStart(4, '0')}`);

/** The vouchers of the last day, and the reversals of those that only show how it stood. */
function withTurns(
  drafts: readonly VoucherDraft[],
  numbers: readonly string[],
  turnedOn: BusinessDate,
  company: CompanySettings,
): DocumentedVoucher[] {
  const first = drafts.map((draft, at) => ({ ...draft, number: must(numbers, at), reverses: null, documents: [] }));
  const turns = first.filter(isTurnedBack).map((voucher, at) => ({
    ...reverseVoucher(voucher, turnedOn, company),
    ...{ number: must(numbers, first.length + at), reverses: voucher.number, documents: [] },
  }));
  return [...first, ...turns];
}

/** The cost of what was sold stays; what only shows how the last day stood does not. */
const isTurnedBack = ({ kind }: VoucherDraft) => kind === 'adjustment';

async function namesOf(tx: Statements, { shops }: MonthEnd, prepaid: readonly Prepayment[]) {
  const numbers = await orderNumbers(
    tx,
    prepaid.map(({ orderId }) => orderId),
  );
  const numberOf = new Map(numbers.map(([id, , number]) => [id, number]));
  return prepaid.map(({ orderId, shopId, currency, amount }) => {
    return { shop: must(shops, shopId), orderNumber: must(numberOf, orderId), currency, amount };
  });
}
