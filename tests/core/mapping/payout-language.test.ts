// The language of payout reports, element by element: rows, keys, types, signs, currencies, columns nobody mapped.
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { splitByCurrency } from '../../../core/mapping/split-by-currency.ts';
import { sum, textOfAmount } from '../../../core/money.ts';
import { explainProblem, explainRefusal } from '../../../core/problem.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type Changes, DAY, HEADER, columnsWith, linesOf, plain, problemsOf, read } from './payout-report.ts';
import { recognise, sheetOf } from './sheets.ts';

describe('rows that are no ordinary data', () => {
  const rows: Cell[][] = [
    ['A1', DAY, 100, 5, 95, ''],
    ['A2', DAY, 50, 0, 50, ''],
  ];

  test('are skipped by a rule, and counted', () => {
    const payout = read({ rows: [{ when: { column: 'Kind', equals: 'note' }, is: 'skip' }] }, [
      ...rows,
      ['x', null, null, null, null, 'Note'],
    ]);
    expect(linesOf(payout)).toHaveLength(2);
    expect(payout.rows).toEqual({ read: 3, accepted: 2, rejected: 0, skipped: 1 });
  });

  test('the first rule that fits decides', () => {
    const payout = read(
      {
        rows: [
          { when: { column: 'Order', equals: 'A1' }, is: 'detail' },
          { when: { all: [] }, is: 'skip' },
        ],
      },
      rows,
    );
    expect(linesOf(payout)).toEqual(['A1: PRINCIPAL 100, COMMISSION -5']);
  });

  test('nothing below the end is data', () => {
    const rules: Changes = { rows: [{ when: { firstCell: true, startsWith: '#' }, is: 'end' }] };
    expect(linesOf(read(rules, [...rows, ['#'], ['A3', DAY, 1, 0, 1, '']]))).toHaveLength(2);
  });

  test('data begin where the mapping says', () => {
    const offset: Changes = { header: { ...plain.header, dataOffset: 2 } };
    expect(linesOf(read(offset, [['(explanation)'], ...rows]))).toHaveLength(2);
  });

  test('set aside rows stay in sight with their amount and are in no sum', () => {
    const payout = read(
      { rows: [{ when: { column: 'Kind', equals: 'pending' }, is: 'excluded', reason: 'not paid yet' }] },
      [...rows, ['A3', DAY, 7, 0, 7, 'pending'], ['A4', DAY, 8, 0, 8, 'Pending']],
    );
    expect(payout.setAside).toEqual([{ reason: 'not paid yet', rows: 2, firstRow: 4, amount: 150_000 }]);
    expect(textOfAmount(payout.net)).toBe('145');
  });

  test.each<[string, Cell[], string, string[]]>([
    ['that is right', ['Total', null, 150, 5, 145, ''], 'foots', []],
    ['with a wrong fee', ['Total', null, 150, 6, 145, ''], 'differs', ['4 CHECK_FAILED']],
    ['with a wrong net', ['Total', null, 150, 5, 144, ''], 'differs', ['4 CHECK_FAILED']],
    ['without the net', ['Total', null, 150, '', '', ''], 'foots', []],
  ])('a total row %s', (_, total, proof, problems) => {
    const payout = read({ rows: [{ when: { column: 'Order', equals: 'total' }, is: 'total' }] }, [...rows, total]);
    expect([payout.proof, problemsOf(payout)]).toEqual([proof, problems]);
  });

  test('sections have their own totals, and together they declare the net of the file', () => {
    const rules: Changes = {
      rows: [{ when: { column: 'Order', startsWith: 'day' }, is: 'total', of: 'section' }],
    };
    const daily: Cell[][] = [
      ['A1', DAY, 100, 5, 95, ''],
      ['day 1', '', 100, 5, 95, ''],
      ['A2', DAY, 50, 0, 50, ''],
      ['day 2', '', 50, 0, 50, ''],
    ];
    expect(read(rules, daily)).toMatchObject({ declared: 1_450_000, proof: 'foots', problems: [] });
    expect(read(rules, [...daily, ['A3', DAY, 1, 0, 1, '']])).toMatchObject({ declared: null, proof: 'undeclared' });
    const [first = [], , ...rest] = daily;
    expect(problemsOf(read(rules, [first, ['day 1', '', 101, 5, 95, ''], ...rest]))).toEqual(['3 CHECK_FAILED']);
  });

  test('a roll-up row is the sum of the rows of its order below it', () => {
    const rules: Changes = {
      rows: [{ when: { column: 'Kind', equals: 'order' }, is: 'groupTotal' }],
      columns: columnsWith({ header: 'Net', as: 'net', blank: 'sum', required: true }),
    };
    const roll = (net: Cell): Cell[][] => [
      ['A1', DAY, '', '', net, 'order'],
      ['A1', DAY, 60, 3, '', ''],
      ['A1', DAY, 40, 2, '', ''],
      ['A2', DAY, 10, 1, 9, ''],
    ];
    expect(linesOf(read(rules, roll(95)))).toHaveLength(3);
    const held = read(rules, roll(95));
    expect(held).toMatchObject({ net: 1_040_000, proof: 'undeclared', problems: [] });
    // A fact of its own: rows outside every roll-up are in no total.
    expect(held.checks).toMatchObject([{ row: 2, declared: 950_000, holds: true }]);
    expect(read(rules, roll(96)).proof).toBe('differs');
    expect(problemsOf(read(rules, roll(96)))).toEqual(['2 CHECK_FAILED']);
  });

  test('a day printed once fills the rows below it, from a total row too', () => {
    const rules: Changes = {
      rows: [{ when: { column: 'Kind', equals: 'summary' }, is: 'total' }],
      columns: columnsWith({ header: 'Day', as: 'paidOutOn', fillDown: true, required: true }),
    };
    const payout = read(rules, [
      ['', '2024-06-16', '', '', 145, 'summary'],
      ['A1', '', 100, 5, 95, ''],
      ['A2', '', 50, 0, 50, ''],
    ]);
    expect(payout.lines.map(({ paidOutOn }) => paidOutOn)).toEqual(['2024-06-16', '2024-06-16']);
    expect(payout).toMatchObject({ declared: 1_450_000, proof: 'foots' });
  });
});

