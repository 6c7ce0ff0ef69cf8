// A process of its own that does the same work in many books at once, stops for good at a statement of each, and waits to
// be killed there. Its argument: a list of these, as JSON. Books in a file each, or companies of one PostgreSQL database.
import { type Database, openDatabase } from '../../server/store/database.ts';
import { type CrashWork, doCrashWork } from './crash-work.ts';
import { watchStatements } from './failing-database.ts';

/** Work, and the statement before which it stops. */
export interface Doomed extends CrashWork {
  readonly statement: number;
}

/** So many transactions stand open on one pool of connections and leave room. */
const SHARE = 8;

/** A database for the books: those of one place share it, as far as its connections reach. */
const opened = new Map<string, Database>();
async function open(location: string, place: number): Promise<Database> {
  const key = `${location} ${Math.floor(place / SHARE)}`;
  const database = opened.get(key) ?? (await openDatabase(location));
  opened.set(key, database);
  return database;
}

async function stopAt({ statement, ...work }: Doomed, place: number): Promise<void> {
  const own = await open(work.location, place);
  await new Promise<void>((reached, failed) => {
    const database = watchStatements(own, (current) => {
      if (current !== statement) return;
      reached();
      // Never answers: what follows is decided by whoever kills this process.
      return new Promise(() => undefined);
    });
    doCrashWork(database, work).then(
      () => failed(new Error(`${work.what} ended before statement ${statement}`)),
      failed,
    );
  });
}

async function run(doomed: readonly Doomed[]): Promise<void> {
  setInterval(() => undefined, 60_000); // keeps it alive until it is killed
  for (const [place, one] of doomed.entries()) await stopAt(one, place);
  process.stdout.write('reached\n');
}

run(JSON.parse(process.argv[2] ?? '[]') as Doomed[]).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
