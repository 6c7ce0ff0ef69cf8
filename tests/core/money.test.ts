// Amounts are exact: read strictly, added exactly, split without losing a cent.
import fc from '../fast-check.ts';
import {
  add,
  type Amount,
  amountOfNumber,
  amountOfText,
  amountOfUnits,
  decimalsOf,
  fraction,
  numberOfAmount,
  ONE_WHOLE,
  portion,
  rateOfMillionths,
  rateOfText,
  readableAmount,
  round,
  ROUNDING_MODES,
  split,
  spread,
  subtract,
  sum,
  sumUnrounded,
  textOfAmount,
  textOfRate,
  times,
  unrounded,
} from '../../core/money.ts';

const anyAmount = fc.integer({ min: -1e12, max: 1e12 }).map(amountOfUnits);
const units = (value: number) => amountOfUnits(value * 10_000);

test.each([
  ['0', 0],
  ['-0', 0],
  ['1531', 15_310_000],
  ['-43.6', -436_000],
  ['0.0001', 1],
  ['900719925474', 9_007_199_254_740_000],
])('the text %s is %d ten-thousandths', (text, expected) => {
  expect(amountOfText(text)).toBe(expected);
});

test.each([
  '',
  ' 1',
  '1,531',
  '1.',
  '.5',
  '1.23456',
  '1e3',
  '+1',
  '--1',
  '1234567890123',
  '999999999999',
  '2.50%',
  '１',
])('the text "%s" is not an amount on the wire', (text) => {
  expect(amountOfText(text)).toBeNull();
});

test.each([
  [0.1 + 0.2, 3_000],
  [1_234.1, 12_341_000],
  [-2_136.4, -21_364_000],
  [1e-5, null],
  [1.23456, null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  [1e15, null],
])('the number %d reads as %p', (value, expected) => {
  expect(amountOfNumber(value)).toBe(expected);
});

test('text and amount go there and back', () => {
  fc.assert(fc.property(anyAmount, (amount) => expect(amountOfText(textOfAmount(amount))).toBe(amount)));
});

test('an Excel cell and amount go there and back', () => {
  fc.assert(fc.property(anyAmount, (amount) => expect(amountOfNumber(numberOfAmount(amount))).toBe(amount)));
});

test('a sum is exact where doubles are not, and never wraps', () => {
  const dimes = Array.from({ length: 10 }, () => amountOfText('0.1') ?? units(0));
  expect(textOfAmount(sum(dimes))).toBe('1');
  expect(() => add(amountOfUnits(Number.MAX_SAFE_INTEGER), amountOfUnits(1))).toThrow(RangeError);
  expect(Object.is(subtract(units(1), units(1)), 0)).toBe(true);
});

test.each([
  [15_310_000, '1,531'],
  [-436_000, '-43.6'],
  [-15_310_000, '-1,531'],
  [12_345_678_900_000, '1,234,567,890'],
  [9_990_000, '999'],
])('%d reads as %s', (value, expected) => {
  expect(readableAmount(amountOfUnits(value))).toBe(expected);
});

test('the last part takes the remainder: 100 TWD in three is 33, 33 and 34', () => {
  expect(split(units(100), [units(1), units(1), units(1)], 'TWD')).toEqual([units(33), units(33), units(34)]);
});

test('parts without weight stay zero, and no weight at all splits nothing', () => {
  expect(split(units(100), [units(0), units(7), units(0)], 'TWD')).toEqual([units(0), units(100), units(0)]);
  expect(split(units(100), [units(0)], 'TWD')).toEqual([units(0)]);
});

test('any split sums to its total', () => {
  const weights = fc.array(fc.nat(1e9).map(amountOfUnits), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyAmount, weights, fc.constantFrom('TWD', 'USD', 'KWD'), (total, given, currency) => {
      fc.pre(given.some((weight) => weight > 0));
      expect(sum(split(total, given, currency))).toBe(total);
    }),
  );
});

test.each([
  [units(-5), 'half a dollar down is rounded away from zero', -3],
  [units(5), 'half a dollar up is rounded away from zero', 3],
])('half of %p: %s', (total, _why, expected) => {
  expect(portion(total, units(1), units(2), 'TWD')).toBe(units(expected));
});

