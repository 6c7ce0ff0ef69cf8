// The workbook without the client: what the workbench page and file loading use.
import { exportWorkbook } from '../../../workbench/host/model/export-workbook.ts';
import type { WorkbookChange } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

test('cells of a file are loaded as they are, texts that look like numbers included', () => {
  const sheet = new Workbook().activeSheet;
  sheet.load([['0012', 3, true, null, '=not a formula']]);
  expect([0, 1, 2, 3, 4].map((column) => sheet.cell(0, column).value)).toEqual(['0012', 3, true, '', '=not a formula']);
  expect(sheet.usedSize()).toEqual({ rows: 1, columns: 5 });
});

test('a cell shows value, formula, text and look', () => {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  sheet.write({ row: 0, column: 0, rows: 1, columns: 2 }, [[1234.5, '=A1*2']]);
  sheet.restyle({ row: 0, column: 0, rows: 1, columns: 2 }, (style) => ({ ...style, numberFormat: '#,##0.00' }));
  expect(sheet.cell(0, 1)).toMatchObject({ value: 2469, formula: '=A1*2', text: '2,469.00', hyperlink: undefined });
});

test('used size ends at the last content; the used range counts formats too unless told otherwise', () => {
  const sheet = new Workbook().activeSheet;
  sheet.load([['x']], { row: 2, column: 1 });
  sheet.restyle({ row: 5, column: 5, rows: 1, columns: 1 }, (style) => ({ ...style, bold: true }));
  expect(sheet.usedSize()).toEqual({ rows: 3, columns: 2 });
  expect(sheet.grid.usedArea(true)).toEqual({ row: 2, column: 1, rows: 1, columns: 1 });
  expect(sheet.grid.usedArea(false)).toEqual({ row: 2, column: 1, rows: 4, columns: 5 });
});

test('every change is told to the page until it stops listening', () => {
  const workbook = new Workbook({ sheetNames: ['A', 'B'] });
  const seen: WorkbookChange['kind'][] = [];
  const stop = workbook.onChange((change) => seen.push(change.kind));
  workbook.sheet('A').write({ row: 0, column: 0, rows: 1, columns: 1 }, [[1]]);
  workbook.select(workbook.sheet('B'), { row: 0, column: 0, rows: 1, columns: 1 });
  workbook.sheets.rename(workbook.sheet('B'), 'C');
  stop();
  workbook.sheets.add();
  expect(seen).toEqual(['cells', 'sheetDeactivated', 'sheetActivated', 'selection', 'sheetChanged']);
});

test('equal looks are kept once', () => {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  const bold = { row: 0, column: 0, rows: 1000, columns: 3 };
  sheet.restyle(bold, (style) => ({ ...style, bold: true }));
  sheet.restyle(bold, (style) => ({ ...style, italic: true }));
  expect(workbook.styles.all()).toHaveLength(3);
});

test('a sheet that is not there is an error by name', () => {
  expect(() => new Workbook().sheet('nope')).toThrow(expect.objectContaining({ code: 'ItemNotFound' }));
});

test('the whole workbook is exported as plain data for saving', () => {
  const workbook = new Workbook({ sheetNames: ['Result', 'Orders'] });
  const sheet = workbook.sheet('Result');
  sheet.load([
    ['order', 'net'],
    ['A1', 100],
  ]);
  sheet.write({ row: 2, column: 1, rows: 1, columns: 1 }, [['=SUM(B2:B2)']]);
  workbook.tables.rename(workbook.tables.add(sheet, { row: 0, column: 0, rows: 2, columns: 2 }, true), 'Result1');
  sheet.restyle({ row: 1, column: 1, rows: 1, columns: 1 }, (style) => ({ ...style, numberFormat: '0.00' }));
  sheet.columnWidths.set(0, 90);
  sheet.frozen = { rows: 1, columns: 0 };
  workbook.names.add('total', '=Result!B3', '');
  const exported = exportWorkbook(workbook);
  expect(exported.sheets[0]).toMatchObject({
    name: 'Result',
    frozen: { rows: 1, columns: 0 },
    tables: [{ name: 'Result1', columns: ['order', 'net'], area: { row: 0, column: 0, rows: 2, columns: 2 } }],
    rows: [
      { row: 0, cells: [{ column: 0, value: 'order', style: 0 }, { column: 1, value: 'net' }] }, // prettier-ignore
      { row: 1, cells: [{ column: 0, value: 'A1' }, { column: 1, value: 100, style: 1 }] }, // prettier-ignore
      { row: 2, cells: [{ column: 1, value: 100, formula: '=SUM(B2:B2)' }] },
    ],
  });
  expect(exported.styles[1]?.numberFormat).toBe('0.00');
  expect([exported.activeSheet, exported.names]).toEqual([
    'Result',
    [{ name: 'total', formula: '=Result!B3', scope: undefined }],
  ]);
});
