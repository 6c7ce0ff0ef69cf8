// Books that a command is about: opened, and closed again whatever comes of it.
import { existsSync } from 'node:fs';
import { type Books, DEFAULT_COMPANY } from '../books.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { booksNotOpened, noBooks } from './file-not-opened.ts';

/** @throws FileNotOpened when the database cannot be opened */
export function openBooks(location: string): Promise<Database> {
  return openDatabase(location).catch((error: unknown) => {
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
  if (!mayBegin && !location.startsWith('postgres') && !existsSync(location)) throw noBooks(location);
  const database = await openBooks(location);
  try {
    return await say({ database, company: DEFAULT_COMPANY, now });
  } finally {
    await database.close();
  }
}
