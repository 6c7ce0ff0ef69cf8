// knex ships its dialects without typings; this is the one we build on.
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import type { Knex } from 'knex';
  const BetterSqlite3Dialect: typeof Knex.Client;
  export default BetterSqlite3Dialect;
}
