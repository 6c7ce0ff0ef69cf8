// Write-offs by hand stay within the policy: a limit for each order, which may be a person's own, one for all that is
// decided at once, and one for the month.
import { absolute, add, type Amount, type Currency, ZERO } from '../../core/money.ts';
import type { WorkFacts } from '../../core/work-event.ts';
import { ApiError } from '../api-error.ts';
import type { SetUp } from './load-set-up.ts';

const LIMITS = {
  order: { 'zh-TW': '您每筆可沖銷的上限', 'zh-CN': '您每笔可核销的上限', en: 'your limit for one order' },
  run: { 'zh-TW': '每次沖銷的上限', 'zh-CN': '每次核销的上限', en: 'the limit for one decision' },
  month: { 'zh-TW': '本月沖銷的上限', 'zh-CN': '本月核销的上限', en: 'the limit of the month' },
} as const;

/** @throws ApiError WRITE_OFF_OVER_LIMIT naming the limit */
export function refuseOverLimit(items: readonly WorkFacts[], author: string, setUp: SetUp): void {
  const { tolerance, authority } = setUp.policy;
  const perOrder = authority?.[author] ?? tolerance.perOrder;
  const totals = new Map<Currency, Amount>();
  for (const { decided, currency } of items) {
    const amount = absolute(decided?.amount ?? ZERO);
    if (amount > perOrder) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.order);
    totals.set(currency, add(totals.get(currency) ?? ZERO, amount));
  }
  for (const [currency, total] of totals) {
    if (total > tolerance.perRun) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.run);
    const month = add(total, setUp.writtenOff.get(currency) ?? ZERO);
    if (month > tolerance.perMonth) throw new ApiError('WRITE_OFF_OVER_LIMIT', LIMITS.month);
  }
}
