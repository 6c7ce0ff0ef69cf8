// Bad input on the command line: each file has one fault, and what is said of it names sheet, row or column, and what to
// do, in three languages. The good rows go on where the mapping allows it.
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { changeSheet, goldenSheet, goldenSheets } from '../mappings/golden-sheets.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

async function fileOf(report: string, changes: readonly string[]): Promise<string> {
  const table = changes.reduce(changeSheet, await goldenSheet(report));
  return desk.workbook(`${report}.xlsx`, { [table.sheet]: table.rows });
}

const INCOME = 'shopee-tw.income';
const ORDERS = 'shopee-tw.orders';

/** Exit code of `mapping check`, the report, the changes; then what it says in zh-TW, zh-CN and en. */
const CASES: Readonly<Record<string, readonly [0 | 2, string, readonly string[], ...(readonly string[])[]]>> = {
  'a wrong report of a known platform': [
    ...([2, ORDERS, ['cell 1 訂單狀態 = "包裹"', 'drop columns after 商品總價']] as const),
    ['不認得工作表「orders」', '缺少欄位：訂單狀態', '請確認下載的是哪一份報表'],
    ['不认得工作表“orders”', '缺少列：訂單狀態', '请确认下载的是哪一份报表'],
    ['"orders" is not recognised', 'missing columns: 訂單狀態', 'Check which report you downloaded'],
  ],
  'a missing key column': [
    ...([2, INCOME, ['drop column 訂單編號']] as const),
    ['工作表「Income」', '標題在第 6 列', '缺少必要欄位：訂單編號。請下載完整的報表'],
    ['工作表“Income”', '标题在第 6 行', '缺少必要列：訂單編號。请下载完整的报表'],
    ['"Income"', 'header in row 6', 'lacks required columns: 訂單編號. Download the full report'],
  ],
  'a renamed column': [
    ...([2, INCOME, ['cell 6 錢包入帳金額 = "入帳總額"']] as const),
    ['缺少必要欄位：錢包入帳金額', '可能改了欄名', '入帳總額', '或把新欄名加入對應檔的 synonyms'],
    ['缺少必要列：錢包入帳金額', '可能改了列名', '入帳總額', '或把新列名加入对应文件的 synonyms'],
    ['lacks required columns: 錢包入帳金額', 'Perhaps renamed', '入帳總額', 'or add them to the synonyms'],
  ],
  'two header rows': [
    ...([0, INCOME, ['repeat row 6 below 6']] as const),
    ['第 7 列  這一列又是標題列', '採用 2  未採用 0'],
    ['第 7 行  这一行又是标题行', '采用 2  未采用 0'],
    ['row 7  This row is the header once more', 'accepted 2  rejected 0'],
  ],
  'a subtotal among the rows': [
    ...([0, INCOME, ['put row 8 = ["小計"]', 'cell 8 錢包入帳金額 = 1146']] as const),
    ['第 8 列  這一列沒有訂單編號', '看起來是小計', '請刪除這一列', '採用 2  未採用 1'],
    ['第 8 行  这一行没有订单编号', '看起来是小计', '请删除这一行', '采用 2  未采用 1'],
    ['row 8  This row has no order number', 'looks like a subtotal', 'Remove the row', 'accepted 2  rejected 1'],
  ],
  'a column of the user': [
    ...([0, INCOME, ['cell 6 毛利 = "毛利"', 'cell 7 毛利 = 300', 'cell 8 毛利 = 120']] as const),
    ['第 6 列  欄位「毛利」看起來是金額（合計 420）', '請確認是否應計入', '採用 2  未採用 0'],
    ['第 6 行  列“毛利”看起来是金额（合计 420）', '请确认是否应计入', '采用 2  未采用 0'],
    ['row 6  The column "毛利" looks like an amount (total 420)', 'Check whether it belongs', 'accepted 2  rejected 0'],
  ],
  'notes below the table': [
    ...([0, ORDERS, ['put row 6 = []', 'put row 7 = ["備註：五月已對"]']] as const),
    ['第 7 列  「備註：五月已對」看起來是備註', '採用 4  未採用 0'],
    ['第 7 行  “備註：五月已對”看起来是备注', '采用 4  未采用 0'],
    ['row 7  "備註：五月已對" looks like a remark', 'accepted 4  rejected 0'],
  ],
  'no data': [
    ...([2, INCOME, ['drop rows 7-8']] as const),
    ['工作表「Income」只有標題列（第 6 列）', '請確認下載的期間'],
    ['工作表“Income”只有标题行（第 6 行）', '请确认下载的期间'],
    ['"Income" has a header (row 6) but no data', 'Check the period'],
  ],
  'an empty file': [
    ...([2, INCOME, ['drop rows 1-8']] as const),
    ['工作表「Income」是空的', '請切換到有平台資料的工作表'],
    ['工作表“Income”是空的', '请切换到有平台数据的工作表'],
    ['"Income" is empty', 'Go to the sheet that holds'],
  ],
  '200 lines above the header': [
    ...([2, INCOME, ['lower by 200']] as const),
    ['工作表「Income」的第 206 列', '請刪除標題上方的說明列'],
    ['工作表“Income”的第 206 行', '请删除标题上方的说明行'],
    ['Row 206 of the sheet "Income"', 'Delete the rows above the header'],
  ],
  'an amount in another currency': [
    ...([0, INCOME, ['cell 7 成交手續費 = "US$12.5"']] as const),
    ['第 7 列  「成交手續費」的「US$12.5」不是金額', '請改成數字', '採用 1  未採用 1'],
    ['第 7 行  “成交手續費”的“US$12.5”不是金额', '请改成数字', '采用 1  未采用 1'],
    ['row 7  In "成交手續費", "US$12.5" is not an amount', 'Correct the cell', 'accepted 1  rejected 1'],
  ],
  'a percent in a column of amounts': [
    ...([0, INCOME, ['cell 7 成交手續費 = "2.5%"']] as const),
    ['第 7 列  「成交手續費」的「2.5%」是百分比', '請確認欄位沒有錯位'],
    ['第 7 行  “成交手續費”的“2.5%”是百分比', '请确认列没有错位'],
    ['row 7  In "成交手續費", "2.5%" is a percentage', 'Check that the columns have not shifted'],
  ],
  'days that can be read in two ways': [
    ...([2, 'bank.debit-credit', [2, 3, 4, 5].map((row) => `cell ${row} Date = "0${row}/05/2024"`)] as const),
    ['的日期有兩種讀法：Date #2 "02/05/2024"', '請選擇後再試', '--date-format "Date=D/M/YYYY|M/D/YYYY"'],
    ['的日期有两种读法：Date #2 "02/05/2024"', '请选择后再试', '--date-format "Date=D/M/YYYY|M/D/YYYY"'],
    ['can be read in two ways: Date #2 "02/05/2024"', 'Choose one', '--date-format "Date=D/M/YYYY|M/D/YYYY"'],
  ],
  'amounts that can be read in two ways': [
    ...([2, 'bank.debit-credit', decimalsDropped()] as const),
    ['的金額寫法有兩種讀法：Debit #2 "2,000" = 2000 / 2.000', '請選擇後再試', '--decimal "Debit=.|,"'],
    ['的金额写法有两种读法：Debit #2 "2,000" = 2000 / 2.000', '请选择后再试', '--decimal "Debit=.|,"'],
    ['can be read in two ways: Debit #2 "2,000" = 2000 / 2.000', 'Choose one', '--decimal "Debit=.|,"'],
  ],
};

