// `clearsheet report`: the whole books for days of one's own choice. One story in one file of books: the orders first,
// then a run over the payout alone.
import { readWorkbook } from '../../files/read-workbook.ts';
import { readFileSync } from 'node:fs';
import { dayOfText } from '../../core/business-date.ts';
import { booksAnswerSchema } from '../../core/statements/report-api.ts';
import { openDatabase } from '../../server/store/database.ts';
import { readReportWish } from '../../server/cli/report-arguments.ts';
import { must, twd } from '../server/fixtures.ts';
import { dropTriggers } from '../server/tamper.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const db = desk.path('books.sqlite');
beforeAll(async () => {
  await clearsheet('reconcile', ORDERS, '--as-of', '2024-05-31', '--db', db);
  await clearsheet('reconcile', INCOME, '--as-of', '2024-06-01', '--db', db);
});

test('the period is chosen: May closes at nothing, its first week at what was shipped by then', async () => {
  const may = await clearsheet('report', '--period', '2024-05', '--db', db);
  expect([may.code, may.stderr]).toEqual([0, '']);
  expect(may.stdout).toMatch(/^應收月報 {2}2024-05-01 至 2024-05-31 {2}整本帳冊\n/);
  expect(may.stdout).toMatch(
    /期初 +\+銷貨 +−銷退 +−收款 +期末\n {2}shopee-tw · shopee-tw \(TWD\) +0 +2,380 +520 +1,860 +0\n/,
  );
  expect(may.stdout).toMatch(/期末 0 +未收訂單合計 0 +與未收訂單差額 0 +總帳應收帳款 0 +與總帳差額 0 +相符/);
  const week = await clearsheet('report', '--from', '2024-05-01', '--to', '2024-05-08', '--db', db, '--json');
  const read = booksAnswerSchema.parse(JSON.parse(week.stdout));
  expect(read).toMatchObject({ period: { from: '2024-05-01', to: '2024-05-08' }, ties: true });
  // Sold 1,340 on the 6th, paid on the 7th; sold 1,040 on the 8th, of which 520 came back.
  expect(must(read.rollForward[0]).figures).toMatchObject({
    sales: twd(2380),
    receipts: twd(1340),
    returns: twd(520),
    closing: twd(520),
  });
  expect(must(read.ledgerTies[0]).ledger).toBe(twd(520));
});

test('a run says on screen that it is of its files, and the report that it is of the books, in three languages', async () => {
  for (const [lang, run, books] of [
    ['zh-TW', '應收與試算（僅本次檔案的訂單）', '整本帳冊'],
    ['zh-CN', '应收与试算（仅本次文件的订单）', '整本账册'],
    ['en', 'Receivables and trial balance (orders of these files only)', 'the whole books'],
  ] as const) {
    const of = await clearsheet('reconcile', INCOME, '--as-of', '2024-06-01', '--db', db, '--lang', lang);
    expect(of.stdout).toContain(`${run}\n`);
    const report = await clearsheet('report', '--period', '2024-05', '--db', db, '--lang', lang);
    expect(report.stdout.split('\n')[0]).toContain(books);
  }
});

test.each([
  ['customer', '客戶是平台：訂單檔不留買家資料，欠款的是平台。'],
  ['order-type', '平台銷售訂單 (TWD)'],
  ['shop', 'shopee-tw · shopee-tw (TWD)  期初 0'],
])('statements by %s say whose they are', async (by, words) => {
  const { stdout } = await clearsheet('report', '--period', '2024-05', '--by', by, '--db', db);
  expect(stdout.replace(/ +期初/g, '  期初')).toContain(words);
});

test('the bounds of the aging are what was asked for', async () => {
  const { stdout } = await clearsheet('report', '--to', '2024-05-08', '--aging', '5,10', '--db', db);
  expect(stdout).toMatch(/0–5 天 +6–10 天 +10\+ 天/);
});

