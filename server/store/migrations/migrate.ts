// Brings the schema up to date in one transaction that holds the schema's lock: a start that is killed half-way leaves
// nothing behind, neither tables nor a lock, and of two servers that start at once one waits for the other. knex's own
// runner marks its lock in a table, where a killed first start would leave it for good.
import type { Database, Statements } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import { firstSchema } from './0001-first-schema.ts';
import { mappingLibrary } from './0002-mapping-library.ts';
import { documents } from './0003-documents.ts';
import { bank } from './0004-bank.ts';
import { workList } from './0005-work-list.ts';
import { statement } from './0006-statement.ts';
import { reversals } from './0007-reversals.ts';
import { toldRows } from './0008-told-rows.ts';
import { itemCosts } from './0009-item-costs.ts';
import { monthEnds } from './0010-month-ends.ts';
import { feeInvoices } from './0011-fee-invoices.ts';
import { conversions } from './0012-conversions.ts';
import { wholeRowIndexes } from './0013-whole-row-indexes.ts';
import { feeAllowances } from './0014-fee-allowances.ts';

/** One step of the schema, as statements. A step that was ever released is never edited: a further one follows it. */
export interface Migration {
  readonly name: string;
  readonly statements: (dialect: Dialect) => readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
  ...[firstSchema, mappingLibrary, documents, bank, workList, statement, reversals],
  ...[toldRows, itemCosts, monthEnds, feeInvoices, conversions, wholeRowIndexes, feeAllowances],
];

/** Transactions lock by the name of their company, and no company has this one. */
const SCHEMA_LOCK = '(schema)';

/**
 * @param keptByKnex the database was begun by a version that left the record of its steps to knex
 * @throws Error when the database was written by a newer version
 */
export async function migrate(database: Database, dialect: Dialect, keptByKnex: boolean): Promise<void> {
  await database.transaction(SCHEMA_LOCK, async (tx) => {
    await tx.run('CREATE TABLE IF NOT EXISTS schema_steps (name TEXT NOT NULL PRIMARY KEY)');
    if (keptByKnex) await tx.run(TAKE_OVER);
    const applied = await appliedSteps(tx);
    for (const migration of MIGRATIONS.filter(({ name }) => !applied.includes(name))) {
      for (const sql of migration.statements(dialect)) await tx.run(sql);
      await tx.run('INSERT INTO schema_steps (name) VALUES (?)', [migration.name]);
    }
  });
}

const TAKE_OVER = `INSERT INTO schema_steps (name) SELECT name FROM knex_migrations WHERE true ON CONFLICT DO NOTHING`;

async function appliedSteps(tx: Statements): Promise<string[]> {
  const applied = (await tx.select<[string]>(['name'], 'FROM schema_steps ORDER BY name')).map(([name]) => name);
  const unknown = applied.find((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown === undefined) return applied;
  throw new Error(`The database was written by a newer Clearsheet (${unknown}). Update this server and start again.`);
}
