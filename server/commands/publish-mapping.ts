// A mapping becomes a version that reads sheets: a draft published, an earlier version brought back, an unsure one
// confirmed. The history only grows.
import type { Confirm, Publish, Rollback } from '../../core/library-api.ts';
import {
  findVersion,
  isConfirmed,
  isSameVersion,
  type LibraryDetail,
  nextTeamVersion,
  textOfVersion,
} from '../../core/mapping-library.ts';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { ApiError } from '../api-error.ts';
import { type Books, builtInsOf } from '../books.ts';
import type { Statements } from '../store/database.ts';
import { dropDraftRow } from '../store/mapping-drafts.ts';
import { keepConfirmation, keepVersion, type StoredVersion } from '../store/mapping-versions.ts';
import { refuseUnstorableText } from './check-text.ts';
import { type HeldMapping, knownVersions, loadMapping, mappingIn, versionNamed, versionOf } from './load-library.ts';
import { draftOf, presentMapping } from './present-library.ts';
import { auditMapping } from './save-draft.ts';

/** @throws ApiError MAPPING_UNKNOWN, DRAFT_UNKNOWN, DRAFT_OUTDATED */
export async function publishDraft(books: Books, id: string, request: Publish): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadMapping(tx, builtInsOf(books), id);
    const draft = draftOf(held);
    if (!isSameVersion(draft.base, held.current)) throw new ApiError('DRAFT_OUTDATED', facts(held.current));
    const mapping = mappingIn({ ...draft, version: draft.base?.version ?? 1 });
    const published = await publish(tx, books, held, { ...draft, ...request, mapping });
    await dropDraftRow(tx, id);
    const { version } = published;
    const detail = { version, author: request.author, conflicts: draft.conflicts.length };
    await auditMapping(tx, books, 'mapping.published', id, detail);
    return presentMapping(tx, books, id);
  });
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
