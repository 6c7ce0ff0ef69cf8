// Ranges through Microsoft's client: what add-in code writes and reads.
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

function orders() {
  const workbook = new Workbook({ sheetNames: ['Orders', '我的進帳'] });
  workbook.sheet('Orders').load([
    ['order', 'qty', 'amount'],
    ['2601A', 2, 199.5],
    ['2601B', 1, 88],
  ]);
  return openExcel({ workbook });
}

test('reads what a file brought', async () => {
  const { Excel } = orders();
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('orders').getUsedRange();
    range.load('values,address,rowCount,columnCount,valueTypes,text');
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({
    address: 'Orders!A1:C3',
    rowCount: 3,
    columnCount: 3,
    values: [
      ['order', 'qty', 'amount'],
      ['2601A', 2, 199.5],
      ['2601B', 1, 88],
    ],
    valueTypes: [
      ['String', 'String', 'String'],
      ['String', 'Double', 'Double'],
      ['String', 'Double', 'Double'],
    ],
    text: [
      ['order', 'qty', 'amount'],
      ['2601A', '2', '199.5'],
      ['2601B', '1', '88'],
    ],
  });
});

test('number-looking texts become numbers in General cells and stay texts in @ cells', async () => {
  const { Excel, workbook } = orders();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('我的進帳');
    sheet.getRange('A1:B1').values = [['00123', '2026-01-05']];
    sheet.getRange('A2:B2').numberFormat = [['@', '@']];
    sheet.getRange('A2:B2').values = [['00123', '2026-01-05']];
    sheet.getRange('A3').values = [["'00123"]];
    await context.sync();
  });
  const sheet = workbook.sheet('我的進帳');
  expect([sheet.value(0, 0), sheet.value(0, 1), sheet.style(0, 1).numberFormat]).toEqual([123, 46_027, 'yyyy/m/d']);
  expect([sheet.value(1, 0), sheet.value(1, 1)]).toEqual(['00123', '2026-01-05']);
  expect(sheet.value(2, 0)).toBe('00123');
});

test.each([
  ['one value fills the range', 5, [5, 5, 5, 5]],
  ['a 1x1 array fills the range', [['x']], ['x', 'x', 'x', 'x']],
  ['null leaves a cell as it was', [[1, null], [null, 4]], [1, 'b', 'c', 4]], // prettier-ignore
  ['an empty text empties a cell', [['', 2], [3, '']], ['', 2, 3, '']], // prettier-ignore
])('%s', async (_name, values, expected) => {
  const { Excel, workbook } = openExcel();
  const sheet = workbook.activeSheet;
  sheet.load([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
    range.values = values as unknown[][];
    await context.sync();
  });
  expect([sheet.value(0, 0), sheet.value(0, 1), sheet.value(1, 0), sheet.value(1, 1)]).toEqual(expected);
});

test.each([
  ['too few rows', 'A1:B2', [[1, 2]]],
  ['too many columns', 'A1:B1', [[1, 2, 3]]],
  ['too few rows in a large block', 'A1:B2001', Array.from({ length: 2000 }, () => [1, 2])],
  ['a whole column', 'A:A', [[1]]],
])('a write of another size is refused: %s', async (_name, address, values) => {
  const { Excel } = openExcel();
  const write = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).values = values;
    await context.sync();
  });
  await expect(write).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('formulas are stored, worked out, and read back as written', async () => {
  const { Excel } = orders();
  const read = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Orders').getRange('C4:D4');
    cell.formulas = [['=SUM(C2:C3)', 'total']];
    cell.load('values,formulas');
    await context.sync();
    return [cell.values, cell.formulas];
  });
  expect(read).toEqual([[[287.5, 'total']], [['=SUM(C2:C3)', 'total']]]);
});

