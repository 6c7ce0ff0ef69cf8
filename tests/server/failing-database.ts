// A database that gives up at a chosen statement, to see that a command is written whole or not at all.
import type { Database, Statements } from '../../server/store/database.ts';

export class Outage extends Error {}

/** Told of each statement before it runs: its number from 1, the transaction, and whether it writes. */
type Before = (statement: number, tx: Statements, writes: boolean) => Promise<void> | void;

/** @param before may throw or never answer */
export function watchStatements(database: Database, before: Before): Database {
  let statement = 0;
  const next = async (tx: Statements, writes: boolean) => before(++statement, tx, writes);
  return {
    description: database.description,
    close: () => database.close(),
    transaction: (company, work) => database.transaction(company, (tx) => work(watched(tx, next))),
  };
}

function watched(tx: Statements, next: (tx: Statements, writes: boolean) => Promise<void>): Statements {
  return {
    company: tx.company,
    source: (columns) => tx.source(columns),
    tell: (...args) => tx.tell(...args),
    takeWritten: () => tx.takeWritten(),
    analyze: (tables) => tx.analyze(tables),
    run: async (...args) => {
      await next(tx, true);
      await tx.run(...args);
    },
    insert: async (...args) => {
      await next(tx, true);
      await tx.insert(...args);
    },
    select: async (...args) => {
      await next(tx, false);
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

/**
 * The numbers of the statements that write, and of the very last one: then all is written and nothing is committed. An
 * insert without rows asks the database nothing, and is counted like any other.
 */
export async function writingStatements(
  database: Database,
  work: (watchedDatabase: Database) => Promise<unknown>,
): Promise<number[]> {
  const writing: number[] = [];
  let last = 0;
  await work(
    watchStatements(database, (statement, _tx, writes) => {
      if (writes) writing.push(statement);
      last = statement;
    }),
  );
  return [...new Set([...writing, last])];
}
