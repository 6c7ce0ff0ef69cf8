// A payout that a processor converted, the whole way: found by its number and its rate, booked as two documents, proved, taken
// back. The example: USD 1,000 in the books at 31.5, on the deposit's day worth 31.8, and the bank is credited TWD 31,400.
import type { DepositCheckRequest } from '../../core/bank/deposit-api.ts';
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
import { aBankLine, BANK, lineOf, march } from '../core/bank/fixtures.ts';
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
import { onEachDatabase } from './databases.ts';
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
});

/** Says that the settlement and the deposit belong together. */
function accept(books: Books, facts: Partial<Parameters<typeof acceptDeposit>[1]> = {}) {
  const both = { dues: [dueKey()], deposits: [lineOf('d')], author: '王**' };
  return acceptDeposit(books, { from: march(1), to: march(31), ...both, ...facts });
}
