// From payout rows to lines that prove themselves: each row adds up to its net, the file to its declared total.
import fc from '../../fast-check.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../../../core/mapping/normalize-payout.ts';
import { sum, textOfAmount } from '../../../core/money.ts';
import { explainProblem } from '../../../core/problem.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type OrderRow, demoPayout, payoutOf, payoutSheet, sheetOf } from './sheets.ts';

const problemsOf = ({ problems }: NormalizedPayout) =>
  problems.map(({ row, code, column }) => `${row} ${code} ${column ?? ''}`);

/** The file's figures in one line. */
const figuresOf = (payout: NormalizedPayout) =>
  [payout.net, payout.acceptedNet, payout.rejectedNet].map(textOfAmount).join(' ') +
  ` ${payout.unreadableNets} ${payout.declared === null ? '-' : textOfAmount(payout.declared)} ${payout.proof}`;

/** The demo payout below a preamble. */
const below = (preamble: Cell[][], ...rows: OrderRow[]) => sheetOf([...preamble, ...payoutSheet(...rows).rows]);

test('a row becomes a line whose components add up to its net', () => {
  const { lines, ...rest } = payoutOf(payoutSheet({}));
  expect(lines).toEqual([
    {
      orderNumber: 'A1',
      identity: 'row:2024-05-07||COMMISSION:Fee=-12|PRINCIPAL:Goods=200#1',
      reference: '',
      paidOutOn: '2024-05-07',
      currency: 'TWD',
      net: 1_880_000,
      components: [
        { type: 'PRINCIPAL', column: 'Goods', amount: 2_000_000 },
        { type: 'COMMISSION', column: 'Fee', amount: -120_000 },
      ],
      sourceRow: 2,
    },
  ]);
  expect(rest).toEqual({
    kind: 'payout',
    statement: 'payout',
    mapping: { id: 'demo.payout', version: 3 },
    sameMoneyAs: [],
    currency: 'TWD',
    paymentMode: 'instalments',
    problems: [],
    rows: { read: 1, accepted: 1, rejected: 0, skipped: 0 },
    net: 1_880_000,
    acceptedNet: 1_880_000,
    rejectedNet: 0,
    unreadableNets: 0,
    declared: null,
    proof: 'undeclared',
    currencies: [
      {
        currency: 'TWD',
        rows: 1,
        net: 1_880_000,
        acceptedNet: 1_880_000,
        rejectedNet: 0,
        unreadableNets: 0,
      },
    ],
    checks: [],
    setAside: [],
    unmappedAmounts: [],
    stopped: null,
  });
});

test('a row with a reference is known by it', () => {
  const [line] = payoutOf(payoutSheet({ 'Refund no.': 'R7', Refund: -100, Net: 88 })).lines;
  expect(line).toMatchObject({ identity: 'id:R7', reference: 'R7', net: 880_000 });
});

test('a row of nothing is a line without components', () => {
  expect(payoutOf(payoutSheet({ Goods: 0, Fee: '-', Net: 0 })).lines).toMatchObject([{ net: 0, components: [] }]);
});

test.each<[string, OrderRow, string[], string]>([
  ['no order number', { 'Order no.': '' }, ['2 ORDER_NUMBER_MISSING Order no.'], '376 188 188 0 - undeclared'],
  [
    'a damaged order number',
    { 'Order no.': '2.4E+17' },
    ['2 ID_PRECISION_LOST Order no.'],
    '376 188 188 0 - undeclared',
  ],
  ['no day', { 'Paid out': '-' }, ['2 VALUE_MISSING Paid out'], '376 188 188 0 - undeclared'],
  ['an unreadable day', { 'Paid out': '7 May' }, ['2 DATE_UNREADABLE Paid out'], '376 188 188 0 - undeclared'],
  ['an unreadable component', { Fee: '?' }, ['2 AMOUNT_UNREADABLE Fee'], '376 188 188 0 - undeclared'],
  ['a percentage for a fee', { Fee: '2.5%' }, ['2 AMOUNT_IS_PERCENT Fee'], '376 188 188 0 - undeclared'],
  ['components that miss the net', { Fee: 11 }, ['2 NET_MISMATCH Net'], '376 188 188 0 - undeclared'],
  ['an unreadable net', { Net: 'x' }, ['2 AMOUNT_UNREADABLE Net'], '188 188 0 1 - incomplete'],
  ['no net', { Net: '' }, ['2 VALUE_MISSING Net'], '188 188 0 1 - incomplete'],
])('%s keeps the row out, its net stays in the sums, and the next row goes on', (_, change, problems, figures) => {
  const payout = payoutOf(payoutSheet(change, { 'Order no.': 'A2' }));
  expect(problemsOf(payout)).toEqual(problems);
  expect(payout.lines.map((line) => line.orderNumber)).toEqual(['A2']);
  expect(payout.rows).toEqual({ read: 2, accepted: 1, rejected: 1, skipped: 0 });
  expect(figuresOf(payout)).toBe(figures);
});

test('a row that misses its net names the figures and the unknown columns that hold money', () => {
  const sheet = payoutSheet({ 'New fee': -5, Rate: '2.50%', 'Old fee': 0, Net: 183 });
  const problem = payoutOf(sheet).problems.find(({ code }) => code === 'NET_MISMATCH');
  expect(problem && explainProblem(problem, 'en')).toBe(
    'The amounts of this row add up to 188, but "Net" says 183: a difference of -5. ' +
      'An amount column may be unmapped (New fee); please check.',
  );
  expect(problem && explainProblem(problem, 'zh-TW')).toContain('可能有未對應的金額欄（New fee），請確認');
});

