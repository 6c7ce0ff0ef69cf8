// A wallet rolled forward: opening + lines = closing, and every printed balance reached, in whatever order lines come.
import fc from '../../fast-check.ts';
import type { BankLine } from '../../../core/bank/bank-line.ts';
import { chainBalances, startOfChain } from '../../../core/bank/chain-balances.ts';
import { rollWallet } from '../../../core/bank/wallet-balance.ts';
import { add, type Amount, sum, textOfAmount, ZERO } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { must, twd } from '../../server/fixtures.ts';
import { aBankLine, BANK, march } from './fixtures.ts';

/** Lines as `[day, amount, balance]`, rows numbered as they stand. */
const statement = (...rows: [on: number, dollars: number, balance?: number][]): BankLine[] =>
  rows.map(([on, dollars, balance], at) =>
    aBankLine(`l${at}`, on, dollars, { row: at + 2, ...(balance === undefined ? {} : { balance }) }),
  );

test.each<
  [string, BankLine[], number | null, [opening: string, closing: string, holds: boolean | null, breaks: string[]]]
>([
  ['oldest first', statement([1, 500, 600], [1, -200, 400], [2, 50, 450]), null, ['100', '450', true, []]],
  ['newest first', statement([2, 50, 450], [1, -200, 400], [1, 500, 600]), null, ['100', '450', true, []]],
  ['from a known opening', statement([1, 500, 600]), 100, ['100', '600', true, []]],
  [
    'from an opening that is not the statement’s',
    statement([1, 500, 600]),
    90,
    ['90', '590', false, ['l0 expected 590 printed 600']],
  ],
  [
    'a line is missing',
    statement([1, 500, 600], [2, 50, 640], [3, 10, 650]),
    null,
    ['100', '660', false, ['l1 expected 650 printed 640']],
  ],
  ['no balances: nothing is proved', statement([1, 500], [2, 50]), null, ['0', '550', null, []]],
  ['one balance missing is no break', statement([1, 500, 600], [2, 50], [3, 10, 660]), null, ['100', '660', true, []]],
  [
    'a day that ends where it began',
    statement([1, 50, 150], [1, -50, 100], [2, 5, 105]),
    null,
    ['100', '105', true, []],
  ],
  [
    'a day that ends where it began, newest first',
    statement([2, 5, 105], [1, -50, 100], [1, 50, 150]),
    null,
    ['100', '105', true, []],
  ],
  ['equal lines', statement([1, 50, 150], [1, 50, 200], [1, 50, 250]), null, ['100', '250', true, []]],
  ['nothing at all', [], null, ['0', '0', null, []]],
])('%s', (_, lines, opening, [first, last, holds, breaks]) => {
  const roll = rollWallet(BANK, lines, opening === null ? null : twd(opening));
  expect([textOfAmount(roll.opening), textOfAmount(roll.closing), roll.holds]).toEqual([first, last, holds]);
  expect(
    roll.breaks.map(
      ({ identity, expected, printed }) =>
        `${identity} expected ${textOfAmount(expected)} printed ${textOfAmount(printed)}`,
    ),
  ).toEqual(breaks);
});

test('a missing line is named once, with its money, and the lines after it count again', () => {
  const roll = rollWallet(BANK, statement([1, 500, 600], [2, 50, 640], [3, 10, 650], [4, 5, 655]));
  expect(roll.breaks).toEqual([
    {
      identity: 'l1',
      bookedOn: march(2),
      sourceRow: 3,
      expected: twd(650),
      printed: twd(640),
      difference: twd(-10),
    },
  ]);
  expect([roll.closing, roll.statementClosing]).toEqual([twd(665), twd(655)]);
});

test('what moved the wallet is told by its kind, and the kinds lead from opening to closing', () => {
  const kinds: [ComponentType, number, number][] = [
    ['PRINCIPAL', 1050, 1150],
    ['WITHDRAWAL', -900, 250],
    ['RESERVE_HELD', -50, 200],
    ['PRINCIPAL', 10, 210],
  ];
  const lines = kinds.map(([type, dollars, balance], at) => aBankLine(`l${at}`, at + 1, dollars, { type, balance }));
  const { movements, opening, closing, statementClosing } = rollWallet(BANK, lines);
  expect(Object.fromEntries(movements)).toEqual({
    PRINCIPAL: twd(1060),
    WITHDRAWAL: twd(-900),
    RESERVE_HELD: twd(-50),
  });
  expect(add(opening, sum(movements.values()))).toBe(closing);
  expect(statementClosing).toBe(closing);
});

test('a line of another account or currency is refused: currencies are never added', () => {
  expect(() => rollWallet(BANK, [aBankLine('l', 1, 5, { currency: 'USD' })])).toThrow(RangeError);
  expect(() => rollWallet(BANK, [aBankLine('l', 1, 5, { account: 'bank/台新' })])).toThrow(RangeError);
});

