// What the contracts ask of each order, beside what the platform charged. The platform's figure is booked; this one only
// says whether it is right. docs/fees.md tells the same steps in words.
import { add, type Amount, negate, type Unrounded, ZERO } from '../money.ts';
import { COMPONENT_TYPES, type ComponentType } from '../payout.ts';
import { type ChargedOrder, chargeOrders } from './charge-orders.ts';
import { type ChosenRule, chooseRule } from './choose-rule.ts';
import { FEE_TYPES, type FeeRule, type FeeType, isFreight } from './fee-rule.ts';
import { reversalOf } from './fee-reversal.ts';
import { chargedFor, type FeeSubject } from './fee-subject.ts';

/** One kind of fee of one order. Costs are positive; what comes back (FEE_REVERSAL) is negative. */
export interface FeeExpectation {
  readonly type: ComponentType;
  /** Zero, and meaningless, without a rule. */
  readonly contract: Amount;
  readonly charged: Amount;
  /** What `contract` was rounded from, in parts, and to how many decimals; null where it was not. */
  readonly rounded: { readonly from: readonly Unrounded[]; readonly decimals: number } | null;
  /** Null: no contract holds, or one cannot be computed from what is known (手續費未核). */
  readonly rule: { readonly id: string; readonly version: number } | null;
}

/** A rule's claim on an order, and what has been found due so far; null once a part of it cannot be known. */
interface Claim extends ChosenRule {
  readonly subject: FeeSubject;
  readonly type: FeeType;
  due: { readonly fee: Amount; readonly back: Amount; readonly exact: readonly Unrounded[] } | null;
}

/**
 * Every fee of each order that is charged or due, by order key. Orders that are rounded together (day, batch) must be
 * given together. The sequence of rules and subjects does not matter.
 */
export function expectedFees(
  rules: readonly FeeRule[],
  subjects: readonly FeeSubject[],
): ReadonlyMap<string, readonly FeeExpectation[]> {
  const rulesOf = indexRules(rules);
  const claims = subjects.map((subject) => claimsOn(subject, rulesOf));
  for (const [rule, parts] of roundedTogether(claims.flat())) settle(rule, parts);
  return new Map(subjects.map((subject, at) => [subject.orderKey, expectationsOf(subject, claims[at] ?? [])]));
}

const NOTHING_DUE = { fee: ZERO, back: ZERO, exact: [] };

type RulesOf = (platform: string, type: FeeType) => readonly FeeRule[];

function indexRules(rules: readonly FeeRule[]): RulesOf {
  const index = new Map<string, FeeRule[]>();
  for (const rule of rules) {
    const key = `${rule.feeType}\n${rule.platform}`;
    index.set(key, [...(index.get(key) ?? []), rule]);
  }
  return (platform, type) => index.get(`${type}\n${platform}`) ?? [];
}

function claimsOn(subject: FeeSubject, rulesOf: RulesOf): Claim[] {
  return FEE_TYPES.flatMap((type) => {
    const rules = rulesOf(subject.platform, type);
    const chosen = rules.length === 0 ? null : chooseRule(rules, subject);
    return chosen === null ? [] : { subject, type, due: NOTHING_DUE, ...chosen };
  });
}

interface Part {
  readonly claim: Claim;
  readonly order: ChargedOrder;
}

/** Every rule with the orders it is rounded over: surcharges stand with their contract, or on their own. */
function roundedTogether(claims: readonly Claim[]): Map<FeeRule, Part[]> {
  const parts = new Map<FeeRule, Part[]>();
  const put = (claim: Claim, rules: readonly [FeeRule, ...FeeRule[]]) => {
    const part = { claim, order: { subject: claim.subject, rules } };
    const held = parts.get(rules[0]);
    if (held) held.push(part);
    else parts.set(rules[0], [part]);
  };
  for (const claim of claims) {
    const { rule, surcharges } = claim;
    const summed = rule.rounding.when === 'sum' && (rule.scope === 'line' || rule.scope === 'order');
    put(claim, summed ? [rule, ...surcharges] : [rule]);
    if (!summed) surcharges.forEach((surcharge) => put(claim, [surcharge]));
  }
  return parts;
}

function settle(rule: FeeRule, parts: readonly Part[]): void {
  const charges = chargeOrders(
    rule,
    parts.map(({ order }) => order),
  );
  parts.forEach(({ claim }, at) => {
    const charge = charges[at] ?? null;
    const { due, subject } = claim;
    claim.due =
      charge === null || due === null
        ? null
        : {
            fee: add(due.fee, charge.amount),
            back: add(due.back, reversalOf(rule, charge, subject)),
            exact: due === NOTHING_DUE ? charge.units : [...due.exact, ...charge.units],
          };
  });
}

function expectationsOf(subject: FeeSubject, claims: readonly Claim[]): FeeExpectation[] {
  const fees = FEE_TYPES.flatMap((type) => {
    const claim = claims.find((candidate) => candidate.type === type);
    return expectation(subject, type, claim?.due?.fee ?? null, claim, claim?.due?.exact);
  });
  const known =
    claims.every(({ due }) => due !== null) && fees.every(({ rule, type }) => rule !== null || isFreight(type));
  const back = claims.reduce((total, { due }) => add(total, due?.back ?? ZERO), ZERO);
  const returned = expectation(subject, 'FEE_REVERSAL', known ? negate(back) : null, claims[0]);
  return [...fees, ...returned].sort((one, other) => place(one.type) - place(other.type));
}

const place = (type: ComponentType) => COMPONENT_TYPES.indexOf(type);

/** None where nothing is charged and nothing due. */
function expectation(
  subject: FeeSubject,
  type: ComponentType,
  contract: Amount | null,
  claim: Claim | undefined,
  exact: readonly Unrounded[] = [],
): FeeExpectation[] {
  const charged = chargedFor(subject, type);
  if (charged === 0 && !contract) return [];
  const by = contract === null || claim === undefined ? null : claim.rule;
  const rule = by && { id: by.id, version: by.version };
  const rounded = by && exact.length > 0 ? { from: exact, decimals: by.rounding.decimals } : null;
  return [{ type, contract: contract ?? ZERO, charged, rounded, rule }];
}
