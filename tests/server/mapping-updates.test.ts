// Built-in mappings renewed without losing what the team changed; unsure ones confirmed; imports that tell how they did.
import { mappingsSchema } from '../../core/library-api.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { BatchHeader } from '../../core/api.ts';
import type { Books } from '../../server/books.ts';
import { changed, columnAdded, columnChanged, payoutMapping } from '../core/library-mappings.ts';
import { errorOf, path } from './agent.ts';
import { NOW, onEachDatabase } from './databases.ts';
import { aLine, must, sheetOf, twd } from './fixtures.ts';
import { ID, libraryOf, ticking, WHO, withBuiltIns } from './library.ts';
import { pushOrders, pushPayout } from './push.ts';

const TEAM = columnChanged(payoutMapping, '手續費', { sign: 'negate' });
const named = (mapping: Mapping, ...synonyms: string[]) => columnChanged(mapping, '單號', { synonyms });
/** The product's next version: another name for a column, and a column more. */
const NEXT = changed(
  columnAdded(named(payoutMapping, '訂單', '訂單號'), { header: '稅', as: 'component', type: 'TAX', sign: 'as-is' }),
  { version: 2 },
);

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = ticking(newBooks());
  });
  const productWith = (...mappings: Mapping[]) => libraryOf(withBuiltIns(books, ...mappings));

  async function teamPublishes(mapping: Mapping = TEAM) {
    const library = productWith(payoutMapping);
    await library.save(mapping);
    await library.publish();
  }

  test('a newer built-in version simply reads sheets where the team changed nothing', async () => {
    const { entry, mapping } = await productWith(NEXT).get();
    expect([entry.effective, entry.update, mapping]).toEqual([{ origin: 'built-in', version: 2 }, null, NEXT]);
  });

  test('it is offered to a team that has its own version, and changes nothing by itself', async () => {
    await teamPublishes();
    const { entry, mapping, update } = await productWith(NEXT).get();
    expect(mapping).toEqual({ ...TEAM, version: 2 });
    expect(entry).toMatchObject({ effective: { origin: 'team', version: 2 }, update: 2 });
    expect(update).toMatchObject({ builtIn: 2, basedOn: 1, conflicts: [], faults: [] });
    expect(update?.differences.map(({ sentence }) => sentence.en)).toEqual([
      'Column "單號", other names: "訂單號" was added.',
      'Column "稅": "{"header":"稅","as":"component","type":"TAX","sign":"as-is"}" was added.',
    ]);
  });

  test('merged it is a draft with both changes, which a person publishes', async () => {
    await teamPublishes();
    const library = productWith(NEXT);
    const { draft, entry } = await library.merge();
    expect(entry.effective?.version).toBe(2);
    expect(draft).toMatchObject({ base: { origin: 'team', version: 2 }, basedOn: 2, conflicts: [] });
    const after = await library.publish();
    expect(after.mapping).toEqual(columnChanged({ ...NEXT, version: 3 }, '手續費', { sign: 'negate' }));
    expect([after.update, after.entry.update]).toEqual([null, null]);
    const history = after.history.map(({ origin, version, basedOn }) => [origin, version, basedOn]);
    expect(history).toEqual([
      ['team', 3, 2],
      ['built-in', 2, 2],
      ['team', 2, 1],
      ['built-in', 1, 1],
    ]);
    expect(errorOf(await library.send('post', `/${ID}/merge`, WHO).expect(409)).code).toBe('NOTHING_TO_MERGE');
  });

  test('where both changed the same the team’s stays, is listed, and stays listed in the draft', async () => {
    await teamPublishes(changed(TEAM, { currency: 'USD' }));
    const library = productWith(changed(NEXT, { currency: 'EUR' }));
    expect((await library.get()).update?.conflicts).toMatchObject([
      { column: null, property: 'currency', ours: 'USD', theirs: 'EUR' },
    ]);
    const { draft } = await library.merge();
    expect(draft?.mapping.currency).toBe('USD');
    expect(draft?.conflicts.map(({ sentence }) => sentence['zh-TW'])).toEqual([
      '幣別兩邊都改了：保留我們的「USD」，內建的新版為「EUR」。請確認後再發布。',
    ]);
    const decided = await library.save({ ...must(draft).mapping, currency: 'EUR' });
    expect(decided.draft).toMatchObject({ basedOn: 2, conflicts: [] });
    expect((await library.publish()).update).toBeNull();
  });

  test('what makes no mapping together is not merged; settled by hand it is no longer offered', async () => {
    await teamPublishes(columnChanged(payoutMapping, '備註', { synonyms: ['說明'] }));
    const library = productWith(changed(columnChanged(payoutMapping, '日期', { synonyms: ['說明'] }), { version: 2 }));
    const { mapping, update } = await library.get();
    expect(update?.faults.map(({ en }) => en)).toEqual(['two columns claim the header "说明"']);
    const refused = errorOf(await library.send('post', `/${ID}/merge`, WHO).expect(409));
    expect([refused.code, refused.message.en]).toEqual([
      'MERGE_MAKES_NO_MAPPING',
      expect.stringContaining('two columns claim'),
    ]);
    await library.save(must(mapping), { basedOn: 2 });
    expect((await library.publish()).update).toBeNull();
  });

  test('rolled back behind an update, the update is offered again', async () => {
    await teamPublishes();
    const library = productWith(NEXT);
    await library.merge();
    await library.publish();
    expect((await library.rollBack(2)).entry.update).toBe(2);
    expect((await library.rollBack('built-in-2')).entry.update).toBeNull();
  });

  test('a mapping of the team that the product now brings too keeps the team’s content', async () => {
    const library = libraryOf(withBuiltIns(books));
    await library.save(changed(TEAM, { version: 1 }));
    await library.publish();
    const { mapping, update } = await productWith(payoutMapping).get();
    expect(mapping).toEqual(TEAM);
    expect(update?.conflicts).toMatchObject([
      { column: '手續費', property: 'sign', base: null, ours: 'negate', theirs: 'as-is' },
    ]);
  });

  test('a draft started from the built-in version is brought up to its successor', async () => {
    await productWith(payoutMapping).save(TEAM);
    const library = productWith(NEXT);
    expect((await library.get()).draftOutdatedBy).toMatchObject({
      origin: 'built-in',
      version: 2,
      author: 'Clearsheet',
    });
    const { draft } = await library.merge();
    expect(draft).toMatchObject({ base: { origin: 'built-in', version: 2 }, basedOn: 2 });
    expect((await library.publish()).mapping?.columns).toHaveLength(7);
  });

  test('what was published meanwhile and what the product changed are merged one after the other, conflicts of both listed', async () => {
    await teamPublishes(changed(TEAM, { currency: 'USD' }));
    const library = productWith(changed(NEXT, { currency: 'EUR' }));
    await library.merge();
    // While the draft waits, another version is published that differs where the draft does.
    await library.send('delete', `/${ID}/draft`).expect(204);
    await library.save(changed(columnChanged(TEAM, '備註', { synonyms: ['說明'] }), { version: 2, currency: 'JPY' }));
    await library.rollBack('built-in-1');
    const { draft } = await library.merge();
    expect(draft?.conflicts.map(({ ours, theirs, sentence }) => [ours, theirs, sentence.en.split('; ')[1]])).toEqual([
      ['JPY', 'TWD', 'the version published meanwhile has "TWD". Check it before you publish.'],
      ['JPY', 'EUR', 'the new built-in version has "EUR". Check it before you publish.'],
    ]);
    expect(draft).toMatchObject({
      basedOn: 2,
      base: { origin: 'team', version: 3 },
      mapping: { version: 3, currency: 'JPY' },
    });
  });

  test('a draft keeps its open conflicts when it is merged again, and knows which updates are in it', async () => {
    await teamPublishes(changed(TEAM, { currency: 'USD' }));
    const library = productWith(changed(NEXT, { currency: 'EUR' }));
    const { draft: first } = await library.merge();
    await library.rollBack(2);
    const { draft } = await library.merge();
    expect(draft).toMatchObject({ basedOn: 2, base: { version: 3 } });
    expect(draft?.conflicts).toEqual(must(first).conflicts);
  });

  test('a draft of a new mapping that the product brings meanwhile is not laid over it', async () => {
    const library = libraryOf(withBuiltIns(books));
    await library.save(TEAM);
    const { draft, draftOutdatedBy } = await productWith(payoutMapping).save(TEAM);
    expect([draft?.base, draftOutdatedBy?.origin]).toEqual([null, 'built-in']);
    expect(errorOf(await productWith(payoutMapping).send('post', `/${ID}/publish`, WHO).expect(409)).code).toBe(
      'DRAFT_OUTDATED',
    );
  });

  test('a team version that a later mapping language cannot read is set aside, and said to be', async () => {
    await teamPublishes();
    await books.database.transaction(books.company, (tx) =>
      tx.run(
        `INSERT INTO mapping_versions (company_id, mapping_id, origin, version, content, author, note, published_at)
        VALUES (?, ?, 'team', 3, '{"kind": "of the past"}', 'x', 'x', '2025')`,
        [tx.company, ID],
      ),
    );
    const { body } = await productWith(NEXT).agent.get(path('/mappings')).expect(200);
    expect(mappingsSchema.parse(body)).toEqual({
      mappings: [NEXT],
      facts: [{ id: ID, origin: 'built-in', version: 2, confirmed: true, setAside: 3 }],
    });
    const library = productWith(NEXT);
    const back = errorOf(await library.send('post', `/${ID}/rollback`, { version: 3, ...WHO }).expect(409));
    expect([back.code, back.message.en]).toEqual(['MAPPING_VERSION_LEFT_BEHIND', expect.stringContaining('Version 3')]);
    // What is published next is numbered above it, and reads sheets again.
    expect((await library.rollBack(2)).entry).toMatchObject({
      effective: { origin: 'team', version: 4 },
      setAside: null,
    });
  });
});

