// The schema's history as imported modules, so that it runs the same under tsx, jest and a bundle.
import type { Knex } from 'knex';
import type { Dialect } from '../dialect.ts';
import { firstSchema } from './0001-first-schema.ts';

/** One step of the schema, as statements. A step that was ever released is never edited: a further one follows it. */
export interface Migration {
  readonly name: string;
  readonly statements: (dialect: Dialect) => readonly string[];
}

const migrations: readonly Migration[] = [firstSchema];

export function migrationSource(dialect: Dialect): Knex.MigrationSource<Migration> {
  return {
    getMigrations: () => Promise.resolve([...migrations]),
    getMigrationName: (migration) => migration.name,
    getMigration: (migration) =>
      Promise.resolve({
        up: async (knex) => {
          for (const sql of migration.statements(dialect)) await knex.raw(sql);
        },
        down: () => Promise.reject(new Error('books are only added to: there is no way back from a migration')),
      }),
  };
}
