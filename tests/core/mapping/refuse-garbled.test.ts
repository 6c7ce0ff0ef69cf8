// A CSV that Excel opened in a wrong encoding: its headers are known once the encoding is undone, and the way out is named.
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import { refuseGarbled } from '../../../core/mapping/refuse-garbled.ts';
import { explainRefusal, type Refusal } from '../../../core/problem.ts';
import type { SheetTable } from '../../../core/sheet-table.ts';
import { decodeText } from '../../../files/decode-text.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { encode } from '../../files/encode-text.ts';

const TAIWAN = '特店交易編號,綠界交易編號,交易日期,付款方式,交易金額\nA1,B1,2026/08/11,信用卡,1290';
const CHINA = '账务流水号,业务流水号,商户订单号,商品名称,发生时间\n1,2,3,茶叶,2024-05-07';
const JAPAN = '注文番号,注文日時,商品名,単価,個数\n1-2,2024-05-07,緑茶,500,2';

function sheetOf(text: string): SheetTable {
  const rows = text.split('\n').map((line) => line.split(','));
  return { file: 'a.csv', sheet: 'a', firstRow: 1, firstColumn: 1, rows };
}

/** The file as Excel shows it when it takes it for another encoding. */
const opened = (text: string, writtenIn: string, readAs: string) => decodeText(encode(text, writtenIn), readAs);

function refused(text: string): Refusal {
  const sheet = sheetOf(text);
  const detection = detectMapping(sheet, builtInMappings);
  if (detection.outcome === 'recognised') throw new Error('recognised');
  return refuseGarbled(detection.refusal, sheet, builtInMappings, decodeText);
}

test.each<[string, string, string, string]>([
  // written in    opened as       report   what to choose as the file's origin
  ['big5', 'windows-1252', TAIWAN, '950：繁體中文 (Big5)'],
  ['big5', 'gb18030', TAIWAN, '950：繁體中文 (Big5)'],
  ['gb18030', 'windows-1252', CHINA, '936：簡體中文 (GB2312)'],
  ['gb18030', 'big5', CHINA, '936：簡體中文 (GB2312)'],
  ['utf-8', 'windows-1252', TAIWAN, '65001：Unicode (UTF-8)'],
  ['utf-8', 'big5', TAIWAN, '65001：Unicode (UTF-8)'],
  ['utf-8', 'gb18030', CHINA, '65001：Unicode (UTF-8)'],
  ['shift_jis', 'windows-1252', JAPAN, '932：日文 (Shift-JIS)'],
  // Torn beyond telling: bytes that are no UTF-8 are gone.
  ['big5', 'utf-8', TAIWAN, '950：繁體中文 (Big5)、936：簡體中文 (GB2312)或65001：Unicode (UTF-8)'],
])('%s opened as %s', (writtenIn, readAs, text, origin) => {
  const refusal = refused(opened(text, writtenIn, readAs));
  expect(refusal.code).toBe('OPENED_GARBLED');
  expect(explainRefusal(refusal, 'zh-TW')).toContain(`「檔案原點」選 ${origin}。`);
});

test.each<[string, string]>([
  ['in Chinese', '甲欄,乙欄,丙欄\n一,二,三'],
  ['with accents', 'Prénom,Été,Où\n1,2,3'],
  ['in Japanese', 'ひとつ,ふたつ,カタカナ\n1,2,3'],
  ['in English', 'One,Two,Three\n1,2,3'],
  ['with one strange name below', 'One,Two\nA,\ufffd\ufffd\nB,C'],
])('an unknown sheet %s stays an unknown sheet', (_, text) => {
  expect(refused(text).code).toBe('UNKNOWN_REPORT');
});

test('an empty sheet stays empty', () => {
  expect(refused(',,\n,,').code).toBe('EMPTY_SHEET');
});

test('nothing is said of a nearest report or of missing columns', () => {
  expect(refused(opened(TAIWAN, 'big5', 'windows-1252'))).toMatchObject({ nearest: null, row: null, columns: [] });
});

test.each([
  ['zh-CN', '“文件原始格式”选 950: 繁体中文 (Big5)。'],
  ['en', 'choose 950: Chinese Traditional (Big5) as File Origin.'],
] as const)('in %s', (language, advice) => {
  expect(explainRefusal(refused(opened(TAIWAN, 'big5', 'windows-1252')), language)).toContain(advice);
});
