// Mappings as files: exports are the files of mappings/ to the byte, imports become drafts.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { columnChanged, payoutMapping } from '../core/library-mappings.ts';
import { errorOf } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { ID, libraryOf, WHO, withBuiltIns } from './library.ts';

const folder = join(__dirname, '../../mappings');
const files = readdirSync(folder).filter((name) => /^[a-z0-9-]+\.[a-z0-9-]+\.json$/.test(name));
const SIGNED = columnChanged(payoutMapping, '手續費', { sign: 'negate' });

onEachDatabase((newBooks) => {
  const fileOf = async (library: ReturnType<typeof libraryOf>, id: string, query = '') => {
    const response = await library.send('get', `/${id}/export${query}`).expect(200);
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.headers['content-disposition']).toBe(`attachment; filename="${id}.json"`);
    return response.text;
  };

  test('every built-in mapping is exported as its file', async () => {
    const library = libraryOf(newBooks());
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      expect(await fileOf(library, name.replace(/\.json$/, ''))).toBe(readFileSync(join(folder, name), 'utf8'));
    }
  });

  test('a team version differs from its file in nothing but what was changed', async () => {
    const id = 'ecpay.trade-media';
    const library = libraryOf(newBooks());
    const before = await fileOf(library, id);
    const { mapping } = await library.get(id);
    await library.save({ ...mapping, notes: ['checked with our own file'] } as Mapping);
    await library.publish(id);
    const [was, is] = [before, await fileOf(library, id)].map((text) => text.split('\n'));
    const changed = is?.filter((line) => !was?.includes(line));
    expect(changed).toEqual(['  "version": 3,', '  "notes": ["checked with our own file"],']);
    expect(await fileOf(library, id, '?version=built-in-2')).toBe(before);
  });

  test('an exported file comes back as a draft of the same content, in another library too', async () => {
    const library = libraryOf(withBuiltIns(newBooks(), payoutMapping));
    await library.save(SIGNED);
    await library.publish();
    const text = await fileOf(library, ID);
    const other = libraryOf(withBuiltIns(newBooks(), payoutMapping));
    const { draft, mapping } = await other.import(`\ufeff${text}`);
    expect(mapping).toEqual(payoutMapping);
    expect(draft).toMatchObject({ base: { origin: 'built-in', version: 1 }, author: '小林', mapping: SIGNED });
    expect((await other.publish()).mapping).toEqual({ ...SIGNED, version: 2 });
    expect(await fileOf(other, ID)).toBe(text);
  });

  test('a file of an older version is merged, never laid over what came after', async () => {
    const library = libraryOf(withBuiltIns(newBooks(), payoutMapping));
    await library.save(SIGNED);
    await library.publish();
    const older = JSON.stringify({ ...payoutMapping, currency: 'USD' });
    const { draftOutdatedBy } = await library.import(older);
    expect(draftOutdatedBy).toMatchObject({ version: 2 });
    expect((await library.merge()).draft?.mapping).toEqual({ ...SIGNED, version: 2, currency: 'USD' });
  });

  test.each([
    ['cut off', '{"id": "corner.pay', 'JSON'],
    ['of another kind', '{"name": "clearsheet"}', 'file.kind'],
    ['with a fault', JSON.stringify({ ...payoutMapping, columns: payoutMapping.columns.slice(1) }), 'orderNumber'],
    ['with a word the language does not have', JSON.stringify({ ...payoutMapping, colour: 'red' }), 'colour'],
  ])('a file %s is refused with its place, and nothing is held', async (_name, text, place) => {
    const library = libraryOf(withBuiltIns(newBooks(), payoutMapping));
    const { code, message } = errorOf(await library.send('post', '/import', { text, ...WHO }).expect(400));
    expect([code, message['zh-TW']]).toEqual(['MAPPING_FILE_UNREADABLE', expect.stringContaining(place)]);
    expect((await library.get()).draft).toBeNull();
  });
});