describe('the order number by rules', () => {
  const key: PayoutMapping['key'] = [
    { exclude: { column: 'Kind', startsWith: '餘利寶' }, as: 'WITHDRAWAL' },
    { from: 'Order', when: { column: 'Kind', equals: 'dash' }, remove: ['-'] },
    { from: 'Order', pattern: '^(\\d{4,})$' },
    { from: 'Order', pattern: '^T200P(\\d+)$' },
    { from: 'Kind', pattern: '訂單[编編]?號:\\s*(\\d+)' },
    { from: 'Kind', pattern: '#(.+)', stripStart: ['#', 'P'] },
  ];

  test.each<[Cell, Cell, string]>([
    ['12345', '', '12345'],
    ['T200P12345', '', '12345'],
    ['FP301_1', '退款-訂單號：777', '777'],
    ['', '余利宝-訂單號：777', '-'],
    ['12-34', 'dash', '1234'],
    ['', '##55', '55'],
    ['', '#P5601', '5601'],
    ['', 'nothing', '-'],
  ])('of %j and %j is %s', (order, kind, expected) => {
    const [line] = read({ key }, [[order, DAY, 10, 0, 10, kind]]).lines;
    expect(line?.orderNumber ?? '-').toBe(expected);
  });

  test('a row outside all orders is its net as one component', () => {
    expect(linesOf(read({ key }, [['12345', DAY, 10, 3, 7, '余利寶']]))).toEqual(['-: WITHDRAWAL 7']);
  });

  test('a missing number is a problem only where every row has an order', () => {
    const needed: Changes = { key, linesWithoutOrder: false };
    expect(problemsOf(read(needed, [['', DAY, 10, 0, 10, 'x']]))).toEqual(['2 ORDER_NUMBER_MISSING']);
    expect(problemsOf(read(needed, [['', DAY, 10, 0, 10, '餘利寶']]))).toEqual([]);
  });

  test('a damaged number is not looked past', () => {
    expect(problemsOf(read({ key: [{ from: 'Order' }, { from: 'Kind' }] }, [[1e17, DAY, 10, 0, 10, 'A1']]))).toEqual([
      '2 ID_PRECISION_LOST',
    ]);
  });
});