function decimalsDropped(): string[] {
  const amounts = { Debit: ['2,000', '', '', ''], Credit: ['', '8,040', '', '1,525'], Balance: ['9,531', '', '', ''] };
  return Object.entries(amounts).flatMap(([header, cells]) =>
    cells.map((cell, at) => `cell ${at + 2} ${header} = ${JSON.stringify(cell)}`),
  );
}

const LANGUAGES = ['zh-TW', 'zh-CN', 'en'] as const;
const EACH = Object.keys(CASES).flatMap((title) => LANGUAGES.map((language, at) => [title, language, at] as const));

test.each(EACH)('%s, told in %s', async (title, language, at) => {
  const [code = 0, report = '', changes = [], ...said] = CASES[title] ?? [];
  const { code: exit, stdout } = await clearsheet(
    'mapping',
    'check',
    await fileOf(report, changes),
    '--lang',
    language,
  );
  for (const words of said[at] ?? ['?']) expect(stdout).toContain(words);
  expect(exit).toBe(code);
});

test.each(Object.keys(CASES))('%s: reconcile takes the good rows, or nothing', async (title) => {
  const [code = 0, report = '', changes = []] = CASES[title] ?? [];
  const said = await clearsheet('reconcile', await fileOf(report, changes), '--as-of', '2026-12-31', '--json');
  expect(said.code).toBe(code);
  if (code === 2) expect(said.stdout).toMatch(/^\{\s*"refused"/);
});

const asText = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n');

test('reordered columns change nothing', async () => {
  const turned = ({ rows, ...table }: SheetTable): SheetTable => {
    const width = Math.max(...rows.map((row) => row.length));
    const places = Array.from({ length: width }, (_, at) => width - 1 - at);
    return { ...table, rows: rows.map((row) => places.map((place) => row[place] ?? null)) };
  };
  const income = turned(await goldenSheet(INCOME));
  const path = await desk.workbook('turned.xlsx', { Income: income.rows });
  const { code, stdout } = await clearsheet('mapping', 'check', path, '--lang', 'en');
  expect(code).toBe(0);
  expect(stdout).toMatch(/accepted 2 {2}rejected 0[^]*net 1,531 TWD/);
  expect(stdout).not.toContain('Problems');
});

test('two currencies of one file are never added up', async () => {
  const [table] = await goldenSheets('mollie.settlement');
  const rows = changeSheet(
    table ?? { file: '', sheet: '', firstRow: 1, firstColumn: 1, rows: [] },
    'cell 3 Settlement currency = "USD"',
  ).rows;
  const path = desk.put('two-currencies.csv', asText(rows));
  const { code, stdout } = await clearsheet('reconcile', path, '--as-of', '2026-12-31', '--json');
  const { conservation } = JSON.parse(stdout) as {
    conservation: { currency: string; net: string; difference: string }[];
  };
  expect(code).toBe(0);
  expect(conservation.map(({ currency, difference }) => [currency, difference])).toEqual([
    ['EUR', '0'],
    ['USD', '0'],
  ]);
});
