// On which days money that moved between wallet and bank waits for its documents: accepted groups and withdrawals without
// any, which a missing exchange rate holds back.
import { groupSubject } from '../../core/bank/bank-document.ts';
import type { BankAccount } from '../../core/bank/bank-line.ts';
import { isWithdrawal } from '../../core/bank/bank-line.ts';
import { lineKeyOf, partsOfLineKey } from '../../core/bank/check-deposits.ts';
import type { DepositGroup } from '../../core/bank/deposit-match.ts';
import { walletKey } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Currency } from '../../core/money.ts';
import { bankDocumentsOf, standing } from '../store/bank-documents.ts';
import { daysOfBankLines, listBankAccounts, outflowsOf } from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import { liveDepositGroups } from '../store/deposit-groups.ts';
import { withdrawers } from '../store/payout-batches.ts';

interface ToBook {
  readonly subject: string;
  /** Those that need a rate; of a conversion there may be two, and its documents wait for each other. */
  readonly currencies: readonly Currency[];
  readonly day: BusinessDate;
}

/** Currencies other than the base currency, each with the day on which it is booked unless its month is closed. */
export async function bankDaysToBook(
  tx: Statements,
  base: Currency,
): Promise<{ readonly currency: Currency; readonly day: BusinessDate }[]> {
  const accounts = await listBankAccounts(tx);
  if (accounts.length === 0) return [];
  const foreign = [...(await arrivals(tx, accounts, base)), ...(await withdrawals(tx, accounts, base))];
  const subjects = foreign.map(({ subject }) => subject);
  const booked = new Set(standing(await bankDocumentsOf(tx, subjects)).map(({ subject }) => subject));
  const waiting = foreign.filter(({ subject }) => !booked.has(subject));
  return waiting.flatMap(({ currencies, day }) => currencies.map((currency) => ({ currency, day })));
}

/** Groups that reached a bank account, of the day of their last deposit. */
async function arrivals(tx: Statements, accounts: readonly BankAccount[], base: Currency): Promise<ToBook[]> {
  const banks = new Set(accounts.filter(({ kind }) => kind === 'bank').map(({ key }) => key));
  const foreign = ({ currency, arrivedIn = currency }: DepositGroup) =>
    [...new Set([currency, arrivedIn])].filter((one) => one !== base);
  const held = (await liveDepositGroups(tx)).filter(
    ({ group }) => foreign(group).length > 0 && group.deposits.every((key) => banks.has(partsOfLineKey(key).account)),
  );
  const days = await daysOfBankLines(tx, held.flatMap(({ group }) => group.deposits).map(partsOfLineKey));
  return held.flatMap(({ id, group }) => {
    const last = group.deposits
      .flatMap((key) => days.get(key) ?? [])
      .sort()
      .at(-1);
    return last === undefined ? [] : [{ subject: groupSubject(id), currencies: foreign(group), day: last }];
  });
}

/** What the statements of foreign wallets show as withdrawn, where no receipt books it. */
async function withdrawals(tx: Statements, accounts: readonly BankAccount[], base: Currency): Promise<ToBook[]> {
  const wallets = accounts.filter(({ shop, currency }) => shop !== null && currency !== base);
  if (wallets.length === 0) return [];
  const named = await withdrawers(tx);
  const own = wallets.filter(({ shop, currency }) => !named.has(walletKey({ shop: shop ?? '', currency })));
  const lines = await outflowsOf(
    tx,
    own.map(({ key }) => key),
  );
  return lines
    .filter(isWithdrawal)
    .map((line) => ({ subject: lineKeyOf(line), currencies: [line.currency], day: line.bookedOn }));
}
