// Exported mappings are the files of mappings/, to the byte, whatever order their keys came in.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';

const folder = join(__dirname, '../../mappings');
const files = readdirSync(folder)
  .filter((name) => /^[a-z0-9-]+\.[a-z0-9-]+\.json$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, turnedRound(item)]);
  return Object.fromEntries(entries.reverse());
}

// Two early files have objects on one line, as nothing but a person writes them.
const laidOut = files.filter(({ text }) => !/\{ "/.test(text));

test('nearly all files are laid out by the machine', () => {
  expect(files.length - laidOut.length).toBeLessThanOrEqual(2);
});

test.each(laidOut)('$name', ({ text }) => {
  expect(mappingFileText(turnedRound(JSON.parse(text)) as Mapping, text)).toBe(text);
});

const LIKE = '{"id": "", "kind": "", "columns": [{"header": "A", "sign": "", "as": ""}], "notes": []}';
const file = (value: object) => mappingFileText(value as Mapping, LIKE);

test('a key the reference has not stands behind what precedes it', () => {
  expect(file({ version: 1, id: 'x', verified: true, notes: [] })).toBe(
    '{\n  "version": 1,\n  "id": "x",\n  "verified": true,\n  "notes": []\n}\n',
  );
});

test('a column the reference has not takes the order of one with its role', () => {
  const text = file({ columns: [{ as: 'note', header: 'B' }] });
  expect(text).toBe('{\n  "columns": [\n    {\n      "header": "B",\n      "as": "note"\n    }\n  ]\n}\n');
});

test.each([
  ['a list that ends on the last place stays on its line', 'x'.repeat(104), true],
  ['one place more, and it stands item by item', 'x'.repeat(105), false],
  ['a Chinese character takes two places', '費'.repeat(52), true],
  ['also at the edge', `${'費'.repeat(52)}x`, false],
])('%s', (_name, text, oneLine) => {
  // Two blanks, "notes": , brackets, quotes: 15 places, and a comma that must follow.
  const lines = file({ notes: [text], verified: true }).split('\n');
  expect(lines[1]).toBe(oneLine ? `  "notes": ["${text}"],` : '  "notes": [');
});
