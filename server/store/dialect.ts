// What the two databases spell differently, in one place. Everything else in store/ is SQL that both understand.

type ColumnType = 'text' | 'integer';
/** Columns of a row source, in the order in which each row holds its values. */
export type Columns = Readonly<Record<string, ColumnType>>;
/** An output column: plain SQL, or a text column that holds JSON and leaves the database as a value. */
export type Column = string | { readonly json: string };

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Type of whole numbers; holds ten-thousandths of any amount. */
  readonly integer: string;
  /** What follows the closing bracket of CREATE TABLE. */
  readonly tableEnd: string;
  /** Opens a writing transaction of one company, so that its commands run one after the other. */
  readonly begin: readonly { readonly sql: string; readonly takesCompany: boolean }[];
  /**
   * A table expression over one JSON parameter: an array of rows, each an array of values.
   * @param first with it a column `place` besides, which counts the rows from there
   */
  source(columns: Columns, first?: number): string;
  /** One JSON text with all rows of a query. */
  list(columns: readonly Column[], rest: string): string;
  /** Statements after which the planner knows freshly loaded tables; none where it does not matter. */
  analyze(tables: readonly string[]): readonly string[];
  /** Statements that make a table refuse change and deletion. */
  protect(table: string): readonly string[];
  /** Statements that make a table refuse rows: `when` is said of each row by the name `t`. */
  refuse(rule: Refusal): readonly string[];
}

export interface Refusal {
  readonly table: string;
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  /** Columns whose change is looked at; all where it is left out. */
  readonly of?: readonly string[];
  readonly when: string;
  readonly because: string;
}

const aliased = (columns: readonly Column[]) =>
  columns.map((column, index) => `${typeof column === 'string' ? column : column.json} AS c${index}`).join(', ');
const refusal = (table: string) => `${table} is posted: it is corrected by a further entry, never changed or deleted`;

/** Parsing each row's text again costs 1.5 times as much; `jsonb_each` came with SQLite 3.51 (libsql has 3.45). */
export function sqliteDialect(version: string): Dialect {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const each = major > 3 || (major === 3 && minor >= 51) ? 'jsonb_each' : 'json_each';
  return {
    name: 'sqlite',
    integer: 'INTEGER',
    tableEnd: 'STRICT',
    // IMMEDIATE: taking the write lock later, after reading, can fail as busy without being retried.
    begin: [{ sql: 'BEGIN IMMEDIATE', takesCompany: false }],
    source: (columns, first) => {
      const values = Object.keys(columns).map((name, index) => `value->>${index} AS ${name}`);
      const places = first === undefined ? [] : [`${first} + key AS place`];
      return `(SELECT ${[...values, ...places].join(', ')} FROM ${each}(?))`;
    },
    list: (columns, rest) => {
      const values = columns.map((column, index) => (typeof column === 'string' ? `c${index}` : `json(c${index})`));
      return `SELECT json_group_array(json_array(${values.join(', ')})) AS rows FROM (SELECT ${aliased(columns)} ${rest})`;
    },
    analyze: () => [],
    protect: (table) =>
      ['UPDATE', 'DELETE'].map(
        (event) => `CREATE TRIGGER ${table}_refuses_${event.toLowerCase()} BEFORE ${event} ON ${table}
        BEGIN SELECT RAISE(ABORT, '${refusal(table)}'); END`,
      ),
    // AFTER: of an upsert only what came of it is looked at.
    refuse: ({ table, event, of, when, because }) => [
      `CREATE TRIGGER ${table}_sees_to_${event.toLowerCase()} AFTER ${event}${of ? ` OF ${of.join(', ')}` : ''} ON ${table}
        WHEN ${when.replaceAll(/\bt\./g, event === 'DELETE' ? 'OLD.' : 'NEW.')}
        BEGIN SELECT RAISE(ABORT, '${table}: ${because}'); END`,
    ],
  };
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  integer: 'BIGINT',
  tableEnd: '',
  begin: [
    // Compiling a plan just in time costs more than any of our statements.
    { sql: 'BEGIN; SET LOCAL jit = off', takesCompany: false },
    { sql: 'SELECT pg_advisory_xact_lock(hashtext(?))', takesCompany: true },
  ],
  source: (columns, first) => {
    const values = Object.entries(columns).map(([name, type], index) => {
      return `${type === 'integer' ? `(v->>${index})::bigint` : `v->>${index}`} AS ${name}`;
    });
    if (first === undefined) return `(SELECT ${values.join(', ')} FROM jsonb_array_elements(?::jsonb) v)`;
    const placed = [...values, `${first} + n - 1 AS place`].join(', ');
    return `(SELECT ${placed} FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS t (v, n))`;
  },
  list: (columns, rest) => {
    const values = columns.map((column, index) => (typeof column === 'string' ? `c${index}` : `c${index}::json`));
    return `SELECT coalesce(json_agg(json_build_array(${values.join(', ')})), '[]')::text AS rows
      FROM (SELECT ${aliased(columns)} ${rest}) q`;
  },
  // Without statistics of the rows just loaded, PostgreSQL joins in the wrong direction.
  analyze: (tables) => tables.map((table) => `ANALYZE ${table}`),
  protect: (table) => [
    `CREATE OR REPLACE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${refusal(table)}'; END $$`,
    `CREATE TRIGGER ${table}_refuses_change BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${table}_refuse()`,
    `CREATE TRIGGER ${table}_refuses_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuse()`,
  ],
  // Once for all rows of a statement: row by row it costs a second for 20,000 orders.
  refuse: ({ table, event, when, because }) => {
    const name = `${table}_sees_to_${event.toLowerCase()}`;
    return [
      `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF EXISTS (SELECT 1 FROM touched t WHERE ${when}) THEN RAISE EXCEPTION '${table}: ${because}'; END IF;
        RETURN NULL; END $$`,
      `CREATE TRIGGER ${name} AFTER ${event} ON ${table} REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
    ];
  },
};
