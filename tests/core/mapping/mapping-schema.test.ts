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

const withRule = (when: object) => ({ ...demoPayout, rows: [{ when, is: 'skip' }] });
const withPrices = (...prices: object[]) => ({
  ...demoOrders,
  columns: [
    ...columnsOf(demoOrders),
    ...prices.map((price, at) => ({ header: `P${at}`, as: 'receivable', price: 'row', ...price })),
  ],
});
const words = (columns: string[], match: string[]) => ({ columns, values: [{ match, type: 'TAX' }] });
const orderCheck = { check: 'order', name: 'x', sum: 'items', equals: 'Net' };

test('a header may be claimed twice by columns that say which one they mean', () => {
  const twice = demoPayout.columns.flatMap((column) =>
    column.header === 'Fee' ? [1, 2].map((occurrence) => ({ ...column, occurrence })) : [column],
  );
  expect(faultsOf({ ...demoPayout, columns: twice })).toEqual([]);
  expect(faultsOf({ ...demoPayout, columns: twice, key: [{ from: 'Fee#2' }] })).toEqual([]);
  expect(faultsOf({ ...demoPayout, columns: twice, key: [{ from: 'Fee#3' }] }).join()).toContain('"Fee#3"');
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
  ['no net', withoutRole(demoPayout, 'net'), 'some column must be "net"'],
  [
    'two columns that say what the net is',
    withColumns({ header: 'X', as: 'net', otherwise: 'REFUND' }, { header: 'Y', as: 'net', rest: 'PRINCIPAL' }),
    'only one "otherwise" or "rest" says what a net is',
  ],
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
  [
    'a rule that names no column',
    { ...demoPayout, key: [{ from: 'Ordr' }] },
    '"Ordr", which the mapping does not have',
  ],
  [
    'a rule that reads a personal column',
    { ...demoPayout, rows: [{ when: { column: 'Buyer', blank: true }, is: 'skip' }] },
    'personal',
  ],
  ['two tests in one condition', withRule({ column: 'Net', blank: true, equals: '' }), 'rows.0.when'],
  ['a condition without test', withRule({ column: 'Net' }), 'rows.0.when'],
  ['a misspelt test', withRule({ column: 'Net', startWith: 'x' }), 'rows.0.when'],
  ['a broken pattern', withRule({ column: 'Net', matches: '(' }), 'rows.0.when'],
  ['a key pattern without group', { ...demoPayout, key: [{ from: 'Net', pattern: 'x' }] }, 'key.0'],
  ['a key pattern with two groups', { ...demoPayout, key: [{ from: 'Net', pattern: '(x)(y)' }] }, 'key.0'],
  ['a roll-up row in orders', { ...demoOrders, rows: [{ when: { all: [] }, is: 'groupTotal' }] }, 'groupTotal'],
  ['a charge in a payout', { ...demoPayout, rows: [{ when: { all: [] }, is: 'charge' }] }, 'charge'],
  ['a vocabulary nobody uses', { ...demoPayout, vocabularies: { kinds: words(['Net'], ['a']) } }, 'no column uses'],
  [
    'a vocabulary that is missing',
    withColumns({ header: 'X', as: 'component', type: { by: 'kinds' }, sign: 'as-is' }),
    'there is no vocabulary "kinds"',
  ],
  [
    'words for too few columns',
    { ...demoPayout, vocabularies: { kinds: words(['Net', 'Fee'], ['a']) } },
    'one word for each column',
  ],
  [
    'a sign by direction without one',
    withColumns({ header: 'X', as: 'component', type: 'TAX', sign: 'direction' }),
    'direction',
  ],
  ['a date format without year', { ...demoPayout, dates: { formats: ['D/M'] } }, '"D/M" is not a date format'],
  ['an order check in a payout', { ...demoPayout, checks: [orderCheck] }, 'only orders have a check "order"'],
  ['a footer in orders', { ...demoOrders, checks: [{ check: 'footerPair', figures: {} }] }, 'no check "footerPair"'],
  ['neither statuses nor stages', { ...demoOrders, statuses: [] }, 'how far an order is'],
  [
    'minor units of many currencies',
    { ...demoPayout, currency: { column: 'Buyer' }, numbers: { decimal: '.', minorUnits: true } },
    'one currency',
  ],
  [
    'columns that fill down in orders',
    { ...demoOrders, columns: demoOrders.columns.map((c) => ({ ...c, fillDown: true })) },
    'fillDown',
  ],
  ['a header claimed with and without occurrence', withColumns({ header: 'Fee', occurrence: 2, as: 'note' }), '"fee"'],
  ['a price of the whole order', withPrices({ sign: 'plus' }), 'a price is "per": "line"'],
  ['a price that is taken off', withPrices({ sign: 'minus', per: 'line' }), 'with the sign "plus"'],
  [
    'two prices',
    withPrices({ sign: 'plus', per: 'line' }, { sign: 'plus', per: 'line' }),
    'at most one column may be the price',
  ],
  [
    'stages of lines where values stand once',
    { ...demoOrders, stageOfLines: 'least', orderValues: 'merged' },
    'orderValues "repeat"',
  ],
  ['a currency that stands nowhere', { ...demoPayout, currency: { otherwise: 'TWD' } }, 'currency'],
  ['a pattern without a place', { ...demoPayout, currency: { pattern: '(x)' } }, 'currency'],
  ['a currency assumed and asked', { ...demoPayout, currency: { ask: [], otherwise: 'TWD' } }, 'currency'],
  ['a day of payout that is not asked', { ...demoPayout, paidOutFrom: { ask: false } }, 'paidOutFrom'],
  ['an unknown stage', { ...demoOrders, statuses: [{ exact: 'a', stage: 'lost' }] }, 'stage'],
])('%s is refused', (_, file, words) => {
  expect(faultsOf(file).join('\n')).toContain(words);
  expect(faultsOf(file)).not.toEqual([]);
});
