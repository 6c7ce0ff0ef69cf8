// Collections of keys with values are all alike: workbook settings, custom properties of sheets and of the document.
import type { WireClass, WireObject } from '../wire-object.ts';
import { found, wireObject } from '../wire-object.ts';

interface Entry<T> {
  readonly owner: T;
  readonly key: string;
}

interface EntriesDescription<T> {
  readonly collection: string;
  readonly item: string;
  readonly id: 'Id' | '_Id';
  readonly entries: (owner: T) => Map<string, unknown>;
  readonly checkValue: (value: unknown) => unknown;
  readonly changed: (owner: T) => void;
  /** Further properties of an entry. */
  readonly extra?: (value: unknown) => Readonly<Record<string, unknown>>;
  readonly extraNames?: readonly string[];
}

/** Keys are found whatever their capitals, as Excel finds them. */
function keyIn(entries: Map<string, unknown>, key: string): string | undefined {
  return [...entries.keys()].find((each) => each.toLowerCase() === key.toLowerCase());
}

export function entriesClass<T extends object>(
  about: EntriesDescription<T>,
): { readonly collection: WireClass<T>; readonly item: WireClass<Entry<T>> } {
  const value = ({ owner, key }: Entry<T>) => found(about.entries(owner).get(key));
  const put = (owner: T, key: string, next: unknown) => {
    about.entries(owner).set(keyIn(about.entries(owner), key) ?? key, about.checkValue(next));
    about.changed(owner);
  };
  const item = entryClass(about, value, put);
  const wired = (owner: T, key: string): WireObject | null => {
    const known = keyIn(about.entries(owner), key);
    return known === undefined ? null : wireObject(item, { owner, key: known });
  };
  const collection: WireClass<T> = {
    name: about.collection,
    properties: {},
    links: {},
    methods: {
      add: (owner, args) => {
        put(owner, args.text(0), args.raw(1));
        return wired(owner, args.text(0));
      },
      getCount: (owner) => about.entries(owner).size,
      getItem: (owner, args) => found(wired(owner, args.text(0))),
      getItemOrNullObject: (owner, args) => wired(owner, args.text(0)),
      ...(about.collection === 'CustomPropertyCollection'
        ? { deleteAll: (owner: T) => about.entries(owner).clear() }
        : {}),
    },
    items: (owner) => [...about.entries(owner).keys()].map((key) => wireObject(item, { owner, key })),
    item: wired,
  };
  return { collection, item };
}

function entryClass<T extends object>(
  about: EntriesDescription<T>,
  value: (entry: Entry<T>) => unknown,
  put: (owner: T, key: string, next: unknown) => void,
): WireClass<Entry<T>> {
  const extras = (about.extraNames ?? []).map((name) => [
    name,
    { get: (entry: Entry<T>) => about.extra?.(value(entry))[name] },
  ]);
  return {
    name: about.item,
    properties: {
      key: { get: ({ key }) => key },
      value: { get: value, set: ({ owner, key }, next) => put(owner, key, next) },
      ...(Object.fromEntries(extras) as WireClass<Entry<T>>['properties']),
    },
    links: {},
    methods: {
      delete: ({ owner, key }) => {
        about.entries(owner).delete(key);
        about.changed(owner);
      },
    },
    id: { field: about.id, of: ({ key }) => key },
  };
}
