// A payout line with what a run does with its money: what receipts and transfers are made of.
import type { Amount } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { Allocation } from '../receipt.ts';
import type { LineAccount } from './account.ts';

/** A payout line with what this run applies it to. */
export interface BookedLine {
  readonly account: LineAccount;
  readonly allocations: readonly Allocation[];
  /** Fees that are not borne: claimed back, or freight collected for the carrier. Positive lowers the cost. */
  readonly notBorne: readonly { readonly type: ComponentType; readonly amount: Amount }[];
}
