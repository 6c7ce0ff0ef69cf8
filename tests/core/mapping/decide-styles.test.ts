// Amounts and days that one cell cannot tell: decided from the whole column, else asked, and answered.
import type { ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { textOfAmount } from '../../../core/money.ts';
import { explainRefusal } from '../../../core/problem.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoPayout, recognise, sheetOf } from './sheets.ts';

const mapping: PayoutMapping = {
  ...demoPayout,
  checks: [],
  numbers: { decimal: 'auto' },
  dates: { formats: ['D/M/YYYY', 'M/D/YYYY', 'YYYY-M-D'] },
};

/** Rows of day, goods and fee; the net is the goods less the fee where it is not given. */
function read(rows: readonly (readonly Cell[])[], answers: ReadingAnswers = {}) {
  const table = sheetOf([
    ['Order no.', 'Paid out', 'Goods', 'Fee', 'Net'],
    ...rows.map(([day = '', goods = '', fee = '', net = goods], at) => [`A${at + 1}`, day, goods, fee, net]),
  ]);
  const recognised = recognise(table, [mapping]);
  if (recognised.kind !== 'payout') throw new Error('not a payout');
  return normalizePayout(table, recognised, { answers });
}

const days = (rows: readonly (readonly Cell[])[], answers?: ReadingAnswers) => {
  const { stopped, lines, problems } = read(rows, answers);
  return stopped ? stopped.code : [...lines.map(({ paidOutOn }) => paidOutOn), ...problems.map(({ code }) => code)];
};
const nets = (rows: readonly (readonly Cell[])[], answers?: ReadingAnswers) => {
  const { stopped, lines, problems } = read(rows, answers);
  return stopped ? stopped.code : [...lines.map(({ net }) => textOfAmount(net)), ...problems.map(({ code }) => code)];
};

const DAY = '2024-05-07';

test.each<[string, Cell[], string | string[]]>([
  ['a point with two digits', ['12.50', '1,234'], ['12.5', '1234']],
  ['a comma with two digits', ['12,50', '1.234'], ['12.5', '1234']],
  ['both marks', ['1.234,50'], ['1234.5']],
  ['both marks, the other way', ['1,234.50'], ['1234.5']],
  ['a repeated mark', ['1.234.567', '1.234'], ['1234567', '1234']],
  ['a zero before the mark', ['0,125', '1.234'], ['0.125', '1234']],
  ['blanks between thousands', ['1 234,50 元'], ['1234.5']],
  ['no mark at all', ['12', '7'], ['12', '7']],
  ['number cells beside', [12.5, '7'], ['12.5', '7']],
  ['only three digits after the mark', ['1.234'], 'AMBIGUOUS_NUMBERS'],
  ['both styles in one column', ['12.50', '12,50'], 'AMBIGUOUS_NUMBERS'],
])('amounts with %s: %j', (_, goods, expected) => {
  expect(nets(goods.map((cell) => [DAY, cell]))).toEqual(expected);
});

test('a column that does not tell is read as the others of the file', () => {
  expect(nets([[DAY, '1.234', '', '1.234,00']])).toEqual(['1234']);
});

test('what is asked names the column, its value and both readings; an answer is followed', () => {
  const { stopped } = read([[DAY, '1.234']]);
  expect(stopped?.questions?.[0]).toEqual({
    about: 'numbers',
    column: 'Goods',
    row: 2,
    value: '1.234',
    choices: [
      { answer: '.', reads: '1.234' },
      { answer: ',', reads: '1234' },
    ],
  });
  expect(stopped && explainRefusal(stopped, 'en')).toContain('Goods #2 "1.234" = 1.234 / 1234');
  const answers = (mark: '.' | ',') => ({ numbers: { Goods: mark, Net: mark } });
  expect(nets([[DAY, '1.234']], answers(','))).toEqual(['1234']);
  expect(nets([[DAY, '1.234']], answers('.'))).toEqual(['1.234']);
});

test.each<[string, Cell[], string | string[]]>([
  ['a day beyond 12', ['05/06/2024', '13/06/2024'], ['2024-06-05', '2024-06-13']],
  ['a month that cannot be a month', ['05/06/2024', '06/13/2024'], ['2024-05-06', '2024-06-13']],
  ['the same day either way', ['05/05/2024'], ['2024-05-05']],
  ['another format beside', ['2024-05-01', '13/06/2024'], ['2024-05-01', '2024-06-13']],
  ['Excel days beside', [45413, '13/06/2024'], ['2024-05-01', '2024-06-13']],
  ['nothing that tells', ['05/06/2024', '07/08/2024'], 'AMBIGUOUS_DATES'],
  ['both orders in one column', ['05/06/2024', '13/06/2024', '06/13/2024'], 'AMBIGUOUS_DATES'],
  ['no day at all', ['13/06/2024', 'soon'], ['2024-06-13', 'DATE_UNREADABLE']],
])('days with %s: %j', (_, given, expected) => {
  expect(days(given.map((cell) => [cell, 10]))).toEqual(expected);
});

test('a question about days gives both days; the answer decides, and reads no other order', () => {
  expect(read([['05/06/2024', 10]]).stopped?.questions).toMatchObject([
    {
      about: 'dates',
      column: 'Paid out',
      value: '05/06/2024',
      choices: [
        { answer: 'D/M/YYYY', reads: '2024-06-05' },
        { answer: 'M/D/YYYY', reads: '2024-05-06' },
      ],
    },
  ]);
  expect(days([['05/06/2024', 10]], { dates: { 'Paid out': 'M/D/YYYY' } })).toEqual(['2024-05-06']);
  expect(days([['13/06/2024', 10]], { dates: { 'Paid out': 'M/D/YYYY' } })).toEqual(['DATE_UNREADABLE']);
});

test('of a file that is asked about nothing is imported, and every row counts as rejected', () => {
  expect(read([['05/06/2024', 10]])).toMatchObject({
    lines: [],
    rows: { read: 1, accepted: 0, rejected: 1, skipped: 0 },
    unreadableNets: 1,
    proof: 'incomplete',
  });
});
