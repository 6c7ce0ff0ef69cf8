// Tables through Microsoft's client.
import { formatArea } from '../../../workbench/host/model/area.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';

function withTable() {
  const excel = openExcel();
  excel.workbook.activeSheet.load([
    ['order', 'net', 'state'],
    ['A1', 100, 'EXACT'],
    ['A2', 50, 'SHORT'],
  ]);
  return excel;
}

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

async function make(Excel: ReturnType<typeof openExcel>['Excel'], work: (table: Excel.Table) => void) {
  await Excel.run(async (context) => {
    const table = sheetOf(context).tables.add('A1:C3', true);
    table.name = 'Payouts';
    work(table);
    await context.sync();
  });
}

test('a table is made, named, styled and read', async () => {
  const { Excel, workbook } = withTable();
  const read = await Excel.run(async (context) => {
    const table = sheetOf(context).tables.add('A1:C3', true);
    table.name = 'Payouts';
    table.style = 'TableStyleLight9';
    const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
    ranges.forEach((range) => range.load('address'));
    table.load('name,style,showTotals,showBandedRows');
    table.columns.load('items/name,count');
    table.rows.load('count');
    await context.sync();
    return {
      ...table.toJSON(),
      ranges: ranges.map((range) => range.address),
      columns: table.columns.items.map((column) => column.name),
      rows: table.rows.count,
    };
  });
  expect(read).toMatchObject({
    name: 'Payouts',
    style: 'TableStyleLight9',
    showTotals: false,
    showBandedRows: true,
    ranges: ['Sheet1!A1:C3', 'Sheet1!A1:C1', 'Sheet1!A2:C3'],
    columns: ['order', 'net', 'state'],
    rows: 2,
  });
  expect(workbook.tables.find('payouts')?.sheet.name).toBe('Sheet1');
});

test('tables may not overlap', async () => {
  const { Excel } = withTable();
  await make(Excel, () => undefined);
  const overlap = Excel.run(async (context) => {
    sheetOf(context).tables.add('C3:D5', true);
    await context.sync();
  });
  await expect(overlap).rejects.toMatchObject({
    code: 'MergedRangeConflict',
    debugInfo: { errorLocation: 'TableCollection.add' },
  });
});

test.each(['two words', 'A1', '1st', 'R1C1', '', 'Payouts2'])('a table cannot be called %p', async (name) => {
  const { Excel, workbook } = withTable();
  workbook.names.add('Payouts2', '=1', '');
  const named = make(Excel, (table) => {
    table.name = name;
  });
  await expect(named).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('headers become texts that differ; a table without headers gets some', async () => {
  const { Excel, workbook } = openExcel();
  const sheet = workbook.activeSheet;
  sheet.load([
    [2026, 'net', '', 'net'],
    [1, 2, 3, 4],
  ]);
  await Excel.run(async (context) => {
    sheetOf(context).tables.add('A1:D2', true);
    sheetOf(context).tables.add('F1:G2', false);
    await context.sync();
  });
  expect([0, 1, 2, 3, 5, 6].map((column) => sheet.value(0, column))).toEqual([
    '2026',
    'net',
    'Column3',
    'net2',
    'Column1',
    'Column2',
  ]);
});

test('rows are added at the end and in the middle, and what stands below moves down', async () => {
  const { Excel, workbook } = withTable();
  const sheet = workbook.activeSheet;
  sheet.load([['below']], { row: 3, column: 0 });
  await make(Excel, (table) => {
    table.rows.add(undefined, [
      ['A3', 1, 'OVER'],
      ['A4', 2, 'OVER'],
    ]);
    table.rows.add(0, [['A0', 0, 'EXACT']]);
  });
  expect([1, 2, 3, 4, 5, 6].map((row) => sheet.value(row, 0))).toEqual(['A0', 'A1', 'A2', 'A3', 'A4', 'below']);
  expect(formatArea(workbook.tables.all()[0]?.area ?? { row: 0, column: 0, rows: 1, columns: 1 })).toBe('A1:C6');
});

test('the first rows of an empty table take the place of its blank row', async () => {
  const { Excel, workbook } = openExcel();
  await Excel.run(async (context) => {
    const table = sheetOf(context).tables.add('A1:B1', true);
    table.rows.add(undefined, [
      [1, 2],
      [3, 4],
    ]);
    await context.sync();
  });
  expect(workbook.activeSheet.usedSize()).toEqual({ rows: 3, columns: 2 });
});

test('a totals row comes below, counts or sums, and goes again', async () => {
  const { Excel, workbook } = withTable();
  const sheet = workbook.activeSheet;
  await make(Excel, (table) => {
    table.showTotals = true;
    table.columns.getItem('net').getTotalRowRange().formulas = [['=SUBTOTAL(109,[net])']];
  });
  expect([0, 1, 2].map((column) => sheet.value(3, column))).toEqual(['Total', 150, 2]);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('Payouts').showTotals = false;
    await context.sync();
  });
  expect(sheet.usedSize().rows).toBe(3);
});

test('columns are added, found by name and removed', async () => {
  const { Excel, workbook } = withTable();
  await make(Excel, (table) => {
    table.columns.add(undefined, [['note'], ['x'], ['y']]);
    table.columns.getItem('state').delete();
  });
  const sheet = workbook.activeSheet;
  expect([0, 1, 2, 3].map((column) => sheet.value(0, column))).toEqual(['order', 'net', 'note', '']);
});

test('sorting moves the body, filters are kept, resizing renames headers', async () => {
  const { Excel, workbook } = withTable();
  await make(Excel, (table) => {
    table.sort.apply([{ key: 1, ascending: true }]);
    table.autoFilter.apply(table.getRange(), 2, { filterOn: 'Values', values: ['SHORT'] });
    table.resize('A1:D3');
  });
  const [table] = workbook.tables.all();
  expect(workbook.activeSheet.value(1, 0)).toBe('A2');
  expect([...(table?.filters ?? [])]).toEqual([[2, { filterOn: 'Values', values: ['SHORT'] }]]);
  expect(workbook.activeSheet.value(0, 3)).toBe('Column4');
});

test('converting leaves the cells, deleting takes them', async () => {
  const { Excel, workbook } = withTable();
  await make(Excel, (table) => void table.convertToRange());
  expect([workbook.tables.all(), workbook.activeSheet.usedSize().rows]).toEqual([[], 3]);
  await make(Excel, (table) => table.delete());
  expect([workbook.tables.all(), workbook.activeSheet.usedSize().rows]).toEqual([[], 0]);
});

test('a table is found by name in the workbook and only on its own sheet', async () => {
  const { Excel } = withTable();
  await make(Excel, () => undefined);
  const found = await Excel.run(async (context) => {
    const other = context.workbook.worksheets.add('Other');
    const here = context.workbook.tables.getItemOrNullObject('payouts');
    const there = other.tables.getItemOrNullObject('Payouts');
    here.load('name');
    there.load('name');
    await context.sync();
    return [here.isNullObject, there.isNullObject];
  });
  expect(found).toEqual([false, true]);
});
