// Nets that stand in two columns, amounts whose sign does not count, balances around the rows, and damaged references.
import type { PayoutColumn } from '../../../core/mapping/mapping.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type Changes, DAY, linesOf, problemsOf } from './payout-report.ts';
import { plain } from './payout-report.ts';
import { recognise, sheetOf } from './sheets.ts';

const HEADER: Cell[] = ['Order', 'Day', 'Gross', 'Fee', 'Debit', 'Credit', 'Kind', 'No.', 'Rate'];
const NET: PayoutColumn[] = [
  { header: 'Debit', as: 'net', sign: 'negate', required: true },
  { header: 'Credit', as: 'net', rest: { by: 'kinds' }, required: true },
];
const batch: Changes = {
  header: { searchRows: 30, signature: ['Order', 'Credit'] },
  columns: [
    { header: 'Order', as: 'orderNumber', required: true },
    { header: 'Day', as: 'paidOutOn', required: true },
    { header: 'Gross', as: 'note' },
    { header: 'Fee', as: 'component', type: 'PAYMENT_FEE', sign: 'negate', positiveAs: 'FEE_REVERSAL', required: true },
    ...NET,
    { header: 'Kind', as: 'note' },
    { header: 'No.', as: 'reference' },
    { header: 'Rate', as: 'note' },
  ],
  vocabularies: {
    kinds: {
      columns: ['Kind'],
      values: [
        { match: ['sale'], type: 'PRINCIPAL' },
        { match: ['back'], type: 'REFUND' },
        { match: ['fee'], type: 'PAYMENT_FEE' },
        { match: ['payout'], type: 'WITHDRAWAL' },
        { match: ['nothing'], type: 'ignore' },
      ],
    },
  },
};

function read(changes: Changes, rows: Cell[][], above: Cell[][] = []) {
  const table = sheetOf([...above, HEADER, ...rows]);
  const recognised = recognise(table, [{ ...plain, ...batch, ...changes }]);
  if (recognised.kind !== 'payout') throw new Error('not a payout');
  return normalizePayout(table, recognised);
}

