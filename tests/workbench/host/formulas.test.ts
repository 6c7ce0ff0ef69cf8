// Formulas on a small sheet: A1:C5 is a table of payouts, D holds loose cells.
import { parseArea } from '../../../workbench/host/model/area.ts';
import type { CellWrite } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

const at = (address: string) => {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  return area;
};

function book(): Workbook {
  const workbook = new Workbook({ sheetNames: ['撥款', 'My sheet'] });
  const sheet = workbook.sheet('撥款');
  const cells: CellWrite[][] = [
    ['order', 'net', 'state'],
    ['A1', 100, 'EXACT'],
    ['A2', 250.5, 'SHORT'],
    ['B1', -30, 'EXACT'],
    ['B2', '', 'OVER'],
  ];
  sheet.load(cells);
  workbook.tables.rename(workbook.tables.add(sheet, at('A1:C5'), true), 'Payouts');
  sheet.load([[5], ['text'], [true], ['7']], { row: 0, column: 3 });
  workbook.sheet('My sheet').load([[11], [22]]);
  workbook.names.add('rate', '=撥款!$D$1', '');
  return workbook;
}

function value(formula: string, row = 20, column = 20) {
  const sheet = book().sheet('撥款');
  sheet.write({ row, column, rows: 1, columns: 1 }, [[formula]]);
  return sheet.value(row, column);
}

test.each([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['=2^3^2', 64],
  ['=-2^2', 4],
  ['=10%', 0.1],
  ['="a"&1&TRUE', 'a1true'],
  ['="say ""hi"""', 'say "hi"'],
  ['=1.1-1-0.1', 0],
  ['=B2', 100],
  ['=$B$2+B3', 350.5],
  ["='My sheet'!A2", 22],
  ["=SUM('My sheet'!A:A)", 33],
  ['=rate*2', 10],
  ['=SUM(B2:B5)', 320.5],
  ['=SUM(B2:B5,1,"2")', 323.5],
  ['=SUM(Payouts[net])', 320.5],
  ['=SUM(payouts[NET])', 320.5],
  ['=COUNTA(Payouts[order])', 4],
  ['=COUNTA(Payouts[#All])', 14],
  ['=COUNT(Payouts[[order]:[net]])', 3],
  ['=SUBTOTAL(109,Payouts[net])', 320.5],
  ['=SUBTOTAL(103,Payouts[net])', 3],
  ['=AVERAGE(B2:B4)', 106.83333333333333],
  ['=MIN(B2:B5)', -30],
  ['=MAX(B2:B5)', 250.5],
  ['=MAX(F1:F9)', 0],
  ['=COUNTIF(Payouts[state],"EXACT")', 2],
  ['=COUNTIF(Payouts[state],"<>EXACT")', 2],
  ['=COUNTIF(Payouts[net],">=100")', 2],
  ['=COUNTIF(Payouts[order],"A*")', 2],
  ['=COUNTIF(Payouts[order],"?2")', 2],
  ['=COUNTIF(Payouts[net],"")', 1],
  ['=COUNTIFS(Payouts[state],"EXACT",Payouts[net],"<0")', 1],
  ['=SUMIF(Payouts[state],"exact",Payouts[net])', 70],
  ['=SUMIF(B2:B5,">0")', 350.5],
  ['=SUMIFS(Payouts[net],Payouts[state],"EXACT",Payouts[order],"A*")', 100],
  ['=ROUND(2.345,2)', 2.35],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1234,-2)', 1200],
  ['=ROUNDDOWN(2.99,1)', 2.9],
  ['=ROUNDUP(2.01,1)', 2.1],
  ['=ABS(B4)', 30],
  ['=IF(B2>99,"yes","no")', 'yes'],
  ['=IF(FALSE,1)', false],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=AND(B2=100,B3<>1)', true],
  ['=OR(1>2,"a"="A")', true],
  ['=NOT(TRUE)', false],
  ['=LEN("撥款")', 2],
  ['=HYPERLINK("#撥款!A5","row 5")', 'row 5'],
  ['=F1', 0],
  ['=F1=0', true],
  ['="a">1', true],
  ['=1/0', '#DIV/0!'],
  ['=D2+1', '#VALUE!'],
  ['=D4+1', 8],
  ['=Nowhere!A1', '#REF!'],
  ['=SUM(Payouts[none])', '#REF!'],
  ['=unknown_name', '#NAME?'],
  ['=XLOOKUP(1,2,3)', '#NAME?'],
  ['=SUM((1', '#NAME?'],
  ['=#N/A', '#N/A'],
  ['=U21', 0],
])('%s is %p', (formula, expected) => {
  expect(value(formula)).toBe(expected);
});

test('inside a table a column name alone means the own table, with @ the own row', () => {
  expect(value('=SUM([net])', 4, 2)).toBe(320.5);
  expect(value('=[@net]*2', 2, 2)).toBe(501);
});

test('a formula follows the cells it reads', () => {
  const workbook = book();
  const sheet = workbook.sheet('撥款');
  sheet.write(at('H1:H2'), [['=B2*2'], ['=H1+1']]);
  expect(sheet.value(1, 7)).toBe(201);
  sheet.write(at('B2'), [[1]]);
  expect(sheet.value(1, 7)).toBe(3);
});

test('SUBTOTAL passes over other SUBTOTALs, and with 109 over hidden rows', () => {
  const sheet = book().sheet('撥款');
  sheet.write(at('B6:B8'), [['=SUBTOTAL(9,B2:B5)'], ['=SUBTOTAL(9,B2:B6)'], ['=SUBTOTAL(109,B2:B6)']]);
  sheet.hiddenRows.add(1);
  expect([sheet.value(6, 1), sheet.value(7, 1)]).toEqual([320.5, 220.5]);
});

test('cells that depend on each other in a circle show 0', () => {
  const sheet = book().sheet('撥款');
  sheet.write(at('H1:H2'), [['=H2'], ['=H1']]);
  expect(sheet.value(0, 7)).toBe(0);
});

test('an error in a summed cell is the error of the sum', () => {
  const sheet = book().sheet('撥款');
  sheet.write(at('B5'), [['=1/0']]);
  sheet.write(at('H1'), [['=SUM(Payouts[net])']]);
  expect(sheet.value(0, 7)).toBe('#DIV/0!');
});