describe('types and signs', () => {
  const typed: Changes = {
    columns: columnsWith({ header: 'Goods', as: 'component', type: { by: 'kinds' }, sign: 'as-is', required: true }),
    vocabularies: {
      kinds: {
        columns: ['Kind'],
        values: [
          { match: ['Sale*'], type: 'PRINCIPAL', negativeAs: 'REFUND' },
          { match: ['sale of card'], type: 'CHARGEBACK' },
          { match: ['memo'], type: 'ignore' },
          { match: [''], type: 'ADJUSTMENT' },
        ],
      },
    },
  };

  test.each<[string, Cell, string]>([
    ['Sale: goods', 10, 'PRINCIPAL 10'],
    ['SALE', -10, 'REFUND -10'],
    ['Sale of  card', 10, 'CHARGEBACK 10'],
    ['', 10, 'ADJUSTMENT 10'],
  ])('the word %j with %s is %s', (kind, goods, expected) => {
    expect(linesOf(read(typed, [['A1', DAY, goods, 0, goods, kind]]))).toEqual([`A1: ${expected}`]);
  });

  test('the words, not the type, are part of the identity', () => {
    const [line] = read(typed, [['A1', DAY, 10, 0, 10, 'Sale']]).lines;
    expect(line?.identity).toBe('row:2024-05-07||Sale:Goods=10#1');
  });

  test('a word that moves no money sets the row aside', () => {
    const payout = read(typed, [['A1', DAY, 10, 0, 10, 'memo']]);
    expect([payout.lines, payout.setAside, payout.net]).toEqual([
      [],
      [{ reason: 'ignore', rows: 1, firstRow: 2, amount: 100_000 }],
      0,
    ]);
  });

  test('an unknown word stops the file and is listed once with its rows', () => {
    const payout = read(typed, [
      ['A1', DAY, 10, 0, 10, 'Sale'],
      ['A2', DAY, 20, 0, 20, 'gift'],
      ['A3', DAY, 30, 0, 30, 'gift'],
      ['A4', DAY, 0, 0, 0, 'other, without money'],
    ]);
    expect(payout.lines).toEqual([]);
    expect(payout.rows).toMatchObject({ accepted: 0, rejected: 4 });
    expect([payout.acceptedNet, payout.rejectedNet]).toEqual([0, 600_000]);
    expect(payout.stopped?.values).toEqual([
      { words: 'kinds', columns: ['Kind'], values: ['gift'], count: 2, firstRow: 3 },
    ]);
    expect(payout.stopped && explainRefusal(payout.stopped, 'en')).toContain('Kind = gift (2×, #3)');
  });

  test.each<[number, number, number, string]>([
    [100, 5, 95, 'PRINCIPAL 100, COMMISSION -5'],
    [-100, -5, -95, 'REFUND -100, FEE_REVERSAL 5'],
  ])('goods %d and fee %d are net %d: %s', (goods, fee, net, expected) => {
    expect(linesOf(read({}, [['A1', DAY, goods, fee, net, '']]))).toEqual([`A1: ${expected}`]);
  });

  const directed: Changes = {
    columns: columnsWith({
      header: 'Net',
      as: 'net',
      sign: 'direction',
      otherwise: 'ADJUSTMENT',
      required: true,
    }),
    direction: { column: 'Kind', in: ['入账'], out: ['出账'] },
  };

  test.each<[Cell, string, string]>([
    [8, '入帳', 'ADJUSTMENT 8'],
    [8, '出账', 'ADJUSTMENT -8'],
    [-8, '出账', 'ADJUSTMENT -8'],
    [0, '?', ''],
  ])('the amount %s with the word %s flows as %j', (net, kind, expected) => {
    expect(linesOf(read(directed, [['A1', DAY, '', '', net, kind]]))).toEqual([`A1: ${expected}`]);
  });

  test('an unknown direction stops the file', () => {
    const { stopped } = read(directed, [['A1', DAY, '', '', 8, 'sideways']]);
    expect(stopped?.values).toMatchObject([{ words: 'direction', values: ['sideways'] }]);
  });

  test('a net without component is a mismatch unless the mapping names its type', () => {
    expect(problemsOf(read({}, [['A1', DAY, '', '', 8, '']]))).toEqual(['2 NET_MISMATCH']);
  });

  test('without a net column the components are the net', () => {
    const summed: Changes = { net: 'sum', columns: plain.columns.filter(({ as }) => as !== 'net') };
    expect(
      read({ ...summed, header: { searchRows: 30, signature: ['Order', 'Day'] } }, [['A1', DAY, 100, 5, 'x', '']]),
    ).toMatchObject({ net: 950_000, unreadableNets: 0 });
    expect(
      read({ ...summed, header: { searchRows: 30, signature: ['Order', 'Day'] } }, [['A1', DAY, 100, '?', '', '']]),
    ).toMatchObject({ net: 0, unreadableNets: 1, proof: 'incomplete' });
  });
});