describe('a net of two columns, credit less debit', () => {
  test.each<[string, Cell[], string]>([
    [
      'a sale is what was paid before the fees',
      ['A1', DAY, '', 3, '', 97, 'sale'],
      'A1: PAYMENT_FEE -3, PRINCIPAL 100',
    ],
    ['a refund with its fee given back', ['A1', DAY, '', -1, 9, '', 'back'], 'A1: FEE_REVERSAL 1, REFUND -10'],
    ['a refund whose fee is not given back', ['A1', DAY, '', 8, 34, '', 'back'], 'A1: PAYMENT_FEE -8, REFUND -26'],
    ['a fee of the batch', ['', DAY, '', '', 4, '', 'fee'], '-: PAYMENT_FEE -4'],
    ['both columns filled', ['A1', DAY, '', '', 4, 10, 'sale'], 'A1: PRINCIPAL 6'],
    ['nothing but a fee', ['A1', DAY, '', 3, 3, '', 'sale'], 'A1: PAYMENT_FEE -3'],
  ])('%s', (_, row, expected) => {
    expect(linesOf(read({}, [row]))).toEqual([expected]);
  });

  test('its rest leads back to the column that holds the net', () => {
    const { lines } = read({}, [['A1', DAY, '', '', 9, '', 'back']]);
    expect(lines[0]?.components).toEqual([{ type: 'REFUND', column: 'Debit', amount: -90_000 }]);
    expect(lines[0]?.identity).toBe(`row:${DAY}||back:Debit=-9#1`);
  });

  test('a row without either is left out, and an unreadable one is not taken for nothing', () => {
    expect(problemsOf(read({}, [['A1', DAY, '', '', '', '', 'sale']]))).toEqual(['2 VALUE_MISSING']);
    const result = read({}, [['A1', DAY, '', '', '?', 10, 'sale']]);
    expect(problemsOf(result)).toEqual(['2 AMOUNT_UNREADABLE']);
    expect(result).toMatchObject({ lines: [], unreadableNets: 1, proof: 'incomplete' });
  });

  test('a kind nobody knows stops the file; one that moves no money is set aside with its net', () => {
    expect(read({}, [['A1', DAY, '', '', '', 10, 'gift']]).stopped?.code).toBe('UNKNOWN_VALUES');
    const aside = read({}, [['A1', DAY, '', '', 4, '', 'nothing']]);
    expect(aside.setAside).toEqual([{ reason: 'ignore', rows: 1, firstRow: 2, amount: -40_000 }]);
  });

  test('rows of one kind prove their gross; others have another currency', () => {
    const checks: Changes['checks'] = [
      {
        check: 'row',
        name: 'gross - fee = net',
        terms: { Gross: '+', Fee: '-', Debit: '+' },
        equals: 'Credit',
        when: { column: 'Rate', equals: '1' },
      },
    ];
    const rows: Cell[][] = [
      ['A1', DAY, 100, 3, '', 97, 'sale', '', 1],
      ['A2', DAY, 110, 3, '', 97, 'sale', '', 0.9],
      ['A3', DAY, 101, 3, '', 97, 'sale', '', 1],
    ];
    const result = read({ checks }, rows);
    expect(problemsOf(result)).toEqual(['4 CHECK_FAILED']);
    expect(linesOf(result)).toEqual(['A1: PAYMENT_FEE -3, PRINCIPAL 100', 'A2: PAYMENT_FEE -3, PRINCIPAL 100']);
  });

  test('a batch whose payout takes all of it leaves nothing', () => {
    const checks: Changes['checks'] = [
      { check: 'zero', name: 'batch', figure: { of: 'net' }, ifAny: { column: 'Kind', equals: 'payout' } },
    ];
    const sale: Cell[] = ['A1', DAY, '', 3, '', 97, 'sale'];
    const payout = (amount: number): Cell[] => ['', DAY, '', '', amount, '', 'payout'];
    expect(read({ checks }, [sale, payout(97)])).toMatchObject({ proof: 'foots', declared: 0, problems: [] });
    expect(problemsOf(read({ checks }, [sale, payout(96)]))).toEqual(['3 CHECK_FAILED']);
    expect(read({ checks }, [sale])).toMatchObject({ proof: 'undeclared', declared: null });
  });

  test('a total row sums each of them as printed', () => {
    const rows: Changes['rows'] = [{ when: { column: 'Order', equals: 'total' }, is: 'total' }];
    const data: Cell[][] = [
      ['A1', DAY, '', '', '', 97, 'sale'],
      ['A1', DAY, '', '', 9, '', 'back'],
    ];
    expect(read({ rows }, [...data, ['total', '', '', '', 9, 97]])).toMatchObject({ proof: 'foots', problems: [] });
    expect(problemsOf(read({ rows }, [...data, ['total', '', '', '', 8, 97]]))).toEqual(['4 CHECK_FAILED']);
  });
});

test('money leaves whichever sign is printed', () => {
  const columns: PayoutColumn[] = [
    { header: 'Day', as: 'paidOutOn', required: true },
    { header: 'Order', as: 'note', required: true },
    { header: 'Debit', as: 'component', type: 'UNKNOWN', sign: 'outward-absolute', required: true },
    { header: 'Credit', as: 'component', type: 'UNKNOWN', sign: 'as-is', required: true },
  ];
  const changes: Changes = { kind: 'wallet', net: 'sum', columns, vocabularies: {} };
  const rows: Cell[][] = [
    ['', DAY, '', '', 50, ''],
    ['', DAY, '', '', -50, ''],
    ['', DAY, '', '', '', 30],
  ];
  expect(read(changes, rows).lines.map(({ net }) => textOfAmount(net))).toEqual(['-50', '-50', '30']);
});

