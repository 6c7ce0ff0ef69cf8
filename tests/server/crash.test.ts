// A process killed at any point of a posting, or a connection lost there: the books hold all of it or nothing, they are
// sound, and the work done again comes to the right end. One process stands before every writing statement at once, each
// in books of its own, and is killed with SIGKILL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { balancesOf, faultsOf } from './book-balances.ts';
import type { Doomed } from './crash-victim.ts';
import { beginCrashBooks, booksIn, type CrashWork, doCrashWork } from './crash-work.ts';
import { BOOKED, countRows, newPostgres } from './databases.ts';
import { watchStatements, writingStatements } from './failing-database.ts';
import { must } from './fixtures.ts';

type What = CrashWork['what'];

const TABLES = [
  ...[...BOOKED, 'match_ends', 'runs', 'audit_log', 'audit_heads', 'document_series', 'stock_balances'],
  ...['bank_documents', 'deposit_groups', 'work_events', 'prepayments', 'period_changes'],
];

type Where = Pick<CrashWork, 'location' | 'company'>;

/** Books in which the work is about to be done, and how to have them many times over. */
interface Place {
  /** Further books with the same content, before the work. */
  readonly another: (name: string) => Promise<Where>;
  readonly open: <T>(books: Where, work: (database: Database) => Promise<T>) => Promise<T>;
  readonly batchIds: readonly string[];
  readonly remove: () => Promise<void>;
}

async function begin(database: Database, company: string, what: What): Promise<string[]> {
  const batchIds = await beginCrashBooks(booksIn(database, company));
  if (what !== 'run') await doCrashWork(database, { company, what: 'run', batchIds });
  return batchIds;
}

/** A file is copied: every victim has its own. */
async function inFiles(what: What): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'clearsheet-crash-'));
  const open: Place['open'] = async ({ location }, work) => {
    const database = await openDatabase(location);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  const first = { location: join(folder, 'first.sqlite'), company: 'default' };
  const batchIds = await open(first, (database) => begin(database, first.company, what));
  const another = async (name: string) => {
    const location = join(folder, `${name}.sqlite`);
    copyFileSync(first.location, location);
    return { ...first, location };
  };
  return { another, open, batchIds, remove: async () => rmSync(folder, { recursive: true }) };
}

/** Companies of one database wait for nobody but themselves. */
async function onServer(what: What): Promise<Place> {
  const { location, remove: drop } = await newPostgres();
  const database = await openDatabase(location);
  const batchIds = await begin(database, 'first', what);
  const another = async (company: string) => {
    await begin(database, company, what);
    return { location, company };
  };
  const remove = async () => {
    await database.close();
    await drop();
  };
  return { another, open: (_books, work) => work(database), batchIds, remove };
}

/** All that the books hold, in numbers. */
async function standing(database: Database, company: string) {
  const books = booksIn(database, company);
  return { rows: await countRows(books, TABLES), ...(await balancesOf(books)) };
}

/** The books stand as they stood, and are sound; the work done again comes to its end. */
async function expectWhole(database: Database, work: Doomed, { before, after }: Ahead): Promise<void> {
  const { statement: point, company } = work;
  expect([point, await standing(database, company)]).toEqual([point, before]);
  expect([point, await faultsOf(booksIn(database, company))]).toEqual([point, []]);
  await doCrashWork(database, work);
  expect([point, await standing(database, company)]).toEqual([point, after]);
}

async function killAll(doomed: readonly Doomed[]): Promise<void> {
  const args = ['--import', 'tsx', join(__dirname, 'crash-victim.ts'), JSON.stringify(doomed)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let said = '';
  for await (const text of must(child.stdout)) if ((said += String(text)).includes('reached')) break;
  expect(said).toBe('reached\n');
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

type Standing = Awaited<ReturnType<typeof standing>>;

/** Books before the work and after all of it, and the statements before which it may end. */
interface Ahead {
  readonly before: Standing;
  readonly points: readonly number[];
  readonly after: Standing;
}

async function lookAhead({ another, open, batchIds }: Place, what: What): Promise<Ahead> {
  const twin = await another('twin');
  return open(twin, async (database) => {
    const before = await standing(database, twin.company);
    const work = (watched: Database) => doCrashWork(watched, { ...twin, what, batchIds });
    const points = await writingStatements(database, work);
    const after = await standing(database, twin.company);
    expect(after.rows).not.toEqual(before.rows);
    expect(await faultsOf(booksIn(database, twin.company))).toEqual([]);
    return { before, points, after };
  });
}

/** Books of their own for every point. */
async function doom({ another, batchIds }: Place, what: What, points: readonly number[]): Promise<Doomed[]> {
  const doomed: Doomed[] = [];
  for (const statement of points) doomed.push({ ...(await another(`at-${statement}`)), what, statement, batchIds });
  return doomed;
}

const WORKS: readonly (readonly [What, number])[] = [
  ['run', 20],
  ['undo', 15],
  ['close', 5],
];

async function inPlace(placeFor: (what: What) => Promise<Place>, what: What, work: (place: Place) => Promise<void>) {
  const place = await placeFor(what);
  try {
    await work(place);
  } finally {
    await place.remove();
  }
}

describe.each([
  ['SQLite', inFiles],
  ['PostgreSQL', onServer],
])('on %s', (_name, placeFor) => {
  test.each(WORKS)(
    'killed before any statement that writes, or before the end, a %s leaves nothing',
    (what, enough) =>
      inPlace(placeFor, what, async (place) => {
        const ahead = await lookAhead(place, what);
        expect(ahead.points.length).toBeGreaterThan(enough);
        const doomed = await doom(place, what, ahead.points);
        await killAll(doomed);
        for (const one of doomed) await place.open(one, (database) => expectWhole(database, one, ahead));
      }),
    60_000,
  );
});

// A killed process loses its connection too; here the server lives on and has to do with the dead one. Every third point.
test.each(WORKS)(
  'on PostgreSQL a %s whose connection is cut before a statement that writes leaves nothing, and the server goes on',
  (what) =>
    inPlace(onServer, what, async (place) => {
      const ahead = await lookAhead(place, what);
      const points = ahead.points.filter((_point, at) => at % 3 === 0 || at === ahead.points.length - 1);
      for (const one of await doom(place, what, points)) {
        await place.open(one, async (database) => {
          const cut = watchStatements(database, async (statement, tx) => {
            if (statement === one.statement) await tx.run('SELECT pg_terminate_backend(pg_backend_pid())');
          });
          await expect(doCrashWork(cut, one)).rejects.toThrow(/terminat/i);
          await expectWhole(database, one, ahead);
        });
      }
    }),
  60_000,
);
