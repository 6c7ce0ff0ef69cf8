// Texts that PostgreSQL cannot keep and SQLite would cut: a NUL, or half of a surrogate pair. Refused on both alike.
import { ApiError } from '../api-error.ts';

/** With `u` a whole pair is one character, and only a half is a surrogate; without it the look is six times as fast. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const SUSPECT = /[\0\ud800-\udfff]/;

/** @param value what a request holds, parsed. @throws ApiError BAD_REQUEST */
export function refuseUnstorableText(value: unknown): void {
  if (!isStorable(value)) throw new ApiError('BAD_REQUEST', { path: 'text', problem: 'a character that is no text' });
}

/** Looked at in its place: as one JSON text a sheet of 20,000 rows takes ten times as long. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !(SUSPECT.test(value) && UNSTORABLE.test(value));
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.values(value).every(isStorable);
}
