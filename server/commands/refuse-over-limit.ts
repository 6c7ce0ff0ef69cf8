// What people give up by hand, written off or accepted as a fee, stays within the policy: a limit for each order, which
// may be a person's own, one for all that is decided at once, and one for the month. In base currency, as those of a run.
import type { BusinessDate } from '../../core/business-date.ts';
import { add, type Amount, type Currency, ZERO } from '../../core/money.ts';
import { measureIn, sumMeasured } from '../../core/reconcile/limit-in-base.ts';
import type { ReconcilePolicy } from '../../core/reconcile/policy.ts';
import type { WorkFacts } from '../../core/work-event.ts';
import { ApiError } from '../api-error.ts';
import type { SetUp } from './load-set-up.ts';

const LIMITS = {
  order: { 'zh-TW': '您每筆可沖銷或認列的上限', 'zh-CN': '您每笔可核销或确认的上限', en: 'your limit for one order' },
  run: { 'zh-TW': '每次沖銷與認列的上限', 'zh-CN': '每次核销与确认的上限', en: 'the limit for one decision' },
  month: { 'zh-TW': '本月沖銷與認列的上限', 'zh-CN': '本月核销与确认的上限', en: 'the limit of the month' },
  badDebt: { 'zh-TW': '您沖銷呆帳的權限', 'zh-CN': '您核销坏账的权限', en: 'your authority to write off bad debts' },
} as const;

/** @throws ApiError WRITE_OFF_OVER_LIMIT naming the limit; also where no exchange rate tells how much it is */
export function refuseOverLimit(items: readonly WorkFacts[], author: string, setUp: SetUp, asOf: BusinessDate): void {
  const { tolerance, authority } = setUp.policy;
  const perOrder = limitOf(author, authority) ?? tolerance.perOrder;
  const measure = measureIn(setUp);
  const before = sumMeasured(setUp.writtenOff, measure, asOf);
  const totals = new Map<Currency, Amount>();
  for (const { decided, currency } of items) {
    const measured = measure(decided?.amount ?? ZERO, currency, asOf);
    if (measured === null || measured.amount > perOrder) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.order);
    totals.set(measured.currency, add(totals.get(measured.currency) ?? ZERO, measured.amount));
  }
  for (const [currency, total] of totals) {
    if (total > tolerance.perRun) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.run);
    const month = add(total, before.get(currency) ?? ZERO);
    if (month > tolerance.perMonth) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.month);
  }
}

/**
 * A bad debt may be as large as an order, so the limits for small differences say nothing of it: a person needs an
 * authority of their own, and all that is decided at once stays within it.
 * @throws ApiError WRITE_OFF_OVER_LIMIT
 */
export function refuseBeyondAuthority(
  items: readonly WorkFacts[],
  author: string,
  setUp: SetUp,
  asOf: BusinessDate,
): void {
  const limit = limitOf(author, setUp.policy.authority) ?? ZERO;
  const measure = measureIn(setUp);
  const totals = new Map<Currency, Amount>();
  for (const { decided, currency } of items) {
    const measured = measure(decided?.amount ?? ZERO, currency, asOf);
    if (measured === null) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.badDebt);
    const total = add(totals.get(measured.currency) ?? ZERO, measured.amount);
    if (total > limit) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.badDebt);
    totals.set(measured.currency, total);
  }
}

/** Names are what people type: one that every object has by birth is no entry. */
function limitOf(author: string, authority: ReconcilePolicy['authority'] = {}): Amount | undefined {
  return Object.hasOwn(authority, author) ? authority[author] : undefined;
}
