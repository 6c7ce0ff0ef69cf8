// Drafts of mappings: one a mapping, changed until it is published or dropped.
import type { ListedConflict, MappingOrigin, VersionRef } from '../../core/mapping-library.ts';
import type { Statements } from './database.ts';

export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  readonly base: VersionRef | null;
  readonly basedOn: number | null;
  /** The mapping's file. */
  readonly text: string;
  readonly conflicts: readonly ListedConflict[];
  readonly author: string;
  readonly note: string;
  readonly savedAt: string;
}

const columns = {
  mapping_id: 'text',
  revision: 'integer',
  base_origin: 'text',
  base_version: 'integer',
  based_on: 'integer',
  content: 'text',
  conflicts: 'text',
  author: 'text',
  note: 'text',
  saved_at: 'text',
} as const;

/** Saves a draft in the place of the one held. */
export async function saveDraftRow(tx: Statements, draft: StoredDraft): Promise<void> {
  const { id, revision, base, basedOn, text, conflicts, author, note, savedAt } = draft;
  const start = [id, revision, base?.origin ?? null, base?.version ?? null, basedOn];
  await dropDraftRow(tx, id);
  await tx.insert('mapping_drafts', columns, [[...start, text, JSON.stringify(conflicts), author, note, savedAt]]);
}

export async function dropDraftRow(tx: Statements, id: string): Promise<void> {
  await tx.run('DELETE FROM mapping_drafts WHERE company_id = ? AND mapping_id = ?', [tx.company, id]);
}

type Row = [
  ...[id: string, revision: number, origin: MappingOrigin | null, version: number | null, basedOn: number | null],
  ...[text: string, conflicts: ListedConflict[], author: string, note: string, savedAt: string],
];

/** The drafts of all mappings, by id. */
export async function listDrafts(tx: Statements): Promise<StoredDraft[]> {
  const selected = Object.keys(columns).map((name) => (name === 'conflicts' ? { json: name } : name));
  const rest = 'FROM mapping_drafts WHERE company_id = ? ORDER BY mapping_id';
  const rows = await tx.select<Row>(selected, rest, [tx.company]);
  return rows.map(([id, revision, origin, version, basedOn, text, conflicts, author, note, savedAt]) => {
    const base = origin === null || version === null ? null : { origin, version };
    return { id, revision, base, basedOn, text, conflicts, author, note, savedAt };
  });
}
