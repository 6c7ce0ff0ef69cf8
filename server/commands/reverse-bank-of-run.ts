// What a run booked of money between wallet and bank is taken back with the run: its deposits, with their documents and
// vouchers. All entries stay, and the deposits can be found again.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { bankDocumentsOf, type PostedBankDocument, standing } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import { type HeldGroup, liveDepositGroups, reverseDepositGroup } from '../store/deposit-groups.ts';
import { bankSubjectsOfRun } from '../store/reversals.ts';
import { numberOfRun } from '../store/runs.ts';
import { reverseBankDocument } from './decide-deposits.ts';
import type { SetUp } from './load-set-up.ts';

export interface BankOfRun {
  readonly groups: readonly HeldGroup[];
  readonly documents: readonly PostedBankDocument[];
}

/** Nothing for an undo of less than a run: statements say what they say, whoever booked the payout. */
export async function bankOfRun(tx: Statements, what: Undone): Promise<BankOfRun> {
  if (what.kind !== 'run') return { groups: [], documents: [] };
  const runId = numberOfRun(what.runId);
  const subjects = await bankSubjectsOfRun(tx, runId);
  const groups = (await liveDepositGroups(tx)).filter((group) => group.runId === runId);
  return { groups, documents: subjects.length === 0 ? [] : standing(await bankDocumentsOf(tx, subjects)) };
}

interface Posting {
  readonly day: BusinessDate;
  readonly setUp: SetUp;
  readonly runId: number;
  readonly author: string;
  readonly now: string;
}

export async function reverseBankOfRun(tx: Statements, { groups, documents }: BankOfRun, posting: Posting) {
  const { day, setUp, runId, author, now } = posting;
  for (const group of groups) await reverseDepositGroup(tx, group, { decidedBy: author, runId, now });
  for (const document of documents) await reverseBankDocument(tx, document, { day, setUp, runId });
}
