// Which contract holds for an order: conditions, shop and day decide. What nobody knows of the order leaves a contract
// open: it may hold or not, and then several choices are possible.
import { FEE_FACTS, type FeeFact, type FeeRule } from './fee-rule.ts';
import { dayThatDecides, type FeeSubject } from './fee-subject.ts';

export interface ChosenRule {
  readonly rule: FeeRule;
  /** All surcharges on it that hold as well. */
  readonly surcharges: readonly FeeRule[];
}

/** Which contract holds hangs on what is not known of the order. */
export interface OpenChoice {
  /** Every choice that what is missing could lead to; empty where they cannot be told apart by the charge. */
  readonly possible: readonly ChosenRule[];
  readonly lacking: readonly FeeFact[];
}

export type RuleChoice = ChosenRule | OpenChoice;

export const isOpen = (choice: RuleChoice): choice is OpenChoice => 'lacking' in choice;

/** A rule that holds, or may hold once the missing facts are known. */
interface Candidate {
  readonly rule: FeeRule;
  readonly lacking: readonly FeeFact[];
}

/**
 * Of the rules that stand alone the most specific one (a named shop, then a seller type, then more plans).
 * @param rules all of one fee type
 * @returns null for no rule, and for two that claim the order alike
 */
export function chooseRule(rules: readonly FeeRule[], subject: FeeSubject): RuleChoice | null {
  const candidates = rules.flatMap((rule) => candidateOf(rule, subject));
  const alone = candidates.filter(({ rule }) => rule.additive.length === 0);
  const known = alone.filter(isKnown);
  const highest = Math.max(...known.map(({ rule }) => specificity(rule)));
  const [best, rival] = known.filter(({ rule }) => specificity(rule) === highest);
  const open = alone.filter((one) => !isKnown(one) && specificity(one.rule) >= highest);
  if (rival !== undefined) return null;
  const winners = [...open, ...(best === undefined ? [] : [best])];
  const choices = winners.map((winner) => withSurcharges(winner, candidates));
  if (choices.some((choice) => choice === null)) return null;
  const sure = choices.filter((choice) => choice !== null);
  const lacking = [...new Set(sure.flatMap((choice) => choice.lacking))].sort(byFact);
  const possible = sure.flatMap((choice) => choice.possible);
  if (lacking.length === 0) return possible[0] ?? null;
  // A day that nobody knows is no condition that a charge could prove.
  return { lacking, possible: lacking.includes('day') ? [] : possible };
}

const isKnown = ({ lacking }: Candidate) => lacking.length === 0;
const byFact = (one: FeeFact, other: FeeFact) => FEE_FACTS.indexOf(one) - FEE_FACTS.indexOf(other);

/** More open surcharges than these make too many sums to tell apart. */
const SURCHARGES_MAX = 4;

/** A contract with every set of surcharges that may hold; null where two versions of one are in force. */
function withSurcharges({ rule, lacking }: Candidate, candidates: readonly Candidate[]): OpenChoice | null {
  const own = candidates.filter((one) => one.rule.additive.includes(rule.id));
  if (new Set(own.map((one) => one.rule.id)).size < own.length) return null;
  const open = own.filter((one) => !isKnown(one));
  const sets = open.length > SURCHARGES_MAX ? [] : subsetsOf(open.map((one) => one.rule));
  const possible = sets.map((set) => ({
    rule,
    surcharges: own.filter((one) => isKnown(one) || set.includes(one.rule)).map((one) => one.rule),
  }));
  return { possible, lacking: [...lacking, ...open.flatMap((one) => one.lacking)] };
}

const subsetsOf = (rules: readonly FeeRule[]) =>
  rules.reduce<(readonly FeeRule[])[]>((sets, rule) => sets.flatMap((set) => [set, [...set, rule]]), [[]]);

/** None where a condition is known not to hold. */
function candidateOf(rule: FeeRule, subject: FeeSubject): Candidate[] {
  const { shop, currency, sellerType, programs } = subject;
  if (rule.shopPattern !== '*' && rule.shopPattern !== shop) return [];
  if (rule.currency !== currency) return [];
  const answers: readonly (readonly [FeeFact, boolean | null])[] = [
    ['sellerType', rule.sellerType === null || (sellerType === null ? null : rule.sellerType === sellerType)],
    ['programs', plansFit(rule, programs)],
    ['day', isInForce(rule, subject)],
  ];
  if (answers.some(([, answer]) => answer === false)) return [];
  return [{ rule, lacking: answers.filter(([, answer]) => answer === null).map(([fact]) => fact) }];
}

function plansFit({ programs: { has, lacks } }: FeeRule, programs: FeeSubject['programs']): boolean | null {
  if (has.length === 0 && lacks.length === 0) return true;
  if (programs === null) return null;
  return has.every((program) => programs.includes(program)) && !lacks.some((program) => programs.includes(program));
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