describe('opening + Σ = closing', () => {
  const labels: Changes = {
    rows: [{ when: { column: 'Order', startsWith: 'balance' }, is: 'skip' }],
    checks: [{ check: 'openingClosing', opening: { label: 'Balance before' }, closing: { label: 'Balance after' } }],
  };
  const rows: Cell[][] = [
    ['A1', DAY, '', '', '', 97, 'sale'],
    ['A1', DAY, '', '', 9, '', 'back'],
  ];
  const balance = (when: string, amount: Cell): Cell[] => [`Balance ${when}`, '', '', amount];

  test.each<[string, Cell[][], Cell[][], string, number | null]>([
    ['around the table', [balance('after', 100)], [balance('before', 12)], 'foots', 880_000],
    ['inside the table', [], [balance('before', '12'), balance('after', '100.00')], 'foots', 880_000],
    ['one of them alone', [balance('after', 100)], [], 'undeclared', null],
    ['an unreadable one', [balance('after', 100)], [balance('before', 'none')], 'undeclared', null],
    ['a wrong one', [balance('after', 101)], [balance('before', 12)], 'differs', 890_000],
  ])('%s', (_, above, below, proof, declared) => {
    const result = read(labels, [...rows, ...below], above);
    expect(result).toMatchObject({ proof, declared });
    expect(problemsOf(result)).toEqual(proof === 'differs' ? ['1 CHECK_FAILED'] : []);
  });

  test.each<[number, boolean, string, number]>([
    [88, true, 'foots', 880_000],
    [100, true, 'foots', 880_000],
    [99, true, 'differs', 870_000],
    [88, false, 'differs', 760_000],
  ])('closing %j, which may be the movement alone: %j, %s', (closing, closingMayBeMovement, proof, declared) => {
    const [check] = labels.checks ?? [];
    if (check?.check !== 'openingClosing') throw new Error('not that check');
    const result = read({ ...labels, checks: [{ ...check, closingMayBeMovement }] }, [
      balance('before', 12),
      ...rows,
      balance('after', closing),
    ]);
    expect(result).toMatchObject({ proof, declared });
  });

  test('in columns with signs, each with its own words', () => {
    const columns = { Credit: '+', Debit: '-' } as const;
    const checks: Changes['checks'] = [
      {
        check: 'openingClosing',
        opening: { label: 'Balance before', columns },
        closing: { label: 'Balance after', columns },
      },
    ];
    const before: Cell[] = ['', '', '', '', 5, '', 'Balance before'];
    const after: Cell[] = ['Balance after', '', '', '', 0, 83];
    const skips: Changes['rows'] = [
      { when: { column: 'Kind', startsWith: 'balance' }, is: 'skip' },
      { when: { column: 'Order', startsWith: 'balance' }, is: 'skip' },
    ];
    expect(read({ checks, rows: skips }, [before, ...rows, after])).toMatchObject({
      proof: 'foots',
      declared: 880_000,
    });
  });
});

describe('a damaged reference', () => {
  const row = (reference: Cell): Cell[] => ['A1', DAY, '', '', '', 97, 'sale', reference];

  test.each<[Cell]>([[1e16], ['2.30115E+17']])('%j is said, and the row is known by its content', (reference) => {
    const result = read({ referenceIsIdentity: true }, [row(reference), row('7429098024927090')]);
    expect(result.problems).toMatchObject([{ row: 2, code: 'REFERENCE_DAMAGED', column: 'No.' }]);
    expect(result.rows).toMatchObject({ accepted: 2, rejected: 0 });
    expect(result.lines.map(({ identity, reference: kept }) => [identity, kept])).toEqual([
      [`row:${DAY}||sale:Credit=97#1`, ''],
      ['id:7429098024927090', '7429098024927090'],
    ]);
  });

  test('found by rules is no reference either; a later rule behind a pattern may have one', () => {
    const rules: Changes['reference'] = [{ from: 'No.', pattern: '(\\d+)' }, { from: 'Rate' }];
    const result = read({ reference: rules }, [[...row(1e16), 'R1']]);
    expect(result.lines).toMatchObject([{ reference: 'R1' }]);
    expect(problemsOf(result)).toEqual(['2 REFERENCE_DAMAGED']);
  });
});

test('an unreadable amount is said once, however many rules read it', () => {
  const checks: Changes['checks'] = ['one', 'two'].map((name) => ({
    check: 'row',
    name,
    terms: { Gross: '+' },
    equals: 'Gross',
  }));
  const result = read({ checks }, [['A1', DAY, '?', '', '', 97, 'sale']]);
  expect(problemsOf(result)).toEqual(['2 AMOUNT_UNREADABLE']);
  expect(result.lines).toEqual([]);
});
