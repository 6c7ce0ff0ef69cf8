// Answers `load`: which properties of which objects were selected, as the nested record the client unpacks.
import { notImplemented } from './host-error.ts';
import type { QueryInfo } from './wire-messages.ts';
import { wireName } from './wire-messages.ts';
import type { WireObject } from './wire-object.ts';

/** What is wanted of an object: names, each with what is wanted of the object behind it. */
interface Wish {
  readonly names: Map<string, Wish>;
}

export interface QueryStyle {
  /** Turns a client name into the key of the answer: `Values` for load, `values` for retrieve. */
  readonly key: (name: string) => string;
  readonly itemsKey: string;
  readonly referenceOf: (object: WireObject) => string;
}

export const loadKeys = { key: wireName, itemsKey: '_Items' } as const;
export const retrieveKeys = { key: (name: string) => name, itemsKey: 'items' } as const;

export function answerQuery(object: WireObject, query: QueryInfo, style: QueryStyle): Record<string, unknown> {
  const wish: Wish = { names: new Map() };
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) addPath(wish, path.split('/'));
  return answer(object, wish, style, query);
}

function addPath(wish: Wish, [name, ...rest]: readonly string[]): void {
  if (name === undefined || name === '') return;
  const inner = wish.names.get(name) ?? { names: new Map<string, Wish>() };
  wish.names.set(name, inner);
  addPath(inner, rest);
}

function answer(object: WireObject, wish: Wish, style: QueryStyle, query: QueryInfo): Record<string, unknown> {
  const items = object.items();
  return items ? answerItems(object, items, wish, style, query) : answerOne(object, wish, style);
}

/** A collection's own properties (`count`) are told from those of its items by name. */
function answerItems(
  collection: WireObject,
  items: readonly WireObject[],
  wish: Wish,
  style: QueryStyle,
  { Skip = 0, Top = Infinity }: QueryInfo,
): Record<string, unknown> {
  const own = [...wish.names].filter(([name]) => collection.memberKind(name) === 'property');
  const ofItems: Wish = {
    names: new Map([...wish.names].filter(([name]) => collection.memberKind(name) !== 'property')),
  };
  const result = own.length > 0 ? answerOne(collection, { names: new Map(own) }, style) : {};
  if (own.length > 0 && ofItems.names.size === 0) return result;
  const chosen = items.slice(Skip, Skip + Top);
  result[style.itemsKey] = chosen.map((item, index) => ({ _Index: Skip + index, ...answerOne(item, ofItems, style) }));
  return result;
}

function answerOne(object: WireObject, wish: Wish, style: QueryStyle): Record<string, unknown> {
  const result: Record<string, unknown> = { ...object.identity() };
  const all = wish.names.size === 0 || wish.names.has('*');
  if (all) for (const name of object.propertyNames) result[style.key(name)] = object.read(name) ?? null;
  for (const [name, inner] of wish.names) if (name !== '*') addMember(result, object, name, inner, style);
  if (object.isTracked) result['_ReferenceId'] = style.referenceOf(object);
  return result;
}

/** Names nobody knows are passed over: published add-ins load `NoPropertiesNeeded` on purpose, and Excel lets them. */
function addMember(
  result: Record<string, unknown>,
  object: WireObject,
  name: string,
  inner: Wish,
  style: QueryStyle,
): void {
  const kind = object.memberKind(name);
  if (kind === 'gap') throw notImplemented(object.className, name);
  if (kind === 'property') result[style.key(name)] = object.read(name) ?? null;
  if (kind !== 'link') return;
  const next = object.follow(name);
  result[style.key(name)] = next && answer(next, inner, style, {});
}
