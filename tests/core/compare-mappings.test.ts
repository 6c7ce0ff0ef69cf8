// What changed between two versions of a mapping, as data and as sentences.
import { compareMappings } from '../../core/mapping/compare-mappings.ts';
import { explainDifference } from '../../core/mapping/explain-difference.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { changed, columnAdded, columnChanged, orderMapping, payoutMapping } from './library-mappings.ts';

const said = (from: Mapping, to: Mapping) => compareMappings(from, to).map((one) => explainDifference(one)['zh-TW']);
const kinds = (values: object[]) => changed(payoutMapping, { vocabularies: { kinds: { columns: ['備註'], values } } });
const SOLD = { match: ['賣出'], type: 'PRINCIPAL' };
const REST = { match: ['*'], type: 'SERVICE_FEE' };

describe('what changed is said', () => {
  const base = payoutMapping;
  test.each<[string, Mapping, Mapping, string[]]>([
    ['nothing', base, base, []],
    ['the version alone is no change', base, changed(base, { version: 7 }), []],
    [
      'a sign',
      base,
      columnChanged(base, '手續費', { sign: 'negate' }),
      ['「手續費」欄的正負號：由「as-is」改為「negate」。'],
    ],
    [
      'a further name',
      base,
      columnChanged(base, '單號', { synonyms: ['訂單', '單子'] }),
      ['「單號」欄的別名：加上「單子」。'],
    ],
    [
      'the first name',
      base,
      columnChanged(base, '金額', { synonyms: ['實收'] }),
      ['「金額」欄的別名：加上「["實收"]」。'],
    ],
    [
      'a role, with what belongs to it',
      base,
      columnChanged(base, '備註', { as: 'component', type: 'TAX', sign: 'as-is' }),
      [
        '「備註」欄的用途：由「note」改為「component」。',
        '「備註」欄的款項類別：加上「TAX」。',
        '「備註」欄的正負號：加上「as-is」。',
      ],
    ],
    [
      'a column more',
      base,
      columnAdded(base, { header: '稅', as: 'note' }),
      ['「稅」欄：加上「{"header":"稅","as":"note"}」。'],
    ],
    [
      'a column less',
      base,
      columnChanged(base, '手續費', null),
      ['「手續費」欄：刪去「{"header":"手續費","as":"component","type":"COMMISSION","sign":"as-is"}」。'],
    ],
    ['the order of columns', base, changed(base, { columns: [...base.columns].reverse() }), ['欄位的順序：順序改變。']],
    [
      'a word that says whether a row counts',
      changed(base, { states: [{ column: '備註', counts: ['已付'], excluded: [] }] }),
      changed(base, { states: [{ column: '備註', counts: ['已付'], excluded: ['未付'] }] }),
      ['說明一列是否計入的文字：加上「未付」。'],
    ],
    [
      'a word of a vocabulary',
      base,
      kinds([{ ...SOLD, type: 'REFUND' }, REST]),
      ['詞彙表 kinds：由「{"match":["賣出"],"type":"PRINCIPAL"}」改為「{"match":["賣出"],"type":"REFUND"}」。'],
    ],
    ['the order of words', base, kinds([REST, SOLD]), ['詞彙表 kinds：順序改變。']],
    [
      'a status',
      orderMapping,
      changed(orderMapping, { statuses: [...orderMapping.statuses, { exact: '出貨', stage: 'shipped' }] }),
      ['訂單狀態：加上「{"exact":"出貨","stage":"shipped"}」。'],
    ],
    [
      'a header to search',
      base,
      changed(base, { header: { ...base.header, searchRows: 50 } }),
      ['尋找表頭的列數：由「30」改為「50」。'],
    ],
    ['a currency', base, changed(base, { currency: 'USD' }), ['幣別：由「TWD」改為「USD」。']],
  ])('%s', (_name, from, to, sentences) => {
    expect(said(from, to)).toEqual(sentences);
  });
});

test('of several columns of one name each is told apart', () => {
  const twice = (sign: string) =>
    [1, 2].reduce(
      (mapping, occurrence) =>
        columnAdded(mapping, {
          header: '費',
          occurrence,
          as: 'component',
          type: 'TAX',
          sign: occurrence === 2 ? sign : 'as-is',
        }),
      payoutMapping as Mapping,
    );
  expect(compareMappings(twice('as-is'), twice('negate'))).toEqual([
    { kind: 'changed', column: '費#2', property: 'sign', from: 'as-is', to: 'negate' },
  ]);
});

test('a property taken away has no new value', () => {
  const [gone] = compareMappings(payoutMapping, columnChanged(payoutMapping, '單號', { synonyms: undefined }));
  expect(gone).toEqual({ kind: 'removed', column: '單號', property: 'synonyms', from: ['訂單'], to: null });
});

test('every sentence is there in three languages', () => {
  const other = columnChanged(changed(payoutMapping, { currency: 'USD', notes: [] }), '手續費', { sign: 'negate' });
  const sentences = compareMappings(payoutMapping, other).map(explainDifference);
  expect(sentences.map(({ en }) => en)).toEqual([
    'Notes: "invented" was taken away.',
    'Currency: "TWD" became "USD".',
    'Column "手續費", sign: "as-is" became "negate".',
  ]);
  for (const sentence of sentences) expect(new Set(Object.values(sentence)).size).toBe(3);
});

test('a long value is cut, so that the sentence stays one', () => {
  const [note] = compareMappings(payoutMapping, changed(payoutMapping, { notes: ['invented', 'x'.repeat(500)] }));
  expect(note && explainDifference(note).en.length).toBeLessThan(120);
});
