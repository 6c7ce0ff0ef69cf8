// What people decide about payouts and deposits: they belong together, they never do, or what was accepted is taken back.
import { DEPOSIT_POLICY } from '../../core/bank/check-deposits.ts';
import type { DepositAccept, DepositDecline, DepositGroups, DepositReverse } from '../../core/bank/deposit-api.ts';
import { groupSubject } from '../../core/bank/bank-document.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import { bankDocumentsOf, insertBankDocuments, type PostedBankDocument, standing } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import {
  insertDeclined,
  insertDepositGroups,
  liveDepositGroups,
  reverseDepositGroup,
} from '../store/deposit-groups.ts';
import { nextId } from '../store/next-id.ts';
import { listShops } from '../store/shops.ts';
import { insertVouchers, type PostedVoucher, vouchersOfDocuments } from '../store/vouchers.ts';
import { newRun } from './check-deposits.ts';
import { refuseUnstorableText } from './check-text.ts';
import { chosenDeposits } from './find-deposits.ts';
import { loadSetUp, type SetUp } from './load-set-up.ts';
import { must } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';
import { BANK_SERIES, postBankDocuments, VOUCHER_SERIES } from './post-bank-documents.ts';
import { presentVouchers } from './present-documents.ts';

export async function getDepositGroups(books: Books): Promise<DepositGroups> {
  return books.database.transaction(books.company, async (tx) => ({ groups: await liveDepositGroups(tx) }));
}

/**
 * Keeps and books a group that a person put together; what it differs by stays unexplained.
 * @throws ApiError NOT_FOUND for a member that the books do not hold or that another group has
 */
export async function acceptDeposit(books: Books, { author, ...wanted }: DepositAccept): Promise<DepositGroups> {
  refuseUnstorableText([wanted, author]);
  const { dues, deposits } = wanted;
  return books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    const asOf = dayOfInstant(now);
    const setUp = await loadSetUp(tx, asOf, {});
    const chosen = await chosenDeposits(tx, wanted, setUp);
    if (chosen === null) throw new ApiError('NOT_FOUND');
    const runOf = newRun(tx, { asOf }, setUp, now);
    const evidence = { policy: DEPOSIT_POLICY, author };
    await insertDepositGroups(tx, [chosen.group], evidence, { decidedBy: author, runId: await runOf(), now });
    const groups = await liveDepositGroups(tx);
    await postBankDocuments(tx, chosen.found, groups, setUp, runOf);
    await appendAudit(tx, now, {
      action: 'deposit.accepted',
      subject: dues.join(' '),
      detail: { deposits: deposits.join(' '), author },
    });
    return { groups };
  });
}

/** The pair never returns. A group that holds it stands until it is reversed. */
export async function declineDeposit(books: Books, { due, deposit, author }: DepositDecline): Promise<void> {
  refuseUnstorableText([due, deposit, author]);
  await books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    await insertDeclined(tx, due, deposit, author, now);
    await appendAudit(tx, now, { action: 'deposit.declined', subject: due, detail: { deposit, author } });
  });
}

/**
 * Takes an accepted group back with its document and voucher: all entries stay, and its members are free again.
 * @throws ApiError NOT_FOUND
 */
export async function reverseDeposit(books: Books, id: number, { author, on }: DepositReverse): Promise<void> {
  refuseUnstorableText(author);
  await books.database.transaction(books.company, async (tx) => {
    const held = (await liveDepositGroups(tx)).find((group) => group.id === id);
    if (!held) throw new ApiError('NOT_FOUND');
    const now = books.now();
    const day = on ?? dayOfInstant(now);
    const setUp = await loadSetUp(tx, day, {});
    const runOf = newRun(tx, { asOf: day }, setUp, now);
    await reverseDepositGroup(tx, held, { decidedBy: author, runId: await runOf(), now });
    const documents = standing(await bankDocumentsOf(tx, [groupSubject(id)]));
    for (const document of documents) await reverseBankDocument(tx, document, { day, setUp, runId: await runOf() });
    await appendAudit(tx, now, { action: 'deposit.reversed', subject: String(id), detail: { author } });
  });
}

/** The day of an instant in UTC, where nobody said which day it is. */
const dayOfInstant = (now: string) => now.slice(0, 10) as BusinessDate;

interface Reversal {
  readonly day: BusinessDate;
  readonly setUp: SetUp;
  readonly runId: number;
}

/** In an open month, and never before the document itself. */
export async function reverseBankDocument(
  tx: Statements,
  document: PostedBankDocument,
  { day, setUp, runId }: Reversal,
) {
  const documentOn = openDay(day < document.documentOn ? document.documentOn : day, setUp.closedMonths);
  const vouchers = await vouchersOfDocuments(tx, 'bank', [document.id]);
  const series = [BANK_SERIES[document.kind], ...vouchers.map(() => VOUCHER_SERIES)];
  const numbers = await numberDocuments(
    tx,
    series.map((name) => ({ series: name, on: documentOn })),
  );
  const id = await nextId(tx, 'bank_documents');
  const facts = { id, number: must(numbers, 0), documentOn, reverses: document.id };
  await insertBankDocuments(tx, runId, [{ ...document, ...facts }]);
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop]));
  const firstId = await nextId(tx, 'vouchers');
  const reversed = presentVouchers(vouchers, { shops }).map((voucher, at): PostedVoucher => {
    const { shop: _, ...draft } = reverseVoucher(voucher, documentOn, setUp.company);
    const { shopId, id: original } = must(vouchers, at);
    const own = { id: firstId + at, number: must(numbers, at + 1), shopId, reverses: original };
    return { ...draft, ...own, documents: [{ document: 'bank', id }] };
  });
  await insertVouchers(tx, runId, reversed);
}
