// Looks for the payouts of some days in the statements, keeps and books what is proved, and shows the rest for people to
// decide.
import { z } from 'zod';
import { type DepositCheckRequest, depositGroupSchema } from '../../core/bank/deposit-api.ts';
import type { DepositGroup } from '../../core/bank/deposit-match.ts';
import { DEPOSIT_POLICY } from '../../core/bank/check-deposits.ts';
import { type DepositReport, depositReport } from '../../core/bank/deposit-report.ts';
import { reservesOf } from '../../core/bank/reserves.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { Books } from '../books.ts';
import { reserveEntries } from '../store/account-balances.ts';
import { appendAudit } from '../store/audit-log.ts';
import { sumsBefore } from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import { type HeldGroup, insertDepositGroups, liveDepositGroups } from '../store/deposit-groups.ts';
import { nextId } from '../store/next-id.ts';
import { insertRun } from '../store/runs.ts';
import { refuseUnstorableText } from './check-text.ts';
import { findDeposits, type FoundDeposits } from './find-deposits.ts';
import { loadSetUp, type SetUp } from './load-set-up.ts';
import { postBankDocuments, type PostedBank } from './post-bank-documents.ts';
import { presentBankDocuments } from './present-bank-documents.ts';

/** Whose decision it is when no person made it. */
const ENGINE = 'clearsheet';

/** The same books give the same answer; what was accepted once stays, whatever comes in later. */
export async function checkBooksDeposits(books: Books, request: DepositCheckRequest): Promise<DepositReport> {
  refuseUnstorableText(request);
  return books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    const setUp = await loadSetUp(tx, request.asOf, {});
    const found = await findDeposits(tx, request, setUp);
    return keepDeposits(tx, found, request, setUp, { now, runOf: newRun(tx, request, setUp, now) });
  });
}

/** The run that a check makes for itself, when it has something to post. */
export function newRun(
  tx: Statements,
  { asOf }: Pick<DepositCheckRequest, 'asOf'>,
  { policy }: Pick<SetUp, 'policy'>,
  now: string,
): () => Promise<number> {
  let made: Promise<number> | null = null;
  const make = async () => {
    const id = await nextId(tx, 'runs');
    const posted = { matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 };
    await insertRun(tx, { id, kind: 'deposits', asOf, policy, batchIds: [], planHash: '', posted }, now);
    return id;
  };
  return () => (made ??= make());
}

/** How what was found is kept: when, and by which run; `runOf` is asked only when something is posted. */
export interface Keeping {
  readonly now: string;
  readonly runOf: () => Promise<number>;
}

/** Keeps the accepted groups and books the money that moved. */
export async function keepDeposits(
  tx: Statements,
  found: FoundDeposits,
  request: DepositCheckRequest,
  setUp: SetUp,
  { now, runOf }: Keeping,
): Promise<DepositReport> {
  const fresh = newGroups(found);
  const { from, to, asOf, transferFees, author = '' } = request;
  if (fresh.length > 0) {
    const rates = fresh.flatMap(({ dues, bookRate }) => (bookRate === undefined ? [] : [{ dues, bookRate }]));
    const evidence = { policy: DEPOSIT_POLICY, transferFees, asOf, ...(rates.length === 0 ? {} : { rates }) };
    await insertDepositGroups(tx, fresh, evidence, { decidedBy: ENGINE, runId: await runOf(), now });
  }
  const groups = await liveDepositGroups(tx);
  const isMoved = found.input.lines.length > 0;
  const { posted, unbooked } = isMoved ? await postBankDocuments(tx, found, groups, setUp, runOf) : NOT_MOVED;
  if (fresh.length + posted > 0) {
    const counts = { accepted: fresh.length, proposals: found.check.proposals.length, documents: posted };
    const detail = { from, to, author, ...counts };
    await appendAudit(tx, now, { action: 'deposits.checked', subject: 'deposits', detail });
  }
  return reportDeposits(tx, found, request, groups, unbooked);
}

const NOT_MOVED: PostedBank = { posted: 0, unbooked: [] };

function newGroups({ check }: FoundDeposits): DepositGroup[] {
  return check.groups.filter(({ pass }) => pass !== 'CONFIRMED');
}

/** What was found, with what the books hold of it; writes nothing. */
export async function reportDeposits(
  tx: Statements,
  { check, input }: FoundDeposits,
  { from, to }: Pick<DepositCheckRequest, 'from' | 'to'>,
  groups: readonly HeldGroup[],
  unbooked: DepositReport['unbooked'] = [],
): Promise<DepositReport> {
  const facts = { from, to, reserves: reservesOf(await reserveEntries(tx)), held: [], documents: [], unbooked };
  const before = input.lines.length > 0 ? await sumsBefore(tx, from) : new Map<string, never>();
  const report = depositReport(check, input, { ...facts, before });
  return { ...report, ...(await presentBankDocuments(tx, report, groups)) };
}

/** A plan that will keep deposits as well is another plan: its hash covers them. Without any it stays as it is. */
export function hashWithDeposits(planHash: string, found: FoundDeposits | null): string {
  const fresh = found === null ? [] : newGroups(found);
  if (fresh.length === 0) return planHash;
  return fingerprint(JSON.stringify([planHash, z.encode(z.array(depositGroupSchema), fresh)]));
}
