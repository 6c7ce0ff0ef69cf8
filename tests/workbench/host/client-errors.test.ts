// Errors: those Microsoft's client raises by itself, those Excel answers, and those for members the host lacks.
import { openExcel } from '../../../workbench/host/node-bridge.ts';

const failing = (work: (context: Excel.RequestContext) => unknown) => {
  const excel = openExcel();
  const run = excel.Excel.run(async (context) => {
    await work(context);
    await context.sync();
  });
  return { ...excel, run };
};

const first = (context: Excel.RequestContext) => context.workbook.worksheets.getFirst();

test('a property that was not loaded cannot be read', async () => {
  const { run } = failing(async (context) => {
    const sheet = first(context);
    await context.sync();
    return sheet.name;
  });
  await expect(run).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

test('a missing sheet is ItemNotFound and the client names the statement', async () => {
  const { run } = failing((context) => {
    first(context).load('name');
    context.workbook.worksheets.getItem('nope').load('name');
  });
  await expect(run).rejects.toMatchObject({
    code: 'ItemNotFound',
    message: "The requested resource doesn't exist.",
    debugInfo: {
      errorLocation: 'WorksheetCollection.getItem',
      statement: 'var worksheet = worksheets.getItem(...);',
    },
  });
});

test('what came before the failing action is done, what comes after is not', async () => {
  const { run, workbook } = failing((context) => {
    context.workbook.worksheets.add('before');
    context.workbook.worksheets.getItem('nope').delete();
    context.workbook.worksheets.add('after');
  });
  await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
  expect(workbook.sheets.all().map((sheet) => sheet.name)).toEqual(['Sheet1', 'before']);
});

test('null objects say so, and what is called on them does nothing', async () => {
  const { Excel, workbook } = openExcel();
  const isNull = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('nope');
    const range = sheet.getRange('A1');
    sheet.load('name');
    range.load('address');
    sheet.delete();
    await context.sync();
    return [sheet.isNullObject, range.isNullObject];
  });
  expect(isNull).toEqual([true, true]);
  expect(workbook.sheets.all()).toHaveLength(1);
});

test('setting a property of a null object is an error', async () => {
  const { run } = failing((context) => {
    context.workbook.worksheets.getItemOrNullObject('nope').name = 'x';
  });
  await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test.each([
  ['Range.getSpecialCells', (c: Excel.RequestContext) => first(c).getRange('A1').getSpecialCells('Constants')],
  ['Worksheet.charts', (c: Excel.RequestContext) => first(c).charts.load('count')],
  ['Range.style', (c: Excel.RequestContext) => first(c).getRange('A1').load('style')],
  ['Range.style', (c: Excel.RequestContext) => (first(c).getRange('A1').style = 'Good')],
  ['Workbook.pivotTables', (c: Excel.RequestContext) => c.workbook.load('pivotTables/name')],
  ['Worksheet.copy', (c: Excel.RequestContext) => first(c).copy()],
])('a member the host lacks is named: %s', async (place, work) => {
  const { run, host } = failing(work);
  await expect(run).rejects.toMatchObject({
    code: 'ApiNotImplementedByHost',
    message: expect.stringContaining(`ApiNotImplementedByHost ${place}`),
  });
  expect(host.batches.some((batch) => batch.error === 'ApiNotImplementedByHost')).toBe(true);
});

test('missing methods are counted, so that the list of what to build next writes itself', async () => {
  const { run, host } = failing((context) => first(context).getRange('A1').getSpecialCells('Constants'));
  await expect(run).rejects.toThrow('ApiNotImplementedByHost');
  expect([...host.interpreter.missing]).toEqual([['Range.getSpecialCells', 1]]);
});

test('names nobody knows are passed over in load', async () => {
  const { Excel } = openExcel();
  const count = await Excel.run(async (context) => {
    context.workbook.worksheets.load('items/NoPropertiesNeeded');
    await context.sync();
    return context.workbook.worksheets.items.length;
  });
  expect(count).toBe(1);
});

test('load without names brings all plain properties', async () => {
  const { Excel } = openExcel();
  const sheet = await Excel.run(async (context) => {
    const loaded = first(context);
    loaded.load();
    await context.sync();
    return loaded.toJSON();
  });
  expect(sheet).toMatchObject({ name: 'Sheet1', visibility: 'Visible', position: 0, showGridlines: true });
});

test('load reaches through objects and collections, with top and skip', async () => {
  const { Excel, workbook } = openExcel();
  for (const name of ['B', 'C', 'D']) workbook.sheets.add(name);
  workbook.tables.add(workbook.sheet('C'), { row: 0, column: 0, rows: 2, columns: 1 }, true);
  const read = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load({ name: true, tables: { name: true }, $top: 2, $skip: 1 });
    const range = worksheets.getItem('C').getRange('A1');
    range.load('format/fill/color,format/font/bold,worksheet/name');
    await context.sync();
    const sheets = worksheets.items.map((sheet) => [sheet.name, sheet.tables.items.map((table) => table.name)]);
    return [...sheets, range.format.fill.color, range.format.font.bold, range.worksheet.name];
  });
  expect(read).toEqual([['B', []], ['C', ['Table1']], '#FFFFFF', false, 'C']);
});

test('set() with a nested record reaches the objects behind it', async () => {
  const { Excel, workbook } = openExcel();
  await Excel.run(async (context) => {
    first(context)
      .getRange('A1')
      .set({ values: [['x']], format: { fill: { color: '#FFFF00' }, font: { bold: true } } });
    await context.sync();
  });
  expect(workbook.activeSheet.cell(0, 0)).toMatchObject({ value: 'x', style: { fillColor: '#FFFF00', bold: true } });
});

test.each([
  ['a colour that is none', (c: Excel.RequestContext) => (first(c).getRange('A1').format.fill.color = '12')],
  ['an address that is none', (c: Excel.RequestContext) => first(c).getRange('nowhere at all')],
  ['a negative width', (c: Excel.RequestContext) => (first(c).getRange('A1').format.columnWidth = -1)],
])('%s is an invalid argument', async (_name, work) => {
  await expect(failing(work).run).rejects.toMatchObject({ code: 'InvalidArgument' });
});
