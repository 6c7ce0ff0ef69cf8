// Three versions of a mapping become one: what only one side changed is taken, what both changed differently stays as
// ours and is listed. Nothing of ours is ever lost without being said.
import {
  contentOf,
  isOpenWord,
  isSame,
  joinInOrder,
  type Json,
  partsOf,
  type Parts,
  type Path,
  placeOf,
  wholeOf,
} from './mapping-parts.ts';
import type { Translated } from '../language.ts';
import { mappingSchema, schemaFaults } from './mapping-schema.ts';
import type { Mapping } from './mapping.ts';

/** Both sides changed the same thing, each in its way. Null where a side has nothing there. */
export interface MergeConflict {
  readonly column: string | null;
  readonly property: string;
  readonly base: Json | null;
  /** Kept. */
  readonly ours: Json | null;
  readonly theirs: Json | null;
}

export interface MergedMapping {
  /** Null when the two sides, each good by itself, make no mapping together; `faults` says why. */
  readonly mapping: Mapping | null;
  readonly faults: readonly Translated[];
  readonly conflicts: readonly MergeConflict[];
}

/** @param base the version both sides started from; null where they have none in common. Id and version are those of `ours`. */
export function mergeMappings(base: Mapping | null, ours: Mapping, theirs: Mapping): MergedMapping {
  const conflicts: MergeConflict[] = [];
  const merged = new Merge(conflicts).value([], contentOf(base ?? {}), contentOf(ours), contentOf(theirs));
  const { id, version } = ours;
  const read = mappingSchema.safeParse({ id, version, ...(merged as object) });
  if (read.success) return { mapping: read.data, faults: [], conflicts };
  return { mapping: null, faults: schemaFaults(read.error), conflicts };
}

type Side = Json | undefined;
type Sides = readonly [base: Parts, ours: Parts, theirs: Parts];

class Merge {
  private readonly conflicts: MergeConflict[];

  constructor(conflicts: MergeConflict[]) {
    this.conflicts = conflicts;
  }

  value(path: Path, base: Side, ours: Side, theirs: Side): Side {
    if (isSame(base, theirs) || isSame(ours, theirs)) return ours;
    if (isSame(base, ours)) return theirs;
    if (ours !== undefined && theirs !== undefined) {
      const [left, mine, other] = [base, ours, theirs].map((side) => partsOf(path, side));
      if (left && mine && other && areSeparable(left, mine, other)) return this.parts(path, [left, mine, other]);
    }
    return this.conflict(path, base, ours, theirs);
  }

  private parts(path: Path, sides: Sides): Json {
    const byRole = isColumn(path) && !haveOneRole(sides);
    const [base, ours, theirs] = byRole ? (sides.map(withRoleAsOne) as unknown as Sides) : sides;
    const merged = new Map<string, Json>();
    for (const key of orderOf(base, ours, theirs)) {
      const part = this.value([...path, key], base.get(key), ours.get(key), theirs.get(key));
      if (part !== undefined) merged.set(key, part);
    }
    return wholeOf(path, byRole ? withRoleInParts(merged) : merged);
  }

  private conflict(path: Path, base: Side, ours: Side, theirs: Side): Side {
    this.conflicts.push({ ...placeOf(path), base: base ?? null, ours: ours ?? null, theirs: theirs ?? null });
    return ours;
  }
}

/** Who moved things decides their order; where both did, we do. What only the other side has stands where it stands there. */
function orderOf(base: Parts, ours: Parts, theirs: Parts): string[] {
  const [was, mine, other] = [base, ours, theirs].map((parts) => [...parts.keys()]) as [string[], string[], string[]];
  const moved = (keys: readonly string[]) => {
    const common = keys.filter((key) => base.has(key));
    return !isSame(
      common,
      was.filter((key) => common.includes(key)),
    );
  };
  return moved(mine) || !moved(other) ? joinInOrder(mine, other) : joinInOrder(other, mine);
}

/** Words that leave their end open are tried in order: where a side touched one, the list is one whole. */
function areSeparable(base: Parts, ours: Parts, theirs: Parts): boolean {
  const touched = (side: Parts) =>
    [...side].some(([key, item]) => !isSame(item, base.get(key)) && (isOpenWord(item) || isOpenWord(base.get(key))));
  return !touched(ours) && !touched(theirs);
}

// The properties of a column's role belong together: where a side gave the column another role, they are one whole.

const isColumn = (path: Path) => path.length === 2 && path[0] === 'columns';
const NAMES = new Set(['header', 'synonyms', 'required', 'occurrence', 'fillDown']);
const haveOneRole = (sides: Sides) => new Set(sides.flatMap((side) => side.get('as') ?? [])).size <= 1;

function withRoleAsOne(column: Parts): Parts {
  const [names, role] = [true, false].map((isName) => [...column].filter(([key]) => NAMES.has(key) === isName));
  return new Map([...(names ?? []), ['as', Object.fromEntries(role ?? [])]]);
}

function withRoleInParts(column: Parts): Parts {
  return new Map([...column].flatMap(([key, part]) => (key === 'as' ? Object.entries(part as object) : [[key, part]])));
}
