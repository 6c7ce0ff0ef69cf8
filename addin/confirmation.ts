// A mapping with unsure facts is confirmed once by the team. Until then a file that does not add up is not pushed by it.
import { hasTrouble } from '../core/import/has-trouble.ts';
import type { SheetCheck } from '../core/import/normalize-sheet.ts';
import type { MappingFacts } from '../core/mapping-library.ts';
import type { Mapping } from '../core/mapping/mapping.ts';

type Read = Exclude<SheetCheck, { outcome: 'refused' }>;

export function isConfirmed({ id, verified }: Mapping, facts: readonly MappingFacts[]): boolean {
  return verified || (facts.find((fact) => fact.id === id)?.confirmed ?? false);
}

/** Of any part of the sheet. */
export function isTroubled(check: Read): boolean {
  return (check.outcome === 'statement' ? [check.rows] : check.parts).some(hasTrouble);
}

export function mustBeConfirmed(check: Read, facts: readonly MappingFacts[]): boolean {
  return !isConfirmed(check.recognised.mapping, facts) && isTroubled(check);
}
