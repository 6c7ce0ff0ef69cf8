// Fee contracts on the command line: learned from books, accepted, listed, checked; calendars set from a file.
import { openDatabase } from '../../server/store/database.ts';
import { fillFeeBooks, ODD } from '../server/fee-books.ts';
import { NOW } from '../server/databases.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

/** Books with forty orders, told by the command alone from here on. */
async function booksIn(name: string): Promise<string> {
  const file = desk.path(name);
  const database = await openDatabase(file);
  await fillFeeBooks({ database, company: 'default', now: () => NOW });
  await database.close();
  return file;
}

test('learn, accept a proposal, list it, check: each step by its number and its sentence', async () => {
  const db = ['--db', await booksIn('story.sqlite')];
  const learned = await clearsheet('fees', 'learn', ...db);
  expect([learned.code, learned.stderr]).toEqual([0, '']);
  expect(learned.stdout).toBe(`shopee-tw/小店  TWD  成交手續費  40 筆  2024-04-01 – 2024-05-10
  1  成交手續費＝貨款 × 6%，四捨五入到元
     不分日期
     40 筆中 39 筆相符；其餘 1 筆多收 25。
     費率在 6% 到 6.0024% 之間，這些訂單同樣相符。
     不相符：${ODD} (實扣 59, 合約 34)
     同樣相符：成交手續費＝商品價金 × 6%，四捨五入到元 | 成交手續費＝貨款 × 6%，四捨六入五成雙到元
  現行合約：無

shopee-tw/小店  TWD  金流手續費  40 筆  2024-04-01 – 2024-05-10
  2  金流手續費＝應收 × 2.5%，四捨五入到元
     不分日期
     40 筆全部相符。
     費率在 2.5% 到 2.5016% 之間，這些訂單同樣相符。
     同樣相符：金流手續費＝應收 × 2.5%，四捨六入五成雙到元 | 金流手續費＝應收 × 2.5%，整批撥款合計後四捨五入到元 | 金流手續費＝應收 × 2.5%，整批撥款合計後無條件進位到元
  現行合約：無
`);
  const accept = (...rest: string[]) =>
    clearsheet('fees', 'accept', ...db, '--note', '四月帳單', '--author', '王**', ...rest);
  const accepted = await accept('--proposal', '1', '--valid-from', '2024-04-05', '--lang', 'en');
  expect(accepted.stdout).toBe(
    `shopee-tw:小店:TWD:COMMISSION@1  shopee-tw/小店
  Commission = Principal × 6%, rounded half up to whole units
  from 2024-04-05 (by day of order)
  2024-06-01  王**  四月帳單
`.replace('2024-06-01', accepted.stdout.split('\n')[3]?.trim().slice(0, 10) ?? ''),
  );
  const checked = await clearsheet('fees', 'check', '--shop', '小店', ...db);
  expect(checked.stdout).toBe(`shopee-tw/小店  TWD  成交手續費  相符 35/40  多收 1 (25)    未核 4 (55)      可申訴 25
shopee-tw/小店  TWD  金流手續費  相符 0/40                  未核 40 (1,387)

申訴清單
  ${ODD}  成交手續費  TWD  實扣 59  合約 34  可申訴 25
`);
  const listed = await clearsheet('fees', 'list', ...db, '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject({ contracts: [{ author: '王**', note: '四月帳單', version: 1 }] });
  expect((await clearsheet('fees', 'list', ...db, '--shop', '別店')).stdout).toBe('還沒有手續費合約。\n');
});

test('a contract from a file: kept as it stands, refused with its place or its reason', async () => {
  const db = ['--db', await booksIn('file.sqlite')];
  const { stdout } = await clearsheet('fees', 'learn', ...db, '--json');
  const { proposals } = JSON.parse(stdout) as { proposals: { periods: { rule: object }[] }[] };
  const rule = proposals[0]?.periods[0]?.rule;
  const good = desk.put('good.json', JSON.stringify(rule));
  expect((await clearsheet('fees', 'accept', good, ...db)).stdout).toContain('成交手續費＝貨款 × 6%');
  const wrong = desk.put('wrong.json', JSON.stringify([{ ...rule, rate: '6%' }]));
  const empty = desk.put('empty.json', JSON.stringify({ ...rule, rate: null, validFrom: '2024-07-01' }));
  const broken = desk.put('broken.json', '{');
  const refused = async (file: string) => {
    const { code, stderr } = await clearsheet('fees', 'accept', file, ...db);
    return [code, stderr.trim()];
  };
  expect(await refused(wrong)).toEqual([
    2,
    expect.stringContaining(`合約檔 ${wrong} 有一處不符格式：第 1 筆 rate（not a rate）。沒有儲存`),
  ]);
  expect(await refused(empty)).toEqual([2, expect.stringContaining('沒有費率，也沒有固定金額')]);
  expect(await refused(broken)).toEqual([2, expect.stringContaining(`合約檔 ${broken} 從第 1 行起不是完整的 JSON`)]);
  expect(await refused(desk.path('nowhere.json'))).toEqual([2, expect.stringContaining('無法開啟')]);
  const none = await clearsheet('fees', 'accept', '--proposal', '9', ...db);
  expect([none.code, none.stderr]).toEqual([
    2,
    'clearsheet: 沒有第 9 個提案，目前共 2 個。請用 fees learn 重新列出後再選。\n',
  ]);
  const shop = await clearsheet('fees', 'learn', '--shop', '大店', '--lang', 'en', ...db);
  expect([shop.code, shop.stderr]).toEqual([2, expect.stringContaining('The books hold no shop "大店"')]);
});

test('calendars and holidays come from one file, and are told in words', async () => {
  const db = ['--db', await booksIn('calendars.sqlite')];
  expect((await clearsheet('calendars', 'list', ...db)).stdout).toBe('還沒有撥款日程。\n');
  const holidays = {
    ...{ id: 'tw', workdayWeekdays: [1, 2, 3, 4, 5], holidays: ['2024-06-10'], makeUpWorkdays: [] },
    ...{ coveredFrom: '2024-01-01', coveredTo: '2024-12-31', holidaysKnown: true, source: '行政院' },
  };
  const calendar = {
    ...{ id: 'shopee', version: 1, platform: 'shopee-tw', shopPattern: '*', validFrom: '2024-01-01', validTo: null },
    ...{ anchor: 'completed', delay: { n: 7, unit: 'day' }, cycle: { kind: 'weekly', on: 3 }, whenClosed: 'next' },
    ...{ transferDelay: { n: 1, unit: 'businessDay' }, cutoff: null, holidayCalendar: 'tw', currency: 'TWD' },
    ...{ minPayout: null, transferFee: null, reserve: null, destination: 'bank', source: '賣家中心', checkedOn: null },
  };
  const file = desk.put('calendars.json', JSON.stringify([calendar, holidays]));
  const set = await clearsheet('calendars', 'set', file, ...db);
  expect(set.stdout).toBe(`shopee@1  shopee-tw/*  2024-01-01 –
  訂單完成後 7 天，每週三撥款，遇假日順延，再 1 個營業日入帳  (tw)
假日表  tw  2024-01-01 – 2024-12-31  1 天
`);
  const wrong = desk.put('wrong-calendar.json', JSON.stringify({ ...calendar, cycle: { kind: 'sometimes' } }));
  const refused = await clearsheet('calendars', 'set', wrong, ...db);
  const broken = await clearsheet('calendars', 'set', desk.put('broken-calendar.json', '[{},'), ...db);
  expect([broken.code, broken.stderr]).toEqual([
    2,
    expect.stringMatching(/日程檔 .*broken-calendar\.json 從第 1 行起/),
  ]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('設定有一處不符格式：cycle.kind')]);
});

