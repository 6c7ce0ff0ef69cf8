// A processor's conversion is two vouchers, because a voucher has one currency: money leaves the wallet of the dues' currency
// for 兌換中款項 at what it is worth on the day, and reaches the bank in another currency out of it. In base currency the
// account is zero again; what the two rates are apart is the spread, an exchange difference or a fee as the shop has it.
import { type Company, shopSettings } from '../company.ts';
import { type Amount, type Currency, negate, subtract, sum, ZERO } from '../money.ts';
import type { Voucher, VoucherDraft } from '../voucher.ts';
import { type MoneyMoved, moneyHead } from './bank-vouchers.ts';
import { credit, debit, type Entry, voucherOf } from './entry.ts';
import { gainEntries } from './receipt-entries.ts';

export interface MoneyConverted extends MoneyMoved {
  readonly from: 'wallet' | 'transit';
  /** `left` at the rate of the day, in base currency; null while each currency is kept by itself. */
  readonly worth: Amount | null;
}

/** Dr 兌換中款項 / Cr 錢包 (or 在途款), with the exchange gain since the money came into the books. */
export function convertedVoucher(moved: MoneyConverted, company: Company): VoucherDraft | null {
  const { from, left, leftBase, worth } = moved;
  const base = { left: leftBase ?? left, worth: worth ?? left };
  const entries = [
    debit('conversion', left, base.worth),
    credit(from, left, base.left),
    ...gainEntries(subtract(base.worth, base.left)),
  ];
  return voucherOf(moneyHead(moved, 'converted', company), entries, company);
}

export interface ConversionArrived extends Omit<MoneyMoved, 'left' | 'leftBase'> {
  /** What the bank credited. */
  readonly arrived: Amount;
  /** It at the rate of its day, and what the money was worth as it left; null while each currency is kept by itself. */
  readonly base: { readonly arrived: Amount; readonly worth: Amount } | null;
}

/** Dr 銀行存款, spread / Cr 兌換中款項. */
export function conversionVoucher(moved: ConversionArrived, company: Company): VoucherDraft | null {
  const { arrived, currency, shop, base } = moved;
  const [came, worth] = [base?.arrived ?? arrived, base?.worth ?? arrived];
  // In base currency there is one amount and not two: 兌換中款項 gives up what it holds.
  const isBase = currency === company.baseCurrency;
  const spread = subtract(came, worth);
  const entries = [
    debit('bank', arrived, came),
    credit('conversion', isBase ? worth : arrived, worth),
    spreadEntry(spread, isBase ? spread : ZERO, shopSettings(company, shop).conversionSpread === 'fee'),
  ];
  return voucherOf(moneyHead(moved, 'conversion', company), entries, company);
}

function spreadEntry(base: Amount, amount: Amount, isFee: boolean): Entry {
  if (base > 0) return credit('exchangeGain', amount, base);
  return debit(isFee ? 'transferFees' : 'exchangeLoss', negate(amount), negate(base));
}

/** What a conversion cost, in base currency, and how it is booked. */
export interface ConversionSpread {
  readonly currency: Currency;
  /** Above zero in our favour: then it is an exchange gain, whatever is set. */
  readonly amount: Amount;
  readonly bookedAs: 'exchange' | 'fee';
}

/** Of the voucher that brought the money. */
export function spreadOf({ baseCurrency, lines }: Pick<Voucher, 'baseCurrency' | 'lines'>): ConversionSpread {
  const own = lines.filter(({ role }) => role !== 'bank' && role !== 'conversion');
  const amount = subtract(sum(own.map(({ baseCredit }) => baseCredit)), sum(own.map(({ baseDebit }) => baseDebit)));
  const isFee = own.some(({ role }) => role === 'transferFees');
  return { currency: baseCurrency, amount, bookedAs: isFee ? 'fee' : 'exchange' };
}
