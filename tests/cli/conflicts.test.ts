// Rows that differ from what the books hold are told at the terminal in words, with both amounts, as in --json.
import { readFileSync } from 'node:fs';
import { golden } from '../mappings/golden-sheets.ts';
import { clearsheet, Desk } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const AS_OF = ['--as-of', '2026-06-30'] as const;

describe('one number with another amount', () => {
  const before = readFileSync(golden('stripe.itemised.csv'), 'utf8');
  const run = (name: string, content: string, ...options: string[]) =>
    clearsheet('reconcile', desk.put(name, content), '--db', desk.path('books.sqlite'), ...AS_OF, ...options);

  test.each([
    ['zh-TW', '淨額這次 94.8，先前 96.8', '先前的資料保留不變'],
    ['zh-CN', '净额这次 94.8，先前 96.8', '先前的数据保留不变'],
    ['en', 'net now 94.8, before 96.8', 'The earlier one is kept'],
  ])('%s: the terminal says both', async (language, amounts, kept) => {
    await run('first.csv', before);
    const changed = before.replace('100.00,3.20,96.80', '100.00,5.20,94.80');
    const { stdout } = await run('second.csv', changed, '--lang', language);
    expect(stdout).toContain(amounts);
    expect(stdout).toContain(kept);
  });
});
