// Events reach the handlers that client code has added, after the answer to the batch that caused them.
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

/** Until all messages sent so far have been handled. */
const settled = async (Excel: ReturnType<typeof openExcel>['Excel']) => {
  for (let turn = 0; turn < 3; turn++) await Excel.run((context) => context.sync());
};

type Seen = Record<string, unknown>;

async function listen(add: (context: Excel.RequestContext, see: (event: unknown) => Promise<void>) => void) {
  const excel = openExcel({ workbook: new Workbook({ sheetNames: ['A', 'B'] }) });
  const seen: Seen[] = [];
  await excel.Excel.run(async (context) => {
    add(context, async (event) => void seen.push({ ...(event as Seen) }));
    await context.sync();
  });
  return { ...excel, seen };
}

test('an edit by the page reaches onChanged of its sheet and no other', async () => {
  const { Excel, workbook, seen } = await listen((context, see) => {
    context.workbook.worksheets.getItem('A').onChanged.add(see);
  });
  workbook.sheet('B').write({ row: 0, column: 0, rows: 1, columns: 1 }, [['other']]);
  workbook.sheet('A').write({ row: 1, column: 1, rows: 1, columns: 1 }, [[5]]);
  await settled(Excel);
  expect(seen).toEqual([
    expect.objectContaining({
      type: 'WorksheetChanged',
      address: 'B2',
      changeType: 'RangeEdited',
      worksheetId: workbook.sheet('A').id,
      details: { valueBefore: '', valueAfter: 5, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
    }),
  ]);
});

test('a large write of the client is one event', async () => {
  const { Excel, seen } = await listen((context, see) => {
    context.workbook.worksheets.onChanged.add(see);
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('B').getRange('A1:C3000').values = Array.from({ length: 3000 }, () => [
      1, 2, 3,
    ]);
    await context.sync();
  });
  await settled(Excel);
  expect(seen.map((event) => event['address'])).toEqual(['A1:C3000']);
});

test('selection, activation, adding and deleting are told', async () => {
  const { Excel, workbook, seen } = await listen((context, see) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('B').onSelectionChanged.add(see);
    worksheets.onActivated.add(see);
    worksheets.onAdded.add(see);
    worksheets.onDeleted.add(see);
  });
  workbook.select(workbook.sheet('B'), { row: 0, column: 0, rows: 2, columns: 2 });
  workbook.sheets.remove(workbook.sheets.add('C'));
  await settled(Excel);
  expect(seen.map((event) => event['type'])).toEqual([
    'WorksheetActivated',
    'WorksheetSelectionChanged',
    'WorksheetAdded',
    'WorksheetDeleted',
  ]);
  expect(seen[1]).toMatchObject({ address: 'A1:B2', worksheetId: workbook.sheet('B').id });
});

test('a removed handler hears nothing, and so does everyone while events are off', async () => {
  const excel = openExcel();
  const seen: unknown[] = [];
  const see = async (event: unknown) => void seen.push(event);
  const handler = await excel.Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(see);
    context.runtime.enableEvents = false;
    await context.sync();
    return added;
  });
  const edit = () => excel.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [[1]]);
  edit();
  await settled(excel.Excel);
  expect(seen).toHaveLength(0);
  excel.workbook.eventsEnabled = true;
  edit();
  await settled(excel.Excel);
  expect(seen).toHaveLength(1);
  await excel.Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  edit();
  await settled(excel.Excel);
  expect(seen).toHaveLength(1);
});

test('a change in a table reaches the table', async () => {
  const workbook = new Workbook();
  workbook.activeSheet.load([['k'], [1]]);
  const table = workbook.tables.add(workbook.activeSheet, { row: 0, column: 0, rows: 2, columns: 1 }, true);
  const { Excel } = openExcel({ workbook });
  const seen: Seen[] = [];
  await Excel.run(async (context) => {
    context.workbook.tables.getItem(table.name).onChanged.add(async (event) => void seen.push({ ...event }));
    await context.sync();
  });
  workbook.activeSheet.write({ row: 1, column: 0, rows: 1, columns: 1 }, [[2]]);
  await settled(Excel);
  expect(seen).toEqual([expect.objectContaining({ tableId: table.id, address: 'A2' })]);
});

test('inserted rows are told as such', async () => {
  const { Excel, workbook, seen } = await listen((context, see) => {
    context.workbook.worksheets.getItem('A').onChanged.add(see);
  });
  workbook.structure.insert(workbook.sheet('A'), { row: 1, column: 0, rows: 2, columns: 16_384 }, 'Down');
  await settled(Excel);
  expect(seen).toEqual([expect.objectContaining({ changeType: 'RowInserted', address: '2:3' })]);
});
