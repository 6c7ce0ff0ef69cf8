// Books that somebody else writes in: SQLite waits for them a while and then refuses, which is no fault of anybody.
import { setTimeout as pause } from 'node:timers/promises';

const ASK_AGAIN_MS = 10;

/** Asks again while the file is another's, for so long in all; then the refusal of SQLite itself. */
export async function onceFree<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await pause(ASK_AGAIN_MS);
    }
  }
}

/** SQLite's file is another process's, or all of this one's connections stayed with others. */
export function isBusy(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return ('code' in error && error.code === 'SQLITE_BUSY') || ('name' in error && error.name === 'KnexTimeoutError');
}
