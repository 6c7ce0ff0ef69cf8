// What a mapping file must be before it is followed: each row of the table is a fault, and the words that name it.
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { demoMappings, demoOrders, demoPayout } from './sheets.ts';

const faultsOf = (file: unknown) => {
  const result = mappingSchema.safeParse(file);
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

const columnsOf = (mapping: Mapping) => mapping.columns as readonly object[];

/** The demo payout with other columns. */
const withColumns = (...columns: object[]) => ({ ...demoPayout, columns: [...columnsOf(demoPayout), ...columns] });
const withoutRole = (mapping: Mapping, role: string) => ({
  ...mapping,
  columns: mapping.columns.filter((column) => column.as !== role),
});

test.each(demoMappings.map((mapping) => [mapping.id, mapping] as const))(
  '%s is let through unchanged',
  (_, mapping) => {
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  },
);

test.each<[string, unknown, string]>([
  ['something else', 'a text', ''],
  ['an unknown kind', { ...demoPayout, kind: 'stock' }, 'kind'],
  ['a misspelt property', { ...demoPayout, currencies: 'TWD' }, 'currencies'],
  ['a misspelt property of a column', withColumns({ header: 'X', as: 'note', synonym: [] }), 'synonym'],
  ['an id without report', { ...demoPayout, id: 'demo' }, 'platform.report'],
  ['a currency in words', { ...demoPayout, currency: 'dollar' }, 'ISO 4217'],
  ['a title in one language only', { ...demoPayout, title: { en: 'Demo' } }, 'title'],
  ['an unknown role', withColumns({ header: 'X', as: 'colour' }), 'columns.8.as'],
  ['an unknown component type', withColumns({ header: 'X', as: 'component', type: 'LUCK', sign: 'as-is' }), 'type'],
  ['a component without sign', withColumns({ header: 'X', as: 'component', type: 'TAX' }), 'sign'],
  ['a signature of one header', { ...demoPayout, header: { searchRows: 30, signature: ['Net'] } }, 'signature'],
  [
    'a signature of an optional column',
    { ...demoPayout, header: { searchRows: 30, signature: ['Fee', 'Net'] } },
    '"Fee"',
  ],
  [
    'a signature of an unknown column',
    { ...demoPayout, header: { searchRows: 30, signature: ['Nett', 'Net'] } },
    '"Nett"',
  ],
  ['no net', withoutRole(demoPayout, 'net'), 'exactly one column must be "net"'],
  ['two nets', withColumns({ header: 'X', as: 'net' }), 'exactly one column must be "net"'],
  ['two references', withColumns({ header: 'X', as: 'reference' }), 'at most one column may be "reference"'],
  ['no component', withoutRole(demoPayout, 'component'), 'some column must be "component"'],
  ['no receivable', withoutRole(demoOrders, 'receivable'), 'some column must be "receivable"'],
  [
    'two statuses',
    { ...demoOrders, columns: [...columnsOf(demoOrders), { header: 'X', as: 'status' }] },
    'exactly one column must be "status"',
  ],
  [
    'a net that is optional',
    { ...demoPayout, columns: demoPayout.columns.map((c) => ({ ...c, required: false })) },
    '"net" must be required',
  ],
  ['a header that two columns claim', withColumns({ header: ' given BACK', as: 'note' }), '"givenback"'],
  [
    'a status word both exact and a beginning',
    { ...demoOrders, statuses: [{ exact: 'a', startsWith: 'a', stage: 'shipped' }] },
    'exact or startsWith',
  ],
  [
    'a status word neither exact nor a beginning',
    { ...demoOrders, statuses: [{ stage: 'shipped' }] },
    'exact or startsWith',
  ],
  ['an unknown stage', { ...demoOrders, statuses: [{ exact: 'a', stage: 'lost' }] }, 'stage'],
])('%s is refused', (_, file, words) => {
  expect(faultsOf(file).join('\n')).toContain(words);
  expect(faultsOf(file)).not.toEqual([]);
});
