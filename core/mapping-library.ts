// The team's mapping library (對應表庫): what a version, a draft and a use of a mapping are, and the rules between them.
// Built-in mappings come with the product and have numbers of their own; what the team publishes goes on from there.
import type { BatchHeader } from './api.ts';
import type { Translated } from './language.ts';
import type { Difference } from './mapping/compare-mappings.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { MergeConflict } from './mapping/merge-mappings.ts';

export const MAPPING_ORIGINS = ['built-in', 'team'] as const;
export type MappingOrigin = (typeof MAPPING_ORIGINS)[number];

/** A version of a mapping. Team versions are numbered above every built-in version known when they were published. */
export interface VersionRef {
  readonly origin: MappingOrigin;
  readonly version: number;
}

/** What a sheet reader must know about a mapping beside its rules. */
export interface MappingFacts extends VersionRef {
  readonly id: string;
  /** False: some fact of it is unsure, and nobody here has confirmed this version yet: ask at its first use. */
  readonly confirmed: boolean;
  /** A team version is held that this product cannot read; the built-in one is used. Null: none. */
  readonly setAside: number | null;
}

/** How imports with one version went. */
export interface MappingUse {
  readonly version: number;
  readonly count: number;
  /** Id of the last import batch. */
  readonly lastBatch: string;
  readonly lastUsedAt: string;
  /** The last import of which every row was read and whose file did not contradict itself. */
  readonly lastReadWellAt: string | null;
  readonly lastProblemAt: string | null;
}

/** Who published a version, when, and why. Posted: never changed. */
export interface PublishedVersion extends VersionRef {
  /** The built-in version whose content has been taken in; null where there is none. */
  readonly basedOn: number | null;
  readonly author: string;
  readonly note: string;
  /** For built-in versions: when this library first met it; null: not yet. */
  readonly publishedAt: string | null;
}

export interface Confirmation extends VersionRef {
  readonly by: string;
  readonly at: string;
}

/** A conflict that a merge left, with its sentence. */
export type ListedConflict = MergeConflict & { readonly sentence: Translated };
export type ListedDifference = Difference & { readonly sentence: Translated };

/** One draft a mapping, changed until it is published. */
export interface MappingDraft {
  readonly mapping: Mapping;
  /** Grows by one whenever the draft is saved. */
  readonly revision: number;
  /** The version it was started from; null: the mapping is new. */
  readonly base: VersionRef | null;
  readonly basedOn: number | null;
  /** What a merge could not decide. Saving the draft by hand decides it. */
  readonly conflicts: readonly ListedConflict[];
  readonly author: string;
  readonly note: string;
  readonly savedAt: string;
}

/** A mapping in the list of the library. */
export interface LibraryEntry {
  readonly id: string;
  readonly platform: string;
  readonly title: Translated;
  readonly kind: Mapping['kind'];
  readonly verified: boolean;
  /** The version that reads sheets; null: there is only a draft. */
  readonly effective: VersionRef | null;
  readonly confirmed: boolean;
  readonly setAside: number | null;
  readonly draft: { readonly author: string; readonly savedAt: string } | null;
  /** A newer built-in version that the team's version has not taken in; null: none. */
  readonly update: number | null;
  /** Over all versions. */
  readonly uses: number;
  readonly lastReadWellAt: string | null;
  readonly lastProblemAt: string | null;
}

/** What a newer built-in version brings to the team's: taken over by a merge, which makes a draft of it. */
export interface MappingUpdate {
  readonly builtIn: number;
  readonly basedOn: number | null;
  /** What the merged mapping changes in the team's. */
  readonly differences: readonly ListedDifference[];
  readonly conflicts: readonly ListedConflict[];
  /** Why the two make no mapping together; empty: they do. */
  readonly faults: readonly Translated[];
}

/** Everything the library knows about one mapping. */
export interface LibraryDetail {
  readonly entry: LibraryEntry;
  /** The effective version; null: there is only a draft. */
  readonly mapping: Mapping | null;
  /** Newest first. */
  readonly history: readonly PublishedVersion[];
  readonly uses: readonly MappingUse[];
  readonly confirmations: readonly Confirmation[];
  readonly draft: MappingDraft | null;
  /** The version published since the draft was started, which keeps it from being published; null: none. */
  readonly draftOutdatedBy: PublishedVersion | null;
  readonly update: MappingUpdate | null;
}

export const isSameVersion = (left: VersionRef | null, right: VersionRef | null): boolean =>
  left?.origin === right?.origin && left?.version === right?.version;

/** The version that reads sheets: the team's newest, else the built-in one. */
export function effectiveVersion(builtIn: number | null, teamNewest: number | null): VersionRef | null {
  if (teamNewest !== null) return { origin: 'team', version: teamNewest };
  return builtIn === null ? null : { origin: 'built-in', version: builtIn };
}

/** The number of the next team version: above all there ever was, so that number and id name one content. */
export function nextTeamVersion(known: readonly VersionRef[], builtIn: number | null): number {
  return Math.max(0, builtIn ?? 0, ...known.map(({ version }) => version)) + 1;
}

/** The built-in version that a team version with this `basedOn` has not taken in; null: none. */
export function newerBuiltIn(builtIn: number | null, basedOn: number | null): number | null {
  return builtIn !== null && builtIn > (basedOn ?? 0) ? builtIn : null;
}

export function isConfirmed(verified: boolean, version: VersionRef, confirmations: readonly VersionRef[]): boolean {
  return verified || confirmations.some((confirmed) => isSameVersion(confirmed, version));
}

/** Every row read, and the file's figures do not contradict its rows. */
export function hasReadWell({ rows, proof }: Pick<BatchHeader, 'rows' | 'proof'>): boolean {
  return rows.rejected === 0 && (proof === null || proof.state === 'foots' || proof.state === 'undeclared');
}

/** `team-3`, `built-in-2`: how a version is named in addresses and bodies. */
export const textOfVersion = ({ origin, version }: VersionRef) => `${origin}-${version}`;

/** A named version; a bare number is the team's version of that number or, where there is none, the built-in one. */
export interface NamedVersion {
  readonly origin: MappingOrigin | null;
  readonly version: number;
}

export function versionOfText(text: string): NamedVersion | null {
  const [, origin, digits] = /^(?:(built-in|team)-)?([1-9]\d{0,8})$/.exec(text) ?? [];
  if (digits === undefined) return null;
  return { origin: MAPPING_ORIGINS.find((one) => one === origin) ?? null, version: Number(digits) };
}

/** The version among those known that is meant. */
export function findVersion<T extends VersionRef>(known: readonly T[], { origin, version }: NamedVersion): T | null {
  const found = known.filter((one) => one.version === version && (origin === null || one.origin === origin));
  return found.find((one) => one.origin === 'team') ?? found[0] ?? null;
}
