// Commands about books that are there: undo, months, settings, proof. One story in one file of books, told step by step.
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { openDatabase } from '../../server/store/database.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const DAY = ['--as-of', '2024-06-01'];
const SEEN = ['--confirm', 'all'];

/** The sample pair, reconciled in books. */
const PAIR = ['reconcile', ORDERS, INCOME, ...DAY, ...SEEN, '--db'] as const;

/** Books with the sample pair reconciled. */
async function booksIn(name: string): Promise<string> {
  const file = desk.path(name);
  await clearsheet(...PAIR, file);
  return file;
}

async function jsonOf(...argv: string[]) {
  const { code, stdout, stderr } = await clearsheet(...argv, '--json');
  return { code, stderr, json: JSON.parse(stdout || 'null') as Record<string, never> };
}

test('sound books: one line a proof, exit 0', async () => {
  const { code, stdout } = await clearsheet('verify', '--db', await booksIn('sound.sqlite'));
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(17);
  expect(stdout).toContain('帳冊無誤。');
});

test('books changed by hand: exit 3, the table, the document and what differs', async () => {
  const file = await booksIn('changed.sqlite');
  const database = await openDatabase(file);
  await database.transaction('default', async (tx) => {
    await tx.run('DROP TRIGGER voucher_lines_refuses_update');
    await tx.run('UPDATE voucher_lines SET debit = debit + 10000 WHERE voucher_id = 1 AND position = 0');
  });
  await database.close();
  const { code, stdout } = await clearsheet('verify', '--db', file, '--lang', 'en');
  expect(code).toBe(3);
  expect(stdout).toMatch(/✗ {2}every voucher balances .*\n {4}vouchers JV202405-0001: debit is \d+, should be \d+\n/);
  const { json } = await jsonOf('verify', '--db', file);
  expect(json).toMatchObject({ sound: false });
});

test('books that are not there are not begun', async () => {
  const { code, stderr } = await clearsheet('verify', '--db', desk.path('nowhere.sqlite'));
  expect([code, stderr]).toEqual([2, expect.stringContaining('沒有帳冊')]);
});

test('undo: the plan, then that plan, then a refusal, then the sheets again', async () => {
  const file = await booksIn('undo.sqlite');
  const reverse = (...argv: string[]) =>
    jsonOf('reverse', '--db', file, '--as-of', '2024-06-02', '--run', '1', ...argv);
  const plan = (await reverse('--plan')).json as unknown as { runId: null; planHash: string };
  expect(plan.runId).toBeNull();
  const done = await reverse('--plan-hash', plan.planHash, '--note', '重新匯入', '--author', '王**');
  expect(done.json).toMatchObject({ runId: 'RUN-000002', planHash: plan.planHash, postedOn: '2024-06-02' });
  const again = await clearsheet('reverse', '--db', file, '--run', '1', ...DAY);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('「RUN-000001」已經沖銷過了')]);
  const booked = await jsonOf(...PAIR, file);
  expect(booked.json).toMatchObject({ posted: { receipts: 2, sales: 3 } });
  expect((await clearsheet('verify', '--db', file)).code).toBe(0);
});

test('a row is undone by its place in the file, told in three languages', async () => {
  for (const [lang, words] of [
    ['zh-TW', '筆撥款等待重新入帳'],
    ['zh-CN', '笔拨款等待重新入账'],
    ['en', 'payout lines wait to be booked again'],
  ] as const) {
    const file = await booksIn(`row-${lang}.sqlite`);
    const row = 'shopee-tw.income.xlsx:Income:7';
    const { code, stdout } = await clearsheet('reverse', '--db', file, '--row', row, '--lang', lang, ...DAY);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`1 ${words}`)]);
  }
});

test('reconcile plans, and posts what was planned', async () => {
  const file = desk.path('plan.sqlite');
  const planned = await jsonOf(...PAIR, file, '--plan');
  const { planHash, runId } = planned.json as unknown as { planHash: string; runId: string | null };
  expect(runId).toBeNull();
  const stale = await clearsheet(...PAIR, file, '--plan-hash', '0'.repeat(64));
  expect([stale.code, stale.stderr]).toEqual([2, expect.stringContaining('沒有入帳')]);
  const posted = await jsonOf(...PAIR, file, '--plan-hash', planHash);
  expect(posted.json).toMatchObject({ runId: 'RUN-000001', planHash });
});

