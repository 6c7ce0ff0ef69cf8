// The search for the sum a file keeps: found exactly where it is there, not claimed where it is not.
import fc from '../../fast-check.ts';
import { findBalance } from '../../../core/mapping/find-identity-balance.ts';
import { expectedByChance } from '../../../core/mapping/find-identity-chance.ts';
import { findInScope } from '../../../core/mapping/find-identity-scope.ts';
import type { AmountColumn, Identity } from '../../../core/mapping/find-identity-terms.ts';
import { findIdentity } from '../../../core/mapping/find-identity.ts';

const NO_IDEA = { minus: 1, none: 0, plus: 1 };

const column = (key: string, amounts: readonly (number | null)[], costs = NO_IDEA): AmountColumn => ({
  key,
  amounts: amounts.map((amount) => (amount === null ? null : amount * 10_000)),
  costs,
});

const target = (net: AmountColumn, cost = 0) => ({ key: net.key, amounts: net.amounts, without: [], cost });

/** Identity as text: `net = +goods -fee`. */
const text = ({ net, terms }: Pick<Identity, 'net' | 'terms'>) =>
  `${net} = ${terms.map(({ key, sign }) => `${sign === 1 ? '+' : '-'}${key}`).join(' ')}`;

function found(columns: readonly AmountColumn[], net: AmountColumn): Identity {
  const finding = findIdentity(columns, [target(net)]);
  if (finding.outcome !== 'found') throw new Error(`nothing found but ${finding.outcome}`);
  return finding.identity;
}

/** Figures that no sum of the others makes by chance. */
function figures(seed: number, rows: number, size = 200_000): number[] {
  let state = seed * 7919 + 17;
  return Array.from({ length: rows }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % size) - Math.floor(size / 4);
  });
}

describe('a net that is a signed sum of columns', () => {
  const goods = column('goods', [1290, 800, 2180, 50]);
  const fee = column('fee', [15, 9, 44, 3]);
  const freight = column('freight', [60, 0, 35, 7]);
  const other = column('other', [7, 13, 29, 31]);
  const net = column('net', [1335, 791, 2171, 54]);

  test('is found with its signs, and columns outside it are left out', () => {
    const identity = found([goods, fee, freight, other], net);
    expect(text(identity)).toBe('net = +goods -fee +freight');
    expect(identity).toMatchObject({ rows: 4, holdsOn: 4, failing: [], proven: true, unique: true, weak: false });
  });

  test('may stand among the columns that are searched', () => {
    expect(text(found([goods, net, fee, freight], net))).toBe('net = +goods -fee +freight');
  });

  test('is chosen by its header where every column is the sum of the others', () => {
    const columns = [goods, fee, freight, net];
    const finding = findIdentity(columns, [target(goods, 7), target(fee, 7), target(net, 0), target(freight, 7)]);
    expect(finding).toMatchObject({ outcome: 'found', identity: { net: 'net' } });
  });

  test('is not claimed of a column whose header says that it is a fee or goods', () => {
    expect(findIdentity([goods, fee, freight, net], [target(net, 10)]).outcome).toBe('open');
  });

  test('does not hold where a cell is no amount, and the row is named', () => {
    const rows = 20;
    const all = [column('a', figures(1, rows)), column('b', figures(2, rows))];
    const sum = column(
      'net',
      figures(1, rows).map((value, row) => value + (figures(2, rows)[row] ?? 0)),
    );
    const broken = [
      { ...(all[0] ?? sum), amounts: sum.amounts.map((_, row) => (row === 7 ? null : (all[0]?.amounts[row] ?? 0))) },
    ];
    expect(found([...broken, ...all.slice(1)], sum)).toMatchObject({ rows: 20, holdsOn: 19, failing: [7] });
  });
});

