// The contract of the mapping library between add-in and server: every request and answer as one schema, as in api.ts.
import { z } from 'zod';
import { LANGUAGES } from './language.ts';
import type { Difference } from './mapping/compare-mappings.ts';
import { type Claim, CLAIM_KINDS } from './mapping/find-claims.ts';
import type { Json } from './mapping/mapping-parts.ts';
import { mappingSchema } from './mapping/mapping-schema.ts';
import {
  type Confirmation,
  type LibraryDetail,
  type LibraryEntry,
  type ListedConflict,
  type ListedDifference,
  MAPPING_ORIGINS,
  type MappingDraft,
  type MappingFacts,
  type MappingUpdate,
  type MappingUse,
  type NamedVersion,
  type PublishedVersion,
  versionOfText,
} from './mapping-library.ts';

const NAME_LENGTH_MAX = 100;
const NOTE_LENGTH_MAX = 2_000;
const FILE_LENGTH_MAX = 1_000_000;

/** There are no accounts yet: people say who they are. */
const author = z.string().trim().min(1).max(NAME_LENGTH_MAX);
const note = z.string().trim().max(NOTE_LENGTH_MAX);
/** Why: for whoever reads the history. */
const reason = note.min(1);
const number = z.int().min(1);
const instant = z.string();
const sentence = z.record(z.enum(LANGUAGES), z.string()).readonly();

/** `3`, `"team-3"`, `"built-in-2"`: in bodies and in addresses. */
export const namedVersion = z.union([z.int(), z.string()]).transform((value, context): NamedVersion => {
  const named = versionOfText(String(value));
  if (named !== null) return named;
  context.issues.push({ code: 'custom', message: 'not a version such as team-3', input: value });
  return z.NEVER;
});

export const saveDraftSchema = z.object({
  /** Its `version` is the number of the version it was started from. */
  mapping: mappingSchema,
  author,
  note: note.default(''),
  /** The revision of the draft that this one replaces. Needed to write over somebody else's. */
  revision: number.optional(),
  /** The built-in version whose changes are settled by hand. */
  basedOn: number.optional(),
});
export type SaveDraft = z.output<typeof saveDraftSchema>;

export const mergeDraftSchema = z.object({ author, note: note.default(''), revision: number.optional() });
export type MergeDraft = z.output<typeof mergeDraftSchema>;

/** `accepts`: ids of the mappings whose files it may take as well; the person was shown which they are. */
export const publishSchema = z.object({ author, note: reason, accepts: z.array(z.string()).optional() });
export type Publish = z.output<typeof publishSchema>;

export const rollbackSchema = z.object({ version: namedVersion, author, note: reason });
export type Rollback = z.output<typeof rollbackSchema>;

export const confirmSchema = z.object({ version: namedVersion, by: author });
export type Confirm = z.output<typeof confirmSchema>;

/** `text`: a file as it stands in mappings/. */
export const importMappingSchema = z.object({
  text: z.string().max(FILE_LENGTH_MAX),
  author,
  note: note.default(''),
  revision: number.optional(),
});
export type ImportMapping = z.output<typeof importMappingSchema>;

const ref = { origin: z.enum(MAPPING_ORIGINS), version: number };
const json = z.json() as unknown as z.ZodType<Json>;

const factsSchema: z.ZodType<MappingFacts> = z.object({
  ...ref,
  id: z.string(),
  confirmed: z.boolean(),
  setAside: number.nullable(),
});

/** The mappings that read sheets, and what to know about each, in the same order. */
export const mappingsSchema = z.object({ mappings: z.array(mappingSchema), facts: z.array(factsSchema) });
export type MappingsAnswer = z.output<typeof mappingsSchema>;

const useSchema: z.ZodType<MappingUse> = z.object({
  version: number,
  count: number,
  lastBatch: z.string(),
  lastUsedAt: instant,
  lastReadWellAt: instant.nullable(),
  lastProblemAt: instant.nullable(),
});

const publishedSchema: z.ZodType<PublishedVersion> = z.object({
  ...ref,
  basedOn: number.nullable(),
  author: z.string(),
  note: z.string(),
  publishedAt: instant.nullable(),
});

const confirmationSchema: z.ZodType<Confirmation> = z.object({ ...ref, by: z.string(), at: instant });

const place = { column: z.string().nullable(), property: z.string() };
const conflictSchema: z.ZodType<ListedConflict> = z.object({
  ...place,
  base: json,
  ours: json,
  theirs: json,
  sentence,
});
const KINDS = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly Difference['kind'][];
const differenceSchema: z.ZodType<ListedDifference> = z.object({
  kind: z.enum(KINDS),
  ...place,
  from: json,
  to: json,
  sentence,
});

const draftSchema: z.ZodType<MappingDraft> = z.object({
  mapping: mappingSchema,
  revision: number,
  base: z.object(ref).nullable(),
  basedOn: number.nullable(),
  conflicts: z.array(conflictSchema),
  author: z.string(),
  note: z.string(),
  savedAt: instant,
});

const entrySchema: z.ZodType<LibraryEntry> = z.object({
  id: z.string(),
  platform: z.string(),
  title: sentence,
  kind: z.enum(['orders', 'payout', 'wallet']),
  verified: z.boolean(),
  effective: z.object(ref).nullable(),
  confirmed: z.boolean(),
  setAside: number.nullable(),
  draft: z.object({ author: z.string(), savedAt: instant }).nullable(),
  update: number.nullable(),
  uses: z.int().min(0),
  lastReadWellAt: instant.nullable(),
  lastProblemAt: instant.nullable(),
});

export const librarySchema = z.object({ entries: z.array(entrySchema) });

const updateSchema: z.ZodType<MappingUpdate> = z.object({
  builtIn: number,
  basedOn: number.nullable(),
  differences: z.array(differenceSchema),
  conflicts: z.array(conflictSchema),
  faults: z.array(sentence),
});

/** The answer to every call that concerns one mapping of the library. */
export const libraryDetailSchema: z.ZodType<LibraryDetail> = z.object({
  entry: entrySchema,
  mapping: mappingSchema.nullable(),
  history: z.array(publishedSchema),
  uses: z.array(useSchema),
  confirmations: z.array(confirmationSchema),
  draft: draftSchema.nullable(),
  draftOutdatedBy: publishedSchema.nullable(),
  update: updateSchema.nullable(),
});

export const versionAnswerSchema = z.object({ published: publishedSchema, mapping: mappingSchema });
export type VersionAnswer = z.output<typeof versionAnswerSchema>;

const claimSchema: z.ZodType<Claim> = z.object({ id: z.string(), title: sentence, how: z.enum(CLAIM_KINDS) });

/** Whose files the draft would take as well, were it published. */
export const claimsSchema = z.object({ claims: z.array(claimSchema) });

export const comparisonSchema = z.object({ differences: z.array(differenceSchema) });
