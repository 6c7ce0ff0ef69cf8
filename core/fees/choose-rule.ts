// Which contract holds for an order: conditions, shop and day decide; whatever stays open means no contract.
import type { FeeRule } from './fee-rule.ts';
import { dayThatDecides, type FeeSubject } from './fee-subject.ts';

export interface ChosenRule {
  readonly rule: FeeRule;
  /** All surcharges on it that hold as well. */
  readonly surcharges: readonly FeeRule[];
}

/**
 * Of the rules that stand alone the most specific one (a named shop, then a seller type, then more plans).
 * @param rules all of one fee type
 * @returns null for no rule, for two that claim the order alike, and where a missing day leaves it open
 */
export function chooseRule(rules: readonly FeeRule[], subject: FeeSubject): ChosenRule | null {
  const possible = rules.filter((rule) => fits(rule, subject));
  const alone = possible.filter((rule) => rule.additive.length === 0 && isInForce(rule, subject) !== false);
  const highest = Math.max(...alone.map(specificity));
  const [rule, rival] = alone.filter((candidate) => specificity(candidate) === highest);
  if (rule === undefined || rival !== undefined || isInForce(rule, subject) === null) return null;
  const surcharges = possible.filter(
    (candidate) => candidate.additive.includes(rule.id) && isInForce(candidate, subject) !== false,
  );
  const open = surcharges.some((candidate) => isInForce(candidate, subject) === null);
  const doubled = new Set(surcharges.map(({ id }) => id)).size < surcharges.length;
  return open || doubled ? null : { rule, surcharges };
}

function fits(rule: FeeRule, { shop, currency, sellerType, programs }: FeeSubject): boolean {
  return (
    (rule.shopPattern === '*' || rule.shopPattern === shop) &&
    rule.currency === currency &&
    (rule.sellerType === null || rule.sellerType === sellerType) &&
    rule.programs.has.every((program) => programs.includes(program)) &&
    !rule.programs.lacks.some((program) => programs.includes(program))
  );
}

/** Null: the day that decides is not known. */
function isInForce(rule: FeeRule, subject: FeeSubject): boolean | null {
  const { validFrom, validTo, when } = rule;
  if (validFrom === null && validTo === null) return true;
  const day = dayThatDecides(subject, when);
  if (day === null) return null;
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

const NAMED_SHOP = 10_000;
const SELLER_TYPE = 1_000;

function specificity({ shopPattern, sellerType, programs }: FeeRule): number {
  return (
    (shopPattern === '*' ? 0 : NAMED_SHOP) +
    (sellerType === null ? 0 : SELLER_TYPE) +
    programs.has.length +
    programs.lacks.length
  );
}
