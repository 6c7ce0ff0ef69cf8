// Whose files a mapping would take as well, before it is published: each row is a mapping beside the demo payout.
import { findClaims } from '../../../core/mapping/find-claims.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { demoOrders, demoPayout } from './sheets.ts';

const own = (part: object): Mapping => ({ ...demoPayout, id: 'own.payout', ...part });
const { columns, header } = demoPayout;
const points = { header: 'Loyalty points', as: 'note' };
const optionalOnly = columns.filter((column) => column.required);
const signature = (...names: string[]) => ({ header: { ...header, signature: names } });
const howOf = (mapping: Mapping, beside: Mapping) => findClaims(mapping, [beside], null).map(({ how }) => how);

test.each<[string, Mapping, readonly string[]]>([
  ['a report of other columns', demoOrders, []],
  ['the mapping itself', demoPayout, []],
  ['a copy', own({}), ['tie']],
  ['a copy known by other names', own(signature('Goods', 'Paid out')), ['tie']],
  ['one that reads a column more', own({ columns: [...columns, points] }), ['chosen']],
  ['one that reads only what must be there', own({ columns: optionalOnly }), ['chosen']],
  [
    'one that needs less',
    own({ columns: columns.map((column) => (column.header === 'Goods' ? { ...column, required: false } : column)) }),
    ['tie'],
  ],
  [
    'one that needs less and does not know all of it',
    own({ columns: columns.filter(({ header: name }) => name !== 'Goods') }),
    ['contained'],
  ],
  [
    'one that needs a column of its own, and whose own files the other cannot read',
    own({ columns: [...columns.filter(({ header: name }) => name !== 'Goods'), { ...points, required: true }] }),
    [],
  ],
])('%s: %j', (_, mapping, how) => {
  expect(howOf(mapping, demoPayout)).toEqual(how);
});

test('the name of a sheet tells two mappings apart only where both name one', () => {
  const named = (...sheets: string[]) => ({ header: { ...header, sheets } });
  expect(howOf(own(named('Income')), demoPayout)).toEqual(['tie']);
  expect(howOf(own(named('Income')), { ...demoPayout, ...named('Adjustment') })).toEqual(['chosen']);
});

test('what the version before claimed already is no news', () => {
  const copy = own({});
  expect(findClaims(copy, [demoPayout], copy)).toEqual([]);
  expect(findClaims(copy, [demoPayout], null)).toEqual([{ id: 'demo.payout', title: demoPayout.title, how: 'tie' }]);
});

test('no mapping that comes with the product claims the files of another one', () => {
  const claims = builtInMappings.flatMap((mapping) =>
    findClaims(mapping, builtInMappings, null).map(({ id, how }) => `${mapping.id} ${how} ${id}`),
  );
  expect(claims).toEqual([]);
});
