// Merging what a team changed with what a newer built-in mapping brings: nothing of the team's is ever lost.
import fc from '../fast-check.ts';
import { compareMappings, type Difference } from '../../core/mapping/compare-mappings.ts';
import { explainConflict } from '../../core/mapping/explain-difference.ts';
import { isSame } from '../../core/mapping/mapping-parts.ts';
import { type MergeConflict, mergeMappings } from '../../core/mapping/merge-mappings.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { changed, columnAdded, columnChanged, orderMapping, payoutMapping } from './library-mappings.ts';

type Edit = (mapping: Mapping) => Mapping;
const base: Mapping = payoutMapping;
const set =
  (change: object): Edit =>
  (mapping) =>
    changed(mapping, { ...change });
const on =
  (header: string, change: object | null): Edit =>
  (mapping) =>
    columnChanged(mapping, header, change && { ...change });
const both =
  (...edits: Edit[]): Edit =>
  (mapping) =>
    edits.reduce((result, edit) => edit(result), mapping);
const TAX = { header: '稅', as: 'component', type: 'TAX', sign: 'as-is' };
const taxed: Edit = (mapping) => columnAdded(mapping, TAX, 4);
const moved: Edit = (mapping) => changed(mapping, { columns: [...mapping.columns].reverse() });
const named = (...names: string[]) => on('單號', { synonyms: ['訂單', ...names] });
const signed = (sign: string) => on('手續費', { sign });
const role = (type: string) => on('手續費', { as: 'component', type, sign: 'negate' });
const words = (...values: object[]) => set({ vocabularies: { kinds: { columns: ['備註'], values } } });
const [SOLD, REST] = [
  { match: ['賣出'], type: 'PRINCIPAL' },
  { match: ['*'], type: 'SERVICE_FEE' },
];
const REFUND = { match: ['退款'], type: 'REFUND' };
const counted = (counts: string[], ...excluded: string[]) => set({ states: [{ column: '備註', counts, excluded }] });
const toNote = on('手續費', { as: 'note', type: undefined, sign: undefined });

describe('different changes are both taken', () => {
  test.each<[string, Edit, Edit, Edit]>([
    ['on two columns', signed('negate'), named('單子'), both(signed('negate'), named('單子'))],
    [
      'on two properties of a column',
      signed('negate'),
      on('手續費', { synonyms: ['費用'] }),
      on('手續費', { sign: 'negate', synonyms: ['費用'] }),
    ],
    ['words of a state', counted(['已付', '入帳']), counted(['已付'], '未付'), counted(['已付', '入帳'], '未付')],
    ['on the names of a column', named('甲'), named('乙'), named('甲', '乙')],
    [
      'a new role and a new name',
      toNote,
      on('手續費', { synonyms: ['費用'] }),
      both(toNote, on('手續費', { synonyms: ['費用'] })),
    ],
    [
      'a column more and one less',
      taxed,
      on('手續費', null),
      both(on('手續費', null), (mapping) => columnAdded(mapping, TAX, 3)),
    ],
    ['the order of columns and a column more', moved, taxed, (mapping) => columnAdded(moved(mapping), TAX, 3)],
    [
      'a word and a note',
      words(SOLD, REFUND, REST),
      set({ notes: ['invented', 'seen'] }),
      both(words(SOLD, REFUND, REST), set({ notes: ['invented', 'seen'] })),
    ],
    [
      'two words',
      words(SOLD, REFUND, REST),
      words({ match: ['稅'], type: 'TAX' }, SOLD, REST),
      words({ match: ['稅'], type: 'TAX' }, SOLD, REFUND, REST),
    ],
    ['the same change', signed('negate'), signed('negate'), signed('negate')],
    ['a name less and a name more', on('單號', { synonyms: [] }), named('乙'), on('單號', { synonyms: ['乙'] })],
  ])('%s', (_name, ours, theirs, expected) => {
    const { mapping, ...rest } = mergeMappings(base, ours(base), theirs(base));
    expect(rest).toEqual({ faults: [], conflicts: [] });
    const names = (one: Mapping | null) => one?.columns.map(({ header, synonyms }) => [header, new Set(synonyms)]);
    expect(compareMappings(expected(base), mapping as Mapping).filter(({ kind }) => kind !== 'moved')).toEqual([]);
    expect(names(mapping)).toEqual(names(expected(base)));
  });
});

