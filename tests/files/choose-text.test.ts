// Encodings and separators as platforms write them, and texts that somebody has already read wrongly and saved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { garbledBy } from '../../core/mapping/find-mojibake.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { decodeText } from '../../files/decode-text.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { scorerOf } from '../../core/mapping/score-headers.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { encode } from './encode-text.ts';

const byHeader = { looksRight: scorerOf(builtInMappings) };

async function read(bytes: Uint8Array, options = {}) {
  const reading = await readWorkbook(bytes, 'a.csv', options);
  return 'refused' in reading ? reading.refused.code : reading.sheets[0]?.rows;
}

const TAIWAN = '特店交易編號,綠界交易編號,交易日期,付款方式,交易金額\r\nA1,B1,2026/08/11,信用卡,1290\r\n';
const CHINA = '账务流水号,业务流水号,商户订单号,商品名称,发生时间\r\n1,2,3,茶叶,2024-05-07\r\n';
const JAPAN = '注文番号,注文日時,商品名,単価,個数\r\n1-2,2024-05-07,緑茶,500,2\r\n';

describe.each<[string, Record<string, unknown>]>([
  ['by the headers of the library', byHeader],
  ['by the characters alone, where no library is at hand', {}],
])('the encoding is found %s', (_, options) => {
  it.each<[string, string, string]>([
    ['UTF-8', 'utf-8', TAIWAN],
    ['Big5', 'big5', TAIWAN],
    ['UTF-8', 'utf-8', CHINA],
    ['GB18030', 'gb18030', CHINA],
    ['Shift_JIS', 'shift_jis', JAPAN],
    ['UTF-16LE without mark', 'utf-16le', TAIWAN],
    ['UTF-16BE without mark', 'utf-16be', CHINA],
    ['UTF-16LE', 'utf-16le', `\ufeff${CHINA}`],
    ['UTF-16BE', 'utf-16be', `\ufeff${TAIWAN}`],
    ['UTF-8 with a byte order mark', 'utf-8', `\ufeff${JAPAN}`],
  ])('%s (%s)', async (_name, encoding, text) => {
    const rows = text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(await read(encode(text, encoding), options)).toEqual(rows.map((row) => row.split(',')));
  });
});

it('a Big5 file that also decodes as GB18030 without an error is read as Big5', async () => {
  const bytes = readFileSync(join(__dirname, '../mappings/golden/ecpay.trade-media.csv'));
  expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow();
  expect(((await read(bytes, byHeader)) as string[][])[0]).toContain('廠商訂單編號');
});

it('letters with accents under an English header are Western, not Chinese', async () => {
  const bytes = encode('Date,Name\n2024-05-07,Café Müller\n', 'windows-1252');
  expect(await read(bytes, byHeader)).toEqual([
    ['Date', 'Name'],
    ['2024-05-07', 'Café Müller'],
  ]);
});

it('Chinese under an English header is Chinese', async () => {
  const bytes = encode('Date,Name\n2024-05-07,高山烏龍茶\n', 'big5');
  expect(((await read(bytes, byHeader)) as string[][])[1]).toEqual(['2024-05-07', '高山烏龍茶']);
});

it('a character cut in the middle costs that character, not the file', async () => {
  const bytes = Buffer.concat([encode('商户订单号,备注\n1,茶', 'utf-8'), Buffer.from([0xe5, 0x8f]), Buffer.from('\n')]);
  expect(await read(bytes, byHeader)).toEqual([
    ['商户订单号', '备注'],
    ['1', '茶\ufffd'],
  ]);
});

describe('the separator', () => {
  it.each<[string, string, string[]]>([
    ['tabs, though commas are more', '訂單編號\t金額\nA,1,2,3\t1,000\n', ['A,1,2,3', '1,000']],
    [
      'semicolons beside decimal commas',
      'Datum;Betrag;Saldo\n07.05.2024;1.234,56;2.000,00\n',
      ['07.05.2024', '1.234,56', '2.000,00'],
    ],
    [
      'commas beside semicolons in a text',
      'Date,Note,Amount\n2024-05-07,a;b;c;d;e,5\n',
      ['2024-05-07', 'a;b;c;d;e', '5'],
    ],
    ['commas below lines that have none', '#note\n#note\nDate,Amount\n2024-05-07,5\n', ['2024-05-07', '5']],
  ])('%s', async (_, text, last) => {
    for (const options of [byHeader, {}]) {
      const rows = (await read(encode(text, 'utf-8'), options)) as string[][];
      expect(rows.at(-1)).toEqual(last);
    }
  });
});

describe('a text that was once read in a wrong encoding and saved', () => {
  const garbled = garbledBy(builtInMappings, decodeText);
  const options = { ...byHeader, looksGarbled: (sheet: SheetTable) => garbled(sheet) !== null };
  const misread = (text: string, written: string, read: string) =>
    Buffer.from(new TextDecoder(read).decode(encode(text, written)));

  it.each<[string, string, string]>([
    ['big5', 'gb18030', TAIWAN],
    ['gb18030', 'big5', CHINA],
    ['utf-8', 'windows-1252', TAIWAN],
    ['utf-8', 'gb18030', CHINA],
    ['utf-8', 'big5', TAIWAN],
    ['gb18030', 'windows-1252', CHINA],
    ['shift_jis', 'windows-1252', JAPAN],
  ])('%s as %s is refused with advice', async (written, read_, text) => {
    expect(await read(misread(text, written, read_), options)).toBe('MOJIBAKE');
  });

  it('torn characters where the header should be are refused too', async () => {
    expect(
      await read(
        Buffer.from(
          '\ufffd\ufffd\ufffd,\ufffd\ufffd,x,y,some more plain text here\n1,2,3,4,5 and plain text that goes on and on for a while'.padEnd(
            500,
            ' z',
          ),
        ),
        options,
      ),
    ).toBe('MOJIBAKE');
  });

  it.each<[string, string]>([
    ['a known report', TAIWAN],
    ['an unknown one in Chinese', '甲欄,乙欄,丙欄\n一,二,三\n'],
    ['an unknown one with accents', 'Prénom,Été,Où\n1,2,3\n'],
    ['an unknown one in Japanese', 'ひとつ,ふたつ,カタカナ\n1,2,3\n'],
  ])('%s is not taken for it', async (_, text) => {
    expect(await read(encode(text, 'utf-8'), options)).not.toBe('MOJIBAKE');
  });
});
