// Books that a command is about: opened, and closed again whatever comes of it.
import { existsSync } from 'node:fs';
import { ApiError } from '../api-error.ts';
import { type Books, DEFAULT_COMPANY } from '../books.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { isPostgres } from '../store/open-knex.ts';
import { booksNotOpened, noBooks } from './file-not-opened.ts';
import { checkPostgresAddress, postgresNotOpened } from './postgres-not-opened.ts';

/** @throws FileNotOpened when the database cannot be opened, ApiError BOOKS_BUSY while others write in it */
export async function openBooks(location: string): Promise<Database> {
  const isServer = isPostgres(location);
  if (isServer) checkPostgresAddress(location);
  return openDatabase(location).catch((error: unknown) => {
    if (error instanceof ApiError) throw error;
    if (isServer) throw postgresNotOpened(location, error);
    throw booksNotOpened(error instanceof Error ? error.message : String(error), error);
  });
}

interface Place {
  /** A PostgreSQL address or a file. */
  readonly location: string;
  /** A misspelt name would begin new books, and prove them sound: only a command that may begin some does. */
  readonly mayBegin: boolean;
}

/**
 * @param now the instant, ISO text in UTC, for the audit log
 * @throws FileNotOpened where there are no books
 */
export async function onBooks<Said>(
  { location, mayBegin }: Place,
  now: () => string,
  say: (books: Books) => Promise<Said>,
): Promise<Said> {
  if (!mayBegin && !isPostgres(location) && !existsSync(location)) throw noBooks(location);
  const database = await openBooks(location);
  try {
    return await say({ database, company: DEFAULT_COMPANY, now });
  } finally {
    await database.close();
  }
}
