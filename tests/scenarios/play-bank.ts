// What a bank's statement does in a scenario on the pure engine: payouts and deposits are held against each other, and
// what is found gets its voucher once.
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import { checkDeposits, DEPOSIT_POLICY, type DueCheck } from '../../core/bank/check-deposits.ts';
import { draftBankDocuments } from '../../core/bank/draft-bank-documents.ts';
import { payoutBatches } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { depositVoucher } from '../../core/ledger/bank-vouchers.ts';
import { ZERO } from '../../core/money.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { companyInBooks } from '../core/company-in-books.ts';
import { SHOP } from '../core/reconcile/memory-books.ts';
import { companyOf, type SetUpState } from './set-up.ts';

/** The one bank account of scenarios. */
export const BANK: BankAccount = { key: 'bank/玉山', kind: 'bank', currency: 'TWD', shop: null };

/** What the shop has to show for its payouts and deposits so far. */
export class BankDesk {
  readonly paid: { readonly shop: string; readonly line: PayoutLine }[] = [];
  readonly deposits: BankLine[] = [];
  private readonly booked = new Set<string>();

  /** How payouts arrived, and the vouchers that are new. */
  look(asOf: BusinessDate, state: SetUpState): { batches: readonly DueCheck[]; vouchers: VoucherDraft[] } {
    const [accounts, lines] = [this.deposits.length > 0 ? [BANK] : [], this.deposits];
    const batches = payoutBatches(this.paid.map(({ shop, line }) => batchLineOf(shop, line)));
    const transferFees = state.transferFee === null ? [] : [{ shop: SHOP, currency: 'TWD', amount: state.transferFee }];
    const books = { batches, accounts, lines, withdrawers: new Set<string>() };
    const known = { declined: new Set<string>(), confirmed: [], reach: new Map<string, never>() };
    const check = checkDeposits({ ...books, ...known, transferFees, asOf, policy: DEPOSIT_POLICY, rateOn: () => null });
    const groups = check.groups.map((group, id) => ({ id, group }));
    const drafts = draftBankDocuments({ ...books, groups, closedMonths: new Set(state.closed) });
    const news = drafts.filter(({ subject }) => !this.booked.has(subject));
    for (const { subject } of news) this.booked.add(subject);
    return { batches: check.batches, vouchers: news.flatMap((draft) => voucherOf(draft, state) ?? []) };
  }
}

function batchLineOf(shop: string, { currency, paidOutOn, statement = '', net }: PayoutLine) {
  return { shop, currency, paidOutOn, statement, net, carried: ZERO, withdrawn: ZERO, lines: 1 };
}

function voucherOf(draft: ReturnType<typeof draftBankDocuments>[number], state: SetUpState): VoucherDraft | null {
  const { shop, currency, documentOn, from, left, arrived } = draft;
  const moved = { shop, currency, postedOn: documentOn, from, left, leftBase: null, arrived, arrivedBase: null };
  return depositVoucher(moved, companyInBooks(companyOf(state, SHOP), [shop]));
}
