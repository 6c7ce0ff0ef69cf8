// Documents of money between wallet and bank, as posted: 提領單 (money leaves the wallet) and 入帳單 (it reached the bank).
import type { BusinessDate } from '../business-date.ts';
import type { ConversionSpread } from '../ledger/conversion-vouchers.ts';
import type { Amount, Currency } from '../money.ts';

export const BANK_DOCUMENT_KINDS = ['withdrawal', 'deposit'] as const;
export type BankDocumentKind = (typeof BANK_DOCUMENT_KINDS)[number];

/** Where money that reaches the bank comes from: straight from the wallet, or from what a withdrawal put on its way. */
export const MONEY_SOURCES = ['wallet', 'transit'] as const;
export type MoneySource = (typeof MONEY_SOURCES)[number];

/** The other side of a conversion: what the money became, or what it was. */
export interface Exchanged {
  readonly currency: Currency;
  readonly amount: Amount;
}

/**
 * A document before it has a number. left = arrived + fee, exactly. A conversion is two documents of one subject: a 提領單
 * of the dues' currency, by which the money leaves, and a 入帳單 of the deposits', by which it reaches the bank.
 */
export interface BankDocumentDraft {
  readonly kind: BankDocumentKind;
  /** What it documents: the key of the wallet's line, or `group <id>` of an accepted group. */
  readonly subject: string;
  /** `platform/name`. */
  readonly shop: string;
  /** The day it is booked: that of the statement, or the first open day when that day's month is closed. */
  readonly documentOn: BusinessDate;
  readonly currency: Currency;
  readonly from: MoneySource;
  readonly left: Amount;
  readonly arrived: Amount;
  /** 匯費. */
  readonly fee: Amount;
  /** Left out where nothing is converted. */
  readonly exchanged?: Exchanged | undefined;
}

export interface BankDocument extends BankDocumentDraft {
  /** Gapless within series and month: `WD202405-0001`, `DP202405-0001`. */
  readonly number: string;
  /** Number of its voucher. */
  readonly voucher: string | null;
  /** Number of the document that this one takes back. */
  readonly reverses: string | null;
  /** Of the 入帳單 of a conversion: what it cost, as its voucher says; left out where there is none to tell. */
  readonly spread?: ConversionSpread | undefined;
}

/** The subject of a group's document. */
export function groupSubject(id: number): string {
  return `group ${id}`;
}
