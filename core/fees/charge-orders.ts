// What a rule asks of each order: charges by line or order, summed over their level, rounded there, and given back to
// the orders so that they sum to what was rounded.
import { type Amount, fraction, round, spread, sum, sumUnrounded, type Unrounded, unrounded, ZERO } from '../money.ts';
import { chargeOf } from './charge-of.ts';
import type { FeeRule, RoundingLevel } from './fee-rule.ts';
import { baseOf, dayThatDecides, type FeeSubject, lineBasesOf, piecesOf } from './fee-subject.ts';

const NONE = unrounded(ZERO);

/** An order and the rules that are rounded together for it: the contract, then its surcharges. */
export interface ChargedOrder {
  readonly subject: FeeSubject;
  readonly rules: readonly FeeRule[];
}

export interface OrderCharge {
  readonly amount: Amount;
  /** The charge by line or as one, as exact as it was before rounding over more than that. */
  readonly units: readonly Unrounded[];
}

/**
 * One charge an order, in the orders' sequence; null where it cannot be known (no day, batch, line or category).
 * @param rule whose scope and rounding count; every order's first rule
 */
export function chargeOrders(rule: FeeRule, orders: readonly ChargedOrder[]): (OrderCharge | null)[] {
  if (rule.scope === 'payout' || rule.scope === 'month') return chargeTogether(rule, orders);
  return roundOrders(
    rule,
    orders.map(({ subject }) => subject),
    orders.map(unitsOf),
  );
}

/** Rounds exact charges at the rule's level. Used on its own where charges are known and roundings are tried. */
export function roundOrders(
  rule: Pick<FeeRule, 'rounding' | 'when'>,
  subjects: readonly FeeSubject[],
  charges: readonly (readonly Unrounded[] | null)[],
): (OrderCharge | null)[] {
  const { mode, decimals, level } = rule.rounding;
  if (level === 'line' || level === 'order')
    return charges.map((units) => units && roundAlone(units, level, (exact) => round(exact, mode, decimals)));
  const result: (OrderCharge | null)[] = charges.map(() => null);
  for (const places of groupsOf(rule, subjects, level)) {
    const known = places.filter((at) => charges[at]);
    const shares = known.map((at) => sumUnrounded(charges[at] ?? []));
    const parts = spread(round(sumUnrounded(shares), mode, decimals), shares, decimals);
    known.forEach((at, place) => (result[at] = { amount: parts[place] ?? ZERO, units: charges[at] ?? [] }));
  }
  return result;
}

function roundAlone(
  units: readonly Unrounded[],
  level: 'line' | 'order',
  rounded: (exact: Unrounded) => Amount,
): OrderCharge {
  if (level === 'order')
    return { amount: rounded(units.length === 1 ? (units[0] ?? NONE) : sumUnrounded(units)), units };
  const amounts = units.map(rounded);
  return { amount: sum(amounts), units: amounts.map(unrounded) };
}

/** The exact charges of an order, its rules' added line by line; null where one of them cannot be known. */
function unitsOf({ subject, rules }: ChargedOrder): Unrounded[] | null {
  const [first = [], ...more] = rules.map((rule) => exactCharges(rule, subject));
  if (first === null) return null;
  return more.reduce<Unrounded[] | null>(
    (total, units) => total && units && total.map((value, at) => sumUnrounded([value, ...units.slice(at, at + 1)])),
    first,
  );
}

/** A rule's charges on an order before rounding: one for each line, or one. */
export function exactCharges(rule: FeeRule, subject: FeeSubject): Unrounded[] | null {
  const { lines } = subject;
  if (rule.scope !== 'line') {
    const charge = chargeOf(rule, { base: baseOf(subject, rule.base), quantity: piecesOf(lines), category: null });
    return charge === null ? null : [charge];
  }
  const bases = lineBasesOf(subject, rule.base);
  const charges = lines.map(({ quantity, category }, at) =>
    chargeOf(rule, { base: bases[at] ?? ZERO, quantity, category }),
  );
  const known = charges.filter((charge) => charge !== null);
  return lines.length === 0 || known.length < charges.length ? null : known;
}

/** One charge a payout or month, shared out by the orders' bases, or evenly where the rule has no base. */
function chargeTogether(rule: FeeRule, orders: readonly ChargedOrder[]): (OrderCharge | null)[] {
  const subjects = orders.map(({ subject }) => subject);
  const result: (OrderCharge | null)[] = orders.map(() => null);
  for (const places of groupsOf(rule, subjects, rule.scope === 'payout' ? 'batch' : 'month')) {
    const members = places.flatMap((at) => subjects[at] ?? []);
    const bases = members.map((subject) => baseOf(subject, rule.base));
    const quantity = members.reduce((pieces, { lines }) => pieces + piecesOf(lines), 0);
    const charge = chargeOf(rule, { base: sum(bases), quantity, category: null });
    if (charge === null) continue;
    const weights = bases.some((base) => base > 0) ? bases.map((base) => Math.max(base, 0)) : bases.map(() => 1);
    const whole = weights.reduce((total, weight) => total + weight, 0);
    const shares = weights.map((weight) => fraction(charge, weight, whole));
    const { mode, decimals } = rule.rounding;
    const parts = spread(round(charge, mode, decimals), shares, decimals);
    places.forEach((at, place) => (result[at] = alone(parts[place] ?? ZERO)));
  }
  return result;
}

const alone = (amount: Amount): OrderCharge => ({ amount, units: [unrounded(amount)] });

/** Places of the orders that are rounded together, in the sequence of their keys: ties never hang on the input. */
export function groupsOf(rule: Pick<FeeRule, 'when'>, subjects: readonly FeeSubject[], level: GroupLevel): number[][] {
  const groups = new Map<string, number[]>();
  subjects.forEach((subject, at) => {
    const key = groupKeyOf(rule, subject, level);
    if (key === null) return;
    const group = groups.get(`${subject.shop}\n${key}`);
    if (group) group.push(at);
    else groups.set(`${subject.shop}\n${key}`, [at]);
  });
  const orderOf = (at: number) => subjects[at]?.orderKey ?? '';
  return [...groups.values()].map((places) =>
    places.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : orderOf(one) > orderOf(other) ? 1 : 0)),
  );
}

/** What the subject's group of that level is called within its shop; null where a day or payout is not known. */
export function groupKeyOf({ when }: Pick<FeeRule, 'when'>, subject: FeeSubject, level: GroupLevel): string | null {
  if (level === 'batch') return subject.batchId;
  const day = dayThatDecides(subject, when);
  return level === 'month' && day !== null ? day.slice(0, 7) : day;
}

export type GroupLevel = Exclude<RoundingLevel, 'line' | 'order'>;

/** Over what the rule is charged or rounded beyond one order; null for none. */
export function groupLevelOf({ scope, rounding: { level } }: Pick<FeeRule, 'scope' | 'rounding'>): GroupLevel | null {
  if (scope === 'payout') return 'batch';
  if (scope === 'month') return 'month';
  return level === 'line' || level === 'order' ? null : level;
}