test.each([
  ['getCell(1,1)', (r: Excel.Range) => r.getCell(1, 1), 'Orders!C3'],
  ['getRow(1)', (r: Excel.Range) => r.getRow(1), 'Orders!B3:D3'],
  ['getColumn(2)', (r: Excel.Range) => r.getColumn(2), 'Orders!D2:D4'],
  ['getLastCell', (r: Excel.Range) => r.getLastCell(), 'Orders!D4'],
  ['getLastRow', (r: Excel.Range) => r.getLastRow(), 'Orders!B4:D4'],
  ['getLastColumn', (r: Excel.Range) => r.getLastColumn(), 'Orders!D2:D4'],
  ['getEntireColumn', (r: Excel.Range) => r.getEntireColumn(), 'Orders!B:D'],
  ['getEntireRow', (r: Excel.Range) => r.getEntireRow(), 'Orders!2:4'],
  ['getOffsetRange(1,-1)', (r: Excel.Range) => r.getOffsetRange(1, -1), 'Orders!A3:C5'],
  ['getResizedRange(-2,1)', (r: Excel.Range) => r.getResizedRange(-2, 1), 'Orders!B2:E2'],
  ['getAbsoluteResizedRange(1,1)', (r: Excel.Range) => r.getAbsoluteResizedRange(1, 1), 'Orders!B2'],
  ['getBoundingRect', (r: Excel.Range) => r.getBoundingRect('F1'), 'Orders!B1:F4'],
  ['getRowsBelow(2)', (r: Excel.Range) => r.getRowsBelow(2), 'Orders!B5:D6'],
  ['getRowsAbove', (r: Excel.Range) => r.getRowsAbove(), 'Orders!B1:D1'],
  ['getColumnsAfter', (r: Excel.Range) => r.getColumnsAfter(), 'Orders!E2:E4'],
  ['getColumnsBefore', (r: Excel.Range) => r.getColumnsBefore(1), 'Orders!A2:A4'],
  ['getIntersectionOrNullObject', (r: Excel.Range) => r.getIntersectionOrNullObject('A1:B3'), 'Orders!B2:B3'],
  ['getUsedRange', (r: Excel.Range) => r.getUsedRange(true), 'Orders!B2:C3'],
])('from B2:D4, %s leads to the right cells', async (_name, go, expected) => {
  const { Excel } = orders();
  const address = await Excel.run(async (context) => {
    const range = go(context.workbook.worksheets.getItem('Orders').getRange('B2:D4'));
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(address).toBe(expected);
});

test('a range outside the sheet is refused', async () => {
  const { Excel } = orders();
  const go = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Orders').getRange('A1').getOffsetRange(-1, 0).load('address');
    await context.sync();
  });
  await expect(go).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('whole columns answer null for cell properties and the rest truly', async () => {
  const { Excel } = orders();
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Orders').getRange('A:B');
    range.load('values,numberFormat,address,cellCount,isEntireColumn');
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({ values: null, numberFormat: null, cellCount: 2_097_152, isEntireColumn: true });
});

test('a kept range moves along when rows are inserted above it, and dies with its cells', async () => {
  const { Excel } = orders();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Orders');
    const kept = sheet.getRange('A2');
    kept.load('values');
    await context.sync();
    sheet.getRange('1:3').insert('Down');
    kept.load('values,address');
    await context.sync();
    expect([kept.address, kept.values]).toEqual(['Orders!A5', [['2601A']]]);
    sheet.getRange('5:5').delete('Up');
    await context.sync();
    kept.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('references are given back at the end of a run', async () => {
  const { Excel, host } = orders();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Orders').getRange('A1');
    range.load('values');
    await context.sync();
    expect([...host.interpreter.kept()]).toHaveLength(1);
  });
  await Excel.run((context) => context.sync());
  expect([...host.interpreter.kept()]).toEqual([]);
});

test.each([
  ['Contents', '', 'Bold', 1],
  ['Formats', 'x', 'Plain', 1],
  ['Hyperlinks', 'x', 'Bold', 0],
  [undefined, '', 'Plain', 0],
] as const)('clear(%p) takes away what it says', async (what, value, look, links) => {
  const { Excel, workbook } = openExcel();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    range.values = [['x']];
    range.format.font.bold = true;
    range.hyperlink = { documentReference: 'Sheet1!B1', screenTip: 'go' };
    range.clear(what);
    await context.sync();
  });
  const sheet = workbook.activeSheet;
  expect([sheet.value(0, 0), sheet.style(0, 0).bold ? 'Bold' : 'Plain', sheet.hyperlinks.size]).toEqual([
    value,
    look,
    links,
  ]);
});

test('a hyperlink writes its text and can be read', async () => {
  const { Excel, workbook } = openExcel();
  const link = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
    range.hyperlink = { documentReference: 'Sheet1!A1', textToDisplay: 'row 1', screenTip: 'go' };
    range.load('hyperlink,values');
    await context.sync();
    return [range.hyperlink, range.values];
  });
  expect(link).toEqual([{ documentReference: 'Sheet1!A1', textToDisplay: 'row 1', screenTip: 'go' }, [['row 1']]]);
  expect(workbook.activeSheet.cell(1, 1)).toMatchObject({ style: { underline: 'Single', fontColor: '#0563C1' } });
});

test('the selected range is known and can be set', async () => {
  const { Excel } = orders();
  const addresses = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('我的進帳').getRange('B2:C3').select();
    const range = context.workbook.getSelectedRange();
    const cell = context.workbook.getActiveCell();
    range.load('address');
    cell.load('address');
    await context.sync();
    return [range.address, cell.address];
  });
  expect(addresses).toEqual(['我的進帳!B2:C3', '我的進帳!B2']);
});

test('rows can be sorted, duplicates removed, cells merged', async () => {
  const { Excel, workbook } = openExcel();
  const sheet = workbook.activeSheet;
  sheet.load([
    ['k', 'v'],
    ['b', 2],
    ['a', 10],
    ['b', 2],
    ['', 1],
  ]);
  const removed = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B5');
    const result = range.removeDuplicates([0, 1], true);
    result.load('removed,uniqueRemaining');
    range.sort.apply([{ key: 1, ascending: false }], false, true);
    context.workbook.worksheets.getActiveWorksheet().getRange('D1:E2').merge();
    await context.sync();
    return [result.removed, result.uniqueRemaining];
  });
  expect(removed).toEqual([1, 3]);
  expect([1, 2, 3, 4].map((row) => sheet.value(row, 1))).toEqual([10, 2, 1, '']);
  expect(sheet.merges).toHaveLength(1);
});

test('rows and columns can be hidden', async () => {
  const { Excel, workbook } = orders();
  const hidden = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Orders');
    sheet.getRange('2:3').rowHidden = true;
    sheet.getRange('B:B').columnHidden = true;
    const cells = sheet.getRange('A1:A3');
    cells.load('rowHidden,columnHidden');
    await context.sync();
    return [cells.rowHidden, cells.columnHidden];
  });
  expect(hidden).toEqual([null, false]);
  expect([[...workbook.sheet('Orders').hiddenRows], [...workbook.sheet('Orders').hiddenColumns]]).toEqual([
    [1, 2],
    [1],
  ]);
});
