// Books in a PostgreSQL database that cannot be opened: why, what to do, in three languages, and never the password.
import { createServer } from 'node:net';
import { LANGUAGES } from '../../core/language.ts';
import { must } from '../server/fixtures.ts';
import { clearsheet, ORDERS } from './run-command.ts';

const SECRET = 's3cret-Word';
const server = () => new URL(must(process.env.TEST_PG_URL));

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
}

const ADDRESSES: Readonly<Record<string, () => string | Promise<string>>> = {
  'a closed port': async () => `postgres://me:${SECRET}@127.0.0.1:${await closedPort()}/books`,
  'no such host': () => `postgres://me:${SECRET}@nowhere.invalid/books`,
  'a wrong password': () => `postgres://postgres:${SECRET}@${server().host}/postgres`,
  'no such user': () => `postgresql://nobody:${SECRET}@${server().host}/postgres`,
  'no such database': () => `${server().href}/no_such_books`,
  'a password with a hash mark': () => `postgres://me:${SECRET}#more@127.0.0.1/books`,
  'a password with a slash': () => `postgres://me:12/${SECRET}@127.0.0.1/books`,
  'a password with two signs': () => `postgres://me:a@${SECRET}/more@127.0.0.1/books`,
  'a port in words': () => `postgres://me:${SECRET}@127.0.0.1:port/books`,
};

test.each<[string, string, string, string]>([
  ['a closed port', '連不到資料庫伺服器 127.0.0.1:', '连不到数据库服务器 127.0.0.1:', 'server answers at 127.0.0.1:'],
  ['no such host', '伺服器 nowhere.invalid（', '服务器 nowhere.invalid（', 'answers at nowhere.invalid'],
  ['a wrong password', '不接受使用者「postgres」', '不接受用户“postgres”', 'let the user "postgres" in'],
  ['no such user', '不接受使用者「nobody」', '不接受用户“nobody”', 'let the user "nobody" in'],
  ['no such database', '沒有資料庫「no_such_books」', '没有数据库“no_such_books”', 'no database "no_such_books"'],
  ['a password with a hash mark', '位址讀不懂', '地址读不懂', 'cannot be read'],
  ['a password with a slash', '位址讀不懂', '地址读不懂', 'cannot be read'],
  ['a password with two signs', '位址讀不懂', '地址读不懂', 'cannot be read'],
  ['a port in words', '位址讀不懂', '地址读不懂', 'cannot be read'],
])('%s: exit 2 and a sentence', async (title, ...said) => {
  const location = await must(ADDRESSES[title])();
  for (const [at, lang] of LANGUAGES.entries()) {
    for (const command of [['verify'], ['reconcile', ORDERS]]) {
      const { code, stdout, stderr } = await clearsheet(...command, '--db', location, '--lang', lang);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(must(said[at]))]);
      expect(stderr.split('\n')).toHaveLength(2);
      expect(stderr).not.toMatch(new RegExp(`${SECRET}|${server().password}@`));
    }
  }
});