describe('where both changed the same, ours stays and the conflict is listed', () => {
  test.each<[string, Edit, Edit, Partial<MergeConflict>[]]>([
    [
      'a kind of money',
      role('TAX'),
      role('AD_FEE'),
      [{ column: '手續費', property: 'type', base: 'COMMISSION', ours: 'TAX', theirs: 'AD_FEE' }],
    ],
    [
      'two roles',
      toNote,
      on('手續費', { as: 'personal', type: undefined, sign: undefined }),
      [{ column: '手續費', property: 'as', ours: { as: 'note' }, theirs: { as: 'personal' } }],
    ],
    ['a column they dropped', signed('negate'), on('手續費', null), [{ column: '手續費', property: '', theirs: null }]],
    ['a column we dropped', on('手續費', null), signed('negate'), [{ column: '手續費', property: '', ours: null }]],
    [
      'what a word means',
      words({ ...SOLD, type: 'TAX' }, REST),
      words({ ...SOLD, type: 'REFUND' }, REST),
      [{ column: null, property: 'vocabularies.kinds.values', ours: { ...SOLD, type: 'TAX' } }],
    ],
    [
      'words with an open end, whose order counts',
      words(SOLD, { match: ['退*'], type: 'REFUND' }, REST),
      words(SOLD, REFUND, REST),
      [{ property: 'vocabularies.kinds.values', ours: [SOLD, { match: ['退*'], type: 'REFUND' }, REST] }],
    ],
    [
      'a currency',
      set({ currency: 'USD' }),
      set({ currency: 'EUR' }),
      [{ column: null, property: 'currency', base: 'TWD', ours: 'USD', theirs: 'EUR' }],
    ],
    [
      'rules of rows, which are one whole',
      set({ rows: [{ when: { column: '單號', blank: true }, is: 'skip' }] }),
      set({ rows: [] }),
      [{ property: 'rows', base: null, theirs: [] }],
    ],
  ])('%s', (_name, ours, theirs, conflicts) => {
    const merged = mergeMappings(base, ours(base), theirs(base));
    expect(merged.conflicts).toMatchObject(conflicts);
    expect(merged.conflicts).toHaveLength(conflicts.length);
    const mine = compareMappings(base, ours(base)).filter(({ kind }) => kind !== 'moved');
    expect(compareMappings(base, merged.mapping as Mapping)).toEqual(expect.arrayContaining(mine));
  });
});

test('two good mappings that make none together give none, and the reason', () => {
  const merged = mergeMappings(base, on('備註', { synonyms: ['x'] })(base), on('日期', { synonyms: ['X'] })(base));
  expect(merged).toEqual({
    mapping: null,
    faults: [expect.objectContaining({ en: 'two columns claim the header "x"' })],
    conflicts: [],
  });
});

test('statuses merge by word', () => {
  const add = (word: object) => changed(orderMapping, { statuses: [word, ...orderMapping.statuses] });
  const merged = mergeMappings(
    orderMapping,
    add({ exact: '已付', stage: 'unshipped' }),
    add({ exact: '出貨', stage: 'shipped' }),
  );
  expect(merged.mapping).toMatchObject({
    statuses: [{ exact: '出貨' }, { exact: '已付' }, { exact: '完成' }, { startsWith: '取消' }],
  });
});

test('a conflict is said in three languages, with both sides and what was kept', () => {
  const { conflicts } = mergeMappings(base, set({ currency: 'USD' })(base), set({ currency: 'EUR' })(base));
  const sentence = conflicts.map((conflict) => explainConflict(conflict, 'built-in'))[0];
  expect(sentence?.['zh-TW']).toBe('幣別兩邊都改了：保留我們的「USD」，內建的新版為「EUR」。請確認後再發布。');
  expect(sentence?.en).toContain('"USD", was kept; the new built-in version has "EUR"');
  expect(new Set(Object.values(sentence ?? {})).size).toBe(3);
});

