// Small statements for the bank's tests: batches, deposits and statement lines as an accountant would list them.
import type { BankAccount, BankLine } from '../../../core/bank/bank-line.ts';
import { checkDeposits, type DepositCheck, DEPOSIT_POLICY } from '../../../core/bank/check-deposits.ts';
import type { ConfirmedGroup, Deposit, DepositGroup, Due, TransferFee } from '../../../core/bank/deposit-match.ts';
import { feesKnown, pairKey } from '../../../core/bank/deposit-match.ts';
import type { DepositRules } from '../../../core/bank/deposit-rules.ts';
import type { PayoutBatch } from '../../../core/bank/payout-batch.ts';
import { comparedName, namesIn, referenceWords } from '../../../core/bank/reference-words.ts';
import { textOfAmount, ZERO } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { day, twd } from '../../server/fixtures.ts';

export const SHOP = 'shopee-tw/小店';
export const OTHER_SHOP = 'momo/小店';
export const BANK: BankAccount = { key: 'bank/玉山', kind: 'bank', currency: 'TWD', shop: null };
export const WALLET: BankAccount = { key: 'wallet/shopee', kind: 'wallet', currency: 'TWD', shop: SHOP };

/** Days of March 2024: `03-05` and `5` are the same. */
export const march = (text: string | number) => day(`2024-03-${String(text).replace('03-', '').padStart(2, '0')}`);

export function aDue(key: string, on: number, dollars: number, facts: Partial<Due> & { statement?: string } = {}): Due {
  const { statement = '', ...rest } = facts;
  const name = comparedName(statement);
  return { key, shop: SHOP, currency: 'TWD', day: march(on), amount: twd(dollars), name, fromWallet: false, ...rest };
}

export function aDeposit(
  key: string,
  on: number,
  dollars: number,
  facts: Partial<Deposit> & { text?: string } = {},
): Deposit {
  const { text = '', ...rest } = facts;
  const common = { account: BANK.key, shop: null, currency: 'TWD', names: namesIn(referenceWords(text)) };
  return { key, day: march(on), amount: twd(dollars), ...common, ...rest };
}

export const fee = (dollars: number, shop = SHOP): TransferFee => ({ shop, currency: 'TWD', amount: twd(dollars) });

interface RuleFacts {
  readonly fees?: TransferFee[];
  readonly declined?: [string, string][];
  readonly rateOn?: DepositRules['rateOn'];
}

export function rules(facts: RuleFacts = {}): DepositRules {
  const declined = new Set((facts.declined ?? []).map(([due, deposit]) => pairKey(due, deposit)));
  return { ...DEPOSIT_POLICY, feeOf: feesKnown(facts.fees ?? []), declined, rateOn: facts.rateOn ?? (() => null) };
}

/** `A+B = d1 (SUBSET, fee 15)`: a group in one line. */
export function told({ dues, deposits, pass, fee: charge, unexplained }: DepositGroup): string {
  const marks = [
    pass,
    ...(charge === ZERO ? [] : [`fee ${textOfAmount(charge)}`]),
    ...(unexplained === ZERO ? [] : [`unexplained ${textOfAmount(unexplained)}`]),
  ];
  return `${dues.join('+')} = ${deposits.join('+')} (${marks.join(', ')})`;
}

export function aBatch(key: string, on: number, total: number, facts: Partial<PayoutBatch> = {}): PayoutBatch {
  const common = { shop: SHOP, currency: 'TWD', statement: '', lines: 1, carriedIn: ZERO, declared: null };
  const kept = { withdrawn: ZERO, namesWithdrawals: false };
  return { key, paidOutOn: march(on), total: twd(total), ...common, ...kept, ...facts };
}

interface LineFacts {
  readonly account?: string;
  readonly type?: ComponentType;
  readonly reference?: string;
  readonly description?: string;
  readonly balance?: number;
  readonly row?: number;
  readonly currency?: string;
}

export function aBankLine(identity: string, on: number, dollars: number, facts: LineFacts = {}): BankLine {
  return {
    identity,
    account: facts.account ?? BANK.key,
    bookedOn: march(on),
    amount: twd(dollars),
    currency: facts.currency ?? 'TWD',
    reference: facts.reference ?? '',
    description: facts.description ?? '',
    balance: facts.balance === undefined ? null : twd(facts.balance),
    parts: [{ type: facts.type ?? 'UNKNOWN', amount: twd(dollars) }],
    sourceRow: facts.row ?? 2,
  };
}

interface CheckFacts {
  readonly accounts?: readonly BankAccount[];
  readonly fees?: readonly TransferFee[];
  readonly declined?: ReadonlySet<string>;
  readonly confirmed?: readonly ConfirmedGroup[];
  readonly asOf?: number;
  /** Days to which the statements reach, by account; without it to the day of the check. */
  readonly reach?: Readonly<Record<string, readonly [from: number, to: number]>>;
  readonly withdrawers?: readonly string[];
  readonly rateOn?: DepositRules['rateOn'];
}

export function check(
  batches: readonly PayoutBatch[],
  lines: readonly BankLine[],
  facts: CheckFacts = {},
): DepositCheck {
  const { accounts = [BANK], asOf = 31 } = facts;
  const whole = Object.fromEntries(accounts.map(({ key }) => [key, [1, asOf] as const]));
  const spans = Object.entries(facts.reach ?? whole).map(([key, [from, to]]) => {
    return [key, { from: march(from), to: march(to) }] as const;
  });
  return checkDeposits({
    batches,
    lines,
    accounts,
    reach: new Map(spans),
    withdrawers: new Set(facts.withdrawers ?? []),
    transferFees: facts.fees ?? [],
    declined: facts.declined ?? new Set(),
    confirmed: facts.confirmed ?? [],
    asOf: march(asOf),
    policy: DEPOSIT_POLICY,
    rateOn: facts.rateOn ?? (() => null),
  });
}

/** Key of a bank line that `aBankLine` made. */
export const lineOf = (identity: string, account = BANK.key) => `${account}\u001f${identity}`;

/** A random sequence that is the same at every run (mulberry32), for figures that are measured. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
