// Which items a run warns about.
import { alertStock } from '../../../core/reconcile/alert-stock.ts';

describe('an item', () => {
  test.each([
    ['at its safety level is fine', { opening: 10, safety: 5 }, { moved: -3, reserved: 2 }, []],
    ['one piece under it is low', { opening: 10, safety: 5 }, { moved: -3, reserved: 3 }, ['LOW']],
    ['with more promised than there is, is low', { opening: 1, safety: 0 }, { moved: 0, reserved: 2 }, ['LOW']],
    ['never counted is named as such, however much came back', null, { moved: 50, reserved: 0 }, ['NO_OPENING']],
  ])('%s', (_name, level, total, kinds) => {
    const levels = level ? [{ sku: 'TEA', ...level }] : [];
    expect(alertStock(levels, [{ sku: 'TEA', ...total }]).map((alert) => alert.kind)).toEqual(kinds);
  });
});

test('an alert carries its figures, and alerts stand by item number', () => {
  const levels = [{ sku: 'B', opening: 4, safety: 9 }];
  const totals = [
    { sku: 'B', moved: -1, reserved: 2 },
    { sku: 'A', moved: -1, reserved: 0 },
  ];
  expect(alertStock(levels, totals)).toEqual([
    { sku: 'A', onHand: -1, reserved: 0, available: -1, safety: 0, kind: 'NO_OPENING' },
    { sku: 'B', onHand: 3, reserved: 2, available: 1, safety: 9, kind: 'LOW' },
  ]);
});
