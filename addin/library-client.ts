// The team's mapping library as the pane asks for it: the list, one mapping with its history, drafts, publishing.
import { z } from 'zod';
import { claimsSchema, comparisonSchema, libraryDetailSchema, librarySchema } from '../core/library-api.ts';
import {
  type LibraryDetail,
  type LibraryEntry,
  type ListedDifference,
  textOfVersion,
  type VersionRef,
} from '../core/mapping-library.ts';
import type { Claim } from '../core/mapping/find-claims.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import type { Ask } from './api-client.ts';

/** Who changes something, and why. */
export interface Signed {
  readonly author: string;
  readonly note: string;
}

export interface LibraryClient {
  readonly list: () => Promise<readonly LibraryEntry[]>;
  readonly get: (id: string) => Promise<LibraryDetail>;
  /** @param revision of the draft it replaces; undefined where there was none */
  readonly saveDraft: (mapping: Mapping, signed: Signed, revision?: number) => Promise<LibraryDetail>;
  /** @param accepts ids of the mappings whose files it may take as well */
  readonly publish: (id: string, signed: Signed, accepts?: readonly string[]) => Promise<LibraryDetail>;
  /** Whose files the draft would take as well, were it published. */
  readonly claims: (id: string) => Promise<readonly Claim[]>;
  readonly confirm: (id: string, version: VersionRef, by: string) => Promise<LibraryDetail>;
  readonly rollBack: (id: string, version: VersionRef, signed: Signed) => Promise<LibraryDetail>;
  /** The newer built-in version and the team's become one draft. */
  readonly merge: (id: string, signed: Signed, revision?: number) => Promise<LibraryDetail>;
  readonly compare: (id: string, from: VersionRef, to: VersionRef | 'draft') => Promise<readonly ListedDifference[]>;
  /** The text of a version's file. */
  readonly exportText: (id: string, version: VersionRef) => Promise<string>;
  /** A file's text becomes a draft. */
  readonly importText: (text: string, signed: Signed) => Promise<LibraryDetail>;
}

const at = (id: string, ...parts: readonly string[]) =>
  ['/mapping-library', id, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');

const replacing = (revision: number | undefined) => (revision === undefined ? {} : { revision });

export function createLibraryClient(ask: Ask): LibraryClient {
  const detail = (method: 'POST' | 'PUT', path: string, body: unknown) =>
    ask({ method, path, body, answer: libraryDetailSchema });
  return {
    list: async () => (await ask({ method: 'GET', path: '/mapping-library', answer: librarySchema })).entries,
    get: (id) => ask({ method: 'GET', path: at(id), answer: libraryDetailSchema }),
    saveDraft: (mapping, signed, revision) =>
      detail('PUT', at(mapping.id, 'draft'), { mapping, ...signed, ...replacing(revision) }),
    merge: (id, signed, revision) => detail('POST', at(id, 'merge'), { ...signed, ...replacing(revision) }),
    publish: (id, signed, accepts = []) => detail('POST', at(id, 'publish'), { ...signed, accepts }),
    claims: async (id) => (await ask({ method: 'GET', path: at(id, 'draft', 'claims'), answer: claimsSchema })).claims,
    confirm: (id, version, by) =>
      detail('POST', at(id, 'confirm'), {
        version: textOfVersion(version),
        by,
      }),
    rollBack: (id, version, signed) =>
      detail('POST', at(id, 'rollback'), {
        version: textOfVersion(version),
        ...signed,
      }),
    compare: async (id, from, to) => {
      const query = `?from=${textOfVersion(from)}&to=${to === 'draft' ? to : textOfVersion(to)}`;
      return (await ask({ method: 'GET', path: at(id, 'compare') + query, answer: comparisonSchema })).differences;
    },
    exportText: (id, version) =>
      ask({
        method: 'GET',
        path: `${at(id, 'export')}?version=${textOfVersion(version)}`,
        text: true,
        answer: z.string(),
      }),
    importText: (text, signed) => detail('POST', '/mapping-library/import', { text, ...signed }),
  };
}
