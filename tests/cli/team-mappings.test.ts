// The command reads files with the mappings of the books it is given: what the team publishes counts here as in the pane.
import { readWorkbook } from '../../files/read-workbook.ts';
import { readFileSync } from 'node:fs';
import { builtInMappings } from '../../mappings/index.ts';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { publishDraft } from '../../server/commands/publish-mapping.ts';
import { saveDraft } from '../../server/commands/save-draft.ts';
import { openDatabase } from '../../server/store/database.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { clearsheet, Desk, INCOME, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

/** The sample income with its fee column renamed, as platforms do from one year to the next. */
async function renamedIncome(): Promise<string> {
  const reading = await readWorkbook(readFileSync(INCOME), 'income.xlsx');
  if ('refused' in reading) throw new Error(reading.refused.code);
  const [table] = reading.sheets;
  const rows = must(table).rows.map((row) => row.map((cell) => (cell === '成交手續費' ? '平台成交費' : cell)));
  return desk.workbook('renamed.xlsx', { Income: rows });
}

async function publishNewName(location: string): Promise<void> {
  const database = await openDatabase(location);
  const books = { database, company: DEFAULT_COMPANY, now: () => '2024-06-01T00:00:00.000Z' };
  const mapping = must(builtInMappings.find(({ id }) => id === 'shopee-tw.income'));
  const columns = must(mapping.kind === 'payout' ? mapping.columns : undefined).map((column) =>
    column.header === '成交手續費' ? { ...column, synonyms: ['平台成交費'] } : column,
  );
  const draft = { ...mapping, columns } as typeof mapping;
  await saveDraft(books, mapping.id, { mapping: draft, author: 'Mei', note: '' });
  await publishDraft(books, mapping.id, { author: 'Mei', note: 'Shopee renamed the fee column' });
  await database.close();
}

test('a renamed column is refused, until the team publishes its new name', async () => {
  const income = await renamedIncome();
  const books = desk.path('books.sqlite');
  const before = await clearsheet('reconcile', ORDERS, income, '--db', books);
  expect([before.code, before.stderr]).toEqual([2, expect.stringContaining('成交手續費')]);
  await publishNewName(books);
  const after = await clearsheet('reconcile', ORDERS, income, '--db', books, '--json', '--as-of', '2024-05-20');
  expect(after.code).toBe(0);
  expect(after.stdout).toContain('"net": "1531"');
});
