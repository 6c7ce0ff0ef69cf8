// A mapping that no real file has verified is named at each run until somebody has confirmed it; in books that are kept
// money of a file that does not add up waits for that. Seen red: without the flag on the batch, and with the confirmation left out of the books.
import { readFileSync } from 'node:fs';
import type { Cell } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { listMappings } from '../../server/commands/present-library.ts';
import { confirmMapping } from '../../server/commands/publish-mapping.ts';
import { openDatabase } from '../../server/store/database.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const DAY = ['--as-of', '2024-06-01'];

interface Told {
  readonly posted: { readonly receipts: number; readonly sales: number };
  readonly notices: readonly { code: string; mapping: string; waits: boolean; message: string }[];
  readonly files: readonly {
    sheets: readonly { mapping: string; verified: boolean; confirmed: boolean; accounts?: object[] }[];
  }[];
  readonly conservation: readonly { difference: string; dispositions: Record<string, string> }[];
  readonly onReview: readonly { reason: string }[];
}

async function told(...argv: string[]): Promise<Told> {
  const { code, stdout, stderr } = await clearsheet('reconcile', ...DAY, ...argv, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Told;
}

const trust = ({ files }: Told) =>
  files.flatMap(({ sheets }) => sheets.map(({ mapping, confirmed }) => `${mapping} ${confirmed}`)).sort();
const named = ({ notices }: Told) => notices.map(({ mapping, waits }) => `${mapping} ${waits}`);
const places = ({ conservation: [proof] }: Told) => [
  proof?.dispositions['allocated'],
  proof?.dispositions['review'],
  proof?.difference,
];

it('a trial run goes through and names the mappings, each sheet too', async () => {
  const run = await told(ORDERS, INCOME);
  expect(named(run)).toEqual(['shopee-tw.income false', 'shopee-tw.orders false']);
  expect(trust(run)).toEqual(['shopee-tw.income false', 'shopee-tw.orders false']);
  expect(run.files.flatMap(({ sheets }) => sheets.map(({ verified }) => verified))).toEqual([false, false]);
  expect(places(run)).toEqual(['1531', '0', '0']);
});

it('a trial run with mappings that were looked at names nothing', async () => {
  const run = await told(ORDERS, INCOME, '--confirm', 'shopee-tw.income,shopee-tw.orders');
  expect([named(run), trust(run)]).toEqual([[], ['shopee-tw.income true', 'shopee-tw.orders true']]);
});

it('in books that are kept a file that adds up is booked, and the mappings are named', async () => {
  const run = await told(ORDERS, INCOME, '--db', desk.path('sound.sqlite'));
  expect(named(run)).toEqual(['shopee-tw.income false', 'shopee-tw.orders false']);
  expect([run.posted, run.onReview]).toMatchObject([{ receipts: 2, sales: 3 }, []]);
});

/** The sample income with a day that cannot be read in its second row. */
async function doubtful(name: string): Promise<string> {
  const rows = await incomeRows();
  return desk.workbook(name, { Income: rows.map((row, at) => (at === 7 ? row.map(spoilt) : row)) });
}

const spoilt = (cell: Cell) => (/^2024[-/]/.test(String(cell)) ? '5 月底' : cell);

it('where a row cannot be read the money waits until the mapping is confirmed, and is booked then', async () => {
  const income = await doubtful('income.xlsx');
  const db = ['--db', desk.path('kept.sqlite')];
  const first = await told(ORDERS, income, ...db);
  expect(named(first)).toEqual(['shopee-tw.income true', 'shopee-tw.orders false']);
  expect(first.posted).toMatchObject({ receipts: 0, sales: 3 });
  expect(first.onReview.map(({ reason }) => reason)).toEqual(['MAPPING_UNCONFIRMED']);

  const second = await told(ORDERS, income, ...db, '--confirm', 'shopee-tw.income');
  expect(named(second)).toEqual(['shopee-tw.orders false']);
  expect(second.posted).toMatchObject({ receipts: 1 });

  const third = await told(income, ...db);
  expect([named(third), trust(third)]).toEqual([[], ['shopee-tw.income true']]);
  expect((await clearsheet('verify', ...db)).code).toBe(0);
});

it('what was confirmed in the team’s library counts, also for rows that wait already', async () => {
  const file = desk.path('library.sqlite');
  await told(await doubtful('library.xlsx'), '--db', file);
  const database = await openDatabase(file);
  const books = { database, company: DEFAULT_COMPANY, now: () => '2024-06-01T00:00:00.000Z' };
  const { facts } = await listMappings(books);
  const version = facts.find(({ id }) => id === 'shopee-tw.income')?.version ?? 0;
  await confirmMapping(books, 'shopee-tw.income', { version: { origin: 'built-in', version }, by: '林**' });
  await database.close();
  const orders = await told(ORDERS, '--db', file);
  expect([orders.onReview, orders.posted.receipts]).toEqual([[], 1]);
});

it('lines of an account are taken in once its mapping is confirmed', async () => {
  const bank = desk.put(
    'bank.csv',
    'Date,Label,Amount,Balance,Currency\n2024-05-10,Transfer,385,1385,TWD\nsoon,Transfer,1,1386,TWD\n',
  );
  const db = ['--db', desk.path('bank.sqlite')];
  const accounts = async (...argv: string[]) => (await told(bank, ...db, ...argv)).files[0]?.sheets[0]?.accounts;
  expect(await accounts()).toEqual([]);
  expect(await accounts('--confirm', 'all')).toMatchObject([{ pushed: { created: 1 } }]);
});

it.each([
  [
    'zh-TW',
    '「蝦皮購物 我的進帳（已撥款）」的對應（shopee-tw.income）未經真實檔案驗證，也還沒有人確認。檔案有列讀不出或總計不符，撥款列待審',
  ],
  ['zh-CN', '的对应（shopee-tw.income）未经真实文件验证，也还没有人确认。文件有行读不出或总计不符，拨款行待审'],
  [
    'en',
    '(shopee-tw.income) is not verified by a real file, and nobody has confirmed it. Rows of the file cannot be read or its total differs, so its payout rows wait',
  ],
])('is told to a person in %s', async (lang, sentence) => {
  const { code, stdout } = await clearsheet(
    ...['reconcile', await doubtful(`waits-${lang}.xlsx`), ...DAY, '--db', desk.path(`${lang}.sqlite`), '--lang', lang],
  );
  expect([code, stdout.includes(sentence)]).toEqual([0, true]);
  expect(stdout).toContain('  → --confirm shopee-tw.income\n');
});

it('the ids of --confirm are ids', async () => {
  const { code, stderr } = await clearsheet('reconcile', INCOME, '--confirm', 'My Mapping', '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--confirm takes ids of mappings')]);
});

