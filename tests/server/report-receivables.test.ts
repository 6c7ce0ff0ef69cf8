// The month-end report of the whole books, with figures worked out by pencil: two months, three runs, a closed month, a
// refund with its credit, money on hold that finds its order, and a reversal. Seen red: with the entries of one run only,
// with the period's end left out of the ledger's sums, with reversals dropped, and with what is open taken from the entries.
import { z } from 'zod';
import { type Language, LANGUAGES } from '../../core/language.ts';
import { subtract, sum } from '../../core/money.ts';
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import { booksAnswerSchema, reportOfAnswer } from '../../core/statements/report-api.ts';
import type { PartyKind } from '../../core/statements/statement.ts';
import { drawStatements, statementSheets } from '../../core/worksheets/statement-sheets.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { reportReceivables } from '../../server/commands/report-receivables.ts';
import { saveSettings } from '../../server/commands/save-setting.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf, undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { dropTriggers } from './tamper.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const MAY = { from: day('2024-05-01'), to: day('2024-05-31') };
const JUNE = { from: day('2024-06-01'), to: day('2024-06-30') };
const DUE = 'each is due on 2024-05-21: completed on the 7th and 14 days';

const drawnOf = (report: ReceivableReport, language: Language) => statementSheets(drawStatements(report, language));

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const file = (name: string) => ({ source: { file: name, sheet: 'Sheet' } });

  /** May: A1 paid whole, A2 100 short, A3 unpaid; 80 for an order that nobody knows yet. */
  async function may() {
    const orders = [anOrder('A1'), anOrder('A2', { receivable: 500 }), anOrder('A3', { receivable: 800 })];
    const income = sheetOf([
      aLine('A1'),
      aLine('A2', { parts: { PRINCIPAL: 400, COMMISSION: -20 } }),
      aLine('Z9', { parts: { PRINCIPAL: 80 } }),
    ]);
    const batches = [await pushOrders(books, sheetOf(orders)), await pushPayout(books, income)];
    await reconcileBatches(books, batches, '2024-05-31');
    await changePeriod(books, { month: '2024-05', state: 'closed', author: '王**', note: '' });
  }

  /** June, May being closed: the rest of A2; A1 gives 200 back and is credited; Z9 turns up, of May. */
  async function earlyJune() {
    const orders = [anOrder('A1', { credited: 200 }), anOrder('Z9', { receivable: 80 })];
    const income = [
      aLine('A2', { parts: { PRINCIPAL: 100 }, paidOutOn: '2024-06-05' }),
      aLine('A1', { parts: { REFUND: -200 }, paidOutOn: '2024-06-05' }),
    ];
    const batches = [
      await pushOrders(books, sheetOf(orders), file('june-orders.xlsx')),
      await pushPayout(books, sheetOf(income), file('june.xlsx')),
    ];
    await reconcileBatches(books, batches, '2024-06-10');
  }

  /** A3 is paid, and the receipt taken back. */
  async function lateJune() {
    const income = [aLine('A3', { parts: { PRINCIPAL: 800, COMMISSION: -40 }, paidOutOn: '2024-06-15' })];
    const batch = await pushPayout(books, sheetOf(income), file('late-june.xlsx'));
    const { receipts } = await reconcileBatches(books, [batch], '2024-06-20');
    const last = must(receipts.filter(({ kind }) => kind === 'payout').at(-1));
    await undo(books, { kind: 'receipt', number: last.number }, { asOf: day('2024-06-25') });
  }

  async function story() {
    await may();
    await earlyJune();
    await lateJune();
  }

  const reportOf = (period: typeof MAY, by: PartyKind | null = null, bounds = [30, 60, 90]) =>
    reportReceivables(books, { period, statementsBy: by, bounds });

  test('the ledger chains from month to month, its vouchers are those of the month, and it totals zero', async () => {
    await story();
    const ledgers = await Promise.all(
      [MAY, JUNE].map(async (period) => must((await reportOf(period)).books).ledgerMonth),
    );
    const [ofMay, ofJune] = [must(ledgers[0]), must(ledgers[1])];
    const receivable = ({ accounts }: typeof ofMay) => must(accounts.find(({ account }) => account.code === '1191'));
    expect([receivable(ofMay).opening, receivable(ofMay).balance]).toEqual([twd(0), twd(900)]);
    expect([receivable(ofJune).opening, receivable(ofJune).balance]).toEqual([twd(900), twd(800)]);
    for (const { accounts, vouchers } of ledgers) {
      expect(sum(accounts.map(({ balance }) => balance))).toBe(twd(0));
      const debits = must(vouchers).flatMap(({ lines }) => lines.map(({ debit }) => debit));
      expect(sum(debits)).toBe(sum(accounts.map(({ debit }) => debit)));
    }
    const numbers = must(ofJune.vouchers).map(({ number }) => number);
    expect(numbers.every((number) => number.startsWith('JV202406-'))).toBe(true);
    const taken = must(must(ofJune.vouchers).find(({ reverses }) => reverses !== null));
    expect(numbers).toContain(taken.reverses);
  });

  test('May closes at what is left of it: 2,350 sold less 1,450 received', async () => {
    await story();
    const { rollForward, books: proof, ties, openOrders } = await reportOf(MAY);
    expect(must(rollForward[0])).toMatchObject({
      figures: { opening: 0, sales: twd(2350), receipts: twd(1450), refunds: 0, allowances: 0, closing: twd(900) },
      tie: { openOrders: twd(900), agingTotal: twd(900), difference: 0, agingDifference: 0 },
      later: twd(-100),
    });
    expect(openOrders.map(({ orderNumber, open }) => [orderNumber, open])).toEqual([
      ['A2', twd(100)],
      ['A3', twd(800)],
    ]);
    expect(must(proof).ledgerTies).toMatchObject([{ ledger: twd(900), difference: 0 }]);
    expect(ties).toBe(true);
  });

  test('June opens with it and closes at 800: the credit takes back what the refund gives, the reversal what A3 paid', async () => {
    await story();
    const { rollForward, books: proof, ties } = await reportOf(JUNE);
    const { figures, tie } = must(rollForward[0]);
    expect(figures).toMatchObject({
      ...{ opening: twd(900), sales: twd(80), allowances: twd(200), returns: 0 },
      ...{ refunds: twd(200), closing: twd(800) },
    });
    // 100 of A2; 80 on hold that went to Z9 without money; A3's 800 and its reversal.
    expect(subtract(figures.receipts, figures.adjustments)).toBe(twd(180));
    expect(tie).toMatchObject({ openOrders: twd(800), difference: 0, agingDifference: 0 });
    expect(must(proof).ledgerTies).toMatchObject([{ ledger: twd(800), difference: 0 }]);
    expect(ties).toBe(true);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('both months together are both months', async () => {
    await story();
    const [first, second, both] = [
      await reportOf(MAY),
      await reportOf(JUNE),
      await reportOf({ from: MAY.from, to: JUNE.to }),
    ].map((report) => must(report.rollForward[0]).figures);
    for (const figure of ['sales', 'allowances', 'receipts', 'refunds', 'adjustments'] as const) {
      expect([figure, must(both)[figure]]).toEqual([figure, sum([must(first)[figure], must(second)[figure]])]);
    }
    expect([must(both).opening, must(both).closing]).toEqual([0, must(second).closing]);
  });

  test('what the platform has of ours: unpaid and in the wallet, rolled forward from the vouchers', async () => {
    await story();
    expect(must((await reportOf(MAY)).books).positions).toMatchObject([
      {
        ...{ opening: 0, sales: twd(2350), refunds: 0, fees: twd(80), payouts: 0, other: twd(80) },
        ...{ closing: twd(2350), unpaid: twd(900), reserve: 0, wallet: twd(1450) },
      },
    ]);
    // The wallet: 1,450 + 100 − 200; 760 came and was taken back.
    expect(must((await reportOf(JUNE)).books).positions).toMatchObject([
      {
        ...{ opening: twd(2350), sales: twd(80), refunds: twd(200), fees: 0, payouts: 0, other: twd(-80) },
        ...{ closing: twd(2150), unpaid: twd(800), reserve: 0, wallet: twd(1350) },
      },
    ]);
  });

  test(`ages by the bounds asked for: ${DUE}`, async () => {
    await story();
    const bucketsOf = async (period: typeof MAY, bounds: number[]) =>
      (await reportOf(period, null, bounds)).aging.map(({ buckets, total }) => [...buckets, total]);
    expect(await bucketsOf(MAY, [30, 60, 90])).toEqual([[900, 0, 0, 0, 900].map(twd)]);
    expect(await bucketsOf(JUNE, [30, 60, 90])).toEqual([[0, 800, 0, 0, 800].map(twd)]);
    expect(await bucketsOf(JUNE, [7, 39])).toEqual([[0, 0, 800, 800].map(twd)]);
    expect(await bucketsOf({ from: MAY.from, to: day('2024-05-20') }, [30])).toEqual([[0, 0, 900].map(twd)]);
  });

  test('the forecast expects what is still open, once', async () => {
    await story();
    const { forecast } = await reportOf(JUNE);
    expect(forecast).toMatchObject({
      asOf: '2024-06-30',
      expected: [],
      overdue: [{ dueOn: '2024-05-21', daysLate: 40 }],
    });
    expect(must(forecast).overdue.map(({ open, orders }) => [open, orders])).toEqual([[twd(800), 1]]);
  });

  test.each<[PartyKind, string]>([
    ['shop', '小店'],
    ['customer', 'shopee-tw'],
    ['orderType', 'marketplace'],
  ])('statements by %s are of all that was ever booked, whichever file brought it', async (by, name) => {
    await story();
    const { statements } = await reportOf(JUNE, by);
    expect(statements.map(({ party }) => party.name)).toEqual([name]);
    const { opening, closing, lines, totals } = must(statements[0]);
    expect([opening, closing, must(lines.at(-1)).balance]).toEqual([twd(900), twd(800), twd(800)]);
    expect([totals.sale, totals.allowance]).toEqual([twd(80), twd(200)]);
    expect(sum(lines.map(({ received }) => received))).toBe(totals.received);
  });

  test('where sales are booked later than goods leave, what orders on their way will bring is forecast', async () => {
    const shops = { 'shopee-tw/小店': { ...DEFAULT_SHOP, revenueOn: 'completed' } };
    const content = { baseCurrency: null, chart: 'tw-112', accounts: {}, shops };
    await saveSettings(books, [{ kind: 'company', request: { content, author: '王**', note: '' } }]);
    const onItsWay = { ...anOrder('W1', { stage: 'shipped' }), shippedOn: day('2024-05-28'), completedOn: null };
    const orders = await pushOrders(books, [onItsWay, { ...anOrder('W2', { stage: 'unshipped', row: 3 }) }]);
    await reconcileBatches(books, [orders], '2024-05-31');
    const { forecast, rollForward } = await reportOf(MAY);
    expect(must(forecast).expected.map(({ on, open, orders: count }) => [on, open, count])).toEqual([
      ['2024-06-11', twd(1_050), 1],
    ]);
    // Nothing of it is owed yet.
    expect(rollForward).toEqual([]);
  });

  test('an order type is the model that its shop is set to', async () => {
    await may();
    const shops = { 'shopee-tw/小店': { ...DEFAULT_SHOP, settlement: 'consignment' } };
    const content = { baseCurrency: null, chart: 'tw-112', accounts: {}, shops };
    await saveSettings(books, [{ kind: 'company', request: { content, author: '王**', note: '' } }]);
    const { statements } = await reportOf(MAY, 'orderType');
    expect(statements.map(({ party, closing }) => [party.name, closing])).toEqual([['consignment', twd(900)]]);
  });

  const change = (table: string, sql: string) =>
    books.database.transaction(books.company, async (tx) => {
      await dropTriggers(tx, table, books.database.description.startsWith('postgres'));
      await tx.run(sql, [tx.company]);
    });

  test('what an order says and its documents do not shows as a difference to the open orders', async () => {
    await may();
    await change(
      'receivables',
      `UPDATE receivables SET allocated = allocated - 70000 WHERE company_id = ? AND allocated > 0`,
    );
    const { ties, rollForward, books: proof } = await reportOf(MAY);
    expect([ties, must(rollForward[0]).tie.difference]).toEqual([false, twd(-14)]);
    expect(must(must(proof).ledgerTies[0]).difference).toBe(0);
  });

  test('what the ledger says and the documents do not shows as a difference to the ledger', async () => {
    await may();
    await change(
      'voucher_lines',
      `INSERT INTO voucher_lines (company_id, voucher_id, position, role, code, name, debit, credit, base_debit, base_credit)
       VALUES (?, 1, 99, 'receivable', '1172', '應收帳款', 70000, 0, 70000, 0)`,
    );
    const { ties, rollForward, books: proof } = await reportOf(MAY);
    expect([ties, must(rollForward[0]).tie.difference]).toEqual([false, 0]);
    expect(must(proof).ledgerTies).toMatchObject([{ ledger: twd(907), difference: twd(-7) }]);
    // A voucher that does not balance is not made to: the places hold 7 more than the movements brought.
    expect(must(proof).positions).toMatchObject([{ closing: twd(2350), unpaid: twd(907), wallet: twd(1450) }]);
  });

  test('books without anything say nothing', async () => {
    expect(await reportOf(MAY)).toMatchObject({ rollForward: [], aging: [], ties: true, books: { positions: [] } });
  });

  test('over the wire: the report as it travels is the report', async () => {
    await story();
    const agent = agentFor(books);
    const answer = await agent.get(path('/receivables?from=2024-06-01&to=2024-06-30&by=shop&aging=7,39'));
    const read = booksAnswerSchema.parse(answer.body);
    const report = await reportOf(JUNE, 'shop', [7, 39]);
    expect(read).toMatchObject({ rollForward: report.rollForward, statements: report.statements, ties: true });
    expect(read.terms).toEqual([
      { orderKey: expect.stringContaining('A3'), dueOn: '2024-05-21', orderType: 'marketplace' },
    ]);
  });

  test.each(LANGUAGES)('whoever asks over the wire draws the same worksheets (%s)', async (language) => {
    await story();
    const answer = await agentFor(books).get(path('/receivables?from=2024-05-01&to=2024-05-31&by=shop'));
    const carried = reportOfAnswer(z.decode(booksAnswerSchema, answer.body));
    expect(carried.openOrders).not.toEqual([]);
    expect(drawnOf(carried, language)).toEqual(drawnOf(await reportOf(MAY, 'shop'), language));
  });

  test('the months there are to report: those with vouchers, oldest first, and those that are closed', async () => {
    const months = async () => (await agentFor(books).get(path('/receivables/months'))).body as object;
    expect(await months()).toEqual({ booked: [], closed: [], shops: [] });
    await story();
    await changePeriod(books, { month: '2024-03', state: 'closed', author: '王**', note: '' });
    expect(await months()).toEqual({
      ...{ booked: ['2024-05', '2024-06'], closed: ['2024-03', '2024-05'] },
      shops: [{ platform: 'shopee-tw', shop: '小店' }],
    });
  });

  test('statements say where to pay as soon as the company has set it, on the wire and on their worksheet', async () => {
    await story();
    const drawn = async () => {
      const answer = await agentFor(books).get(path('/receivables?from=2024-06-01&to=2024-06-30&by=shop'));
      const sheets = statementSheets(drawStatements(await reportOf(JUNE, 'shop', [30]), 'zh-TW'));
      return [answer.body.bankDetails, JSON.stringify(sheets).includes('匯款帳戶","示範銀行 012-345')];
    };
    expect(await drawn()).toEqual([null, false]);
    const content = { ...DEFAULT_COMPANY, bankDetails: '  示範銀行 012-345 ' };
    await saveSettings(books, [{ kind: 'company', request: { content, author: '王**', note: '' } }]);
    expect(await drawn()).toEqual(['示範銀行 012-345', true]);
  });

  test.each([
    ['from=2024-06-01', 'query.to'],
    ['from=2024-06-30&to=2024-06-01', 'the period ends before it begins'],
    ['from=2024-06-01&to=2024-06-30&by=buyer', 'query.by'],
    ['from=2024-06-01&to=2024-06-30&aging=60,30', 'query.aging'],
    ['from=2024-06-01&to=2024-06-30&aging=x', 'query.aging'],
  ])('%s is refused with the place', async (query, place) => {
    const refused = await agentFor(books).get(path(`/receivables?${query}`));
    const { code, message } = errorOf(refused);
    expect([refused.status, code, message.en]).toEqual([400, 'BAD_REQUEST', expect.stringContaining(place)]);
  });
});
