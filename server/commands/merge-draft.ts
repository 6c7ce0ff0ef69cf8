// Brings a mapping up to date as a draft: what was published while the draft was written, then what a newer built-in
// version changed. Ours stays where both changed the same; a person looks at the draft and publishes it.
import { LANGUAGES, type Translated } from '../../core/language.ts';
import type { MergeDraft } from '../../core/library-api.ts';
import { isSameVersion, type LibraryDetail, type ListedConflict, newerBuiltIn } from '../../core/mapping-library.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { type MergedMapping, mergeMappings } from '../../core/mapping/merge-mappings.ts';
import { ApiError } from '../api-error.ts';
import { type Books, builtInsOf } from '../books.ts';
import type { StoredVersion } from '../store/mapping-versions.ts';
import { refuseUnstorableText } from './check-text.ts';
import { type CurrentVersion, type HeldMapping, knownVersions, loadMapping, mappingIn } from './load-library.ts';
import { listedConflicts, mergeBuiltIn, presentMapping } from './present-library.ts';
import { auditMapping, putDraft } from './save-draft.ts';

/** @throws ApiError NOTHING_TO_MERGE, MERGE_MAKES_NO_MAPPING, DRAFT_HELD */
export async function mergeDraft(books: Books, id: string, request: MergeDraft): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    const { current } = held;
    if (current === null) throw new ApiError('NOTHING_TO_MERGE');
    const merged = mergeAll(held, current, await knownVersions(tx, held));
    const mapping = { ...merged.mapping, version: current.version };
    await putDraft(tx, books, held, { ...request, ...merged, mapping, base: current });
    const conflicts = merged.conflicts.length;
    await auditMapping(tx, books, 'mapping.merged', id, { author: request.author, conflicts });
    return presentMapping(tx, books, id);
  });
}

interface Progress {
  readonly mapping: Mapping;
  readonly basedOn: number | null;
  readonly conflicts: readonly ListedConflict[];
}

function mergeAll(held: HeldMapping, current: CurrentVersion, known: readonly StoredVersion[]): Progress {
  const started = withPublished(held, current, known);
  const builtIn = newerBuiltIn(held.builtIn?.mapping.version ?? null, started.basedOn);
  if (builtIn === null || held.builtIn === null) {
    if (held.draft === null || isSameVersion(held.draft.base, current)) throw new ApiError('NOTHING_TO_MERGE');
    return started;
  }
  const merged = mergeBuiltIn(started.mapping, started.basedOn, held.builtIn.mapping, known);
  const conflicts = [...started.conflicts, ...listedConflicts(merged.conflicts, 'built-in')];
  return { mapping: wholeOf(merged), basedOn: builtIn, conflicts };
}

/** The draft with what was published since it was started; without a draft, the version that reads sheets. */
function withPublished({ draft }: HeldMapping, current: CurrentVersion, known: readonly StoredVersion[]): Progress {
  if (draft === null) return { mapping: current.mapping, basedOn: current.basedOn, conflicts: [] };
  const ours = mappingIn({ ...draft, version: current.version });
  if (isSameVersion(draft.base, current)) return { mapping: ours, basedOn: draft.basedOn, conflicts: draft.conflicts };
  const base = known.find((one) => isSameVersion(one, draft.base));
  const merged = mergeMappings(base ? mappingIn(base) : null, ours, current.mapping);
  const conflicts = [...draft.conflicts, ...listedConflicts(merged.conflicts, 'published')];
  return { mapping: wholeOf(merged), basedOn: Math.max(draft.basedOn ?? 0, current.basedOn ?? 0) || null, conflicts };
}

/** The reasons by language: the sentence around them is spoken in each. */
const problemsOf = (faults: readonly Translated[]) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, faults.map((fault) => fault[language]).join(' / ')]));

function wholeOf({ mapping, faults }: MergedMapping): Mapping {
  if (mapping === null) throw new ApiError('MERGE_MAKES_NO_MAPPING', problemsOf(faults));
  return mapping;
}
