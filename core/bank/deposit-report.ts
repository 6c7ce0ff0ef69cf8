// What a check of deposits tells: the states of the payouts of some days, the lines and sums they speak of, how each account
// rolls over these days, what is held in reserve, and the documents that were posted.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, sum, ZERO } from '../money.ts';
import type { BankDocument } from './bank-document.ts';
import type { BankAccount, BankLine, BankPart } from './bank-line.ts';
import { type DepositCheck, type DepositCheckInput, type DueCheck, lineKeyOf } from './check-deposits.ts';
import { groupBy } from './group-by.ts';
import type { PayoutBatch } from './payout-batch.ts';
import type { Reserve } from './reserves.ts';
import { rollWallet } from './wallet-balance.ts';

/** An account over some days: opening + inflow + outflow = closing, and the balance that the statement prints last. */
export interface AccountRoll {
  readonly account: BankAccount;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly lines: number;
  readonly opening: Amount;
  /** Σ of what came in, and of what went out (negative). */
  readonly inflow: Amount;
  readonly outflow: Amount;
  /** The same by what it was for. */
  readonly movements: readonly BankPart[];
  readonly closing: Amount;
  readonly statementClosing: Amount | null;
  /** Printed balances that the lines do not lead to, and by how much in all. */
  readonly breaks: number;
  readonly difference: Amount;
}

export interface DepositReport extends DepositCheck {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** The batches that are spoken of, by key. */
  readonly payouts: readonly PayoutBatch[];
  /** The statement lines that are spoken of. */
  readonly lines: readonly BankLine[];
  readonly accounts: readonly AccountRoll[];
  readonly reserves: readonly Reserve[];
  /** The accepted groups above that the books hold, by which they can be taken back. */
  readonly held: readonly { readonly id: number; readonly dues: readonly string[] }[];
  /** Documents of the withdrawals and groups above. */
  readonly documents: readonly BankDocument[];
  /** Shops and currencies whose money moved and could not be booked, because no exchange rate is known for the day. */
  readonly unbooked: readonly { readonly shop: string; readonly currency: Currency; readonly day: BusinessDate }[];
}

/** What the report adds to the check. */
export interface ReportFacts extends Pick<
  DepositReport,
  'from' | 'to' | 'reserves' | 'held' | 'documents' | 'unbooked'
> {
  /** Σ lines before the days, by account, for statements that print no balance. */
  readonly before: ReadonlyMap<string, Amount>;
}

/** The check looks further than the days that are asked about; the report speaks of these days. */
export function depositReport(
  check: DepositCheck,
  input: Pick<DepositCheckInput, 'batches' | 'accounts' | 'lines'>,
  { before, ...facts }: ReportFacts,
): DepositReport {
  const { from, to } = facts;
  const isWithin = (day: BusinessDate | undefined) => day !== undefined && from <= day && day <= to;
  const dayOf = new Map<string, BusinessDate>([
    ...input.batches.map(({ key, paidOutOn }) => [key, paidOutOn] as const),
    ...input.lines.map((line) => [lineKeyOf(line), line.bookedOn] as const),
  ]);
  const concerns = (key: string) => isWithin(dayOf.get(key));
  const touches = ({ dues, deposits }: DepositCheck['groups'][number]) => [...dues, ...deposits].some(concerns);
  /** Paid out in these days, or arrived in them. */
  const isTold = ({ key, group }: DueCheck) => concerns(key) || (group !== null && touches(group));
  const told: DepositCheck = {
    batches: check.batches.filter(isTold),
    withdrawals: check.withdrawals.filter(isTold),
    groups: check.groups.filter(touches),
    proposals: check.proposals.filter(({ about, solutions }) => concerns(about) || solutions.some(touches)),
    withoutBatch: check.withoutBatch.filter(concerns),
  };
  const named = keysIn(told);
  return {
    ...facts,
    ...told,
    payouts: input.batches.filter(({ key }) => named.has(key)),
    lines: input.lines.filter((line) => named.has(lineKeyOf(line))),
    accounts: accountRolls(
      input.accounts,
      input.lines.filter(({ bookedOn }) => isWithin(bookedOn)),
      before,
    ),
  };
}

function keysIn({ batches, withdrawals, groups, proposals, withoutBatch }: DepositCheck): Set<string> {
  const all = [...groups, ...proposals.flatMap(({ solutions }) => solutions)];
  return new Set([
    ...[...batches, ...withdrawals].map(({ key }) => key),
    ...all.flatMap(({ dues, deposits }) => [...dues, ...deposits]),
    ...proposals.map(({ about }) => about),
    ...withoutBatch,
  ]);
}

function accountRolls(
  accounts: readonly BankAccount[],
  lines: readonly BankLine[],
  before: ReadonlyMap<string, Amount>,
): AccountRoll[] {
  const own = groupBy(lines, ({ account }) => account);
  return accounts.flatMap((account) => {
    const moved = own.get(account.key) ?? [];
    return moved.length === 0 ? [] : [accountRoll(account, moved, before.get(account.key) ?? ZERO)];
  });
}

function accountRoll(account: BankAccount, moved: readonly BankLine[], before: Amount): AccountRoll {
  const prints = moved.some(({ balance }) => balance !== null);
  const { opening, movements, closing, statementClosing, breaks } = rollWallet(account, moved, prints ? null : before);
  const side = (isIn: boolean) => sum(moved.map(({ amount }) => amount).filter((amount) => amount > 0 === isIn));
  const days = moved.map(({ bookedOn }) => bookedOn).sort();
  const [first] = days;
  const last = days[days.length - 1];
  return {
    account,
    from: first ?? ('' as BusinessDate),
    to: last ?? ('' as BusinessDate),
    lines: moved.length,
    opening,
    inflow: side(true),
    outflow: side(false),
    movements: [...movements].map(([type, amount]) => ({ type, amount })),
    closing,
    statementClosing,
    breaks: breaks.length,
    difference: sum(breaks.map(({ difference }) => difference)),
  };
}
