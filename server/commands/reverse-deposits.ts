// Deposits that go back with an undo: those that a run found, and those of payouts of which a line is no longer booked.
// The money left a wallet that would not hold it any more. All entries stay, and the next run finds the deposits again.
import { groupSubject } from '../../core/bank/bank-document.ts';
import { batchKey } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { bankDocumentsOf, type PostedBankDocument, standing } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import { type HeldGroup, liveDepositGroups, reverseDepositGroup } from '../store/deposit-groups.ts';
import { linesById } from '../store/payout-lines.ts';
import { bankSubjectsOfRun } from '../store/reversals.ts';
import { numberOfRun } from '../store/runs.ts';
import { listShops } from '../store/shops.ts';
import { reverseBankDocument } from './decide-deposits.ts';
import { must } from './load-scope.ts';
import type { SetUp } from './load-set-up.ts';

export interface DepositsUndone {
  readonly groups: readonly HeldGroup[];
  readonly documents: readonly PostedBankDocument[];
}

/** @param freed ids of the payout lines that no receipt books any more */
export async function depositsUndone(tx: Statements, what: Undone, freed: readonly number[]): Promise<DepositsUndone> {
  const runId = what.kind === 'run' ? numberOfRun(what.runId) : null;
  const paid = await batchesOf(tx, freed);
  const groups = (await liveDepositGroups(tx)).filter((one) => {
    return (runId !== null && one.runId === runId) || one.group.dues.some((due) => paid.has(due));
  });
  const ofRun = runId === null ? new Map<number, string>() : await bankSubjectsOfRun(tx, runId);
  const ofGroups = new Set(groups.map(({ id }) => groupSubject(id)));
  const subjects = [...new Set([...ofRun.values(), ...ofGroups])];
  if (subjects.length === 0) return { groups, documents: [] };
  const documents = standing(await bankDocumentsOf(tx, subjects));
  return { groups, documents: documents.filter(({ id, subject }) => ofRun.has(id) || ofGroups.has(subject)) };
}

/** Keys of the payout batches that the lines belong to. */
async function batchesOf(tx: Statements, lineIds: readonly number[]): Promise<Set<string>> {
  if (lineIds.length === 0) return new Set();
  const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  return new Set(
    (await linesById(tx, lineIds)).map(({ shopId, line: { currency, paidOutOn, statement = '' } }) =>
      batchKey({ shop: must(shops, shopId), currency, paidOutOn, statement }),
    ),
  );
}

interface Posting {
  readonly day: BusinessDate;
  readonly setUp: SetUp;
  readonly runId: number;
  readonly author: string;
  readonly now: string;
}

export async function reverseDeposits(tx: Statements, { groups, documents }: DepositsUndone, posting: Posting) {
  const { day, setUp, runId, author, now } = posting;
  for (const group of groups) await reverseDepositGroup(tx, group, { decidedBy: author, runId, now });
  for (const document of documents) await reverseBankDocument(tx, document, { day, setUp, runId });
}
