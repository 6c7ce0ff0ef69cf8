// Hidden rows and telling number formats come with the cells of a workbook, whoever wrote it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../files/read-workbook.ts';
import { hasTellingFormats } from '../../files/sheet-looks.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { makeXlsx } from './make-zip.ts';

async function sheetsOf(bytes: Uint8Array, name: string): Promise<SheetTable[]> {
  const reading = await readWorkbook(bytes, name);
  if ('refused' in reading) throw new Error(reading.refused.code);
  return reading.sheets;
}

const hiddenIn = (sheets: readonly SheetTable[]) => sheets.map(({ hiddenRows }) => [...(hiddenRows ?? [])]);

describe('hidden rows of an xlsx', () => {
  const row = (number: number, attributes = '') => `<row r="${number}"${attributes}><c><v>${number}</v></c></row>`;

  it.each<[string, string, number[]]>([
    ['none', row(1) + row(2), []],
    ['by hand', row(1) + row(2, ' hidden="1"') + row(3), [1]],
    ['by a filter that leaves one', row(1) + row(2) + row(3, ' hidden="true"') + row(4, ' hidden="1"'), [2, 3]],
    ['shown again', row(1) + row(2, ' hidden="0"'), []],
    ['low, but not hidden', row(1) + row(2, ' ht="1" customHeight="1"'), []],
  ])('%s', async (_, rows, expected) => {
    const filter =
      '<autoFilter ref="A1:A4"><filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn></autoFilter>';
    const sheets = await sheetsOf(makeXlsx(`<sheetData>${rows}</sheetData>${filter}`), 'a.xlsx');
    expect(hiddenIn(sheets)).toEqual([expected]);
  });
});

// Excel hides rows that nobody uses by their default height, [MS-XLS] 2.4.87 and zeroHeight: only empty ones have it.
test('where empty rows are hidden, those with data are shown', async () => {
  const xml =
    '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="2"><c><v>1</v></c></row></sheetData>';
  expect(hiddenIn(await sheetsOf(makeXlsx(xml), 'a.xlsx'))).toEqual([[]]);
});

const STYLE = Buffer.from([0xe0, 0, 20, 0]);

describe('hidden rows of an old xls', () => {
  /** libre.xls has records for rows 1, 2, 4 and 5 of its first sheet; byte 12 of their content holds the mark. */
  function libreHiding(...rows: number[]): Uint8Array {
    const bytes = readFileSync(join(__dirname, 'fixtures/libre.xls'));
    for (const row of rows) {
      const record = bytes.indexOf(Buffer.from([0x08, 0x02, 16, 0, row - 1, 0]));
      bytes.writeUInt8(bytes.readUInt8(record + 16) | 0x20, record + 16);
    }
    return bytes;
  }

  it.each<[string, number[], number[][]]>([
    ['none', [], [[], []]],
    ['one', [2], [[1], []]],
    ['two', [4, 2], [[1, 3], []]],
  ])('%s', async (_, rows, expected) => {
    expect(hiddenIn(await sheetsOf(libreHiding(...rows), 'a.xls'))).toEqual(expected);
  });

  // looks.xls was written by LibreOffice: row 3 hidden, numbers with zeros, marks and days in columns A and C.
  it('as another program hides them, with the formats of its numbers', async () => {
    const sheets = await sheetsOf(readFileSync(join(__dirname, 'fixtures/looks.xls')), 'looks.xls');
    expect(hiddenIn(sheets)).toEqual([[2], []]);
    expect(sheets.map(({ numberFormats }) => [...(numberFormats ?? [])])).toEqual([
      [
        [0, [undefined, '00000000', '00000000', 'yyyy/m/d', '00000000']],
        [2, [undefined, '"批-"0000', undefined, '"批-"0000', '"批-"0000']],
      ],
      [],
    ]);
  });

  it('with percentages, whose code every Excel knows', async () => {
    const bytes = readFileSync(join(__dirname, 'fixtures/looks.xls'));
    // Cell styles: kind 0xe0, 20 bytes long, the number of the format behind that of the font; own formats begin at 164.
    for (let at = bytes.indexOf(STYLE); at >= 0; at = bytes.indexOf(STYLE, at + 1))
      if (bytes.readUInt16LE(at + 6) >= 164) bytes.writeUInt16LE(10, at + 6);
    const [sheet] = await sheetsOf(bytes, 'looks.xls');
    expect(new Set(sheet?.numberFormats?.get(2))).toEqual(new Set([undefined, '0.00%']));
  });

  it('of a program that writes no records of rows: none', async () => {
    expect(hiddenIn(await sheetsOf(readFileSync(join(__dirname, 'fixtures/payout.xls')), 'a.xls'))).toEqual([[], []]);
  });
});

describe('number formats of an xlsx', () => {
  async function formatsOf(numFmt: string, value: string | number | Date = 12345) {
    const rows = [
      ['No.', 'Amount'],
      [value, 5],
      ['text', 6],
    ];
    const cells = new Map([
      ['1,0', { style: { numFmt } }],
      ['1,1', { style: { numFmt: '#,##0.00' } }],
      ['2,0', { style: { numFmt } }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, cells }] });
    const [sheet] = await sheetsOf(bytes, 'a.xlsx');
    return [...(sheet?.numberFormats ?? [])].map(([column, formats]) => [column, ...formats]);
  }

  it.each<[string, string, string | number | Date, unknown[]]>([
    ['zeros before the digits', '00000000', 12345, [[0, undefined, '00000000']]],
    ['marks before the digits', '"TW"-0000', 12, [[0, undefined, '"TW"-0000']]],
    ['a day', 'yyyy/m/d', new Date(Date.UTC(2024, 4, 1)), [[0, undefined, 'yyyy-mm-dd']]],
    ['a text in such a format', '00000000', '00012345', []],
    ['a percentage', '0.00%', 0.025, [[0, undefined, '0.00%']]],
    ['an amount', '#,##0', 12345, []],
    ['digits as they are', '0', 12345, []],
  ])('%s', async (_, numFmt, value, expected) => {
    expect(await formatsOf(numFmt, value)).toEqual(expected);
  });
});

// Excel writes no code for 0% and 0.00%; LibreOffice describes a style "Percent" in every file.
describe('percentages among the formats that every Excel has', () => {
  const styles = (ofCell: number) =>
    `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${ofCell}"/></cellXfs>`;
  const sheet = '<sheetData><row r="1"><c r="A1"><v>0.1</v></c><c r="B1" s="1"><v>0.1</v></c></row></sheetData>';

  it.each<[number, boolean, unknown[]]>([
    [9, true, [[1, '0%']]],
    [10, true, [[1, '0.00%']]],
    [4, false, []],
    [0, false, []],
  ])('number %d', async (ofCell, isTelling, expected) => {
    const bytes = makeXlsx(sheet, styles(ofCell));
    expect(await hasTellingFormats(bytes)).toBe(isTelling);
    const [read] = await sheetsOf(bytes, 'a.xlsx');
    expect([...(read?.numberFormats ?? [])].map(([column, formats]) => [column, ...formats])).toEqual(expected);
  });
});
