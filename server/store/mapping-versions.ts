// Versions of mappings as they were published, and who confirmed one of them. Posted: never changed.
import type { Confirmation, MappingOrigin, PublishedVersion, VersionRef } from '../../core/mapping-library.ts';
import type { Statements } from './database.ts';

export type StoredVersion = PublishedVersion & {
  readonly id: string;
  /** The mapping's file. */
  readonly text: string;
};
type VersionRow = [string, MappingOrigin, number, number | null, string, string, string, string];

const versionColumns = {
  mapping_id: 'text',
  origin: 'text',
  version: 'integer',
  based_on: 'integer',
  content: 'text',
  author: 'text',
  note: 'text',
  published_at: 'text',
} as const;

/** Keeps a version; one that is kept stays as it is. */
export async function keepVersion(tx: Statements, kept: StoredVersion): Promise<void> {
  const { id, origin, version, basedOn, text, author, note, publishedAt } = kept;
  const row = [id, origin, version, basedOn, text, author, note, publishedAt];
  await tx.insert('mapping_versions', versionColumns, [row], origin === 'built-in' ? 'ON CONFLICT DO NOTHING' : '');
}

const versionOf = ([id, origin, version, basedOn, text, author, note, publishedAt]: VersionRow): StoredVersion => ({
  ...{ id, origin, version, basedOn, text, author, note, publishedAt },
});

/** Every kept version of a mapping, oldest first. */
export async function listVersions(tx: Statements, id: string): Promise<StoredVersion[]> {
  const rest = 'FROM mapping_versions WHERE company_id = ? AND mapping_id = ? ORDER BY published_at, version, origin';
  return (await tx.select<VersionRow>(Object.keys(versionColumns), rest, [tx.company, id])).map(versionOf);
}

/** The newest team version of every mapping that has one. */
export async function newestTeamVersions(tx: Statements): Promise<StoredVersion[]> {
  const rest = `FROM mapping_versions v WHERE company_id = ? AND origin = 'team' AND version = (SELECT max(version)
    FROM mapping_versions n WHERE n.company_id = v.company_id AND n.mapping_id = v.mapping_id AND n.origin = 'team')`;
  return (await tx.select<VersionRow>(Object.keys(versionColumns), rest, [tx.company])).map(versionOf);
}

export type StoredConfirmation = Confirmation & { readonly id: string };

export async function keepConfirmation(tx: Statements, confirmation: StoredConfirmation): Promise<void> {
  const { id, origin, version, by, at } = confirmation;
  const columns = {
    mapping_id: 'text',
    origin: 'text',
    version: 'integer',
    confirmed_by: 'text',
    confirmed_at: 'text',
  } as const;
  await tx.insert('mapping_confirmations', columns, [[id, origin, version, by, at]]);
}

export async function listConfirmations(tx: Statements): Promise<StoredConfirmation[]> {
  const rows = await tx.select<[string, VersionRef['origin'], number, string, string]>(
    ['mapping_id', 'origin', 'version', 'confirmed_by', 'confirmed_at'],
    'FROM mapping_confirmations WHERE company_id = ? ORDER BY confirmed_at, mapping_id',
    [tx.company],
  );
  return rows.map(([id, origin, version, by, at]) => ({ id, origin, version, by, at }));
}
