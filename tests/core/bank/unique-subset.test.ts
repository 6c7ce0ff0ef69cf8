// Subset sums: every solution is found, and an answer is given only when it is the only one.
import fc from '../../fast-check.ts';
import { type Candidate, SUBSET_BOUNDS, uniqueSubset } from '../../../core/bank/unique-subset.ts';
import { amountOfUnits, sum } from '../../../core/money.ts';
import { twd } from '../../server/fixtures.ts';
import { seeded } from './fixtures.ts';

const named = (dollars: Record<string, number>): Candidate<string>[] =>
  Object.entries(dollars).map(([key, amount]) => ({ key, amount: twd(amount) }));

test.each<[string, number, Record<string, number>, string[], string | null]>([
  ['one amount alone', 500, { a: 500, b: 300 }, ['a'], 'a'],
  ['two that add up', 800, { a: 500, b: 300, c: 250 }, ['a b'], 'a b'],
  ['four that add up', 1000, { a: 100, b: 200, c: 300, d: 400, e: 950 }, ['a b c d'], 'a b c d'],
  ['five would be needed', 1500, { a: 100, b: 200, c: 300, d: 400, e: 500 }, [], null],
  ['a cent is missing', 800, { a: 500, b: 299.99 }, [], null],
  ['two equal amounts: nobody can tell which', 500, { a: 500, b: 500 }, ['a', 'b'], null],
  ['one alone, or two others', 500, { a: 500, b: 200, c: 300 }, ['a', 'b c'], null],
  ['a negative batch is taken off', 450, { a: 500, b: -50 }, ['a b'], 'a b'],
  ['an amount of zero belongs nowhere', 500, { a: 500, z: 0 }, ['a'], 'a'],
  ['nothing to choose from', 500, {}, [], null],
])('%s', (_, target, candidates, solutions, unique) => {
  const found = uniqueSubset(twd(target), named(candidates));
  expect(found.searched).toBe(true);
  expect(found.solutions.map((keys) => keys.join(' '))).toEqual(solutions);
  expect(found.unique?.join(' ') ?? null).toBe(unique);
});

describe('the bounds', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, amount: twd(100 + at) }));

  test('sixteen candidates are not searched, because the answer would not be proved', () => {
    expect(uniqueSubset(twd(200), many(16))).toEqual({ searched: false, solutions: [], more: false, unique: null });
    expect(uniqueSubset(twd(100), many(15)).searched).toBe(true);
  });

  test('candidates larger than the target do not count, unless negative ones could bring them down', () => {
    const large = Array.from({ length: 20 }, (_, at) => ({ key: `l${at}`, amount: twd(5000 + at) }));
    expect(uniqueSubset(twd(101), [...many(5), ...large]).unique).toEqual(['k1']);
    const negative = { key: 'n', amount: twd(-4980) };
    expect(uniqueSubset(twd(101), [...many(5), ...large, negative]).searched).toBe(false);
  });

  test('more solutions than are listed are said to be more', () => {
    const equal = Array.from({ length: 10 }, (_, at) => ({ key: `e${at}`, amount: twd(100) }));
    const found = uniqueSubset(twd(200), equal, { ...SUBSET_BOUNDS, solutionsMax: 7 });
    expect([found.solutions.length, found.more, found.unique]).toEqual([7, true, null]);
    const all = uniqueSubset(twd(200), equal, { ...SUBSET_BOUNDS, solutionsMax: 45 });
    expect([all.solutions.length, all.more]).toEqual([45, false]);
  });

  test('a list of one shows one and still knows that there are two', () => {
    const found = uniqueSubset(twd(5), named({ a: 5, b: 5 }), { ...SUBSET_BOUNDS, solutionsMax: 1 });
    expect(found).toEqual({ searched: true, solutions: [['a']], more: true, unique: null });
  });
});

/** Every subset of up to four, by counting in binary: slow, and plainly right. */
function bruteForce(target: number, candidates: readonly Candidate<string>[]): string[] {
  const found: string[] = [];
  for (let mask = 1; mask < 1 << candidates.length; mask++) {
    const chosen = candidates.filter((_, at) => mask & (1 << at));
    const total = sum(chosen.map(({ amount }) => amount));
    if (chosen.length <= 4 && total === target && chosen.every(({ amount }) => amount !== 0)) {
      found.push(chosen.map(({ key }) => key).join(' '));
    }
  }
  return found.sort();
}

// Few distinct values, so that several solutions are common.
const someAmounts = fc.array(fc.integer({ min: -6, max: 12 }), { maxLength: 9 });
const asCandidates = (units: readonly number[]) =>
  units.map((value, at) => ({ key: `k${at}`, amount: amountOfUnits(value) }));

test('uniqueness is what brute force proves', () => {
  fc.assert(
    fc.property(someAmounts, fc.integer({ min: 1, max: 30 }), (units, target) => {
      const candidates = asCandidates(units);
      const expected = bruteForce(target, candidates);
      const found = uniqueSubset(amountOfUnits(target), candidates, { ...SUBSET_BOUNDS, solutionsMax: 1_000 });
      expect(found.solutions.map((keys) => keys.join(' ')).sort()).toEqual(expected);
      expect(found.unique?.join(' ') ?? null).toBe(expected.length === 1 ? expected[0] : null);
    }),
  );
});

test('the order of the candidates never matters', () => {
  fc.assert(
    fc.property(
      someAmounts.chain((units) =>
        fc.tuple(fc.constant(units), fc.shuffledSubarray([...units.keys()], { minLength: units.length })),
      ),
      fc.integer({ min: 1, max: 30 }),
      ([units, order], target) => {
        const candidates = asCandidates(units);
        const shuffled = order.flatMap((at) => candidates[at] ?? []);
        expect(uniqueSubset(amountOfUnits(target), shuffled)).toEqual(uniqueSubset(amountOfUnits(target), candidates));
      },
    ),
  );
});

/** Whole sums of up to `parts` of the amounts, each told to `see`. */
function eachSum(amounts: readonly number[], parts: number, see: (total: number) => void, from = 0, total = 0): void {
  for (let at = from; at < amounts.length; at++) {
    const next = total + (amounts[at] ?? 0);
    see(next);
    if (parts > 1) eachSum(amounts, parts - 1, see, at + 1, next);
  }
}

const TRIALS = 60;

/** Of 60 true sums of two or three amounts, how many have a second subset within the tolerance? */
function falseSeconds(candidates: number, parts: number, tolerance: number): number {
  const random = seeded(20_240_301);
  let ambiguous = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const amounts = Array.from({ length: candidates }, () => 1_000 + random(59_001));
    const target = amounts.slice(0, 2 + random(2)).reduce((total, amount) => total + amount, 0);
    let hits = 0;
    eachSum(amounts, parts, (total) => (hits += Math.abs(total - target) <= tolerance ? 1 : 0));
    if (hits > 1) ambiguous++;
  }
  return ambiguous;
}

// Why nothing is ever matched within a tolerance here: of sixty deposits so many could be explained wrongly.
test.each([
  ['30 candidates, 4 parts, off by one dollar', 30, 4, 1, 22],
  ['20 candidates, 5 parts, off by fifteen dollars', 20, 5, 15, 40],
  ['20 candidates, 3 parts, exact', 20, 3, 0, 1],
  ['15 candidates, 4 parts, exact: our bounds', 15, 4, 0, 0],
])('a false second solution in 60 targets: %s', (_, candidates, parts, tolerance, measured) => {
  expect(falseSeconds(candidates, parts, tolerance)).toBe(measured);
});
