// A database that gives up at a chosen statement, to see that a command is written whole or not at all.
import type { Database, Statements } from '../../server/store/database.ts';

export class Outage extends Error {}

/** @param before is told the number of each statement before it runs, from 1, and may throw or never answer */
export function watchStatements(database: Database, before: (statement: number) => Promise<void> | void): Database {
  let statement = 0;
  const next = async () => before(++statement);
  return {
    description: database.description,
    close: () => database.close(),
    transaction: (company, work) => database.transaction(company, (tx) => work(watched(tx, next))),
  };
}

function watched(tx: Statements, next: () => Promise<void>): Statements {
  return {
    company: tx.company,
    source: (columns) => tx.source(columns),
    tell: (...args) => tx.tell(...args),
    takeWritten: () => tx.takeWritten(),
    analyze: (tables) => tx.analyze(tables),
    run: async (...args) => {
      await next();
      await tx.run(...args);
    },
    insert: async (...args) => {
      await next();
      await tx.insert(...args);
    },
    select: async (...args) => {
      await next();
      return tx.select(...args);
    },
  };
}

export function failAt(database: Database, failing: number): Database {
  return watchStatements(database, (statement) => {
    if (statement === failing) throw new Outage(`statement ${failing}`);
  });
}

/** How many statements the work takes. */
export async function countStatements(
  database: Database,
  work: (watchedDatabase: Database) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  await work(watchStatements(database, (statement) => void (count = statement)));
  return count;
}