/** What was approved, by whom, and what the log says of it. */
async function approvalsIn(file: string) {
  const database = await openDatabase(file);
  const rows = await database.transaction('default', (tx) =>
    tx.select<[string, string, string]>(
      ['e.kind', 'e.author', 'l.detail'],
      `FROM work_events e JOIN audit_log l ON l.company_id = e.company_id
         AND l.subject = 'WORK-' || substr('000000' || e.seq, -6) WHERE e.company_id = ? ORDER BY e.seq`,
      [tx.company],
    ),
  );
  await database.close();
  return rows;
}

test('a closed month: what waits is listed, rows wait until they are approved', async () => {
  const file = desk.path('closed.sqlite');
  const import1 = await clearsheet(...PAIR, file, '--plan');
  expect(import1.stdout).toContain('以上是計畫，沒有入帳。');
  const closed = await clearsheet('period', 'close', '2024-05', '--db', file, '--author', '王**');
  expect(closed.stdout).toMatch(/2024-05 {2}已關帳 {2}王\*\*\n\n注意：這個月還有 2 筆撥款沒有入帳/);
  const waits = await jsonOf(...PAIR, file);
  expect(waits.json).toMatchObject({ posted: { receipts: 0 } });
  const row = 'shopee-tw.income.xlsx:Income:7';
  const one = await jsonOf(...PAIR, file, '--approve', row, '--author', '王**');
  expect(one.json).toMatchObject({ posted: { receipts: 1 } });
  const unknown = await clearsheet(...PAIR, file, '--approve', 'a:b:9');
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('「a › b › 9」')]);
  const all = await jsonOf(...PAIR, file, '--approve', 'all');
  expect(all.json).toMatchObject({ posted: { receipts: 1 } });
  expect(await approvalsIn(file)).toEqual([
    ['approve', '王**', '{"kind":"approve","items":1,"author":"王**"}'],
    ['approve', userInfo().username, `{"kind":"approve","items":1,"author":"${userInfo().username}"}`],
  ]);
  await clearsheet('period', 'file', '2024-05', '--db', file);
  const reopened = await clearsheet('period', 'reopen', '2024-05', '--db', file, '--lang', 'en');
  expect([reopened.code, reopened.stderr]).toEqual([2, expect.stringContaining('2024-05 is filed')]);
  expect((await clearsheet('period', 'list', '--db', file, '--lang', 'zh-CN')).stdout).toContain('2024-05  已申报');
  expect((await clearsheet('verify', '--db', file)).code).toBe(0);
});

test('settings from a file: all of it or nothing, the same again is no version', async () => {
  const file = await booksIn('settings.sqlite');
  const company = { baseCurrency: null, chart: 'odoo-tw', accounts: {}, shops: {} };
  const rates = [{ currency: 'USD', validOn: '2024-06-03', rate: '32.1', source: '台灣銀行' }];
  const good = desk.put('good.json', JSON.stringify({ company, 'exchange-rates': rates }));
  const set = await clearsheet('settings', 'set', good, '--db', file, '--author', '李**');
  expect([set.code, set.stdout]).toEqual([0, expect.stringMatching(/^company {2,}v1 {2}李\*\* .*\n匯率 1 筆\n$/)]);
  await clearsheet('settings', 'set', good, '--db', file);
  const both = { company: { ...company, chart: 'odoo-cn' }, 'fee-rule': [{ id: 'x' }] };
  const bad = await clearsheet('settings', 'set', desk.put('bad.json', JSON.stringify(both)), '--db', file);
  expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('設定有一處不符格式')]);
  const { json } = await jsonOf('settings', 'show', '--db', file);
  expect(json).toMatchObject({ settings: [{ kind: 'company', version: 1, content: { chart: 'odoo-tw' } }], rates });
  const none = await clearsheet('settings', 'set', desk.put('none.json', '{"colour": 1}'), '--db', file);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('none.json 有一處不符格式：整份檔案')]);
});

