// Which rates are wanted, on every database: what waits to be booked in another currency, and month ends that cannot be
// valued; nothing where no rate is needed. Seen red: with sold orders asked once more, with consignment taken for a sale.
import type { BankLine } from '../../core/bank/bank-line.ts';
import { lineKeyOf } from '../../core/bank/check-deposits.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP, type CompanySettings } from '../../core/company.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { acceptDeposit } from '../../server/commands/decide-deposits.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { getMissingRates } from '../../server/commands/missing-rates.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { aBankLine, BANK, WALLET } from '../core/bank/fixtures.ts';
import { agentFor, path } from './agent.ts';
import { undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { AMAZON, bankVouchers, credited, paidAbroad } from './convert-books.ts';
import { aLine, anOrder, day } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const BY = { author: '王**', note: '' };

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const set = (company: Partial<CompanySettings>) =>
    saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD', ...company }, ...BY });
  const rate = (validOn: string, value = '31.5') =>
    enterRates(books, { rates: [{ currency: 'USD', validOn: day(validOn), rate: value, source: 'bank' }], ...BY });
  const missing = async () =>
    (await getMissingRates(books)).missing.map(({ currency, day: on }) => `${currency} ${on}`);
  const orders = () => pushOrders(books, [anOrder('U', { currency: 'USD' })], { currency: 'USD' });
  const payout = (paidOutOn = '2024-05-10') =>
    pushPayout(books, [{ ...aLine('U', { paidOutOn }), currency: 'USD' }], { currency: 'USD' });
  /** The sale of 3 May booked, unpaid, and one of the base currency in June. */
  const sold = async () => {
    await rate('2024-05-01');
    await reconcileBatches(books, [await orders()], '2024-05-10');
    const source = { file: 'june.xlsx', sheet: 'Income' };
    await reconcileBatches(books, [await pushPayout(books, [aLine('T', { paidOutOn: '2024-06-05' })], { source })]);
  };

  test('of what waits, the first day of each month is told until a rate holds on it', async () => {
    await set({});
    await orders();
    await payout();
    await payout('2024-06-04');
    expect(await missing()).toEqual(['USD 2024-05-03', 'USD 2024-06-04']);
    await rate('2024-05-05');
    expect(await missing()).toEqual(['USD 2024-05-03', 'USD 2024-06-04']);
    await rate('2024-05-01');
    expect(await missing()).toEqual(['USD 2024-06-04']);
  });

  test('money on its way to the bank and in it is asked of the days of its documents, until it is booked', async () => {
    await set({});
    await rate('2024-03-01');
    await paidAbroad(books, { on: '2024-03-29' });
    const wallet = { ...WALLET, key: `wallet/${AMAZON}/USD`, shop: AMAZON, currency: 'USD' };
    const onApril = (line: BankLine, on: string) => ({ ...line, bookedOn: day(on) });
    await credited(books, wallet, onApril(aBankLine('w', 1, -1000, { type: 'WITHDRAWAL' }), '2024-04-02'));
    const dollars = { ...BANK, key: 'bank/USD', currency: 'USD' };
    await credited(books, dollars, onApril(aBankLine('d', 1, 1000), '2024-05-02'));
    const check = () =>
      checkBooksDeposits(books, {
        ...{ from: day('2024-03-01'), to: day('2024-05-31'), asOf: day('2024-05-31'), transferFees: [] },
      });
    await check();
    expect(await missing()).toEqual(['USD 2024-04-02']);
    await acceptDeposit(books, {
      ...{ from: day('2024-03-01'), to: day('2024-05-31'), author: '王**' },
      dues: [lineKeyOf({ account: wallet.key, identity: 'w' })],
      deposits: [lineKeyOf({ account: dollars.key, identity: 'd' })],
    });
    expect(await missing()).toEqual(['USD 2024-04-02', 'USD 2024-05-02']);
    await rate('2024-04-01');
    await rate('2024-05-01');
    await check();
    expect(await missing()).toEqual([]);
    expect(await bankVouchers(books)).toHaveLength(2);
  });

  test('without a base currency none is wanted', async () => {
    await set({ baseCurrency: null });
    await orders();
    expect(await missing()).toEqual([]);
  });

  test('in consignment the statement’s day is asked and not that of shipment', async () => {
    await set({ shops: { 'shopee-tw/小店': { ...DEFAULT_SHOP, settlement: 'consignment' } } });
    await orders();
    await payout();
    expect(await missing()).toEqual(['USD 2024-05-10']);
  });

  test('where sales are booked at completion its day is asked, and nothing of an order that is on its way', async () => {
    await set({ shops: { 'shopee-tw/小店': { ...DEFAULT_SHOP, revenueOn: 'completed' } } });
    await pushOrders(books, [{ ...anOrder('U', { currency: 'USD', stage: 'shipped' }), completedOn: null }], {
      currency: 'USD',
    });
    expect(await missing()).toEqual([]);
    await pushOrders(books, [{ ...anOrder('U', { currency: 'USD' }), completedOn: day('2024-06-02') }], {
      ...{ currency: 'USD', source: { file: 'later.xlsx', sheet: 'orders' } },
    });
    expect(await missing()).toEqual(['USD 2024-06-02']);
  });

  test('what is booked is asked no more; what waits from a closed month wants a rate of the first open one', async () => {
    await set({});
    await sold();
    expect(await missing()).toEqual([]);
    await changePeriod(books, { month: '2024-05', state: 'closed', ...BY });
    expect(await missing()).toEqual([]);
    await payout();
    expect(await missing()).toEqual(['USD 2024-06-01']);
  });

  test('a month’s end with foreign balances wants one where they are valued, and not otherwise', async () => {
    await set({ revaluation: true });
    await sold();
    expect(await missing()).toEqual(['USD 2024-06-30']);
    expect((await agentFor(books).get(path('/exchange-rates/missing')).expect(200)).body).toEqual({
      missing: [{ currency: 'USD', day: '2024-06-30' }],
    });
    await set({ revaluation: false });
    expect(await missing()).toEqual([]);
    await set({ revaluation: true });
    await rate('2024-06-03');
    expect(await missing()).toEqual([]);
  });

  test('a month is asked by what had moved up to its end: not before there was a balance, and not once it was gone', async () => {
    await set({ revaluation: true });
    const source = { file: 'april.xlsx', sheet: 'Income' };
    await reconcileBatches(books, [await pushPayout(books, [aLine('S', { paidOutOn: '2024-04-05' })], { source })]);
    await sold();
    expect(await missing()).toEqual(['USD 2024-06-30']);
    await undo(books, { kind: 'run', runId: 'RUN-000002' }, { asOf: day('2024-07-05') });
    expect(await missing()).toEqual(['USD 2024-06-30']);
  });
});
