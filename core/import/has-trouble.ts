// Whether a sheet as it was read gives reason to doubt its mapping.
import type { NormalizedPayout } from '../mapping/normalize-payout.ts';
import type { NormalizedSheet } from './normalize-sheet.ts';

/** Rows were left out, or the file's own figures contradict its rows: the mapping may be the reason. */
export function hasTrouble(part: NormalizedSheet | NormalizedPayout): boolean {
  return (
    part.rows.rejected > 0 || (part.kind === 'payout' && (part.proof === 'differs' || part.proof === 'incomplete'))
  );
}
