// A person's changes to a mapping: what follows from each, and that a sound mapping stays one.
import { roleOf, type ColumnRole } from '../../../addin/mapping/column-roles.ts';
import { withEveryColumn, withRole, withSynonym } from '../../../addin/mapping/change-mapping.ts';
import { withKind } from '../../../addin/mapping/change-kind.ts';
import { freeId } from '../../../addin/mapping/free-id.ts';
import { sheetColumns, wordsOf } from '../../../addin/mapping/sheet-columns.ts';
import { type Draft, draftFromMapping, draftFromValues, draftWithHeader } from '../../../addin/mapping/start-draft.ts';
import { tryMapping } from '../../../addin/mapping/try-mapping.ts';
import { inferMapping } from '../../../core/mapping/infer-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { faultsOf } from '../../../core/mapping/mapping-faults.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';

const table = (...rows: Cell[][]): SheetTable => ({ file: 'May.xlsx', sheet: 'x', firstRow: 1, firstColumn: 1, rows });

const HEADER = ['訂單編號', '日期', '類型', '方向', '商品金額', '手續費', '淨額', '餘額'];
const payout = table(
  HEADER,
  ...Array.from({ length: 12 }, (_, at): Cell[] => {
    const [goods, fee] = [100 + at * 7, 5 + ((at * 3) % 8)];
    return [
      `A24051${100 + at}`,
      `2024-05-${10 + at}`,
      at % 2 ? '退款' : '銷售',
      at % 2 ? '出帳' : '入帳',
      goods,
      fee,
      goods - fee,
      1000 + at,
    ];
  }),
);

const draft = (): Draft => draftFromValues(payout, {});
const placeOf = ({ mapping }: Draft, header: string) => mapping.columns.findIndex((column) => column.header === header);
const give = (from: Draft, header: string, role: ColumnRole, words: readonly string[] = []): Mapping =>
  withRole(from.mapping, placeOf(from, header), role, words);
const rolesIn = (mapping: Mapping) =>
  Object.fromEntries(mapping.columns.map(({ header }, at) => [header, roleOf(mapping, at)]));

test('the draft of a sheet is sound, and its sum is tried on every row', () => {
  const trial = tryMapping(payout, draft().mapping, []);
  expect(trial.outcome === 'read' && trial.identity).toMatchObject({
    nets: [{ column: '淨額' }],
    rows: 12,
    holdsOn: 12,
  });
});

test.each<[string, ColumnRole, string, ColumnRole]>([
  ['餘額', 'net', '淨額', 'note'],
  ['類型', 'orderNumber', '訂單編號', 'note'],
])('a role that only one column may have moves: %s becomes %s, %s %s', (header, role, before, left) => {
  const roles = rolesIn(give(draft(), header, role));
  expect([roles[header], roles[before]]).toEqual([role, left]);
});

test('a column of kinds brings a vocabulary of its words, and takes it along when it goes', () => {
  const start = draft();
  const withKinds = give(start, '類型', 'kind', ['銷售', '退款']);
  expect(rolesIn(withKinds)['類型']).toBe('kind');
  expect(withKinds.vocabularies).toEqual({
    kinds: { columns: ['類型'], values: [expect.anything(), { match: ['退款'], type: 'REFUND' }] },
  });
  expect(faultsOf(withKinds)).toEqual([]);
  const without = withRole(withKinds, placeOf(start, '類型'), 'note', []);
  expect(without.vocabularies).toBeUndefined();
  expect(faultsOf(without)).toEqual([]);
});

test('a direction signs the net, and leaves its sign as printed when it goes', () => {
  const start = draft();
  const directed = give(start, '方向', 'direction', ['入帳', '出帳']);
  expect(directed).toMatchObject({ direction: { column: '方向', in: ['入帳'], out: ['出帳'] } });
  expect(directed.columns.find(({ as }) => as === 'net')).toMatchObject({ sign: 'direction' });
  const undirected = withRole(directed, placeOf(start, '方向'), 'note', []);
  expect(undirected.columns.find(({ as }) => as === 'net')).toMatchObject({ sign: 'as-is' });
  expect(faultsOf(undirected)).toEqual([]);
});

test('a balance becomes a check of the file', () => {
  const checks = give(draft(), '餘額', 'balance').checks ?? [];
  expect(checks.filter(({ check }) => check === 'runningBalance')).toHaveLength(1);
});

test('without a net column the net is the sum of the amounts', () => {
  expect(give(draft(), '淨額', 'note')).toMatchObject({ net: 'sum' });
});

