// A sheet of a known report that nobody can read as it stands keeps its whole file from being read: it is told and asked
// about, though another sheet of the file needs no answer.
import type { SheetTable } from '../../core/sheet-table.ts';
import { changeSheet, goldenSheet } from '../mappings/golden-sheets.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

async function besideOrders(report: string, ...changes: string[]): Promise<string> {
  const stopped = changes.reduce(changeSheet, await goldenSheet(report));
  const orders: SheetTable = await goldenSheet('shopee-tw.orders');
  return desk.workbook(`${report}.xlsx`, { orders: orders.rows, 撥款: stopped.rows });
}

const CASES: readonly [report: string, code: string, sentence: string, option: string, ...changes: string[]][] = [
  ['shopee-tw.orders', 'UNKNOWN_VALUES', '訂單狀態 = 尚未付款', '', 'cell 4 訂單狀態 = "尚未付款"'],
  ['shopee-tw.income', 'DUPLICATE_HEADER', '欄位「成交手續費」出現兩次', '', 'double column 成交手續費'],
  ['shopee-tw.income', 'MISSING_COLUMN', '缺少必要欄位', '', 'drop column 錢包入帳金額'],
  ['tiktok.orders', 'CURRENCY_NOT_FOUND', '沒有寫明幣別', '--currency '],
  ['coupang-tw.statement', 'PAYOUT_DAY_NOT_FOUND', '沒有寫明撥款日', '--paid-out-on YYYY-MM-DD'],
  ['bank.debit-credit', 'AMBIGUOUS_DATES', '日期有兩種讀法', '--date-format "', ...['cell 2 Date = "01/02/2024"']],
];

test.each(CASES)(
  '%s: %s is told, and no sheet of the file is read',
  async (report, code, sentence, option, ...changes) => {
    const path = await besideOrders(report, ...changes);
    const said = await clearsheet('reconcile', path);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain('工作表「撥款」');
    expect(said.stderr).toContain(sentence);
    expect(said.stderr).toContain(option);
    const checked = await clearsheet('mapping', 'check', path);
    expect(checked.code).toBe(2);
    expect(checked.stdout).toContain(sentence);
    const { stdout } = await clearsheet('reconcile', path, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ refused: [{ sheet: '撥款', code }] });
  },
);

test('two such sheets of one file are told together', async () => {
  const [orders, payout] = await Promise.all([goldenSheet('shopee-tw.orders'), goldenSheet('shopee-tw.income')]);
  const path = await desk.workbook('two.xlsx', {
    orders: changeSheet(orders, 'cell 4 訂單狀態 = "尚未付款"').rows,
    Income: changeSheet(payout, 'double column 成交手續費').rows,
  });
  const { stdout } = await clearsheet('reconcile', path, '--json');
  const refused = [
    { sheet: 'orders', code: 'UNKNOWN_VALUES' },
    { sheet: 'Income', code: 'DUPLICATE_HEADER' },
  ];
  expect(JSON.parse(stdout)).toMatchObject({ refused });
});

test('a sheet that is no report does not keep the others from being read', async () => {
  const orders = await goldenSheet('shopee-tw.orders');
  const path = await desk.workbook('notes.xlsx', {
    orders: orders.rows,
    筆記: [
      ['待辦', '負責'],
      ['對帳', '王**'],
    ],
  });
  expect((await clearsheet('reconcile', path)).code).toBe(0);
});