describe('what is said beside the sum', () => {
  test('rows with a net and no component are told apart from rows on which the sum fails', () => {
    const goods = column('goods', [100, 200, 0, 350, 40]);
    const fee = column('fee', [5, 11, 0, 18, 2]);
    const net = column('net', [95, 189, -300, 332, 38]);
    expect(found([goods, fee], net)).toMatchObject({ holdsOn: 4, bare: [2], failing: [] });
  });

  test('a few rows that break the sum are named, and it is said to hold on the others', () => {
    const parts = [1, 2, 3].map((seed) => column(`c${seed}`, figures(seed, 200)));
    const sums =
      parts[0]?.amounts.map((_, row) => parts.reduce((sum, { amounts }) => sum + (amounts[row] ?? 0), 0)) ?? [];
    const net = {
      ...column('net', []),
      amounts: sums.map((sum, row) => (row === 17 || row === 90 ? sum + 10_000 : sum)),
    };
    const identity = found(parts, net);
    expect(text(identity)).toBe('net = +c1 +c2 +c3');
    expect(identity).toMatchObject({ rows: 200, holdsOn: 198, failing: [17, 90], proven: true });
  });

  test('where rows break the sum on every tenth row nothing is claimed', () => {
    const parts = [1, 2, 3].map((seed) => column(`c${seed}`, figures(seed, 100)));
    const sums =
      parts[0]?.amounts.map((_, row) => parts.reduce((sum, { amounts }) => sum + (amounts[row] ?? 0), 0)) ?? [];
    const net = { ...column('net', []), amounts: sums.map((sum, row) => (row % 10 === 3 ? sum + 10_000 * row : sum)) };
    expect(findIdentity(parts, [target(net)]).outcome).not.toBe('found');
  });

  test('a net that equals one column is weak', () => {
    expect(
      found([column('amount', [1203, 1502, 1907]), column('fee', [0, 0, 0])], column('net', [1203, 1502, 1907])),
    ).toMatchObject({
      weak: true,
      proven: false,
    });
  });

  test('with fewer rows than columns it is not proven, and both figures are given', () => {
    const fee = { minus: 0, none: 2, plus: 3 };
    const goods = { minus: 4, none: 2, plus: 0 };
    const columns = [
      column('goods', [100_003, 250_007], goods),
      column('fee', [1531, 3722], fee),
      column('freight', [617, 911], fee),
      column('tax', [77, 153], fee),
    ];
    const net = column('net', [100_003 - 1531 - 617 - 77, 250_007 - 3722 - 911 - 153]);
    expect(found(columns, net)).toMatchObject({ proven: false, independentRows: 2, columns: 4, holdsOn: 2 });
  });

  test('equal columns are one choice: the first is taken, the other is named, and it is not proven', () => {
    const gross = column('gross', [100, 230, 370]);
    const shown = column('shown', [100, 230, 370]);
    const fee = column('fee', [3, 7, 12]);
    const identity = found([gross, shown, fee], column('net', [97, 223, 358]));
    expect(text(identity)).toBe('net = +gross -fee');
    expect(identity.proven).toBe(false);
    expect(identity.alternatives.map((terms) => text({ net: 'net', terms }))).toContain('net = +shown -fee');
  });

  test('two sums that hold alike and differ in more than equal columns are left open', () => {
    const columns = [column('a', [10, 20, 30]), column('b', [4, 8, 12]), column('c', [6, 12, 18])];
    const open = findIdentity(columns, [target(column('net', [10, 20, 30]))]);
    expect(open.outcome).toBe('open');
  });

  test('two pairs of columns with the same total on every row are left open, both named', () => {
    const [a, b, c] = [1, 2, 3].map((seed) => figures(seed, 12));
    const total = (a ?? []).map((value, row) => value + (b?.[row] ?? 0));
    const rest = total.map((value, row) => value - (c?.[row] ?? 0));
    const columns = [column('a', a ?? []), column('b', b ?? []), column('c', c ?? []), column('rest', rest)];
    const finding = findIdentity(columns, [target(column('net', total))]);
    expect(finding).toMatchObject({ outcome: 'open', candidates: [{ holdsOn: 12, proven: false }] });
    const sums =
      finding.outcome === 'open'
        ? finding.candidates.flatMap(({ terms, alternatives }) => [terms, ...alternatives])
        : [];
    expect(sums.map((terms) => text({ net: 'net', terms }))).toEqual(['net = +a +b', 'net = +c +rest']);
  });

  test('no rows, or no money, is nothing found', () => {
    expect(findIdentity([], []).outcome).toBe('none');
    expect(findIdentity([column('a', [0, 0])], [target(column('net', [5, 6]))]).outcome).toBe('none');
  });
});

