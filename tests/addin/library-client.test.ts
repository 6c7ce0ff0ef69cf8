// The pane's way into the team's library, against the real server: what goes out comes back, signed and numbered.
import { createApiClient } from '../../addin/api-client.ts';
import type { LibraryClient } from '../../addin/library-client.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let library: LibraryClient;
const api = () => createApiClient({ address: server.address, accessKey: '' });
beforeEach(async () => {
  server = await startTestServer();
  library = await api().library();
});
afterEach(async () => server.close());

const id = 'shopee-tw.income';
const signed = { author: '王會計', note: '改了一欄' };
const builtIn = { origin: 'built-in', version: 2 } as const;

function income(): Mapping {
  const found = builtInMappings.find((mapping) => mapping.id === id);
  if (!found) throw new Error('There is no income mapping');
  return found;
}

const renamed = (title: string): Mapping => ({ ...income(), title: { 'zh-TW': title, 'zh-CN': title, en: title } });

test('the list names every mapping with its version', async () => {
  const entries = await library.list();
  expect(entries.map((entry) => entry.id)).toEqual(
    expect.arrayContaining(builtInMappings.map((mapping) => mapping.id)),
  );
  expect(entries.find((entry) => entry.id === id)).toMatchObject({ effective: builtIn, draft: null, uses: 0 });
});

test('a draft is not used, a published one is', async () => {
  const drafted = await library.saveDraft(renamed('新名稱'), signed);
  expect(drafted).toMatchObject({ draft: { author: '王會計', revision: 1 }, entry: { effective: builtIn } });
  expect((await api().listMappings()).facts.find((fact) => fact.id === id)?.origin).toBe('built-in');
  const published = await library.publish(id, signed);
  expect(published).toMatchObject({ draft: null, entry: { effective: { origin: 'team', version: 3 } } });
  expect(published.history[0]).toMatchObject({ author: '王會計', note: '改了一欄' });
  const { mappings } = await api().listMappings();
  expect(mappings.find((mapping) => mapping.id === id)?.title.en).toBe('新名稱');
});

test('somebody else’s draft is written over only by who has seen it', async () => {
  await library.saveDraft(renamed('甲'), signed);
  const other = { author: '陳主管', note: '' };
  await expect(library.saveDraft(renamed('乙'), other)).rejects.toMatchObject({ code: 'DRAFT_HELD' });
  expect(await library.saveDraft(renamed('乙'), other, 1)).toMatchObject({ draft: { author: '陳主管', revision: 2 } });
});

test('versions and a draft are compared, and an earlier version comes back as a new one', async () => {
  await library.saveDraft(renamed('新名稱'), signed);
  expect(await library.compare(id, builtIn, 'draft')).toEqual(
    expect.arrayContaining([expect.objectContaining({ property: expect.stringMatching(/^title/) })]),
  );
  await library.publish(id, signed);
  const team = { origin: 'team', version: 3 } as const;
  expect(await library.compare(id, builtIn, team)).not.toEqual([]);
  const back = await library.rollBack(id, builtIn, { ...signed, note: '回到第 2 版' });
  expect(back.entry.effective).toEqual({ origin: 'team', version: 4 });
  expect(back.mapping?.title).toEqual(income().title);
});

test('an unsure mapping is confirmed once for the team', async () => {
  expect((await api().listMappings()).facts.find((fact) => fact.id === id)?.confirmed).toBe(false);
  await library.confirm(id, builtIn, '王會計');
  expect((await api().listMappings()).facts.find((fact) => fact.id === id)?.confirmed).toBe(true);
  expect((await library.get(id)).confirmations).toMatchObject([{ by: '王會計' }]);
});

test('a file goes out as its text and comes in as a draft', async () => {
  const text = await library.exportText(id, builtIn);
  expect(JSON.parse(text)).toMatchObject({ id, version: 2 });
  expect(text.endsWith('}\n')).toBe(true);
  const changed = text.replace('"linesWithoutOrder": false', '"linesWithoutOrder": true');
  expect(await library.importText(changed, signed)).toMatchObject({ draft: { author: '王會計' } });
});

test('a text that is no mapping is refused with the place that does not fit', async () => {
  await expect(library.importText('{"id": 1}', signed)).rejects.toMatchObject({ code: 'MAPPING_FILE_UNREADABLE' });
});

test('a copy under another name is told to be no different, and is published by who accepts it', async () => {
  const copy = { ...income(), id: 'own.income' };
  await library.saveDraft(copy, signed);
  expect(await library.claims('own.income')).toEqual([expect.objectContaining({ id, how: 'tie' })]);
  await expect(library.publish('own.income', signed)).rejects.toMatchObject({ code: 'MAPPING_CLAIMS_OTHERS' });
  expect(await library.publish('own.income', signed, [id])).toMatchObject({
    draft: null,
    mapping: { id: 'own.income' },
  });
});
