// A payout that a processor converted, the whole way: found by its number and its rate, booked as two documents, proved, taken
// back. The example: USD 1,000 in the books at 31.5, on the deposit's day worth 31.8, and the bank is credited TWD 31,400.
import { z } from 'zod';
import {
  type DepositCheckRequest,
  depositCheckRequestSchema,
  depositGroupsSchema,
  depositReportSchema,
} from '../../core/bank/deposit-api.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import {
  acceptDeposit,
  declineDeposit,
  getDepositGroups,
  reverseDeposit,
} from '../../server/commands/decide-deposits.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { aBankLine, BANK, lineOf, march, WALLET } from '../core/bank/fixtures.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import {
  AMAZON,
  arrival,
  bankVouchers,
  conversion,
  credited,
  dueKey,
  keepBooks,
  paidAbroad,
  rate,
  spreadAs,
  standing,
} from './convert-books.ts';
import { agentFor, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import fc from '../fast-check.ts';
import { depositsBlock, depositsJson } from '../../server/cli/present-deposits.ts';
import { runMonthEnd } from '../../server/commands/post-month-end.ts';
import { must, twd } from './fixtures.ts';

const MARCH: DepositCheckRequest = { from: march(1), to: march(31), asOf: march(31), transferFees: [] };
const BY = { author: '王**', note: '' };

const OUT = ['JV202403-0002', '2024-03-04', 'USD', 'conversion 1000 = 31800', 'wallet -1000 = -31500'] as const;
const IN = ['JV202403-0003', '2024-03-04', 'TWD', 'bank 31400'] as const;

onEachDatabase((newBooks) => {
  test('USD 1,000 at 31.5 becomes TWD 31,400 on a day of 31.8: 300 gained since it was booked, 400 lost by the conversion', async () => {
    const books = newBooks();
    await conversion(books);
    const report = await checkBooksDeposits(books, MARCH);
    expect(report.groups).toMatchObject([
      {
        pass: 'REFERENCE',
        currency: 'USD',
        due: twd(1000),
        arrivedIn: 'TWD',
        received: twd(31_400),
        fee: 0,
        unexplained: 0,
      },
    ]);
    expect(report.groups[0]?.bookRate).toBe('31.800000');
    expect(report.batches.map(({ state }) => state)).toEqual(['FOOTS']);
    expect(await bankVouchers(books)).toEqual([
      [...OUT, 'exchangeGain 0 = -300'],
      [...IN, 'exchangeLoss 400', 'conversion -31800'],
    ]);
    expect(report.documents).toMatchObject([
      {
        number: 'WD202403-0001',
        currency: 'USD',
        left: twd(1000),
        exchanged: { currency: 'TWD', amount: twd(31_400) },
      },
      {
        ...{
          number: 'DP202403-0001',
          currency: 'TWD',
          left: twd(31_400),
          exchanged: { currency: 'USD', amount: twd(1000) },
        },
        spread: { currency: 'TWD', amount: twd(-400), bookedAs: 'exchange' },
      },
    ]);
    expect(await standing(books, 'conversion')).toEqual(['TWD -31800', 'USD 1000', 'base 0']);
    expect(await standing(books, 'wallet')).toEqual(['base 0']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('checked again, and by the next run, it is what it was', async () => {
    const books = newBooks();
    await conversion(books);
    const first = await checkBooksDeposits(books, MARCH);
    const again = await checkBooksDeposits(books, MARCH);
    expect(again.documents).toEqual(first.documents);
    expect(again.groups).toMatchObject([{ pass: 'CONFIRMED', arrivedIn: 'TWD', received: twd(31_400) }]);
    expect(await bankVouchers(books)).toHaveLength(2);
    expect((await getDepositGroups(books)).groups).toHaveLength(1);
  });

  test('a shop may have the spread as a fee; one in its favour is a gain all the same', async () => {
    const books = newBooks();
    await conversion(books, spreadAs('fee'));
    await paidAbroad(books, { statement: 'SET-20240302' });
    await credited(books, BANK, aBankLine('e', 4, 32_000, { description: 'SET-20240302' }));
    const { documents } = await checkBooksDeposits(books, MARCH);
    expect((await bankVouchers(books)).filter(([, , currency]) => currency === 'TWD')).toEqual([
      ['JV202403-0004', '2024-03-04', 'TWD', 'bank 31400', 'transferFees 400', 'conversion -31800'],
      ['JV202403-0006', '2024-03-04', 'TWD', 'bank 32000', 'conversion -31800', 'exchangeGain -200'],
    ]);
    expect(documents.flatMap(({ spread }) => spread ?? [])).toEqual([
      { currency: 'TWD', amount: twd(-400), bookedAs: 'fee' },
      { currency: 'TWD', amount: twd(200), bookedAs: 'exchange' },
    ]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('what is set and entered later leaves what is posted, and proved', async () => {
    const books = newBooks();
    await conversion(books);
    await checkBooksDeposits(books, MARCH);
    await saveSetting(books, 'company', {
      content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD', ...spreadAs('fee') },
      ...BY,
      basedOn: 1,
    });
    await rate(books, '2024-03-04', '33');
    await checkBooksDeposits(books, MARCH);
    expect((await bankVouchers(books))[1]).toEqual([...IN, 'exchangeLoss 400', 'conversion -31800']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('what is due in base currency may arrive in a foreign one', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-04', '31.8');
    await paidAbroad(books, { currency: 'TWD', dollars: 31_500 });
    await credited(books, { ...BANK, key: 'bank/外幣', currency: 'USD' }, arrival(1000));
    await checkBooksDeposits(books, MARCH);
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'TWD', 'conversion 31500', 'wallet -31500'],
      ['JV202403-0003', '2024-03-04', 'USD', 'bank 1000 = 31800', 'conversion -1000 = -31500', 'exchangeGain 0 = -300'],
    ]);
    expect(await standing(books, 'conversion')).toEqual(['TWD 31500', 'USD -1000', 'base 0']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a company that keeps each currency by itself decides by hand, and has no spread', async () => {
    const books = newBooks();
    await keepBooks(books, { baseCurrency: null });
    await paidAbroad(books);
    await credited(books, BANK, arrival());
    const { groups, proposals } = await checkBooksDeposits(books, MARCH);
    expect([groups, proposals.map(({ reason }) => reason)]).toEqual([[], ['RATE_UNKNOWN']]);
    await accept(books);
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'USD', 'conversion 1000', 'wallet -1000'],
      ['JV202403-0003', '2024-03-04', 'TWD', 'bank 31400', 'conversion -31400'],
    ]);
    const { documents } = await checkBooksDeposits(books, MARCH);
    expect(documents.map(({ spread }) => spread)).toEqual([undefined, undefined]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('without a rate it is asked about; accepted it waits for the rate with both documents', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-02-28', '31.5');
    await paidAbroad(books, { on: '2024-02-28' });
    await credited(books, BANK, arrival());
    const { proposals } = await checkBooksDeposits(books, MARCH);
    expect(proposals.map(({ reason, about }) => [reason, about])).toEqual([['RATE_UNKNOWN', lineOf('d')]]);
    await accept(books, { from: march(1), to: march(31) });
    expect(await bankVouchers(books)).toEqual([]);
    const waiting = await checkBooksDeposits(books, MARCH);
    expect(waiting.unbooked).toEqual([{ shop: AMAZON, currency: 'USD', day: march(4) }]);
    await rate(books, '2024-03-04', '31.8');
    expect((await checkBooksDeposits(books, MARCH)).unbooked).toEqual([]);
    expect(await standing(books, 'conversion')).toEqual(['TWD -31800', 'USD 1000', 'base 0']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('far from the books’ rate it is asked about with its number, and booked when a person says so', async () => {
    const books = newBooks();
    await conversion(books);
    await credited(books, BANK, aBankLine('x', 5, 9, {}));
    await declineDeposit(books, { due: dueKey(), deposit: lineOf('d'), author: '王**' });
    await credited(books, BANK, aBankLine('f', 5, 30_000, { description: 'SET-20240301' }));
    const { groups, proposals } = await checkBooksDeposits(books, MARCH);
    expect([groups, proposals.map(({ reason, about }) => [reason, about])]).toEqual([[], [['RATE_FAR', lineOf('f')]]]);
    await accept(books, { deposits: [lineOf('f')] });
    expect(await standing(books, 'exchangeLoss')).toEqual(['TWD 1800', 'base 1800']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a declined pair never returns, neither accepted nor as a question', async () => {
    const books = newBooks();
    await conversion(books);
    await declineDeposit(books, { due: dueKey(), deposit: lineOf('d'), author: '王**' });
    const { groups, proposals } = await checkBooksDeposits(books, MARCH);
    expect([groups, proposals]).toEqual([[], []]);
  });

  test('taken back, both documents go, in a closed month to the first open day, and a second time is refused', async () => {
    const books = newBooks();
    await conversion(books);
    const before = await balancesOf(books);
    await checkBooksDeposits(books, MARCH);
    await changePeriod(books, { month: '2024-03', state: 'closed', ...BY });
    await reverseDeposit(books, 1, { author: '王**', on: march(20) });
    expect((await bankVouchers(books)).slice(2)).toEqual([
      [
        'JV202404-0001',
        '2024-04-01',
        'USD',
        'conversion -1000 = -31800',
        'wallet 1000 = 31500',
        'exchangeGain 0 = 300',
      ],
      ['JV202404-0002', '2024-04-01', 'TWD', 'bank -31400', 'exchangeLoss -400', 'conversion 31800'],
    ]);
    expect(await balancesOf(books)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
    await expect(reverseDeposit(books, 1, { author: '王**' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('it goes back with its run and with its payout’s receipt, and comes again', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-01', '31.5');
    await credited(books, BANK, arrival());
    const run = await paidAbroad(books);
    const after = await balancesOf(books);
    expect(run.deposits?.documents.map(({ number }) => number)).toEqual(['WD202403-0001', 'DP202403-0001']);
    const what = { kind: 'receipt', number: must(run.receipts[0]).number } as const;
    expect((await undo(books, what)).reversed.bank).toEqual(['WD202403-0001', 'DP202403-0001']);
    expect((await balancesOf(books)).accounts).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
    const again = await paidAbroad(books);
    expect(await balancesOf(books)).toEqual(after);
    await undo(books, { kind: 'run', runId: must(again.runId) });
    expect((await balancesOf(books)).accounts).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('what a wallet’s own statement put on its way is converted from there, and its gain is told once', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-01', '31.5');
    await rate(books, '2024-03-04', '31.8');
    await paidAbroad(books);
    const wallet = { ...WALLET, key: `wallet/${AMAZON}/USD`, shop: AMAZON, currency: 'USD' };
    const withdrawn = aBankLine('w', 4, -1000, { type: 'WITHDRAWAL', reference: 'WDR-20240304' });
    await credited(books, wallet, aBankLine('c', 1, 1000), withdrawn);
    await credited(books, BANK, arrival(31_400, 'WDR-20240304'));
    await checkBooksDeposits(books, MARCH);
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'USD', 'transit 1000 = 31500', 'wallet -1000 = -31500'],
      [
        ...['JV202403-0003', '2024-03-04', 'USD', 'conversion 1000 = 31800', 'transit -1000 = -31500'],
        'exchangeGain 0 = -300',
      ],
      ['JV202403-0004', '2024-03-04', 'TWD', 'bank 31400', 'exchangeLoss 400', 'conversion -31800'],
    ]);
    expect(await standing(books, 'transit')).toEqual(['base 0']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a month’s end does not value what was converted', async () => {
    const books = newBooks();
    await conversion(books, { revaluation: true });
    await checkBooksDeposits(books, MARCH);
    await rate(books, '2024-03-31', '33');
    const { vouchers } = await runMonthEnd(books, { month: '2024-03', author: '王**' });
    // Only what is on hold for the platform's adjustment is valued: 1,000 at 33 and not at 31.5, and back on the next day.
    const valued = vouchers.map(({ lines }) =>
      lines.map(({ role, baseDebit, baseCredit }) => [role, baseDebit, baseCredit]),
    );
    expect(valued).toEqual([
      [
        ['unrealisedLoss', twd(1500), 0],
        ['valuation', 0, twd(1500)],
      ],
      [
        ['unrealisedLoss', 0, twd(1500)],
        ['valuation', twd(1500), 0],
      ],
    ]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('the run, the command line and the wire tell the same of it', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-01', '31.5');
    await credited(books, BANK, arrival());
    const result = await paidAbroad(books);
    const run = { ...result, deposits: await checkBooksDeposits(books, MARCH) };
    const sentence =
      '應入帳 USD 1,000，2024-03-04 由 USD 1,000 兌換成 TWD 31,400 入帳，隱含匯率 31.400000；比帳上匯率少 TWD 100，記兌換損失。';
    expect(depositsBlock(run, 'zh-TW').join('\n')).toContain(sentence);
    const spread = { currency: 'TWD', amount: '-100', bookedAs: 'exchange' };
    expect(depositsJson(run, 'zh-TW')).toMatchObject({
      batches: [
        {
          ...{ state: 'FOOTS', currency: 'USD', due: '1000', arrived: '1000', difference: '0', reason: sentence },
          converted: { due: '1000', currency: 'TWD', received: '31400', rate: '31.400000', spread },
          document: 'WD202403-0001 + DP202403-0001',
        },
      ],
      documents: [
        { number: 'WD202403-0001', currency: 'USD', exchanged: { currency: 'TWD', amount: '31400' } },
        { number: 'DP202403-0001', currency: 'TWD', exchanged: { currency: 'USD', amount: '1000' }, spread },
      ],
    });
    const wire = z.encode(depositCheckRequestSchema, MARCH) as object;
    const agent = agentFor(books);
    const { body } = await agent.post(path('/deposit-checks')).send(wire).expect(200);
    const told = depositReportSchema.parse(body);
    expect(told.documents).toEqual(result.deposits?.documents);
    expect(told.groups).toMatchObject([{ arrivedIn: 'TWD', received: twd(31_400) }]);
    const groups = depositGroupsSchema.parse((await agent.get(path('/deposit-groups'))).body);
    expect(groups.groups).toMatchObject([{ group: { currency: 'USD', arrivedIn: 'TWD', received: twd(31_400) } }]);
  });

  test('whichever way it is found, booked and taken back: base balances, and nothing stays on its way', async () => {
    const anyPayout = fc.record({
      dollars: fc.integer({ min: 1, max: 3000 }),
      currency: fc.constantFrom('USD', 'EUR'),
      per: fc.integer({ min: 27_000, max: 36_000 }),
      isNamed: fc.boolean(),
      then: fc.constantFrom('leave', 'take back', 'put together'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyPayout, { minLength: 1, maxLength: 3 }), fc.boolean(), async (payouts, isFee) => {
        const books = newBooks();
        await keepBooks(books, isFee ? spreadAs('fee') : {});
        await rate(books, '2024-03-01', '31.5');
        await rate(books, '2024-03-04', '31.77');
        await rate(books, '2024-03-01', '34.123456', 'EUR');
        for (const [at, { dollars, currency, per, isNamed }] of payouts.entries()) {
          const statement = `SET-2024030${at}`;
          await paidAbroad(books, { dollars, currency, statement });
          const description = isNamed ? statement : '';
          const came = Math.max(1, Math.round((dollars * per) / 1000));
          await credited(books, BANK, aBankLine(`d${at}`, 4, came, { description }));
        }
        await checkBooksDeposits(books, MARCH);
        for (const [at, { currency, then }] of payouts.entries()) {
          const pair = { dues: [dueKey(`SET-2024030${at}`, currency)], deposits: [lineOf(`d${at}`)] };
          const held = (await getDepositGroups(books)).groups.find(({ group }) => group.dues[0] === pair.dues[0]);
          if (then === 'take back' && held) await reverseDeposit(books, held.id, { author: '王**' });
          if (then === 'put together' && !held) await accept(books, pair);
        }
        expect((await standing(books, 'conversion')).at(-1)).toBe('base 0');
        expect(await faultsOf(books)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

/** Says that the settlement and the deposit belong together. */
function accept(books: Books, facts: Partial<Parameters<typeof acceptDeposit>[1]> = {}) {
  const both = { dues: [dueKey()], deposits: [lineOf('d')], author: '王**' };
  return acceptDeposit(books, { from: march(1), to: march(31), ...both, ...facts });
}
