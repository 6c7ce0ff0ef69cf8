// What the command says about files before anything is imported: reports, proofs, drift, archives, passwords.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../files/read-workbook.ts';
import type { Cell } from '../../core/sheet-table.ts';
import { makeZip } from '../files/make-zip.ts';
import { answering, clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const check = (...args: string[]) => clearsheet('mapping', 'check', ...args);
const golden = (name: string) => join(__dirname, '../mappings/golden', name);

async function rowsOf(path: string): Promise<Cell[][]> {
  const reading = await readWorkbook(readFileSync(path), path);
  if ('refused' in reading) throw new Error(reading.refused.code);
  return (reading.sheets[0]?.rows ?? []).map((row) => [...row]);
}

async function changed(path: string, name: string, change: (rows: Cell[][]) => Cell[][]): Promise<string> {
  return desk.workbook(name, { Income: change(await rowsOf(path)) });
}

it('tells what a sheet is, that it proves itself, and its first rows', async () => {
  const { code, stdout, stderr } = await check(INCOME, '--lang', 'en');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    [
      'shopee-tw.income.xlsx › Income',
      '  Report    Shopee Taiwan income (released)  shopee-tw.income v2',
      '            not verified: confirm before first use',
      '  Header    row 6',
      '  Columns   24/27',
      '  Missing   損失賠償, 撥款來源, 優惠代碼',
      '  Rows      read 2  accepted 2  rejected 0  skipped 0',
      '  Each row  錢包入帳金額 = sum of 14 columns: holds on 2 of 2 rows',
      '  File      net 1,531 TWD  declared 1,531  foots',
      '            小計 (row 5): 1,531 / 1,531  foots',
      '',
      '  First rows',
      '    Row  Order           Reference      Paid out      net  Components',
      '      7  2405018K2M4N6P                 2024-05-07  1,146  Principal 1,510  Seller discount -120  Seller discount -50  Freight subsidy 60  Freight charged -60  Commission -80  Service fee -80  Payment fee -34',
      '      8  2405031U4V6W8X  R24050300001A  2024-05-09    385  Principal 1,160  Seller discount -120  Refund -520  Freight subsidy 60  Freight charged -60  Freight charged -60  Commission -31  Service fee -31  Payment fee -13',
      '',
    ].join('\n'),
  );
});

it('says the same as data', async () => {
  const { code, stdout } = await check(INCOME, ORDERS, '--json');
  const { files } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(files[0]).toMatchObject({ file: 'shopee-tw.income.xlsx', recognised: true });
  expect(files[0].sheets[0]).toMatchObject({
    ...{
      sheet: 'Income',
      kind: 'payout',
      mapping: { id: 'shopee-tw.income', version: 2, verified: false },
      headerRow: 6,
    },
    columns: { found: 24, of: 27, missing: ['損失賠償', '撥款來源', '優惠代碼'], unmapped: [], bySynonym: [] },
    ...{ net: '1531', declared: '1531', foots: true, proof: 'foots' },
    identity: { net: '錢包入帳金額', holdsOn: 2, rows: 2, failingRows: [] },
    checks: [{ name: '小計', row: 5, declared: '1531', found: '1531', holds: true }],
    ...{ setAside: [], unmappedAmounts: [], problems: [] },
  });
  expect(files[0].sheets[0].first[0]).toMatchObject({ orderNumber: '2405018K2M4N6P', net: '1146' });
  expect(files[1].sheets[0]).toMatchObject({ kind: 'orders', net: null, proof: null });
  expect(files[1].sheets[0].first[0]).toMatchObject({ orderNumber: '2405018K2M4N6P', receivable: '1340' });
});