test('the signature follows the columns that must be there', () => {
  const start = draft();
  const changed = give(start, '訂單編號', 'note');
  expect(start.mapping.header.signature).toContain('訂單編號');
  expect(changed.header.signature).not.toContain('訂單編號');
});

test('payout and orders turn into each other and stay sound as far as they can', () => {
  const orders = withKind(draft().mapping, 'orders');
  expect(orders.kind).toBe('orders');
  expect(faultsOf(orders)).toEqual([]);
  const back = withKind(orders, 'payout');
  expect(rolesIn(back)).toMatchObject({ 訂單編號: 'orderNumber', 淨額: 'component' });
  expect(withKind(draft().mapping, 'wallet').kind).toBe('wallet');
});

describe('headers that stand twice', () => {
  const doubled = table(['訂單', '金額', '金額'], ['A240501', 1, 2], ['A240502', 3, 4]);

  test('each column of the sheet has one of its own', () => {
    const mapping = { ...draft().mapping, columns: [{ header: '金額', as: 'note' }] } as Mapping;
    const all = withEveryColumn(mapping, sheetColumns({ table: doubled, headerIndex: 0 }, mapping));
    expect(all.columns).toEqual([
      { header: '金額', as: 'note', occurrence: 1 },
      { header: '訂單', as: 'note' },
      { header: '金額', as: 'note', occurrence: 2 },
    ]);
    const places = sheetColumns({ table: doubled, headerIndex: 0 }, all).map(({ place, occurrence }) => [
      place,
      occurrence,
    ]);
    expect(places).toEqual([
      [1, null],
      [0, 1],
      [2, 2],
    ]);
  });
});

test('samples are the first different values; words are given only where they are few', () => {
  const place = { table: payout, headerIndex: 0 };
  const { mapping } = draft();
  expect(sheetColumns(place, mapping)[2]?.samples).toEqual(['銷售', '退款']);
  expect(sheetColumns(place, mapping)[0]?.samples).toHaveLength(3);
  expect(wordsOf(place, mapping, 2)).toEqual(['銷售', '退款']);
  const many = table(['a'], ...Array.from({ length: 80 }, (_, at): Cell[] => [`word ${at}`]));
  expect(wordsOf({ table: many, headerIndex: 0 }, mapping, 0)).toEqual([]);
});

test('a renamed column is found by its new name, and the note that held it gives way', () => {
  const start = draft();
  const renamed = table(
    ['訂單編號', '日期', '類型', '方向', '商品金額', '服務費', '淨額', '餘額'],
    ...payout.rows.slice(1).map((row) => [...row]),
  );
  const repaired = draftFromMapping(renamed, start.mapping, 0);
  expect(tryMapping(renamed, repaired.mapping, []).outcome).toBe('refused');
  const mended = withSynonym(repaired.mapping, placeOf(repaired, '手續費'), '服務費');
  const trial = tryMapping(renamed, mended, []);
  expect(trial.outcome === 'read' && trial.identity?.holdsOn).toBe(12);
  expect(mended.columns.map(({ header }) => header)).not.toContain('服務費');
});

test('the header row can be said, and a row that is none gives columns to be named by hand', () => {
  const below = { ...payout, rows: [['給會計的說明', '第二格', '第三格'], ...payout.rows] };
  const said = draftWithHeader(below, draftFromValues(below, {}), 1, {});
  expect([said.headerIndex, said.mapping.columns.length]).toEqual([1, HEADER.length]);
  const blank = draftWithHeader(below, said, 0, {});
  expect(blank.mapping.columns.map(({ as }) => as)).toEqual(['note', 'note', 'note']);
  expect(tryMapping(below, blank.mapping, []).outcome).toBe('unsound');
});

test('a sheet without money can still be mapped by hand', () => {
  const words = table(['名稱', '說明'], ['甲', '乙']);
  expect(inferMapping(words).outcome).not.toBe('proposed');
  expect(draftFromValues(words, {}).mapping.columns.map(({ header }) => header)).toEqual(['名稱', '說明']);
});

test.each([
  ['momo 店+', [], 'momo.payout'],
  ['蝦皮', [], 'own.payout'],
  ['Café Shop', ['cafe-shop.payout', 'cafe-shop.payout-2'], 'cafe-shop.payout-3'],
])('the id of a new mapping for %s beside %j is %s', (platform, taken, id) => {
  expect(freeId({ platform, kind: 'payout' }, taken)).toBe(id);
});
