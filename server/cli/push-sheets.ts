// Pushes sheets through the same commands as the API, within this process.
import type { BatchAnswer } from '../../core/api.ts';
import { type BankAnswer, bankPushes } from '../../core/bank/bank-api.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { batchOf, type ImportBatch } from '../../core/import/import-batch.ts';
import type { PushedRows } from '../../core/import/imported-file.ts';
import type { Books } from '../books.ts';
import { completeWith } from '../commands/complete-batch.ts';
import { openBatch } from '../commands/open-batch.ts';
import { pushBankLines } from '../commands/push-bank-lines.ts';
import type { StatementSheet, UsedSheet } from './read-sheets.ts';

/** A sheet with what the push did with its rows. */
export interface PushedSheet extends PushedRows {
  readonly sheet: UsedSheet;
}

/** Whose sheets they are. */
interface Pusher {
  /** Null: as the platform. */
  readonly shop: string | null;
  readonly author: string;
  /** Names of files whose orders hold, also where they go back. */
  readonly newest: readonly string[];
}

/**
 * Orders first, then by name: the result does not depend on the order in which files were named.
 * @param waiting ids of mappings that somebody has to confirm before their money is booked
 */
export async function pushSheets(
  books: Books,
  sheets: readonly UsedSheet[],
  { shop, author, newest }: Pusher,
  waiting: ReadonlySet<string>,
): Promise<PushedSheet[]> {
  const pushed: PushedSheet[] = [];
  for (const sheet of [...sheets].sort(ordersFirst)) {
    const { rows, recognised } = sheet;
    const { platform, title } = recognised.mapping;
    const source = { file: sheet.file, sheet: sheet.sheet };
    const told = newest.includes(sheet.file) ? ({ newest: true } as const) : {};
    const batch = batchOf(rows, { shop: { platform, name: shop ?? platform }, source, ...told });
    const header = waiting.has(rows.mapping.id) ? { ...batch.header, unconfirmed: true } : batch.header;
    const answer = await pushBatch(books, { ...batch, header }, author);
    pushed.push({ sheet, rows, report: title, header, answer });
  }
  return pushed;
}

function ordersFirst(left: UsedSheet, right: UsedSheet): number {
  const key = ({ rows, file, sheet }: UsedSheet) => `${rows.kind}\u001f${file}\u001f${sheet}`;
  return key(left) < key(right) ? -1 : 1;
}

/** Within this process the rows are at hand: no chunks are held to resume by, one transaction takes them all. */
async function pushBatch(books: Books, { header, chunks }: ImportBatch, author: string): Promise<BatchAnswer> {
  const { batchId } = await openBatch(books, header, author);
  const rows = chunks.flatMap(({ orders, lines }): (Order | PayoutLine)[] => [...orders, ...lines]);
  return completeWith(books, { batchId, author }, rows);
}

/** A statement with what the push did with its lines: an answer for each of its accounts, large ones in parts. */
export interface PushedStatement {
  readonly sheet: StatementSheet;
  readonly answers: readonly BankAnswer[];
}

/** The shop's wallets; bank accounts are called by it. */
export async function pushStatements(
  books: Books,
  sheets: readonly StatementSheet[],
  { shop, author }: Omit<Pusher, 'newest'>,
): Promise<PushedStatement[]> {
  const pushed: PushedStatement[] = [];
  for (const sheet of sheets) {
    const { mapping } = sheet.recognised;
    const source = { file: sheet.file, sheet: sheet.sheet };
    const pushes = bankPushes(sheet.lines, { mapping, name: shop ?? mapping.platform, source });
    const answers: BankAnswer[] = [];
    for (const push of pushes) answers.push(await pushBankLines(books, { ...push, author }));
    pushed.push({ sheet, answers });
  }
  return pushed;
}
