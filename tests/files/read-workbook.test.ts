// Files as downloaded become raw cells; what is no workbook is refused and not thrown.
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../files/read-workbook.ts';
import type { Cell } from '../../core/sheet-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...values: number[]) => new Uint8Array(values);

async function rowsOf(bytes: Uint8Array, name: string): Promise<readonly (readonly Cell[])[]> {
  const reading = await readWorkbook(bytes, name);
  if ('refused' in reading) throw new Error(reading.refused.code);
  return reading.sheets[0]?.rows ?? [];
}

describe('an xlsx file', () => {
  it('gives every sheet with its name, cells by value, ragged rows and blank rows in their place', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '訂單', rows: [['訂單編號', 'n'], [], ['007', 12.5], [true]] },
        { name: 'Empty', rows: [] },
      ],
    });
    const reading = await readWorkbook(bytes, 'a.xlsx');
    expect(reading).toMatchObject({
      sheets: [
        { file: 'a.xlsx', sheet: '訂單', firstRow: 1, firstColumn: 1 },
        { file: 'a.xlsx', sheet: 'Empty', rows: [] },
      ],
    });
    expect(await rowsOf(bytes, 'a.xlsx')).toEqual([
      ['訂單編號', 'n'],
      [null, null],
      ['007', 12.5],
      [true, null],
    ]);
  });

  it('gives formulas by their cached value, error cells as text, rich text as text', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [[1, '#N/A']],
          cells: new Map([
            ['1,0', { formula: 'A1*2', formulaResult: 2 }],
            ['1,1', { richText: [{ text: '=1+' }, { text: '1' }] }],
          ]),
        },
      ],
    });
    expect(await rowsOf(bytes, 'a.xlsx')).toEqual([
      [1, '#N/A'],
      [2, '=1+1'],
    ]);
  });

  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  it.each<[string, '1900' | '1904', Date, number]>([
    ['a day', '1900', day('2024-05-07'), 45419],
    ['a moment', '1900', new Date('2024-05-07T12:00:00Z'), 45419.5],
    ['the same day in a workbook that counts from 1904', '1904', day('2024-05-07'), 45419],
  ])('gives %s as the serial number of the 1900 calendar', async (_, dateSystem, date, serial) => {
    const bytes = await writeXlsx({ dateSystem, sheets: [{ name: 'S', rows: [[date]] }] });
    expect(await rowsOf(bytes, 'a.xlsx')).toEqual([[serial]]);
  });

  it.each([59, 60, 60.5, 0.1, 1531, 1234.5678])(
    'leaves the amount %d unharmed when somebody formatted it as a date',
    async (amount) => {
      const bytes = await writeXlsx({
        sheets: [{ name: 'S', rows: [[amount]], columns: [{ numFmt: 'yyyy-mm-dd' }] }],
      });
      expect(await rowsOf(bytes, 'a.xlsx')).toEqual([[amount]]);
    },
  );
});

describe('a delimited text', () => {
  it.each([
    ['UTF-8', utf8('訂單編號,金額\r\n007,1.50\r\n')],
    ['UTF-8 with a byte order mark', utf8('\ufeff訂單編號,金額\r\n007,1.50\r\n')],
    ['tabs', utf8('訂單編號\t金額\n007\t1.50\n')],
    ['semicolons', utf8('訂單編號;金額\n007;1.50\n')],
    [
      'Big5',
      bytesOf(
        0xad,
        0x71,
        0xb3,
        0xe6,
        0xbd,
        0x73,
        0xb8,
        0xb9,
        0x2c,
        0xaa,
        0xf7,
        0xc3,
        0x42,
        0x0a,
        ...utf8('007,1.50\n'),
      ),
    ],
    [
      'UTF-16',
      new Uint8Array(new Uint16Array([...'\ufeff訂單編號\t金額\n007\t1.50\n'].map((c) => c.charCodeAt(0))).buffer),
    ],
  ])('in %s keeps its cells as text', async (_, bytes) => {
    expect(await rowsOf(bytes, 'orders.csv')).toEqual([
      ['訂單編號', '金額'],
      ['007', '1.50'],
    ]);
  });

  it('in GB18030 is not mistaken for Big5', async () => {
    const bytes = bytesOf(0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a);
    expect(await rowsOf(bytes, 'orders.csv')).toEqual([['订单编号', '金额']]);
  });

  it('keeps blank lines, quoted line breaks, marks against Excel and texts that look like formulas', async () => {
    const text = '"a\nb",="0012"\r\n\r\n`1,"=SUM(A1)"\r\n"x ""q""",5" wide';
    expect(await rowsOf(utf8(text), 'orders.csv')).toEqual([
      ['a\nb', '="0012"'],
      [null],
      ['`1', '=SUM(A1)'],
      ['x "q"', '5" wide'],
    ]);
  });

  it('names its sheet as Excel does', async () => {
    const reading = await readWorkbook(utf8('a,b'), 'my.orders.csv');
    expect(reading).toMatchObject({ sheets: [{ sheet: 'my.orders' }] });
  });
});

describe('what is not a workbook', () => {
  const ole = bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);
  const noise = Uint8Array.from({ length: 512 }, (_, at) => (at * 73 + 41) % 256);
  it.each<[string, Uint8Array, string]>([
    ['a container cut off behind its signature', ole, 'orders.xls'],
    ['random bytes', noise, 'orders.csv'],
    ['random bytes named xlsx', noise, 'orders.xlsx'],
    ['a text named xlsx', utf8('a,b\n1,2'), 'orders.xlsx'],
    ['a zip that is no workbook', bytesOf(0x50, 0x4b, 3, 4, 9, 9, 9, 9), 'orders.xlsx'],
    ['a web page without a table', utf8('\n<html><p>訂單</p></html>'), 'orders.xls'],
    ['a text cut off inside quotes', utf8('a,b\n1,"open\n2,3\n'), 'orders.csv'],
  ])('%s is refused as a value', async (_, bytes, name) => {
    expect(await readWorkbook(bytes, name)).toEqual({
      refused: { code: 'NOT_A_WORKBOOK', file: name, sheet: null, nearest: null, row: null, columns: [] },
    });
  });

  it('a workbook cut off in the middle is refused', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }] });
    expect(await readWorkbook(bytes.slice(0, bytes.length / 2), 'a.xlsx')).toMatchObject({
      refused: { code: 'NOT_A_WORKBOOK' },
    });
  });

  it('an empty text is a sheet without rows: which is another refusal, made where sheets are recognised', async () => {
    expect(await rowsOf(utf8(''), 'a.csv')).toEqual([]);
  });
});