test.each([
  [['fees'], 'unknown command "fees"; the commands are: reconcile, '],
  [['fees', 'learn'], 'name the books with --db'],
  [['fees', 'learn', 'x', '--db', 'b'], '"x" is too much'],
  [['fees', 'learn', '--db', 'b', '--note', 'x'], 'fees learn takes no --note'],
  [['fees', 'accept', '--db', 'b'], 'name FILE.json or --proposal N'],
  [['fees', 'accept', 'a.json', '--proposal', '1', '--db', 'b'], 'name FILE.json or --proposal N'],
  [['fees', 'accept', 'a.json', 'b.json', '--db', 'b'], '"b.json" is too much'],
  [['fees', 'accept', '--proposal', '0', '--db', 'b'], '--proposal takes the number'],
  [['fees', 'accept', '--proposal', '1', '--valid-from', '2024-02-30', '--db', 'b'], '--valid-from takes a day'],
  [['fees', 'accept', '--unknown', '--db', 'b'], '--unknown'],
  [['calendars', 'set', '--db', 'b'], 'name the file with the calendars'],
  [['calendars', 'list', 'x', '--db', 'b'], '"x" is too much'],
])('%j is told what is wrong', async (argv, words) => {
  const { code, stderr } = await clearsheet(...argv, '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test('books that are not there are not begun', async () => {
  const { code, stderr } = await clearsheet('fees', 'learn', '--db', desk.path('nowhere.sqlite'));
  expect([code, stderr]).toEqual([2, expect.stringContaining('沒有帳冊')]);
});

test('the platform’s invoices: booked from a file, listed, voided; what cannot be read names its place', async () => {
  const db = ['--db', await booksIn('invoices.sqlite')];
  expect((await clearsheet('invoices', 'list', ...db, '--lang', 'en')).stdout).toBe(
    'No invoice is in the books yet.\n',
  );
  const invoice = {
    shop: 'shopee-tw/小店',
    number: 'AB12345678',
    invoicedOn: '2024-05-31',
    amount: '8400',
    tax: '400',
  };
  const file = desk.put('invoices.json', JSON.stringify([invoice]));
  const booked = await clearsheet('invoices', 'book', file, ...db);
  expect(booked.stdout).toMatch(
    /2024-05-31 {2}AB12345678 {2}shopee-tw\/小店 {2}8,400 {2}400 {2}TWD {2}JV202405-\d{4}\n/,
  );
  const voided = await clearsheet('invoices', 'void', 'AB12345678', '--shop', invoice.shop, ...db, '--json');
  expect(JSON.parse(voided.stdout)).toMatchObject({
    invoices: [{ amount: '8400', voidedBy: expect.stringMatching(/^JV202405-/) }],
  });
  const marked = desk.put('marked.json', `\ufeff${JSON.stringify({ ...invoice, number: 'AB12345679' })}`);
  expect((await clearsheet('invoices', 'book', marked, ...db)).stdout).toContain('AB12345679');
  expect((await clearsheet('verify', ...db)).code).toBe(0);
});

describe('a file of invoices that cannot be read is told by its name, its place and what to do', () => {
  const invoice = { shop: 'shopee-tw/小店', number: 'AB12345678', invoicedOn: '2024-05-31', amount: '8400' };
  const second = (change: object) => JSON.stringify([invoice, { ...invoice, number: 'AB2', ...change }]);
  let db: string[];
  beforeAll(async () => {
    db = ['--db', await booksIn('unread.sqlite')];
  });

  test.each([
    {
      language: 'zh-TW',
      content: second({ amount: '8,400.-' }),
      said: '發票檔 FILE 有一處不符格式：第 2 筆 amount（not an amount）。沒有入帳；請修正後再執行一次。',
    },
    {
      language: 'zh-CN',
      content: second({ invoicedOn: '2024-05-32' }),
      said: '发票文件 FILE 有一处不符格式：第 2 笔 invoicedOn（not a calendar day）。没有入账；请修正后再运行一次。',
    },
    {
      language: 'en',
      content: JSON.stringify({ ...invoice, colour: 1 }),
      said: 'the invoice file FILE does not fit at entry 1 (Unrecognized key: "colour"). Nothing was booked; correct it and run it again.',
    },
    {
      language: 'zh-TW',
      content: '[\n  {"shop": "a/b",\n   "number": AB12345678\n  }\n]\n',
      said: '發票檔 FILE 從第 3 行起不是完整的 JSON。沒有入帳；請修正該行（括號、引號或逗號）後再執行一次。',
    },
    {
      language: 'zh-CN',
      content: '[\n  {"shop": "a/b"\n   "number": "AB12345678"}\n]',
      said: '发票文件 FILE 从第 3 行起不是完整的 JSON。没有入账；请修正该行（括号、引号或逗号）后再运行一次。',
    },
    {
      language: 'en',
      content: '[\n{}\n,\n',
      said: 'the invoice file FILE is no JSON from line 4 on. Nothing was booked; correct that line (brackets, quotes or commas) and run it again.',
    },
    { language: 'en', content: '[]', said: 'the invoice file FILE does not fit at the whole file (' },
  ])('$language: $content', async ({ language, content, said }) => {
    const file = desk.put('unread.json', content);
    const { code, stderr } = await clearsheet('invoices', 'book', file, ...db, '--lang', language);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said.replace('FILE', file))]);
    expect((await clearsheet('invoices', 'list', ...db, '--json')).stdout).toContain('"invoices": []');
  });
});

test.each([
  ['invoices book --db x', 'name the file with the invoices'],
  ['invoices void AB12345678 --db x', "name the invoice's number and --shop"],
  ['invoices void AB12345678 --shop a/b --on May --db x', '--on takes a day like 2024-06-01'],
])('%s is answered with what to write', async (line, message) => {
  const { code, stderr } = await clearsheet(...line.split(' '), '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
