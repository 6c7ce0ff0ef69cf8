// Which orders' fees are rounded together, by the contracts that hold for them: whoever judges one of them needs all.
import { groupKeyOf, type GroupLevel, groupLevelOf } from './charge-orders.ts';
import { chooseRule, isOpen } from './choose-rule.ts';
import { type DecidingDay, FEE_TYPES, type FeeRule } from './fee-rule.ts';
import type { FeeSubject } from './fee-subject.ts';

/** A shop's day, month or payout over which a contract is charged or rounded. */
export interface RoundingGroup {
  readonly platform: string;
  readonly shop: string;
  readonly level: GroupLevel;
  /** By which day of the order; of no meaning for payouts. */
  readonly when: DecidingDay;
  /** The day, the month (YYYY-MM), or the payout as `FeeSubject.batchId` names it. */
  readonly key: string;
}

export const isRoundedTogether = (rule: FeeRule) => groupLevelOf(rule) !== null;

/** The groups of each order, by its key; none where all its contracts go by order or line. */
export function roundingGroups(
  rules: readonly FeeRule[],
  subjects: readonly FeeSubject[],
): ReadonlyMap<string, readonly RoundingGroup[]> {
  return new Map(subjects.map((subject) => [subject.orderKey, groupsOf(rules, subject)]));
}

function groupsOf(rules: readonly FeeRule[], subject: FeeSubject): RoundingGroup[] {
  const { platform, shop } = subject;
  return FEE_TYPES.flatMap((type) => {
    const own = rules.filter((rule) => rule.feeType === type && rule.platform === platform);
    const choice = own.length === 0 ? null : chooseRule(own, subject);
    if (choice === null || isOpen(choice)) return [];
    return [choice.rule, ...choice.surcharges].flatMap((rule): RoundingGroup[] => {
      const level = groupLevelOf(rule);
      const key = level === null ? null : groupKeyOf(rule, subject, level);
      if (level === null || key === null) return [];
      return [{ platform, shop, level, when: rule.when, key }];
    });
  });
}

/** The same for the same group. */
export const nameOfGroup = ({ platform, shop, level, when, key }: RoundingGroup) =>
  [platform, shop, level, level === 'batch' ? '' : when, key].join('\u001f');
