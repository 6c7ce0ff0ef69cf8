// Looks, sizes, conditional formats and validation through Microsoft's client.
import { openExcel } from '../../../workbench/host/node-bridge.ts';

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

test('fills, fonts, alignments and number formats reach every cell of the range', async () => {
  const { Excel, workbook } = openExcel();
  await Excel.run(async (context) => {
    const { format } = sheetOf(context).getRange('B2:C3');
    format.fill.color = 'ffcc00';
    format.font.bold = true;
    format.font.color = '#112233';
    format.font.size = 14;
    format.horizontalAlignment = 'Right';
    format.wrapText = true;
    format.indentLevel = 2;
    sheetOf(context).getRange('B2:C3').numberFormat = [
      ['@', '0.00'],
      ['#,##0', 'yyyy-mm-dd'],
    ];
    await context.sync();
  });
  const sheet = workbook.activeSheet;
  const look = { fillColor: '#FFCC00', bold: true, fontColor: '#112233', fontSize: 14, horizontalAlignment: 'Right' };
  expect(sheet.style(1, 1)).toMatchObject({ ...look, wrapText: true, indentLevel: 2, numberFormat: '@' });
  expect(sheet.style(2, 2)).toMatchObject({ ...look, numberFormat: 'yyyy-mm-dd' });
  expect(sheet.style(0, 0)).toMatchObject({ fillColor: '', bold: false, numberFormat: 'General' });
});

test('a property that differs within the range reads as null', async () => {
  const { Excel } = openExcel();
  const read = await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A1').format.font.bold = true;
    const range = sheet.getRange('A1:A2');
    range.load('format/font/bold,format/font/italic');
    await context.sync();
    return [range.format.font.bold, range.format.font.italic];
  });
  expect(read).toEqual([null, false]);
});

test('a filled fill can be cleared, and an unfilled one is white', async () => {
  const { Excel, workbook } = openExcel();
  const colour = await Excel.run(async (context) => {
    const { fill } = sheetOf(context).getRange('A1').format;
    fill.color = '#FF0000';
    fill.clear();
    fill.load('color');
    await context.sync();
    return fill.color;
  });
  expect([colour, workbook.activeSheet.style(0, 0).fillColor]).toEqual(['#FFFFFF', '']);
});

test('whole columns are styled without a cell each, and cells written later look so', async () => {
  const { Excel, workbook } = openExcel();
  await Excel.run(async (context) => {
    sheetOf(context).getRange('A:B').format.font.italic = true;
    sheetOf(context).getRange('2:2').format.fill.color = '#00FF00';
    await context.sync();
  });
  const sheet = workbook.activeSheet;
  expect(sheet.grid.rows).toHaveLength(2);
  expect(sheet.style(500_000, 1).italic).toBe(true);
  expect(sheet.style(1, 0)).toMatchObject({ italic: true, fillColor: '#00FF00' });
  expect(sheet.style(1, 9)).toMatchObject({ italic: false, fillColor: '#00FF00' });
});

test.each([
  ['EdgeTop', [0, 1], 'top'],
  ['EdgeBottom', [2, 1], 'bottom'],
  ['EdgeLeft', [1, 0], 'left'],
  ['EdgeRight', [1, 2], 'right'],
  ['InsideHorizontal', [1, 1], 'bottom'],
  ['InsideVertical', [1, 1], 'right'],
] as const)('%s of A1:C3 is drawn at cell %p', async (edge, [row, column], side) => {
  const { Excel, workbook } = openExcel();
  const read = await Excel.run(async (context) => {
    const border = sheetOf(context).getRange('A1:C3').format.borders.getItem(edge);
    border.style = 'Double';
    border.color = '#0000FF';
    border.load('style,color,weight,sideIndex');
    await context.sync();
    return border.toJSON();
  });
  const line = { style: 'Double', color: '#0000FF', weight: 'Thin' };
  expect(read).toEqual({ ...line, sideIndex: edge });
  expect(workbook.activeSheet.style(row, column).borders[side]).toEqual(line);
});

test('widths and heights are set, fitted and read', async () => {
  const { Excel, workbook } = openExcel();
  workbook.activeSheet.load([['short', 'a much longer text', '中文字']]);
  const read = await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A:A').format.columnWidth = 100;
    sheet.getRange('1:1').format.rowHeight = 30;
    sheet.getRange('B:C').format.autofitColumns();
    const [a, d, all] = ['A1', 'D1', 'A1:D1'].map((address) => sheet.getRange(address).format);
    [a, d, all].forEach((format) => format?.load('columnWidth,rowHeight'));
    await context.sync();
    return [a?.columnWidth, a?.rowHeight, d?.columnWidth, all?.columnWidth];
  });
  expect(read).toEqual([100, 30, 48, null]);
  const widths = workbook.activeSheet.columnWidths;
  expect(widths.get(1)).toBeGreaterThan(widths.get(2) ?? 0);
});

test('conditional formats are kept with rule and look', async () => {
  const { Excel, workbook } = openExcel();
  const read = await Excel.run(async (context) => {
    const range = sheetOf(context).getRange('A1:A9');
    const custom = range.conditionalFormats.add('Custom');
    custom.custom.rule.formula = '=A1<0';
    custom.custom.format.font.color = '#FF0000';
    const cell = range.conditionalFormats.add('CellValue');
    cell.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' };
    cell.cellValue.format.fill.color = '#00FF00';
    const text = range.conditionalFormats.add('ContainsText');
    text.textComparison.rule = { operator: 'Contains', text: 'SHORT' };
    text.stopIfTrue = true;
    range.conditionalFormats.load('items/type');
    const other = range.conditionalFormats.getItemAt(0).customOrNullObject;
    other.load();
    await context.sync();
    return [range.conditionalFormats.items.map((item) => item.type), other.isNullObject];
  });
  expect(read).toEqual([['ContainsText', 'CellValue', 'Custom'], true]);
  expect(workbook.activeSheet.conditionalFormats).toMatchObject([
    { rule: { operator: 'Contains', text: 'SHORT' }, stopIfTrue: true },
    { rule: { formula1: '=5', operator: 'GreaterThan' }, format: { fillColor: '#00FF00' } },
    { rule: '=A1<0', format: { fontColor: '#FF0000' } },
  ]);
  await Excel.run(async (context) => {
    sheetOf(context).getRange('A5').conditionalFormats.clearAll();
    await context.sync();
  });
  expect(workbook.activeSheet.conditionalFormats).toEqual([]);
});

test('validation rules are kept and read back', async () => {
  const { Excel } = openExcel();
  const read = await Excel.run(async (context) => {
    const { dataValidation } = sheetOf(context).getRange('A1:A9');
    dataValidation.rule = { list: { inCellDropDown: true, source: 'open,done' } };
    dataValidation.load('type,rule');
    const inside = sheetOf(context).getRange('A3').dataValidation;
    inside.load('type');
    const outside = sheetOf(context).getRange('B3').dataValidation;
    outside.load('type');
    await context.sync();
    return [dataValidation.type, dataValidation.rule.list?.source, inside.type, outside.type];
  });
  expect(read).toEqual(['List', 'open,done', 'List', 'None']);
});
