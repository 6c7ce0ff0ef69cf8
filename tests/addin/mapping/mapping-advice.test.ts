// Advice on a mapping: one sentence for each thing that is missing or open, and none once it is settled.
import { withRole } from '../../../addin/mapping/change-mapping.ts';
import { adviceOn } from '../../../addin/mapping/mapping-advice.ts';
import { draftFromValues } from '../../../addin/mapping/start-draft.ts';
import { tryMapping } from '../../../addin/mapping/try-mapping.ts';
import type { Proposal } from '../../../core/mapping/infer-mapping.ts';
import type { InferQuestion } from '../../../core/mapping/infer-questions.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import en from '../../../addin/locale/mapping/en.json';

const sheet = (rows: Cell[][]): SheetTable => ({ file: 'f', sheet: 's', firstRow: 1, firstColumn: 1, rows });

const payout = sheet([
  ['訂單編號', '撥款日', '商品金額', '手續費', '撥款金額'],
  ...Array.from({ length: 10 }, (_, at): Cell[] => {
    const [goods, fee] = [100 + at * 17, -(4 + ((at * 5) % 9))];
    return [`A240501${at}`, `2024-05-${10 + at}`, goods, fee, goods + fee];
  }),
]);
const orders = sheet([
  ['訂單編號', '訂單狀態', '訂單日期', '數量', '單價', '訂單小計'],
  ...Array.from({ length: 10 }, (_, at): Cell[] => [
    `A240501${at}`,
    '已完成',
    `2024-05-${10 + at}`,
    1,
    100 + at,
    100 + at,
  ]),
]);

function saidOf(table: SheetTable, mapping: Mapping, questions: readonly InferQuestion[] = []): string[] {
  const trial = tryMapping(table, mapping, []);
  return adviceOn(mapping, trial, { questions } as Proposal, 'zh-TW').map(({ say }) => say);
}

const made = (table: SheetTable) => draftFromValues(table, { currency: 'TWD' }).mapping;
const without = (table: SheetTable, role: string): Mapping =>
  made(table).columns.reduce<Mapping>(
    (mapping, column, at) => (column.as === role ? withRole(mapping, at, 'note', []) : mapping),
    made(table),
  );

test('a whole mapping needs no advice', () => {
  expect(saidOf(payout, made(payout))).toEqual([]);
});

test.each([
  ['orderNumber', 'needsOrderNumber'],
  ['paidOutOn', 'needsPaidOutOn'],
  ['net', 'noNet'],
])('a payout report without %s: %s', (role, said) => {
  expect(saidOf(payout, without(payout, role))).toContain(said);
});

test('a payout report without any money', () => {
  const bare = { ...without(payout, 'component') };
  expect(saidOf(payout, bare)).toContain('needsMoney');
});

test.each([
  ['receivable', 'needsReceivable'],
  ['status', 'withoutStatus'],
  ['orderNumber', 'needsOrderNumber'],
])('an order export without %s: %s', (role, said) => {
  expect(saidOf(orders, without(orders, role))).toContain(said);
});

test('a rule that reads a personal column is named as a contradiction', () => {
  const mapping = made(payout);
  const key = [{ from: '訂單編號' }];
  const columns = mapping.columns.map((column) =>
    column.header === '訂單編號' ? { header: column.header, as: 'personal' as const } : column,
  );
  const strange = {
    ...mapping,
    key,
    columns,
    header: { ...mapping.header, signature: ['撥款日', '撥款金額'] },
  } as Mapping;
  expect(saidOf(payout, strange)).toContain('contradicts');
});

test('too few names to know the report again', () => {
  const mapping = made(payout);
  expect(saidOf(payout, { ...mapping, header: { ...mapping.header, signature: ['撥款日'] } })).toContain('needsNames');
});

test('rows that fail and kinds nobody has said are counted', () => {
  const spoilt = sheet(payout.rows.map((row, at) => (at === 3 ? [...row.slice(0, 4), 1] : [...row])));
  const mapping = made(payout);
  const columns = mapping.columns.map((column) =>
    column.as === 'component' ? { ...column, type: 'UNKNOWN' as const } : column,
  );
  const advice = adviceOn({ ...mapping, columns } as Mapping, tryMapping(spoilt, mapping, []), null, 'zh-TW');
  expect(advice.map(({ say, facts }) => [say, facts['n']])).toEqual([
    ['rowsFail', 1],
    ['unclassified', 2],
  ]);
});

test('a required column that is gone is named', () => {
  const gone = sheet(payout.rows.map((row, at) => (at === 0 ? [...row.slice(0, 4), '淨額'] : [...row])));
  expect(saidOf(gone, made(payout))).toContain('missingRequired');
});

const QUESTIONS: readonly [InferQuestion, string][] = [
  [{ ask: 'currency', proposed: 'TWD' }, 'currencyGuessed'],
  [{ ask: 'orderNumber', candidates: ['訂單編號', '其他'] }, 'orderNumberUnsure'],
  [{ ask: 'paidOutOn', candidates: ['撥款日', '其他'] }, 'paidOutOnUnsure'],
  [{ ask: 'signUnseen', column: '手續費', proposed: 'as-is' }, 'signUnseen'],
  [{ ask: 'decimalMark', column: '手續費', proposed: '.' }, 'decimalUnclear'],
  [{ ask: 'fewRows', independentRows: 3, columns: 4 }, 'fewRows'],
  [{ ask: 'identity', candidates: [] }, 'identityOpen'],
  [{ ask: 'rowsLeftOut', column: '類型', keeps: '訂單' }, 'rowsLeftOut'],
];

test.each(QUESTIONS)('the open question %j is asked as %s', (question, said) => {
  expect(saidOf(payout, made(payout), [question])).toEqual([said]);
});

test.each<[InferQuestion]>([
  [{ ask: 'currency', proposed: 'USD' }],
  [{ ask: 'orderNumber', candidates: ['其他', '訂單編號'] }],
  [{ ask: 'signUnseen', column: '手續費', proposed: 'negate' }],
  [{ ask: 'unusedAmount', column: '手續費' }],
  [{ ask: 'dateOrder', column: '撥款日', formats: ['D/M/YYYY'] }],
])('once the mapping says otherwise %j is not asked any more', (question) => {
  expect(saidOf(payout, made(payout), [question])).toEqual([]);
});

test('every advice has its sentence', () => {
  const asked = QUESTIONS.map(([, said]) => said);
  expect(Object.keys(en.advice)).toEqual(expect.arrayContaining(asked));
});
