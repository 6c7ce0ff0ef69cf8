// Chooses the driver for a database location. sqlite3 works in a thread pool and keeps the event loop free; it is
// compiled on some machines and absent on others, and there libsql, which always installs, takes its place.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knexOf, { type Knex } from 'knex';
import BetterSqlite3Dialect from 'knex/lib/dialects/better-sqlite3/index.js';
import { onceFree } from './once-free.ts';

export type SqliteDriver = 'sqlite3' | 'libsql';

/** So long a transaction waits for others, in this process and in another one. */
export const PATIENCE_MS = 120_000;
/** A server that is there answers at once; without a limit one that is not is waited for as long as the network likes. */
const CONNECT_TIMEOUT_MS = 20_000;
/** So long of it at a time: libsql lets nothing else run meanwhile. */
const BUSY_TIMEOUT_MS = 10_000;

const common = {
  // knex writes the values of a failed statement into the error's message, and from there they would reach the log.
  compileSqlOnError: false,
  // knex also prints what it throws; the server's own log tells it once.
  log: { warn: () => undefined, error: () => undefined },
};

export function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}

export async function openKnex(location: string, driver?: SqliteDriver, patienceMs = PATIENCE_MS): Promise<Knex> {
  const waiting = { acquireConnectionTimeout: patienceMs };
  if (isPostgres(location)) {
    const connection = { connectionString: location, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
    return knexOf({ client: 'pg', connection, ...waiting, ...common });
  }
  if (location !== ':memory:') mkdirSync(dirname(location), { recursive: true });
  const knex = knexOf({
    client: await sqliteClient(driver),
    connection: { filename: location },
    useNullAsDefault: true,
    // One connection is one writer; it also keeps a database in memory alive.
    pool: { min: 1, max: 1 },
    ...waiting,
    ...common,
  });
  try {
    // Two that make new books WAL at once each ask for the whole file while they still read it, and there SQLite refuses
    // one at once instead of waiting for its busy timeout.
    for (const pragma of pragmas(Math.min(patienceMs, BUSY_TIMEOUT_MS)))
      await onceFree(BUSY_TIMEOUT_MS, () => knex.raw(`PRAGMA ${pragma}`));
  } catch (error) {
    await knex.destroy(); // or its pool would keep the process alive
    throw error;
  }
  return knex;
}

const pragmas = (busyMs: number) => [
  `busy_timeout = ${busyMs}`,
  // Small transactions are 34 times as fast, and readers stand beside the writer; a crash loses no commit order.
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'cache_size = -65536',
  'foreign_keys = ON',
  // Makes INSERT OR REPLACE meet the triggers that refuse deletion.
  'recursive_triggers = ON',
];

async function sqliteClient(driver?: SqliteDriver): Promise<string | typeof Knex.Client> {
  if (driver === 'sqlite3' || (driver === undefined && (await hasSqlite3()))) return 'sqlite3';
  const { default: libsql } = await import('libsql');
  return class LibsqlDialect extends BetterSqlite3Dialect {
    override driverName = 'libsql';
    _driver() {
      return libsql;
    }
  };
}

/** Loading it is the test: npm may have left the package without its binary. */
async function hasSqlite3(): Promise<boolean> {
  try {
    await import('sqlite3');
    return true;
  } catch {
    return false;
  }
}
