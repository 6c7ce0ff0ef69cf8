// Writing the result worksheets through Microsoft's client: what stands in the cells, and what is left alone.
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { everythingOn, sheetNames } from './cells-of.ts';
import { DANGEROUS_TEXTS, someResults } from './some-results.ts';
import { watching } from './watching.ts';

function sourceBook(...more: string[]) {
  const workbook = new Workbook({ name: 'May.xlsx', sheetNames: ['orders', ...more] });
  workbook.sheet('orders').load([
    ['訂單編號', '金額'],
    ['00123', 12.5],
    ['=1+1', 3],
  ]);
  return workbook;
}

let leave = () => {};
function excelOn(workbook: Workbook, limits = {}) {
  const excel = openExcel({ workbook, limits });
  leave = excel.useAsGlobals();
  return excel;
}
afterEach(() => leave());

async function write(workbook: Workbook, results: readonly ResultSheet[] = someResults(), watch = watching()) {
  excelOn(workbook);
  return writeSheets(results, watch);
}

const column = (workbook: Workbook, name: string, index: number, from: number) => {
  const sheet = workbook.sheet(name);
  return Array.from({ length: sheet.usedSize().rows - from }, (_, row) => sheet.cell(from + row, index));
};

test('the sheets stand behind the user’s, the first one is shown, and the answer names them', async () => {
  const workbook = sourceBook('notes');
  const written = await write(workbook);
  expect(sheetNames(workbook)).toEqual(['orders', 'notes', '對帳結果', '訂單對帳']);
  expect(workbook.activeSheet.name).toBe('對帳結果');
  expect(written).toEqual([
    { key: 'summary', id: workbook.sheet('對帳結果').id, name: '對帳結果' },
    { key: 'orders', id: workbook.sheet('訂單對帳').id, name: '訂單對帳' },
  ]);
});

test('texts stay texts: no formula, no number, no date is made of them', async () => {
  const workbook = sourceBook();
  await write(workbook);
  const cells = column(workbook, '訂單對帳', 1, 4);
  expect(cells.map((cell) => cell.value)).toEqual(DANGEROUS_TEXTS);
  expect(cells.every((cell) => cell.formula === undefined && cell.style.numberFormat === '@')).toBe(true);
  expect(workbook.sheet('對帳結果').cell(1, 0)).toMatchObject({ value: '=first', formula: undefined });
});

test('a text stays a text in any column, be it for links or for amounts', async () => {
  const workbook = sourceBook();
  const [, orders] = someResults({ rows: 1 });
  const [table] = orders?.tables ?? [];
  if (!orders || !table) throw new Error('the sample result has no table');
  const rows = [['短收', 'A1', '=1+1', '00123', '=2+2', null]];
  await write(workbook, [{ ...orders, tables: [{ ...table, rows }] }]);
  const cells = [2, 3, 4].map((index) => workbook.sheet('訂單對帳').cell(4, index));
  expect(cells.map(({ value, formula }) => [value, formula])).toEqual([
    ['=1+1', undefined],
    ['00123', undefined],
    ['=2+2', undefined],
  ]);
});

test('amounts and dates are numbers in their format, links are formulas', async () => {
  const workbook = sourceBook();
  await write(workbook);
  const row = [2, 3, 4].map((index) => workbook.sheet('訂單對帳').cell(4, index));
  expect(row.map((cell) => cell.value)).toEqual([100.5, 45_419, 'row 2']);
  expect(row.map((cell) => cell.text)).toEqual(['100.50', '2024-05-07', 'row 2']);
  expect(row[2]?.formula).toBe('=HYPERLINK("#\'orders\'!A2","row 2")');
});

test('totals are live and follow the table', async () => {
  const workbook = sourceBook();
  await write(workbook);
  const total = workbook.sheet('訂單對帳').cell(2, 2);
  expect(total.formula).toBe('=SUBTOTAL(109,$C$5:$C$16)');
  expect(total.value).toBe(12 * 100.5);
  expect(workbook.sheet('訂單對帳').cell(2, 4).value).toBe(12);
});

test('formulas of the summary find the other result sheet under its final name', async () => {
  const workbook = sourceBook();
  await write(workbook);
  expect(workbook.sheet('對帳結果').cell(3, 1)).toMatchObject({ formula: "='訂單對帳'!C3", value: 12 * 100.5 });
});

