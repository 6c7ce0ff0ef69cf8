// Workbooks as programs other than Excel write them: false ranges, rows in pieces, cells without places.
import { readWorkbook } from '../../files/read-workbook.ts';
import { makeXlsx } from './make-zip.ts';

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (place: string, value: number) => `<c r="${place}"><v>${value}</v></c>`;

const HEAD = `<row r="1">${text('A1', '訂單編號')}${text('B1', '金額')}</row>`;
const ROWS = `${HEAD}<row r="2">${text('A2', 'X1')}${number('B2', 5)}</row>`;
const EXPECTED = [
  ['訂單編號', '金額'],
  ['X1', 5],
];

async function rowsOf(xml: string) {
  const reading = await readWorkbook(makeXlsx(xml), 'a.xlsx');
  return 'refused' in reading ? reading.refused.code : reading.sheets[0]?.rows;
}

describe('an xlsx that no Excel wrote', () => {
  it.each<[string, string]>([
    ['names a used range of one cell', `<dimension ref="A1"/><sheetData>${ROWS}</sheetData>`],
    ['names a used range of a million rows', `<dimension ref="A1:XFD1048576"/><sheetData>${ROWS}</sheetData>`],
    ['names none', `<sheetData>${ROWS}</sheetData>`],
    ['has rows and cells without their places', `<sheetData>${ROWS.replace(/ r="[A-Z]?\d"/g, '')}</sheetData>`],
    ['merges its cells', `<sheetData>${ROWS}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`],
  ])('and %s is read whole', async (_, xml) => {
    expect(await rowsOf(xml)).toEqual(EXPECTED);
  });

  it('that writes a row in two pieces keeps both', async () => {
    const split = `${HEAD}<row r="2">${text('A2', 'X1')}</row><row r="2">${number('B2', 5)}</row>`;
    expect(await rowsOf(`<sheetData>${split}</sheetData>`)).toEqual(EXPECTED);
  });

  it('that leaves rows out keeps the numbers of the others', async () => {
    const gap = `${HEAD}<row r="4">${text('A4', 'X1')}${number('B4', 5)}</row>`;
    const rows = await rowsOf(`<sheetData>${gap}</sheetData>`);
    expect([rows?.length, rows?.[3]]).toEqual([4, ['X1', 5]]);
  });
});
