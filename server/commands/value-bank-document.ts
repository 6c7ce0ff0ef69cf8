// The voucher of a withdrawal or deposit. In a foreign currency money leaves at the base it stands in the books with (the
// average of the account, so that what empties it takes all of it) and arrives at the rate of its day.
import type { BankDocumentDraft } from '../../core/bank/bank-document.ts';
import { convert, shareOf } from '../../core/ledger/convert.ts';
import { depositVoucher, withdrawalVoucher } from '../../core/ledger/bank-vouchers.ts';
import { add, type Amount, subtract } from '../../core/money.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { accountBalance } from '../store/account-balances.ts';
import type { Statements } from '../store/database.ts';
import type { BankBooking } from './post-bank-documents.ts';

/**
 * Null where the day has no exchange rate: then it is not booked, and said.
 * @param before id of a voucher: as it was drawn when that one was posted
 */
export async function voucherOfDocument(
  tx: Statements,
  draft: BankDocumentDraft,
  shopId: number,
  { company, rates }: Pick<BankBooking, 'company' | 'rates'>,
  before?: number,
): Promise<VoucherDraft | null> {
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
  const held = await accountBalance(tx, {
    ...{ shopId, currency, role: from, to: postedOn },
    ...(before === undefined ? {} : { before }),
  });
  // More leaves than the books hold: the payout is not reconciled yet, and its day's rate is the best that is known.
  const isHeld = left > 0 && held.amount >= left;
  const leftBase = isHeld ? shareOf(held.base, left, held.amount, baseCurrency) : toBase(left);
  const atBooks = { ...moved, leftBase };
  if (kind === 'withdrawal') return withdrawalVoucher(atBooks, company);
  const whole = toBase(add(arrived, fee));
  const arrivedBase = { arrived: subtract(whole, toBase(fee)), fee: toBase(fee) };
  return depositVoucher({ ...atBooks, from, arrived, arrivedBase }, company);
}
