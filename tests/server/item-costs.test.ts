// What deliveries cost: entered in versions, in one currency, without moving stock, and told of in the log.
import type { EnterItemCosts } from '../../core/ledger-api.ts';
import type { ItemCost } from '../../core/stock.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import type { Books } from '../../server/books.ts';
import { enterItemCosts, getItemCosts } from '../../server/commands/enter-item-costs.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { saveSettingsFile } from '../../server/commands/save-settings-file.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf } from './book-balances.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { day, twd } from './fixtures.ts';

const tea = (facts: Partial<ItemCost> = {}): ItemCost => ({
  ...{ sku: 'TEA-01', receivedOn: day('2024-05-01'), reference: 'GR-1', quantity: 10 },
  ...{ cost: twd(1_000), currency: 'TWD' },
  ...facts,
});

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const enter = (...costs: ItemCost[]) => enterItemCosts(books, { costs, author: '王**' });
  const keepBase = (baseCurrency: string | null) =>
    saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, baseCurrency }, author: '', note: '' });
  const versions = () =>
    books.database.transaction(books.company, (tx) =>
      tx.select<[number, number, string]>(
        ['version', 'quantity', 'author'],
        'FROM item_costs WHERE company_id = ? ORDER BY version',
        [tx.company],
      ),
    );

  test('a corrected cost is a further version, the same again is none, the last of a request counts', async () => {
    await enter(tea({ cost: twd(900) }), tea());
    await enter(tea());
    await enter(tea({ quantity: 12 }));
    expect(await getItemCosts(books)).toEqual([tea({ quantity: 12 })]);
    expect(await versions()).toEqual([
      [1, 10, '王**'],
      [2, 12, '王**'],
    ]);
  });

  test('another item, day or reference is another delivery; they are sorted', async () => {
    const others = [tea({ receivedOn: day('2024-05-02') }), tea({ reference: '' }), tea({ sku: 'CUP' })];
    await enter(tea(), ...others);
    expect(await getItemCosts(books)).toEqual([others[2], others[1], tea(), others[0]]);
  });

  test('quantity 0 takes a delivery out, and it can be entered again', async () => {
    await enter(tea());
    const none = tea({ quantity: 0, cost: twd(0) });
    expect(await enter(none, { ...none, sku: 'CUP' })).toEqual([]);
    expect(await enter(none)).toEqual([]);
    expect(await enter(tea())).toEqual([tea()]);
    expect((await versions()).map(([version, quantity]) => [version, quantity])).toEqual([
      [1, 10],
      [2, 0],
      [3, 10],
    ]);
  });

  test('with a base currency costs are in it', async () => {
    await keepBase('TWD');
    await expect(enter(tea(), tea({ sku: 'CUP', currency: 'USD' }))).rejects.toMatchObject({
      ...{ code: 'COST_CURRENCY', details: { sku: 'CUP', currency: 'USD', expected: 'TWD' } },
      translated: {
        'zh-TW': expect.stringContaining('貨號 CUP 的進貨成本以 USD 輸入，這個貨號只能以 TWD 計價') as string,
        'zh-CN': expect.stringContaining('货号 CUP 的进货成本以 USD 输入，这个货号只能以 TWD 计价') as string,
        en: expect.stringContaining('What CUP cost was entered in USD, and this item is valued in TWD') as string,
      },
    });
    expect(await versions()).toEqual([]);
  });

  test('without one each item has its own, which the first that stands decides', async () => {
    await enter(tea(), tea({ sku: 'CUP', currency: 'USD' }));
    await expect(enter(tea({ reference: 'GR-2', currency: 'USD' }))).rejects.toMatchObject({ code: 'COST_CURRENCY' });
    await enter(tea({ quantity: 0, cost: twd(0) }));
    expect(await enter(tea({ reference: 'GR-2', currency: 'USD' }))).toHaveLength(2);
  });

  test('a base currency that comes later: what was entered before is entered anew, item by item', async () => {
    await enter(tea(), tea({ sku: 'CUP' }));
    await keepBase('USD');
    await expect(enter(tea({ cost: twd(5) }))).rejects.toMatchObject({ code: 'COST_CURRENCY' });
    expect(await enter(tea({ cost: twd(5), currency: 'USD' }))).toHaveLength(2);
  });

  test('stock stays where it is, the log tells of it, and the table refuses a change', async () => {
    await enter(tea());
    await enter(tea());
    expect(await countRows(books, ['stock_movements', 'stock_balances', 'stock_levels'])).toEqual({
      ...{ stock_movements: 0, stock_balances: 0, stock_levels: 0 },
    });
    const told = await books.database.transaction(books.company, (tx) =>
      tx.select(['action', 'subject', { json: 'detail' }], 'FROM audit_log WHERE company_id = ?', [tx.company]),
    );
    expect(told).toEqual([['item-costs.entered', 'item costs', { costs: 1, author: '王**' }]]);
    expect(await faultsOf(books)).toEqual([]);
    for (const sql of [
      'UPDATE item_costs SET cost = 1 WHERE company_id = ?',
      'DELETE FROM item_costs WHERE company_id = ?',
    ]) {
      const change = books.database.transaction(books.company, (tx) => tx.run(sql, [tx.company]));
      await expect(change).rejects.toThrow('item_costs is posted');
    }
  });

  test('over the wire', async () => {
    const agent = agentFor(books);
    const { cost: _, ...facts } = tea();
    const costs = [{ ...facts, cost: '1000.5' }];
    expect((await agent.put(path('/item-costs')).send({ costs, author: '李**' })).body).toEqual({ costs });
    expect((await agent.get(path('/item-costs'))).body).toEqual({ costs });
    const { reference: __, ...unnamed } = { ...facts, cost: '7' };
    const both = await agent.put(path('/item-costs')).send({ costs: [unnamed] });
    expect(both.body).toEqual({ costs: [{ ...unnamed, reference: '' }, ...costs] });
  });

  test.each([
    ['no pieces that cost something', { quantity: 0 }, 'costs.0.cost', 'no pieces cost nothing'],
    ['pieces below zero', { quantity: -1 }, 'costs.0.quantity', '>=0'],
    ['half a piece', { quantity: 0.5 }, 'costs.0.quantity', 'int'],
    ['a cost below zero', { cost: '-1' }, 'costs.0.cost', 'below zero'],
    ['five decimals', { cost: '1.00001' }, 'costs.0.cost', 'not an amount'],
    ['no item', { sku: '' }, 'costs.0.sku', '>=1'],
    ['no day', { receivedOn: '2024-02-30' }, 'costs.0.receivedOn', 'not a calendar day'],
    ['no currency', { currency: 'twd' }, 'costs.0.currency', '[A-Z]{3}'],
    ['a character that is no text', { reference: '\u0000' }, 'text', 'no text'],
  ])('%s is refused with its place', async (_name, wrong, place, why) => {
    const costs = [{ ...tea(), cost: '1000', ...wrong }];
    const refused = await agentFor(books).put(path('/item-costs')).send({ costs });
    const { code, message } = errorOf(refused);
    expect([refused.status, code]).toEqual([400, 'BAD_REQUEST']);
    expect(message.en).toContain(`at ${place === 'text' ? place : `body.${place}`} `);
    expect(message.en).toContain(why);
    expect(await versions()).toEqual([]);
  });

  test('a settings file is kept whole or not at all', async () => {
    const company = { ...DEFAULT_COMPANY, baseCurrency: 'TWD' };
    const settings = [{ kind: 'company' as const, request: { content: company, author: '', note: '' } }];
    const rates = { rates: [{ currency: 'USD', validOn: day('2024-05-01'), rate: '32', source: 'x' }], author: '' };
    const save = (costs: EnterItemCosts['costs']) =>
      saveSettingsFile(books, { settings, rates, costs: { costs, author: '' } });
    await expect(save([tea({ currency: 'USD' })])).rejects.toMatchObject({ code: 'COST_CURRENCY' });
    const tables = ['team_settings', 'exchange_rates', 'item_costs'];
    expect(await countRows(books, tables)).toEqual({ team_settings: 0, exchange_rates: 0, item_costs: 0 });
    await save([tea()]);
    expect(await countRows(books, tables)).toEqual({ team_settings: 1, exchange_rates: 1, item_costs: 1 });
    expect(await faultsOf(books)).toEqual([]);
  });
});
