// The documents of a report's withdrawals and groups, with core's keys in the place of ids.
import { type BankDocument, groupSubject } from '../../core/bank/bank-document.ts';
import type { DepositReport } from '../../core/bank/deposit-report.ts';
import { groupKey } from '../../core/bank/deposit-match.ts';
import { spreadOf } from '../../core/ledger/conversion-vouchers.ts';
import { bankDocumentsOf } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import type { HeldGroup } from '../store/deposit-groups.ts';
import { listShops } from '../store/shops.ts';
import { type PostedVoucher, vouchersOfDocuments } from '../store/vouchers.ts';
import { currentCompany } from './read-company.ts';

export async function presentBankDocuments(
  tx: Statements,
  { groups, withdrawals }: Pick<DepositReport, 'groups' | 'withdrawals'>,
  held: readonly HeldGroup[],
): Promise<Pick<DepositReport, 'held' | 'documents'>> {
  const told = new Set(groups.map(groupKey));
  const own = held.filter(({ group }) => told.has(groupKey(group))).map(({ id, group: { dues } }) => ({ id, dues }));
  const subjects = [...own.map(({ id }) => groupSubject(id)), ...withdrawals.map(({ key }) => key)];
  return { held: own, documents: subjects.length === 0 ? [] : await documentsOf(tx, subjects) };
}

async function documentsOf(tx: Statements, subjects: readonly string[]): Promise<BankDocument[]> {
  const documents = await bankDocumentsOf(tx, subjects);
  const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  const numbers = new Map(documents.map(({ id, number }) => [id, number]));
  const vouchers = await vouchersOfDocuments(
    tx,
    'bank',
    documents.map(({ id }) => id),
  );
  const voucherOf = new Map(vouchers.flatMap((voucher) => voucher.documents.map(({ id }) => [id, voucher] as const)));
  const { baseCurrency } = await currentCompany(tx);
  return documents.map(({ id, shopId, reverses, ...document }) => ({
    ...document,
    shop: shops.get(shopId) ?? '',
    voucher: voucherOf.get(id)?.number ?? null,
    reverses: reverses === null ? null : (numbers.get(reverses) ?? null),
    ...spreadTold(document, baseCurrency === null ? undefined : voucherOf.get(id)),
  }));
}

/** A 提領單 moves money out, whatever it brings: what a conversion cost is known when it has arrived. */
function spreadTold({ kind, exchanged }: Pick<BankDocument, 'kind' | 'exchanged'>, voucher: PostedVoucher | undefined) {
  return kind === 'withdrawal' || exchanged === undefined || voucher === undefined ? {} : { spread: spreadOf(voucher) };
}

/** The vouchers of bank documents, by their numbers. */
export async function bankVouchers(tx: Statements, { documents }: DepositReport): Promise<PostedVoucher[]> {
  if (documents.length === 0) return [];
  const subjects = [...new Set(documents.map(({ subject }) => subject))];
  const ids = (await bankDocumentsOf(tx, subjects)).map(({ id }) => id);
  return vouchersOfDocuments(tx, 'bank', ids);
}