describe('currencies', () => {
  const byColumn: Changes = { currency: { column: 'Kind', words: { 人民币: 'CNY' }, otherwise: 'TWD' } };

  test('of a column are never added, and each has its own figures', () => {
    const payout = read(byColumn, [
      ['A1', DAY, 10, 0, 10, 'usd'],
      ['A2', DAY, 20, 0, 20, '人民幣'],
      ['A3', DAY, 30, 0, 31, 'USD'],
      ['A4', DAY, 40, 0, 40, ''],
      ['', ' '],
    ]);
    expect(payout.lines.map(({ currency }) => currency)).toEqual(['USD', 'CNY', 'TWD']);
    expect(payout).toMatchObject({ currency: 'USD', net: 410_000, acceptedNet: 100_000, rejectedNet: 310_000 });
    const parts = splitByCurrency(payout);
    expect(parts.map(({ currency, net, rows, lines }) => [currency, net, rows.read, lines.length])).toEqual([
      ['USD', 410_000, 3, 1],
      ['CNY', 200_000, 1, 1],
      ['TWD', 400_000, 1, 1],
    ]);
    expect(parts.reduce((total, { rows }) => total + rows.read, 0)).toBe(payout.rows.read);
    for (const part of parts) expect(sum(part.lines.map(({ net }) => net))).toBe(part.acceptedNet);
  });

  test('a file of one currency is one part', () => {
    const payout = read({}, [['A1', DAY, 10, 0, 10, '']]);
    expect(splitByCurrency(payout)).toEqual([payout]);
  });

  test('an unknown currency is a problem of its row', () => {
    const payout = read({ currency: { column: 'Kind' } }, [
      ['A1', DAY, 10, 0, 10, 'dollars'],
      ['A2', DAY, 10, 0, 10, ''],
    ]);
    expect(problemsOf(payout)).toEqual(['2 CURRENCY_UNKNOWN', '3 CURRENCY_UNKNOWN']);
    expect(payout.lines).toEqual([]);
  });

  test.each<[string, Cell[][], string | null]>([
    ['All amounts in ([A-Z]{3}),', [['All amounts in EUR, unless specified']], 'EUR'],
    ['All amounts in ([A-Z]{3}),', [['nothing']], null],
  ])('the pattern %j above the header finds %j', (pattern, above, expected) => {
    const payout = read({ currency: { pattern, in: 'preamble' } }, [['A1', DAY, 10, 0, 10, '']], [], above);
    expect(payout.lines[0]?.currency ?? null).toBe(expected);
    expect(payout.stopped?.code ?? null).toBe(expected === null ? 'CURRENCY_NOT_FOUND' : null);
  });

  test('whole cents are read in the units of the currency', () => {
    const cents: Changes = { currency: 'USD', numbers: { decimal: '.', minorUnits: true } };
    expect(linesOf(read(cents, [['A1', DAY, 1050, 50, '1000', '']]))).toEqual(['A1: PRINCIPAL 10.5, COMMISSION -0.5']);
  });
});

