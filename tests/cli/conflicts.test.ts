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

describe('an order that was cancelled and is not any more', () => {
  const shipped = readFileSync(golden('pdd.orders.csv'), 'utf8');
  const cancelled = shipped.replace('已发货，待签收', '已取消');
  const run = (name: string, content: string, ...options: string[]) =>
    clearsheet('reconcile', desk.put(name, content), '--db', desk.path('pdd.sqlite'), ...AS_OF, ...options);

  it('stays out as older, with what to do, until the file is said to be the newest; then it is asked no more', async () => {
    await run('may.csv', cancelled);
    const { stdout: older } = await run('june.csv', shipped);
    expect(older).toContain('訂單狀態倒退');
    expect(older).toContain('--newest');
    const states = async (...options: string[]) =>
      JSON.parse((await run('june.csv', shipped, '--json', ...options)).stdout).orders.map(
        ({ headline }: { headline: string }) => headline,
      );
    expect(await states()).toEqual(['CANCELLED']);
    expect(await states('--newest', 'june.csv')).toEqual(['OVERDUE']);
    expect((await run('june.csv', shipped)).stdout).not.toContain('--newest');
  });

  it('names a file that is not among those read', async () => {
    const { code, stderr } = await run('june.csv', shipped, '--newest', 'july.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('july.csv')]);
  });
});

describe('one settlement number with another total', () => {
  const settlement = (total: string, principal: string) => {
    const head = readFileSync(golden('amazon.settlement-v2.txt'), 'utf8').split('\n')[0] ?? '';
    const row = (...cells: readonly (readonly [at: number, text: string])[]) =>
      Object.assign(Array<string>(24).fill(''), Object.fromEntries([[0, '9201'], ...cells])).join('\t');
    const line = (amount: string) => [
      ...([
        [6, 'Order'],
        [7, '111-1234567-1234567'],
        [11, 'Amazon.com'],
        [12, 'ItemPrice'],
      ] as const),
      ...([
        [13, 'Principal'],
        [14, amount],
        [16, '2026-06-03 10:00:00 UTC'],
        [17, '2026-06-03 10:00:00 UTC'],
      ] as const),
    ];
    const days = ['2026-06-01 00:00:00 UTC', '2026-06-15 00:00:00 UTC', '2026-06-17 00:00:00 UTC'] as const;
    const sum = row([1, days[0]], [2, days[1]], [3, days[2]], [4, total], [5, 'USD']);
    return [head.trimEnd(), sum, row(...line(principal))].join('\n');
  };
  const run = (name: string, content: string, ...options: string[]) =>
    clearsheet('reconcile', desk.put(name, content), '--db', desk.path('amazon.sqlite'), ...AS_OF, ...options);

  it('is told with both totals and both files, and books nothing', async () => {
    await run('june.txt', settlement('85.00', '85.00'));
    const { stdout } = await run('june-2.txt', settlement('76.50', '76.50'), '--json');
    const { unmatched, onReview, conservation } = JSON.parse(stdout);
    expect(onReview.map(({ reason }: { reason: string }) => reason)).toEqual(['STATEMENT_DIFFERS']);
    expect(unmatched[0].reason).toContain('「june.txt」總額 85，「june-2.txt」總額 76.5');
    expect(conservation[0].dispositions).toMatchObject({ review: '76.5' });
    const text = await run('june-2.txt', settlement('76.50', '76.50'), '--lang', 'en');
    expect(text.stdout).toContain('"june.txt" declares 85, "june-2.txt" declares 76.5');
    expect(text.stdout).toContain('Another version of the payout');
    expect(text.stdout).toContain('→ Ask the platform which file is right');
    expect(text.stdout).not.toContain('Import the order export');
  });
});
