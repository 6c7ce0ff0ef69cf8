// Golden twins: each built-in mapping has a sample export with invented rows, and beside it the rows it must become.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detectMapping } from '../../core/mapping/detect-mapping.ts';
import { type SheetReading, readWorkbookSheets } from '../../core/mapping/read-workbook-sheets.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { withTable } from '../../mappings/list-platforms.ts';
import { answersOf } from './golden-answers.ts';
import { golden, goldenSheets } from './golden-sheets.ts';
import { renderRows } from './render-rows.ts';

const cases = builtInMappings.map((mapping) => [mapping.id, mapping] as const);

type Read = Extract<SheetReading, { outcome: 'read' }>;

/** The sheets of the golden export that are the mapping's. */
async function readAs(id: string): Promise<Read[]> {
  const readings = readWorkbookSheets(await goldenSheets(id), builtInMappings, answersOf(id));
  const own = readings.filter((reading): reading is Read => reading.outcome === 'read').filter(isOf(id));
  if (own.length === 0) throw new Error(`no sheet is recognised as ${id}: ${JSON.stringify(readings.map(verdictOf))}`);
  return own;
}

const isOf = (id: string) => (reading: Read) => reading.recognised.mapping.id === id;
const verdictOf = (reading: SheetReading) =>
  reading.outcome === 'read' ? reading.recognised.mapping.id : [reading.refusal.code, reading.refusal.columns];

test.each(cases)('%s: the golden export becomes the rows beside it', async (id) => {
  const rendered = (await readAs(id)).map(({ rows }) => renderRows(rows)).join('\n');
  expect(rendered).toBe(readFileSync(golden(`${id}.expected.txt`), 'utf8'));
});

test.each(cases)('%s: every column of the golden export is known to the mapping', async (id) => {
  for (const { recognised } of await readAs(id)) expect(recognised.unmapped).toEqual([]);
});

test.each(cases)('%s: the golden export is read whole, and nothing in it fails', async (id) => {
  for (const { rows } of await readAs(id)) {
    expect(rows.stopped).toBeNull();
    expect(rows.rows.rejected).toBe(0);
    if (rows.kind === 'payout') expect(['foots', 'undeclared']).toContain(rows.proof);
  }
});

test.each(cases)('%s: no other mapping claims its golden export', async (id, mapping) => {
  const others = builtInMappings.filter((other) => other !== mapping);
  for (const { table } of await readAs(id)) {
    expect(detectMapping(table, others)).toMatchObject({ outcome: 'refused' });
  }
});

test.each(cases)('%s: no other platform claims a sheet of the same file', async (id, mapping) => {
  const strangers = builtInMappings.filter(({ platform }) => platform !== mapping.platform);
  for (const table of await goldenSheets(id)) {
    expect(detectMapping(table, strangers)).toMatchObject({ outcome: 'refused' });
  }
});

test('every file of the folder is a built-in mapping that bears its name', () => {
  const folder = join(__dirname, '../../mappings');
  const files = readdirSync(folder).filter((name) => /^[^.]+\.[^.]+\.json$/.test(name));
  expect(files.sort()).toEqual(cases.map(([id]) => `${id}.json`).sort());
});

test('the manual ends with the table of all mappings: npx tsx mappings/list-platforms.ts', () => {
  const manual = readFileSync(join(__dirname, '../../mappings/README.md'), 'utf8');
  const cells = (text: string) => text.replace(/[ -]+/g, ' ');
  expect(cells(manual)).toBe(cells(withTable(manual, builtInMappings)));
});

test('every golden file belongs to a mapping', () => {
  const ids = new Set(cases.map(([id]) => id));
  const drafts = (id: string) => existsSync(join(__dirname, '../../mappings', `${id}.draft.json`));
  const strays = readdirSync(golden('')).filter((name) => {
    const id = name.split('.').slice(0, 2).join('.');
    return !ids.has(id) && !drafts(id);
  });
  expect(strays).toEqual([]);
});
