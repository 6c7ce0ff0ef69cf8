// The work that is cut short by the crash tests, as the test and the process that is killed both know it: books with all
// that a posting writes (matches, sales, receipts, vouchers in base currency, receivables, stock, deposits), an undo, and
// a month that is closed with what its last day shows.
import type { BatchAnswer } from '../../core/api.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import type { Database } from '../../server/store/database.ts';
import { aBankLine, BANK } from '../core/bank/fixtures.ts';
import { undo } from './book-balances.ts';
import { NOW } from './databases.ts';
import { aLine, anOrder, day, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout } from './push.ts';

export interface CrashWork {
  /** Where the books are: a file, or a PostgreSQL database. */
  readonly location: string;
  readonly company: string;
  readonly what: 'run' | 'undo' | 'close';
  readonly batchIds: readonly string[];
}

export const booksIn = (database: Database, company: string): Books => ({ database, company, now: () => NOW });

/** Three orders, one of them to ship, four payout rows, one of them without an order, and the deposit of it all. @returns ids of the sheets */
export async function beginCrashBooks(books: Books): Promise<string[]> {
  await saveSetting(books, 'company', {
    content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD', prepayments: 'advances' },
    author: '王**',
    note: '',
  });
  const lines = sheetOf(['A1', 'A2', 'P3', 'Z9'].map((order) => aLine(order, { paidOutOn: '2024-03-01' })));
  const answers: BatchAnswer[] = [
    await pushOrders(books, sheetOf([anOrder('A1'), anOrder('A2'), anOrder('P3', { stage: 'unshipped' })])),
    await pushPayout(books, lines),
  ];
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
  const rows = [aBankLine('d', 2, 3_960), aBankLine('end', 31, 1)];
  await pushBankLines(books, {
    ...{ account: BANK, ...about },
    rows: rows.map((row) => ({ ...row, account: BANK.key, currency: BANK.currency })),
  });
  return answers.map(({ batchId }) => batchId);
}

/** One run over the sheets; the undo of the receipt that it posted; or the end of March, when one had not shipped. */
export async function doCrashWork(
  database: Database,
  { company, what, batchIds }: Pick<CrashWork, 'company' | 'what' | 'batchIds'>,
): Promise<void> {
  const books = booksIn(database, company);
  if (what === 'run') await reconcile(books, { batchIds: [...batchIds], asOf: day('2024-06-01'), author: '王**' });
  else if (what === 'undo') await undo(books, { kind: 'receipt', number: 'RC202403-0001' });
  else await changePeriod(books, { month: '2024-03', state: 'closed', author: '王**', note: '' });
}