it('names the rows on which the sum fails, and an amount column nobody knows', async () => {
  const path = await changed(INCOME, 'broken.xlsx', (rows) =>
    rows
      .map((row, at) => (at < 5 ? row : [...row, at === 5 ? '新費用' : at === 6 ? -7 : -5]))
      .map((row, at) => {
        const net = rows[5]?.indexOf('錢包入帳金額') ?? 0;
        return at === 6 ? Object.assign([...row], { [net]: 1139 }) : row;
      }),
  );
  const { code, stdout } = await check(path, '--json');
  const [sheet] = JSON.parse(stdout).files[0].sheets;
  expect(code).toBe(0);
  expect(sheet.identity).toMatchObject({ holdsOn: 1, rows: 2, failingRows: [7] });
  expect(sheet.unmappedAmounts).toEqual([{ header: '新費用', sum: '-12' }]);
  expect((await check(path, '--lang', 'en')).stdout).toMatch(/Fails on rows +7\n[^]*Amounts not mapped +新費用 {2}-12/);
});

it('reads a statement and proves it', async () => {
  const { code, stdout } = await check(golden('wechat.fund-flow.csv'), '--lang', 'en');
  expect(code).toBe(0);
  expect(stdout).toMatch(/wechat\.fund-flow v\d+\n.*\n[^]*statement: settles no orders[^]*foots/);
  const reconciled = await clearsheet('reconcile', golden('wechat.fund-flow.csv'), '--lang', 'en');
  expect(reconciled.stdout).toMatch(/wechat\.fund-flow\.csv › .*statement: settles no orders.*Adds up/);
});

it('proposes the new names of renamed columns side by side, and imports nothing by them', async () => {
  const path = await changed(INCOME, 'renamed.xlsx', (rows) =>
    rows.map((row) => row.map((cell) => (cell === '錢包入帳金額' ? '錢包入帳總金額' : cell))),
  );
  const { code, stdout } = await check(path, '--lang', 'en');
  expect(code).toBe(2);
  expect(stdout).toMatch(/Perhaps renamed: Shopee Taiwan income[^]*錢包入帳金額 +→ +錢包入帳總金額 +.*name alike/);
  expect(await clearsheet('reconcile', path)).toMatchObject({ code: 2, stdout: '' });
  const json = JSON.parse((await check(path, '--json')).stdout).files[0];
  expect(json).toMatchObject({
    recognised: false,
    sheets: [{ code: 'MISSING_COLUMN', drift: { mapping: 'shopee-tw.income', renames: [{ now: '錢包入帳總金額' }] } }],
  });
});

it('tells what is refused and goes on with the other files', async () => {
  const path = desk.put('note.csv', 'hello,world\n1,2\n');
  const { code, stdout } = await check(path, desk.put('x.xlsx', 'not one'), INCOME, '--lang', 'en');
  expect(code).toBe(2);
  expect(stdout).toMatch(/note\.csv › note\n {2}The sheet "note" is not recognised/);
  expect(stdout).toMatch(/x\.xlsx\n {2}"x\.xlsx" is not a readable/);
  expect(stdout).toContain('shopee-tw.income v2');
});

it('asks what a file does not say, by the option that answers', async () => {
  const path = golden('tiktok.orders.xlsx');
  for (const command of [['mapping', 'check'], ['reconcile']]) {
    const asked = await clearsheet(...command, path, '--lang', 'en');
    expect([asked.code, asked.stdout + asked.stderr]).toEqual([2, expect.stringMatching(/→ --currency MYR\|SGD\|PHP/)]);
    expect(await clearsheet(...command, path, '--currency', 'PHP')).toMatchObject({ code: 0 });
  }
  const { sheets } = JSON.parse((await check(path, '--json')).stdout).files[0];
  expect(sheets[0]).toMatchObject({ code: 'CURRENCY_NOT_FOUND', questions: [{ about: 'currency' }] });
});

