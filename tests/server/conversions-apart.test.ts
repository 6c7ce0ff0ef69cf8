// Conversions beyond one payout of one shop into the books' own currency: several shops in one deposit, and two currencies of
// which neither is the books'.
import { lineKeyOf } from '../../core/bank/check-deposits.ts';
import type { DepositCheckRequest } from '../../core/bank/deposit-api.ts';
import { depositRows } from '../../core/bank/deposit-rows.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { acceptDeposit, reverseDeposit } from '../../server/commands/decide-deposits.ts';
import { getMissingRates } from '../../server/commands/missing-rates.ts';
import { aBankLine, BANK, lineOf, march } from '../core/bank/fixtures.ts';
import { faultsOf } from './book-balances.ts';
import {
  AMAZON,
  arrival,
  bankVouchers,
  credited,
  dueKey,
  keepBooks,
  paidAbroad,
  rate,
  standing,
} from './convert-books.ts';
import { onEachDatabase } from './databases.ts';
import { twd } from './fixtures.ts';

const MARCH: DepositCheckRequest = { from: march(1), to: march(31), asOf: march(31), transferFees: [] };

const accept = (books: Books, dues: readonly string[], deposit: string) =>
  acceptDeposit(books, { from: march(1), to: march(31), dues: [...dues], deposits: [deposit], author: '王**' });

onEachDatabase((newBooks) => {
  // Seen red: all of it left the wallet of the payout that came first by its key, which then stood below zero.
  test('payouts of two shops in one deposit leave each its own wallet, and go back to it', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-01', '31.5');
    await rate(books, '2024-03-04', '31.8');
    await paidAbroad(books);
    await paidAbroad(books, { shop: '日本站', statement: 'SET-20240309', dollars: 500 });
    const wallets = () => standing(books, 'wallet', 'v.shop_id');
    const before = await wallets();
    await credited(books, BANK, aBankLine('e', 4, 47_100, {}));
    const other = dueKey('SET-20240309', 'USD', '日本站');
    await accept(books, [dueKey(), other], lineOf('e'));
    expect(await bankVouchers(books)).toEqual([
      [
        ...['JV202403-0003', '2024-03-04', 'USD', 'conversion 500 = 15900', 'wallet -500 = -15750'],
        'exchangeGain 0 = -150',
      ],
      ['JV202403-0004', '2024-03-04', 'TWD', 'bank 15700', 'exchangeLoss 200', 'conversion -15900'],
      [
        ...['JV202403-0005', '2024-03-04', 'USD', 'conversion 1000 = 31800', 'wallet -1000 = -31500'],
        'exchangeGain 0 = -300',
      ],
      ['JV202403-0006', '2024-03-04', 'TWD', 'bank 31400', 'exchangeLoss 400', 'conversion -31800'],
    ]);
    expect(await wallets()).toEqual(['base 0']);
    const rows = depositRows(await checkBooksDeposits(books, MARCH));
    expect(rows.flatMap(({ converted }) => converted?.spread?.amount ?? [])).toEqual([twd(-600), twd(-600)]);
    expect(await faultsOf(books)).toEqual([]);
    await reverseDeposit(books, 1, { author: '王**' });
    expect(await wallets()).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
  });

  // Seen red: both currencies said to lack a rate, and none of them among the rates that are wanted.
  test('of two foreign currencies the one without a rate is named, also among the rates that are wanted', async () => {
    const books = newBooks();
    await keepBooks(books);
    await rate(books, '2024-03-01', '31.5');
    await paidAbroad(books);
    const euros = { ...BANK, key: 'bank/EUR', currency: 'EUR' };
    await credited(books, euros, arrival(920));
    expect((await getMissingRates(books)).missing).toEqual([]);
    await accept(books, [dueKey()], lineKeyOf({ account: euros.key, identity: 'd' }));
    expect((await checkBooksDeposits(books, MARCH)).unbooked).toEqual([
      { shop: AMAZON, currency: 'EUR', day: march(4) },
    ]);
    expect((await getMissingRates(books)).missing).toEqual([{ currency: 'EUR', day: march(4) }]);
    await rate(books, '2024-03-04', '34.5', 'EUR');
    await checkBooksDeposits(books, MARCH);
    expect((await getMissingRates(books)).missing).toEqual([]);
    expect(await standing(books, 'conversion')).toEqual(['EUR -920', 'USD 1000', 'base 0']);
    expect(await faultsOf(books)).toEqual([]);
  });
});
