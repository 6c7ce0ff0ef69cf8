// What the platform charged beside what the contracts ask, over many orders: by fee, and order by order as a list of
// claims (申訴清單). The claims are those a run books.
import { checkFees } from '../fees/check-fees.ts';
import { expectedFees } from '../fees/expected-fees.ts';
import type { FeeRule } from '../fees/fee-rule.ts';
import type { FeeSubject } from '../fees/fee-subject.ts';
import { add, type Amount, type Currency, ZERO } from '../money.ts';
import { COMPONENT_TYPES, type ComponentType } from '../payout.ts';
import { feeClaimsOf } from './judge-fees.ts';

interface FeeDeviationRow {
  readonly orderKey: string;
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly feeType: ComponentType;
  readonly charged: Amount;
  readonly contract: Amount;
  /** Charged less contract: above zero the platform took too much. */
  readonly excess: Amount;
  /** What of it is claimed from the platform. */
  readonly claim: Amount;
}

interface FeeTotals {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly feeType: ComponentType;
  /** Orders with this fee, charged or due. */
  readonly orders: number;
  readonly holds: number;
  readonly over: { readonly orders: number; readonly sum: Amount };
  readonly under: { readonly orders: number; readonly sum: Amount };
  /** 手續費未核: no contract, or one that cannot be computed. */
  readonly unchecked: { readonly orders: number; readonly sum: Amount };
  readonly claim: Amount;
}

export interface FeeDeviations {
  readonly totals: readonly FeeTotals[];
  readonly rows: readonly FeeDeviationRow[];
}

type Facts = Omit<FeeDeviationRow, 'excess' | 'claim'> & Pick<FeeTotals, 'orders'>;

/** @param tolerance of the policy, up to and including which a difference is none */
export function listFeeDeviations(
  rules: readonly FeeRule[],
  subjects: readonly FeeSubject[],
  tolerance: Amount,
): FeeDeviations {
  const expected = expectedFees(rules, subjects);
  const totals = new Map<string, FeeTotals>();
  const rows = subjects.flatMap((subject) => {
    const { orderKey, platform, shop, currency } = subject;
    const expectations = expected.get(orderKey) ?? [];
    const check = checkFees(expectations, tolerance, subject.isPaid);
    const claims = feeClaimsOf(check);
    const own = check.deviations.map(({ type, charged, contract, excess }): FeeDeviationRow => {
      const claim = claims.get(type) ?? ZERO;
      return { ...{ orderKey, platform, shop, currency }, feeType: type, charged, contract, excess, claim };
    });
    for (const { type, charged } of expectations) {
      if (charged === 0 && check.toCome.includes(type)) continue;
      const row = own.find(({ feeType }) => feeType === type) ?? null;
      const facts = { orderKey, platform, shop, currency, feeType: type, charged, contract: ZERO, orders: 1 };
      count(totals, facts, row, check.unchecked.includes(type));
    }
    return own;
  });
  return { totals: [...totals.values()].sort(byPlace), rows };
}

function count(totals: Map<string, FeeTotals>, facts: Facts, row: FeeDeviationRow | null, isUnchecked: boolean): void {
  const { platform, shop, currency, feeType, charged } = facts;
  const key = JSON.stringify([platform, shop, currency, feeType]);
  const none = { orders: 0, sum: ZERO };
  const held = totals.get(key) ?? {
    ...{ platform, shop, currency, feeType, orders: 0, holds: 0 },
    ...{ over: none, under: none, unchecked: none, claim: ZERO },
  };
  const plus = (one: FeeTotals['over'], amount: Amount) => ({ orders: one.orders + 1, sum: add(one.sum, amount) });
  const counted = { ...held, orders: held.orders + 1 };
  if (isUnchecked) totals.set(key, { ...counted, unchecked: plus(held.unchecked, charged) });
  else if (row === null) totals.set(key, { ...counted, holds: held.holds + 1 });
  else {
    const side = row.excess > 0 ? 'over' : 'under';
    totals.set(key, { ...counted, [side]: plus(held[side], row.excess), claim: add(held.claim, row.claim) });
  }
}

function byPlace(one: FeeTotals, other: FeeTotals): number {
  const place = ({ platform, shop, currency }: FeeTotals) => JSON.stringify([platform, shop, currency]);
  const kind = ({ feeType }: FeeTotals) => COMPONENT_TYPES.indexOf(feeType);
  return (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0) || kind(one) - kind(other);
}
