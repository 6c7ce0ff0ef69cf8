// A mapping as parts that a person tells apart: columns by name, words of lists one by one, rules as a whole. Comparing
// and merging both go by these parts.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Parts = ReadonlyMap<string, Json>;
/** Where a value stands: keys of objects, names of columns, keys of list items. */
export type Path = readonly string[];

/**
 * `object`: by property. `columns`: by header; states by their column. `texts`: each text by itself. `words`: entries of a vocabulary or of the
 * statuses, by the word they name. `value`: one whole, because its order or its logic would not survive being cut.
 */
type PartKind = 'object' | 'columns' | 'texts' | 'words' | 'value';

const OBJECTS = new Set(['header', 'title', 'numbers', 'dates', 'direction', 'vocabularies']);
const TEXTS = new Set([
  ...['notes', 'emptyMarkers', 'currencyMarks', 'cellPrefixes', 'refundedStatuses', 'sameMoneyAs'],
  ...['header.signature', 'header.absent', 'header.sheets', 'dates.formats', 'direction.in', 'direction.out'],
]);

function kindOf(path: Path): PartKind {
  const [first = '', second, third] = path;
  if (path.length === 0) return 'object';
  if (first === 'columns') return kindInColumns(path);
  if (TEXTS.has(path.join('.'))) return 'texts';
  if (first === 'statuses') return path.length === 1 ? 'words' : 'value';
  if (first === 'states') return kindInStates(path);
  if (first === 'vocabularies' && second !== undefined) return third === undefined ? 'object' : kindInVocabulary(path);
  return OBJECTS.has(first) && path.length === 1 ? 'object' : 'value';
}

function kindInColumns([, column, property, item]: Path): PartKind {
  if (column === undefined) return 'columns';
  if (property === undefined) return 'object';
  return property === 'synonyms' && item === undefined ? 'texts' : 'value';
}

/** What a team says of a word stays beside the words that a newer version brings. */
function kindInStates([, column, property, item]: Path): PartKind {
  if (column === undefined) return 'columns';
  if (property === undefined) return 'object';
  return property !== 'reason' && item === undefined ? 'texts' : 'value';
}

function kindInVocabulary([, , property, item]: Path): PartKind {
  return property === 'values' && item === undefined ? 'words' : 'value';
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a value; null where it has none to tell apart. Nothing (undefined) has no parts, which is an empty map. */
export function partsOf(path: Path, value: Json | undefined): Parts | null {
  const kind = kindOf(path);
  if (kind === 'value') return null;
  if (value === undefined) return new Map();
  if (kind === 'object') return isObject(value) ? new Map(Object.entries(value)) : null;
  if (!Array.isArray(value)) return null;
  const items = value as readonly Json[];
  const parts = new Map(items.map((item) => [keyOf(item), item]));
  return parts.size === items.length ? parts : null;
}

/** The value that has these parts. */
export function wholeOf(path: Path, parts: Parts): Json {
  return kindOf(path) === 'object' ? Object.fromEntries(parts) : [...parts.values()];
}

/** What tells items of one list apart: a column's header, the word of an entry, a text itself. */
function keyOf(item: Json): string {
  if (!isObject(item)) return JSON.stringify(item);
  const { header, occurrence, exact, startsWith, match, column } = item;
  if (typeof header === 'string') return typeof occurrence === 'number' ? `${header}#${occurrence}` : header;
  if (typeof column === 'string') return column;
  return JSON.stringify(match ?? exact ?? [startsWith ?? null]);
}

/** Of words that leave an end open the first that fits decides, so their order is part of what they say. */
export function isOpenWord(item: Json | undefined): boolean {
  if (item === undefined || !isObject(item)) return false;
  const { startsWith, match } = item;
  return startsWith !== undefined || (Array.isArray(match) && match.some((word) => String(word).endsWith('*')));
}

/** Equal as JSON; the order of an object's keys says nothing. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: Json | undefined): unknown {
  if (value === undefined || !(typeof value === 'object') || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

/** `lead` in its order, and what only `other` has behind what precedes it there. */
export function joinInOrder(lead: readonly string[], other: readonly string[]): string[] {
  const joined = [...lead];
  const known = new Set(lead);
  let at = 0;
  for (const key of other) {
    if (!known.has(key)) joined.splice(at, 0, key);
    at = joined.indexOf(key) + 1;
  }
  return joined;
}

/** The column a path is in, as rules name it, and the property, without the key of a list's item. */
export function placeOf(path: Path): { readonly column: string | null; readonly property: string } {
  const isItem = path.length > 0 && ['texts', 'words'].includes(kindOf(path.slice(0, -1)));
  const place = isItem ? path.slice(0, -1) : path;
  const [first, column = null, ...properties] = place;
  if (first !== 'columns') return { column: null, property: place.join('.') };
  return { column, property: column === null ? 'columns' : properties.join('.') };
}

/** What a mapping says, without which and how manieth it is. */
export function contentOf(mapping: object): { readonly [key: string]: Json } {
  const { id: _id, version: _version, ...content } = JSON.parse(JSON.stringify(mapping)) as Record<string, Json>;
  return content;
}
