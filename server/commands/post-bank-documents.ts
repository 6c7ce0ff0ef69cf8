// Posts what the books must say of money that moved between wallet and bank: numbered documents, each with its voucher.
// What is posted already is left as it is, so posting again after a run that could not (no exchange rate) completes it.
import type { BankDocumentDraft, BankDocumentKind } from '../../core/bank/bank-document.ts';
import { draftBankDocuments } from '../../core/bank/draft-bank-documents.ts';
import type { DepositReport } from '../../core/bank/deposit-report.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { bankDocumentsOf, insertBankDocuments, type PostedBankDocument, standing } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import type { HeldGroup } from '../store/deposit-groups.ts';
import { nextId } from '../store/next-id.ts';
import { provideShop, shopPlaces } from '../store/shops.ts';
import { insertVouchers } from '../store/vouchers.ts';
import type { FoundDeposits } from './find-deposits.ts';
import type { SetUp } from './load-set-up.ts';
import { must } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';
import { voucherOfDocument } from './value-bank-document.ts';

/** 提領單 WD, 入帳單 DP, 傳票 JV: each counted within its month. */
export const BANK_SERIES: Readonly<Record<BankDocumentKind, string>> = { withdrawal: 'WD', deposit: 'DP' };
export const VOUCHER_SERIES = 'JV';

/** What the set-up says about how to book. */
export type BankBooking = Pick<SetUp, 'company' | 'rates' | 'closedMonths'>;

export interface PostedBank {
  /** How many documents. */
  readonly posted: number;
  readonly unbooked: DepositReport['unbooked'];
}

/** @param runOf the run that posts, asked for only when there is something to post */
export async function postBankDocuments(
  tx: Statements,
  { input }: FoundDeposits,
  groups: readonly HeldGroup[],
  setUp: BankBooking,
  runOf: () => Promise<number>,
): Promise<PostedBank> {
  const drafts = await missingDocuments(tx, draftBankDocuments({ ...input, groups, closedMonths: setUp.closedMonths }));
  const waiting: BankDocumentDraft[] = [];
  const shopIds: number[] = [];
  for (const draft of drafts) shopIds.push(await shopIdOf(tx, draft));
  // A wallet's statement may be the first that is heard of its shop.
  const booking = { ...setUp, company: { ...setUp.company, shopPlaces: await shopPlaces(tx) } };
  // One after the other: each finds the wallet as the ones before left it.
  for (const [at, draft] of drafts.entries()) {
    const shopId = must(shopIds, at);
    const voucher = await voucherOfDocument(tx, draft, shopId, booking);
    if (voucher === null) waiting.push(draft);
    else await postOne(tx, draft, { shopId, voucher, runId: await runOf() });
  }
  // Of a conversion both documents wait, whichever of its currencies has no rate.
  const rateOn = ratesOf(setUp);
  const unbooked = waiting
    .filter(({ currency, documentOn }) => rateOn(currency, documentOn) === null)
    .map(({ shop, currency, documentOn: day }) => ({ shop, currency, day }));
  return { posted: drafts.length - waiting.length, unbooked };
}

async function missingDocuments(tx: Statements, drafts: readonly BankDocumentDraft[]): Promise<BankDocumentDraft[]> {
  const held = await bankDocumentsOf(
    tx,
    drafts.map(({ subject }) => subject),
  );
  // The two of a conversion are posted together, so that a subject has all of its documents or none.
  const posted = new Set(standing(held).map(({ subject }) => subject));
  return drafts.filter(({ subject }) => !posted.has(subject));
}

async function shopIdOf(tx: Statements, { shop }: BankDocumentDraft): Promise<number> {
  const cut = shop.indexOf('/');
  return (await provideShop(tx, { platform: shop.slice(0, cut), name: shop.slice(cut + 1) })).id;
}

interface Posting {
  readonly shopId: number;
  readonly voucher: VoucherDraft;
  readonly runId: number;
}

async function postOne(tx: Statements, { shop: _, ...draft }: BankDocumentDraft, posting: Posting): Promise<void> {
  const { shopId, runId } = posting;
  const on = draft.documentOn;
  const numbers = await numberDocuments(tx, [
    { series: BANK_SERIES[draft.kind], on },
    { series: VOUCHER_SERIES, on },
  ]);
  const id = await nextId(tx, 'bank_documents');
  const document: PostedBankDocument = { ...draft, id, number: must(numbers, 0), shopId, reverses: null };
  await insertBankDocuments(tx, runId, [document]);
  const { shop: __, ...voucher } = posting.voucher;
  const facts = { id: await nextId(tx, 'vouchers'), number: must(numbers, 1), shopId, reverses: null };
  await insertVouchers(tx, runId, [{ ...voucher, ...facts, documents: [{ document: 'bank', id }] }]);
}
