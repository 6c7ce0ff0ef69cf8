// Which exchange rates are wanted: what waits to be booked in another currency, and month ends that cannot be valued, by
// the first day of each month that has none. Nothing is written.
import { type BusinessDate, monthOf } from '../../core/business-date.ts';
import { type Company, type ShopSettings, shopSettings } from '../../core/company.ts';
import { lastDayOf, MONETARY_ROLES } from '../../core/ledger/month-end.ts';
import type { MissingRates } from '../../core/ledger-api.ts';
import { add, type Amount, type Currency, ZERO } from '../../core/money.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { ratesOf, type RateOn } from '../../core/reconcile/exchange-rates.ts';
import { waitsForCompletion } from '../../core/reconcile/revenue-date.ts';
import type { Books } from '../books.ts';
import type { Statements } from '../store/database.ts';
import { type EnteredRate, foreignDaysToBook, listRates } from '../store/exchange-rates.ts';
import { foreignMovements } from '../store/month-ends.ts';
import { closedMonths } from '../store/periods.ts';
import { bookedMonths } from '../store/receivable-documents.ts';
import { listShops } from '../store/shops.ts';
import { bankDaysToBook } from './bank-days-to-book.ts';
import { currentCompany } from './read-company.ts';

interface Wanted {
  readonly currency: Currency;
  readonly day: BusinessDate;
}

export function getMissingRates(books: Books): Promise<MissingRates> {
  return books.database.transaction(books.company, async (tx) => {
    const company = await currentCompany(tx);
    if (company.baseCurrency === null) return { missing: [] };
    const closed = await closedMonths(tx);
    const rates = await listRates(tx);
    const rateOn = ratesOf({ company, rates });
    const base = company.baseCurrency;
    const days = [...(await daysToBook(tx, company, base)), ...(await bankDaysToBook(tx, base))];
    const toBook = days.map(({ currency, day }) => ({ currency, day: openDay(day, closed) }));
    const lacking = toBook.filter(({ currency, day }) => rateOn(currency, day) === null);
    return { missing: firstOfEachMonth([...lacking, ...(await daysToValue(tx, { company, rates, rateOn, closed }))]) };
  });
}

/** By each shop's policy; in consignment no sale stands on a day that an order tells. */
async function daysToBook(tx: Statements, company: Company, base: Currency): Promise<readonly Wanted[]> {
  const { lines, shipped, completed } = await foreignDaysToBook(tx, base);
  const keys = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  const shopOf = (shopId: number) => shopSettings(company, keys.get(shopId) ?? '');
  const isSoldWhenShipped = ({ settlement, revenueOn }: ShopSettings) =>
    settlement !== 'consignment' && revenueOn !== 'completed';
  return [
    ...lines,
    ...shipped.filter(({ shopId }) => isSoldWhenShipped(shopOf(shopId))),
    ...completed.filter(({ shopId }) => waitsForCompletion(shopOf(shopId))),
  ];
}

interface RatesOfBooks {
  readonly company: Company;
  readonly rates: readonly EnteredRate[];
  readonly rateOn: RateOn;
  readonly closed: ReadonlySet<string>;
}

/** Last days of open months whose foreign balances have no rate. Nothing is booked without one: all have been entered once. */
async function daysToValue(tx: Statements, { company, rates, rateOn, closed }: RatesOfBooks): Promise<Wanted[]> {
  if (company.revaluation !== true) return [];
  const currencies = [...new Set(rates.map(({ currency }) => currency))];
  const lacking = (await bookedMonths(tx)).flatMap((month) => {
    const day = lastDayOf(month);
    const without = closed.has(month) ? [] : currencies.filter((currency) => rateOn(currency, day) === null);
    return without.length === 0 ? [] : [{ month, day, without }];
  });
  if (lacking.length === 0) return [];
  const moved = await foreignMovements(tx, MONETARY_ROLES);
  return lacking.flatMap(({ month, day, without }) => {
    const open = openAtEndOf(month, moved);
    return without.filter((currency) => open.has(currency)).map((currency) => ({ currency, day }));
  });
}

/** Currencies in which a shop has a balance on the month's last day. */
function openAtEndOf(month: string, moved: Awaited<ReturnType<typeof foreignMovements>>): ReadonlySet<Currency> {
  const sums = new Map<string, { readonly currency: Currency; amount: Amount }>();
  for (const one of moved.filter((each) => each.month <= month)) {
    const key = `${one.shopId} ${one.currency}`;
    const held = sums.get(key) ?? { currency: one.currency, amount: ZERO };
    sums.set(key, held);
    held.amount = add(held.amount, one.amount);
  }
  return new Set([...sums.values()].filter(({ amount }) => amount !== 0).map(({ currency }) => currency));
}

function firstOfEachMonth(days: readonly Wanted[]): Wanted[] {
  const sorted = [...days].sort((left, right) => (textOf(left) < textOf(right) ? -1 : 1));
  const isFirst = (one: Wanted, at: number) => {
    const before = sorted[at - 1];
    return before?.currency !== one.currency || monthOf(before.day) !== monthOf(one.day);
  };
  return sorted.filter(isFirst);
}

const textOf = ({ currency, day }: Wanted) => `${currency} ${day}`;
