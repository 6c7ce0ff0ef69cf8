// What the command proposes for files nobody has mapped, and what it writes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import { clearsheet, Desk, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const infer = (...args: string[]) => clearsheet('mapping', 'infer', ...args);
const golden = (name: string) => join(__dirname, '../mappings/golden', name);

const days = ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05', '2024-05-06'];
const CSV = [
  '單據號,結帳日,貨款收入,平台抽成,運費代扣,本筆實得',
  ...days.map((day, at) => {
    const [goods, cut, freight] = [1000 + at * 137, 31 + at * 7, (at % 3) * 60];
    return `A${at + 10001},${day},${goods},${-cut},${-freight},${goods - cut - freight}`;
  }),
].join('\n');

it('proposes the columns with their reasons, the sum with its proof, and asks what it cannot know', async () => {
  const { code, stdout, stderr } = await infer(desk.put('unknown.csv', CSV), '--lang', 'en', '--platform', 'my-shop');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/Proposed mapping: my-shop\.payout, a payout report, Header 1/);
  expect(stdout).toMatch(/單據號 +order number +/);
  expect(stdout).toMatch(/平台抽成 +component \+ \S+.* +enters the sum with \+/);
  expect(stdout).toMatch(/Sum: 本筆實得 = 貨款收入 \+ 平台抽成 \+ 運費代扣\n +holds on 6 of 6 rows/);
  expect(stdout).toMatch(/Please confirm:\n +- /);
  expect(stdout).toMatch(/Read by it: 6\/6\n +First rows\n/);
});

it('writes a mapping that the library can hold, and that reads the file', async () => {
  const out = desk.path('mapping.json');
  const { code, stdout } = await infer(desk.put('unknown.csv', CSV), '--out', out);
  expect([code, stdout.includes(out)]).toEqual([0, true]);
  const mapping = mappingSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(mapping).toMatchObject({ kind: 'payout', verified: false });
  expect(readFileSync(out, 'utf8')).toMatch(/^\{\n {2}"id": "own\.payout",\n {2}"version": 1,\n/);
});

it('says the same as data', async () => {
  const { code, stdout } = await infer(desk.put('unknown.csv', CSV), '--json');
  const { sheets, written } = JSON.parse(stdout);
  expect([code, written]).toEqual([0, null]);
  expect(sheets).toMatchObject([
    {
      ...{ file: 'unknown.csv', sheet: 'unknown', known: null, outcome: 'proposed', headerRow: 1 },
      proof: { net: '本筆實得', holdsOn: 6, rows: 6, failingRows: [] },
      rows: { accepted: 6, rejected: 0 },
    },
  ]);
});

it('takes the column for the key that holds the order numbers of a known export', async () => {
  const rows = [
    '編號甲,編號乙,入帳日,金額,扣款,實得',
    ...['2405018K2M4N6P', '2405029Q3R5S7T', '2405031U4V6W8X'].map((number, at) => {
      return `Z${at}7731,${number},2024-05-0${at + 1},${500 + at * 13},${-20 - at},${480 + at * 12}`;
    }),
  ].join('\n');
  const { stdout } = await infer(desk.put('two-ids.csv', rows), '--orders', ORDERS, '--lang', 'en');
  expect(stdout).toMatch(/編號乙 +order number +.*3 of 3 are known orders/);
});

it('says when the library knows the report already', async () => {
  const { stdout } = await infer(golden('ecpay.settlement-v2.csv'), '--lang', 'en');
  expect(stdout).toMatch(/Already known as: .*\(ecpay\.settlement-v2 v\d+\)/);
});

it.each<[string, string, RegExp]>([
  ['no money in it', '名稱,日期\n茶,2024-05-01\n咖啡,2024-05-02\n', /no column of amounts/],
  ['no table in it', 'just a line of text', /no header with data below/],
])('a file with %s gets no proposal, and that is exit 2', async (_, text, message) => {
  const out = desk.path('none.json');
  const { code, stdout } = await infer(desk.put('none.csv', text), '--lang', 'en', '--out', out);
  expect([code, existsSync(out)]).toEqual([2, false]);
  expect(stdout).toMatch(message);
});

it('asks which sheet is meant before it writes one of several', async () => {
  const rows = CSV.split('\n').map((line) => line.split(','));
  const path = await desk.workbook('two.xlsx', { 五月: rows, 六月: rows });
  const out = desk.path('which.json');
  expect(await infer(path, '--out', out)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--sheet: 五月, 六月'),
  });
  expect(existsSync(out)).toBe(false);
  expect(await infer(path, '--out', out, '--sheet', '六月')).toMatchObject({ code: 0 });
  expect(await infer(path, '--sheet', '七月')).toMatchObject({ code: 2 });
});

it.each(['zh-TW', 'zh-CN', 'en'])('speaks %s whatever it has to ask', async (language) => {
  for (const name of [
    'douyin.fund-flow.csv',
    'stripe.itemised.csv',
    'amazon.settlement-v2.txt',
    'shopee-tw.orders.xlsx',
  ]) {
    const { code, stdout } = await infer(golden(name), '--lang', language);
    expect([name, code]).toEqual([name, 0]);
    expect(stdout).not.toMatch(/undefined|\[object|NaN/);
  }
});
