// The vouchers of an answer with the numbers of the documents they post.
import { documentRanges } from '../../core/ledger/document-ranges.ts';
import type { DocumentedVoucher } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { documentNumbers } from '../store/document-numbers.ts';
import type { PostedVoucher, VoucherSource } from '../store/vouchers.ts';
import { must, type Scope } from './load-scope.ts';
import { presentVouchers } from './present-documents.ts';

interface Numbered {
  readonly id: number;
  readonly number: string;
}

/** Documents that are at hand; drafts of a plan are nowhere else. */
type AtHand = Partial<Readonly<Record<VoucherSource, readonly Numbered[]>>>;

/** A voucher of a day may also stand for documents of orders that the run did not look at: those are looked up. */
export async function tellVouchers(
  tx: Statements,
  vouchers: readonly PostedVoucher[],
  scope: Pick<Scope, 'shops'>,
  atHand: AtHand = {},
): Promise<DocumentedVoucher[]> {
  const numbers = {
    sales: await numbersOf(tx, vouchers, 'sales', atHand),
    receipt: await numbersOf(tx, vouchers, 'receipt', atHand),
    bank: await numbersOf(tx, vouchers, 'bank', atHand),
  };
  return presentVouchers(vouchers, scope).map((voucher, at) => {
    const { documents } = must(vouchers, at);
    return { ...voucher, documents: documentRanges(documents.map((one) => must(numbers[one.document], one.id))) };
  });
}

async function numbersOf(
  tx: Statements,
  vouchers: readonly PostedVoucher[],
  source: VoucherSource,
  atHand: AtHand,
): Promise<Map<number, string>> {
  const numbers = new Map((atHand[source] ?? []).map(({ id, number }) => [id, number]));
  const named = vouchers.flatMap(({ documents }) => documents.filter(({ document }) => document === source));
  const beyond = [...new Set(named.map(({ id }) => id))].filter((id) => !numbers.has(id));
  for (const [id, number] of beyond.length === 0 ? [] : await documentNumbers(tx, source, beyond)) {
    numbers.set(id, number);
  }
  return numbers;
}