// Whatever the two sides do.
const text = fc.constantFrom('甲', '乙', '丙');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom<Edit>(taxed, moved, toNote, on('手續費', null), on('單號', { synonyms: undefined })),
  fc.constantFrom('as-is', 'negate').map(signed),
  fc.constantFrom('TAX', 'AD_FEE').map((type) => both(on('手續費', { synonyms: ['費用'] }), role(type))),
  text.map((name) => named(name)),
  text.map((name) => both(named(name), on('手續費', { fillDown: true }))),
  fc.constantFrom('USD', 'EUR').map((currency) => set({ currency })),
  fc.subarray(['invented', '甲', '乙']).map((notes) => set({ notes })),
  fc
    .shuffledSubarray([SOLD, REFUND, REST, { match: ['稅'], type: 'TAX' }], { minLength: 1 })
    .map((some) => words(...some)),
  fc.integer({ min: 1, max: 3 }).map((searchRows) => set({ header: { ...base.header, searchRows } })),
  fc
    .constantFrom(['YYYY-M-D'], ['D/M/YYYY', 'YYYY-M-D'], undefined)
    .map((formats) => set({ dates: formats && { formats } })),
);
/** An edit that would leave no mapping, as a sign of a note, is not made. */
const where =
  (one: Edit): Edit =>
  (mapping) => {
    try {
      return one(mapping);
    } catch {
      return mapping;
    }
  };
const side = fc.array(edit.map(where), { maxLength: 4 }).map((edits) => both(...edits)(base));
const key = ({ column, property }: Pick<Difference, 'column' | 'property'>) => `${column ?? ''}/${property}`;

describe('whatever two sides change', () => {
  test('merging with itself, or with one side unchanged, gives the changed side', () => {
    fc.assert(
      fc.property(side, (some) => {
        expect(mergeMappings(base, some, some)).toEqual({ mapping: some, faults: [], conflicts: [] });
        expect(mergeMappings(base, some, base)).toEqual({ mapping: some, faults: [], conflicts: [] });
        expect(mergeMappings(base, base, some)).toEqual({ mapping: some, faults: [], conflicts: [] });
        expect(mergeMappings(some, some, some)).toEqual({ mapping: some, faults: [], conflicts: [] });
      }),
    );
  });

  test('each of our changes is in the merged mapping', () => {
    fc.assert(
      fc.property(side, side, (ours, theirs) => {
        const { mapping } = mergeMappings(base, ours, theirs);
        fc.pre(mapping !== null);
        const undone = compareMappings(mapping, ours).map(key);
        const mine = compareMappings(base, ours).filter(({ kind }) => kind !== 'moved');
        // What still differs from ours is theirs: never one of our own changes, unless both are items of one list.
        const all = compareMappings(base, mapping);
        for (const change of mine) {
          const isThere = all.some((one) => isSame({ ...one }, { ...change }));
          expect([key(change), isThere || !undone.includes(key(change))]).toEqual([key(change), true]);
        }
      }),
    );
  });

  test('each of their changes is in the merged mapping or in a conflict', () => {
    fc.assert(
      fc.property(side, side, (ours, theirs) => {
        const { mapping, conflicts } = mergeMappings(base, ours, theirs);
        fc.pre(mapping !== null);
        const all = compareMappings(base, mapping);
        for (const change of compareMappings(base, theirs).filter(({ kind }) => kind !== 'moved')) {
          const isThere = all.some((one) => isSame({ ...one }, { ...change }));
          const isListed = conflicts.some(
            ({ column, property }) =>
              column === change.column && (property === '' || property === 'as' || property === change.property),
          );
          const isOurs = compareMappings(theirs, mapping).every((one) => key(one) !== key(change));
          expect([key(change), isThere || isListed || isOurs]).toEqual([key(change), true]);
        }
      }),
    );
  });
});
