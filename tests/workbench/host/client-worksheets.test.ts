// Worksheets, panes, names, settings and properties through Microsoft's client.
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

const three = () => openExcel({ workbook: new Workbook({ sheetNames: ['A', 'B', 'C'] }) });

test('sheets are listed in tab order with what was asked for', async () => {
  const { Excel } = three();
  const names = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('C').position = 0;
    worksheets.load('items/name,items/position');
    await context.sync();
    return worksheets.items.map((sheet) => `${sheet.position} ${sheet.name}`);
  });
  expect(names).toEqual(['0 C', '1 A', '2 B']);
});

test.each([
  ['', 'InvalidArgument'],
  ['x'.repeat(32), 'InvalidArgument'],
  ['a/b', 'InvalidArgument'],
  ['a:b', 'InvalidArgument'],
  ['[a]', 'InvalidArgument'],
  ['what?', 'InvalidArgument'],
  ["'a", 'InvalidArgument'],
  ['History', 'InvalidArgument'],
  ['b', 'ItemAlreadyExists'],
])('a sheet cannot be called %p', async (name, code) => {
  const { Excel } = three();
  const add = Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  await expect(add).rejects.toMatchObject({ code });
  const rename = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').name = name;
    await context.sync();
  });
  await expect(rename).rejects.toMatchObject({ code });
});

test('31 characters of any language make a good name', async () => {
  const { Excel, workbook } = three();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('對'.repeat(31));
    await context.sync();
  });
  expect(workbook.sheets.all()).toHaveLength(4);
});

test('first, last, next, previous and active sheets are found, hidden ones passed over when asked', async () => {
  const { Excel } = three();
  const names = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('B').visibility = 'Hidden';
    worksheets.getItem('C').activate();
    const sheets = [
      worksheets.getFirst(),
      worksheets.getLast(true),
      worksheets.getItem('A').getNext(),
      worksheets.getItem('A').getNext(true),
      worksheets.getItem('C').getPrevious(),
      worksheets.getActiveWorksheet(),
    ];
    sheets.forEach((sheet) => sheet.load('name'));
    const count = worksheets.getCount(true);
    await context.sync();
    return [...sheets.map((sheet) => sheet.name), count.value];
  });
  expect(names).toEqual(['A', 'C', 'B', 'C', 'B', 'C', 2]);
});

test('deleting the active sheet activates its neighbour; the last visible one stays', async () => {
  const { Excel, workbook } = three();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').delete();
    context.workbook.worksheets.getItem('C').delete();
    await context.sync();
  });
  expect(workbook.activeSheet.name).toBe('B');
  const last = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('B').delete();
    await context.sync();
  });
  await expect(last).rejects.toMatchObject({ code: 'InvalidOperation' });
});

test('a new sheet is marked as ours by a custom property and found again', async () => {
  const { Excel } = three();
  const marks = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Result');
    sheet.tabColor = '#ff8800';
    sheet.showGridlines = false;
    sheet.customProperties.add('madeBy', 'clearsheet');
    await context.sync();
    const mark = sheet.customProperties.getItemOrNullObject('MADEBY');
    const none = context.workbook.worksheets.getItem('A').customProperties.getItemOrNullObject('madeBy');
    mark.load('key,value');
    none.load('value');
    sheet.load('tabColor,showGridlines');
    await context.sync();
    return [mark.key, mark.value, none.isNullObject, sheet.tabColor, sheet.showGridlines];
  });
  expect(marks).toEqual(['madeBy', 'clearsheet', true, '#FF8800', false]);
});

test.each([
  ['freezeRows(1)', (p: Excel.WorksheetFreezePanes) => p.freezeRows(1), '1:1'],
  ['freezeColumns(2)', (p: Excel.WorksheetFreezePanes) => p.freezeColumns(2), 'A:B'],
  ['freezeAt(A1:B3)', (p: Excel.WorksheetFreezePanes) => p.freezeAt('A1:B3'), 'A1:B3'],
])('%s freezes what it says', async (_name, freeze, expected) => {
  const { Excel } = three();
  const address = await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('A');
    freeze(freezePanes);
    const location = freezePanes.getLocationOrNullObject();
    location.load('address');
    await context.sync();
    return location.address;
  });
  expect(address).toBe(`A!${expected}`);
});

test('unfrozen panes have no location', async () => {
  const { Excel } = three();
  const isNull = await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('A');
    freezePanes.freezeRows(1);
    freezePanes.unfreeze();
    const location = freezePanes.getLocationOrNullObject();
    location.load('address');
    await context.sync();
    return location.isNullObject;
  });
  expect(isNull).toBe(true);
});

test('names for cells are added, read, found by ranges and deleted', async () => {
  const { Excel, workbook } = three();
  const read = await Excel.run(async (context) => {
    const { names } = context.workbook;
    names.add('total', context.workbook.worksheets.getItem('B').getRange('C5'), 'the total');
    names.add('rate', '=0.05');
    context.workbook.worksheets.getItem('A').names.add('own', '=A!$A$1');
    names.load('items/name,items/formula,items/type,items/comment');
    const range = names.getItem('TOTAL').getRange();
    range.load('address');
    await context.sync();
    const items = names.items.map((item) => [item.name, item.formula, item.type]);
    names.getItem('rate').delete();
    await context.sync();
    return [...items, range.address];
  });
  expect(read).toEqual([['total', '=B!C5', 'Range'], ['rate', '=0.05', 'String'], 'B!C5']);
  expect(workbook.names.each().map((item) => item.name)).toEqual(['total', 'own']);
});

test('settings of the workbook keep values of any kind', async () => {
  const { Excel, workbook } = three();
  const read = await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('server', { url: 'https://localhost', retries: 3 });
    settings.add('old', 1);
    settings.getItem('old').delete();
    const setting = settings.getItem('server');
    const none = settings.getItemOrNullObject('old');
    setting.load('value');
    none.load('key');
    await context.sync();
    return [setting.value, none.isNullObject];
  });
  expect(read).toEqual([{ url: 'https://localhost', retries: 3 }, true]);
  expect(workbook.settings.size).toBe(1);
});

test('document properties and the application answer', async () => {
  const { Excel, workbook } = three();
  const read = await Excel.run(async (context) => {
    const { properties, application } = context.workbook;
    properties.title = '對帳';
    properties.custom.add('batch', 7);
    application.calculationMode = 'Manual';
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate('Full');
    properties.load('title');
    properties.custom.load('items/key,items/value,items/type');
    application.load('calculationMode');
    await context.sync();
    return [
      properties.title,
      properties.custom.items.map((i) => [i.key, i.value, i.type]),
      application.calculationMode,
    ];
  });
  expect(read).toEqual(['對帳', [['batch', 7, 'Number']], 'Manual']);
  expect(workbook.calculationMode).toBe('Manual');
});

test('several workbooks stand beside each other', async () => {
  const [first, second] = [three(), three()];
  await Promise.all(
    [first, second].map(({ Excel }, index) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add(`Only ${index}`);
        await context.sync();
      }),
    ),
  );
  const names = [first, second].map(({ workbook }) => workbook.sheets.all().at(-1)?.name);
  expect(names).toEqual(['Only 0', 'Only 1']);
});

test('as globals, add-in code finds Excel, and afterwards it is gone', async () => {
  const excel = three();
  const back = excel.useAsGlobals();
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  back();
  expect(name).toBe('A');
  expect('Excel' in globalThis).toBe(false);
});
