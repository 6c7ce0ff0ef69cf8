// Places a user names that cannot be used: told in the user's language, with nothing booked and nothing overwritten.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

test.each([
  ['zh-TW', '不會覆蓋'],
  ['zh-CN', '不会覆盖'],
  ['en', 'is not overwritten'],
])('a result never takes the place of a file it was read from (%s)', async (lang, sentence) => {
  const source = desk.path(`source-${lang}.xlsx`);
  copyFileSync(ORDERS, source);
  const before = readFileSync(source);
  const { code, stderr } = await clearsheet('reconcile', source, INCOME, '--out', source, '--lang', lang);
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  expect(readFileSync(source).equals(before)).toBe(true);
});

test.each(['no/such/folder/result.xlsx', '.'])('a result that cannot be written (%s) books nothing', async (name) => {
  const books = desk.path('unwritten.sqlite');
  const { code, stderr } = await clearsheet('reconcile', ORDERS, INCOME, '--out', desk.path(name), '--db', books);
  expect([code, stderr]).toEqual([2, expect.stringContaining('什麼都沒有寫入')]);
  expect(existsSync(books)).toBe(false);
});

test.each([
  ['zh-TW', '無法寫入'],
  ['zh-CN', '无法写入'],
  ['en', 'cannot write'],
])('reports and proposed mappings that cannot be written are refused as well (%s)', async (lang, sentence) => {
  const [books, out] = [desk.path(`reported-${lang}.sqlite`), desk.path('no/such/folder/file')];
  await clearsheet('reconcile', ORDERS, INCOME, '--as-of', '2024-06-01', '--db', books);
  for (const command of [
    ['report', '--db', books],
    ['mapping', 'infer', INCOME],
  ]) {
    const { code, stdout, stderr } = await clearsheet(...command, '--out', out, '--lang', lang);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(sentence)]);
  }
});

test('a file that holds no books is said to be none, and the command ends', async () => {
  const file = desk.put('notes.sqlite', 'these are notes, and no database\n'.repeat(40));
  for (const command of [['reconcile', ORDERS], ['verify']]) {
    const { code, stderr } = await clearsheet(...command, '--db', file);
    expect([code, stderr]).toEqual([2, expect.stringContaining('無法開啟帳冊')]);
  }
});

test('the same sheets again say that nothing of them is new', async () => {
  const db = ['--db', desk.path('again.sqlite'), '--as-of', '2024-06-01'];
  await clearsheet('reconcile', ORDERS, INCOME, ...db);
  const { stdout } = await clearsheet('reconcile', ORDERS, INCOME, ...db);
  expect(stdout.match(/先前已匯入，沒有新資料/g)).toHaveLength(2);
  const again = JSON.parse((await clearsheet('reconcile', ORDERS, INCOME, ...db, '--json')).stdout);
  const pushed = again.files.flatMap(({ sheets }: { sheets: { pushed: object }[] }) => sheets.map((one) => one.pushed));
  expect(pushed).toEqual([
    { created: 0, replaced: 0, unchanged: 3, conflict: 0 },
    { created: 0, replaced: 0, unchanged: 2, conflict: 0 },
  ]);
});
