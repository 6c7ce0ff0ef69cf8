// Accounts and lines on the wire: what goes out comes back, and what cannot be is refused.
import { z } from 'zod';
import { bankAccountSchema, bankLineSchema, isWithdrawal } from '../../../core/bank/bank-line.ts';
import { twd } from '../../server/fixtures.ts';
import { aBankLine, BANK, WALLET } from './fixtures.ts';

test.each([
  ['with a balance', aBankLine('id:1', 2, -12.5, { balance: 987.25, reference: 'R-1', description: 'PAY-1001' })],
  ['without one', aBankLine('id:1', 2, 987)],
])('a line %s comes back as it went', (_, line) => {
  const wire = z.encode(bankLineSchema, line);
  expect(JSON.parse(JSON.stringify(wire))).toEqual(wire);
  expect(z.decode(bankLineSchema, wire)).toEqual(line);
});

test('amounts travel as decimal strings', () => {
  expect(z.encode(bankLineSchema, aBankLine('id:1', 2, -12.5, { balance: 987 }))).toMatchObject({
    amount: '-12.5',
    balance: '987',
    bookedOn: '2024-03-02',
  });
});

test.each([
  ['parts that are not the amount', { parts: [{ type: 'UNKNOWN', amount: '1' }] }],
  ['an amount that is a number', { amount: 5 }],
  ['a day that is none', { bookedOn: '2024-02-30' }],
  ['no identity', { identity: '' }],
  ['a currency in small letters', { currency: 'twd' }],
  ['a kind of money that there is not', { parts: [{ type: 'GIFT', amount: '987' }] }],
])('a line with %s is refused', (_, change) => {
  const wire = { ...(z.encode(bankLineSchema, aBankLine('id:1', 2, 987)) as object), ...change };
  expect(bankLineSchema.safeParse(wire).success).toBe(false);
});

test.each([
  [BANK, true],
  [WALLET, true],
  [{ ...BANK, shop: 'shopee-tw/小店' }, false],
  [{ ...WALLET, shop: null }, false],
])('the account %j is one: %s', (account, accepted) => {
  expect(bankAccountSchema.safeParse(account).success).toBe(accepted);
});

test.each([
  ['money that leaves as a withdrawal', -900, 'WITHDRAWAL', true],
  ['a withdrawal that came back', 900, 'WITHDRAWAL', false],
  ['a fee', -15, 'PAYMENT_FEE', false],
] as const)('%s', (_, dollars, type, expected) => {
  expect(isWithdrawal({ amount: twd(dollars), parts: [{ type, amount: twd(dollars) }] })).toBe(expected);
});
