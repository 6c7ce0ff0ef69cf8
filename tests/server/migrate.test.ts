// The schema at start: brought up to date whole or not at all, also after a start that was killed, and by two at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/store/database.ts';
import { sqliteDialect } from '../../server/store/dialect.ts';
import { migrate } from '../../server/store/migrations/migrate.ts';
import { openKnex } from '../../server/store/open-knex.ts';
import { installedSqliteDrivers, newPostgres } from './databases.ts';
import { failAt, Outage } from './failing-database.ts';

interface Place {
  readonly location: string;
  readonly remove: () => Promise<void>;
}

function inFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'clearsheet-migrate-'));
  const remove = () => Promise.resolve(rmSync(folder, { recursive: true }));
  return Promise.resolve({ location: join(folder, 'books.sqlite'), remove });
}

const places = [
  ...installedSqliteDrivers.map((driver) => ({ name: driver, driver, newPlace: inFile })),
  { name: 'PostgreSQL', driver: undefined, newPlace: newPostgres },
];

describe.each(places)('on $name', ({ driver, newPlace }) => {
  let place: Place;
  beforeEach(async () => {
    place = await newPlace();
  });
  afterEach(() => place.remove());
  const open = () => openDatabase(place.location, driver);

  async function execute(...statements: string[]) {
    const knex = await openKnex(place.location, driver);
    for (const sql of statements) await knex.raw(sql);
    await knex.destroy();
  }

  async function steps() {
    const database = await open();
    const names = await database.transaction('any', (tx) => tx.select(['name'], 'FROM schema_steps ORDER BY name'));
    await database.close();
    return names;
  }

  test('the lock that a killed first start of an older version left does not stop this one', async () => {
    await execute(
      'CREATE TABLE knex_migrations (id INTEGER PRIMARY KEY, name VARCHAR(255), batch INTEGER)',
      'CREATE TABLE knex_migrations_lock ("index" INTEGER PRIMARY KEY, is_locked INTEGER)',
      'INSERT INTO knex_migrations_lock VALUES (1, 1)',
    );
    expect((await steps())[0]).toEqual(['0001-first-schema']);
  });

  test('books of an older version go on where they are', async () => {
    const before = await steps();
    await execute(
      'DROP TABLE schema_steps',
      'CREATE TABLE knex_migrations (id INTEGER PRIMARY KEY, name VARCHAR(255), batch INTEGER)',
      ...before.map(([name], at) => `INSERT INTO knex_migrations VALUES (${at}, '${String(name)}', 1)`),
    );
    expect(await steps()).toEqual(before);
    expect(await steps()).toEqual(before);
  });

  test('a database of a newer version is left alone', async () => {
    await (await open()).close();
    await execute("INSERT INTO schema_steps VALUES ('9999-from-the-future')");
    await expect(open()).rejects.toThrow('written by a newer Clearsheet (9999-from-the-future)');
  });
});

// libsql answers without letting others run, so that within one process it cannot wait for itself.
test.each(places.filter(({ name }) => name !== 'libsql'))(
  'on $name two that start at once do it once',
  async ({ driver, newPlace }) => {
    const { location, remove } = await newPlace();
    const [first, second] = await Promise.all([openDatabase(location, driver), openDatabase(location, driver)]);
    const counts = await first.transaction('any', (tx) => tx.select(['count(*)'], 'FROM companies'));
    expect(counts).toEqual([[1]]);
    await first.close();
    await second.close();
    await remove();
  },
);

// SQLite refuses about one pair in twelve for a moment, so that a single pair would seldom show it.
test('new books that two open at once open for both, however often it is tried', async () => {
  for (let pair = 0; pair < 100; pair += 1) {
    const { location, remove } = await inFile();
    const opened = await Promise.allSettled([openKnex(location), openKnex(location)]);
    for (const one of opened) if (one.status === 'fulfilled') await one.value.destroy();
    await remove();
    expect(opened.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  }
});

// The steps of both databases run through the same lines; SQLite's are tried one by one.
test('a start that fails at any of its statements leaves nothing, and the next one succeeds', async () => {
  const { location, remove } = await inFile();
  const dialect = sqliteDialect('3.45.0');
  const begun = await openDatabase(location);
  const tables = () =>
    begun.transaction('any', (tx) => tx.select(['name'], "FROM sqlite_master WHERE type = 'table' ORDER BY name"));
  const whole = await tables();
  await begun.transaction('any', async (tx) => {
    await tx.run('PRAGMA defer_foreign_keys = ON');
    for (const [name] of whole) await tx.run(`DROP TABLE ${String(name)}`);
  });
  for (const step of [1, 2, 3, 4, 10, 30]) {
    await expect(migrate(failAt(begun, step), dialect, false)).rejects.toThrow(Outage);
    expect(await tables()).toEqual([]);
  }
  await migrate(begun, dialect, false);
  expect(await tables()).toEqual(whole);
  await begun.close();
  await remove();
});
