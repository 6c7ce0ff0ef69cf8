// What a payout file says of itself: totals above and below, footers, other sheets, the running balance, row identities.
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../../../core/mapping/normalize-payout.ts';
import { explainProblem } from '../../../core/problem.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type Changes, DAY, linesOf, problemsOf, read } from './payout-report.ts';

describe('figures the file declares', () => {
  const rows: Cell[][] = [
    ['A1', DAY, 100, 5, 95, 1095],
    ['A2', DAY, -50, 0, -50, 1045],
  ];
  const end: PayoutMapping['rows'] = [{ when: { firstCell: true, oneOf: ['#end', 'count'] }, is: 'end' }];
  const verdicts = (payout: NormalizedPayout) =>
    payout.checks.map(({ name, holds }) => `${name} ${holds === null ? '?' : holds}`);

  test.each<[string, Cell[], string]>([
    ['all right', ['Sum', '', 50, 5, 45, ''], 'foots'],
    ['a wrong column', ['Sum', '', 51, 5, 45, ''], 'differs'],
  ])('above, in every amount column: %s', (_, total, proof) => {
    const check: Changes = {
      checks: [{ check: 'labelledTotal', label: 'Sum', where: 'above', columns: 'amounts' }],
    };
    expect(read(check, rows, [], [total]).proof).toBe(proof);
  });

  test('in texts below', () => {
    const payout = read(
      {
        rows: end,
        checks: [
          {
            check: 'text',
            name: 'out',
            where: 'below',
            pattern: 'out:\\s*([-\\d.]+)',
            figure: {
              of: 'sum',
              terms: { Goods: '+' },
              where: { column: 'Goods', amount: 'negative' },
              absolute: true,
            },
          },
          { check: 'text', name: 'rows', where: 'below', pattern: '(\\d+) rows', figure: { of: 'rows' } },
          { check: 'text', name: 'total', where: 'below', pattern: 'total: ([-\\d.]+)', figure: { of: 'net' } },
          { check: 'text', name: 'absent', where: 'above', pattern: 'total: ([-\\d.]+)', figure: { of: 'net' } },
        ],
      },
      [...rows, ['#end'], ['out：50.00'], ['3 rows'], ['total:', '45']],
    );
    expect(verdicts(payout)).toEqual(['out true', 'rows false', 'total true']);
    expect(payout).toMatchObject({ declared: 450_000, proof: 'differs' });
  });

  test('in a row of names and the row of values under it', () => {
    const check: Changes = {
      rows: end,
      checks: [
        {
          check: 'footerPair',
          figures: {
            count: { of: 'rows' },
            goods: { of: 'sum', terms: { Goods: '+' } },
            fees: { of: 'sum', terms: { Fee: '+' } },
          },
          net: { goods: '+', fees: '-' },
        },
      ],
    };
    const payout = read(check, [...rows, ['count', 'goods', 'fees'], ['2', '50', '5.00']]);
    expect(verdicts(payout)).toEqual(['count true', 'goods true', 'fees true', 'goods ± fees true']);
    expect(payout).toMatchObject({ declared: 450_000, proof: 'foots' });
    expect(read(check, [...rows, ['count', 'goods', 'fees'], ['2', '50', '6']]).proof).toBe('differs');
    const fewer = read(check, [...rows, ['count', 'goods'], ['2', '50']]);
    expect(verdicts(fewer)).toEqual(['count true', 'goods true']);
  });

  test('on another sheet, which must add up by itself too', () => {
    const check: Changes = {
      checks: [
        { check: 'otherSheet', sheet: 'summary', label: 'Sales', figure: { of: 'sum', terms: { Goods: '+' } } },
        { check: 'otherSheetSum', sheet: 'Summary', terms: { Sales: '+', Fees: '-' }, equals: 'Payout' },
      ],
    };
    const summary = (payout: number): Cell[][] => [
      [null, 'Sales', null, 50],
      ['', 'Fees', 5],
      ['', 'Payout', payout],
    ];
    expect(read(check, rows, summary(45)).proof).toBe('foots');
    expect(verdicts(read(check, rows, summary(46)))).toEqual(['summary Sales true', 'Summary Payout false']);
    expect(read(check, rows)).toMatchObject({ checks: [], proof: 'undeclared' });
  });

  test('the number of rows alone proves no money', () => {
    const check: Changes = {
      rows: end,
      checks: [{ check: 'text', name: 'rows', where: 'below', pattern: '(\\d+) rows', figure: { of: 'rows' } }],
    };
    const payout = read(check, [...rows, ['#end'], ['2 rows']]);
    expect([verdicts(payout), payout.proof]).toEqual([['rows true'], 'undeclared']);
  });

  const balance = (order: 'oldest-first' | 'newest-first' | 'either'): Changes => ({
    checks: [{ check: 'runningBalance', column: 'Kind', order }],
  });

  test('in a running balance, whichever way the rows stand', () => {
    const newest = [...rows].reverse();
    expect(read(balance('oldest-first'), rows)).toMatchObject({ declared: 450_000, proof: 'foots' });
    expect(read(balance('newest-first'), newest)).toMatchObject({ declared: 450_000, proof: 'foots' });
    expect(read(balance('either'), newest).proof).toBe('foots');
    expect(read(balance('oldest-first'), newest).proof).toBe('differs');
  });

  test('a balance that jumps names its row, and a gap in it proves nothing', () => {
    const [first = [], second = []] = rows;
    const jumped = read(balance('oldest-first'), [first, [...second.slice(0, 5), 1046]]);
    expect(jumped.problems.map((problem) => explainProblem(problem, 'en'))).toEqual([
      '"Kind" is 1046 in the file, but the rows give 1045: a difference of 1. Check that the file is complete and as downloaded.',
    ]);
    expect(jumped.proof).toBe('differs');
    expect(read(balance('oldest-first'), [first, [...second.slice(0, 5), '']]).proof).toBe('undeclared');
    expect(read(balance('oldest-first'), [first]).proof).toBe('undeclared');
  });

  test('a named identity of the row leaves the row out where it fails', () => {
    const check: Changes = {
      checks: [{ check: 'row', name: 'goods less fee', terms: { Goods: '+', Fee: '-' }, equals: 'Kind' }],
    };
    const payout = read(check, [
      ['A1', DAY, 100, 5, 95, 95],
      ['A2', DAY, 50, 0, 50, 51],
    ]);
    expect([linesOf(payout), problemsOf(payout)]).toEqual([['A1: PRINCIPAL 100, COMMISSION -5'], ['3 CHECK_FAILED']]);
  });
});
