// The month-end report narrowed to a platform or shop: the rows of these shops and no others, as they stand in the whole
// report, tied by their own figures. Seen red: with the ledger, the forecast or the statements of every shop left in.
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import { booksAnswerSchema } from '../../core/statements/report-api.ts';
import type { ReportOnly } from '../../core/statements/report-only.ts';
import { LANGUAGES } from '../../core/language.ts';
import { drawStatements, statementSheets } from '../../core/worksheets/statement-sheets.ts';
import type { Books } from '../../server/books.ts';
import { reportReceivables } from '../../server/commands/report-receivables.ts';
import { evaluateSheets } from '../core/worksheets/evaluate.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const PERIOD = { from: day('2024-05-01'), to: day('2024-06-30') };

/** Sold and received: 小店 keeps a name on two platforms. */
const SHOPS = [
  { platform: 'shopee-tw', name: '小店', sold: 1000, received: 400 },
  { platform: 'shopee-tw', name: '大店', sold: 3000, received: 3000 },
  { platform: 'momo', name: '小店', sold: 700, received: 0 },
] as const;

const KEYS = ['momo/小店', 'shopee-tw/大店', 'shopee-tw/小店'];

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(async () => {
    books = newBooks();
    for (const { platform, name, sold, received } of SHOPS) {
      const facts = { shop: { platform, name }, source: { file: `${platform} ${name}.xlsx`, sheet: 'Sheet' } };
      const number = `${platform}-${name}`;
      const batches = [await pushOrders(books, sheetOf([anOrder(number, { receivable: sold })]), facts)];
      if (received > 0)
        batches.push(await pushPayout(books, sheetOf([aLine(number, { parts: { PRINCIPAL: received } })]), facts));
      await reconcileBatches(books, batches);
    }
  });

  const reportOf = (only: ReportOnly | null) =>
    reportReceivables(books, { period: PERIOD, statementsBy: 'shop', bounds: [30, 60, 90], only });
  const keyOf = ({ platform, shop }: { platform: string; shop: string }) => `${platform}/${shop}`;

  /** Every row that names a shop, part by part. */
  const partsOf = ({ rollForward, aging, openOrders, books: proof, forecast }: ReceivableReport) => ({
    ...{ rollForward, aging, openOrders },
    ...{ positions: must(proof).positions, ledgerTies: must(proof).ledgerTies, overdue: must(forecast).overdue },
  });

  test.each<[string, ReportOnly, readonly string[]]>([
    ['a platform', { platform: 'shopee-tw' }, ['shopee-tw/大店', 'shopee-tw/小店']],
    ['a shop by its key', { shop: 'shopee-tw/小店' }, ['shopee-tw/小店']],
    ['a name that two platforms have', { shop: '小店' }, ['momo/小店', 'shopee-tw/小店']],
    ['a name on one platform', { platform: 'momo', shop: '小店' }, ['momo/小店']],
  ])('%s: its rows as they stand in the whole report, and they tie', async (_, only, keys) => {
    const [whole, part] = [await reportOf(null), await reportOf(only)];
    expect([whole.only, part.only]).toEqual([null, only]);
    expect(whole.rollForward.map(keyOf)).toEqual(KEYS);
    expect(part.rollForward.map(keyOf)).toEqual(keys);
    for (const [name, rows] of Object.entries(partsOf(whole))) {
      const own = (rows as readonly { platform: string; shop: string }[]).filter((row) => keys.includes(keyOf(row)));
      expect({ [name]: Object.entries(partsOf(part)).find(([one]) => one === name)?.[1] }).toEqual({ [name]: own });
    }
    expect(part.statements.map(({ party }) => `${party.platform ?? ''}/${party.name}`)).toEqual(keys);
    expect(part.totals.map(({ names }) => names.join('/'))).toEqual(
      whole.totals.map(({ names }) => names.join('/')).filter((key) => keys.includes(key)),
    );
    expect(part.ties).toBe(true);
  });

  test('every formula of its worksheets comes to the figure of these shops alone, and the titles say whose it is', async () => {
    const report = await reportOf({ platform: 'shopee-tw' });
    expect(report.rollForward.map(({ figures }) => figures.closing)).toEqual([twd(0), twd(600)]);
    const scopes = { 'zh-TW': '僅平台 shopee-tw', 'zh-CN': '仅平台 shopee-tw', en: 'platform shopee-tw only' };
    for (const language of LANGUAGES) {
      const sheets = statementSheets(drawStatements(report, language));
      // The key only says whose sheet it is.
      const checked = evaluateSheets(sheets.map((sheet) => ({ ...sheet, key: 'summary' as const })));
      expect(checked.length).toBeGreaterThan(20);
      expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
      for (const { lines } of sheets) expect(JSON.stringify(must(lines[0]).cells)).toContain(scopes[language]);
      expect(JSON.stringify(sheets)).not.toContain('momo');
    }
  });

  test('over the wire it says what it was narrowed to, and which shops there are', async () => {
    const agent = agentFor(books);
    const days = 'from=2024-05-01&to=2024-06-30';
    const whole = await agent.get(path(`/receivables?${days}`)).expect(200);
    expect(booksAnswerSchema.parse(whole.body).only).toBeNull();
    const named = new URLSearchParams({ platform: 'momo', shop: 'momo/小店' }).toString();
    const part = await agent.get(path(`/receivables?${days}&${named}`)).expect(200);
    expect(part.body).toMatchObject({ only: { platform: 'momo', shop: 'momo/小店' }, ties: true });
    expect(booksAnswerSchema.parse(part.body).rollForward.map(keyOf)).toEqual(['momo/小店']);
    const { body } = await agent.get(path('/receivables/months')).expect(200);
    expect((body as { shops: unknown }).shops).toEqual(SHOPS.map(({ platform, name: shop }) => ({ platform, shop })));
  });

  test.each([
    [{ platform: 'amazon' }, 'PLATFORM_NOT_IN_BOOKS', '可選的平台：momo、shopee-tw。', 'there are: momo, shopee-tw.'],
    [{ shop: '別店' }, 'SHOP_NOT_IN_BOOKS', `可選的店鋪：${KEYS.join('、')}。`, `there are: ${KEYS.join(', ')}.`],
    [{ platform: 'momo', shop: '大店' }, 'SHOP_NOT_IN_BOOKS', '可選的店鋪：momo/小店。', 'there are: momo/小店.'],
  ])('%j is refused by naming what there is', async (only, code, tw, en) => {
    const asked = new URLSearchParams({ from: '2024-05-01', to: '2024-06-30', ...only }).toString();
    const response = await agentFor(books)
      .get(path(`/receivables?${asked}`))
      .expect(404);
    const { message, ...refused } = errorOf(response);
    expect(refused.code).toBe(code);
    expect(message['zh-TW']).toContain(tw);
    expect(message['zh-CN']).toContain(tw.slice(-9));
    expect(message.en).toContain(en);
  });
});
