// What the contracts ask of each order, beside what the platform charged. The platform's figure is booked; this one only
// says whether it is right. docs/fees.md tells the same steps in words.
import { add, type Amount, negate, type Unrounded, ZERO } from '../money.ts';
import { COMPONENT_TYPES, type ComponentType } from '../payout.ts';
import { type ChargedOrder, chargeOrders, groupLevelOf } from './charge-orders.ts';
import { type ChosenRule, chooseRule, isOpen, type OpenChoice } from './choose-rule.ts';
import { FEE_TYPES, type FeeFact, type FeeRule, type FeeType, isFreight } from './fee-rule.ts';
import { reversalOf } from './fee-reversal.ts';
import { chargedFor, dayThatDecides, type FeeSubject } from './fee-subject.ts';

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
  /** What is not known of the order and decides its contract; empty where a rule stands or none is set. */
  readonly lacking: readonly FeeFact[];
}

/** A rule's claim on an order, and what has been found due so far; null once a part of it cannot be known. */
interface Claim extends ChosenRule {
  readonly subject: FeeSubject;
  readonly type: FeeType;
  due: { readonly fee: Amount; readonly back: Amount; readonly exact: readonly Unrounded[] } | null;
}

/** The claims on an order, and the fees whose contract hangs on what is not known of it. */
interface Claims {
  readonly claims: readonly Claim[];
  readonly open: ReadonlyMap<FeeType, readonly FeeFact[]>;
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
  const all = claims.flatMap((own) => own.claims);
  for (const [rule, parts] of roundedTogether(all)) settle(rule, parts);
  return new Map(subjects.map((subject, at) => [subject.orderKey, expectationsOf(subject, claims[at] ?? NO_CLAIMS)]));
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

const NO_CLAIMS: Claims = { claims: [], open: new Map() };

function claimsOn(subject: FeeSubject, rulesOf: RulesOf): Claims {
  const open = new Map<FeeType, readonly FeeFact[]>();
  const claims = FEE_TYPES.flatMap((type): Claim[] => {
    const rules = rulesOf(subject.platform, type);
    const choice = rules.length === 0 ? null : chooseRule(rules, subject);
    if (choice === null) return [];
    if (!isOpen(choice)) return [claimOf(subject, type, choice)];
    const proved = provedBy(subject, type, choice);
    if (proved === null) open.set(type, choice.lacking);
    return proved === null ? [] : [claimOf(subject, type, proved)];
  });
  return { claims, open };
}

const claimOf = (subject: FeeSubject, type: FeeType, chosen: ChosenRule): Claim => {
  return { subject, type, due: NOTHING_DUE, ...chosen };
};

/**
 * Where what is not known decides between contracts, the charge is evidence: if exactly one of them asks for just that,
 * it is the one. A charge that none or several of them explain proves nothing.
 */
function provedBy(subject: FeeSubject, type: FeeType, { possible }: OpenChoice): ChosenRule | null {
  const charged = chargedFor(subject, type);
  if (charged === 0) return null;
  const explaining = possible.filter((chosen) => dueAlone(claimOf(subject, type, chosen)) === charged);
  return explaining.length === 1 ? (explaining[0] ?? null) : null;
}

/** What is due by itself; null where it is rounded over several orders, which says nothing about one. */
function dueAlone(claim: Claim): Amount | null {
  const parts = roundedTogether([claim]);
  if ([...parts.keys()].some((rule) => groupLevelOf(rule) !== null)) return null;
  for (const [rule, own] of parts) settle(rule, own);
  return claim.due?.fee ?? null;
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

function expectationsOf(subject: FeeSubject, { claims, open }: Claims): FeeExpectation[] {
  const fees = FEE_TYPES.flatMap((type) => {
    const claim = claims.find((candidate) => candidate.type === type);
    const lacking = open.get(type) ?? (claim === undefined ? [] : lackingOf(claim));
    return expectation(subject, type, claim?.due?.fee ?? null, claim, lacking);
  });
  const known =
    claims.every(({ due }) => due !== null) && fees.every(({ rule, type }) => rule !== null || isFreight(type));
  const back = claims.reduce((total, { due }) => add(total, due?.back ?? ZERO), ZERO);
  const missing = [...new Set(fees.flatMap(({ lacking }) => lacking))];
  const returned = expectation(subject, 'FEE_REVERSAL', known ? negate(back) : null, claims[0], missing);
  return [...fees, ...returned].sort((one, other) => place(one.type) - place(other.type));
}

const place = (type: ComponentType) => COMPONENT_TYPES.indexOf(type);

/** Why a claim cannot be computed, as far as it is a fact of the order. */
function lackingOf({ due, rule, surcharges, subject }: Claim): readonly FeeFact[] {
  if (due !== null) return [];
  const byCategory = [rule, ...surcharges].some((one) => one.byCategory !== null);
  if (byCategory && subject.lines.some(({ category }) => category === null)) return ['category'];
  return dayThatDecides(subject, rule.when) === null ? ['day'] : [];
}

/** None where nothing is charged and nothing due. */
function expectation(
  subject: FeeSubject,
  type: ComponentType,
  contract: Amount | null,
  claim: Claim | undefined,
  lacking: readonly FeeFact[],
): FeeExpectation[] {
  const charged = chargedFor(subject, type);
  if (charged === 0 && !contract) return [];
  const by = contract === null || claim === undefined ? null : claim.rule;
  const rule = by && { id: by.id, version: by.version };
  const exact = type === 'FEE_REVERSAL' ? [] : (claim?.due?.exact ?? []);
  const rounded = by && exact.length > 0 ? { from: exact, decimals: by.rounding.decimals } : null;
  return [{ type, contract: contract ?? ZERO, charged, rounded, rule, lacking: rule === null ? lacking : [] }];
}
