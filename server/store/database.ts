// The one door to the books' database: SQLite (sqlite3, or libsql where that did not install) and PostgreSQL alike.
// Rows cross it as JSON text both ways: one parameter in, one text out, which costs a tenth of rows through a driver.
import type { Knex } from 'knex';
import { ApiError } from '../api-error.ts';
import { type Column, type Columns, type Dialect, postgresDialect, sqliteDialect } from './dialect.ts';
import { isPostgres, openKnex, PATIENCE_MS, type SqliteDriver } from './open-knex.ts';
import { migrate } from './migrations/migrate.ts';
import { isBusy, onceFree } from './once-free.ts';
import { isTold, type Seal, Written } from './written.ts';

type Binding = string | number | null;

/** What may be said inside a transaction. Every statement is the company's: its id begins every key. */
export interface Statements {
  readonly company: string;
  run(sql: string, bindings?: readonly Binding[]): Promise<void>;
  /** Inserts rows, each an array in the order of `columns`; `company_id` is added. `end`: an ON CONFLICT clause. */
  insert(table: string, columns: Columns, rows: readonly (readonly unknown[])[], end?: string): Promise<void>;
  /** `SELECT columns rest`, each row as an array. */
  select<Row extends readonly unknown[]>(
    columns: readonly Column[],
    rest: string,
    bindings?: readonly Binding[],
  ): Promise<Row[]>;
  /** A table expression over one JSON parameter (an array of arrays) that the caller binds. */
  source(columns: Columns): string;
  /** Rows that are written otherwise than by `insert`, for the log entry that tells of them; as JSON. */
  tell(table: string, columns: Columns, json: string, rows: number): void;
  /** What was written since the last entry of the audit log; the entry that takes it tells of it. */
  takeWritten(): readonly Seal[];
  /** Tells the planner about tables that have just grown much. */
  analyze(tables: readonly string[]): Promise<void>;
}

