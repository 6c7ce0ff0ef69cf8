// The mapping library as it is held: what the product brings and what the team made of it, put together by id.
import { effectiveVersion, findVersion, isSameVersion, type NamedVersion } from '../../core/mapping-library.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import { ApiError } from '../api-error.ts';
import { BUILT_IN_AUTHOR, type BuiltIn, type BuiltIns } from '../built-ins.ts';
import type { Statements } from '../store/database.ts';
import { listDrafts, type StoredDraft } from '../store/mapping-drafts.ts';
import { listUses, type StoredUse } from '../store/mapping-uses.ts';
import {
  listConfirmations,
  listVersions,
  newestTeamVersions,
  type StoredConfirmation,
  type StoredVersion,
} from '../store/mapping-versions.ts';

/** The version that reads sheets. */
export type CurrentVersion = StoredVersion & { readonly mapping: Mapping };

export interface HeldMapping {
  readonly id: string;
  readonly builtIn: BuiltIn | null;
  readonly current: CurrentVersion | null;
  /** A team version that the mapping language has left behind, so that the built-in one reads instead. */
  readonly setAside: number | null;
  readonly draft: StoredDraft | null;
  readonly uses: readonly StoredUse[];
  readonly confirmations: readonly StoredConfirmation[];
}

/** Every mapping by id, or the one asked for. */
export async function loadLibrary(tx: Statements, builtIns: BuiltIns, only?: string): Promise<HeldMapping[]> {
  const isWanted = ({ id }: { readonly id: string }) => only === undefined || id === only;
  const versions = (await newestTeamVersions(tx)).filter(isWanted);
  const drafts = (await listDrafts(tx)).filter(isWanted);
  const confirmations = await listConfirmations(tx);
  const uses = await listUses(tx);
  const brought = [...builtIns.values()].map(({ mapping }) => mapping).filter(isWanted);
  const ids = [...new Set([...brought, ...versions, ...drafts].map(({ id }) => id))].sort();
  return ids.map((id) => ({
    ...versionsOf(builtIns.get(id) ?? null, versions.find((version) => version.id === id) ?? null),
    id,
    draft: drafts.find((draft) => draft.id === id) ?? null,
    uses: uses.filter((use) => use.id === id),
    confirmations: confirmations.filter((confirmation) => confirmation.id === id),
  }));
}

function versionsOf(
  builtIn: BuiltIn | null,
  newest: StoredVersion | null,
): Pick<HeldMapping, 'builtIn' | 'current' | 'setAside'> {
  const mapping = newest && readMapping(newest.text);
  const setAside = newest !== null && mapping === null ? newest.version : null;
  const effective = effectiveVersion(builtIn?.mapping.version ?? null, mapping ? (newest?.version ?? null) : null);
  if (effective?.origin === 'team' && newest && mapping) return { builtIn, current: { ...newest, mapping }, setAside };
  return { builtIn, current: builtIn && { ...versionOf(builtIn), mapping: builtIn.mapping }, setAside };
}

/** @throws ApiError MAPPING_UNKNOWN */
export async function loadMapping(tx: Statements, builtIns: BuiltIns, id: string): Promise<HeldMapping> {
  const [held] = await loadLibrary(tx, builtIns, id);
  if (held === undefined) throw new ApiError('MAPPING_UNKNOWN', { id });
  return held;
}

/** A built-in mapping as a version; `publishedAt` null: this library has not kept it yet. */
export function versionOf({ mapping, text }: BuiltIn, publishedAt: string | null = null): StoredVersion {
  const { id, version } = mapping;
  return { id, origin: 'built-in', version, basedOn: version, text, author: BUILT_IN_AUTHOR, note: '', publishedAt };
}

/** Every version there is, oldest first; the built-in one also where it was never kept. */
export async function knownVersions(tx: Statements, { id, builtIn }: HeldMapping): Promise<StoredVersion[]> {
  const kept = await listVersions(tx, id);
  if (builtIn === null) return kept;
  const brought = versionOf(builtIn);
  return kept.some((version) => isSameVersion(version, brought)) ? kept : [...kept, brought];
}

/** @throws ApiError MAPPING_VERSION_UNKNOWN */
export function versionNamed(known: readonly StoredVersion[], id: string, named: NamedVersion): StoredVersion {
  const found = findVersion(known, named);
  if (found === null) throw new ApiError('MAPPING_VERSION_UNKNOWN', { id, version: String(named.version) });
  return found;
}

/** The mapping in a file's text; null where it is none in today's mapping language. */
export function readMapping(text: string): Mapping | null {
  return mappingSchema.safeParse(JSON.parse(text)).data ?? null;
}

/** A version's mapping. @throws ApiError MAPPING_VERSION_LEFT_BEHIND */
export function mappingIn({ text, version }: Pick<StoredVersion, 'text' | 'version'>): Mapping {
  const mapping = readMapping(text);
  if (mapping === null) throw new ApiError('MAPPING_VERSION_LEFT_BEHIND', { version: String(version) });
  return mapping;
}
