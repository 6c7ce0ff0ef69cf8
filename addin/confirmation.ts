// A mapping with unsure facts is confirmed once by the team. Until then a file that does not add up is not pushed by it.
import type { SheetCheck } from '../core/import/normalize-sheet.ts';
import type { MappingFacts } from '../core/mapping-library.ts';
import type { Mapping } from '../core/mapping/mapping.ts';

type Read = Exclude<SheetCheck, { outcome: 'refused' }>;

export function isConfirmed({ id, verified }: Mapping, facts: readonly MappingFacts[]): boolean {
  return verified || (facts.find((fact) => fact.id === id)?.confirmed ?? false);
}

/** Rows were left out, or the file's own figures contradict its rows: the mapping may be the reason. */
export function hasTrouble(check: Read): boolean {
  const parts = check.outcome === 'statement' ? [check.rows] : check.parts;
  return parts.some(
    (part) =>
      part.rows.rejected > 0 || (part.kind === 'payout' && (part.proof === 'differs' || part.proof === 'incomplete')),
  );
}

export function mustBeConfirmed(check: Read, facts: readonly MappingFacts[]): boolean {
  return !isConfirmed(check.recognised.mapping, facts) && hasTrouble(check);
}
