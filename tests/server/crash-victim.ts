// A process of its own that reconciles the books in a file, or undoes their first receipt, and stops for good at a chosen
// statement, to be killed there. Arguments: database file, number of the statement, `undo` or ids of the batches.
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { openDatabase } from '../../server/store/database.ts';
import { undo } from './book-balances.ts';
import { watchStatements } from './failing-database.ts';
import { day } from './fixtures.ts';

async function run([file = '', statement = '', ...batchIds]: readonly string[]): Promise<void> {
  const database = watchStatements(await openDatabase(file), async (current) => {
    if (current !== Number(statement)) return;
    process.stdout.write('reached\n');
    // Never answers: what follows is decided by whoever kills this process. The timer keeps it alive until then.
    await new Promise(() => setInterval(() => undefined, 60_000));
  });
  const books = { database, company: DEFAULT_COMPANY, now: () => '2024-06-01T08:00:00.000Z' };
  if (batchIds[0] === 'undo') await undo(books, { kind: 'receipt', number: 'RC202405-0001' });
  else await reconcile(books, { batchIds, asOf: day('2024-06-01') });
  process.stdout.write('done\n');
}

void run(process.argv.slice(2));
