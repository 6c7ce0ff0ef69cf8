// The claims list of the command line: where each claim stands is what people decided in the books. Seen red: without the
// decisions, when every claim is open.
import { readFileSync } from 'node:fs';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { openDatabase } from '../../server/store/database.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { day } from '../core/worksheets/run-books.ts';
import { clearsheet, Desk, ORDERS } from './run-command.ts';

const desk = new Desk();
afterAll(() => desk.remove());

const AS_OF = '2024-06-01';

/** State and order number of each claim in the workbook that a run writes. */
async function claims(): Promise<unknown[][]> {
  const out = desk.path('result.xlsx');
  await clearsheet(
    'reconcile',
    ORDERS,
    '--as-of',
    AS_OF,
    '--db',
    desk.path('books.sqlite'),
    '--out',
    out,
    '--lang',
    'en',
  );
  const reading = await readWorkbook(new Uint8Array(readFileSync(out)), 'result.xlsx');
  if ('refused' in reading) throw new Error(reading.refused.code);
  const { rows } = must(reading.sheets.find(({ sheet }) => sheet === 'Claims on platforms'));
  const headerAt = rows.findIndex((row) => row.includes('Order number'));
  const columns = ['Order number', 'State', 'Claimed'].map((header) => must(rows[headerAt]).indexOf(header));
  return rows.slice(headerAt + 1).map((row) => columns.map((at) => row[at]));
}

async function claimFirst(): Promise<void> {
  const database = await openDatabase(desk.path('books.sqlite'));
  try {
    const books = { database, company: DEFAULT_COMPANY, now: () => `${AS_OF}T00:00:00.000Z` };
    const { stdout } = await clearsheet(
      'reconcile',
      ORDERS,
      '--as-of',
      AS_OF,
      '--db',
      desk.path('books.sqlite'),
      '--json',
    );
    const { files } = JSON.parse(stdout) as { files: { sheets: { batch: { id: string } }[] }[] };
    const run = { batchIds: files.flatMap(({ sheets }) => sheets.map(({ batch }) => batch.id)), asOf: day(AS_OF) };
    const { subject, figures } = must((await listWork(books, run)).items[0]);
    const resolution = { kind: 'claim', reference: 'C-1' } as const;
    await resolveWork(books, { ...run, subjects: [{ subject, figures }], resolution, author: '林**', note: '' });
  } finally {
    await database.close();
  }
}

test('a claim that somebody made is told as made', async () => {
  expect((await claims()).map(([, state]) => state)).toEqual(['Open', 'Open']);
  await claimFirst();
  expect(await claims()).toEqual([
    ['2405018K2M4N6P', 'Claimed', 1340],
    ['2405031U4V6W8X', 'Open', 520],
  ]);
});
