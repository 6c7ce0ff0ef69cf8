// A table of the books: company first, whole numbers as the database spells them.
import type { Dialect } from '../dialect.ts';

/** @param body columns and constraints; ` INT` stands for the type of whole numbers */
export function createTable(dialect: Dialect, name: string, body: string): string {
  const columns = body.replaceAll(' INT', ` ${dialect.integer}`);
  return `CREATE TABLE ${name} (company_id TEXT NOT NULL DEFAULT 'default', ${columns}) ${dialect.tableEnd}`;
}
