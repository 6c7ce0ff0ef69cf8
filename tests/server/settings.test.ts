// What the team sets reaches the next run, is kept version by version, and is refused where it contradicts itself.
import { z } from 'zod';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import { holidayCalendarSchema } from '../../core/calendar/holiday-calendar-schema.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { lineKey, orderKey } from '../../core/reconcile/account.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import type { SettingKind } from '../../core/team-books.ts';
import { companySettingsSchema, teamPolicySchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { decideLink, getLinks } from '../../server/commands/decide-link.ts';
import { enterRates, getRates } from '../../server/commands/enter-rates.ts';
import { getSettings, saveSetting } from '../../server/commands/save-setting.ts';
import { SPRING, terms } from '../core/calendar/calendars.ts';
import { rate, rule } from '../core/fees/fee-data.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const policy = (changed: object) => ({ ...(z.encode(teamPolicySchema, DEFAULT_POLICY) as object), ...changed });
const company = (changes = {}) => z.encode(companySettingsSchema, { ...DEFAULT_COMPANY, ...changes });
const spreadOn = (conversionSpread: string) => ({
  ...DEFAULT_COMPANY,
  shops: { 'a/b': { ...DEFAULT_SHOP, conversionSpread } },
});
const ownWallet = (walletAccount: object) => ({
  ...(company() as object),
  shops: { 'shopee-tw/小店': { ...DEFAULT_SHOP, walletAccount } },
});
const feeRule = (changes: Partial<FeeRule> = {}) =>
  z.encode(feeRuleSchema, { ...rule({ rate: rate('0.06') }), ...changes });
const calendar = (changes = {}) => z.encode(payoutCalendarSchema, terms(changes));

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const save = (kind: SettingKind, content: unknown, basedOn?: number) =>
    saveSetting(books, kind, { content, author: '李**', note: '', ...(basedOn === undefined ? {} : { basedOn }) });
  const fill = async () => [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [aLine('A1')])];

  test('a policy is kept version by version, and the next run goes by the last', async () => {
    await save('policy', z.encode(teamPolicySchema, { ...DEFAULT_POLICY, payoutTermDays: 7 }));
    await save('policy', z.encode(teamPolicySchema, { ...DEFAULT_POLICY, payoutTermDays: 21 }));
    const { settings } = await getSettings(books, 'policy', true);
    expect(settings.map(({ version, author }) => [version, author])).toEqual([
      [1, '李**'],
      [2, '李**'],
    ]);
    expect((await reconcileBatches(books, await fill())).policy.payoutTermDays).toBe(21);
  });

  test('a fee contract flags the fee of the next run', async () => {
    await save('fee-rule', feeRule());
    const [order] = (await reconcileBatches(books, await fill())).orders;
    // 6 % of 1,050 is 63; the platform charged 60.
    expect([order?.headline, order?.feesChecked]).toEqual(['FEE_DIFF', true]);
  });

  test('contracts follow one another in time, both in force', async () => {
    await save('fee-rule', feeRule({ validTo: day('2024-04-30') }));
    await save('fee-rule', feeRule({ version: 2, validFrom: day('2024-05-01') }));
    expect((await getSettings(books, 'fee-rule', false)).settings.map(({ id }) => id)).toEqual([
      'commission@1',
      'commission@2',
    ]);
  });

  test('holiday and payout calendars are found by the run', async () => {
    await save('holiday-calendar', z.encode(holidayCalendarSchema, { ...SPRING, coveredFrom: day('2024-01-01') }));
    await save(
      'payout-calendar',
      calendar({ platform: 'shopee-tw', validFrom: day('2024-01-01'), delay: { n: 3, unit: 'day' } }),
    );
    const [order] = (await reconcileBatches(books, await fill())).orders;
    expect(order?.dueOn).toBe('2024-05-10');
  });

  test.each<[string, SettingKind, unknown, string, string]>([
    [
      'text where a rate belongs',
      'fee-rule',
      { ...(feeRule() as object), rate: '6%' },
      'SETTING_UNREADABLE',
      'rate（not a rate）',
    ],
    ['a contract without a rate', 'fee-rule', feeRule({ rate: null }), 'SETTING_FAULTY', '沒有費率，也沒有固定金額'],
    ['a contract beside its like', 'fee-rule', feeRule({ id: 'other' }), 'SETTING_FAULTY', '有效期間重疊'],
    ['a calendar beside its like', 'payout-calendar', calendar({ id: 'other' }), 'SETTING_FAULTY', '有效期間重疊'],
    ['a chart nobody knows', 'company', { ...(company() as object), chart: 'x' }, 'SETTING_UNREADABLE', 'chart'],
    [
      'a place of a shop',
      'company',
      { ...(company() as object), shopPlaces: { a: 1 } },
      'SETTING_UNREADABLE',
      'shopPlaces',
    ],
    ['a spread booked nowhere', 'company', spreadOn('x'), 'SETTING_UNREADABLE', 'conversionSpread'],
    ['a wallet without a name', 'company', ownWallet({ code: '1119' }), 'SETTING_UNREADABLE', 'walletAccount.name'],
    ['half a policy', 'policy', { payoutTermDays: 3 }, 'SETTING_UNREADABLE', 'graceDays'],
    [
      'a limit below zero',
      'policy',
      policy({ feeTolerance: '-1' }),
      'SETTING_UNREADABLE',
      'feeTolerance（below zero）',
    ],
  ])('%s is refused, with its place or its reason', async (_name, kind, content, code, words) => {
    await save('fee-rule', feeRule());
    await save('payout-calendar', calendar());
    const { settings: before } = await getSettings(books, kind, true);
    await expect(save(kind, content)).rejects.toMatchObject({
      code,
      translated: { 'zh-TW': expect.stringContaining(words) as string },
    });
    expect((await getSettings(books, kind, true)).settings).toEqual(before);
  });

  test('what somebody else saved meanwhile is not written over', async () => {
    await save('company', company());
    await save('company', company({ chart: 'odoo-tw' }), 1);
    await expect(save('company', company(), 1)).rejects.toMatchObject({
      code: 'SETTING_OUTDATED',
      details: { author: '李**', version: '2' },
    });
  });

  test('the base currency is fixed once something is posted', async () => {
    await save('company', company({ baseCurrency: 'TWD' }));
    await save('company', company({ baseCurrency: 'USD' }));
    await save('company', company({ baseCurrency: 'TWD' }));
    await reconcileBatches(books, await fill());
    await expect(save('company', company({ baseCurrency: 'USD' }))).rejects.toMatchObject({
      code: 'BASE_CURRENCY_FIXED',
    });
    await save('company', company({ baseCurrency: 'TWD', chart: 'odoo-tw' }));
  });

  test('rates: the last one of a day holds, the same again is no version', async () => {
    const usd = (text: string) => ({ currency: 'USD', validOn: day('2024-05-02'), rate: text, source: '台灣銀行' });
    await enterRates(books, { rates: [usd('31.5'), usd('32.1')], author: '' });
    await enterRates(books, { rates: [usd('32.1')], author: '' });
    await enterRates(books, { rates: [usd('32.4')], author: '' });
    expect(await getRates(books)).toEqual([usd('32.4')]);
    const [count] = await books.database.transaction(books.company, (tx) =>
      tx.select(['count(*)'], 'FROM exchange_rates WHERE company_id = ?', [tx.company]),
    );
    expect(count).toEqual([2]);
  });

  test('a number that a person linked finds its order; forgotten, it does not; a declined pair never returns', async () => {
    const shop = 'shopee-tw/小店';
    const link = { subject: orderKey(shop, 'X7'), orderKey: orderKey(shop, 'A1'), author: '', note: '' };
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, sheetOf([aLine('X7')]))];
    await decideLink(books, { ...link, kind: 'alias' });
    await decideLink(books, { ...link, kind: 'forgotten' });
    expect((await reconcileBatches(books, batches)).orders.map(({ received }) => received)).toEqual([0]);
    const { aliases } = await decideLink(books, { ...link, kind: 'alias' });
    expect(aliases).toEqual([{ subject: link.subject, orderKey: link.orderKey }]);
    expect((await reconcileBatches(books, batches)).orders.map(({ method, received }) => [method, received])).toEqual([
      ['P3', twd(1050)],
    ]);
    await decideLink(books, { ...link, kind: 'declined' });
    expect(await getLinks(books)).toEqual({
      aliases: [],
      groups: [],
      declined: [{ subject: link.subject, orderKey: link.orderKey }],
    });
  });

  test('a payout of several orders is taught over the wire; declined, it is theirs no more', async () => {
    const shop = 'shopee-tw/小店';
    const [a1, a2] = [orderKey(shop, 'A1'), orderKey(shop, 'A2')];
    const orders = sheetOf([anOrder('A1'), anOrder('A2')]);
    const line = aLine('X7', { parts: { PRINCIPAL: 2100 } });
    const batches = [await pushOrders(books, orders), await pushPayout(books, sheetOf([line]))];
    const agent = agentFor(books);
    const decision = { subject: lineKey(shop, line), orderKey: a1, orderKeys: [a2, a1] };
    const links = await agent.post(path('/links')).send({ ...decision, kind: 'alias' });
    const group = { subject: decision.subject, orderKeys: [a1, a2] };
    expect(links.body).toEqual({ aliases: [], groups: [group], declined: [] });
    const twice = { ...decision, orderKeys: [a1, a1], kind: 'alias' };
    expect(errorOf(await agent.post(path('/links')).send(twice)).code).toBe('BAD_REQUEST');
    const forgotten = await agent.post(path('/links')).send({ ...decision, kind: 'forgotten' });
    expect(forgotten.body).toEqual({ aliases: [], groups: [], declined: [] });
    await agent.post(path('/links')).send({ ...decision, kind: 'alias' });
    await agent.post(path('/links')).send({ subject: decision.subject, orderKey: a2, kind: 'declined' });
    expect((await reconcileBatches(books, batches)).unlinked).toHaveLength(1);
    await agent.post(path('/links')).send({ ...decision, kind: 'alias' });
    expect((await reconcileBatches(books, batches)).orders.map(({ received }) => received)).toEqual([
      twd(1050),
      twd(1050),
    ]);
  });

  test('over the wire', async () => {
    const agent = agentFor(books);
    const saved = await agent
      .put(path('/settings/company'))
      .send({ content: company({ chart: 'odoo-cn' }), author: '李**' });
    expect(saved.body).toMatchObject({ settings: [{ kind: 'company', version: 1, content: { chart: 'odoo-cn' } }] });
    expect((await agent.get(path('/settings/company?history=1'))).body).toEqual(saved.body);
    expect(errorOf(await agent.get(path('/settings/colour'))).code).toBe('BAD_REQUEST');
    const zero = { rates: [{ currency: 'USD', validOn: '2024-05-02', rate: '0.00', source: 'x' }] };
    expect(errorOf(await agent.put(path('/exchange-rates')).send(zero)).code).toBe('BAD_REQUEST');
    const rates = { rates: [{ currency: 'USD', validOn: '2024-05-02', rate: '31.5', source: 'x' }] };
    expect((await agent.put(path('/exchange-rates')).send(rates)).body).toEqual(rates);
    expect((await agent.get(path('/exchange-rates'))).body).toEqual(rates);
    const pair = { subject: 'a', orderKey: 'b' };
    const links = await agent.post(path('/links')).send({ ...pair, kind: 'declined' });
    expect(links.body).toEqual({ aliases: [], groups: [], declined: [pair] });
    expect((await agent.get(path('/links'))).body).toEqual(links.body);
  });
});
