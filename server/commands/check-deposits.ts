// Looks for the payouts of some days in the statements, keeps what is proved, and shows the rest for people to decide.
import type { DepositCheckRequest, DepositDecline, DepositGroups } from '../../core/bank/deposit-api.ts';
import { checkDeposits, type DepositCheck, DEPOSIT_POLICY } from '../../core/bank/check-deposits.ts';
import { pairKey } from '../../core/bank/deposit-match.ts';
import { addDays, type BusinessDate } from '../../core/business-date.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import { bankLinesBetween, listBankAccounts, statementSpans } from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import {
  declinedPairs,
  insertDeclined,
  insertDepositGroups,
  liveDepositGroups,
  reverseDepositGroup,
} from '../store/deposit-groups.ts';
import { payoutBatchesBetween } from '../store/payout-batches.ts';
import { refuseUnstorableText } from './check-text.ts';

/** Whose decision it is when no person made it. */
const ENGINE = 'clearsheet';

/** The same books give the same answer; what was accepted once stays, whatever comes in later. */
export async function checkBooksDeposits(books: Books, request: DepositCheckRequest): Promise<DepositCheck> {
  refuseUnstorableText(request);
  return books.database.transaction(books.company, async (tx) => {
    const check = checkDeposits(await loadCheck(tx, request));
    const found = check.groups.filter(({ pass }) => pass !== 'CONFIRMED');
    const now = books.now();
    const evidence = { policy: DEPOSIT_POLICY, transferFees: request.transferFees, asOf: request.asOf };
    await insertDepositGroups(tx, found, evidence, { decidedBy: ENGINE, runId: null, now });
    const detail = { from: request.from, to: request.to, accepted: found.length, proposals: check.proposals.length };
    await appendAudit(tx, now, { action: 'deposits.checked', subject: 'deposits', detail });
    return check;
  });
}

async function loadCheck(tx: Statements, { from, to, asOf, transferFees }: DepositCheckRequest) {
  const { windowDays, namedWindowDays, carryDays } = DEPOSIT_POLICY;
  const reach = Math.max(windowDays, namedWindowDays, carryDays);
  return {
    batches: await payoutBatchesBetween(tx, from, to),
    accounts: await listBankAccounts(tx),
    lines: await bankLinesBetween(tx, addDays(from, -reach), addDays(to, reach)),
    transferFees,
    declined: new Set((await declinedPairs(tx)).map(([due, deposit]) => pairKey(due, deposit))),
    confirmed: (await liveDepositGroups(tx)).map(({ group }) => group),
    asOf: await shownUntil(tx, from, asOf),
    policy: DEPOSIT_POLICY,
  };
}

/** No statement, no missing deposit: a deposit is missed only where the statements reach. */
async function shownUntil(tx: Statements, from: BusinessDate, asOf: BusinessDate): Promise<BusinessDate> {
  const [last = from] = [...(await statementSpans(tx)).values()]
    .map(({ to }) => to)
    .sort()
    .reverse();
  return last < asOf ? last : asOf;
}

export async function getDepositGroups(books: Books): Promise<DepositGroups> {
  return books.database.transaction(books.company, async (tx) => ({ groups: await liveDepositGroups(tx) }));
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

/** Takes an accepted group back: both entries stay, and its members are free again. @throws ApiError NOT_FOUND */
export async function reverseDeposit(books: Books, id: number, author: string): Promise<void> {
  refuseUnstorableText(author);
  await books.database.transaction(books.company, async (tx) => {
    const held = (await liveDepositGroups(tx)).find((group) => group.id === id);
    if (!held) throw new ApiError('NOT_FOUND');
    const now = books.now();
    await reverseDepositGroup(tx, held, { decidedBy: author, runId: null, now });
    await appendAudit(tx, now, { action: 'deposit.reversed', subject: String(id), detail: { author } });
  });
}
