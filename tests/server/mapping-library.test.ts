// The team's mapping library over HTTP: drafts, versions, history, rolling back, and who may write over whom.
import { z } from 'zod';
import {
  claimsSchema,
  comparisonSchema,
  librarySchema,
  mappingsSchema,
  versionAnswerSchema,
} from '../../core/library-api.ts';
import type { LibraryDetail } from '../../core/mapping-library.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import type { Books } from '../../server/books.ts';
import { columnChanged, orderMapping, payoutMapping } from '../core/library-mappings.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { failAt, Outage } from './failing-database.ts';
import { must } from './fixtures.ts';
import { ID, libraryOf, ORDERS, ticking, WHO, withBuiltIns } from './library.ts';
import { publishDraft } from '../../server/commands/publish-mapping.ts';

const signed = (sign: string, version = 1) => ({ ...columnChanged(payoutMapping, '手續費', { sign }), version });
const signOf = (mapping: Mapping | null) => mapping?.columns.find(({ header }) => header === '手續費');
const line = ({ history }: LibraryDetail) =>
  history.map(({ origin, version, basedOn, author }) => [origin, version, basedOn, author]);

onEachDatabase((newBooks) => {
  let books: Books;
  let library: ReturnType<typeof libraryOf>;
  beforeEach(() => {
    books = withBuiltIns(ticking(newBooks()), payoutMapping, orderMapping);
    library = libraryOf(books);
  });

  test('untouched, the built-in mapping reads sheets and is the whole history', async () => {
    const { entry, history, mapping, draft, update, uses } = await library.get();
    expect(entry).toMatchObject({
      id: ID,
      effective: { origin: 'built-in', version: 1 },
      confirmed: true,
      update: null,
    });
    expect(history).toEqual([
      { origin: 'built-in', version: 1, basedOn: 1, author: 'Clearsheet', note: '', publishedAt: null },
    ]);
    expect([mapping, draft, update, uses]).toEqual([payoutMapping, null, null, []]);
  });

  test('a draft changes nothing until it is published; then it reads sheets', async () => {
    const { draft, mapping } = await library.save(signed('negate'));
    expect(draft).toMatchObject({
      revision: 1,
      base: { origin: 'built-in', version: 1 },
      basedOn: 1,
      author: '小林',
      conflicts: [],
    });
    expect(signOf(mapping)).toMatchObject({ sign: 'as-is' });
    const after = await library.publish();
    expect(after.draft).toBeNull();
    expect(after.mapping).toEqual(signed('negate', 2));
    expect(line(after)).toEqual([
      ['team', 2, 1, '小林'],
      ['built-in', 1, 1, 'Clearsheet'],
    ]);
    expect(after.history[0]?.note).toBe('帳對不起來');
    const answer = mappingsSchema.parse((await library.agent.get(path('/mappings')).expect(200)).body);
    expect(answer.mappings).toEqual([orderMapping, signed('negate', 2)]);
    expect(answer.facts).toEqual([
      { id: ORDERS, origin: 'built-in', version: 1, confirmed: true, setAside: null },
      { id: ID, origin: 'team', version: 2, confirmed: true, setAside: null },
    ]);
  });

  test('a mapping of the team’s own begins as a draft alone and then stands beside the others', async () => {
    const own = { ...payoutMapping, id: 'market.payout', platform: 'market' };
    const begun = await library.save(own);
    expect(begun).toMatchObject({
      entry: { effective: null, platform: 'market' },
      mapping: null,
      history: [],
      draft: { base: null, basedOn: null },
    });
    const { entries } = librarySchema.parse((await library.send('get', '').expect(200)).body);
    expect(entries.map(({ id, effective }) => [id, effective?.version ?? null])).toEqual([
      [ORDERS, 1],
      [ID, 1],
      ['market.payout', null],
    ]);
    expect((await library.publish('market.payout', { accepts: [ID] })).mapping).toEqual(own);
  });

  test('a mapping that would take another one’s files is published only by who was told so', async () => {
    const copy = { ...payoutMapping, id: 'market.payout', platform: 'market' };
    await library.save(copy);
    const asked = claimsSchema.parse((await library.send('get', '/market.payout/draft/claims').expect(200)).body);
    expect(asked.claims).toEqual([{ id: ID, title: payoutMapping.title, how: 'tie' }]);
    const refused = errorOf(await library.send('post', '/market.payout/publish', WHO).expect(409));
    expect(refused.code).toBe('MAPPING_CLAIMS_OTHERS');
    expect(refused.message['zh-TW']).toContain(payoutMapping.title['zh-TW']);
    expect((await library.get('market.payout')).draft?.revision).toBe(1);
    expect((await library.publish('market.payout', { accepts: [ID] })).entry.effective?.version).toBe(1);
  });

  test('a change of a mapping that takes nobody’s files is published without a question', async () => {
    await library.save(signed('negate'));
    const { body } = await library.send('get', `/${ID}/draft/claims`).expect(200);
    expect(claimsSchema.parse(body).claims).toEqual([]);
    expect(errorOf(await library.send('get', `/${ORDERS}/draft/claims`).expect(404)).code).toBe('DRAFT_UNKNOWN');
    expect(errorOf(await library.send('get', '/no.such/draft/claims').expect(404)).code).toBe('MAPPING_UNKNOWN');
  });

  test('rolling back publishes earlier content as a new version; the history only grows', async () => {
    await library.save(signed('negate'));
    await library.publish();
    await library.save({ ...signed('negate', 2), currency: 'USD' });
    await library.publish();
    const back = await library.rollBack(2);
    expect(back.mapping).toEqual(signed('negate', 4));
    const toBuiltIn = await library.rollBack('built-in-1');
    expect(toBuiltIn.mapping).toEqual({ ...payoutMapping, version: 5 });
    expect(toBuiltIn.history.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    expect(await books.database.transaction(books.company, verifyAudit)).toEqual({ entries: 6 });
  });

  test('every version can be read again, and any two compared', async () => {
    await library.save(signed('negate'));
    await library.publish();
    const read = async (name: string) =>
      versionAnswerSchema.parse((await library.send('get', `/${ID}/versions/${name}`).expect(200)).body);
    expect((await read('1')).mapping).toEqual(payoutMapping);
    expect((await read('2')).published).toMatchObject({ origin: 'team', author: '小林', note: '帳對不起來' });
    const compared = async (query: string) =>
      comparisonSchema.parse((await library.send('get', `/${ID}/compare?${query}`).expect(200)).body).differences;
    const [difference] = await compared('from=built-in-1&to=team-2');
    expect(difference).toMatchObject({
      kind: 'changed',
      column: '手續費',
      property: 'sign',
      from: 'as-is',
      to: 'negate',
    });
    expect(difference?.sentence['zh-TW']).toBe('「手續費」欄的正負號：由「as-is」改為「negate」。');
    await library.save(signed('as-is', 2));
    expect(await compared('from=2&to=draft')).toMatchObject([{ from: 'negate', to: 'as-is' }]);
    expect(await compared('from=1&to=draft')).toEqual([]);
  });

  test('a draft whose base is no longer the newest is not published, and says who was first', async () => {
    await library.save(signed('negate'));
    await library.publish();
    await library.save({ ...signed('negate', 2), currency: 'USD' }, { author: '小陳' });
    const outdated = await library.rollBack(1);
    expect(outdated.draftOutdatedBy).toMatchObject({ origin: 'team', version: 3, author: '小林' });
    const refused = errorOf(await library.send('post', `/${ID}/publish`, WHO).expect(409));
    expect(refused.code).toBe('DRAFT_OUTDATED');
    expect(refused.message['zh-TW']).toContain('小林 已發布版本 3');
    const merged = await library.merge({ author: '小陳' });
    expect(merged).toMatchObject({
      draftOutdatedBy: null,
      draft: { base: { version: 3 }, revision: 2, conflicts: [] },
    });
    expect((await library.publish()).mapping).toEqual({ ...payoutMapping, currency: 'USD', version: 4 });
  });

  test('a draft started from what is no longer newest is saved all the same: no work is lost', async () => {
    await library.save(signed('negate'));
    await library.publish();
    const late = await library.save({ ...payoutMapping, currency: 'USD' });
    expect(late).toMatchObject({
      draft: { base: { origin: 'built-in', version: 1 } },
      draftOutdatedBy: { version: 2 },
    });
    const { draft } = await library.merge();
    expect(draft?.mapping).toEqual({ ...signed('negate', 2), currency: 'USD' });
  });

  test('nobody writes over another’s draft unseen', async () => {
    const { draft } = await library.save(signed('negate'));
    const body = { mapping: payoutMapping, author: '小陳' };
    const refused = errorOf(await library.send('put', `/${ID}/draft`, body).expect(409));
    expect([refused.code, refused.message.en]).toEqual(['DRAFT_HELD', expect.stringContaining('小林 holds a draft')]);
    await library.send('put', `/${ID}/draft`, { ...body, revision: 7 }).expect(409);
    const seen = await library.save(payoutMapping, { author: '小陳', revision: must(draft).revision });
    expect(seen.draft).toMatchObject({ author: '小陳', revision: 2 });
    await library.save(signed('negate'), { author: '小陳' });
  });

  test('a dropped draft is gone and a missing one is said to be missing', async () => {
    await library.save(signed('negate'));
    await library.send('delete', `/${ID}/draft?author=小林`).expect(204);
    expect((await library.get()).draft).toBeNull();
    expect(errorOf(await library.send('delete', `/${ID}/draft`).expect(404)).code).toBe('DRAFT_UNKNOWN');
    expect(errorOf(await library.send('post', `/${ID}/publish`, WHO).expect(404)).code).toBe('DRAFT_UNKNOWN');
  });

  test.each<[string, 'get' | 'put' | 'post', string, object | undefined, number, string]>([
    ['an unknown mapping', 'get', '/no.where', undefined, 404, 'MAPPING_UNKNOWN'],
    ['an unknown version', 'get', `/${ID}/versions/9`, undefined, 404, 'MAPPING_VERSION_UNKNOWN'],
    [
      'a team version where only the built-in one is',
      'get',
      `/${ID}/versions/team-1`,
      undefined,
      404,
      'MAPPING_VERSION_UNKNOWN',
    ],
    ['no version at all', 'get', `/${ID}/versions/newest`, undefined, 400, 'BAD_REQUEST'],
    ['a comparison with nothing', 'get', `/${ID}/compare?from=1`, undefined, 400, 'BAD_REQUEST'],
    ['a draft for another id', 'put', `/${ORDERS}/draft`, { mapping: payoutMapping, author: 'x' }, 400, 'BAD_REQUEST'],
    [
      'a draft that is no mapping',
      'put',
      `/${ID}/draft`,
      { mapping: { ...payoutMapping, columns: [] }, author: 'x' },
      400,
      'BAD_REQUEST',
    ],
    ['a draft by nobody', 'put', `/${ID}/draft`, { mapping: payoutMapping, author: ' ' }, 400, 'BAD_REQUEST'],
    [
      'a draft of a version that never was',
      'put',
      `/${ID}/draft`,
      { mapping: signed('negate', 8), author: 'x' },
      404,
      'MAPPING_VERSION_UNKNOWN',
    ],
    [
      'a draft that settles what is not there',
      'put',
      `/${ID}/draft`,
      { mapping: payoutMapping, author: 'x', basedOn: 9 },
      400,
      'BAD_REQUEST',
    ],
    ['a version without a why', 'post', `/${ID}/rollback`, { version: 1, author: 'x', note: '' }, 400, 'BAD_REQUEST'],
    [
      'a text that no database keeps',
      'post',
      `/${ID}/rollback`,
      { version: 1, author: 'x\u0000', note: 'n' },
      400,
      'BAD_REQUEST',
    ],
  ])('%s is refused', async (_name, method, address, body, status, code) => {
    const { code: answered, message } = errorOf(await library.send(method, address, body).expect(status));
    expect(answered).toBe(code);
    expect(new Set(Object.values(message)).size).toBe(3);
    expect(await countRows(books, TABLES)).toEqual({
      mapping_versions: 0,
      mapping_drafts: 0,
      mapping_confirmations: 0,
    });
  });

  test('publishing fails whole or not at all', async () => {
    await library.save(signed('negate'));
    const before = await countRows(books, [...TABLES, 'audit_log']);
    for (const step of [4, 7, 8, 9, 10]) {
      const failing = { ...books, database: failAt(books.database, step) };
      await expect(publishDraft(failing, ID, WHO)).rejects.toThrow(Outage);
      expect(await countRows(books, [...TABLES, 'audit_log'])).toEqual(before);
    }
    expect((await library.publish()).entry.effective).toEqual({ origin: 'team', version: 2 });
  });

  test('what was published or confirmed refuses change and deletion', async () => {
    const unsure = { ...payoutMapping, verified: false };
    const shop = libraryOf(withBuiltIns(books, unsure));
    await shop.confirm(1);
    await shop.save({ ...unsure, currency: 'USD' });
    await shop.publish();
    for (const table of ['mapping_versions', 'mapping_confirmations']) {
      const message = `${table} is posted: it is corrected by a further entry, never changed or deleted`;
      for (const sql of [`UPDATE ${table} SET version = version`, `DELETE FROM ${table}`]) {
        await expect(books.database.transaction(books.company, (tx) => tx.run(sql))).rejects.toThrow(message);
      }
    }
  });

  test('companies do not see each other’s mappings', async () => {
    await library.save(signed('negate'));
    await library.publish();
    const other = libraryOf(withBuiltIns(newBooks(), payoutMapping));
    expect((await other.get()).entry.effective).toEqual({ origin: 'built-in', version: 1 });
  });

  test('a client of before, which knows nothing of the library, still reads the mappings', async () => {
    const older = z.object({ mappings: z.array(z.object({ id: z.string() })) });
    const { body } = await agentFor(newBooks()).get(path('/mappings')).expect(200);
    expect(older.parse(body).mappings.map(({ id }) => id)).toEqual(expect.arrayContaining(['shopee-tw.orders']));
  });
});

const TABLES = ['mapping_versions', 'mapping_drafts', 'mapping_confirmations'];