export interface Database {
  /** For people: product and version. */
  readonly description: string;
  /**
   * All or nothing, and one after the other within a company.
   * @throws ApiError BOOKS_BUSY when others kept the books for too long; nothing was begun
   */
  transaction<T>(company: string, work: (tx: Statements) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens a database and brings its schema up to date.
 * @param location `postgres://…`, a file name, or `:memory:`
 * @param driver for SQLite: a given driver; without it sqlite3 where it loads, else libsql
 * @param patienceMs so long a transaction waits for others
 * @throws ApiError BOOKS_BUSY when others kept the books for longer
 */
export async function openDatabase(
  location: string,
  driver?: SqliteDriver,
  patienceMs = PATIENCE_MS,
): Promise<Database> {
  const knex = await openKnex(location, driver, patienceMs);
  try {
    const { dialect, description } = await recognise(knex, location);
    const database = new KnexDatabase(knex, { dialect, description, patienceMs });
    await migrate(database, dialect, await knex.schema.hasTable('knex_migrations'));
    return database;
  } catch (error) {
    await knex.destroy();
    throw error;
  }
}

async function recognise(knex: Knex, location: string): Promise<{ dialect: Dialect; description: string }> {
  if (isPostgres(location)) {
    const answer = await knex.raw<{ rows: { server_version: string }[] }>('SHOW server_version');
    return { dialect: postgresDialect, description: `postgresql ${answer.rows[0]?.server_version ?? ''}` };
  }
  const [answer] = await knex.raw<{ version: string }[]>('SELECT sqlite_version() AS version');
  const version = answer?.version ?? '';
  return { dialect: sqliteDialect(version), description: `${(knex.client as Knex.Client).driverName} ${version}` };
}

/** The part of knex's client that hands out connections; its own typings say `any`. */
interface ConnectionPool {
  acquireConnection(): Promise<object>;
  releaseConnection(connection: object): Promise<void>;
}

interface Opened {
  readonly dialect: Dialect;
  readonly description: string;
  readonly patienceMs: number;
}

class KnexDatabase implements Database {
  readonly description: string;
  private readonly knex: Knex;
  private readonly dialect: Dialect;
  private readonly patienceMs: number;

  constructor(knex: Knex, { dialect, description, patienceMs }: Opened) {
    this.knex = knex;
    this.dialect = dialect;
    this.description = description;
    this.patienceMs = patienceMs;
  }

  async transaction<T>(company: string, work: (tx: Statements) => Promise<T>): Promise<T> {
    const pool = this.knex.client as ConnectionPool;
    const connection = await pool.acquireConnection().catch(refuseBusy);
    const tx = new KnexStatements(this.knex, connection, this.dialect, company);
    try {
      for (const { sql, takesCompany } of this.dialect.begin) {
        await onceFree(this.patienceMs, () => tx.run(sql, takesCompany ? [company] : [])).catch(refuseBusy);
      }
      const result = await work(tx);
      tx.refuseUntold();
      await tx.run('COMMIT');
      return result;
    } catch (error) {
      // A connection that cannot roll back is dead, and its transaction with it; the first error is the one to tell.
      await tx.run('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await pool.releaseConnection(connection);
    }
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}

function refuseBusy(error: unknown): never {
  throw isBusy(error) ? new ApiError('BOOKS_BUSY') : error;
}

const NEXT_ENTRY = '(SELECT coalesce(max(seq), 0) + 1 FROM audit_log WHERE company_id = ?)';

class KnexStatements implements Statements {
  readonly company: string;
  private readonly knex: Knex;
  private readonly connection: object;
  private readonly dialect: Dialect;
  private readonly written = new Written();

  constructor(knex: Knex, connection: object, dialect: Dialect, company: string) {
    this.knex = knex;
    this.connection = connection;
    this.dialect = dialect;
    this.company = company;
  }

  async run(sql: string, bindings: readonly Binding[] = []): Promise<void> {
    await this.query(sql, bindings);
  }

  async insert(table: string, columns: Columns, rows: readonly (readonly unknown[])[], end = ''): Promise<void> {
    if (rows.length === 0) return;
    const names = Object.keys(columns).join(', ');
    const json = JSON.stringify(rows);
    const first = this.tell(table, columns, json, rows.length);
    if (isTold(table)) {
      const sql = `INSERT INTO ${table} (company_id, ${names}, entry, place)
        SELECT ?, ${names}, ${NEXT_ENTRY}, place FROM ${this.dialect.source(columns, first)} s WHERE true ${end}`;
      return void (await this.query(sql, [this.company, this.company, json]));
    }
    // `WHERE true`: without it SQLite reads ON CONFLICT as a join condition.
    const sql = `INSERT INTO ${table} (company_id, ${names}) SELECT ?, ${names} FROM ${this.source(columns)} s WHERE true ${end}`;
    await this.query(sql, [this.company, json]);
  }

  /** @returns the place of the first row among those that the next entry of the log tells of */
  tell(table: string, columns: Columns, json: string, rows: number): number {
    return this.written.add(table, Object.keys(columns), json, rows);
  }

  takeWritten(): readonly Seal[] {
    return this.written.take();
  }

  /** @throws Error when rows were written and no entry of the log tells of them: such a program is broken */
  refuseUntold(): void {
    const tables = this.takeWritten().map(({ table }) => table);
    if (tables.length > 0) throw new Error(`no entry of the audit log tells what was written: ${tables.join(', ')}`);
  }

  async select<Row extends readonly unknown[]>(
    columns: readonly Column[],
    rest: string,
    bindings: readonly Binding[] = [],
  ): Promise<Row[]> {
    const [answer] = await this.query(this.dialect.list(columns, rest), bindings);
    return JSON.parse(answer?.rows ?? '[]') as Row[];
  }

  source(columns: Columns): string {
    return this.dialect.source(columns);
  }

  async analyze(tables: readonly string[]): Promise<void> {
    for (const sql of this.dialect.analyze(tables)) await this.query(sql, []);
  }

  private async query(sql: string, bindings: readonly Binding[]): Promise<{ readonly rows: string }[]> {
    const answer: unknown = await this.knex.raw(sql, [...bindings]).connection(this.connection);
    if (Array.isArray(answer)) return answer as { rows: string }[];
    return (answer as { rows?: { rows: string }[] }).rows ?? [];
  }
}
