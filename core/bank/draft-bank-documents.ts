// What the books must say of money that moved: a document for each withdrawal that a wallet's statement shows, and one for
// each accepted group that reached a bank account, two where it was converted, and so for each of the shops whose payouts a
// person put together. What a group leaves unexplained stays where it was.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, negate, portion, subtract, ZERO } from '../money.ts';
import { openDay } from '../reconcile/closed-periods.ts';
import { type BankDocumentDraft, type Exchanged, groupSubject } from './bank-document.ts';
import { type BankAccount, type BankLine, isWithdrawal } from './bank-line.ts';
import { lineKeyOf } from './check-deposits.ts';
import type { DepositGroup } from './deposit-match.ts';
import { payable, type PayoutBatch, walletKey } from './payout-batch.ts';

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
const orderOf = ({ documentOn, kind, exchanged, subject, shop, from }: BankDocumentDraft) => {
  const leaves = kind === 'withdrawal' ? 0 : 1;
  return `${documentOn} ${exchanged === undefined ? leaves : 1} ${subject} ${shop} ${from} ${leaves}`;
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

function depositOf({ id, group }: HeldGroup, find: Find, money: MovedMoney): BankDocumentDraft[] {
  const { accounts, lines } = find;
  const arrivals = group.deposits.map((key) => lines.get(key) ?? null);
  const known = arrivals.filter((line) => line !== null);
  const inBank = known.every(({ account }) => accounts.get(account)?.kind === 'bank');
  const places = placesOf(group, find);
  // A group whose members are not all at hand is documented when they are.
  if (known.length < arrivals.length || !inBank || places === null) return [];
  const documentOn = openDay(lastDay(known), money.closedMonths);
  const subject = groupSubject(id);
  return partsOf(group, places).flatMap(({ shop, from, ...part }) =>
    documentsOf({ subject, documentOn, shop, from }, part),
  );
}

/** Where dues of a group leave: one shop's wallet, or what is on its way from it. */
interface Place extends Pick<BankDocumentDraft, 'shop' | 'from'> {
  readonly due: Amount;
}

/** Each with what is due from it, that of the last due last; null where a due is not at hand. */
function placesOf({ dues }: DepositGroup, find: Find): Place[] | null {
  const known = dues.flatMap((key) => placeOf(key, find) ?? []);
  const places = new Map<string, Place>();
  for (const one of known) {
    const key = `${one.shop}\u001f${one.from}`;
    const before = places.get(key)?.due ?? ZERO;
    // Put in anew, it stands last.
    places.delete(key);
    places.set(key, { ...one, due: add(before, one.due) });
  }
  return known.length === dues.length ? [...places.values()] : null;
}

function placeOf(key: string, { accounts, lines, batches }: Find): Place | null {
  const [batch, line] = [batches.get(key), lines.get(key)];
  if (batch !== undefined) {
    return { shop: batch.shop, from: batch.namesWithdrawals ? 'transit' : 'wallet', due: payable(batch) };
  }
  const shop = line === undefined ? null : (accounts.get(line.account)?.shop ?? null);
  return line === undefined || shop === null ? null : { shop, from: 'transit', due: negate(line.amount) };
}

type Sums = Pick<DepositGroup, 'currency' | 'due' | 'received' | 'arrivedIn' | 'fee'>;

/** The group's sums by place: what was due there, and in the last one what is left, with the fee. */
function partsOf(group: DepositGroup, places: readonly Place[]): (Sums & Omit<Place, 'due'>)[] {
  const { currency, received, arrivedIn, fee } = group;
  const left = arrivedIn === undefined ? add(received, fee) : group.due;
  let [leaves, arrives] = [left, received];
  return places.map(({ shop, from, due }, at) => {
    const isLast = at === places.length - 1;
    const share = arrivedIn === undefined ? due : portion(received, due, group.due, arrivedIn);
    const part = isLast ? { due: leaves, received: arrives, fee } : { due, received: share, fee: ZERO };
    [leaves, arrives] = [subtract(leaves, part.due), subtract(arrives, part.received)];
    return { shop, from, currency, arrivedIn, ...part };
  });
}

type Head = Pick<BankDocumentDraft, 'subject' | 'shop' | 'documentOn' | 'from'>;

function documentsOf(head: Head, { currency, due, received, arrivedIn, fee }: Sums): BankDocumentDraft[] {
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
