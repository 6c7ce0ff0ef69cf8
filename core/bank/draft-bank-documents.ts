// What the books must say of money that moved: a document for each withdrawal that a wallet's statement shows, and one for
// each accepted group that reached a bank account, two where it was converted. What a group leaves unexplained stays where
// it was.
import type { BusinessDate } from '../business-date.ts';
import { add, negate, ZERO } from '../money.ts';
import { openDay } from '../reconcile/closed-periods.ts';
import { type BankDocumentDraft, type Exchanged, groupSubject } from './bank-document.ts';
import { type BankAccount, type BankLine, isWithdrawal } from './bank-line.ts';
import { lineKeyOf } from './check-deposits.ts';
import type { DepositGroup } from './deposit-match.ts';
import { type PayoutBatch, walletKey } from './payout-batch.ts';

export interface MovedMoney {
  readonly accounts: readonly BankAccount[];
  readonly lines: readonly BankLine[];
  readonly batches: readonly PayoutBatch[];
  readonly groups: readonly { readonly id: number; readonly group: DepositGroup }[];
  /** Shops whose reports name their withdrawals: their receipts book them. */
  readonly withdrawers: ReadonlySet<string>;
  readonly closedMonths: ReadonlySet<string>;
}

/** By day and subject. Wallet to wallet (a payout found in the wallet's statement) moves nothing. */
export function draftBankDocuments(money: MovedMoney): BankDocumentDraft[] {
  const accounts = new Map(money.accounts.map((account) => [account.key, account]));
  const lines = new Map(money.lines.map((line) => [lineKeyOf(line), line]));
  const batches = new Map(money.batches.map((batch) => [batch.key, batch]));
  const find = { accounts, lines, batches };
  const drafts = [
    ...money.lines.flatMap((line) => withdrawalOf(line, find, money)),
    ...money.groups.flatMap((held) => depositOf(held, find, money)),
  ];
  return drafts.sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
}

interface Find {
  readonly accounts: ReadonlyMap<string, BankAccount>;
  readonly lines: ReadonlyMap<string, BankLine>;
  readonly batches: ReadonlyMap<string, PayoutBatch>;
}

/** Withdrawals of a day come before what arrives on it: money is on its way first. The two of a conversion stay together. */
const orderOf = ({ documentOn, kind, exchanged, subject }: BankDocumentDraft) => {
  const leaves = kind === 'withdrawal' ? 0 : 1;
  return `${documentOn} ${exchanged === undefined ? leaves : 1} ${subject} ${leaves}`;
};

function withdrawalOf(line: BankLine, { accounts }: Find, money: MovedMoney): BankDocumentDraft[] {
  const shop = accounts.get(line.account)?.shop ?? null;
  const { currency, amount, bookedOn } = line;
  if (shop === null || !isWithdrawal(line) || money.withdrawers.has(walletKey({ shop, currency }))) return [];
  const [kind, from, left] = ['withdrawal', 'wallet', negate(amount)] as const;
  const documentOn = openDay(bookedOn, money.closedMonths);
  return [{ kind, subject: lineKeyOf(line), shop, documentOn, currency, from, left, arrived: left, fee: ZERO }];
}

type HeldGroup = MovedMoney['groups'][number];

function depositOf(
  { id, group }: HeldGroup,
  { accounts, lines, batches }: Find,
  money: MovedMoney,
): BankDocumentDraft[] {
  const arrivals = group.deposits.map((key) => lines.get(key) ?? null);
  const known = arrivals.filter((line) => line !== null);
  const inBank = known.every(({ account }) => accounts.get(account)?.kind === 'bank');
  const [due = ''] = group.dues;
  const batch = batches.get(due) ?? null;
  const shop = batch?.shop ?? accounts.get(lines.get(due)?.account ?? '')?.shop ?? null;
  // A group whose members are not all at hand is documented when they are.
  if (known.length < arrivals.length || !inBank || shop === null) return [];
  const from = batch !== null && !batch.namesWithdrawals ? 'wallet' : 'transit';
  const documentOn = openDay(lastDay(known), money.closedMonths);
  return documentsOf({ subject: groupSubject(id), shop, documentOn, from }, group);
}

type Head = Pick<BankDocumentDraft, 'subject' | 'shop' | 'documentOn' | 'from'>;

function documentsOf(head: Head, { currency, due, received, arrivedIn, fee }: DepositGroup): BankDocumentDraft[] {
  if (arrivedIn === undefined) {
    return [{ kind: 'deposit', ...head, currency, left: add(received, fee), arrived: received, fee }];
  }
  const [sent, came] = [
    { currency, amount: due },
    { currency: arrivedIn, amount: received },
  ];
  return [
    { kind: 'withdrawal', ...head, ...moved(sent), exchanged: came },
    { kind: 'deposit', ...head, ...moved(came), exchanged: sent },
  ];
}

const moved = ({ currency, amount }: Exchanged) => ({ currency, left: amount, arrived: amount, fee: ZERO });

function lastDay(lines: readonly BankLine[]): BusinessDate {
  return lines.map(({ bookedOn }) => bookedOn).reduce((last, day) => (day > last ? day : last));
}
