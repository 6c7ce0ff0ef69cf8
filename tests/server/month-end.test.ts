// A month's end on every database: what was paid and had not shipped stands as 預收貨款 on the last day and as 暫收款 on the
// next, foreign balances stand at the rate of the day, each said once; closing a month says it.
// Seen red: with orders that shipped later left out, with cancelled ones taken in, with what was shown before posted again.
import type { CompanySettings } from '../../core/company.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import type { MonthEndRequest } from '../../core/ledger-api.ts';
import type { DocumentedVoucher } from '../../core/voucher.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { runMonthEnd } from '../../server/commands/post-month-end.ts';
import { reverse } from '../../server/commands/reverse.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const BY = { author: '王**', note: '' };

const said = (vouchers: readonly DocumentedVoucher[]) =>
  vouchers.map(({ number, postedOn, reverses, lines }) => {
    const parts = lines.map(({ role, debit, credit, baseDebit, baseCredit }) => {
      const [amount, base] = [(debit - credit) / 10_000, (baseDebit - baseCredit) / 10_000];
      return amount === base ? `${role} ${amount}` : `${role} ${amount} (${base})`;
    });
    return [number, postedOn, ...(reverses === null ? [] : [`沖銷 ${reverses}`]), ...parts].join(' · ');
  });

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });

  const set = (company: Partial<CompanySettings>) =>
    saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, ...company }, ...BY });
  const end = (month = '2024-05', more: Partial<MonthEndRequest> = {}) =>
    runMonthEnd(books, { month, author: '王**', ...more });

  let sheets = 0;
  /** A payout of 1,050 less 60 for each of the orders, and the orders as their export shows them. */
  async function paid(orders: readonly Parameters<typeof anOrder>[], paidOutOn = '2024-05-10', asOf = '2024-05-31') {
    const file = `sheet-${++sheets}.xlsx`;
    const lines = orders.map(([number], at) => aLine(number, { paidOutOn, row: at + 2 }));
    const payout = await pushPayout(books, lines, { source: { file: `income-${file}`, sheet: 'Income' } });
    await reconcileBatches(books, [await shown(orders, file), payout], asOf);
  }
  const shown = (orders: readonly Parameters<typeof anOrder>[], file = `later-${++sheets}.xlsx`) =>
    pushOrders(
      books,
      orders.map(([number, facts], at) => anOrder(number, { ...facts, row: at + 2 })),
      { source: { file, sheet: 'orders' }, currency: orders[0]?.[1]?.currency ?? 'TWD' },
    );

  test('paid and not shipped at the end of May is 預收貨款 on its last day, and 暫收款 again on the next', async () => {
    await set({ prepayments: 'advances' });
    await paid([
      ['A', { stage: 'unshipped' }],
      ['B', { stage: 'unshipped' }],
      ['C', { stage: 'completed' }],
    ]);
    const { vouchers, prepaid, runId } = await end();
    expect(said(vouchers)).toEqual([
      'JV202405-0003 · 2024-05-31 · suspense 2100 · advances -2100',
      'JV202406-0001 · 2024-06-01 · 沖銷 JV202405-0003 · suspense -2100 · advances 2100',
    ]);
    expect(prepaid.map(({ orderNumber, amount }) => [orderNumber, amount / 10_000])).toEqual([
      ['A', 1050],
      ['B', 1050],
    ]);
    expect(runId).not.toBeNull();
    expect(await faultsOf(books)).toEqual([]);
  });

  test('paid and on its way, where sales are booked at completion: no less 預收貨款', async () => {
    const shops = { 'shopee-tw/小店': { ...DEFAULT_SHOP, revenueOn: 'completed' as const } };
    await set({ prepayments: 'advances', shops });
    await paid([
      ['A', { stage: 'shipped' }],
      ['B', { stage: 'completed' }],
    ]);
    const { prepaid } = await end();
    expect(prepaid.map(({ orderNumber, amount }) => [orderNumber, amount / 10_000])).toEqual([['A', 1050]]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('closing by a plan, said again as after a broken connection, is answered like the first time', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    for (const month of ['2024-05', '2024-04']) {
      const { planHash } = await end(month, { mode: 'plan' });
      const closing = { month, state: 'closed', planHash, ...BY } as const;
      const closed = await changePeriod(books, closing);
      expect(closed.monthEnd).toHaveLength(month === '2024-05' ? 2 : 0);
      expect(await changePeriod(books, closing)).toEqual(closed);
      for (const other of [{ planHash: 'a'.repeat(64) }, { planHash: undefined }, { author: '李**' }, { note: '改' }])
        await expect(changePeriod(books, { ...closing, ...other })).rejects.toMatchObject({ code: 'PERIOD_STATE' });
    }
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a team that keeps such money as 暫收款 sees nothing of it', async () => {
    await paid([['A', { stage: 'unshipped' }]]);
    expect(await end()).toMatchObject({ runId: null, vouchers: [], prepaid: [] });
  });

  test('money of a cancelled order is owed back, and money without an order is not known to be for goods', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'cancelled' }]]);
    const lost = await pushPayout(books, [aLine('LOST')], { source: { file: 'lost.xlsx', sheet: 'Income' } });
    await reconcileBatches(books, [lost], '2024-05-31');
    expect((await end()).vouchers).toEqual([]);
  });

  test('what shipped in June was still to ship at the end of May, whenever that is asked', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    const shipped = { ...anOrder('A'), shippedOn: day('2024-06-03'), completedOn: day('2024-06-05') };
    const later = await pushOrders(books, [shipped], { source: { file: 'june.xlsx', sheet: 'orders' } });
    await reconcileBatches(books, [later], '2024-06-10');
    expect(said((await end()).vouchers)[0]).toBe('JV202405-0002 · 2024-05-31 · suspense 1050 · advances -1050');
    expect((await end('2024-06')).vouchers).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('said again it posts what has changed since, and nothing where nothing has', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    await end();
    expect(await end()).toMatchObject({ runId: null, vouchers: [] });
    await paid([['B', { stage: 'unshipped' }]], '2024-05-20');
    expect(said((await end()).vouchers)).toEqual([
      'JV202405-0004 · 2024-05-31 · suspense 1050 · advances -1050',
      'JV202406-0002 · 2024-06-01 · 沖銷 JV202405-0004 · suspense -1050 · advances 1050',
    ]);
    await set({ prepayments: 'suspense' });
    expect(said((await end()).vouchers)[0]).toBe('JV202405-0005 · 2024-05-31 · advances 2100 · suspense -2100');
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a receipt that is taken back in June was there at the end of May', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    await reverse(books, {
      what: { kind: 'receipt', number: 'RC202405-0001' },
      asOf: day('2024-06-04'),
      ...BY,
      decline: false,
    });
    expect(said((await end()).vouchers)[0]).toBe('JV202405-0002 · 2024-05-31 · suspense 1050 · advances -1050');
    expect((await end('2024-06')).vouchers).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('closing a month posts its end first; nothing is posted into it afterwards', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    const { monthEnd } = await changePeriod(books, { month: '2024-05', state: 'closed', ...BY });
    expect(monthEnd.map(({ number }) => number)).toEqual(['JV202405-0002', 'JV202406-0001']);
    await expect(end()).rejects.toMatchObject({ code: 'PERIOD_CLOSED' });
    expect(await faultsOf(books)).toEqual([]);
  });

  test('the plan is what is posted, or nothing is', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    const plan = await end('2024-05', { mode: 'plan' });
    expect(plan).toMatchObject({ runId: null, vouchers: [{ number: 'DRAFT-0001' }, { reverses: 'DRAFT-0001' }] });
    await paid([['B', { stage: 'unshipped' }]], '2024-05-20');
    await expect(end('2024-05', { planHash: plan.planHash })).rejects.toMatchObject({ code: 'PLAN_STALE' });
    const { planHash } = await end('2024-05', { mode: 'plan' });
    expect((await end('2024-05', { planHash })).vouchers).toHaveLength(2);
  });

  test('closing posts the plan that was looked at, or neither closes nor posts', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    const close = (planHash: string) => changePeriod(books, { month: '2024-05', state: 'closed', ...BY, planHash });
    const { planHash: seen } = await end('2024-05', { mode: 'plan' });
    await paid([['B', { stage: 'unshipped' }]], '2024-05-20');
    await expect(close(seen)).rejects.toMatchObject({ code: 'PLAN_STALE' });
    const { planHash, vouchers } = await end('2024-05', { mode: 'plan' });
    expect((await close(planHash)).monthEnd.map(({ lines }) => lines)).toEqual(vouchers.map(({ lines }) => lines));
    expect(await faultsOf(books)).toEqual([]);
  });

  describe('books in TWD with a shop in USD', () => {
    const rate = (validOn: string, value: string) =>
      enterRates(books, { rates: [{ currency: 'USD', validOn: day(validOn), rate: value, source: 'bank' }], ...BY });
    const sold = async () => {
      await set({ baseCurrency: 'TWD', revaluation: true });
      await rate('2024-05-01', '31.5');
      await reconcileBatches(books, [await shown([['U', { currency: 'USD', receivable: 100 }]])], '2024-05-10');
    };

    test('what is owed in dollars is worth more at the month’s end, and is turned back on the next day', async () => {
      await sold();
      await rate('2024-05-31', '32');
      expect(said((await end()).vouchers)).toEqual([
        'JV202405-0002 · 2024-05-31 · valuation 0 (50) · unrealisedGain 0 (-50)',
        'JV202406-0001 · 2024-06-01 · 沖銷 JV202405-0002 · valuation 0 (-50) · unrealisedGain 0 (50)',
      ]);
      expect((await end()).vouchers).toEqual([]);
      await rate('2024-05-31', '31');
      expect(said((await end()).vouchers)[0]).toBe(
        'JV202405-0003 · 2024-05-31 · unrealisedLoss 0 (100) · valuation 0 (-100)',
      );
      expect(await faultsOf(books)).toEqual([]);
    });

    test('a month without a rate is refused by currency and day, also when it is closed', async () => {
      await sold();
      for (const attempt of [end('2024-06'), changePeriod(books, { month: '2024-06', state: 'closed', ...BY })])
        await expect(attempt).rejects.toMatchObject({
          code: 'RATE_MISSING',
          translated: {
            'zh-TW':
              '2024-06-30 沒有 USD 的匯率，月底不能評價。沒有入帳；請輸入當月的匯率（設定的「匯率」，或命令列 settings set 檔案中的 exchange-rates）後再試。',
          },
        });
    });

    test('money for goods to come is no debt of money: it is not valued', async () => {
      await sold();
      await set({ baseCurrency: 'TWD', revaluation: true, prepayments: 'advances' });
      const line = { ...aLine('P', { parts: { PRINCIPAL: 40 } }), currency: 'USD' };
      const payout = await pushPayout(books, [line], {
        currency: 'USD',
        source: { file: 'usd.xlsx', sheet: 'Income' },
      });
      await reconcileBatches(
        books,
        [await shown([['P', { stage: 'unshipped', currency: 'USD', receivable: 40 }]]), payout],
        '2024-05-31',
      );
      await rate('2024-05-31', '32');
      // 100 owed and 40 in the wallet, 0.50 more each; the 40 that goods are owed for stay at 31.50.
      expect(said((await end()).vouchers).filter((text) => !text.includes('沖銷'))).toEqual([
        'JV202405-0003 · 2024-05-31 · suspense 40 (1260) · advances -40 (-1260)',
        'JV202405-0004 · 2024-05-31 · valuation 0 (70) · unrealisedGain 0 (-70)',
      ]);
      expect(await faultsOf(books)).toEqual([]);
    });
  });

  describe('a month that was opened again while the next one was closed is turned back after that one', () => {
    const change = async (month: string, state: 'closed' | 'open') =>
      said((await changePeriod(books, { month, state, ...BY })).monthEnd).map((text) => text.replace(/^JV\S+ · /, ''));
    const standingOn = (role: string, on: string) =>
      books.database.transaction(books.company, async (tx) => {
        const [[sum] = [0]] = await tx.select<[number]>(
          ['CAST(coalesce(sum(l.base_debit - l.base_credit), 0) AS BIGINT)'],
          `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
           WHERE v.company_id = ? AND l.role = ? AND v.posted_on <= ?`,
          [tx.company, role, on],
        );
        return sum / 10_000;
      });

    // Seen red: with only the vouchers of the month's own end counted as shown.
    test('so the next one, opened and closed too, shows money for goods to come once', async () => {
      await set({ prepayments: 'advances' });
      await paid([['A', { stage: 'unshipped' }]]);
      for (const month of ['2024-05', '2024-06']) await change(month, 'closed');
      await change('2024-05', 'open');
      await paid([['B', { stage: 'unshipped' }]], '2024-05-20');
      expect((await change('2024-05', 'closed'))[1]).toContain('2024-07-01 · 沖銷');
      await change('2024-06', 'open');
      expect(await change('2024-06', 'closed')).toEqual([]);
      expect(await standingOn('advances', '2024-06-30')).toBe(-2100);
      expect(await standingOn('advances', '2024-07-01')).toBe(0);
      expect(await faultsOf(books)).toEqual([]);
    });

    test('and values foreign balances once', async () => {
      const rate = (validOn: string, value: string) =>
        enterRates(books, { rates: [{ currency: 'USD', validOn: day(validOn), rate: value, source: 'bank' }], ...BY });
      await set({ baseCurrency: 'TWD', revaluation: true });
      await rate('2024-05-01', '31.5');
      await reconcileBatches(books, [await shown([['U', { currency: 'USD', receivable: 100 }]])], '2024-05-10');
      await rate('2024-05-31', '32');
      await rate('2024-06-30', '33');
      for (const month of ['2024-05', '2024-06']) await change(month, 'closed');
      await change('2024-05', 'open');
      await rate('2024-05-31', '32.5');
      await change('2024-05', 'closed');
      await change('2024-06', 'open');
      expect(await change('2024-06', 'closed')).toEqual([
        '2024-06-30 · unrealisedLoss 0 (50) · valuation 0 (-50)',
        expect.stringMatching(/^2024-07-01 · 沖銷/),
      ]);
      expect(await standingOn('valuation', '2024-06-30')).toBe(150);
      expect(await standingOn('valuation', '2024-07-01')).toBe(0);
      expect(await faultsOf(books)).toEqual([]);
    });
  });

  test('over HTTP: a plan, the posting, and what cannot be read', async () => {
    await set({ prepayments: 'advances' });
    await paid([['A', { stage: 'unshipped' }]]);
    const agent = agentFor(books);
    const plan = await agent.post(path('/month-ends')).send({ month: '2024-05', mode: 'plan' });
    expect(plan.body).toMatchObject({ runId: null, prepaid: [{ orderNumber: 'A', amount: '1050' }] });
    const posted = await agent.post(path('/month-ends')).send({ month: '2024-05', planHash: plan.body.planHash });
    expect(posted.body.vouchers[0]).toMatchObject({ number: 'JV202405-0002', postedOn: '2024-05-31' });
    const wrong = await agent.post(path('/month-ends')).send({ month: 'May' });
    expect([wrong.status, errorOf(wrong).code]).toEqual([400, 'BAD_REQUEST']);
  });
});
