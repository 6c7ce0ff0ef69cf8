// One suite, every database: SQLite (where that is asked for through both drivers) and a real PostgreSQL. Each test file has its own database and
// each test its own company in it, so that tests share nothing and companies are seen not to mix.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { Client } from 'pg';
import type { Books } from '../../server/books.ts';
import { appendAudit } from '../../server/store/audit-log.ts';
import { type Database, openDatabase, type Statements } from '../../server/store/database.ts';
import type { SqliteDriver } from '../../server/store/open-knex.ts';
import { must } from './fixtures.ts';

export const NOW = '2024-06-01T08:00:00.000Z';

interface OpenBooks {
  readonly database: Database;
  readonly remove: () => Promise<void>;
}

/** sqlite3 is optional for npm: where it could not be compiled the product runs on libsql, and so do the tests. */
export const installedSqliteDrivers: readonly SqliteDriver[] = isInstalled('sqlite3')
  ? ['sqlite3', 'libsql']
  : ['libsql'];

function isInstalled(name: string): boolean {
  try {
    createRequire(__filename)(name);
    return true;
  } catch {
    return false;
  }
}

interface Kind {
  readonly name: string;
  readonly open: () => Promise<OpenBooks>;
}

const sqlite = installedSqliteDrivers.map((driver): Kind => ({ name: driver, open: () => inMemory(driver) }));
const postgres: Kind = { name: 'PostgreSQL', open: onPostgres };

async function inMemory(driver: SqliteDriver): Promise<OpenBooks> {
  const database = await openDatabase(':memory:', driver);
  return { database, remove: () => database.close() };
}

export async function onPostgres(): Promise<OpenBooks> {
  const { location, remove: drop } = await newPostgres();
  const database = await openDatabase(location);
  const remove = async () => {
    await database.close();
    await drop();
  };
  return { database, remove };
}

/** A PostgreSQL database with nothing in it. */
export async function newPostgres(): Promise<{ readonly location: string; readonly remove: () => Promise<void> }> {
  const server = must(process.env.TEST_PG_URL);
  const name = `clearsheet_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const remove = async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { location: `${server}/${name}`, remove };
}

type Chapter = (newBooks: () => Books) => void;

/** Runs the tests on both databases. `newBooks` gives a test books of its own. */
export function onEachDatabase(define: Chapter): void {
  onEach([...sqlite.slice(0, 1), postgres], define);
}

/** For what a driver itself may do otherwise: statements, transactions, large numbers, and the way of a run through them. */
export function onEveryDriver(define: Chapter): void {
  onEach([...sqlite, postgres], define);
}

function onEach(kinds: readonly Kind[], define: Chapter): void {
  describe.each(kinds)('on $name', ({ open }) => {
    let opened: OpenBooks | null = null;
    let companies = 0;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => opened?.remove());
    define(() => ({ database: must(opened).database, company: `company-${++companies}`, now: () => NOW }));
  });
}

/** Writes what no command writes in this way: the log tells of it all the same, as of everything. */
export function writeTold(books: Books, work: (tx: Statements) => Promise<void>): Promise<void> {
  return books.database.transaction(books.company, async (tx) => {
    await work(tx);
    await appendAudit(tx, NOW, { action: 'setting.saved', subject: 'set-up', detail: {} });
  });
}

/** Counts the rows that the books hold in each table. */
export async function countRows(books: Books, tables: readonly string[]): Promise<Record<string, number>> {
  return books.database.transaction(books.company, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await tx.select<[number]>(['count(*)'], `FROM ${table} WHERE company_id = ?`, [tx.company]);
      counts[table] = must(row)[0];
    }
    return counts;
  });
}

export const BOOKED = [
  'orders',
  'order_lines',
  'order_versions',
  'payout_lines',
  'matches',
  'receipts',
  'receipt_lines',
  'receipt_deductions',
  'line_bookings',
  'sales_documents',
  'vouchers',
  'voucher_lines',
  'voucher_documents',
  'allocations',
  'receivables',
  'stock_movements',
] as const;