onEachDatabase((newBooks) => {
  const UNSURE = changed(payoutMapping, { verified: false });
  const confirmedIn = async (library: ReturnType<typeof libraryOf>) =>
    mappingsSchema.parse((await library.agent.get(path('/mappings')).expect(200)).body).facts[0]?.confirmed;

  test('an unsure mapping is confirmed once, by name, and asked about again in its next version', async () => {
    const books = newBooks();
    const library = libraryOf(withBuiltIns(books, UNSURE));
    expect(await confirmedIn(library)).toBe(false);
    const confirmed = { origin: 'built-in', version: 1, by: '小林', at: NOW };
    expect((await library.confirm(1)).confirmations).toEqual([confirmed]);
    expect((await library.confirm('built-in-1')).confirmations).toEqual([confirmed]);
    expect(await confirmedIn(library)).toBe(true);
    expect(await confirmedIn(libraryOf(withBuiltIns(books, { ...UNSURE, version: 2 })))).toBe(false);
  });

  test('what is confirmed is what was seen', async () => {
    const library = libraryOf(withBuiltIns(newBooks(), UNSURE));
    await library.save({ ...UNSURE, currency: 'USD' });
    await library.publish();
    const refused = errorOf(await library.send('post', `/${ID}/confirm`, { version: 1, by: '小陳' }).expect(409));
    expect([refused.code, refused.message.en]).toEqual([
      'MAPPING_RENEWED',
      expect.stringContaining('version 2 by 小林'),
    ]);
    expect((await library.confirm(2)).entry.confirmed).toBe(true);
  });
});

