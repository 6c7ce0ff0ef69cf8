// Archives as platforms send them: names in any encoding, rubbish beside the files, damage.
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../files/read-workbook.ts';
import { encode } from './encode-text.ts';
import { makeZip, type ZipFile } from './make-zip.ts';

const CSV = '訂單編號,金額\nA1,5\n';

async function read(files: readonly ZipFile[]) {
  const reading = await readWorkbook(makeZip(files), '對帳.zip');
  if ('refused' in reading) return reading.refused;
  return {
    sheets: reading.sheets.map(({ file, sheet, rows }) => `${file} | ${sheet} | ${rows.length}`),
    unread: reading.unread.map(({ code, file }) => `${code} ${file}`),
  };
}

describe('a zip archive', () => {
  it('gives each file under its own name, in its own encoding, folders and rubbish left out', async () => {
    const xlsx = await writeXlsx({
      sheets: [
        { name: '一', rows: [['a']] },
        { name: '二', rows: [['b']] },
      ],
    });
    const files = [
      { name: 'bills/', content: '' },
      { name: 'bills/明細.csv', content: CSV, flags: 0x800 },
      { name: '__MACOSX/._明細.csv', content: 'x' },
      { name: 'bills/.DS_Store', content: 'x' },
      { name: 'big5.csv', content: encode(CSV, 'big5'), stored: true },
      { name: 'book.xlsx', content: xlsx },
    ];
    expect(await read(files)).toEqual({
      sheets: [
        '對帳.zip › bills/明細.csv | 明細 | 2',
        '對帳.zip › big5.csv | big5 | 2',
        '對帳.zip › book.xlsx | 一 | 1',
        '對帳.zip › book.xlsx | 二 | 1',
      ],
      unread: [],
    });
  });

  it.each<[string, string, string]>([
    ['gb18030', '账务明细.csv', '账务明细'],
    ['big5', '訂單明細.csv', '訂單明細'],
    ['utf-8', '訂單明細.csv', '訂單明細'],
  ])('reads names in %s that no mark tells', async (encoding, name, sheet) => {
    expect(await read([{ name: encode(name, encoding), content: CSV }])).toEqual({
      sheets: [`對帳.zip › ${name} | ${sheet} | 2`],
      unread: [],
    });
  });

  it('names what it could not open and reads the rest', async () => {
    const files = [
      { name: 'a.csv', content: CSV },
      { name: 'logo.png', content: Uint8Array.of(0x89, 0x50, 0, 0, 0, 1, 2, 3, 0, 0, 5) },
      { name: 'locked.csv', content: CSV, flags: 1 },
      { name: 'inner.zip', content: makeZip([{ name: 'b.csv', content: CSV }]) },
    ];
    expect(await read(files)).toEqual({
      sheets: ['對帳.zip › a.csv | a | 2'],
      unread: [
        'NOT_A_WORKBOOK 對帳.zip › logo.png',
        'PASSWORD_UNSUPPORTED 對帳.zip › locked.csv',
        'ARCHIVE_IN_ARCHIVE 對帳.zip › inner.zip',
      ],
    });
  });

  it('of which nothing can be opened is refused by its first file', async () => {
    expect(await read([{ name: 'locked.csv', content: CSV, flags: 1 }])).toMatchObject({
      code: 'PASSWORD_UNSUPPORTED',
      file: '對帳.zip › locked.csv',
    });
  });

  it('inside an archive is to be unpacked, unless it is damaged', async () => {
    const inner = makeZip([{ name: 'b.csv', content: CSV }]);
    expect(await read([{ name: 'inner.zip', content: inner }])).toMatchObject({ code: 'ARCHIVE_IN_ARCHIVE' });
    const cut = inner.subarray(0, inner.length - 30);
    expect(await read([{ name: 'inner.zip', content: cut }])).toMatchObject({ code: 'NOT_A_WORKBOOK' });
  });

  it('cut off, or with a damaged file in it, is refused', async () => {
    const zip = Buffer.from(makeZip([{ name: 'a.csv', content: CSV, stored: true }]));
    const damaged = Buffer.from(zip);
    damaged.write('9', damaged.indexOf('A1'));
    for (const bytes of [zip.subarray(0, zip.length - 30), damaged]) {
      expect(await readWorkbook(bytes, 'a.zip')).toMatchObject({ refused: { code: 'NOT_A_WORKBOOK' } });
    }
  });

  it('that claims to hold more than it may is refused before it is unpacked', async () => {
    const zip = Buffer.from(makeZip([{ name: 'a.csv', content: CSV }]));
    zip.writeUInt32LE(0x7fffffff, zip.lastIndexOf('PK\u0001\u0002') + 24);
    expect(await readWorkbook(zip, 'a.zip')).toMatchObject({ refused: { code: 'NOT_A_WORKBOOK' } });
  });
});
