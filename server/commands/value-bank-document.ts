// The voucher of a withdrawal or deposit. In a foreign currency money leaves at the base it stands in the books with (the
// average of the account, so that what empties it takes all of it) and arrives at the rate of its day. What a processor
// converts leaves at that base and arrives out of 兌換中款項, by two vouchers that need the rates of both currencies.
import type { BankDocumentDraft, Exchanged } from '../../core/bank/bank-document.ts';
import { conversionVoucher, convertedVoucher } from '../../core/ledger/conversion-vouchers.ts';
import { convert, shareOf } from '../../core/ledger/convert.ts';
import { depositVoucher, withdrawalVoucher } from '../../core/ledger/bank-vouchers.ts';
import { add, type Amount, type Currency, subtract } from '../../core/money.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { accountBalance } from '../store/account-balances.ts';
import type { Statements } from '../store/database.ts';
import type { BankBooking } from './post-bank-documents.ts';

type Valuing = Pick<BankBooking, 'company' | 'rates'>;

/**
 * Null where the day has no exchange rate: then it is not booked, and said.
 * @param before id of a voucher: as it was drawn when that one was posted
 */
export async function voucherOfDocument(
  tx: Statements,
  draft: BankDocumentDraft,
  shopId: number,
  { company, rates }: Valuing,
  before?: number,
): Promise<VoucherDraft | null> {
  const { exchanged } = draft;
  if (exchanged !== undefined)
    return voucherOfExchange(tx, { ...draft, exchanged }, shopId, { company, rates }, before);
  const { kind, shop, currency, documentOn: postedOn, from, left, arrived, fee } = draft;
  const { baseCurrency } = company;
  const moved = { shop, currency, postedOn, left, leftBase: null };
  if (baseCurrency === null || baseCurrency === currency) {
    const inOne = { ...moved, from, arrived, arrivedBase: null };
    return kind === 'withdrawal' ? withdrawalVoucher(moved, company) : depositVoucher(inOne, company);
  }
  const rate = ratesOf({ company, rates })(currency, postedOn);
  if (rate === null) return null;
  const toBase = (amount: Amount) => convert(amount, rate, baseCurrency);
  const leftBase = await baseHeld(tx, draft, { shopId, baseCurrency, before }, toBase);
  const atBooks = { ...moved, leftBase };
  if (kind === 'withdrawal') return withdrawalVoucher(atBooks, company);
  const whole = toBase(add(arrived, fee));
  const arrivedBase = { arrived: subtract(whole, toBase(fee)), fee: toBase(fee) };
  return depositVoucher({ ...atBooks, from, arrived, arrivedBase }, company);
}

/** 提領單 and 入帳單 of a conversion: neither is booked while one of the two rates is missing. */
async function voucherOfExchange(
  tx: Statements,
  draft: BankDocumentDraft & { readonly exchanged: Exchanged },
  shopId: number,
  { company, rates }: Valuing,
  before?: number,
): Promise<VoucherDraft | null> {
  const { kind, shop, currency, documentOn: postedOn, from, left, arrived, exchanged } = draft;
  const { baseCurrency } = company;
  const moved = { shop, currency, postedOn, left };
  if (baseCurrency === null) {
    return kind === 'withdrawal'
      ? convertedVoucher({ ...moved, from, leftBase: null, worth: null }, company)
      : conversionVoucher({ ...moved, arrived, base: null }, company);
  }
  const rateOn = ratesOf({ company, rates });
  const [rate, rateOfOther] = [rateOn(currency, postedOn), rateOn(exchanged.currency, postedOn)];
  if (rate === null || rateOfOther === null) return null;
  const toBase = (amount: Amount) => convert(amount, rate, baseCurrency);
  if (kind === 'deposit') {
    const worth = convert(exchanged.amount, rateOfOther, baseCurrency);
    return conversionVoucher({ ...moved, arrived, base: { arrived: toBase(arrived), worth } }, company);
  }
  const leftBase =
    currency === baseCurrency ? left : await baseHeld(tx, draft, { shopId, baseCurrency, before }, toBase);
  return convertedVoucher({ ...moved, from, leftBase, worth: toBase(left) }, company);
}

interface Holding {
  readonly shopId: number;
  readonly baseCurrency: Currency;
  readonly before: number | undefined;
}

/** What leaves an account, at the base it stands there with. */
async function baseHeld(
  tx: Statements,
  { currency, from, left, documentOn: to }: BankDocumentDraft,
  { shopId, baseCurrency, before }: Holding,
  toBase: (amount: Amount) => Amount,
): Promise<Amount> {
  const held = await accountBalance(tx, {
    ...{ shopId, currency, role: from, to },
    ...(before === undefined ? {} : { before }),
  });
  // More leaves than the books hold: the payout is not reconciled yet, and its day's rate is the best that is known.
  const isHeld = left > 0 && held.amount >= left;
  return isHeld ? shareOf(held.base, left, held.amount, baseCurrency) : toBase(left);
}
