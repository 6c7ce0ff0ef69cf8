// What platforms have of ours, from the ledger's sums. Seen red: with transit counted as ours still with the platform, with
// the tax of returns among sales, and with what stood before the period among its movements.
import fc from '../../fast-check.ts';
import { ACCOUNT_ROLES, type AccountRole } from '../../../core/voucher.ts';
import { amountOfUnits, sum } from '../../../core/money.ts';
import { type LedgerSum, ledgerTies, placed, positionsOf } from '../../../core/statements/positions.ts';
import { must } from '../reconcile/memory-books.ts';
import { money } from './ledger.ts';

const at = (role: AccountRole, amount: string, more: Partial<LedgerSum> = {}): LedgerSum => ({
  ...{ platform: 'demo', shop: 'corner', currency: 'TWD', role, isBefore: false, isReturn: false },
  ...{ amount: money(amount), baseAmount: money(amount), ...more },
});
const before = { isBefore: true };
const onReturn = { isReturn: true };

test('opening, movements and closing as an accountant reads them', () => {
  const sums = [
    ...[at('receivable', '1000', before), at('sales', '-1000', before)],
    // Sold 1,050 with tax; 210 returned; fees 63 of which 3 is tax; 700 withdrawn; 80 on hold; 50 claimed.
    ...[at('sales', '-1000'), at('outputVat', '-50'), at('salesReturns', '200', onReturn)],
    ...[at('outputVat', '10', onReturn), at('platformFees', '60'), at('inputVat', '3')],
    ...[at('bank', '690'), at('transferFees', '10'), at('suspense', '-80'), at('claim', '50')],
    ...[at('receivable', '-100'), at('reserve', '7'), at('wallet', '200')],
  ];
  expect(positionsOf(sums)).toEqual([
    {
      ...{ platform: 'demo', shop: 'corner', currency: 'TWD', opening: money('1000') },
      ...{ sales: money('1050'), refunds: money('210'), fees: money('63'), payouts: money('700'), other: money('30') },
      ...{ closing: money('1107'), unpaid: money('900'), reserve: money('7'), wallet: money('200') },
      baseUnpaid: money('900'),
    },
  ]);
});

test('money on its way to the bank has left the platform', () => {
  const [position] = positionsOf([at('wallet', '300', before), at('wallet', '-300'), at('transit', '300')]);
  expect(position).toMatchObject({ opening: money('300'), payouts: money('300'), closing: 0, wallet: 0 });
});

test('money that a processor converts leaves one currency, and in the other nothing is told of it', () => {
  const usd = { currency: 'USD' };
  const sums = [
    ...[at('wallet', '1000', { ...usd, ...before }), at('wallet', '-1000', usd), at('conversion', '1000', usd)],
    ...[at('bank', '31400'), at('exchangeLoss', '400'), at('conversion', '-31800')],
  ];
  expect(positionsOf(sums)).toMatchObject([
    { currency: 'USD', opening: money('1000'), payouts: money('1000'), closing: 0 },
  ]);
});

test('shops and currencies stand apart; those of which nothing is left and nothing moved are not named', () => {
  const other = { shop: 'outlet' };
  const sums = [
    at('receivable', '5'),
    at('receivable', '7', other),
    at('receivable', '9', { ...other, currency: 'USD' }),
  ];
  const named = positionsOf([...sums, at('sales', '0', { shop: 'empty' })]);
  expect(named.map(({ shop, currency, unpaid }) => [shop, currency, unpaid])).toEqual([
    ['corner', 'TWD', money('5')],
    ['outlet', 'TWD', money('7')],
    ['outlet', 'USD', money('9')],
  ]);
});

test('what is unpaid stands although the wallet lacks as much for it, and nothing moved', () => {
  const sums = [at('receivable', '300', before), at('wallet', '-300', before)];
  expect(positionsOf(sums)).toMatchObject([{ opening: 0, closing: 0, unpaid: money('300'), wallet: money('-300') }]);
});

test('any vouchers that balance close on what is at the three places', () => {
  const part = fc.record({
    role: fc.constantFrom(...ACCOUNT_ROLES),
    amount: fc.integer({ min: -9_000_000, max: 9_000_000 }),
    isReturn: fc.boolean(),
  });
  const half = (isBefore: boolean) =>
    fc.array(part, { maxLength: 12 }).map((parts) => {
      const given = parts.map(({ role, amount, isReturn }) =>
        at(role, '0', { isBefore, isReturn, amount: amountOfUnits(amount) }),
      );
      const rest = amountOfUnits(-sum(given.map(({ amount }) => amount)));
      return [...given, at('suspense', '0', { isBefore, amount: rest })];
    });
  fc.assert(
    fc.property(half(true), half(false), (earlier, own) => {
      for (const position of positionsOf([...earlier, ...own])) expect(position.closing).toBe(placed(position));
    }),
  );
});

test('a closing that the ledger does not know, and a ledger that no document explains, are differences', () => {
  const positions = positionsOf([at('receivable', '5'), at('receivable', '-2', { shop: 'ghost' })]);
  expect(ledgerTies([], positions).map(({ shop, ledger, difference }) => [shop, ledger, difference])).toEqual([
    ['corner', money('5'), money('-5')],
    ['ghost', money('-2'), money('2')],
  ]);
  expect(must(ledgerTies([], positions)[0])).toMatchObject({ baseLedger: money('5'), baseDifference: money('-5') });
});