test('what goods cost is set by a file, corrected by another and counted; a wrong one keeps the whole file out', async () => {
  const file = desk.path('costs.sqlite');
  const delivery = { sku: 'TEA-01', receivedOn: '2024-05-02', reference: 'GR-1', quantity: 10, currency: 'TWD' };
  const set = (name: string, content: object) =>
    clearsheet('settings', 'set', desk.put(name, JSON.stringify(content)), '--db', file, '--lang', 'en');
  const costs = [{ ...delivery, cost: '1000' }];
  expect((await set('costs.json', { 'item-costs': costs })).stdout).toBe('item costs: 1\n');
  const corrected = [{ ...delivery, cost: '1100.5' }];
  await set('corrected.json', { 'item-costs': corrected });
  const company = { baseCurrency: 'USD', chart: 'tw-112', accounts: {}, shops: {} };
  const refused = await set('usd.json', { company, 'item-costs': [{ ...delivery, cost: '1000', quantity: 9 }] });
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('What TEA-01 cost was entered in TWD')]);
  const nothing = await set('nothing.json', { 'item-costs': [{ ...delivery, quantity: 0, cost: '1' }] });
  expect([nothing.code, nothing.stderr]).toEqual([
    ...[
      2,
      expect.stringMatching(
        /settings file .*nothing\.json does not fit at item-costs, entry 1.* \(.*quantity 0 goes with/,
      ),
    ],
  ]);
  const shown = await jsonOf('settings', 'show', '--db', file);
  expect(shown.json).toEqual({ settings: [], rates: [], costs: corrected });
  expect((await clearsheet('settings', 'show', '--db', file)).stdout).toBe('進貨成本 1 筆\n');
  expect((await clearsheet('verify', '--db', file)).code).toBe(0);
});

