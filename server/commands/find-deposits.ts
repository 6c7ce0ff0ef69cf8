// Looks for the payouts of some days in the statements the books hold. It writes nothing.
import {
  checkDeposits,
  type DepositCheck,
  type DepositCheckInput,
  DEPOSIT_POLICY,
  lineKeyOf,
  partsOfLineKey,
} from '../../core/bank/check-deposits.ts';
import type { DepositAccept, DepositCheckRequest } from '../../core/bank/deposit-api.ts';
import { type DepositGroup, groupKey, pairKey, type TransferFee } from '../../core/bank/deposit-match.ts';
import { addDays, type BusinessDate } from '../../core/business-date.ts';
import type { PayoutCalendar } from '../../core/calendar/payout-calendar.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import { ApiError } from '../api-error.ts';
import { bankLinesBetween, listBankAccounts, statementSpans } from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import { declinedPairs, liveDepositGroups } from '../store/deposit-groups.ts';
import { payoutBatchesBetween, withdrawers } from '../store/payout-batches.ts';
import type { SetUp } from './load-set-up.ts';

export interface FoundDeposits {
  readonly input: DepositCheckInput;
  readonly check: DepositCheck;
}

/** What the set-up says about how to look. */
export type DepositSearch = Pick<SetUp, 'calendars' | 'company' | 'rates'>;

const { windowDays, namedWindowDays, carryDays } = DEPOSIT_POLICY;
const REACH = Math.max(windowDays, namedWindowDays, carryDays);

/**
 * Payouts and lines of more days are at hand than are asked about: what could belong to a payout of another day is no
 * proof. @param setUp what the shop's payout calendar charges is what counts; where it names no transfer fee, the request's
 */
export async function findDeposits(
  tx: Statements,
  { from, to, asOf, transferFees }: DepositCheckRequest,
  { calendars, company, rates }: DepositSearch,
): Promise<FoundDeposits> {
  const [first, last] = [addDays(from, -REACH), addDays(to, REACH)];
  const batches = await payoutBatchesBetween(tx, first, last);
  const accounts = await listBankAccounts(tx);
  const shops = [...new Set([...batches.map(({ shop }) => shop), ...accounts.flatMap(({ shop }) => shop ?? [])])];
  const input: DepositCheckInput = {
    batches,
    accounts,
    ...(accounts.length === 0 ? NO_STATEMENTS : await loadStatements(tx, first, last)),
    transferFees: [...transferFees, ...shops.flatMap((shop) => feesOf(shop, to, calendars))],
    withdrawers: await withdrawers(tx),
    asOf,
    policy: DEPOSIT_POLICY,
    // A company that keeps each currency by itself has nothing to hold an implied rate against.
    rateOn: company.baseCurrency === null ? () => null : ratesOf({ company, rates }),
  };
  return { input, check: checkDeposits(input) };
}

type BankStatements = Pick<DepositCheckInput, 'lines' | 'declined' | 'confirmed' | 'reach'>;

const NO_STATEMENTS: BankStatements = { lines: [], declined: new Set(), confirmed: [], reach: new Map() };

async function loadStatements(tx: Statements, from: BusinessDate, to: BusinessDate): Promise<BankStatements> {
  return {
    lines: await bankLinesBetween(tx, from, to),
    declined: new Set((await declinedPairs(tx)).map(([due, deposit]) => pairKey(due, deposit))),
    confirmed: (await liveDepositGroups(tx)).map(({ group }) => group),
    reach: await statementSpans(tx),
  };
}

/** The charges of the shop's calendars in force on the day; its own come last, because the last one said counts. */
function feesOf(shop: string, on: string, calendars: readonly PayoutCalendar[]): TransferFee[] {
  const cut = shop.indexOf('/');
  const [platform, name] = [shop.slice(0, cut), shop.slice(cut + 1)];
  const own = calendars.filter(
    (calendar) =>
      calendar.platform === platform && isInForce(calendar, on) && ['*', name].includes(calendar.shopPattern),
  );
  return own
    .sort((left, right) => Number(left.shopPattern === name) - Number(right.shopPattern === name))
    .flatMap(({ currency, transferFee }) => (transferFee === null ? [] : [{ shop, currency, amount: transferFee }]));
}

const isInForce = ({ validFrom, validTo }: PayoutCalendar, on: string) =>
  validFrom <= on && (validTo === null || on <= validTo);

/**
 * A group that a person puts together, and what it is made of. Null where a member is unknown or taken already.
 * @throws ApiError TWO_CURRENCIES where dues or deposits are of several, or what is of another one did not reach a bank
 */
export async function chosenDeposits(
  tx: Statements,
  { dues, deposits, ...days }: Omit<DepositAccept, 'author'>,
  setUp: DepositSearch,
): Promise<{ readonly group: DepositGroup; readonly found: FoundDeposits } | null> {
  const { input } = await findDeposits(tx, { ...days, asOf: days.to, transferFees: [] }, setUp);
  const taken = new Set(input.confirmed.flatMap((group) => [...group.dues, ...group.deposits]));
  if ([...dues, ...deposits].some((key) => taken.has(key))) return null;
  refuseTwoCurrencies(input, new Set(dues), new Set(deposits));
  const wanted = { dues: [...dues].sort(), deposits: [...deposits].sort() };
  const chosen = { ...input, confirmed: [...input.confirmed, wanted] };
  const check = checkDeposits(chosen);
  const key = groupKey(wanted);
  const group = check.groups.find((one) => groupKey(one) === key);
  if (group === undefined) return null;
  if (group.arrivedIn !== undefined) refuseUnlikeConversion(group, chosen);
  return { group, found: { input: chosen, check } };
}

/** A processor may convert what was due; what arrived is of one currency, and so is what was due. */
function refuseTwoCurrencies(
  { batches, lines }: DepositCheckInput,
  dues: ReadonlySet<string>,
  deposits: ReadonlySet<string>,
): void {
  for (const chosen of [dues, deposits]) {
    const own = [
      ...batches.filter(({ key }) => chosen.has(key)),
      ...lines.filter((line) => chosen.has(lineKeyOf(line))),
    ];
    const currencies = [...new Set(own.map(({ currency }) => currency))].sort();
    if (currencies.length > 1) throw new ApiError('TWO_CURRENCIES', { currencies: currencies.join(', ') });
  }
}

/** Money is converted on its way to a bank account, and not where it is owed to the platform or stays in a wallet. */
function refuseUnlikeConversion(
  { currency, arrivedIn = currency, due, received, deposits }: DepositGroup,
  { accounts }: DepositCheckInput,
): void {
  const kinds = new Map(accounts.map(({ key, kind }) => [key, kind]));
  const inBank = deposits.every((key) => kinds.get(partsOfLineKey(key).account) === 'bank');
  if (!inBank || due <= 0 || received <= 0)
    throw new ApiError('TWO_CURRENCIES', { currencies: [currency, arrivedIn].sort().join(', ') });
}
