// What every pass that looks for deposits obeys: which pairs may be, how far apart their days, and what it hands back.
import { daysBetween } from '../business-date.ts';
import type { RateOn } from '../reconcile/exchange-rates.ts';
import {
  type Deposit,
  type DepositGroup,
  type DepositProposal,
  type Due,
  type FeeOf,
  pairKey,
} from './deposit-match.ts';

export interface DepositRules {
  readonly feeOf: FeeOf;
  /** `pairKey`s of what people declined: such a pair never returns, in no group and no proposal. */
  readonly declined: ReadonlySet<string>;
  /** A deposit may come so many days before or after its due. */
  readonly windowDays: number;
  /** The same where the deposit names the due. */
  readonly namedWindowDays: number;
  /** A negative batch may be taken off a deposit so many days later. */
  readonly carryDays: number;
  /** Base units for one unit of the currency on the day; null where none is known, and for a company without base currency. */
  readonly rateOn: RateOn;
  /** How far, as a share, the implied rate of a conversion may be from the books' own: `0.05`. */
  readonly conversionSpreadMax: string;
}

/** What the passes have not linked yet, by key. */
export interface OpenItems {
  readonly dues: readonly Due[];
  readonly deposits: readonly Deposit[];
}

/** What a pass found. */
export interface Found {
  readonly groups: readonly DepositGroup[];
  readonly proposals: readonly DepositProposal[];
}

/** Whether the deposit can be the due's at all: one currency, a fitting account, not declined. */
export function mayBelong(due: Due, deposit: Deposit, { declined }: DepositRules): boolean {
  return (
    due.currency === deposit.currency &&
    (deposit.shop === null || deposit.shop === due.shop) &&
    !declined.has(pairKey(due.key, deposit.key))
  );
}

/** Whether the days fit. A negative batch waits for a deposit that it is taken off. */
export function isNear(due: Due, deposit: Deposit, { windowDays, carryDays }: DepositRules): boolean {
  const days = daysBetween(due.day, deposit.day);
  return days >= -windowDays && days <= (due.amount < 0 ? carryDays : windowDays);
}