test.each([
  ['verify', 'name the books with --db'],
  ['verify --db x --note y', 'verify takes no --note'],
  ['verify now --db x', '"now" is too much'],
  ['reverse --db x', 'name what to reverse with one of --receipt, --run, --batch, --row'],
  ['reverse --db x --run 1 --batch b', 'name what to reverse with one of --receipt, --run, --batch, --row'],
  ['reverse --db x --row 12', '--row takes FILE:SHEET:ROW, not "12"'],
  ['reverse --db x --run 1 --on tomorrow', '--on takes a day like 2024-06-01, not "tomorrow"'],
  ['period shut 2024-05 --db x', 'period takes one of list, close, file, reopen, not "shut"'],
  ['period close May --db x', 'period close takes a month like 2024-05, not "May"'],
  ['settings set --db x', 'settings takes show, or set FILE.json'],
  ['reconcile a.xlsx --approve 12', '--approve takes FILE:SHEET:ROW, once for each row, or all'],
])('%s is answered with what to write', async (line, message) => {
  const { code, stderr } = await clearsheet(...line.split(' '), '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('the tax of a filing period: planned, posted once, and the books still prove themselves', async () => {
  const file = await booksIn('vat.sqlite');
  const plan = await clearsheet('vat', '2024-05', '--db', file, '--plan');
  expect(plan.stdout).toContain('本次調整 1（未入帳）');
  const { json } = await jsonOf('vat', '2024-06', '--db', file);
  expect(json).toEqual({
    ...{ from: '2024-05-01', to: '2024-06-30', currency: 'TWD', gross: '2380', provisional: '114', due: '113' },
    ...{ before: '0', adjustment: '1', voucher: 'JV202406-0001' },
  });
  expect((await clearsheet('vat', '2024-05', '--db', file, '--lang', 'en')).stdout).toContain(
    'adjustment 0 (not posted)',
  );
  expect((await clearsheet('verify', '--db', file)).code).toBe(0);
  await clearsheet('period', 'close', '2024-06', '--db', file);
  await clearsheet('period', 'file', '2024-06', '--db', file);
  expect((await clearsheet('vat', '2024-05', '--db', file)).code).toBe(2);
});

test('the end of a month: nothing to show, then the month is closed', async () => {
  const file = await booksIn('month-end.sqlite');
  expect((await clearsheet('month-end', '2024-05', '--db', file)).stdout).toBe(
    '2024-05 月結（2024-05-31）\n  沒有需要入帳的月底調整。\n',
  );
  expect((await jsonOf('month-end', '2024-05', '--db', file, '--plan')).json).toMatchObject({
    runId: null,
    vouchers: [],
  });
  await clearsheet('period', 'close', '2024-05', '--db', file);
  const { code, stderr } = await clearsheet('month-end', '2024-05', '--db', file);
  expect([code, stderr]).toEqual([2, expect.stringContaining('2024-05 已經關帳')]);
});

test('a month is closed by the plan that was looked at: another one leaves it open, and posts nothing', async () => {
  const file = await booksIn('plan-of-month.sqlite');
  const costs = async (cost: string) => {
    const delivery = {
      sku: 'TEA-01',
      receivedOn: '2024-05-02',
      reference: 'GR-1',
      quantity: 10,
      currency: 'TWD',
      cost,
    };
    const setting = desk.put('costs-of-month.json', JSON.stringify({ 'item-costs': [delivery] }));
    expect((await clearsheet('settings', 'set', setting, '--db', file)).code).toBe(0);
  };
  const hashOfPlan = async () => {
    const { stdout } = await clearsheet('month-end', '2024-05', '--db', file, '--plan', '--lang', 'en');
    return /Plan hash ([\da-f]{64})/.exec(stdout)?.[1] ?? '';
  };
  const close = (hash: string) => jsonOf('period', 'close', '2024-05', '--db', file, '--plan-hash', hash);
  await costs('1000');
  const seen = await hashOfPlan();
  await costs('1100');
  const stale = await close(seen);
  expect([stale.code, stale.stderr]).toEqual([2, expect.stringContaining('這份計畫不再成立，沒有入帳')]);
  expect((await jsonOf('period', 'list', '--db', file)).json).toMatchObject({ periods: [] });
  const { json } = await close(await hashOfPlan());
  expect(json).toMatchObject({
    periods: [{ month: '2024-05', state: 'closed' }],
    monthEnd: [{ kind: 'cost', lines: [{ debit: '330' }, { credit: '330' }] }],
  });
});

test('sales tax in another currency than the books’ is refused in three languages, and so is plain vat on books in USD', async () => {
  const books = async (baseCurrency: string) => {
    const [file, settings] = [desk.path(`vat-${baseCurrency}.sqlite`), desk.path(`${baseCurrency}.json`)];
    writeFileSync(settings, JSON.stringify({ company: { baseCurrency, chart: 'tw-112', accounts: {}, shops: {} } }));
    expect((await clearsheet('settings', 'set', settings, '--db', file)).code).toBe(0);
    return file;
  };
  const twd = await books('TWD');
  for (const [lang, words] of [
    ['zh-TW', '帳本以 TWD 記帳，銷項稅額只能以帳本幣別調整，不能以 USD 調整。'],
    ['zh-CN', '账本以 TWD 记账，销项税额只能以账本币种调整，不能以 USD 调整。'],
    ['en', 'The books are kept in TWD, and sales tax is trued up in the currency of the books, not in USD.'],
  ] as const) {
    const { code, stderr } = await clearsheet('vat', '2026-05', '--currency', 'USD', '--db', twd, '--lang', lang);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  }
  const usd = await books('USD');
  const plain = await clearsheet('vat', '2026-05', '--db', usd, '--lang', 'en');
  expect([plain.code, plain.stderr]).toEqual([2, expect.stringContaining('use USD (--currency USD)')]);
  expect((await clearsheet('vat', '2026-05', '--currency', 'USD', '--db', usd)).code).toBe(0);
});

test.each([
  [['vat', 'May'], 'vat takes a month like 2024-05'],
  [['vat', '2024-05', '2024-06'], '2024-06'],
  [['month-end', 'May'], 'month-end takes a month like 2024-05'],
  [['month-end'], 'month-end takes a month like 2024-05'],
  [['month-end', '2024-05', '2024-06'], '2024-06'],
  [['vat', '2024-05', '--currency', 'dollar'], '--currency takes a code like TWD'],
])('%j is misuse', async (words, message) => {
  const { code, stderr } = await clearsheet(...words, '--db', desk.path('any.sqlite'), '--lang', 'en');
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('settings may begin new books: base currency and tax stand before the first booking', async () => {
  const file = desk.path('begun.sqlite');
  const settings = desk.path('settings.json');
  writeFileSync(
    settings,
    JSON.stringify({ 'exchange-rates': [{ currency: 'USD', validOn: '2024-05-01', rate: '31.5', source: 'bank' }] }),
  );
  expect((await clearsheet('settings', 'set', settings, '--db', file)).code).toBe(0);
  expect((await clearsheet('settings', 'show', '--db', desk.path('nothing.sqlite'))).code).toBe(2);
});
