// Takes lines of a statement into the books. A line in the books never changes: at odds with it, the pushed row stays out.
import type { BankAccounts, BankAnswer, BankOutcome, BankPush } from '../../core/bank/bank-api.ts';
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import {
  heldBankLines,
  insertBankAccount,
  insertBankLines,
  listBankAccounts,
  statementSpans,
} from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import { refuseUnstorableText } from './check-text.ts';

/** Idempotent: what is held is answered `unchanged`, whatever file it comes in. @throws ApiError ROW_REPEATED */
export async function pushBankLines(books: Books, push: BankPush): Promise<BankAnswer> {
  refuseUnstorableText(push);
  refuseRepeats(push.rows);
  return books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    await provideAccount(tx, push.account);
    const held = await heldBankLines(tx, push.account.key, push.rows);
    const { file, sheet } = push.source;
    const fresh = push.rows.filter(({ identity }) => !held.has(identity));
    await insertBankLines(tx, fresh, { mappingId: push.mapping.id, file, sheet }, now);
    const answer = answerOf(push, held);
    const { id: mapping, version: mappingVersion } = push.mapping;
    const detail = { file, sheet, mapping, mappingVersion, author: push.author ?? '', ...answer.counts };
    await appendAudit(tx, now, { action: 'bank-lines.pushed', subject: push.account.key, detail });
    return answer;
  });
}

/** The accounts that statements were pushed of, with how far they reach. */
export async function getBankAccounts(books: Books): Promise<BankAccounts> {
  return books.database.transaction(books.company, async (tx) => {
    const spans = await statementSpans(tx);
    const accounts = (await listBankAccounts(tx)).map((account) => {
      const { lines = 0, from = null, to = null } = spans.get(account.key) ?? {};
      return { account, lines, from, to };
    });
    return { accounts };
  });
}

/** One sheet cannot hold one line twice; if it seems to, its identities are wrong and nothing of it is taken. */
function refuseRepeats(rows: readonly BankLine[]): void {
  const seen = new Set<string>();
  for (const { identity, sourceRow } of rows) {
    if (seen.has(identity)) throw new ApiError('ROW_REPEATED', { row: String(sourceRow) });
    seen.add(identity);
  }
}

/** The account is made at its first push. Its key says its kind, currency and shop, so they cannot differ later. */
async function provideAccount(tx: Statements, account: BankAccount): Promise<void> {
  const known = (await listBankAccounts(tx)).find(({ key }) => key === account.key);
  if (!known) return insertBankAccount(tx, account);
  const same = (['kind', 'currency', 'shop'] as const).every((field) => known[field] === account[field]);
  if (!same) throw new ApiError('BAD_REQUEST', { path: 'body.account', problem: 'the key is that of another account' });
}

function answerOf({ account, rows }: BankPush, held: ReadonlyMap<string, BankLine>): BankAnswer {
  const answered = rows.map((line) => {
    const known = held.get(line.identity);
    const fields = known ? differingFields(line, known) : [];
    const taken: BankOutcome = known ? 'unchanged' : 'created';
    return { row: line.sourceRow, outcome: fields.length > 0 ? 'conflict' : taken, fields } as const;
  });
  const count = (outcome: BankOutcome) => answered.filter((row) => row.outcome === outcome).length;
  const counts = { created: count('created'), unchanged: count('unchanged'), conflict: count('conflict') };
  return { account: account.key, counts, rows: answered };
}

/** Names of what differs. Where a line stands in its sheet does not count. */
function differingFields(line: BankLine, held: BankLine): string[] {
  const plain = (['bookedOn', 'amount', 'currency', 'reference', 'description'] as const).filter(
    (name) => line[name] !== held[name],
  );
  const balance = isOtherBalance(line, held) ? ['balance'] : [];
  return [...plain, ...balance, ...(partsText(line) === partsText(held) ? [] : ['parts'])];
}

/** A file without balances says nothing against one that has them. */
function isOtherBalance(line: BankLine, held: BankLine): boolean {
  return line.balance !== null && held.balance !== null && line.balance !== held.balance;
}

/** Kinds may stand in another order in another version of the mapping. */
const partsText = ({ parts }: BankLine) =>
  parts
    .map(({ type, amount }) => `${type} ${amount}`)
    .sort()
    .join();
