// A mapping becomes a version that reads sheets: a draft published, an earlier version brought back, an unsure one
// confirmed. The history only grows.
import { type Language, LANGUAGES } from '../../core/language.ts';
import type { Confirm, Publish, Rollback } from '../../core/library-api.ts';
import {
  findVersion,
  isConfirmed,
  isSameVersion,
  type LibraryDetail,
  nextTeamVersion,
  textOfVersion,
} from '../../core/mapping-library.ts';
import { type Claim, findClaims } from '../../core/mapping/find-claims.ts';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { ApiError } from '../api-error.ts';
import { type Books, builtInsOf } from '../books.ts';
import type { Statements } from '../store/database.ts';
import { dropDraftRow } from '../store/mapping-drafts.ts';
import { keepConfirmation, keepVersion, type StoredVersion } from '../store/mapping-versions.ts';
import { refuseUnstorableText } from './check-text.ts';
import {
  type HeldMapping,
  knownVersions,
  loadLibrary,
  loadMapping,
  mappingIn,
  versionNamed,
  versionOf,
} from './load-library.ts';
import { draftOf, presentMapping } from './present-library.ts';
import { auditMapping } from './save-draft.ts';

/** @throws ApiError MAPPING_UNKNOWN, DRAFT_UNKNOWN, DRAFT_OUTDATED, MAPPING_CLAIMS_OTHERS */
export async function publishDraft(books: Books, id: string, request: Publish): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  return books.database.transaction(books.company, async (tx) => {
    const { held, draft, claims } = await loadDraft(tx, books, id);
    if (!isSameVersion(draft.base, held.current)) throw new ApiError('DRAFT_OUTDATED', facts(held.current));
    refuseClaims(claims, request.accepts ?? []);
    const mapping = mappingIn({ ...draft, version: draft.base?.version ?? 1 });
    const published = await publish(tx, books, held, { ...draft, author: request.author, note: request.note, mapping });
    await dropDraftRow(tx, id);
    const { version } = published;
    const detail = { version, author: request.author, conflicts: draft.conflicts.length };
    await auditMapping(tx, books, 'mapping.published', id, detail);
    return presentMapping(tx, books, id);
  });
}

/** Whose files the draft would take as well. @throws ApiError MAPPING_UNKNOWN, DRAFT_UNKNOWN */
export async function claimsOfDraft(books: Books, id: string): Promise<readonly Claim[]> {
  return books.database.transaction(books.company, async (tx) => (await loadDraft(tx, books, id)).claims);
}

/** A draft with what it would take from the mappings that read sheets now. */
async function loadDraft(tx: Statements, books: Books, id: string) {
  const library = await loadLibrary(tx, builtInsOf(books));
  const held = library.find((one) => one.id === id);
  if (held === undefined) throw new ApiError('MAPPING_UNKNOWN', { id });
  const draft = draftOf(held);
  const others = library.flatMap(({ current }) => current?.mapping ?? []);
  const claims = findClaims(mappingIn({ version: 1, ...draft }), others, held.current?.mapping ?? null);
  return { held, draft, claims };
}

/** Only those a person was not shown keep it from being published. */
function refuseClaims(claims: readonly Claim[], accepts: readonly string[]): void {
  const unseen = claims.filter(({ id }) => !accepts.includes(id));
  if (unseen.length === 0) return;
  const titles = (language: Language) => unseen.map(({ title }) => title[language]).join(' / ');
  throw new ApiError(
    'MAPPING_CLAIMS_OTHERS',
    Object.fromEntries(LANGUAGES.map((language) => [language, titles(language)])),
  );
}

/** The content of an earlier version as a new one. @throws ApiError MAPPING_UNKNOWN, MAPPING_VERSION_UNKNOWN */
export async function rollBack(books: Books, id: string, request: Rollback): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  const { author, note } = request;
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    const earlier = versionNamed(await knownVersions(tx, held), id, request.version);
    const { version } = await publish(tx, books, held, { ...earlier, author, note, mapping: mappingIn(earlier) });
    await auditMapping(tx, books, 'mapping.rolled-back', id, { version, to: textOfVersion(earlier), author });
    return presentMapping(tx, books, id);
  });
}

type Publication = Pick<StoredVersion, 'text' | 'basedOn' | 'author' | 'note'> & { readonly mapping: Mapping };

async function publish(tx: Statements, books: Books, held: HeldMapping, news: Publication): Promise<StoredVersion> {
  const { id, builtIn } = held;
  const { basedOn, author, note, mapping, text: before } = news;
  const version = nextTeamVersion(await knownVersions(tx, held), builtIn?.mapping.version ?? null);
  const text = mappingFileText({ ...mapping, version }, before);
  const published: StoredVersion = {
    ...{ id, origin: 'team', version, basedOn, text, author, note, publishedAt: books.now() },
  };
  if (builtIn) await keepVersion(tx, versionOf(builtIn, books.now()));
  await keepVersion(tx, published);
  return published;
}

/** Somebody has looked at a sheet read with an unsure mapping and says it is right. @throws ApiError MAPPING_RENEWED */
export async function confirmMapping(books: Books, id: string, { version, by }: Confirm): Promise<LibraryDetail> {
  refuseUnstorableText(by);
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    const { current, confirmations, builtIn } = held;
    if (current === null || findVersion([current], version) === null)
      throw new ApiError('MAPPING_RENEWED', facts(current));
    if (!isConfirmed(current.mapping.verified, current, confirmations)) {
      const { origin } = current;
      if (builtIn) await keepVersion(tx, versionOf(builtIn, books.now()));
      await keepConfirmation(tx, { id, origin, version: current.version, by, at: books.now() });
      await auditMapping(tx, books, 'mapping.confirmed', id, { version: textOfVersion(current), by });
    }
    return presentMapping(tx, books, id);
  });
}

const facts = (current: HeldMapping['current']) => ({
  author: current?.author ?? '',
  version: String(current?.version ?? ''),
});