test('the largest product of two amounts is not rounded on the way', () => {
  const large = amountOfUnits(9_000_000_000_000_000);
  expect(portion(large, large, large, 'TWD')).toBe(large);
});

test.each([
  ['TWD', 0],
  ['USD', 2],
  ['CNY', 2],
  ['KWD', 3],
])('%s is settled with %d decimals', (currency, decimals) => {
  expect(decimalsOf(currency)).toBe(decimals);
});

test('an amount is never a fraction of a ten-thousandth', () => {
  expect(() => amountOfUnits(0.5)).toThrow(RangeError);
  const amount: Amount = amountOfUnits(-0);
  expect(Object.is(amount, 0)).toBe(true);
});

test.each([
  ['0', 0],
  ['1', 1_000_000],
  ['0.0275', 27_500],
  ['0.000001', 1],
])('the rate %s is %d millionths, and is written back', (text, expected) => {
  const rate = rateOfText(text);
  expect(rate).toBe(expected);
  expect(rate === null ? '' : textOfRate(rate)).toBe(text);
});

test.each(['', '-0.1', '.5', '5%', '0.0000001', '1e-3', '1234567'])('"%s" is not a rate', (text) => {
  expect(rateOfText(text)).toBeNull();
});

test('a rate is a whole number of millionths and never negative', () => {
  expect(() => rateOfMillionths(0.5)).toThrow(RangeError);
  expect(() => rateOfMillionths(-1)).toThrow(RangeError);
});

test.each([
  [25_000, 0, [3, 2, 2, 2, 3]],
  [35_000, 0, [4, 4, 3, 3, 4]],
  [24_999, 0, [2, 2, 2, 2, 3]],
  [25_001, 0, [3, 3, 3, 2, 3]],
  [20_000, 0, [2, 2, 2, 2, 2]],
  [-25_000, 0, [-3, -2, -2, -2, -3]],
  [10_050, 2, [1.01, 1, 1, 1, 1.01]],
  [10_049, 4, [1.0049, 1.0049, 1.0049, 1.0049, 1.0049]],
])('%d ten-thousandths with %d decimals, half-up, half-even, half-down, down, up', (value, decimals, expected) => {
  const rounded = ROUNDING_MODES.map((mode) => round(unrounded(amountOfUnits(value)), mode, decimals));
  expect(rounded.map(numberOfAmount)).toEqual(expected);
});

test('amounts have no more than four decimals to round to', () => {
  expect(() => round(unrounded(units(1)), 'halfUp', 5)).toThrow(RangeError);
});

test('a rate and a tax on it lose nothing: 1,234.5678 × 0.028901 × 1.05 rounds once', () => {
  const fee = times(amountOfUnits(12_345_678), rateOfMillionths(28_901));
  const taxed = sumUnrounded([fee, fraction(fee, rateOfMillionths(50_000), ONE_WHOLE)]);
  expect(taxed).toBe((12_345_678n * 28_901n * 1_050_000n) as typeof taxed);
  expect(textOfAmount(round(taxed, 'down', 4))).toBe('37.4642');
});

test('a spread gives the steps that are left to the largest rests, of equal rests to the first', () => {
  const shares = [14_000, 17_000, 14_000, 15_000].map((share) => unrounded(amountOfUnits(share)));
  expect(spread(units(6), shares, 0).map(numberOfAmount)).toEqual([1, 2, 1, 2]);
  expect(spread(units(7), shares, 0).map(numberOfAmount)).toEqual([2, 2, 1, 2]);
  expect(spread(units(0), [], 0)).toEqual([]);
  expect(() => spread(units(9), shares, 0)).toThrow(RangeError);
  expect(() => spread(units(3), shares, 0)).toThrow(RangeError);
});

test('any rounded sum is given back to its shares to the last step', () => {
  const anyShares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 22n }), { minLength: 1, maxLength: 20 });
  const anyMode = fc.constantFrom(...ROUNDING_MODES);
  fc.assert(
    fc.property(anyShares, anyMode, fc.integer({ min: 0, max: 4 }), (shares, mode, decimals) => {
      const exact = shares as ReturnType<typeof unrounded>[];
      const total = round(sumUnrounded(exact), mode, decimals);
      expect(sum(spread(total, exact, decimals))).toBe(total);
    }),
  );
});