const sign = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);
const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });

/** Random columns and signs, with at least two terms; as many rows as `rowsOf` says. */
const signedSum = (rowsOf: (width: number) => number) =>
  fc
    .integer({ min: 2, max: 12 })
    .chain((width) =>
      fc.record({
        signs: fc.array(sign, { minLength: width, maxLength: width }),
        table: fc.array(fc.array(amount, { minLength: width, maxLength: width }), {
          minLength: rowsOf(width),
          maxLength: rowsOf(width) + 10,
        }),
      }),
    )
    .filter(({ signs }) => signs.filter((one) => one !== 0).length >= 2);

const columnsOf = (table: readonly (readonly number[])[], width: number) =>
  Array.from({ length: width }, (_, at): AmountColumn => ({
    key: `c${at}`,
    amounts: table.map((row) => row[at] ?? 0),
    costs: NO_IDEA,
  }));

const totals = (table: readonly (readonly number[])[], signs: readonly number[]) =>
  table.map((row) => row.reduce((sum, value, at) => sum + value * (signs[at] ?? 0), 0));

describe('for any columns and signs', () => {
  test('the signs are found exactly, with zero columns and a column outside the sum beside them', () => {
    fc.assert(
      fc.property(
        signedSum((width) => width + 4),
        ({ signs, table }) => {
          const zero: AmountColumn = { key: 'zero', amounts: table.map(() => 0), costs: NO_IDEA };
          const net = { key: 'net', amounts: totals(table, signs), costs: NO_IDEA };
          const identity = found([...columnsOf(table, signs.length), zero], net);
          const expected = signs.flatMap((one, at) => (one === 0 ? [] : [{ key: `c${at}`, sign: one }]));
          expect(identity.terms).toEqual(expected);
          expect(identity).toMatchObject({ holdsOn: table.length, failing: [], proven: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('rows in which the net was changed are exactly the rows that are named', () => {
    fc.assert(
      fc.property(
        signedSum(() => 60),
        fc.integer({ min: 0, max: 59 }),
        ({ signs, table }, wrong) => {
          const amounts = totals(table, signs).map((sum, row) => (row === wrong ? sum + 1 : sum));
          const identity = found(columnsOf(table, signs.length), { key: 'net', amounts, costs: NO_IDEA });
          expect(identity.failing).toEqual([wrong]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('nothing is claimed of a net that has nothing to do with the columns', () => {
    fc.assert(
      fc.property(
        signedSum((width) => width + 1),
        fc.integer({ min: 1, max: 1_000_000 }),
        ({ signs, table }, seed) => {
          const amounts = figures(seed, table.length, 100_000_000);
          expect(
            findIdentity(columnsOf(table, signs.length), [target({ key: 'net', amounts, costs: NO_IDEA })]).outcome,
          ).toBe('none');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('with a single row nothing is proven', () => {
    fc.assert(
      fc.property(
        signedSum(() => 1),
        ({ signs, table }) => {
          const [row] = table;
          const net = { key: 'net', amounts: totals([row ?? []], signs), costs: NO_IDEA };
          const finding = findIdentity(columnsOf([row ?? []], signs.length), [target(net)]);
          expect(finding.outcome === 'found' && finding.identity.proven).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the same figures give the same answer, whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        signedSum((width) => width + 2),
        ({ signs, table }) => {
          const answer = (rows: readonly (readonly number[])[]) =>
            text(found(columnsOf(rows, signs.length), { key: 'net', amounts: totals(rows, signs), costs: NO_IDEA }));
          expect(answer([...table].reverse())).toBe(answer(table));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a running balance', () => {
  const money = column('money', [100, -5, -20, 300]);
  const balances = [1100, 1095, 1075, 1375];

  test('is moved by the amount of its row, oldest first', () => {
    expect(findBalance([money], column('balance', balances))).toMatchObject({
      order: 'oldest-first',
      identity: { terms: [{ key: 'money', sign: 1 }], holdsOn: 3, rows: 3 },
    });
  });

  test('is moved by the amount of its row, newest first', () => {
    const upside = column('money', [300, -20, -5, 100]);
    expect(findBalance([upside], column('balance', [...balances].reverse()))).toMatchObject({ order: 'newest-first' });
  });

  test('is moved by money in and money out in two columns', () => {
    const into = column('in', [100, 0, 0, 300]);
    const out = column('out', [0, 5, 20, 0]);
    const found = findBalance([into, out], column('balance', balances));
    expect(found?.identity.terms).toEqual([
      { key: 'in', sign: 1 },
      { key: 'out', sign: -1 },
    ]);
  });

  test.each([
    ['amounts that do not move it', [7, 8, 9, 10], balances],
    ['fewer than three rows', [100, -5], [1100, 1095]],
  ])('is none with %s', (_, amounts, balance) => {
    expect(findBalance([column('money', amounts)], column('balance', balance))).toBeNull();
  });
});

describe('rows of two kinds', () => {
  const words = { key: 'View By', words: ['Order', 'Sku', 'Order', 'Sku', 'Order', 'Sku'] };
  const goods = column('goods', [120, 80, 60, 60, 45, 45]);
  const fee = column('fee', [-10, 0, -5, 0, -4, 0]);
  const net = column('net', [110, 71, 55, 52, 41, 39]);

  test('keep their sum on the rows of one word, which is named', () => {
    expect(findInScope([goods, fee], [target(net)], [words])).toMatchObject({
      scope: { key: 'View By', word: 'Order' },
      identity: { rows: 3, holdsOn: 3 },
    });
  });

  test('are not looked for under a net whose header does not say so', () => {
    expect(findInScope([goods, fee], [target(net, 3)], [words])).toBeNull();
  });
});

describe('how many sums hold by chance', () => {
  const columns = (width: number, rows: number) =>
    Array.from({ length: width }, (_, at) => column(`c${at}`, figures(at + 1, rows, 2_000)));

  test('few on many rows, many on one', () => {
    expect(expectedByChance(columns(10, 6), 10, 6)).toBeLessThan(1e-6);
    expect(expectedByChance(columns(10, 1), 10, 1)).toBeGreaterThan(1);
  });

  test('fewer where only likely signs are asked for', () => {
    expect(expectedByChance(columns(10, 1), 1, 1)).toBeLessThan(expectedByChance(columns(10, 1), 5, 1));
  });
});

test('forty columns and three thousand rows are searched whole', () => {
  const table = columnsOf(
    Array.from({ length: 3_000 }, (_, row) => figures(row + 1, 40)),
    40,
  );
  const signs = table.map((_, at) => (at % 3) - 1);
  const amounts =
    table[0]?.amounts.map((_, row) =>
      table.reduce((sum, one, at) => sum + (one.amounts[row] ?? 0) * (signs[at] ?? 0), 0),
    ) ?? [];
  const net: AmountColumn = { key: 'net', amounts, costs: NO_IDEA };
  const finding = findIdentity(
    [...table, net],
    [...table, net].map((one) => target(one, one === net ? 0 : 5)),
  );
  expect(finding).toMatchObject({ outcome: 'found', identity: { net: 'net', holdsOn: 3_000, proven: true } });
});
