// What is compared when payouts are looked for in a statement: the sums that are due, the deposits, and how they met.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';

/** A sum on its way: a payout batch, or a withdrawal from a wallet. */
export interface Due {
  readonly key: string;
  readonly shop: string;
  readonly currency: Currency;
  /** The day it left the platform. */
  readonly day: BusinessDate;
  /** What should arrive; negative for a batch in which the seller owes the platform. */
  readonly amount: Amount;
  /** Its number as it is compared (`comparedName`); empty when it has none. */
  readonly name: string;
  /** A withdrawal of a wallet: it arrives in the bank. */
  readonly fromWallet: boolean;
}

/** 入帳: a line of a statement that may be the arrival of dues. */
export interface Deposit {
  readonly key: string;
  readonly account: string;
  /** Whose wallet the account is; null for a bank account, which receives from every shop. */
  readonly shop: string | null;
  readonly currency: Currency;
  readonly day: BusinessDate;
  readonly amount: Amount;
  /** Numbers that its text holds. */
  readonly names: ReadonlySet<string>;
}

/**
 * By what the dues and deposits of a group met. CONFIRMED: a person, or an earlier run. REFERENCE: the deposit names the
 * due. AMOUNT: the only pair of that amount within the days. DAY: all that came into the wallet on the batch's day.
 * SUBSET: the only few that add up. Evidence falls from left to right.
 */
export const DEPOSIT_PASSES = ['CONFIRMED', 'REFERENCE', 'AMOUNT', 'DAY', 'SUBSET'] as const;
export type DepositPass = (typeof DEPOSIT_PASSES)[number];

/**
 * Dues and deposits that belong together: received = due − fee − unexplained, exactly (I4). Where a processor converted
 * the money (`arrivedIn`) I4 does not apply: `received` is of another currency, all that was due became it, and neither
 * fee nor rest can be told; what the conversion cost is the spread on its voucher. Only what its payout has grown by since
 * is unexplained.
 */
export interface DepositGroup {
  readonly pass: DepositPass;
  readonly currency: Currency;
  /** Keys, sorted. */
  readonly dues: readonly string[];
  readonly deposits: readonly string[];
  readonly due: Amount;
  readonly received: Amount;
  /** The deposits' currency; left out where it is that of the dues. */
  readonly arrivedIn?: Currency | undefined;
  /** Of a conversion: what the books' rates of the day would have made of one unit, to six decimals; left out where unknown. */
  readonly bookRate?: string | undefined;
  /** The bank's known transfer fee (匯費), where it is the difference. */
  readonly fee: Amount;
  /** What no known reason explains; positive when too little came. Only a group by reference or confirmed has any. */
  readonly unexplained: Amount;
}

/**
 * SEVERAL_SOLUTIONS: each would do. SUM_DIFFERS: named, and the sums do not meet. TOO_MANY: too many to be searched.
 * NEAR_AMOUNT: a little less than the payout came, and no known charge is the difference. Of conversions: RATE_FAR: named,
 * and its implied rate is far from the books'. RATE_UNKNOWN: named, and the books have no rate of the day. OTHER_CURRENCY:
 * not named, and the implied rate is near the books'.
 */
export const DEPOSIT_PROPOSAL_REASONS = [
  ...(['SEVERAL_SOLUTIONS', 'SUM_DIFFERS', 'TOO_MANY', 'NEAR_AMOUNT'] as const),
  ...(['RATE_FAR', 'RATE_UNKNOWN', 'OTHER_CURRENCY'] as const),
] as const;
export type DepositProposalReason = (typeof DEPOSIT_PROPOSAL_REASONS)[number];

/** Groups that are possible and not accepted, for a person to decide. */
export interface DepositProposal {
  readonly reason: DepositProposalReason;
  /** Key of the deposit or due that is asked about. */
  readonly about: string;
  /** Each solution with its own figures, sorted. */
  readonly solutions: readonly DepositGroup[];
  /** There are more solutions than are listed. */
  readonly more: boolean;
}

/** The bank's charge for one transfer, which the sender takes off. */
export interface TransferFee {
  readonly shop: string;
  readonly currency: Currency;
  readonly amount: Amount;
}

export type FeeOf = (due: Pick<Due, 'shop' | 'currency'>) => Amount;

/** Zero where no fee is known. */
export function feesKnown(fees: readonly TransferFee[]): FeeOf {
  const known = new Map(fees.map(({ shop, currency, amount }) => [`${shop}\u001f${currency}`, amount]));
  return ({ shop, currency }) => known.get(`${shop}\u001f${currency}`) ?? ZERO;
}

/**
 * The group of these members; its difference is the known fee, one for each deposit, or it is unexplained. All dues are
 * of one currency, and so are all deposits.
 */
export function groupOf(
  pass: DepositPass,
  dues: readonly Due[],
  deposits: readonly Deposit[],
  feeOf: FeeOf,
): DepositGroup {
  const due = sum(dues.map((member) => member.amount));
  const received = sum(deposits.map((member) => member.amount));
  const [first] = dues;
  const [{ currency: arrivedIn = first?.currency } = {}] = deposits;
  const isConverted = arrivedIn !== first?.currency;
  const difference = isConverted ? ZERO : subtract(due, received);
  const charge = first === undefined ? ZERO : sum(deposits.map(() => feeOf(first)));
  const fee = difference !== ZERO && difference === charge ? charge : ZERO;
  return {
    pass,
    currency: first?.currency ?? '',
    dues: dues.map((member) => member.key).sort(),
    deposits: deposits.map((member) => member.key).sort(),
    due,
    received,
    ...(isConverted ? { arrivedIn } : {}),
    fee,
    unexplained: subtract(difference, fee),
  };
}

/** A group that an earlier run or a person accepted; `due` is what it was then, where that is known. */
export type ConfirmedGroup = Pick<DepositGroup, 'dues' | 'deposits'> & { readonly due?: Amount };

/** Names a group by its members, whichever pass found it. */
export function groupKey({ dues, deposits }: Pick<DepositGroup, 'dues' | 'deposits'>): string {
  return `${dues.join('\u001e')}\u001d${deposits.join('\u001e')}`;
}

/** A due and a deposit that a person said do not belong together. */
export function pairKey(due: string, deposit: string): string {
  return `${due}\u001e${deposit}`;
}
