// Payout batches: what is paid out in one sum, by number or by day, and never across shops or currencies.
import fc from '../../fast-check.ts';
import { type BatchLine, fileDifference, payable, payoutBatches, walletKey } from '../../../core/bank/payout-batch.ts';
import { sum, textOfAmount, ZERO } from '../../../core/money.ts';
import { must, twd } from '../../server/fixtures.ts';
import { march, OTHER_SHOP, SHOP } from './fixtures.ts';

const aLine = (on: number, dollars: number, facts: Partial<BatchLine> = {}): BatchLine => {
  const common = { shop: SHOP, currency: 'TWD', statement: '', carried: ZERO, withdrawn: ZERO, lines: 1 };
  return { paidOutOn: march(on), net: twd(dollars), ...common, ...facts };
};

const shown = (lines: readonly BatchLine[]) =>
  payoutBatches(lines).map(({ shop, currency, statement, paidOutOn, lines: count, total }) =>
    [shop.split('/')[0], currency, statement, paidOutOn.slice(5), count, textOfAmount(total)].join(' '),
  );

test.each<[string, BatchLine[], string[]]>([
  ['lines of one day', [aLine(1, 500), aLine(1, 487)], ['shopee-tw TWD  03-01 2 987']],
  ['two days', [aLine(1, 500), aLine(2, 487)], ['shopee-tw TWD  03-01 1 500', 'shopee-tw TWD  03-02 1 487']],
  [
    'one number over two days is one batch of the last day',
    [aLine(1, 500, { statement: 'S-1001' }), aLine(3, 487, { statement: 'S-1001' })],
    ['shopee-tw TWD S-1001 03-03 2 987'],
  ],
  [
    'two numbers on one day',
    [aLine(1, 500, { statement: 'S-1' }), aLine(1, 487, { statement: 'S-2' })],
    ['shopee-tw TWD S-1 03-01 1 500', 'shopee-tw TWD S-2 03-01 1 487'],
  ],
  [
    'two shops and two currencies are never added',
    [aLine(1, 500), aLine(1, 487, { shop: OTHER_SHOP }), aLine(1, 20, { currency: 'USD' })],
    ['momo TWD  03-01 1 487', 'shopee-tw TWD  03-01 1 500', 'shopee-tw USD  03-01 1 20'].sort(),
  ],
  [
    'a number that looks like a day is no day',
    [aLine(1, 5), aLine(2, 7, { statement: '2024-03-01' })],
    ['shopee-tw TWD 2024-03-01 03-02 1 7', 'shopee-tw TWD  03-01 1 5'],
  ],
  ['nothing', [], []],
])('%s', (_, lines, batches) => {
  expect(shown(lines)).toEqual(batches);
});

test('the total that the report declares is what is due, and what the lines miss of it is named', () => {
  const [undeclared] = payoutBatches([aLine(1, 500), aLine(1, 487)]);
  expect([payable(must(undeclared)), fileDifference(must(undeclared))]).toEqual([twd(987), ZERO]);
  const [declared] = payoutBatches([aLine(1, 500), aLine(1, 487)], new Map([[must(undeclared).key, twd(1000)]]));
  expect([payable(must(declared)), fileDifference(must(declared))]).toEqual([twd(1000), twd(13)]);
});

test('what the lines say was brought over is kept apart from nothing and added up', () => {
  const [batch] = payoutBatches([aLine(1, 500), aLine(1, -50, { carried: twd(-50) })]);
  expect(must(batch)).toMatchObject({ total: twd(450), carriedIn: twd(-50), lines: 2 });
});

test('a report that names its withdrawals pays out by them, and what it does not withdraw stays', () => {
  const lines = [aLine(1, 500), aLine(2, 487), aLine(2, -700, { withdrawn: twd(-700) }), aLine(3, 90)];
  const own = new Set([walletKey({ shop: SHOP, currency: 'TWD' })]);
  const batches = payoutBatches(lines, new Map(), own);
  expect(batches.map((batch) => textOfAmount(payable(batch)))).toEqual(['0', '700', '0']);
  expect(payoutBatches(lines).map((batch) => textOfAmount(payable(batch)))).toEqual(['500', '700', '90']);
});

const anyLine = fc.record({
  shop: fc.constantFrom(SHOP, OTHER_SHOP),
  currency: fc.constantFrom('TWD', 'USD'),
  paidOutOn: fc.integer({ min: 1, max: 4 }).map(march),
  statement: fc.constantFrom('', 'S-1001', 'S-1002'),
  net: fc.integer({ min: -500, max: 500 }).map(twd),
  carried: fc.constant(ZERO),
  withdrawn: fc.constant(ZERO),
  lines: fc.integer({ min: 1, max: 9 }),
});

test('every line is in one batch, whatever the order of the lines', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
      const batches = payoutBatches(lines);
      expect(sum(batches.map(({ total }) => total))).toBe(sum(lines.map(({ net }) => net)));
      expect(batches.reduce((count, batch) => count + batch.lines, 0)).toBe(
        lines.reduce((count, line) => count + line.lines, 0),
      );
      expect(payoutBatches([...lines].reverse())).toEqual(batches);
    }),
  );
});
