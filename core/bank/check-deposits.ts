// The three-way check's second half: did every payout batch arrive, and does every arrival have a batch? Batches of a
// shop with a wallet arrive in the wallet, and its withdrawals in the bank; batches of other shops arrive in the bank.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, negate, ZERO } from '../money.ts';
import { type BankAccount, type BankLine, isWithdrawal } from './bank-line.ts';
import { type Carry, statedCarries } from './carry-forward.ts';
import {
  type ConfirmedGroup,
  type Deposit,
  type DepositGroup,
  type DepositProposal,
  type Due,
  feesKnown,
  type TransferFee,
} from './deposit-match.ts';
import type { DepositRules } from './deposit-rules.ts';
import { type DepositMatches, keptGroups, matchDeposits } from './match-deposits.ts';
import { fileDifference, payable, type PayoutBatch, walletKey } from './payout-batch.ts';
import { isMissed, type Reach, reachOf } from './statement-reach.ts';
import { comparedName, namesIn, referenceWords } from './reference-words.ts';

/** 批次相符 · 檔案不平 · 在途 · 入帳差 · 負數結轉 · 尚待入帳 (before it is missed). */
export const BATCH_STATES = [
  'FOOTS',
  'FILE_INCONSISTENT',
  'DEPOSIT_MISSING',
  'DEPOSIT_DIFF',
  'CARRIED_FORWARD',
  'PENDING',
] as const;
type BatchState = (typeof BATCH_STATES)[number];

export interface DepositPolicy extends Pick<
  DepositRules,
  'windowDays' | 'namedWindowDays' | 'carryDays' | 'conversionSpreadMax'
> {
  /** A deposit is missed after so many days. */
  readonly missingAfterDays: number;
}

export const DEPOSIT_POLICY: DepositPolicy = {
  windowDays: 7,
  namedWindowDays: 31,
  carryDays: 35,
  missingAfterDays: 7,
  conversionSpreadMax: '0.05',
};

export interface DepositCheckInput {
  readonly batches: readonly PayoutBatch[];
  readonly accounts: readonly BankAccount[];
  readonly lines: readonly BankLine[];
  /** Known charges of the bank for one transfer. */
  readonly transferFees: readonly TransferFee[];
  /** `pairKey`s that people declined. */
  readonly declined: ReadonlySet<string>;
  /** Groups accepted by earlier runs or by people. */
  readonly confirmed: readonly ConfirmedGroup[];
  /** From which day to which the statements of each account reach, by its key: what they cannot show is not missed. */
  readonly reach: ReadonlyMap<string, Reach>;
  /** Shops whose reports name their withdrawals (`walletKey`): their wallet's statement says the same again. */
  readonly withdrawers: ReadonlySet<string>;
  readonly asOf: BusinessDate;
  readonly policy: DepositPolicy;
  readonly rateOn: DepositRules['rateOn'];
}

/** Why less (or more, when negative) arrived than was due. */
interface DepositReason {
  readonly reason: 'TRANSFER_FEE' | 'UNEXPLAINED';
  readonly amount: Amount;
}

/** What became of one batch, or of one withdrawal from a wallet. */
export interface DueCheck {
  readonly key: string;
  readonly state: BatchState;
  /** H. */
  readonly due: Amount;
  /** Declared − Σ lines. */
  readonly fileDifference: Amount;
  /** How it arrived; null while it has not. */
  readonly group: DepositGroup | null;
  /** due − received of its group, by reasons that sum to it exactly. */
  readonly reasons: readonly DepositReason[];
  /** For a negative batch: the batch that it was taken off; null while none is known. */
  readonly carriedInto: string | null;
  /** What the batch says it brought over, where it says so or should. */
  readonly carry: Carry | null;
}

export interface DepositCheck {
  readonly batches: readonly DueCheck[];
  /** 提領: keyed by the wallet's line. */
  readonly withdrawals: readonly DueCheck[];
  readonly groups: readonly DepositGroup[];
  readonly proposals: readonly DepositProposal[];
  /** DEPOSIT_WITHOUT_BATCH 有入帳無批次: keys of credits that no batch or withdrawal explains. */
  readonly withoutBatch: readonly string[];
}

