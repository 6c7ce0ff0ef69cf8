// No member of our host may carry a name Microsoft's library does not know, and each gap must be named.
import { allClasses } from '../../../workbench/host/members/all-classes.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';

interface LibraryLists {
  readonly _className: string;
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** Hidden fields of the wire that client code never sees. */
const WIRE_FIELDS = new Set(['_ReferenceId', '_Id']);

const { Excel } = openExcel();
const library = new Map<string, LibraryLists & Record<string, unknown>>();
for (const item of Object.values<unknown>(Excel)) {
  const prototype: unknown = typeof item === 'function' ? item.prototype : undefined;
  if (typeof prototype === 'object' && prototype !== null && '_className' in prototype)
    library.set(String(prototype._className), prototype as LibraryLists & Record<string, unknown>);
}

const lists = (name: string): LibraryLists & Record<string, unknown> => {
  const found = library.get(name);
  if (!found) throw new Error(`Microsoft's library has no class ${name}`);
  return found;
};
const scalars = (name: string) => (lists(name)._scalarPropertyNames ?? []).filter((each) => !WIRE_FIELDS.has(each));
const links = (name: string) => lists(name)._navigationPropertyNames ?? [];
const writable = (name: string) =>
  (lists(name)._scalarPropertyNames ?? []).filter((_, index) => lists(name)._scalarPropertyUpdateable?.[index]);

describe.each(allClasses.map((each) => [each.name, each] as const))('%s', (name, ours) => {
  test('has only properties, and only links, that the library has, and names every one it lacks', () => {
    const known = [...Object.keys(ours.properties), ...Object.keys(ours.links), ...(ours.gaps ?? [])];
    expect(known.toSorted()).toEqual([...scalars(name), ...links(name)].toSorted());
  });

  test('keeps properties and links apart as the library does', () => {
    expect(scalars(name)).toEqual(expect.arrayContaining(Object.keys(ours.properties)));
    // Freeze panes and the like are links without scalars; a list of links exists only where there are any.
    expect(links(name)).toEqual(expect.arrayContaining(Object.keys(ours.links)));
  });

  test('has only methods that the library has', () => {
    const prototype = lists(name);
    const missing = Object.keys(ours.methods).filter((method) => typeof prototype[method] !== 'function');
    expect(missing).toEqual([]);
  });

  test('lets only those properties be written that the library lets be written', () => {
    const settable = Object.entries(ours.properties as Record<string, object>)
      .filter(([, property]) => 'set' in property)
      .map(([property]) => property);
    expect(writable(name)).toEqual(expect.arrayContaining(settable));
  });
});

test('the list of classes names no class twice', () => {
  const names = allClasses.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});
