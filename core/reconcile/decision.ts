// A decision a person made on the work list, as a run takes it in.
import type { Amount } from '../money.ts';
import type { ComponentType } from '../payout.ts';

export interface Decision {
  /** `withdrawn`: an earlier decision shall be taken back, also a write-off that would otherwise stay. */
  readonly kind: 'write-off' | 'bad-debt' | 'accept-fee' | 'withdrawn';
  /** What was open: positive was missing, negative too much; of a claim, what the platform was to pay back. */
  readonly amount: Amount;
  /** The fee an accepted amount is booked as. */
  readonly feeType: ComponentType | null;
}

/** Decisions on one order or line. An order's rest and its claims on the platform are two matters. */
export interface SubjectDecisions {
  readonly rest: Decision | null;
  readonly claim: Decision | null;
}

/** By order key, or by line key for lines without an order. */
export type Decisions = ReadonlyMap<string, SubjectDecisions>;

/** A fee accepted for a rest: positive is a cost that closes what was missing, negative an income that takes what was too much. */
export interface AcceptedFee {
  readonly type: ComponentType;
  readonly amount: Amount;
}
