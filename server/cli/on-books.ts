// Books that a command is about: opened, and closed again whatever comes of it.
import { existsSync } from 'node:fs';
import { type Books, DEFAULT_COMPANY } from '../books.ts';
import { openDatabase } from '../store/database.ts';
import { FileNotOpened } from './begin-files.ts';

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
  if (!mayBegin && !location.startsWith('postgres') && !existsSync(location))
    throw new FileNotOpened(`there are no books at ${location}`);
  const database = await openDatabase(location);
  try {
    return await say({ database, company: DEFAULT_COMPANY, now });
  } finally {
    await database.close();
  }
}
