// How SQLite finds rows where a run or a proof asks for thousands by key: by that key, and never by going through all rows
// of the company once for each of them. Without statistics its choice is the same in empty books and in large ones. Seen
// red: with `matches_by_order` without the line, without the index of documents by voucher, with JOIN for CROSS JOIN.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveDocumentsOnVouchers } from '../../server/proofs/document-proofs.ts';
import { openDatabase, type Statements } from '../../server/store/database.ts';
import { sqliteDialect } from '../../server/store/dialect.ts';
import { linesOfOrders, matchesOfLines } from '../../server/store/matches.ts';
import { openKnex } from '../../server/store/open-knex.ts';
import { receiptsById, receiptsOfLines } from '../../server/store/receipts.ts';
import { salesById } from '../../server/store/sales-documents.ts';
import { vouchersById, vouchersOfDocuments } from '../../server/store/vouchers.ts';
import { installedSqliteDrivers } from './databases.ts';

const [driver] = installedSqliteDrivers;
const { list } = sqliteDialect('3.51.0');
const folder = mkdtempSync(join(tmpdir(), 'clearsheet-plans-'));
const location = join(folder, 'books.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

/** The plans of the statements that a question asks. */
async function plansOf(ask: (tx: Statements) => Promise<unknown>): Promise<string[][]> {
  const asked: string[] = [];
  const database = await openDatabase(location, driver);
  await database.transaction('c', (tx) => ask(listening(tx, asked))).finally(() => database.close());
  const knex = await openKnex(location, driver);
  const plans: string[][] = [];
  for (const sql of asked) {
    const rows: { detail: string }[] = await knex.raw(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "'[]'")}`);
    plans.push(rows.map(({ detail }) => detail));
  }
  await knex.destroy();
  return plans;
}

/** One head for whatever is asked, so that its parts are asked for too. */
function listening(tx: Statements, asked: string[]): Statements {
  const select: Statements['select'] = async (columns, rest, values) => {
    asked.push(list(columns, rest));
    const rows = await tx.select<never>(columns, rest, values);
    return rows.length > 0 ? rows : [columns.map(() => 1) as never];
  };
  return Object.assign(Object.create(tx) as Statements, { select });
}

test.each<[string, (tx: Statements) => Promise<unknown>]>([
  ['the lines of orders', (tx) => linesOfOrders(tx, [1])],
  ['the links of lines', (tx) => matchesOfLines(tx, [1])],
  ['receipts', (tx) => receiptsById(tx, [1])],
  ['the receipts of lines', (tx) => receiptsOfLines(tx, [1])],
  ['sales documents', (tx) => salesById(tx, [1])],
  ['vouchers', (tx) => vouchersById(tx, [1])],
  ['the vouchers of documents', (tx) => vouchersOfDocuments(tx, 'receipt', [1])],
])('%s are found by their keys', async (_, ask) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.flat().filter((step) => step.endsWith('(company_id=?)'))).toEqual([]);
});

test('the proof of documents begins with the document, and not with every voucher that is no reversal', async () => {
  const steps = (await plansOf(proveDocumentsOnVouchers)).flat();
  expect(steps.filter((step) => step.startsWith('SEARCH v '))).not.toEqual([]);
  expect(steps.filter((step) => /^SEARCH v .*\(company_id=\? AND reverses=\?\)$/.test(step))).toEqual([]);
});
