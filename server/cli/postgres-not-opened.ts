// Why the books in a PostgreSQL database cannot be opened, and what to do. Of the address only what cannot be a password is
// told: host, user and database, and none of them where the address reads otherwise than it was meant.
import type { Translated } from '../../core/language.ts';
import { FileNotOpened } from './file-not-opened.ts';
import { say } from './misuse.ts';

interface Place {
  /** `host` or `host:port`. */
  readonly server: string;
  readonly user: string;
  readonly database: string;
}

/**
 * Null where the address cannot be read, or holds an `@`, `#`, `/` or `?` of a password as it is: the parts behind it would
 * be taken for host and database, and told.
 */
function placeOf(location: string): Place | null {
  if (!URL.canParse(location)) return null;
  const { host, username, pathname, search, hash } = new URL(location);
  const rest = `${pathname}${search}${hash}`;
  if (hash !== '' || rest.includes('@') || (location.includes('@') && username === '')) return null;
  return {
    server: host === '' ? 'localhost' : host,
    user: decoded(username),
    database: decoded(pathname.slice(1)) || decoded(username),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @throws FileNotOpened when the address cannot be read, before anything is tried with it */
export function checkPostgresAddress(location: string): void {
  if (placeOf(location) === null) throw new FileNotOpened(ADDRESS);
}

const ADDRESS = say(
  '--db 的資料庫位址讀不懂。請寫成 postgres://USER:PASSWORD@HOST:5432/DATABASE；密碼中的特殊符號要以百分號編碼，例如 @ 寫成 %40，# 寫成 %23，/ 寫成 %2F。',
  '--db 的数据库地址读不懂。请写成 postgres://USER:PASSWORD@HOST:5432/DATABASE；密码中的特殊符号要以百分号编码，例如 @ 写成 %40，# 写成 %23，/ 写成 %2F。',
  'the database address after --db cannot be read. Write it like postgres://user:password@host:5432/database, and @, #, /, ?, % of a password as %40, %23, %2F, %3F, %25.',
);

/** Codes of Node and of PostgreSQL (documentation, appendix A). */
const REASONS: readonly { readonly codes: RegExp; readonly tell: (place: Place) => Translated }[] = [
  {
    codes: /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|ENOENT|57P03|08)/,
    tell: ({ server }) =>
      say(
        `連不到資料庫伺服器 ${server}（--db）。請確認主機與連接埠，以及 PostgreSQL 已啟動且防火牆允許連線。`,
        `连不到数据库服务器 ${server}（--db）。请确认主机与端口，以及 PostgreSQL 已启动且防火墙允许连接。`,
        `no database server answers at ${server} (--db). Check host and port, that PostgreSQL runs, and that no firewall is in the way.`,
      ),
  },
  {
    codes: /^28/,
    tell: ({ server, user }) =>
      say(
        `資料庫伺服器 ${server} 不接受使用者「${user}」（--db）。請確認使用者名稱與密碼。`,
        `数据库服务器 ${server} 不接受用户“${user}”（--db）。请确认用户名与密码。`,
        `the database server ${server} does not let the user "${user}" in (--db). Check the name and the password.`,
      ),
  },
  {
    codes: /^3D000/,
    tell: ({ server, database }) =>
      say(
        `伺服器 ${server} 上沒有資料庫「${database}」（--db）。請確認名稱，或請管理員先建立（CREATE DATABASE）。`,
        `服务器 ${server} 上没有数据库“${database}”（--db）。请确认名称，或请管理员先创建（CREATE DATABASE）。`,
        `there is no database "${database}" on ${server} (--db). Check the name, or have it created first (CREATE DATABASE).`,
      ),
  },
  {
    codes: /^42501/,
    tell: ({ user, database }) =>
      say(
        `使用者「${user}」在資料庫「${database}」沒有建立資料表的權限（--db）。請管理員授權後再試。`,
        `用户“${user}”在数据库“${database}”没有创建数据表的权限（--db）。请管理员授权后再试。`,
        `the user "${user}" may not create tables in the database "${database}" (--db). Have the right granted and try again.`,
      ),
  },
];

export function postgresNotOpened(location: string, cause: unknown): FileNotOpened {
  const place = placeOf(location);
  if (place === null) return new FileNotOpened(ADDRESS, cause);
  const code = codeOf(cause);
  const reason = REASONS.find(({ codes }) => codes.test(code));
  return new FileNotOpened(reason ? reason.tell(place) : otherwise(place, code), cause);
}

/** Node tries every address of a host, and tells of all of them together. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  // Knex gives no code where the server let it wait until it gave up.
  return 'name' in cause && cause.name === 'KnexTimeoutError' ? 'ETIMEDOUT' : '';
}

const otherwise = ({ server, database }: Place, code: string) =>
  say(
    `無法開啟伺服器 ${server} 上的資料庫「${database}」（--db，代碼 ${code || '—'}）。請把代碼交給資料庫管理員。`,
    `无法打开服务器 ${server} 上的数据库“${database}”（--db，代码 ${code || '—'}）。请把代码交给数据库管理员。`,
    `cannot open the database "${database}" on ${server} (--db, code ${code || '—'}). Give the code to whoever runs the database.`,
  );
