// Cells with 40,000 characters, more than Excel itself holds: numbers that cannot be one are problems of their rows, words are
// cut, and the result stays a workbook that opens.
import { readFile } from 'node:fs/promises';
import { readWorkbook } from '../../files/read-workbook.ts';
import { changeSheet, goldenSheet } from '../mappings/golden-sheets.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const LONG = 'A1長'.repeat(13_334);

async function fileOf(report: string, change: string): Promise<string> {
  const table = changeSheet(await goldenSheet(report), change);
  return desk.workbook(`${report}.xlsx`, { [table.sheet]: table.rows });
}

interface Printed {
  readonly files: readonly {
    readonly sheets: readonly {
      readonly rows: { readonly accepted: number; readonly rejected: number };
      readonly problems: readonly { row: number; column: string; code: string; message: string }[];
    }[];
  }[];
}

async function sheetOf(file: string, lang: string, ...more: string[]) {
  const asked = ['--as-of', '2024-06-01', '--json', '--lang', lang, ...more];
  const { code, stdout } = await clearsheet('reconcile', file, ...asked);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as Printed).files[0]?.sheets[0];
}

describe.each<[string, string, string, number, number, string]>([
  // report, row, column, accepted, rejected, code
  ['shopee-tw.income', '7', '訂單編號', 1, 1, 'ID_TOO_LONG'],
  ['shopee-tw.orders', '4', '訂單編號', 3, 1, 'ID_TOO_LONG'],
  ['shopee-tw.orders', '4', '商品選項貨號', 3, 1, 'ID_TOO_LONG'],
  ['shopee-tw.income', '7', '退款編號', 2, 0, 'REFERENCE_DAMAGED'],
])('a text of 40,000 characters in %s, row %s, column %s', (report, row, column, accepted, rejected, code) => {
  it.each([
    ['zh-TW', code === 'ID_TOO_LONG' ? '太長，不可能是編號' : '長得不可能是號碼'],
    ['zh-CN', code === 'ID_TOO_LONG' ? '太长，不可能是编号' : '长得不可能是号码'],
    ['en', code === 'ID_TOO_LONG' ? 'is too long to be a number' : 'or too long to be one'],
  ])('is told with its place in %s, and the sentence can be read', async (lang, words) => {
    const sheet = await sheetOf(await fileOf(report, `cell ${row} ${column} = ${JSON.stringify(LONG)}`), lang);
    expect(sheet?.rows).toMatchObject({ accepted, rejected });
    expect(sheet?.problems.filter((one) => one.code === code)).toMatchObject([{ row: Number(row), column, code }]);
    const message = sheet?.problems.find((one) => one.code === code)?.message ?? '';
    expect(message).toContain(words);
    expect(message).toMatch(/(A1長){39}A1…/);
    expect(message.length).toBeLessThan(500);
  });
});

test('a name as long is no problem, and every cell of the result is one that Excel opens', async () => {
  const out = desk.path('result.xlsx');
  const file = await fileOf('shopee-tw.orders', `cell 4 商品名稱 = ${JSON.stringify(LONG)}`);
  const sheet = await sheetOf(file, 'en', '--out', out);
  expect(sheet?.rows).toMatchObject({ accepted: 4, rejected: 0 });
  const reading = await readWorkbook(await readFile(out), 'result.xlsx');
  const texts = ('sheets' in reading ? reading.sheets : []).flatMap(({ rows }) => rows.flat().map(String));
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => text.length > 500)).toEqual([]);
});