test('without unknown columns the sentence names none', () => {
  const [problem] = payoutOf(payoutSheet({ Net: 183 })).problems;
  expect(problem && explainProblem(problem, 'en')).toContain('An amount column may be unmapped; please check.');
});

test('a tenth of a cent is a difference', () => {
  expect(problemsOf(payoutOf(payoutSheet({ Net: 188.001 })))).toEqual(['2 NET_MISMATCH Net']);
});

test('a report whose rows may be without order gives lines without order', () => {
  const wallet: PayoutMapping = { ...demoPayout, linesWithoutOrder: true };
  expect(payoutOf(payoutSheet({ 'Order no.': '-' }), [wallet]).lines).toMatchObject([{ orderNumber: null }]);
});

const at = (label: Cell, total: Cell): Cell[] => [null, label, null, null, null, null, total];

test.each<[string, Cell[][], string]>([
  ['equals the rows', [at('Subtotal', 188)], '188 188 0 0 188 foots'],
  ['is spelt with blanks and as text', [at(' sub total ', 'NT$188')], '188 188 0 0 188 foots'],
  ['is another', [at('Subtotal', 200)], '188 188 0 0 200 differs'],
  ['stands above a second one without value', [at('Subtotal', 188), at('Subtotal', '')], '188 188 0 0 188 foots'],
  ['stands above a nearer one', [at('Subtotal', 1), at('Subtotal', 188)], '188 188 0 0 188 foots'],
  ['has another label', [at('Total', 188)], '188 188 0 0 - undeclared'],
])('the declared total %s', (_, preamble, figures) => {
  expect(figuresOf(payoutOf(below(preamble, {})))).toBe(figures);
});

test('an unreadable declared total is reported and is no total', () => {
  const payout = payoutOf(below([at('Subtotal', 'n/a')], {}));
  expect(problemsOf(payout)).toEqual(['1 AMOUNT_UNREADABLE Net']);
  expect(figuresOf(payout)).toBe('188 188 0 0 - undeclared');
  expect(payout.rows).toEqual({ read: 1, accepted: 1, rejected: 0, skipped: 0 });
});

test('a file that misses its total by a rejected row still says what its rows hold', () => {
  expect(figuresOf(payoutOf(below([at('Subtotal', 376)], {}, { 'Order no.': '' })))).toBe('376 188 188 0 376 foots');
});

test('no column of a person is read, whatever it holds', () => {
  expect(JSON.stringify(payoutOf(payoutSheet({ Buyer: '陳**' })))).not.toContain('陳');
});

describe('row identity', () => {
  const row = fc.record({
    'Order no.': fc.constantFrom('A1', 'A2', 'A3', ''),
    'Refund no.': fc.constantFrom('-', '-', '-', 'R1'),
    'Paid out': fc.constantFrom('2024-05-07', '2024-05-08'),
    Goods: fc.constantFrom(200, 150),
    Fee: fc.constantFrom<number | string>(12, 13, 'x'),
    Net: fc.constantFrom(188, 187, 138),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 14 });
  const withoutRow = (payout: NormalizedPayout) =>
    payout.lines.map(({ sourceRow, ...line }) => JSON.stringify({ ...line, sourceRow: sourceRow > 0 })).sort();

  test('is the same however the rows are shuffled', () => {
    const pairs = rows.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(pairs, ([given, shuffled]) => {
        const [one, other] = [payoutOf(payoutSheet(...given)), payoutOf(payoutSheet(...shuffled))];
        expect(withoutRow(other)).toEqual(withoutRow(one));
        expect(figuresOf(other)).toBe(figuresOf(one));
      }),
    );
  });

  test('is the same when the rows of other orders are in another file', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const whole = withoutRow(payoutOf(payoutSheet(...given)));
        const parts = ['A1', 'A2', 'A3'].flatMap((orderNumber) => {
          const own = given.filter((change) => change['Order no.'] === orderNumber);
          return own.length === 0 ? [] : withoutRow(payoutOf(payoutSheet(...own)));
        });
        expect(parts.sort()).toEqual(whole);
      }),
    );
  });

  test('two identical rows of an order are two lines, with an identity each', () => {
    const identities = payoutOf(payoutSheet({}, {}, { 'Order no.': 'A2' })).lines.map((line) =>
      line.identity.slice(-2),
    );
    expect(identities).toEqual(['#1', '#2', '#1']);
  });

  test('a column under its newer name gives the same identity', () => {
    const sheet = payoutSheet({ Refund: -100, Net: 88 });
    const renamed = sheet.rows.map((cells) => cells.map((cell) => (cell === 'Refund' ? 'Given back' : cell)));
    const [before, after] = [payoutOf(sheet).lines[0], payoutOf({ ...sheet, rows: renamed }).lines[0]];
    expect(after?.identity).toBe(before?.identity);
    expect(after?.components[1]?.column).toBe('Given back');
  });

  test('money is conserved: accepted and rejected nets add up to the net, lines to what is accepted', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const payout = payoutOf(payoutSheet(...given));
        expect(sum(payout.lines.map((line) => line.net))).toBe(payout.acceptedNet);
        expect(sum([payout.acceptedNet, payout.rejectedNet])).toBe(payout.net);
        expect(payout.net).toBe(given.reduce((total, { Net }) => total + Net * 10_000, 0));
        for (const line of payout.lines) expect(sum(line.components.map((part) => part.amount))).toBe(line.net);
        expect(payout.rows.accepted + payout.rows.rejected).toBe(given.length);
      }),
    );
  });
});
