// The id of a new mapping: platform and kind of report, as files under mappings/ are named, and free.
import type { Mapping } from '../../core/mapping/mapping.ts';

export function freeId({ platform, kind }: Pick<Mapping, 'platform' | 'kind'>, taken: readonly string[]): string {
  const first = `${partOfId(platform)}.${kind}`;
  let id = first;
  for (let number = 2; taken.includes(id); number += 1) id = `${first}-${number}`;
  return id;
}

/** Ids are small Latin letters, digits and dashes; a platform written otherwise has none of them. */
function partOfId(platform: string): string {
  const plain = platform.normalize('NFKD').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'own';
}