test('narrowed to a platform or shop, it says so on screen, in its worksheets and in JSON', async () => {
  const out = desk.path('only.xlsx');
  const asked = ['report', '--period', '2024-05', '--db', db];
  const text = await clearsheet(...asked, '--platform', 'shopee-tw', '--out', out);
  expect([text.code, text.stdout.split('\n')[0]]).toEqual([0, '應收月報  2024-05-01 至 2024-05-31  僅平台 shopee-tw']);
  const read = await readWorkbook(readFileSync(out), 'only.xlsx');
  expect('refused' in read ? null : must(must(read.sheets[0]).rows[0])[0]).toContain('僅平台 shopee-tw');
  const json = await clearsheet(...asked, '--shop', 'shopee-tw/shopee-tw', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ only: { shop: 'shopee-tw/shopee-tw' }, ties: true });
  expect((JSON.parse((await clearsheet(...asked, '--json')).stdout) as { only: unknown }).only).toBeNull();
});

test.each([
  ['zh-TW', '帳上沒有店鋪「別店」。可選的店鋪：shopee-tw/shopee-tw。'],
  ['zh-CN', '账上没有店铺“别店”。可选的店铺：shopee-tw/shopee-tw。'],
  ['en', 'The books hold no shop "OTHER". Shops there are: shopee-tw/shopee-tw.'],
])('a shop that the books do not hold is refused by naming those there are (%s)', async (lang, sentence) => {
  const name = { 'zh-TW': '別店', 'zh-CN': '别店' }[lang] ?? 'OTHER';
  const { code, stderr } = await clearsheet('report', '--db', db, '--shop', name, '--lang', lang);
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test('--out writes the worksheets of the books', async () => {
  const out = desk.path('report.xlsx');
  const { stdout } = await clearsheet('report', '--period', '2024-05', '--by', 'customer', '--db', db, '--out', out);
  expect(stdout).toContain(`結果檔：${out}`);
  const read = await readWorkbook(readFileSync(out), 'report.xlsx');
  const sheets = 'refused' in read ? [] : read.sheets;
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    '應收變動表',
    '平台款項',
    '帳齡分析',
    '未收訂單',
    '撥款預測',
    '對帳單',
    '試算表',
    '傳票',
  ]);
});

test('books that do not tie end with exit 3, and the row says so', async () => {
  const file = desk.path('broken.sqlite');
  await clearsheet('reconcile', ORDERS, INCOME, '--as-of', '2024-06-01', '--db', file);
  const database = await openDatabase(file);
  await database.transaction('default', async (tx) => {
    await dropTriggers(tx, 'receivables', false);
    await tx.run('UPDATE receivables SET original = original + 10000 WHERE company_id = ? AND order_id = 1', [
      'default',
    ]);
  });
  await database.close();
  const { code, stdout } = await clearsheet('report', '--period', '2024-05', '--db', file);
  expect([code, stdout]).toEqual([3, expect.stringMatching(/未收訂單合計 1 +與未收訂單差額 -1 .*不符/)]);
});

test.each([
  ['report', 'name the books with --db'],
  ['report --db x --period May', '--period takes a month like 2024-05, not "May"'],
  ['report --db x --period 2024-05 --to 2024-05-31', 'name the days with --period, or with --from and --to'],
  ['report --db x --from 2024-05-02 --to 2024-05-01', '--from 2024-05-02 is after --to 2024-05-01'],
  ['report --db x --to soon', '--to takes a day like 2024-06-01, not "soon"'],
  ['report --db x --from soon', '--from takes a day like 2024-06-01, not "soon"'],
  ['report --db x --by buyer', '--by takes one of shop, customer, order-type, not "buyer"'],
  ['report --db x --aging 60,30', '--aging takes rising days like 30,60,90, not "60,30"'],
  ['report --db x --aging 0', '--aging takes rising days like 30,60,90, not "0"'],
  ['report --db x May', '"May" is too much'],
  ['report --db x --run 1', 'report takes no --run'],
  ['report --db nowhere.sqlite', 'there are no books at nowhere.sqlite'],
])('%s is answered with what to write', async (line, message) => {
  const { code, stderr } = await clearsheet(...line.split(' '), '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('without days it is the month so far', () => {
  const today = must(dayOfText('2024-02-20'));
  expect(readReportWish({}, today)).toMatchObject({ period: { from: '2024-02-01', to: '2024-02-20' } });
  expect(readReportWish({ period: '2024-02' }, today)).toMatchObject({ period: { to: '2024-02-29' } });
  expect(readReportWish({ to: '2023-12-05' }, today)).toMatchObject({ period: { from: '2023-12-01' } });
});