async function incomeRows() {
  const reading = await readWorkbook(new Uint8Array(readFileSync(INCOME)), 'income.xlsx');
  if ('refused' in reading) throw new Error(reading.refused.code);
  return reading.sheets[0]?.rows ?? [];
}

/** The sample income with a column by another name. */
async function renamed(name: string, was: string, now: string): Promise<string> {
  const rows = await incomeRows();
  return desk.workbook(name, { Income: rows.map((row) => row.map((cell) => (cell === was ? now : cell))) });
}

describe('a refused file with a renamed column', () => {
  it.each([
    ['zh-TW', '可能改了欄名', '在面板按「修正欄位對應」'],
    ['zh-CN', '可能改了列名', '在面板按“修正列对应”'],
    ['en', 'Perhaps renamed', 'accept the new names in the pane'],
  ])('shows the names side by side and how to accept them, in %s', async (lang, heading, way) => {
    const file = await renamed(`${lang}.xlsx`, '錢包入帳金額', '錢包撥款金額');
    const { code, stderr } = await clearsheet('reconcile', file, '--lang', lang);
    expect(code).toBe(2);
    expect(stderr).toMatch(/錢包入帳金額\s+→\s+錢包撥款金額/);
    expect([stderr.includes(heading), stderr.includes(way)]).toEqual([true, true]);
  });

  it('as data, with the mapping as it would be, and stores nothing', async () => {
    const file = await renamed('data.xlsx', '錢包入帳金額', '錢包撥款金額');
    const { code, stdout } = await clearsheet('reconcile', file, '--json', '--lang', 'en');
    const { refused } = JSON.parse(stdout);
    expect([code, refused.length]).toEqual([2, 1]);
    expect(refused[0].drift).toMatchObject({
      ...{ mapping: 'shopee-tw.income', headerRow: 6, complete: true },
      renames: [{ was: '錢包入帳金額', now: '錢包撥款金額', required: true }],
      message: expect.stringContaining('nothing is imported before'),
    });
    expect(refused[0].drift.next.version).toBe(3);
  });

  it('and nothing of the kind where no report nearly fits', async () => {
    const file = await desk.workbook('notes.xlsx', { Notes: [['hello'], ['world']] });
    const { stdout } = await clearsheet('reconcile', file, '--json');
    expect(JSON.parse(stdout).refused[0].drift).toBeNull();
  });
});
