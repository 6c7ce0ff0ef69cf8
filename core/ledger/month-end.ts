// What the books show on a month's last day and turn back on the next (期末調整): money for goods that have not shipped as
// 預收貨款, and what open foreign balances are worth at the rate of the day. Both are cut-off, not business of the month.
import { addDays, type BusinessDate, dayInMonth, partsOfDay } from '../business-date.ts';
import type { Company } from '../company.ts';
import { add, type Amount, type Currency, negate, subtract, ZERO } from '../money.ts';
import type { RateOn } from '../reconcile/exchange-rates.ts';
import type { AccountRole, VoucherDraft } from '../voucher.ts';
import { convert } from './convert.ts';
import { credit, debit, type Entry, voucherOf } from './entry.ts';
import { summaryOf } from './summaries.ts';

/** A balance of a shop in one currency; `base` is the amount itself while the company keeps each currency by itself. */
export interface ShopBalance {
  readonly shop: string;
  readonly currency: Currency;
  readonly amount: Amount;
  readonly base: Amount;
}

/** Σ debit − credit of one account, a balance a line. */
export function balancesOn(
  { shop, currency, lines }: Pick<VoucherDraft, 'shop' | 'currency' | 'lines'>,
  role: AccountRole,
): ShopBalance[] {
  return lines
    .filter((line) => line.role === role)
    .map((line) => ({
      ...{ shop, currency, amount: subtract(line.debit, line.credit) },
      base: subtract(line.baseDebit, line.baseCredit),
    }));
}

/** The other way round: Σ credit − debit. */
export function turned(balance: ShopBalance): ShopBalance {
  return { ...balance, amount: negate(balance.amount), base: negate(balance.base) };
}

/** @param month `2026-11` */
export function lastDayOf(month: string): BusinessDate {
  return dayInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 31);
}

/** The first day of the month after: what a month's end shows is turned back on it. */
export function dayAfter(lastDay: BusinessDate): BusinessDate {
  const { year, month } = partsOfDay(lastDay);
  return addDays(dayInMonth(year, month, 31), 1);
}

/**
 * Dr 暫收款 / Cr 預收貨款, one voucher a shop and currency: what orders were paid before they shipped.
 * @param paid what is on hold for such orders at the month's end
 * @param shown what earlier vouchers of this month's end show already: only the difference is posted
 */
export function prepaymentVouchers(
  paid: readonly ShopBalance[],
  shown: readonly ShopBalance[],
  on: BusinessDate,
  company: Company,
): VoucherDraft[] {
  return [...pairs(paid, shown)].flatMap(([, { shop, currency, now, before }]) => {
    const entries = moved(now, before, (amount, base) => [
      debit('suspense', amount, base),
      credit('advances', amount, base),
    ]);
    const voucher = voucherOf(headOf({ shop, currency }, on, 'prepayment', company), entries, company);
    return voucher === null ? [] : [voucher];
  });
}

/** The accounts that money is owed on, to us or by us, and that a change of rates changes in worth (貨幣性項目). */
export const MONETARY_ROLES: readonly AccountRole[] = [
  ...(['bank', 'wallet', 'transit', 'receivable', 'claim', 'reserve', 'suspense', 'collected', 'taxClearing'] as const),
];

/** A foreign balance without a rate of its month on the day. */
export interface LacksRate {
  readonly currency: Currency;
}

/**
 * Dr 外幣評價調整 / Cr 未實現兌換利益 (or the loss the other way), in base currency alone, one voucher a shop and
 * currency: what its open foreign balances are worth more at the rate of the day.
 * @param open Σ debit − credit of the monetary accounts at the month's end
 * @param shown worth that earlier vouchers of this month's end show already, in `base`
 */
export function revaluationVouchers(
  open: readonly ShopBalance[],
  shown: readonly ShopBalance[],
  { on, rateOn }: { readonly on: BusinessDate; readonly rateOn: RateOn },
  company: Company,
): VoucherDraft[] | LacksRate {
  const vouchers: VoucherDraft[] = [];
  for (const { shop, currency, now, before } of pairs(open, shown).values()) {
    const rate = now.amount === 0 ? '1' : rateOn(currency, on);
    if (rate === null) return { currency };
    const worth = convert(now.amount, rate, company.baseCurrency ?? currency);
    const change = subtract(subtract(worth, now.base), before.base);
    const entries = [
      debit('valuation', ZERO, change),
      change > 0 ? credit('unrealisedGain', ZERO, change) : credit('unrealisedLoss', ZERO, change),
    ];
    const voucher = voucherOf(headOf({ shop, currency }, on, 'revaluation', company), entries, company);
    if (voucher !== null) vouchers.push(voucher);
  }
  return vouchers;
}

interface Pair extends Pick<ShopBalance, 'shop' | 'currency'> {
  readonly now: Balance;
  readonly before: Balance;
}
type Balance = Pick<ShopBalance, 'amount' | 'base'>;

const NOTHING: Balance = { amount: ZERO, base: ZERO };

const plus = (left: Balance, right: Balance): Balance => ({
  amount: add(left.amount, right.amount),
  base: add(left.base, right.base),
});

/** Both sides by shop and currency, in that order. */
function pairs(now: readonly ShopBalance[], before: readonly ShopBalance[]): Map<string, Pair> {
  const all = new Map<string, Pair>();
  const put = (balance: ShopBalance, side: 'now' | 'before') => {
    const { shop, currency } = balance;
    const key = `${shop}\u001e${currency}`;
    const pair = all.get(key) ?? { shop, currency, now: NOTHING, before: NOTHING };
    all.set(key, { ...pair, [side]: plus(pair[side], balance) });
  };
  for (const balance of now) put(balance, 'now');
  for (const balance of before) put(balance, 'before');
  return new Map([...all].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The difference of two balances; where document and base currency differ in direction, both sides in full. */
function moved(now: Balance, before: Balance, entries: (amount: Amount, base: Amount) => Entry[]): Entry[] {
  const [amount, base] = [subtract(now.amount, before.amount), subtract(now.base, before.base)];
  if (Math.sign(amount) * Math.sign(base) >= 0) return entries(amount, base);
  const taken = entries(before.amount, before.base).map((entry) => credit(entry.role, entry.amount, entry.base));
  return [...entries(now.amount, now.base), ...taken];
}

function headOf(
  { shop, currency }: Pick<ShopBalance, 'shop' | 'currency'>,
  postedOn: BusinessDate,
  what: 'prepayment' | 'revaluation',
  company: Company,
) {
  return {
    kind: 'adjustment' as const,
    ...{ shop, postedOn, currency, baseCurrency: company.baseCurrency ?? currency },
    summary: summaryOf(what, company),
  };
}
