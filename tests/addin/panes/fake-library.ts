// The team's library in memory, as far as the pane asks it: drafts, publishing, confirming, and who did what.
import type { ApiClient } from '../../../addin/api-client.ts';
import type { LibraryClient } from '../../../addin/library-client.ts';
import type { LibraryDetail, LibraryEntry, MappingFacts, PublishedVersion } from '../../../core/mapping-library.ts';
import { textOfVersion } from '../../../core/mapping-library.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { compareMappings } from '../../../core/mapping/compare-mappings.ts';
import { explainDifference } from '../../../core/mapping/explain-difference.ts';
import { findClaims } from '../../../core/mapping/find-claims.ts';
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';

type Version = PublishedVersion & { readonly mapping: Mapping };

const AT = '2024-06-01T08:00:00.000Z';

export class FakeLibrary {
  /** What was asked, for example `publish own.payout 王會計: new platform`. */
  readonly asked: string[] = [];
  private readonly versions = new Map<string, Version[]>();
  private readonly drafts = new Map<string, Mapping>();
  private readonly confirmed = new Set<string>();

  constructor(builtIns: readonly Mapping[]) {
    for (const mapping of builtIns) this.versions.set(mapping.id, [versionOf(mapping, 'built-in', 'Clearsheet', '')]);
  }

  /** The calls a pane needs beside those of the rest of the server. */
  readonly api = (): Pick<ApiClient, 'listMappings' | 'library'> => ({
    listMappings: () => Promise.resolve({ mappings: this.current(), facts: this.facts() }),
    library: () => Promise.resolve(this.client),
  });

  current(): Mapping[] {
    return [...this.versions.values()].flatMap(([newest]) => newest?.mapping ?? []);
  }

  private facts(): MappingFacts[] {
    return this.current().map(({ id, verified }) => {
      const { origin, version } = this.newest(id);
      return { id, origin, version, confirmed: verified || this.confirmed.has(id), setAside: null };
    });
  }

  private newest(id: string): Version {
    const [newest] = this.versions.get(id) ?? [];
    if (!newest) throw new Error(`There is no mapping ${id}`);
    return newest;
  }

  private readonly client: LibraryClient = {
    list: () =>
      Promise.resolve(
        [...new Set([...this.versions.keys(), ...this.drafts.keys()])].map((id) => this.detail(id).entry),
      ),
    get: (id) => Promise.resolve(this.detail(id)),
    saveDraft: (mapping, { author, note }) => {
      const sound = mappingSchema.parse(JSON.parse(JSON.stringify(mapping)));
      this.drafts.set(mapping.id, sound);
      return this.after(mapping.id, `saveDraft ${mapping.id} ${author}: ${note}`);
    },
    claims: (id) => {
      const draft = this.drafts.get(id);
      return Promise.resolve(
        draft ? findClaims(draft, this.current(), this.versions.get(id)?.[0]?.mapping ?? null) : [],
      );
    },
    publish: (id, { author, note }, accepts = []) => {
      if (accepts.length > 0) this.asked.push(`accepts ${accepts.join(' ')}`);
      this.put(id, this.drafts.get(id), author, note);
      this.drafts.delete(id);
      return this.after(id, `publish ${id} ${author}: ${note}`);
    },
    confirm: (id, version, by) => {
      this.confirmed.add(id);
      return this.after(id, `confirm ${id} ${textOfVersion(version)} ${by}`);
    },
    rollBack: (id, version, { author, note }) => {
      const earlier = this.versions.get(id)?.find((one) => textOfVersion(one) === textOfVersion(version));
      this.put(id, earlier?.mapping, author, note);
      return this.after(id, `rollBack ${id} ${textOfVersion(version)} ${author}: ${note}`);
    },
    merge: (id) => this.after(id, `merge ${id}`),
    compare: (id, from, to) => {
      const find = (text: string) => this.versions.get(id)?.find((one) => textOfVersion(one) === text)?.mapping;
      const left = find(textOfVersion(from));
      const right = to === 'draft' ? this.drafts.get(id) : find(textOfVersion(to));
      if (!left || !right) throw new Error('There is no such version');
      const differences = compareMappings(left, right);
      return Promise.resolve(differences.map((one) => ({ ...one, sentence: explainDifference(one) })));
    },
    exportText: (id) => Promise.resolve(`${JSON.stringify(this.newest(id).mapping)}\n`),
    importText: (text, { author, note }) => {
      const mapping = mappingSchema.parse(JSON.parse(text));
      this.drafts.set(mapping.id, mapping);
      return this.after(mapping.id, `importText ${mapping.id} ${author}: ${note}`);
    },
  };

  private put(id: string, mapping: Mapping | undefined, author: string, note: string): void {
    if (!mapping) throw new Error(`There is nothing to publish for ${id}`);
    const before = this.versions.get(id) ?? [];
    const version = (before[0]?.version ?? 0) + 1;
    this.versions.set(id, [versionOf({ ...mapping, version }, 'team', author, note), ...before]);
  }

  private after(id: string, asked: string): Promise<LibraryDetail> {
    this.asked.push(asked);
    return Promise.resolve(this.detail(id));
  }

  private detail(id: string): LibraryDetail {
    const history = this.versions.get(id) ?? [];
    const draft = this.drafts.get(id) ?? null;
    const [newest] = history;
    const mapping = newest?.mapping ?? null;
    const shown = mapping ?? draft;
    if (!shown) throw new Error(`There is no mapping ${id}`);
    const entry: LibraryEntry = {
      ...{ id, platform: shown.platform, title: shown.title, kind: shown.kind, verified: shown.verified },
      effective: newest ? { origin: newest.origin, version: newest.version } : null,
      confirmed: this.confirmed.has(id),
      ...{ setAside: null, update: null, uses: 0, lastReadWellAt: null, lastProblemAt: null },
      draft: draft ? { author: 'somebody', savedAt: AT } : null,
    };
    const base = newest ? { origin: newest.origin, version: newest.version } : null;
    return {
      ...{ entry, mapping, history, uses: [], confirmations: [], draftOutdatedBy: null, update: null },
      draft: draft && {
        ...{ mapping: draft, revision: 1, base, basedOn: null, conflicts: [] },
        ...{ author: 'somebody', note: 'a reason', savedAt: AT },
      },
    };
  }
}

function versionOf(mapping: Mapping, origin: 'built-in' | 'team', author: string, note: string): Version {
  return { origin, version: mapping.version, basedOn: null, author, note, publishedAt: AT, mapping };
}