/** The key of a statement's line among those of all accounts. */
export function lineKeyOf({ account, identity }: Pick<BankLine, 'account' | 'identity'>): string {
  return `${account}\u001f${identity}`;
}

/** What `lineKeyOf` was made of. */
export function partsOfLineKey(key: string): Pick<BankLine, 'account' | 'identity'> {
  const cut = key.indexOf('\u001f');
  return { account: key.slice(0, cut), identity: key.slice(cut + 1) };
}

export function checkDeposits(input: DepositCheckInput): DepositCheck {
  const wallets = walletsOf(input);
  const carries = statedCarries(input.batches);
  const settled = new Set(carries.flatMap(({ from }) => from));
  const dues = input.batches.filter((batch) => payable(batch) !== ZERO && !settled.has(batch.key)).map(dueOfBatch);
  const goesToWallet = (due: Due) => wallets.has(walletKey(due));
  const inWallet = dues.filter(goesToWallet);
  const inBank = dues.filter((due) => !goesToWallet(due));
  const { credits, withdrawals } = linesByUse(input);
  const matches = joined([
    acrossPlaces(input, { inWallet, inBank: [...inBank, ...withdrawals], credits }),
    matched(
      input,
      inWallet,
      credits.filter(({ shop }) => shop !== null),
    ),
    matched(
      input,
      [...inBank, ...withdrawals],
      credits.filter(({ shop }) => shop === null),
    ),
  ]);
  const groupOf = new Map(matches.groups.flatMap((group) => group.dues.map((key) => [key, group] as const)));
  const arrived = new Set([...matches.groups, ...input.confirmed].flatMap((group) => group.deposits));
  return {
    ...matches,
    batches: [...input.batches]
      .sort(byKey)
      .map((batch) => checkBatch(batch, input, groupOf.get(batch.key) ?? null, carries)),
    withdrawals: withdrawals.sort(byKey).map((due) => checkDue(due, input, groupOf.get(due.key) ?? null)),
    withoutBatch: credits
      .filter(({ key, amount, shop, currency }) => {
        const isOwn = shop !== null && input.withdrawers.has(walletKey({ shop, currency }));
        return amount > 0 && !arrived.has(key) && !isOwn;
      })
      .map(({ key }) => key)
      .sort(),
  };
}

/** Wallets in which batches arrive. A report that names its withdrawals is the wallet's own history. */
function walletsOf({ accounts, withdrawers }: DepositCheckInput): Set<string> {
  const wallets = accounts.flatMap(({ shop, currency }) => (shop === null ? [] : [walletKey({ shop, currency })]));
  return new Set(wallets.filter((wallet) => !withdrawers.has(wallet)));
}

function dueOfBatch(batch: PayoutBatch): Due {
  const { key, shop, currency, paidOutOn, statement } = batch;
  return {
    key,
    shop,
    currency,
    day: paidOutOn,
    amount: payable(batch),
    name: comparedName(statement),
    fromWallet: false,
  };
}

interface LinesByUse {
  readonly credits: Deposit[];
  readonly withdrawals: Due[];
}

/** A wallet's withdrawals are due in the bank; every other line may be an arrival. */
function linesByUse({ accounts, lines, withdrawers }: DepositCheckInput): LinesByUse {
  const accountOf = new Map(accounts.map((account) => [account.key, account]));
  const use: LinesByUse = { credits: [], withdrawals: [] };
  for (const line of lines) {
    const shop = accountOf.get(line.account)?.shop ?? null;
    const { currency, bookedOn: day, reference, description } = line;
    const key = lineKeyOf(line);
    const isWithdrawn = shop !== null && isWithdrawal(line);
    if (isWithdrawn && withdrawers.has(walletKey({ shop, currency }))) continue;
    if (isWithdrawn) {
      const name = comparedName(reference);
      use.withdrawals.push({ key, shop, currency, day, amount: negate(line.amount), name, fromWallet: true });
    } else {
      const names = namesIn([reference, ...referenceWords(reference), ...referenceWords(description)]);
      use.credits.push({ key, account: line.account, shop, currency, day, amount: line.amount, names });
    }
  }
  return use;
}