describe('an archive', () => {
  const zip = () =>
    desk.put(
      'month.zip',
      makeZip([
        { name: 'income.xlsx', content: readFileSync(INCOME) },
        { name: 'orders.xlsx', content: readFileSync(ORDERS) },
        { name: 'readme.txt', content: 'see our site' },
      ]),
    );

  it('is told file by file', async () => {
    const { stdout } = await check(zip(), '--json');
    const files = JSON.parse(stdout).files as { file: string; recognised: boolean }[];
    expect(files.map(({ file, recognised }) => [file, recognised])).toEqual([
      ['month.zip › income.xlsx', true],
      ['month.zip › orders.xlsx', true],
      ['month.zip › readme.txt', false],
    ]);
  });

  it('reconciles as if its files had been named, what is no report left alone', async () => {
    const { code, stdout } = await clearsheet('reconcile', zip(), '--as-of', '2024-06-01', '--json');
    const { conservation, files } = JSON.parse(stdout);
    expect([code, conservation[0].net, conservation[0].difference]).toEqual([0, '1531', '0']);
    expect(files.map(({ file }: { file: string }) => file)).toEqual([
      'month.zip › income.xlsx',
      'month.zip › orders.xlsx',
      'month.zip › readme.txt',
    ]);
  });
});

describe('a file with a password', () => {
  const locked = async () => {
    const sheets = [{ name: 'Income', rows: await rowsOf(INCOME) }];
    return desk.put(
      'locked.xlsx',
      await writeXlsx({ sheets, encryption: { password: 'secret-654321', spinCount: 20 } }),
    );
  };
  afterEach(() => delete process.env['FILE_PASSWORD']);

  it('is opened with what is typed, which is shown nowhere', async () => {
    const asked: string[] = [];
    const run = answering(async (question) => (asked.push(question), asked.length < 2 ? 'wrong' : 'secret-654321'));
    const { code, stdout, stderr } = await run('mapping', 'check', await locked(), '--lang', 'en');
    expect(code).toBe(0);
    expect(asked).toEqual(['Password of "locked.xlsx": ', 'Wrong password. Password of "locked.xlsx": ']);
    expect(stdout + stderr).not.toContain('secret-654321');
  });

  it('is given up after three wrong ones', async () => {
    let times = 0;
    const run = answering(async () => `wrong ${++times}`);
    const { code, stderr } = await run('reconcile', await locked(), '--lang', 'en');
    expect([code, times]).toEqual([2, 3]);
    expect(stderr).toContain('The password of "locked.xlsx" is wrong; nothing was read.');
  });

  it('is asked about when its turn comes, one file after the other', async () => {
    const first = await locked();
    const [second, third] = [desk.put('b.xlsx', readFileSync(first)), desk.put('c.xlsx', readFileSync(first))];
    const asked: string[] = [];
    let open = 0;
    const run = answering(async (question) => {
      asked.push(question.replace(/^.*"(.*)".*$/, '$1'));
      expect(++open).toBe(1);
      await Promise.resolve();
      open--;
      return asked.length % 2 === 0 ? 'secret-654321' : 'wrong';
    });
    const { code } = await run('reconcile', first, second, ORDERS, third, '--lang', 'en');
    expect(code).toBe(0);
    expect(asked).toEqual(['locked.xlsx', 'locked.xlsx', 'b.xlsx', 'b.xlsx', 'c.xlsx', 'c.xlsx']);
  });

  it('is opened with the variable that is named', async () => {
    process.env['FILE_PASSWORD'] = 'secret-654321';
    const { code } = await clearsheet('reconcile', await locked(), '--password-env', 'FILE_PASSWORD');
    expect(code).toBe(0);
  });

  it.each<[string, string | undefined, string]>([
    ['holds another', 'other', 'is wrong'],
    ['is not set', undefined, 'has a password, and none was given'],
  ])('is refused when the variable %s', async (_, value, message) => {
    if (value !== undefined) process.env['FILE_PASSWORD'] = value;
    const { code, stderr } = await check(await locked(), '--password-env', 'FILE_PASSWORD', '--lang', 'en').then(
      ({ code, stdout, stderr }) => ({ code, stderr: stderr + stdout }),
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
