// The mapping library as it is shown: its list, one mapping with everything known about it, and what reads sheets now.
import type { MappingsAnswer, VersionAnswer } from '../../core/library-api.ts';
import {
  isConfirmed,
  isSameVersion,
  type LibraryDetail,
  type LibraryEntry,
  type ListedConflict,
  type ListedDifference,
  type MappingDraft,
  type MappingUpdate,
  type NamedVersion,
  newerBuiltIn,
  type PublishedVersion,
  type VersionRef,
} from '../../core/mapping-library.ts';
import { compareMappings } from '../../core/mapping/compare-mappings.ts';
import { explainConflict, explainDifference, type OtherSide } from '../../core/mapping/explain-difference.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { type MergeConflict, type MergedMapping, mergeMappings } from '../../core/mapping/merge-mappings.ts';
import { ApiError } from '../api-error.ts';
import { type Books, builtInsOf } from '../books.ts';
import type { Statements } from '../store/database.ts';
import type { StoredDraft } from '../store/mapping-drafts.ts';
import type { StoredVersion } from '../store/mapping-versions.ts';
import {
  type HeldMapping,
  knownVersions,
  loadLibrary,
  loadMapping,
  mappingIn,
  readMapping,
  versionNamed,
} from './load-library.ts';

/** The mappings that read sheets. */
export async function listMappings(books: Books): Promise<MappingsAnswer> {
  const library = await books.database.transaction(books.company, (tx) => loadLibrary(tx, builtInsOf(books)));
  const used = library.flatMap((held) => (held.current === null ? [] : [{ held, current: held.current }]));
  return {
    mappings: used.map(({ current }) => current.mapping),
    facts: used.map(({ held, current }) => ({
      ...refOf(current),
      id: held.id,
      confirmed: isConfirmed(current.mapping.verified, current, held.confirmations),
      setAside: held.setAside,
    })),
  };
}

export async function listLibrary(books: Books): Promise<LibraryEntry[]> {
  const library = await books.database.transaction(books.company, (tx) => loadLibrary(tx, builtInsOf(books)));
  return library.map(entryOf);
}

export async function getLibraryMapping(books: Books, id: string): Promise<LibraryDetail> {
  return books.database.transaction(books.company, (tx) => presentMapping(tx, books, id));
}

/** @throws ApiError MAPPING_UNKNOWN, MAPPING_VERSION_UNKNOWN */
export async function getVersion(books: Books, id: string, named: NamedVersion): Promise<VersionAnswer> {
  const version = await findVersionOf(books, id, named);
  return { published: publishedOf(version), mapping: mappingIn(version) };
}

/** The file of a version, or of the one that reads sheets. */
export async function exportMapping(books: Books, id: string, named: NamedVersion | null): Promise<string> {
  return (await findVersionOf(books, id, named)).text;
}

async function findVersionOf(books: Books, id: string, named: NamedVersion | null): Promise<StoredVersion> {
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    if (named !== null) return versionNamed(await knownVersions(tx, held), id, named);
    if (held.current === null) throw new ApiError('MAPPING_VERSION_UNKNOWN', { id, version: '1' });
    return held.current;
  });
}

/** What a later version, or the draft, changes in an earlier one. */
export async function compareVersions(
  books: Books,
  id: string,
  from: NamedVersion,
  to: NamedVersion | 'draft',
): Promise<ListedDifference[]> {
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    const known = await knownVersions(tx, held);
    const after = to === 'draft' ? draftOf(held) : versionNamed(known, id, to);
    return listed(compareMappings(mappingIn(versionNamed(known, id, from)), mappingIn({ version: 0, ...after })));
  });
}

/** @throws ApiError DRAFT_UNKNOWN */
export function draftOf({ id, draft }: HeldMapping): StoredDraft {
  if (draft === null) throw new ApiError('DRAFT_UNKNOWN', { id });
  return draft;
}