function matched(input: DepositCheckInput, dues: readonly Due[], deposits: readonly Deposit[]): DepositMatches {
  return matchDeposits({ dues, deposits }, rulesOf(input), input.confirmed);
}

const rulesOf = ({ policy, declined, transferFees, rateOn }: DepositCheckInput): DepositRules => {
  return { ...policy, declined, feeOf: feesKnown(transferFees), rateOn };
};

/** Groups accepted before the wallet's first statement came: a payout that now arrives there, and the bank's deposit. */
function acrossPlaces(input: DepositCheckInput, { inWallet, inBank, credits }: Places): DepositMatches {
  const early = new Set(inWallet.map(({ key }) => key));
  const banked = new Set(credits.filter(({ shop }) => shop === null).map(({ key }) => key));
  const isAcross = ({ dues, deposits }: Pick<DepositGroup, 'dues' | 'deposits'>) => {
    const [wallet, bank] = [dues.filter((key) => early.has(key)), deposits.filter((key) => banked.has(key))];
    const isInWallet = wallet.length === dues.length && bank.length === 0;
    return !isInWallet && (wallet.length > 0 || bank.length < deposits.length);
  };
  const items = { dues: [...inWallet, ...inBank], deposits: credits };
  return { groups: keptGroups(input.confirmed.filter(isAcross), items, rulesOf(input)), proposals: [] };
}

interface Places {
  readonly inWallet: readonly Due[];
  readonly inBank: readonly Due[];
  readonly credits: readonly Deposit[];
}

function joined(matches: readonly DepositMatches[]): DepositMatches {
  return {
    groups: matches.flatMap(({ groups }) => groups),
    proposals: matches.flatMap(({ proposals }) => proposals),
  };
}

const byKey = (left: { readonly key: string }, right: { readonly key: string }) => (left.key < right.key ? -1 : 1);

function checkBatch(
  batch: PayoutBatch,
  input: DepositCheckInput,
  group: DepositGroup | null,
  carries: readonly Carry[],
): DueCheck {
  const due = dueOfBatch(batch);
  const wrong = fileDifference(batch);
  const check = { ...checkDue(due, input, group), fileDifference: wrong };
  const carriedInto = due.amount < 0 ? takenOff(batch.key, group, carries) : null;
  const debited = group !== null && group.received < 0;
  const carry = carries.find(({ into }) => into === batch.key) ?? null;
  if (wrong !== ZERO) return { ...check, carriedInto, carry, state: 'FILE_INCONSISTENT' };
  if (due.amount < 0 && !debited) return { ...check, carriedInto, carry, state: 'CARRIED_FORWARD' };
  return { ...check, carry, state: due.amount === ZERO ? 'FOOTS' : check.state };
}

/** The batch that states it, else the batch whose deposit it shares. */
function takenOff(key: string, group: DepositGroup | null, carries: readonly Carry[]): string | null {
  const stated = carries.find(({ from }) => from.includes(key));
  if (stated) return stated.into;
  return group?.dues.find((other) => other !== key) ?? null;
}

function checkDue(due: Due, input: DepositCheckInput, group: DepositGroup | null): DueCheck {
  const reasons = group === null ? [] : reasonsOf(group);
  const missed = isMissed(due, reachOf(due, input, walletsOf(input)), input);
  const arrived = reasons.length === 0 ? 'FOOTS' : 'DEPOSIT_DIFF';
  const waiting = missed ? 'DEPOSIT_MISSING' : 'PENDING';
  return {
    key: due.key,
    state: group === null ? waiting : arrived,
    due: due.amount,
    fileDifference: ZERO,
    group,
    reasons,
    carriedInto: null,
    carry: null,
  };
}

function reasonsOf({ fee, unexplained }: DepositGroup): DepositReason[] {
  const reasons: DepositReason[] = [
    { reason: 'TRANSFER_FEE', amount: fee },
    { reason: 'UNEXPLAINED', amount: unexplained },
  ];
  return reasons.filter(({ amount }) => amount !== ZERO);
}