describe('tables whose formulas name another result sheet', () => {
  /** The orders once more, with a column that looks into the summary, and twice under one key as statements are. */
  function withLooks(): ResultSheet[] {
    const [summary, orders] = someResults({ rows: 2 });
    const [table] = orders?.tables ?? [];
    if (!summary || !orders || !table) throw new Error('no results');
    const look = (value: number) => ({ formula: `='對帳結果'!B4+${value}`, value: 0 });
    const rows = [[look(1)], [7]];
    const columns = [{ header: '查', format: 'amount' as const, width: 9 }];
    const statement = (name: string, at: number) => ({
      ...{ ...orders, key: 'statement' as const, name },
      tables: [{ name: `looks_${at}`, headerRow: 4, columns, rows }],
    });
    return [summary, orders, statement('對帳單', 1), statement('對帳單 2', 2)];
  }

  test('find it under its final name, also in a second run, and several sheets of one key stand side by side', async () => {
    const workbook = sourceBook();
    await write(workbook, withLooks());
    await write(workbook, withLooks());
    expect(sheetNames(workbook)).toEqual(['orders', '對帳結果', '訂單對帳', '對帳單', '對帳單 2']);
    for (const name of ['對帳單', '對帳單 2']) {
      expect(workbook.sheet(name).cell(4, 0)).toMatchObject({ formula: "='對帳結果'!B4+1", value: 202 });
      expect(workbook.sheet(name).cell(5, 0)).toMatchObject({ value: 7 });
    }
  });

  test('follow it where the user has a sheet of that name', async () => {
    const workbook = sourceBook('對帳結果');
    await write(workbook, withLooks());
    expect(workbook.sheet('對帳單').cell(4, 0)).toMatchObject({ formula: "='對帳結果 (2)'!B4+1", value: 202 });
  });
});

test('an Excel table, frozen rows and columns, widths, tab colour and conditional formats are there', async () => {
  const workbook = sourceBook();
  await write(workbook);
  const sheet = workbook.sheet('訂單對帳');
  const [table] = workbook.tables.all(sheet);
  expect(table).toMatchObject({ name: 'clearsheet_orders', area: { row: 3, column: 0, rows: 13, columns: 6 } });
  expect(sheet.frozen).toEqual({ rows: 4, columns: 2 });
  expect(workbook.sheet('對帳結果').frozen).toEqual({ rows: 1, columns: 0 });
  expect(sheet.columnWidths.get(1)).toBe((20 * 7 + 5) * 0.75);
  expect(sheet.tabColor).toMatch(/^#/);
  const painted = sheet.conditionalFormats.map(
    ({ area, rule }) => `${area.column} ${area.rows} ${JSON.stringify(rule)}`,
  );
  expect(painted.sort()).toEqual([
    expect.stringContaining('0 12 "=OR($A5=\\"完全相符\\")'),
    expect.stringContaining('0 12 "=OR($A5=\\"短收\\")'),
    expect.stringContaining('5 12 "=$F5<>0'),
  ]);
});

test('a table without rows still stands, with one blank row', async () => {
  const workbook = sourceBook();
  await write(workbook, someResults({ rows: 0 }));
  const [table] = workbook.tables.all(workbook.sheet('訂單對帳'));
  expect(table?.area.rows).toBe(2);
  expect(workbook.sheet('訂單對帳').cell(2, 2).value).toBe(0);
});

test('the user’s sheets are the same afterwards, cell by cell', async () => {
  const workbook = sourceBook('notes');
  const before = ['orders', 'notes'].map((name) => everythingOn(workbook.sheet(name)));
  await write(workbook);
  expect(['orders', 'notes'].map((name) => everythingOn(workbook.sheet(name)))).toEqual(before);
});

describe('a second run', () => {
  test('replaces our sheets and nothing else', async () => {
    const workbook = sourceBook('notes');
    await write(workbook);
    const first = sheetNames(workbook).map((name) => workbook.sheet(name).id);
    await writeSheets(someResults({ mark: 'second' }), watching());
    expect(sheetNames(workbook)).toEqual(['orders', 'notes', '對帳結果', '訂單對帳']);
    const second = sheetNames(workbook).map((name) => workbook.sheet(name).id);
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2));
    expect(second.slice(2)).not.toEqual(first.slice(2));
    expect(workbook.sheet('訂單對帳').value(1, 0)).toBe('second');
    expect(workbook.tables.all().map((table) => table.name)).toEqual(['clearsheet_orders']);
  });

  test('takes away our sheets that the new result no longer has', async () => {
    const workbook = sourceBook();
    await write(workbook);
    await writeSheets(someResults().slice(0, 1), watching());
    expect(sheetNames(workbook)).toEqual(['orders', '對帳結果']);
  });

  test('keeps a result sheet that the user renamed, and its table', async () => {
    const workbook = sourceBook();
    await write(workbook);
    workbook.sheets.rename(workbook.sheet('訂單對帳'), '五月訂單');
    await writeSheets(someResults({ mark: 'second' }), watching());
    expect(sheetNames(workbook)).toEqual(['orders', '五月訂單', '對帳結果', '訂單對帳']);
    expect(workbook.sheet('五月訂單').value(1, 0)).toBe('first');
    expect(workbook.tables.all().map((table) => table.name)).toEqual(['clearsheet_orders', 'clearsheet_orders_2']);
  });
});

