// The trial balance (試算表): what each account was debited and credited, by currency. Its total is zero.
import { add, type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';
import { type AccountRole, ACCOUNT_ROLES, type VoucherDraft } from '../voucher.ts';

export interface TrialBalanceRow {
  readonly role: AccountRole;
  readonly account: { readonly code: string; readonly name: string };
  readonly currency: Currency;
  readonly debit: Amount;
  readonly credit: Amount;
  /** debit − credit. */
  readonly balance: Amount;
  readonly baseCurrency: Currency;
  readonly baseDebit: Amount;
  readonly baseCredit: Amount;
  readonly baseBalance: Amount;
}

/** One row an account and currency, by code and currency. Amounts of two currencies are never added. */
export function trialBalance(vouchers: Iterable<Pick<VoucherDraft, 'currency' | 'baseCurrency' | 'lines'>>) {
  const rows = new Map<string, TrialBalanceRow>();
  for (const { currency, baseCurrency, lines } of vouchers) {
    for (const line of lines) {
      const { role, account } = line;
      const key = [account.code, currency, ACCOUNT_ROLES.indexOf(role), account.name, baseCurrency].join('\u001e');
      const before = rows.get(key) ?? { role, account, currency, baseCurrency, ...NOTHING };
      rows.set(key, withBalances({ ...before, ...added(before, line) }));
    }
  }
  return [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

const NOTHING = { debit: ZERO, credit: ZERO, balance: ZERO, baseDebit: ZERO, baseCredit: ZERO, baseBalance: ZERO };

type Sides = Pick<TrialBalanceRow, 'debit' | 'credit' | 'baseDebit' | 'baseCredit'>;

function added(before: Sides, line: Sides): Sides {
  return {
    debit: add(before.debit, line.debit),
    credit: add(before.credit, line.credit),
    baseDebit: add(before.baseDebit, line.baseDebit),
    baseCredit: add(before.baseCredit, line.baseCredit),
  };
}

function withBalances(row: TrialBalanceRow): TrialBalanceRow {
  const { debit, credit, baseDebit, baseCredit } = row;
  return { ...row, balance: subtract(debit, credit), baseBalance: subtract(baseDebit, baseCredit) };
}

/** The rows of one account in one: a company may let several roles share an account. */
export function byAccount(rows: readonly TrialBalanceRow[]): TrialBalanceRow[] {
  const accounts = new Map<string, TrialBalanceRow>();
  for (const row of rows) {
    const key = [row.account.code, row.account.name, row.currency].join('\u001e');
    const before = accounts.get(key);
    accounts.set(key, before ? withBalances({ ...before, ...added(before, row) }) : row);
  }
  return [...accounts.values()];
}

/** Σ balances of one currency: zero for books whose every voucher balances. */
export function totalOf(rows: readonly TrialBalanceRow[], currency: Currency): { document: Amount; base: Amount } {
  const own = rows.filter((row) => row.currency === currency);
  return { document: sum(own.map((row) => row.balance)), base: sum(own.map((row) => row.baseBalance)) };
}
