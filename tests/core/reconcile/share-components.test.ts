// A line over several orders: parts by largest remainder, nothing lost either way. Seen red: with every order's parts cut
// off instead of shared out, and with the whole line's components for each order.
import fc from '../../fast-check.ts';
import { type Amount, amountOfUnits, sum } from '../../../core/money.ts';
import { COMPONENT_TYPES } from '../../../core/payout.ts';
import { FLOW_PARTS, flowOf } from '../../../core/reconcile/flow.ts';
import { shareComponents, shareOut } from '../../../core/reconcile/share-components.ts';

const dollars = (count: number) => amountOfUnits(Math.round(count * 10_000));
const whole = (amounts: readonly Amount[]) => amounts.map((amount) => amount / 10_000);

test.each<[string, number, number[], string, number[]]>([
  ['the largest remainder first', 10, [1, 1, 1], 'TWD', [4, 3, 3]],
  ['costs as well as money', -61, [100, 200, 300], 'TWD', [-10, -20, -31]],
  ['to the cent where the currency has cents', -1, [1, 2], 'USD', [-0.33, -0.67]],
  ['finer than the currency only where the total is', -10.5, [1, 1], 'TWD', [-5.25, -5.25]],
  ['nothing to whom nothing was paid', 7, [0, 5], 'TWD', [0, 7]],
])('a sum is shared out: %s', (_what, total, weights, currency, expected) => {
  expect(whole(shareOut(dollars(total), weights, currency))).toEqual(expected);
});

const anyLine = fc.array(
  fc.record({ type: fc.constantFrom(...COMPONENT_TYPES), amount: fc.integer({ min: -500, max: 500 }) }),
  { minLength: 1, maxLength: 6 },
);

test('what the orders have of a component sums to it, and an order has of each kind what its link says', () => {
  fc.assert(
    fc.property(anyLine, fc.array(fc.nat(900), { minLength: 2, maxLength: 4 }), (drawn, paid) => {
      const components = drawn.map(({ type, amount }, at) => ({ type, column: `C${at}`, amount: dollars(amount) }));
      const line = { components, currency: 'TWD' };
      const weights = paid.map((amount) => amount + 1);
      const total = flowOf(line);
      const parts = FLOW_PARTS.map((part) => [part, shareOut(total[part], weights, 'TWD')] as const);
      const shares = paid.map(
        (_, at) => Object.fromEntries(parts.map(([part, amounts]) => [part, amounts[at]])) as typeof total,
      );
      const shared = shareComponents(line, shares);
      expect(shared.map((own) => flowOf({ components: own }))).toEqual(shares);
      for (const { column, amount } of components) {
        const own = shared.flatMap((one) => one.filter((part) => part.column === column));
        expect(sum(own.map((part) => part.amount))).toBe(amount);
      }
    }),
  );
});
