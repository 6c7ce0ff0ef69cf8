// Before a mapping is published: whose files it would take as well. Each other mapping's own header row is laid before
// both, as detection would meet it; a person then tells the two apart, or says that it is meant so.
import type { Translated } from '../language.ts';
import type { SheetTable } from '../sheet-table.ts';
import { detectMapping } from './detect-mapping.ts';
import { bestFit, headersOf, headersSigned, prepare } from './fit-header.ts';
import type { Mapping } from './mapping.ts';

/**
 * `chosen`: files that the other mapping can read would be read with this one. `tie`: they would be refused, because both
 * fit equally. `contained`: a file of the other report that lacks a required column would be taken for this one, instead
 * of being refused by the column's name.
 */
export const CLAIM_KINDS = ['chosen', 'tie', 'contained'] as const;

export interface Claim {
  /** The other mapping. */
  readonly id: string;
  readonly title: Translated;
  readonly how: (typeof CLAIM_KINDS)[number];
}

/** @param before the version that `mapping` replaces: what it claims already is no news; null for a new mapping */
export function findClaims(mapping: Mapping, others: readonly Mapping[], before: Mapping | null): Claim[] {
  return others
    .filter(({ id }) => id !== mapping.id)
    .flatMap((other): Claim[] => {
      const how = howClaimed(mapping, other);
      if (how === null || (before !== null && howClaimed(before, other) === how)) return [];
      return [{ id: other.id, title: other.title, how }];
    });
}

/** On its own header row a mapping lacks nothing, so another one can at most fit as well. */
function howClaimed(mapping: Mapping, other: Mapping): Claim['how'] | null {
  const [fitsTheirs, fitsOurs] = [fits(mapping, other), fits(other, mapping)];
  if (!fitsTheirs && !fitsOurs) return null;
  const isTie = [other, mapping].some((owner) => isTied(ownSheet(owner), [mapping, other]));
  if (isTie) return 'tie';
  return fitsOurs ? 'chosen' : 'contained';
}

function isTied(table: SheetTable, mappings: readonly Mapping[]): boolean {
  const found = detectMapping(table, mappings);
  return found.outcome === 'refused' && found.refusal.code === 'AMBIGUOUS_REPORT';
}

/** A sheet as the mapping's report has it: its headers, counted ones as often as they stand, and one row of data. */
function ownSheet({ columns, header }: Mapping): SheetTable {
  const names = columns.map((column) => column.header);
  const offset = header.dataOffset ?? 1;
  const data = Array.from({ length: offset }, () => names.map(() => 'x'));
  return { file: '', sheet: header.sheets?.[0] ?? '', firstRow: 1, firstColumn: 1, rows: [names, ...data] };
}

/** Whether the mapping can be chosen at all on the other's header row: its signature and its required columns stand there. */
function fits(mapping: Mapping, other: Mapping): boolean {
  const prepared = prepare(mapping);
  const [fit] = bestFit(prepared, headersSigned(headersOf(ownSheet(other), 1), prepared));
  return fit !== undefined && fit.missingRequired.length === 0;
}
