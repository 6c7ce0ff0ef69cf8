// Drafts of mappings: saved by hand, from a file, or dropped. A draft knows the version it was started from; nobody
// writes over another person's without having seen it.
import type { ImportMapping, SaveDraft } from '../../core/library-api.ts';
import {
  findVersion,
  isSameVersion,
  type LibraryDetail,
  type ListedConflict,
  type VersionRef,
} from '../../core/mapping-library.ts';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { ApiError } from '../api-error.ts';
import { type Books, builtInsOf } from '../books.ts';
import { appendAudit, type AuditEntry } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { dropDraftRow, saveDraftRow, type StoredDraft } from '../store/mapping-drafts.ts';
import { keepVersion, type StoredVersion } from '../store/mapping-versions.ts';
import { refuseUnstorableText } from './check-text.ts';
import { type HeldMapping, knownVersions, loadLibrary, loadMapping, versionNamed, versionOf } from './load-library.ts';
import { draftOf, presentMapping } from './present-library.ts';

/** @throws ApiError DRAFT_HELD, MAPPING_VERSION_UNKNOWN, BAD_REQUEST */
export async function saveDraft(books: Books, id: string, request: SaveDraft): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  const { mapping } = request;
  if (mapping.id !== id) throw new ApiError('BAD_REQUEST', { path: 'body.mapping.id', problem: `not ${id}` });
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadOrBegin(tx, books, id);
    const known = await knownVersions(tx, held);
    const base = baseOf(held, known, mapping);
    await putDraft(tx, books, held, { ...request, base, basedOn: settledOf(request, held, base), conflicts: [] });
    await auditMapping(tx, books, 'mapping.draft-saved', id, { author: request.author });
    return presentMapping(tx, books, id);
  });
}

/** A mapping's file becomes a draft. @throws ApiError MAPPING_FILE_UNREADABLE, DRAFT_HELD */
export async function importMapping(books: Books, request: ImportMapping): Promise<LibraryDetail> {
  refuseUnstorableText(request);
  const text = request.text.replace(BYTE_ORDER_MARK, '');
  const mapping = mappingInFile(text);
  const { id } = mapping;
  return books.database.transaction(books.company, async (tx) => {
    const held = await loadOrBegin(tx, books, id);
    const known = await knownVersions(tx, held);
    // A file of another library has versions of its own; it is looked at as a change of what is used here.
    const base = findVersion(known, { origin: null, version: mapping.version }) ?? held.current;
    const draft = { ...mapping, version: base?.version ?? mapping.version };
    const basedOn = base?.basedOn ?? null;
    await putDraft(tx, books, held, { ...request, mapping: draft, base, basedOn, conflicts: [], like: text });
    await auditMapping(tx, books, 'mapping.imported', id, { author: request.author });
    return presentMapping(tx, books, id);
  });
}

/** @throws ApiError MAPPING_UNKNOWN, DRAFT_UNKNOWN */
export async function dropDraft(books: Books, id: string, author: string): Promise<void> {
  await books.database.transaction(books.company, async (tx) => {
    const { revision } = draftOf(await loadMapping(tx, builtInsOf(books), id));
    await dropDraftRow(tx, id);
    await auditMapping(tx, books, 'mapping.draft-dropped', id, { author, revision });
  });
}

/** The mapping as held, or a new one, of which nothing is held. */
async function loadOrBegin(tx: Statements, books: Books, id: string): Promise<HeldMapping> {
  const [held] = await loadLibrary(tx, builtInsOf(books), id);
  return held ?? { id, builtIn: null, current: null, setAside: null, draft: null, uses: [], confirmations: [] };
}

type Base = StoredVersion | null;

/** What the draft was started from: its number says it. A draft that is carried on keeps the base it has. */
function baseOf({ id, draft, current }: HeldMapping, known: readonly StoredVersion[], { version }: Mapping): Base {
  const isCarriedOn = draft !== null && (draft.base?.version ?? version) === version;
  if (isCarriedOn) return known.find((one) => isSameVersion(one, draft.base)) ?? null;
  return current === null && known.length === 0 ? null : versionNamed(known, id, { origin: null, version });
}

/** Up to which built-in version changes are settled: as the person says, as in the draft carried on, or as in its base. */
function settledOf({ basedOn }: SaveDraft, { builtIn, draft }: HeldMapping, base: Base): number | null {
  if (basedOn !== undefined && basedOn > (builtIn?.mapping.version ?? 0)) {
    throw new ApiError('BAD_REQUEST', { path: 'body.basedOn', problem: 'no built-in version' });
  }
  const isCarriedOn = draft !== null && isSameVersion(draft.base, base);
  return basedOn ?? (isCarriedOn ? draft.basedOn : (base?.basedOn ?? null));
}

export interface NewDraft {
  readonly mapping: Mapping;
  readonly author: string;
  readonly note: string;
  readonly revision?: number | undefined;
  readonly base: VersionRef | null;
  readonly basedOn: number | null;
  readonly conflicts: readonly ListedConflict[];
  /** A file whose keys come in the order wanted. Default: what the draft or its base has. */
  readonly like?: string;
}

/** @throws ApiError DRAFT_HELD */
export async function putDraft(tx: Statements, books: Books, held: HeldMapping, draft: NewDraft): Promise<void> {
  const { mapping, author, note, base, basedOn, conflicts } = draft;
  refuseWritingOver(held.draft, draft);
  if (held.builtIn) await keepVersion(tx, versionOf(held.builtIn, books.now()));
  await saveDraftRow(tx, {
    ...{ id: held.id, base, basedOn, conflicts, author, note },
    revision: (held.draft?.revision ?? 0) + 1,
    text: mappingFileText(mapping, draft.like ?? likeOf(books, held, mapping)),
    savedAt: books.now(),
  });
}

function refuseWritingOver(held: StoredDraft | null, { author, revision }: NewDraft): void {
  const mayWrite = held === null || (revision === undefined ? held.author === author : held.revision === revision);
  if (!mayWrite) throw new ApiError('DRAFT_HELD', { author: held.author });
}

/** A file whose order of keys a new text follows, so that in git only what changed differs. */
function likeOf(books: Books, { draft, current }: HeldMapping, { kind }: Mapping): string {
  const ofKind = () => [...builtInsOf(books).values()].find(({ mapping }) => mapping.kind === kind)?.text;
  return draft?.text ?? current?.text ?? ofKind() ?? '{}';
}

/** Editors on Windows put it before the text. */
const BYTE_ORDER_MARK = /^\ufeff/;

function mappingInFile(text: string): Mapping {
  const read = mappingSchema.safeParse(jsonIn(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = ['file', ...(issue?.path ?? []).map(String)].join('.');
  throw new ApiError('MAPPING_FILE_UNREADABLE', { path, problem: issue?.message ?? 'unknown' });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('MAPPING_FILE_UNREADABLE', { path: 'file', problem: 'JSON' });
  }
}

export async function auditMapping(
  tx: Statements,
  books: Books,
  action: AuditEntry['action'],
  id: string,
  detail: AuditEntry['detail'],
): Promise<void> {
  await appendAudit(tx, books.now(), { action, subject: id, detail });
}
