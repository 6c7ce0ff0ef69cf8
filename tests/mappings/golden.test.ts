// Golden twins: each built-in mapping has a sample export with invented rows, and beside it the rows it must become.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detectMapping } from '../../core/mapping/detect-mapping.ts';
import { normalizeOrders } from '../../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../../core/mapping/normalize-payout.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { recognise } from '../core/mapping/sheets.ts';
import { golden, goldenSheet, goldenSheets } from './golden-sheets.ts';
import { renderRows } from './render-rows.ts';

const cases = builtInMappings.map((mapping) => [mapping.id, mapping] as const);

test.each(cases)('%s: the golden export becomes the rows beside it', async (id) => {
  const sheet = await goldenSheet(id);
  const recognised = recognise(sheet, builtInMappings);
  const rows = recognised.kind === 'orders' ? normalizeOrders(sheet, recognised) : normalizePayout(sheet, recognised);
  expect(renderRows(rows)).toBe(readFileSync(golden(`${id}.expected.txt`), 'utf8'));
});

test.each(cases)('%s: every column of the golden export is known to the mapping', async (id) => {
  expect(recognise(await goldenSheet(id), builtInMappings)).toMatchObject({ mapping: { id }, unmapped: [] });
});

test.each(cases)('%s: no other mapping claims its golden export', async (id, mapping) => {
  const others = builtInMappings.filter((other) => other !== mapping);
  for (const sheet of await goldenSheets(id)) {
    expect(detectMapping(sheet, others)).toMatchObject({ outcome: 'refused' });
  }
});

test('every file of the folder is a built-in mapping that bears its name and stands in the manual', () => {
  const folder = join(__dirname, '../../mappings');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(cases.map(([id]) => `${id}.json`).sort());
  const manual = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const [id] of cases) expect(manual).toContain(`\`${id}\``);
});