describe('columns nobody mapped', () => {
  test('that look like money are shown with what they would do', () => {
    const table = sheetOf([
      [...HEADER, 'New fee', 'Phone', 'Mobile', 'Words', 'Rate'],
      ['A1', DAY, 100, 5, 92, '', '3.00', '0223456', 886912345678, 'a', '2%'],
      ['A2', DAY, 50, 0, 50, '', 0, '0223457', 886912345679, 7, '2%'],
      ['A3', DAY, 50, 0, 50, '', 1, '', '', 'b', '2%'],
    ]);
    const recognised = recognise(table, [plain]);
    if (recognised.kind !== 'payout') throw new Error('not a payout');
    const payout = normalizePayout(table, recognised);
    expect(payout.unmappedAmounts).toEqual([{ header: 'New fee', index: 6, sum: 40_000, mends: 1, breaks: 1 }]);
    expect(problemsOf(payout)).toEqual(['1 UNMAPPED_AMOUNT', '2 NET_MISMATCH']);
    const [warning] = payout.problems;
    expect(warning && explainProblem(warning, 'en')).toBe(
      'The column "New fee" looks like an amount (total 4), but the mapping does not use it. Check whether it belongs to the net. ' +
        'With it, these rows would add up: 1. With it, these rows would no longer add up: 1.',
    );
  });
});

test('the day of the whole file stands above the header', () => {
  const columns = plain.columns.filter(({ as }) => as !== 'paidOutOn');
  const payout = read(
    { columns, paidOutFrom: 'period:.* ~ ([\\d/]+)' },
    [['A1', '', 10, 0, 10, '']],
    [],
    [['period：2024/05/01 ~ 2024/05/15']],
  );
  expect(payout.lines[0]?.paidOutOn).toBe('2024-05-15');
  const none = read({ columns, paidOutFrom: 'period:.* ~ ([\\d/]+)' }, [['A1', '', 10, 0, 10, '']]);
  expect(problemsOf(none)).toEqual(['2 VALUE_MISSING']);
});

test('a statement of a wallet needs no order numbers', () => {
  const columns = plain.columns.filter(({ as }) => as !== 'orderNumber');
  const payout = read(
    { kind: 'wallet', columns, linesWithoutOrder: false, header: { searchRows: 30, signature: ['Net', 'Day'] } },
    [['', DAY, 10, 0, 10, '']],
  );
  expect(payout).toMatchObject({ statement: 'wallet', lines: [{ orderNumber: null }], problems: [] });
});

describe('the statement a row is paid out with', () => {
  const columns = columnsWith({ header: 'Kind', as: 'note' });
  const rows: Cell[][] = [
    ['A1', DAY, 100, 5, 95, 'batch 380, DEMO'],
    ['A2', DAY, 50, 0, 50, ''],
  ];
  const statements = (changes: Changes) => read({ columns, ...changes }, rows).lines.map((line) => line.statement);

  test('is found by rules, and left out where the row names none', () => {
    expect(statements({ statement: [{ from: 'Kind' }] })).toEqual(['batch 380, DEMO', undefined]);
    expect(statements({ statement: [{ from: 'Kind', pattern: 'batch (\\d+)' }] })).toEqual(['380', undefined]);
  });

  test('is no part of the identity: a mapping without such rules reads the same rows as before', () => {
    const before = read({ columns }, rows).lines;
    const after = read({ columns, statement: [{ from: 'Kind' }] }, rows).lines;
    expect(before.map((line) => 'statement' in line)).toEqual([false, false]);
    expect(after.map(({ statement: _, ...line }) => line)).toEqual(before);
  });

  test('can be the number by which the row is referred to as well', () => {
    const both = columnsWith({ header: 'Kind', as: 'reference' });
    const [line] = read({ columns: both, statement: [{ from: 'Kind' }] }, rows).lines;
    expect([line?.reference, line?.statement]).toEqual(['batch 380, DEMO', 'batch 380, DEMO']);
  });

  test('cannot be taken from a column that the mapping does not have', () => {
    const mapping = { ...plain, statement: [{ from: 'Batch' }] };
    expect(mappingSchema.safeParse(mapping).success).toBe(false);
  });
});
