// Texts that PostgreSQL cannot keep and SQLite would cut: a NUL, or half of a surrogate pair. Refused on both alike.
import { ApiError } from '../api-error.ts';

/** In JSON text both stand as escapes; an even number of backslashes before the escape is the user's own text. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/;

/** @param value what a request holds, parsed. @throws ApiError BAD_REQUEST */
export function refuseUnstorableText(value: unknown): void {
  const text = JSON.stringify(value);
  if (text.includes('\\u') && UNSTORABLE.test(text)) {
    throw new ApiError('BAD_REQUEST', { path: 'text', problem: 'a character that is no text' });
  }
}
