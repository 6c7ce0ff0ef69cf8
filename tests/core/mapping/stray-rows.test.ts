// Rows that people leave in a sheet: the header once more and remarks are told and skipped, everything else is read.
import type { Cell } from '../../../core/sheet-table.ts';
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { strayRows } from '../../../core/mapping/stray-rows.ts';
import { demoPayout } from './sheets.ts';

const HEADERS = demoPayout.columns.map(({ header }) => header);
const [key, day, net] = (['orderNumber', 'paidOutOn', 'net'] as const).map((role) =>
  demoPayout.columns.findIndex(({ as }) => as === role),
);

function sheetOf(rows: readonly (readonly Cell[])[], mapping: Mapping = demoPayout) {
  const headers = [...mapping.columns.map(({ header }) => header), 'Mine'];
  const data = ['A1', '-', '2024-05-07', 100, 0, 5, 95, '王**'];
  return { file: 'f', sheet: 's', firstRow: 1, firstColumn: 1, rows: [headers, data, ...rows] };
}

function recognisedIn(mapping: Mapping = demoPayout) {
  const found = detectMapping(sheetOf([], mapping), [mapping]);
  if (found.outcome !== 'recognised') throw new Error(found.refusal.code);
  return found.recognised;
}

/** A row with these cells and nothing else. */
function filled(...cells: (readonly [number | undefined, Cell])[]): Cell[] {
  const row: Cell[] = [...HEADERS.map(() => null), null];
  for (const [index = 0, cell] of cells) row[index] = cell;
  return row;
}

const MINE = HEADERS.length;
const ask = (cells: readonly Cell[]) => strayRows(recognisedIn())(cells);

test.each<[string, Cell[]]>([
  ['as it stands', HEADERS],
  ['in other letters, with blanks', HEADERS.map((header) => ` ${header.toUpperCase()} `)],
  ['without one of its columns', HEADERS.map((header, at) => (at === 1 ? null : header))],
  ['with a column of its own', [...HEADERS, 'anything']],
])('the header once more, %s', (_, cells) => {
  expect(ask(cells)).toEqual({ code: 'HEADER_REPEATED', details: {} });
});

test.each<[string, Cell[]]>([
  ['a number under one of its columns', HEADERS.map((header, at) => (at === net ? 95 : header))],
  ['another text under one of its columns', HEADERS.map((header, at) => (at === key ? 'A1' : header))],
  ['only a few of its columns', filled([key, HEADERS[key ?? 0] ?? ''], [day, HEADERS[day ?? 0] ?? ''])],
])('not the header: %s', (_, cells) => {
  expect(ask(cells)?.code).not.toBe('HEADER_REPEATED');
});

test.each<[string, Cell[], string]>([
  ['a sentence in the first column', filled([key, '備註：五月已對']), '備註：五月已對'],
  ['who made the sheet', filled([key, '製表人'], [MINE, '王**']), '製表人 王**'],
  ['in the column of days', filled([day, 'checked']), 'checked'],
  ['in a column of its own', filled([MINE, 'checked']), 'checked'],
])('a remark: %s', (_, cells, value) => {
  expect(ask(cells)).toEqual({ code: 'REMARK_SKIPPED', details: { value } });
});

test.each<[string, Cell[]]>([
  ['what may be an order number', filled([key, '2405018K2M4N6P'])],
  ['what may be a day', filled([day, '2024-05-07'])],
  ['full-width digits', filled([key, '２０２４'])],
  ['a number', filled([key, 7])],
  ['words where an amount belongs', filled([net, '待確認'])],
  ['three texts', filled([key, 'a'], [day, 'b'], [MINE, 'c'])],
  ['an amount beside a text', filled([key, 'Total'], [net, 95])],
])('no remark, so it is read and told what is wrong with it: %s', (_, cells) => {
  expect(ask(cells)).toBeNull();
});

test('in a report of few required columns any text may be a value', () => {
  const columns = demoPayout.columns.map((column) =>
    ['orderNumber', 'net'].includes(column.as) ? column : { ...column, required: false },
  );
  const narrow = {
    ...demoPayout,
    columns,
    header: { ...demoPayout.header, signature: [HEADERS[key ?? 0], HEADERS[net ?? 0]] },
  };
  expect(strayRows(recognisedIn(narrow as Mapping))(filled([key, 'checked']))).toBeNull();
});

test('such rows are skipped, and the file is proved without them', () => {
  const table = sheetOf([HEADERS, ['A2', '-', '2024-05-08', 50, 0, 5, 45, '王**'], [], ['備註']]);
  const found = recognisedIn();
  if (found.kind !== 'payout') throw new Error(found.kind);
  const { rows, problems, lines, unreadableNets } = normalizePayout(table, found);
  expect(rows).toEqual({ read: 5, accepted: 2, rejected: 0, skipped: 3 });
  expect(lines.map(({ orderNumber }) => orderNumber)).toEqual(['A1', 'A2']);
  expect(problems.map(({ row, code, column }) => [row, code, column])).toEqual([
    [3, 'HEADER_REPEATED', null],
    [6, 'REMARK_SKIPPED', null],
  ]);
  expect(unreadableNets).toBe(0);
});

test('a row that a rule names is what the rule says', () => {
  const rows = [{ when: { column: HEADERS[key ?? 0] ?? '', equals: '備註' }, is: 'excluded' as const, reason: 'note' }];
  const mapping = { ...demoPayout, rows };
  const found = recognisedIn(mapping);
  if (found.kind !== 'payout') throw new Error(found.kind);
  const read = normalizePayout(sheetOf([['備註']], mapping), found);
  expect([read.problems, read.setAside]).toMatchObject([[], [{ reason: 'note', rows: 1 }]]);
});
