// How often each version of a mapping read a sheet, and when it last did so well: the counters beside the library.
import type { MappingUse } from '../../core/mapping-library.ts';
import type { Statements } from './database.ts';

export type StoredUse = MappingUse & { readonly id: string };

const columns = {
  mapping_id: 'text',
  version: 'integer',
  uses: 'integer',
  last_batch: 'text',
  last_used_at: 'text',
  last_read_well_at: 'text',
  last_problem_at: 'text',
} as const;

export interface Import {
  readonly mapping: { readonly id: string; readonly version: number };
  readonly batchId: string;
  readonly readWell: boolean;
  readonly at: string;
}

/** Counts one import. */
export async function countUse(tx: Statements, { mapping, batchId, readWell, at }: Import): Promise<void> {
  const row = [mapping.id, mapping.version, 1, batchId, at, readWell ? at : null, readWell ? null : at];
  const keep = (name: string) => `${name} = coalesce(excluded.${name}, mapping_uses.${name})`;
  const end = `ON CONFLICT (company_id, mapping_id, version) DO UPDATE SET uses = mapping_uses.uses + 1,
    last_batch = excluded.last_batch, last_used_at = excluded.last_used_at,
    ${keep('last_read_well_at')}, ${keep('last_problem_at')}`;
  await tx.insert('mapping_uses', columns, [row], end);
}

type Row = [string, number, number, string, string, string | null, string | null];

/** By mapping, newest version first. */
export async function listUses(tx: Statements): Promise<StoredUse[]> {
  const rest = 'FROM mapping_uses WHERE company_id = ? ORDER BY mapping_id, version DESC';
  const rows = await tx.select<Row>(Object.keys(columns), rest, [tx.company]);
  return rows.map(([id, version, count, lastBatch, lastUsedAt, lastReadWellAt, lastProblemAt]) => ({
    ...{ id, version, count, lastBatch, lastUsedAt, lastReadWellAt, lastProblemAt },
  }));
}