export async function presentMapping(tx: Statements, books: Books, id: string): Promise<LibraryDetail> {
  const held = await loadMapping(tx, builtInsOf(books), id);
  const known = await knownVersions(tx, held);
  const { current, draft } = held;
  const isOutdated = draft !== null && current !== null && !isSameVersion(draft.base, current);
  return {
    entry: entryOf(held),
    mapping: current?.mapping ?? null,
    history: known.map(publishedOf).reverse(),
    uses: held.uses.map(({ id: _id, ...use }) => use),
    confirmations: held.confirmations.map(({ id: _id, ...confirmation }) => confirmation),
    draft: presentDraft(draft),
    draftOutdatedBy: isOutdated ? publishedOf(current) : null,
    update: updateOf(held, known),
  };
}

function presentDraft(draft: StoredDraft | null): MappingDraft | null {
  const mapping = draft && readMapping(draft.text);
  if (draft === null || mapping === null) return null;
  const { id: _id, text: _text, ...rest } = draft;
  return { ...rest, mapping };
}

const refOf = ({ origin, version }: VersionRef): VersionRef => ({ origin, version });

function publishedOf({ origin, version, basedOn, author, note, publishedAt }: StoredVersion): PublishedVersion {
  return { origin, version, basedOn, author, note, publishedAt };
}

function entryOf(held: HeldMapping): LibraryEntry {
  const { id, current, draft, setAside, uses, builtIn, confirmations } = held;
  const shown = current?.mapping ?? (draft && readMapping(draft.text));
  return {
    id,
    platform: shown?.platform ?? id,
    title: shown?.title ?? { 'zh-TW': id, 'zh-CN': id, en: id },
    kind: shown?.kind ?? 'payout',
    verified: shown?.verified ?? false,
    effective: current && refOf(current),
    confirmed: current !== null && isConfirmed(current.mapping.verified, current, confirmations),
    setAside,
    draft: draft && { author: draft.author, savedAt: draft.savedAt },
    update: current && newerBuiltIn(builtIn?.mapping.version ?? null, current.basedOn),
    uses: uses.reduce((total, { count }) => total + count, 0),
    lastReadWellAt: latest(uses.map((use) => use.lastReadWellAt)),
    lastProblemAt: latest(uses.map((use) => use.lastProblemAt)),
  };
}

/** ISO instants in UTC sort as texts. */
const latest = (instants: readonly (string | null)[]) =>
  instants.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null);

function updateOf(held: HeldMapping, known: readonly StoredVersion[]): MappingUpdate | null {
  const { current, builtIn } = held;
  if (current === null || builtIn === null) return null;
  const { basedOn, mapping } = current;
  if (newerBuiltIn(builtIn.mapping.version, basedOn) === null) return null;
  const merged = mergeBuiltIn(mapping, basedOn, builtIn.mapping, known);
  const differences = merged.mapping === null ? [] : compareMappings(mapping, merged.mapping);
  return {
    ...{ builtIn: builtIn.mapping.version, basedOn, faults: merged.faults },
    differences: listed(differences),
    conflicts: listedConflicts(merged.conflicts, 'built-in'),
  };
}

/** Ours with what the newer built-in version changed since the one ours is based on. */
export function mergeBuiltIn(
  ours: Mapping,
  basedOn: number | null,
  theirs: Mapping,
  known: readonly StoredVersion[],
): MergedMapping {
  const base = known.find(({ origin, version }) => origin === 'built-in' && version === basedOn);
  return mergeMappings(base ? readMapping(base.text) : null, ours, theirs);
}

const listed = (differences: ReturnType<typeof compareMappings>): ListedDifference[] =>
  differences.map((difference) => ({ ...difference, sentence: explainDifference(difference) }));

export const listedConflicts = (conflicts: readonly MergeConflict[], side: OtherSide): ListedConflict[] =>
  conflicts.map((conflict) => ({ ...conflict, sentence: explainConflict(conflict, side) }));
