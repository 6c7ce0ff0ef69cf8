// Two clients with connections of their own reconcile and undo at once: the books end as if one had come after the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import type { ApiError } from '../../server/api-error.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { runMonthEnd } from '../../server/commands/post-month-end.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import { BOOKED, countRows, installedSqliteDrivers, newPostgres, NOW } from './databases.ts';
import { aLine, anOrder, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

interface Place {
  readonly open: (patienceMs?: number) => Promise<Database>;
  readonly remove: () => Promise<void>;
}

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  ...installedSqliteDrivers.map((driver) => [driver, () => inFile(driver)] as const),
  ['PostgreSQL', onPostgres],
];

/** libsql works on the thread that calls it: within one process it would wait for itself, so its clients share a server. */
async function inFile(driver: (typeof installedSqliteDrivers)[number]): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'clearsheet-clients-'));
  const open = (patienceMs?: number) => openDatabase(join(folder, 'books.sqlite'), driver, patienceMs);
  const shared = driver === 'libsql' ? await open() : null;
  return {
    open: async (patienceMs) => shared ?? open(patienceMs),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

async function onPostgres(): Promise<Place> {
  const { location, remove } = await newPostgres();
  return { open: (patienceMs) => openDatabase(location, undefined, patienceMs), remove };
}

const BY = { author: '王**', note: '' };

/** Σ debits − credits by role up to a day. */
function rolesUntil({ database, company }: Books, day: string): Promise<Map<string, number>> {
  return database.transaction(company, async (tx) => {
    const rows = await tx.select<[string, number]>(
      ['l.role', 'CAST(sum(l.debit - l.credit) AS BIGINT)'],
      `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
       WHERE l.company_id = ? AND v.posted_on <= ? GROUP BY l.role`,
      [company, day],
    );
    return new Map(rows);
  });
}

describe.each(places)('on %s', (_name, provide) => {
  let place: Place | null = null;
  let clients: Books[] = [];
  beforeEach(async () => {
    place = await provide();
    const open = async () => ({ database: await must(place).open(), company: 'default', now: () => NOW });
    clients = [await open(), await open()];
  });
  afterEach(async () => {
    for (const database of new Set(clients.map((one) => one.database))) await database.close();
    await place?.remove();
  });
  const client = (at: number) => must(clients[at]);

  const orders = sheetOf([anOrder('A1'), anOrder('A2', { receivable: 500 }), anOrder('A3', { receivable: 210 })]);
  const lines = sheetOf([
    aLine('A1'),
    aLine('A2', { parts: { PRINCIPAL: 500, COMMISSION: -25 } }),
    aLine('A2', { parts: { REFUND: -100 }, paidOutOn: '2024-05-11' }),
    aLine('A3', { parts: { PRINCIPAL: 300 } }),
  ]);

  async function push(books: Books) {
    const sold = await pushOrders(books, orders);
    return [
      [sold, await pushPayout(books, lines.slice(0, 3))],
      [sold, await pushPayout(books, lines.slice(1))],
    ];
  }

  test('overlapping batches: no order is over-allocated, and the books are as if in turn', async () => {
    const [first = [], second = []] = await push(client(0));
    await Promise.all([reconcileBatches(client(0), first), reconcileBatches(client(1), second)]);
    const inTurn = { ...client(0), company: 'in-turn' };
    for (const batches of await push(inTurn)) await reconcileBatches(inTurn, batches);
    const tables = BOOKED.filter((table) => !['receipts', 'vouchers', 'voucher_lines'].includes(table));
    expect(await countRows(client(1), tables)).toEqual(await countRows(inTurn, tables));
    expect((await balancesOf(client(0))).accounts).toEqual((await balancesOf(inTurn)).accounts);
    expect(await faultsOf(client(1))).toEqual([]);
  });

  test('one closes the month into which the other reconciles: nothing is posted into it any more, and it shows what stood', async () => {
    const company = { ...DEFAULT_COMPANY, prepayments: 'advances' } as const;
    await saveSetting(client(0), 'company', { content: company, ...BY });
    const unshipped = sheetOf(['B1', 'B2', 'B3'].map((number) => anOrder(number, { stage: 'unshipped' })));
    const sold = await pushOrders(client(0), unshipped);
    const paid = await pushPayout(client(0), sheetOf(['B1', 'B2'].map((number) => aLine(number))));
    const file = { source: { file: 'more.xlsx', sheet: 'Income' } };
    const more = await pushPayout(client(1), sheetOf([aLine('B3', { paidOutOn: '2024-05-12' })]), file);
    await reconcileBatches(client(0), [sold, paid], '2024-05-31');
    await Promise.all([
      changePeriod(client(0), { month: '2024-05', state: 'closed', ...BY }),
      reconcileBatches(client(1), [sold, more], '2024-05-31'),
      runMonthEnd(client(1), { month: '2024-04', author: BY.author }),
    ]);
    expect(await faultsOf(client(0))).toEqual([]);
    // Whoever came first: what stands on hold at the end of May is what May shows, and later money is June's.
    const sums = await rolesUntil(client(0), '2024-05-31');
    expect(sums.get('suspense') ?? 0).toBe(0);
    expect([twd(-2100), twd(-3150)]).toContain(sums.get('advances'));
    const all = await rolesUntil(client(1), '2024-06-30');
    expect([all.get('suspense'), all.get('advances') ?? 0]).toEqual([twd(-3150), 0]);
  });

  test('one undoes what the other reconciles: sound books, and undone or booked anew', async () => {
    const [first = [], second = []] = await push(client(0));
    await reconcileBatches(client(0), first);
    const before = await balancesOf(client(0));
    await Promise.all([
      undo(client(0), { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 2 } }),
      reconcileBatches(client(1), second),
    ]);
    expect(await faultsOf(client(0))).toEqual([]);
    await reconcileBatches(client(1), [...first, ...second]);
    expect(await faultsOf(client(1))).toEqual([]);
    expect((await balancesOf(client(0))).booked).toEqual(before.booked);
  });
});

// Within one process libsql would wait for itself; a second process meets the same statement.
describe.each(places.filter(([name]) => name !== 'libsql'))('on %s', (name, provide) => {
  const ask = (database: Database) => database.transaction('default', (tx) => tx.select(['1'], ''));

  test('who waits for the books too long is told so, and not of an unexpected error', async () => {
    const place = await provide();
    const [writer, reader] = [await place.open(), await place.open(40)];
    const busy = await writer.transaction('default', async () => {
      // PostgreSQL waits for the lock inside the server: there connections run out first.
      const asking = Array.from({ length: name === 'PostgreSQL' ? 11 : 1 }, () => ask(reader));
      return (await firstRefusal(asking)) as ApiError;
    });
    expect([busy.code, busy.status]).toEqual(['BOOKS_BUSY', 503]);
    expect(await ask(reader)).toEqual([[1]]);
    for (const database of [writer, reader]) await database.close();
    await place.remove();
  });
});

/** What the first of them that is refused is refused with. */
function firstRefusal(asking: readonly Promise<unknown>[]): Promise<unknown> {
  return new Promise((resolve) => {
    for (const one of asking) one.catch(resolve);
  });
}
