// Words and their meanings: shown in groups, changed one by one, and added where a sheet holds new ones.
import { aboutOf, type Meaning, withMeaning, withNewWords, wordGroups } from '../../../addin/mapping/word-meanings.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../../core/mapping/mapping.ts';
import type { UnknownValue } from '../../../core/problem.ts';
import { builtInMappings } from '../../../mappings/index.ts';

function find<Kind extends Mapping['kind']>(kind: Kind, id: string) {
  const mapping = builtInMappings.find((one) => one.id === id);
  if (mapping?.kind !== kind) throw new Error(`${id} is no ${kind} mapping`);
  return mapping as Kind extends 'orders' ? OrderMapping : PayoutMapping;
}

const orders = find('orders', 'shopee-tw.orders');
const stripe = find('payout', 'stripe.itemised');
const [kinds = ''] = Object.keys(stripe.vocabularies ?? {});
const directed: PayoutMapping = { ...stripe, direction: { column: 'x', in: ['收入'], out: ['支出'] } };

const unknown = (words: string, ...values: string[]): UnknownValue => {
  return { words, columns: values.map((_, at) => `c${at}`), values, count: 1, firstRow: 2 };
};

test('statuses, kinds and directions are each a group with the columns they stand in', () => {
  expect(wordGroups(orders).map(({ about, words }) => [about, words])).toEqual([
    ['stage', 'statuses'],
    ['refund', 'refundedStatuses'],
  ]);
  expect(wordGroups(directed).map(({ about, words }) => [about, words])).toEqual([
    ['type', kinds],
    ['direction', 'direction'],
  ]);
});

test('a status that leaves its end open is shown so', () => {
  const open = { ...orders, statuses: [{ startsWith: '已送達', stage: 'completed' as const }] };
  expect(wordGroups(open)[0]?.entries).toEqual([{ text: '已送達…', meaning: 'completed' }]);
});

test.each<[string, Mapping, number, Meaning]>([
  ['a status', orders, 0, 'cancelled'],
  ['a kind of money', directed, 0, 'TAX'],
  ['a kind of money that is none', directed, 0, 'ignore'],
])('the meaning of %s is changed, and of no other', (_, mapping, at, meaning) => {
  const [group] = wordGroups(mapping);
  if (!group) throw new Error('There are no words');
  const [changed] = wordGroups(withMeaning(mapping, group, at, meaning));
  expect(changed?.entries.map((entry) => entry.meaning)).toEqual(
    group.entries.map((entry, index) => (index === at ? meaning : entry.meaning)),
  );
});

test('a direction changes sides', () => {
  const [, group] = wordGroups(directed);
  if (!group) throw new Error('There is no direction');
  expect(withMeaning(directed, group, 0, 'out')).toMatchObject({ direction: { in: [], out: ['支出', '收入'] } });
});

test.each<[string, Mapping, UnknownValue, Meaning, object]>([
  ['a status', orders, unknown('statuses', '飛走了'), 'cancelled', { exact: '飛走了', stage: 'cancelled' }],
  ['a kind', directed, unknown(kinds, 'levy'), 'TAX', { match: ['levy'], type: 'TAX' }],
  ['a direction', directed, unknown('direction', '轉入'), 'in', { in: ['收入', '轉入'] }],
  [
    'a stage of several columns',
    orders,
    unknown('stages', 'paid', ''),
    'shipped',
    {
      when: {
        all: [
          { column: 'c0', equals: 'paid' },
          { column: 'c1', blank: true },
        ],
      },
      stage: 'shipped',
    },
  ],
])('%s that nobody knew is added', (_, mapping, value, meaning, added) => {
  const changed = withNewWords(mapping, [{ unknown: value, meaning }]);
  const places =
    changed.kind === 'orders'
      ? [...changed.statuses, ...(changed.stages ?? [])]
      : [...(changed.vocabularies?.[kinds]?.values ?? []), changed.direction];
  expect(places).toContainEqual(expect.objectContaining(added));
});

const stated: PayoutMapping = { ...stripe, states: [{ column: 'Status', counts: ['paid'], excluded: ['failed'] }] };
const groupOfState = (mapping: Mapping) => wordGroups(mapping).find(({ about }) => about === 'state');

test('words that say whether a row counts are a group; each may be given the other meaning', () => {
  const group = groupOfState(stated);
  expect(group).toMatchObject({
    words: 'states.Status',
    columns: ['Status'],
    entries: [
      { text: 'paid', meaning: 'counts' },
      { text: 'failed', meaning: 'aside' },
    ],
  });
  const changed = group && withMeaning(stated, group, 1, 'counts');
  expect(changed?.states).toEqual([{ column: 'Status', counts: ['paid', 'failed'], excluded: [] }]);
});

test.each<[Meaning, object]>([
  ['counts', { counts: ['paid', 'on hold'], excluded: ['failed'] }],
  ['aside', { counts: ['paid'], excluded: ['failed', 'on hold'] }],
])('a new word of a state that is said to be %s is one of those', (meaning, words) => {
  const changed = withNewWords(stated, [{ unknown: unknown('states.Status', 'on hold'), meaning }]);
  expect(changed.states).toEqual([{ column: 'Status', ...words }]);
});

test.each([
  ['states.Status', 'state'],
  ['statuses', 'stage'],
  ['stages', 'stage'],
  ['direction', 'direction'],
  ['kinds', 'type'],
])('a new word of %s is asked for its %s', (words, about) => {
  expect(aboutOf(unknown(words, 'x'))).toBe(about);
});

test('an answer that fits another question changes nothing', () => {
  expect(withNewWords(orders, [{ unknown: unknown('statuses', 'x'), meaning: 'TAX' }])).toEqual(orders);
});
