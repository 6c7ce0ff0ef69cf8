// Archives that we write, read back by our own reader and, with its checksums, by the library.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { packPart, zipOf } from '../../files/write-zip.ts';
import { zipEntries } from '../../files/zip-archive.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function zipped(parts: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  return zipOf(await Promise.all(Object.entries(parts).map(([name, content]) => packPart(name, content))));
}

async function unzipped(archive: Uint8Array): Promise<Record<string, Uint8Array>> {
  const entries = await Promise.all((zipEntries(archive) ?? []).map(async ({ name, read }) => [name, await read()]));
  return Object.fromEntries(entries);
}

// What does not become smaller needs more room than its own length.
const noise = Uint8Array.from({ length: 70_000 }, (_, at) => (at * at * 31 + (at >> 3)) % 251);

it.each<[string, Record<string, Uint8Array>]>([
  ['nothing', {}],
  ['an empty part', { 'a.xml': bytes('') }],
  ['one byte', { 'a.xml': bytes('x') }],
  ['several parts in their order', { 'b/c.xml': bytes('<c/>'), '_rels/.rels': bytes('<r/>'), 'a.xml': bytes('<a/>') }],
  ['a part that cannot be packed', { 'noise.bin': noise }],
  ['a part of many times the same', { 'long.xml': bytes('<c r="A1"/>'.repeat(100_000)) }],
])('an archive of %s gives it back', async (_, parts) => {
  const archive = await zipped(parts);
  expect(await unzipped(archive)).toEqual(parts);
  expect(Object.keys(await unzipped(archive))).toEqual(Object.keys(parts));
});

it('is smaller than its parts, and the same for the same parts', async () => {
  const parts = { 'long.xml': bytes('<row/>'.repeat(10_000)) };
  const archive = await zipped(parts);
  expect(archive.length).toBeLessThan(1_000);
  expect(Buffer.compare(archive, await zipped(parts))).toBe(0);
});

it('holds a workbook that others open', async () => {
  const workbook = await writeXlsx({ sheets: [{ name: '一', rows: [['a', 1]] }] });
  const { sheets } = await readXlsx(await zipped(await unzipped(workbook)));
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([['一', [['a', 1]]]]);
});
