// Formats of identifiers through Microsoft's client: read where numbers stand in such columns, and nowhere else.
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { viewWorkbook } from '../../../addin/choose-sheets.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { formatsWished } from '../../../addin/excel/formats-wished.ts';
import { idColumns } from '../../../core/mapping/id-columns.ts';
import { normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { sampleBook } from './sample-book.ts';
import { watching } from './watching.ts';

let leave = () => {};
afterEach(() => leave());

type Rows = (string | number)[][];

function open(rows: Rows, format: string, at = { row: 0, column: 0 }) {
  const workbook = new Workbook({ name: 'export.xlsx', sheetNames: ['orders'] });
  const sheet = workbook.sheet('orders');
  sheet.load(rows, at);
  const area = { row: at.row, column: at.column, rows: rows.length, columns: 1 };
  sheet.restyle(area, (style) => ({ ...style, numberFormat: format }));
  const excel = openExcel({ workbook });
  leave = excel.useAsGlobals();
  return { ...excel, id: sheet.id };
}

async function formats(rows: Rows, format: string, idColumns: readonly number[], at = { row: 0, column: 0 }) {
  const { host, id } = open(rows, format, at);
  const { table } = await readSheet(id, watching(), { idColumns });
  const asked = host.batches.length;
  return { formats: [...(table.numberFormats ?? [])].map(([column, all]) => [column, ...all]), asked };
}

const EXPORT: Rows = [
  ['No.', 'Amount'],
  [12345, 5],
  ['A12', 6],
  [678, 7],
];

test('formats stand at the places of their cells, from the first number on', async () => {
  const read = await formats(EXPORT, '00000000', [0]);
  expect(read.formats).toEqual([[0, undefined, '00000000', '00000000', '00000000']]);
});

test('a sheet that begins further down and to the right has the same places', async () => {
  const read = await formats(EXPORT, '00000000', [0], { row: 4, column: 2 });
  expect(read.formats).toEqual([[0, undefined, '00000000', '00000000', '00000000']]);
});

test.each<[string, Rows, string, number[]]>([
  ['plain digits', EXPORT, 'General', [0]],
  ['columns of amounts', EXPORT, '00000000', [1]],
  ['no column named', EXPORT, '00000000', []],
  ['texts', EXPORT.map(([no, amount]) => [String(no), amount ?? '']), '00000000', [0]],
])('%s have none', async (_, rows, format, columns) => {
  expect((await formats(rows, format, columns)).formats).toEqual([]);
});

test('an export with texts for its numbers costs no question more', async () => {
  const texts = EXPORT.map(([no, amount]) => [String(no), amount ?? '']);
  expect((await formats(texts, '@', [0])).asked).toBe((await formats(texts, '@', [])).asked);
});

test('a long column comes in several answers, complete', async () => {
  const rows = Array.from({ length: 12_000 }, (_, row) => [row]);
  const { formats: read } = await formats(rows, '00000', [0]);
  expect(read[0]).toHaveLength(12_001);
  expect(new Set(read[0]?.slice(1))).toEqual(new Set(['00000']));
});

test('cancelling stops between two answers', async () => {
  const { id } = open(
    Array.from({ length: 12_000 }, (_, row) => [row]),
    '00000',
  );
  const watch = watching(({ done, total }) => done === total && total > 0);
  await expect(readSheet(id, watch, { idColumns: [0] })).rejects.toMatchObject({ name: 'AbortError' });
});

/** The sample payout, recognised, with other cells below one of its headers; the first of them is shown in a format. */
async function payoutWith(header: string, cells: readonly (string | number)[], numberFormat: string) {
  const workbook = await sampleBook(['shopee-tw.income.xlsx']);
  const sheet = workbook.sheet('Income');
  workbook.activate(sheet);
  leave = openExcel({ workbook }).useAsGlobals();
  const view = viewWorkbook(await lookAtWorkbook(), builtInMappings);
  if (view.active?.is !== 'recognised') throw new Error('not recognised');
  const column = view.active.recognised.columns.find((match) => match.header === header)?.index ?? -1;
  const cellsBelow = cells.map((cell) => [cell]);
  sheet.load(cellsBelow, { row: 6, column });
  sheet.restyle({ row: 6, column, rows: 1, columns: 1 }, (style) => ({ ...style, numberFormat }));
  return view.active;
}

test.each<[string, string[]]>([
  ['0000000000', ['0000240501', '240503']],
  ['General', ['240501', '240503']],
  ['yyyy/m/d', ['ID_BECAME_DAY', '240503']],
])('in the sample payout an order number of 240501 shown as %s is %j', async (numberFormat, expected) => {
  const { recognised, look } = await payoutWith('訂單編號', [240501, '240503'], numberFormat);
  const { table } = await readSheet(look.id, watching(), { idColumns: idColumns(recognised) });
  const check = normalizeSheet(table, builtInMappings);
  const [rows] = check.outcome === 'read' ? check.parts : [];
  const lines = rows?.kind === 'payout' ? rows.lines : [];
  const problems = rows?.problems.filter(({ row }) => row === 7).map(({ code }) => code) ?? [];
  expect([...problems, ...lines.map(({ orderNumber }) => orderNumber)]).toEqual(expected);
});

describe('amounts shown as percentages or days', () => {
  /** Every `each`th of many amounts is 0.5, the others are plain money. */
  const amounts = (count: number, each: number): Rows => [
    ['Fee'],
    ...Array.from({ length: count }, (_, row) => [(row + 1) % each === 0 ? 0.5 : 1_234]),
  ];

  async function ask(rows: Rows, formatAt: (row: number) => string, amountColumns: readonly number[] = [0]) {
    const { host, id } = open(rows, 'General');
    const sheet = host.workbook.sheet('orders');
    rows.forEach((_, row) => {
      const numberFormat = formatAt(row);
      if (numberFormat !== 'General')
        sheet.restyle({ row, column: 0, rows: 1, columns: 1 }, (style) => ({ ...style, numberFormat }));
    });
    const questionsOf = async (wished: readonly number[]) => {
      const before = host.batches.length;
      const { table } = await readSheet(id, watching(), { amountColumns: wished });
      return { shown: table.numberFormats?.get(0), asked: host.batches.length - before };
    };
    await questionsOf([]);
    const without = await questionsOf([]);
    const { shown, asked } = await questionsOf(amountColumns);
    expect(without.shown).toBeUndefined();
    return { shown, asked: asked - without.asked };
  }

  test.each<[string, Rows, string]>([
    ['a percentage among the first cells', amounts(3, 2), '0%'],
    ['a percentage far below', amounts(900, 800), '0.00%'],
    ['a day', [['Fee'], [45_413]], 'yyyy/m/d'],
    ['a column of large percentages', [['Fee'], [1_234], [99]], '0%'],
  ])('%s is found', async (_, rows, format) => {
    const wanted = rows.findIndex(([cell]) => cell === 0.5 || cell === 45_413 || cell === 99);
    const { shown } = await ask(rows, (row) => (row === wanted ? format : 'General'));
    expect(shown?.[wanted]).toBe(format);
    expect(shown?.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('once one is found the column is read to its end', async () => {
    const { shown } = await ask(amounts(300, 200), (row) => (row > 0 ? '0%' : 'General'));
    expect(shown?.filter((format) => format === '0%')).toHaveLength(300);
  });

  test.each<[string, Rows, number]>([
    ['a column of money', amounts(900, 1_000), 1],
    ['many cells that could be percentages', amounts(12_000, 2), 1],
    ['a column of texts', [['Fee'], ['12'], ['2.5%']], 0],
    ['a column of zeros', [['Fee'], [0], [0]], 0],
  ])('%s costs questions: %#', async (_, rows, questions) => {
    const { shown, asked } = await ask(rows, () => 'General');
    expect(shown).toBeUndefined();
    expect(asked).toBe(questions);
  });

  test('other columns are not asked for', async () => {
    expect((await ask(amounts(3, 2), () => '0%', [])).shown).toBeUndefined();
  });

  test('formats as long as Excel allows come block by block', async () => {
    const long = `0.0%${'"x"'.repeat(80)}`;
    const rows = amounts(21_000, 1);
    const { id, host } = open(rows, long);
    const { table } = await readSheet(id, watching(), { amountColumns: [0] });
    expect(table.numberFormats?.get(0)).toHaveLength(21_001);
    expect(host.batches.length).toBeGreaterThan(6);
  });
});

test('a recognised sheet asks for its identifiers and its amounts', async () => {
  const { recognised, look } = await payoutWith('成交手續費', [0.025], '0.0%');
  const { table } = await readSheet(look.id, watching(), formatsWished(recognised));
  const check = normalizeSheet(table, builtInMappings);
  const told = check.outcome === 'read' ? check.parts.flatMap(({ problems }) => problems) : [];
  expect(told.map(({ row, code }) => `${row} ${code}`)).toEqual(['7 AMOUNT_IS_PERCENT']);
});

describe('while a person maps a sheet', () => {
  async function formatsWhileMapping(rows: Rows, format: string) {
    const { id } = open(rows, format);
    const { table } = await readSheet(id, watching(), { beingMapped: true });
    return [...(table.numberFormats ?? [])].map(([column, all]) => [column, ...all]);
  }

  test.each<[string, Rows, string, unknown[]]>([
    ['zeros', EXPORT, '00000000', [[0, undefined, '00000000', '00000000', '00000000']]],
    ['days', EXPORT, 'yyyy/m/d', [[0, undefined, 'yyyy/m/d', 'yyyy/m/d', 'yyyy/m/d']]],
    ['thousands', EXPORT, '#,##0', []],
    [
      'percentages',
      EXPORT.map(([no, amount]) => [typeof no === 'number' ? 0.5 : '', amount ?? '']),
      '0%',
      [[0, undefined, '0%', '0%', '0%']],
    ],
    [
      'zeros before fractions',
      EXPORT.map(([no, amount]) => [typeof no === 'number' ? no + 0.5 : '', amount ?? '']),
      '0000',
      [],
    ],
  ])('a column of numbers shown with %s', async (_, rows, format, expected) => {
    expect(await formatsWhileMapping(rows, format)).toEqual(expected);
  });

  test('once a column shows more than digits, it is read to its end', async () => {
    const rows = Array.from({ length: 1_200 }, (_, row) => [row]);
    expect((await formatsWhileMapping(rows, '00000'))[0]).toHaveLength(1_201);
  });
});
