// What changed between two versions of a mapping, as data: by column and property, list items one by one.
import { contentOf, isSame, type Json, partsOf, type Parts, type Path, placeOf } from './mapping-parts.ts';
import type { Mapping } from './mapping.ts';

export interface Difference {
  /** `moved`: the same items in another order. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The column it concerns, as rules name it (`Fee#2`); null: the mapping as a whole. */
  readonly column: string | null;
  /** `sign`, `header.signature`, `vocabularies.kinds.values`; empty: the column itself; `columns`: their order. */
  readonly property: string;
  /** Null where there was nothing. */
  readonly from: Json | null;
  /** Null where nothing is left. */
  readonly to: Json | null;
}

/** In the order in which the newer version reads. Which version it is does not count as a difference. */
export function compareMappings(from: Mapping, to: Mapping): Difference[] {
  return compare([], contentOf(from), contentOf(to));
}

function compare(path: Path, from: Json | undefined, to: Json | undefined): Difference[] {
  if (isSame(from, to)) return [];
  const [left, right] = [partsOf(path, from), partsOf(path, to)];
  if (from === undefined || to === undefined || left === null || right === null) return [difference(path, from, to)];
  const inside = compareParts(path, left, right);
  return inside.length > 0 ? inside : [{ ...difference(path, from, to), kind: 'moved' }];
}

function compareParts(path: Path, from: Parts, to: Parts): Difference[] {
  const gone = [...from.keys()].filter((key) => !to.has(key));
  return [...to.keys(), ...gone].flatMap((key) => compare([...path, key], from.get(key), to.get(key)));
}

function difference(path: Path, from: Json | undefined, to: Json | undefined): Difference {
  const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  return { kind, ...placeOf(path), from: from ?? null, to: to ?? null };
}
