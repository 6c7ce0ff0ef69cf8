// The ledger of a period (總帳): each account with what it stood at before, what moved on it and what it stands at, and the
// vouchers themselves. Of the whole books, or of the shops a report is narrowed to: vouchers balance shop by shop.
import { add, type Amount, subtract, ZERO } from '../money.ts';
import type { AccountRole, DocumentedVoucher } from '../voucher.ts';
import type { Account } from './ledger-entry.ts';
import { type ReportOnly, shopKeyOf, within } from './report-only.ts';

/** Above so many a sheet of them is read by nobody; accounts are then told by their sums alone. */
export const VOUCHERS_SHOWN_MAX = 5_000;

/** An account on the vouchers of one shop in one currency; a voucher of the whole company names no shop. */
export interface ShopAccountSums extends Account {
  readonly role: AccountRole;
  readonly account: { readonly code: string; readonly name: string };
  readonly baseCurrency: string;
  /** Σ debit − credit before the period. */
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly baseOpening: Amount;
  readonly baseDebit: Amount;
  readonly baseCredit: Amount;
}

/** One row of the period's trial balance. */
export interface AccountSums extends Omit<ShopAccountSums, 'platform' | 'shop' | 'role'> {
  /** opening + debit − credit. */
  readonly balance: Amount;
  readonly baseBalance: Amount;
}

export interface LedgerMonth {
  /** By code, name and currency. */
  readonly accounts: readonly AccountSums[];
  /** Of the period, by number as posted; null where they are more than anybody reads. */
  readonly vouchers: readonly DocumentedVoucher[] | null;
}

/** @param vouchers with shops by their keys */
export function ledgerMonth(
  only: ReportOnly | null,
  sums: readonly ShopAccountSums[],
  vouchers: readonly DocumentedVoucher[] | null,
): LedgerMonth {
  const own = new Set(within(only, sums).map(shopKeyOf));
  const isOwn = ({ shop }: DocumentedVoucher) => only === null || own.has(shop);
  return { accounts: accountsOf(within(only, sums)), vouchers: vouchers === null ? null : vouchers.filter(isOwn) };
}

function accountsOf(sums: readonly ShopAccountSums[]): AccountSums[] {
  const accounts = new Map<string, AccountSums>();
  for (const one of sums) {
    const { account, currency, baseCurrency } = one;
    const key = [account.code, account.name, currency, baseCurrency].join('\u001e');
    const before = accounts.get(key) ?? { account, currency, baseCurrency, ...NOTHING };
    accounts.set(key, { ...before, ...balanced(added(before, one)) });
  }
  return [...accounts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

type Figures = Pick<AccountSums, 'opening' | 'debit' | 'credit' | 'baseOpening' | 'baseDebit' | 'baseCredit'>;

const NONE: Figures = {
  opening: ZERO,
  debit: ZERO,
  credit: ZERO,
  baseOpening: ZERO,
  baseDebit: ZERO,
  baseCredit: ZERO,
};
const NOTHING = { ...NONE, balance: ZERO, baseBalance: ZERO };

function added(left: Figures, right: Figures): Figures {
  return {
    opening: add(left.opening, right.opening),
    debit: add(left.debit, right.debit),
    credit: add(left.credit, right.credit),
    baseOpening: add(left.baseOpening, right.baseOpening),
    baseDebit: add(left.baseDebit, right.baseDebit),
    baseCredit: add(left.baseCredit, right.baseCredit),
  };
}

function balanced(figures: Figures) {
  const { opening, debit, credit, baseOpening, baseDebit, baseCredit } = figures;
  return {
    ...figures,
    balance: subtract(add(opening, debit), credit),
    baseBalance: subtract(add(baseOpening, baseDebit), baseCredit),
  };
}