describe('the chain of a day', () => {
  test('follows the balances, not the rows', () => {
    const day = statement([1, 5, 20], [1, 10, 10], [1, 5, 15]);
    expect(must(chainBalances(day, ZERO)).map(({ identity }) => identity)).toEqual(['l1', 'l2', 'l0']);
    expect(startOfChain(day)).toBe(ZERO);
  });

  test('goes round a detour before it goes on', () => {
    const day = statement([1, 10, 10], [1, 1, 11], [1, 5, 15], [1, -5, 10]);
    expect(must(chainBalances(day, ZERO)).map(({ balance }) => balance)).toEqual([10, 15, 10, 11].map(twd));
  });

  test.each([
    ['a line is missing', statement([1, 10, 10], [1, 5, 20]), 0],
    ['it starts elsewhere', statement([1, 10, 10]), 5],
    ['a balance is not printed', statement([1, 10]), 0],
  ])('there is none when %s', (_, day, opening) => {
    expect(chainBalances(day, twd(opening))).toBeNull();
  });

  test('without balances nothing says where it starts', () => {
    expect(startOfChain(statement([1, 10]))).toBeNull();
    expect(startOfChain([])).toBeNull();
  });
});

const anyRows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(-30, -10, 10, 20, 30)), {
  minLength: 1,
  maxLength: 14,
});

function trueStatement(rows: readonly (readonly [number, number])[], opening: number): BankLine[] {
  let balance = opening;
  return [...rows]
    .sort(([left], [right]) => left - right)
    .map(([on, dollars], at) => {
      balance += dollars;
      return aBankLine(`l${at}`, on, dollars, { row: at + 2, balance });
    });
}

test('a true statement holds from its opening, and in any order of its lines', () => {
  fc.assert(
    fc.property(anyRows, fc.infiniteStream(fc.nat()), (rows, numbers) => {
      const lines = trueStatement(rows, 100);
      const roll = rollWallet(BANK, lines, twd(100));
      expect([roll.holds, roll.closing]).toEqual([true, must(lines[lines.length - 1]).balance]);
      const shuffled = lines
        .map((line) => ({ line, at: must(numbers.next().value) }))
        .sort((left, right) => left.at - right.at)
        .map(({ line }) => line);
      expect(rollWallet(BANK, shuffled, twd(100))).toEqual(roll);
      expect(rollWallet(BANK, shuffled)).toEqual(rollWallet(BANK, lines));
    }),
  );
});

/** Seen to fail: with a day's lines taken by their rows instead of by their balances. */
test('lines of one account that come in two files, each with rows of its own, are one statement', () => {
  fc.assert(
    fc.property(anyRows, fc.infiniteStream(fc.boolean()), (rows, inSecond) => {
      const lines = trueStatement(rows, 100);
      const next = { first: 2, second: 2 };
      const twoFiles = lines.map((line) => ({
        ...line,
        sourceRow: next[inSecond.next().value ? 'second' : 'first']++,
      }));
      const { holds, closing } = rollWallet(BANK, twoFiles, twd(100));
      expect([holds, closing]).toEqual([true, must(lines[lines.length - 1]).balance]);
    }),
  );
});

/** Each printed balance is the one before it plus the line. */
function isWalk(lines: readonly BankLine[], opening: Amount): boolean {
  const befores = [opening, ...lines.map(({ balance }) => must(balance))];
  return lines.every(({ amount, balance }, at) => add(must(befores[at]), amount) === balance);
}

test('what holds is a walk through every printed balance, and what does not is short by what the breaks name', () => {
  fc.assert(
    fc.property(anyRows, fc.nat(), (rows, which) => {
      const lines = trueStatement(rows, 100);
      const rest = lines.filter((_, at) => at !== which % lines.length);
      const roll = rollWallet(BANK, rest, twd(100));
      expect(roll.holds).toBe(rest.length === 0 ? null : isWalk(roll.lines, twd(100)));
      const named = sum(roll.breaks.map(({ difference }) => difference));
      expect(add(roll.closing, named)).toBe(roll.statementClosing ?? roll.closing);
    }),
  );
});

// With money going both ways, the rest of a day can be a true statement by itself; with money coming in it cannot.
test('a credit taken out of a statement of credits is found missing, with its amount', () => {
  const credits = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 30 })), {
    minLength: 3,
    maxLength: 14,
  });
  fc.assert(
    fc.property(credits, fc.nat(), (rows, which) => {
      const lines = trueStatement(rows, 100);
      const gone = which % (lines.length - 1);
      const { holds, breaks } = rollWallet(
        BANK,
        lines.filter((_, at) => at !== gone),
        twd(100),
      );
      expect(holds).toBe(false);
      expect(breaks.map(({ difference }) => difference)).toEqual([must(lines[gone]).amount]);
    }),
  );
});
