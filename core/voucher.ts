// The voucher (傳票): a document as double entry, by account roles. Balanced or refused; posted once, never changed.
import type { BusinessDate } from './business-date.ts';
import { type Amount, type Currency, subtract, sum, ZERO } from './money.ts';

/** What an account is for. Companies map roles to the codes of their own chart (core/ledger/charts.ts). */
export const ACCOUNT_ROLES = [
  /** 銀行存款 */ 'bank',
  /** 平台錢包 */ 'wallet',
  /** 在途款 */ 'transit',
  /** 兌換中款項: left one currency and arrives in another; zero in base currency once it has */ 'conversion',
  /** 應收帳款 */ 'receivable',
  /** 其他應收款－平台爭議 */ 'claim',
  /** 其他應收款－保留款 */ 'reserve',
  /** 外幣評價調整: what open foreign balances are worth more or less at a month's end */ 'valuation',
  /** 商品存貨 */ 'inventory',
  /** 進項稅額 */ 'inputVat',
  /** 暫付款: fees whose invoice has not come */ 'prepaidFees',
  /** 銷項稅額 */ 'outputVat',
  /** 暫收款 */ 'suspense',
  /** 預收貨款 */ 'advances',
  /** 代收款 */ 'collected',
  /** 代扣稅款 */ 'taxClearing',
  /** 銷貨收入 */ 'sales',
  /** 銷貨退回 */ 'salesReturns',
  /** 銷貨折讓 */ 'salesAllowances',
  /** 銷貨成本 */ 'costOfSales',
  /** 平台手續費 (佣金支出) */ 'platformFees',
  /** 運費 */ 'freight',
  /** 廣告費 */ 'advertising',
  /** 罰款及其他 */ 'otherExpense',
  /** 匯費 */ 'transferFees',
  /** 兌換利益 */ 'exchangeGain',
  /** 兌換損失 */ 'exchangeLoss',
  /** 未實現兌換利益: kept apart, income tax knows realised gains only (查核準則 §29) */ 'unrealisedGain',
  /** 未實現兌換損失 */ 'unrealisedLoss',
  /** 尾差 */ 'writeOff',
  /** 呆帳損失 */ 'badDebts',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** One line of a voucher. Exactly one of debit and credit is not 0 in document currency. */
export interface VoucherLine {
  readonly role: AccountRole;
  /** Code and name in the company's chart on the day of posting. */
  readonly account: { readonly code: string; readonly name: string };
  readonly debit: Amount;
  readonly credit: Amount;
  /** The same in base currency; equal to the document's amounts while the company keeps each currency by itself. */
  readonly baseDebit: Amount;
  readonly baseCredit: Amount;
}

export const VOUCHER_KINDS = ['sales', 'receipt', 'transfer', 'expense', 'bank', 'tax', 'cost', 'adjustment'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

/** A voucher before it has a number. Σ debit = Σ credit, in document and in base currency, exactly. */
export interface VoucherDraft {
  readonly kind: VoucherKind;
  readonly shop: string;
  readonly postedOn: BusinessDate;
  readonly currency: Currency;
  readonly baseCurrency: Currency;
  /** What it is about, for reading (摘要). */
  readonly summary: string;
  readonly lines: readonly VoucherLine[];
}

/** A posted voucher. */
export interface Voucher extends VoucherDraft {
  /** Gapless within its month, for example `JV202405-0001`. */
  readonly number: string;
  /** Number of the voucher this one reverses (沖銷); null for an original. */
  readonly reverses: string | null;
}

/** A posted voucher with what it posts. */
export interface DocumentedVoucher extends Voucher {
  /** Numbers of its documents, see `documentRanges`; none for a voucher of its own, such as a tax adjustment. */
  readonly documents: readonly string[];
}

/** debit − credit in document and base currency: 0 and 0 for every voucher; anything else is a broken program. */
export function imbalanceOfVoucher({ lines }: Pick<VoucherDraft, 'lines'>): { document: Amount; base: Amount } {
  const side = (pick: (line: VoucherLine) => Amount) => sum(lines.map(pick));
  return {
    document: subtract(
      side((line) => line.debit),
      side((line) => line.credit),
    ),
    base: subtract(
      side((line) => line.baseDebit),
      side((line) => line.baseCredit),
    ),
  };
}

/** What a voucher moves, in the currency it moves: what foreign balances are worth moves in base currency alone. */
export function movedBy({ currency, baseCurrency, lines }: Pick<VoucherDraft, 'currency' | 'baseCurrency' | 'lines'>) {
  const amount = sum(lines.map(({ debit }) => debit));
  if (amount !== ZERO) return { amount, currency };
  return { amount: sum(lines.map(({ baseDebit }) => baseDebit)), currency: baseCurrency };
}
