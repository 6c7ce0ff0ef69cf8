// The door to the database: values come back as they went in, whatever the driver.
import { openDatabase } from '../../server/store/database.ts';
import { postgresDialect, sqliteDialect } from '../../server/store/dialect.ts';
import { onEveryDriver, onPostgres } from './databases.ts';

onEveryDriver((newBooks) => {
  const columns = { sku: 'text', opening: 'integer', safety: 'integer' } as const;

  test.each([
    ['a whole number above 2^31', 21_474_836_480],
    ['the largest safe whole number', Number.MAX_SAFE_INTEGER],
    ['the smallest', Number.MIN_SAFE_INTEGER],
    ['zero', 0],
  ])('%s comes back as it was', async (_name, amount) => {
    const { database, company } = newBooks();
    const rows = await database.transaction(company, async (tx) => {
      await tx.insert('stock_levels', columns, [['x', amount, 1]]);
      return tx.select(['opening'], 'FROM stock_levels WHERE company_id = ?', [tx.company]);
    });
    expect(rows).toEqual([[amount]]);
  });

  test.each(['茶', '😀', "'; DROP TABLE orders; --", '?', '"\\', '21474836480', ' 1 ', '1e5', '\u001f', '$1', ':a'])(
    'the text %j comes back as it was',
    async (text) => {
      const { database, company } = newBooks();
      const rows = await database.transaction(company, async (tx) => {
        await tx.insert('stock_levels', columns, [[text, 1, 1]]);
        return tx.select(['sku'], 'FROM stock_levels WHERE company_id = ? AND sku = ?', [tx.company, text]);
      });
      expect(rows).toEqual([[text]]);
    },
  );

  test('rows come in the order asked for, JSON as values, nothing as an empty list', async () => {
    const { database, company } = newBooks();
    await database.transaction(company, async (tx) => {
      await tx.insert('stock_levels', columns, [
        ['b', 2, 0],
        ['a', 1, 0],
        ['c', 3, 0],
      ]);
      const rest = 'FROM stock_levels WHERE company_id = ? ORDER BY opening DESC';
      expect(await tx.select(['sku', { json: "'[1,{}]'" }], rest, [company])).toEqual([
        ['c', [1, {}]],
        ['b', [1, {}]],
        ['a', [1, {}]],
      ]);
      expect(await tx.select(['sku'], 'FROM stock_levels WHERE company_id = ?', ['nobody'])).toEqual([]);
    });
  });

  test('a failed transaction leaves nothing and the next one works', async () => {
    const { database, company } = newBooks();
    const failing = database.transaction(company, async (tx) => {
      await tx.insert('stock_levels', columns, [['x', 1, 1]]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const left = await database.transaction(company, (tx) =>
      tx.select(['sku'], 'FROM stock_levels WHERE company_id = ?', [company]),
    );
    expect(left).toEqual([]);
  });

  test('the message of a failed statement holds none of its values', async () => {
    const { database, company } = newBooks();
    const failing = database.transaction(company, (tx) =>
      tx.insert('stock_levels', columns, [
        ['secret-sku', 1, 1],
        ['secret-sku', 1, 1],
      ]),
    );
    await expect(failing).rejects.toThrow(/unique/i);
    await expect(failing).rejects.not.toThrow(/secret-sku/);
  });
});

test.each([
  ['3.52.0', 'jsonb_each'],
  ['3.51.0', 'jsonb_each'],
  ['3.45.1', 'json_each'],
  ['4.0.0', 'jsonb_each'],
])('SQLite %s reads rows with %s', (version, each) => {
  expect(sqliteDialect(version).source({ a: 'text' })).toContain(` ${each}(`);
});

test('only PostgreSQL needs to be told about freshly loaded tables', () => {
  expect(postgresDialect.analyze(['orders'])).toEqual(['ANALYZE orders']);
  expect(sqliteDialect('3.52.0').analyze(['orders'])).toEqual([]);
});

test('a database that cannot be opened says so', async () => {
  await expect(openDatabase('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/ECONNREFUSED/);
});

test("on PostgreSQL a company's transactions wait for each other, and another company's for nobody", async () => {
  const { database, remove } = await onPostgres();
  const events: string[] = [];
  const enter = (company: string, name: string) => database.transaction(company, async () => void events.push(name));
  let waiting: Promise<void> = Promise.resolve();
  await database.transaction('one', async () => {
    waiting = enter('one', 'second of the company');
    // Each of these is several round trips: were there no lock, the second would long be through.
    for (let round = 0; round < 10; round++) await enter('other', 'another company');
    events.push('first ends');
  });
  await waiting;
  expect(events.slice(-2)).toEqual(['first ends', 'second of the company']);
  expect(events).toHaveLength(12);
  await remove();
});
