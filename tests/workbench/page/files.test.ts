// Files into the workbook and out of it: what is saved can be opened again and says the same.
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../../files/read-workbook.ts';
import type { Sheet, Workbook as WorkbookShape } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { freeName, openFile } from '../../../workbench/page/open-file.ts';
import { saveWorkbook } from '../../../workbench/page/save-workbook.ts';
import { area, sheetOf } from './sheets.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function reopened(workbook: WorkbookShape): Promise<Sheet> {
  const sheets = await openFile(new Workbook({ sheetNames: [] }), await saveWorkbook(workbook), 'saved.xlsx');
  if (!sheets?.[0]) throw new Error('the saved file cannot be opened');
  return sheets[0];
}

test.each(['orders', 'income'])('the sample file of %s opens with its values where they stand', async (name) => {
  const file = readFileSync(`workbench/samples/shopee_tw_${name}.xlsx`);
  const sheets = await openFile(new Workbook({ sheetNames: [] }), file, `${name}.xlsx`);
  const texts = sheets?.[0]?.grid.rows.flatMap((row) => row?.values ?? []);
  expect(texts).toEqual(expect.arrayContaining(['訂單編號', '2405018K2M4N6P']));
});

test('a csv opens as texts: leading zeros and long numbers stay', async () => {
  const sheets = await openFile(new Workbook(), bytes('no,amount\n0012,1e5\n2405018123456789,=1+1'), 'rows.csv');
  const [sheet] = sheets ?? [];
  expect(sheet?.name).toBe('rows');
  expect([sheet?.value(1, 0), sheet?.value(1, 1), sheet?.value(2, 0), sheet?.value(2, 1)]).toEqual([
    '0012',
    '1e5',
    '2405018123456789',
    '=1+1',
  ]);
});

test.each([
  ['random bytes', new Uint8Array([1, 2, 3, 0, 5]), 'x.xlsx'],
  ['a web page', bytes('<html>no</html>'), 'x.csv'],
])('%s is refused and adds no sheet', async (_what, content, name) => {
  const workbook = new Workbook();
  expect(await openFile(workbook, content, name)).toBeNull();
  expect(workbook.sheets.all()).toHaveLength(1);
});

test.each([
  ['orders', 'orders'],
  ['Sheet1', 'Sheet1 (2)'],
  ['sheet1', 'sheet1 (2)'],
  ['a/b[c]', 'a b c'],
  ['', 'Sheet'],
  ['x'.repeat(40), 'x'.repeat(31)],
])('the sheet name %j becomes %j', (wanted, name) => {
  expect(freeName(new Workbook(), wanted)).toBe(name);
});

test('values, formulas, looks, sizes and frozen panes come back as they were saved', async () => {
  const sheet = sheetOf('0.1 | 訂單 | TRUE', '=A1*3 | 2024/5/7 | .');
  sheet.load([['=1+1', '0012']], { row: 2, column: 0 });
  const line = { style: 'Continuous', color: '#0F6B5C', weight: 'Thin' };
  sheet.restyle(area('A1'), (style) => ({
    ...{ ...style, bold: true, fillColor: '#E3F1E7', fontColor: '#14532D', fontSize: 16 },
    ...{ numberFormat: '#,##0.00', horizontalAlignment: 'Right', wrapText: true, borders: { top: line } },
  }));
  sheet.columnWidths.set(1, 90);
  sheet.rowHeights.set(0, 30);
  sheet.frozen = { rows: 1, columns: 1 };
  sheet.hiddenRows.add(1);
  sheet.tabColor = '#0F6B5C';
  sheet.showGridlines = false;
  sheet.merges = [area('D1:E2')];
  const back = await reopened(sheet.workbook);
  const texts = [0, 1, 2].map((row) => [0, 1, 2].map((column) => back.text(row, column)));
  expect(texts).toEqual([
    ['0.10', '訂單', 'TRUE'],
    ['0.3', '2024/5/7', ''],
    ['=1+1', '0012', ''],
  ]);
  expect([back.grid.formula(1, 0), back.grid.formula(2, 0)]).toEqual(['=A1*3', undefined]);
  expect(back.style(0, 0)).toMatchObject({ bold: true, fillColor: '#E3F1E7', fontColor: '#14532D', fontSize: 16 });
  expect(back.style(0, 0)).toMatchObject({ horizontalAlignment: 'Right', wrapText: true });
  expect([back.columnWidths.get(1), back.rowHeights.get(0), back.hiddenRows.has(1)]).toEqual([90, 30, true]);
  expect(back.frozen).toEqual({ rows: 1, columns: 1 });
  expect([back.tabColor, back.showGridlines]).toEqual(['#0F6B5C', false]);
  expect(back.merges).toEqual([area('D1:E2')]);
});

test('formulas are saved with their results, for readers that do not calculate', async () => {
  const reading = await readWorkbook(await saveWorkbook(sheetOf('2 | =A1*3 | ="R"&A1').workbook), 'saved.xlsx');
  expect('sheets' in reading && reading.sheets[0]?.rows).toEqual([[2, 6, 'R2']]);
});

test('texts that look like codes of characters come back as they were, also where a formula makes them', async () => {
  const sheet = sheetOf('_x0041_ | ="_x00"&"41_"', '_x000D_ | ok');
  const back = await reopened(sheet.workbook);
  const texts = [0, 1].map((row) => [0, 1].map((column) => back.text(row, column)));
  expect(texts).toEqual([
    ['_x0041_', '_x0041_'],
    ['_x000D_', 'ok'],
  ]);
});

test('tables come back with name, place and style', async () => {
  const sheet = sheetOf('status | net', 'exact | 1');
  const table = sheet.workbook.tables.add(sheet, area('A1:B2'), true);
  sheet.workbook.tables.rename(table, 'orders_1');
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  const back = await reopened(sheet.workbook);
  expect(back.workbook.tables.all()).toMatchObject([
    { name: 'orders_1', area: area('A1:B2'), style: 'TableStyleLight1', showBandedRows: false },
  ]);
});

test('conditional formats are in the file', async () => {
  const sheet = sheetOf('short');
  const format = { fillColor: '#FBE4E3', fontColor: '#8E1B14' };
  sheet.conditionalFormats = [
    { id: '1', area: area('A1:A9'), type: 'Custom', stopIfTrue: false, rule: '=$A1="short"', format },
  ];
  const { readXlsx } = await import('hucre/xlsx');
  const file = await readXlsx(await saveWorkbook(sheet.workbook), { readStyles: true });
  expect(file.sheets[0]?.conditionalRules).toMatchObject([
    { type: 'expression', range: 'A1:A9', formula: '$A1="short"', style: { fill: { bgColor: { rgb: 'FBE4E3' } } } },
  ]);
});
