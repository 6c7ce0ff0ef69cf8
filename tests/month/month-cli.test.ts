// The month of month.md, played through the command line on SQLite and on PostgreSQL: after each command the told lines
// must be so; at the end the books prove themselves, and the result workbook is worked out again without us.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { Desk } from '../cli/run-command.ts';
import { newPostgres } from '../server/databases.ts';
import { gapsInNumbers, imbalances } from './books-alone.ts';
import { foundFor, type SaidResult } from './check-run.ts';
import { play } from './play.ts';
import { readStory } from './read-story.ts';
import {
  differences,
  differencesShown,
  evaluatedDifferences,
  formulasOf,
  officeProgram,
  recalculatedBy,
} from './recalculate.ts';
import { readSheets } from './workbook-parts.ts';
import { writeReport } from './write-report.ts';

const steps = readStory(readFileSync(join(__dirname, 'month.md'), 'utf8'));
const files = steps.flatMap((step) => step.files);
const desk = new Desk();
afterAll(() => desk.remove());

beforeAll(async () => {
  desk.put('settings.json', readFileSync(join(__dirname, 'settings.json')));
  for (const file of files) desk.put(file.name, await writeReport(file));
});

/** Every step of the story; its result workbook. */
async function playMonth(location: string, database: Database, resultName: string): Promise<Uint8Array> {
  const path = (file: string) => desk.path(file === 'may.xlsx' ? resultName : file);
  for (const step of steps) {
    for (const run of step.runs) {
      const { spoken, json } = await play(run, { path, location, all: files });
      const about = `${step.title}: ${run.argv.join(' ')}`;
      expect([about, spoken.code, spoken.stderr]).toEqual([about, 0, '']);
      expect([about, ...(await foundFor(run.expect, json as SaidResult, database))]).toEqual([about, ...run.expect]);
    }
  }
  return readFileSync(desk.path(resultName));
}

/** By the rows of the vouchers alone, whatever `verify` says. */
async function proveAlone(database: Database): Promise<void> {
  expect(await imbalances(database)).toEqual([]);
  expect(await gapsInNumbers(database)).toEqual([]);
}

/** Every formula again from the other cells of the file; every cell that is called a difference is nothing. */
async function provesItself(bytes: Uint8Array): Promise<void> {
  const sheets = await readSheets(bytes);
  expect(formulasOf(sheets).length).toBeGreaterThan(500);
  expect(evaluatedDifferences(sheets)).toEqual([]);
  const shown = differencesShown(sheets);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter(({ value }) => value !== 0)).toEqual([]);
}

it('is so step by step on SQLite, and LibreOffice works the result workbook out to the same values', async () => {
  const location = desk.path('books.sqlite');
  const database = await openDatabase(location);
  try {
    const bytes = await playMonth(location, database, 'sqlite.xlsx');
    await proveAlone(database);
    await provesItself(bytes);
    const office = officeProgram(); // where it is not installed, the evaluator above has proved every formula
    const again = office ? await recalculatedBy(office, bytes, desk.path('office')) : null;
    expect(again ? differences(await readSheets(bytes), again) : []).toEqual([]);
  } finally {
    await database.close();
  }
}, 300_000);

it('is so step by step on PostgreSQL', async () => {
  const { location, remove } = await newPostgres();
  const database = await openDatabase(location);
  try {
    const bytes = await playMonth(location, database, 'postgres.xlsx');
    await proveAlone(database);
    await provesItself(bytes);
  } finally {
    await database.close();
    await remove();
  }
}, 240_000);

it('names a column that the platform does not have: the layouts are those of the golden exports', async () => {
  const [income] = files.filter(({ name }) => name === 'shopee-income-0508.xlsx');
  if (income === undefined) throw new Error('the story has no such file');
  const slip = { ...income, rows: [['260501SHFULL01', '錢包入帳日 2026-05-07']] };
  await expect(writeReport(slip)).rejects.toThrow('no column in "錢包入帳日 2026-05-07"');
});