test('a sheet of the user with our name stays; ours takes a free name, and formulas follow', async () => {
  const workbook = sourceBook('訂單對帳');
  workbook.sheet('訂單對帳').load([['mine', 1, 999]]);
  const before = everythingOn(workbook.sheet('訂單對帳'));
  const written = await write(workbook);
  expect(written.map((sheet) => sheet.name)).toEqual(['對帳結果', '訂單對帳 (2)']);
  expect(everythingOn(workbook.sheet('訂單對帳'))).toEqual(before);
  expect(workbook.sheet('對帳結果').cell(3, 1)).toMatchObject({ formula: "='訂單對帳 (2)'!C3", value: 12 * 100.5 });
  await writeSheets(someResults(), watching());
  expect(sheetNames(workbook)).toEqual(['orders', '訂單對帳', '對帳結果', '訂單對帳 (2)']);
});

describe('long results', () => {
  const rows = 40_000;

  test('go out in blocks under the limit, with progress', async () => {
    const workbook = sourceBook();
    const { host } = excelOn(workbook);
    const watch = watching();
    await writeSheets(someResults({ rows }), watch);
    expect(Math.max(...host.batches.map((batch) => batch.requestBytes))).toBeLessThan(5 * 1024 * 1024);
    expect(host.batches.filter((batch) => batch.requestBytes > 1_000_000).length).toBeGreaterThan(2);
    expect(workbook.sheet('訂單對帳').value(rows + 3, 2)).toBe(100.5);
    const done = watch.reports.map((report) => report.done);
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(watch.reports.at(-1)).toEqual({ step: 'writing', done: rows, total: rows, sheet: '訂單對帳' });
  });
});

describe('a run that does not end', () => {
  test('cancelled: no half result stays and the earlier one is as it was', async () => {
    const workbook = sourceBook();
    await write(workbook);
    const names = sheetNames(workbook);
    const before = names.map((name) => everythingOn(workbook.sheet(name)));
    const watch = watching(({ done }) => done > 0);
    await expect(writeSheets(someResults({ mark: 'second' }), watch)).rejects.toMatchObject({ name: 'AbortError' });
    expect(sheetNames(workbook)).toEqual(names);
    expect(names.map((name) => everythingOn(workbook.sheet(name)))).toEqual(before);
  });

  test('refused by Excel: the same', async () => {
    const workbook = sourceBook();
    await write(workbook);
    const names = sheetNames(workbook);
    const before = names.map((name) => everythingOn(workbook.sheet(name)));
    const [summary] = someResults();
    const broken = { ...summary, tables: [{ name: 'x', headerRow: 20, columns: [], rows: [] }] } as ResultSheet;
    await expect(writeSheets([...someResults({ mark: 'second' }).slice(1), broken], watching())).rejects.toThrow();
    expect(sheetNames(workbook)).toEqual(names);
    expect(names.map((name) => everythingOn(workbook.sheet(name)))).toEqual(before);
  });

  test('what a crash left behind goes with the next run', async () => {
    const workbook = sourceBook();
    await write(workbook);
    const left = workbook.sheets.add('clearsheet orders');
    left.customProperties.set('clearsheet.key', 'draft');
    left.customProperties.set('clearsheet.name', 'clearsheet orders');
    await writeSheets(someResults(), watching());
    expect(sheetNames(workbook)).toEqual(['orders', '對帳結果', '訂單對帳']);
  });
});