onEachDatabase((newBooks) => {
  const LINES = sheetOf([aLine('A1'), aLine('A2')]);
  const proof = (state: 'foots' | 'differs' | 'incomplete' | 'undeclared') =>
    ({ net: twd(1980), rejectedNet: twd(0), declared: null, state }) as const;

  test.each<[string, Partial<BatchHeader>, boolean]>([
    ['whose rows were all read and whose total holds', { proof: proof('foots') }, true],
    ['that declares no total', { proof: proof('undeclared') }, true],
    ['whose total differs', { proof: proof('differs') }, false],
    ['that could not be summed up', { proof: proof('incomplete') }, false],
    ['with a row nobody could read', { rows: { read: 3, accepted: 2, rejected: 1, skipped: 0 } }, false],
    ['with rows left out on purpose', { rows: { read: 3, accepted: 2, rejected: 0, skipped: 1 } }, true],
  ])('an import %s', async (_name, facts, readWell) => {
    const books = withBuiltIns(newBooks(), payoutMapping);
    const { batchId } = await pushPayout(books, LINES, { mapping: { id: ID, version: 1 }, ...facts });
    const { entry, uses, history } = await libraryOf(books).get();
    const [well, problem] = readWell ? [NOW, null] : [null, NOW];
    expect(uses).toEqual([
      { version: 1, count: 1, lastBatch: batchId, lastUsedAt: NOW, lastReadWellAt: well, lastProblemAt: problem },
    ]);
    expect(entry).toMatchObject({ uses: 1, lastReadWellAt: well, lastProblemAt: problem });
    // Kept, so that there is a way back to it.
    expect(history[0]?.publishedAt).toBe(NOW);
  });

  test('imports are counted by version, once each, and the last good one stays known', async () => {
    let now = '2024-06-01T00:00:00.000Z';
    const books = { ...withBuiltIns(newBooks(), payoutMapping), now: () => now };
    const push = (order: string, version: number, state: 'foots' | 'differs') =>
      pushPayout(books, sheetOf([aLine(order)]), {
        mapping: { id: ID, version },
        proof: { ...proof(state), net: twd(990) },
      });
    await push('A1', 1, 'foots');
    await push('A1', 1, 'foots');
    now = '2024-06-02T00:00:00.000Z';
    await push('A2', 1, 'differs');
    await push('A3', 2, 'foots');
    const { uses, entry } = await libraryOf(books).get();
    expect(uses).toMatchObject([
      { version: 2, count: 1, lastReadWellAt: '2024-06-02T00:00:00.000Z', lastProblemAt: null },
      { version: 1, count: 2, lastReadWellAt: '2024-06-01T00:00:00.000Z', lastProblemAt: '2024-06-02T00:00:00.000Z' },
    ]);
    expect(entry.uses).toBe(3);
  });

  test('an import with a mapping nobody knows is an import all the same', async () => {
    const books = withBuiltIns(newBooks());
    expect((await pushOrders(books, [])).counts.created).toBe(0);
    expect((await libraryOf(books).send('get', '')).body).toEqual({ entries: [] });
  });
});
