// Entries by account role, and the voucher they make: merged, in order, with the company's accounts, balanced.
import type { Company } from '../company.ts';
import { type Amount, add, negate, ZERO } from '../money.ts';
import {
  type AccountRole,
  ACCOUNT_ROLES,
  imbalanceOfVoucher,
  type VoucherDraft,
  type VoucherLine,
} from '../voucher.ts';
import { accountOf } from './charts.ts';

/** One posting before it has an account: debits positive, credits negative. */
export interface Entry {
  readonly role: AccountRole;
  readonly amount: Amount;
  /** In base currency; the amount itself while the company keeps each currency by itself. */
  readonly base: Amount;
}

export function debit(role: AccountRole, amount: Amount, base: Amount = amount): Entry {
  return { role, amount, base };
}

export function credit(role: AccountRole, amount: Amount, base: Amount = amount): Entry {
  return { role, amount: negate(amount), base: negate(base) };
}

export type VoucherHead = Omit<VoucherDraft, 'lines'>;

/**
 * The voucher of the entries: those of one role and side in one line, debits first, nothing that is zero. Null when
 * nothing is left.
 * @throws Error when it does not balance
 */
export function voucherOf(head: VoucherHead, entries: readonly Entry[], company: Company): VoucherDraft | null {
  const debits = new Map<AccountRole, Entry>();
  const credits = new Map<AccountRole, Entry>();
  for (const entry of entries) {
    const side = sideOf(entry);
    if (side !== 0) addTo(side > 0 ? debits : credits, entry);
  }
  const lines = [debits, credits].flatMap((side) =>
    ACCOUNT_ROLES.flatMap((role) => {
      const entry = side.get(role);
      return entry ? [lineOf(entry, company, head.shop)] : [];
    }),
  );
  return lines.length === 0 ? null : balanced({ ...head, lines });
}

/** An exchange gain moves the base currency only, so the base decides its side. */
const sideOf = ({ amount, base }: Entry) => Math.sign(amount) || Math.sign(base);

function addTo(side: Map<AccountRole, Entry>, { role, amount, base }: Entry): void {
  const before = side.get(role);
  side.set(role, before ? debit(role, add(before.amount, amount), add(before.base, base)) : { role, amount, base });
}

function lineOf(entry: Entry, company: Company, shop: string): VoucherLine {
  const { role, amount, base } = entry;
  const account = accountOf(company, role, shop);
  return sideOf(entry) > 0
    ? { role, account, debit: amount, credit: ZERO, baseDebit: base, baseCredit: ZERO }
    : { role, account, debit: ZERO, credit: negate(amount), baseDebit: ZERO, baseCredit: negate(base) };
}

/**
 * The voucher itself, if its debits and credits agree in both currencies and every line stands on one side.
 * @throws Error when not: nothing else may post it
 */
export function balanced(voucher: VoucherDraft): VoucherDraft {
  const { document, base } = imbalanceOfVoucher(voucher);
  if (document !== 0 || base !== 0) {
    throw new Error(
      `unbalanced voucher "${voucher.summary}": ${document} ${voucher.currency}, ${base} in base currency`,
    );
  }
  const crooked = voucher.lines.find((line) => !standsOnOneSide(line));
  if (crooked) throw new Error(`voucher "${voucher.summary}": ${crooked.role} stands on both sides or on none`);
  return voucher;
}

function standsOnOneSide({ debit: left, credit: right, baseDebit, baseCredit }: VoucherLine): boolean {
  if ([left, right, baseDebit, baseCredit].some((amount) => amount < 0)) return false;
  const onLeft = left !== 0 || baseDebit !== 0;
  const onRight = right !== 0 || baseCredit !== 0;
  return onLeft !== onRight;
}
