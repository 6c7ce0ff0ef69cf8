// What stands nowhere in a file is asked: its currency, its day of payout. Nothing of it is read before the answer.
import type { CurrencyRule } from '../../../core/mapping/mapping-rules.ts';
import type { ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import { normalizeOrders } from '../../../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import { explainRefusal } from '../../../core/problem.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { DAY, HEADER, type Changes, plain } from './payout-report.ts';
import { demoOrders, orderSheet, recognise, sheetOf } from './sheets.ts';

function read(changes: Changes, rows: Cell[][], answers: ReadingAnswers = {}, above: Cell[][] = []) {
  const table = sheetOf([...above, HEADER, ...rows]);
  const recognised = recognise(table, [{ ...plain, ...changes }]);
  if (recognised.kind !== 'payout') throw new Error('not a payout');
  return normalizePayout(table, recognised, { answers });
}

const rows: Cell[][] = [['A1', DAY, 10, 0, 10, '']];

describe('the currency', () => {
  const asking: Changes = { currency: { ask: ['MYR', 'SGD'] } };

  test('is asked with its choices, and nothing is read', () => {
    const { stopped, lines } = read(asking, rows);
    expect(lines).toEqual([]);
    expect(stopped).toMatchObject({
      code: 'CURRENCY_NOT_FOUND',
      questions: [
        {
          about: 'currency',
          column: '',
          row: 1,
          choices: [
            { answer: 'MYR', reads: 'MYR' },
            { answer: 'SGD', reads: 'SGD' },
          ],
        },
      ],
    });
    expect(stopped && explainRefusal(stopped, 'en')).toBe(
      'The sheet "Demo" does not say its currency (MYR, SGD). Choose it and try again.',
    );
    expect(stopped && explainRefusal(stopped, 'zh-TW')).toBe(
      '工作表「Demo」沒有寫明幣別（MYR、SGD）。請選擇幣別後再試。',
    );
  });

  test.each<[string, readonly string[], string, string | null]>([
    ['one of the choices is taken', ['MYR', 'SGD'], 'SGD', 'SGD'],
    ['another code is not', ['MYR', 'SGD'], 'THB', null],
    ['without choices any code is', [], 'THB', 'THB'],
    ['but no word', [], 'baht', null],
  ])('%s', (_, ask, answer, expected) => {
    const { lines, currency, stopped } = read({ currency: { ask } }, rows, { currency: answer });
    expect(lines[0]?.currency ?? null).toBe(expected);
    expect(stopped?.code ?? currency).toBe(expected ?? 'CURRENCY_NOT_FOUND');
  });

  test.each<[string, CurrencyRule, Cell, Cell[][], string]>([
    ['the column', { column: 'Kind', ask: [] }, 'USD', [], 'USD'],
    [
      'the column before the preamble',
      { column: 'Kind', pattern: '^in (.+)$', in: 'preamble', ask: [] },
      'USD',
      [['in EUR']],
      'USD',
    ],
    ['the preamble', { column: 'Kind', pattern: '^in (.+)$', in: 'preamble', ask: [] }, '', [['in EUR']], 'EUR'],
    ['the answer', { column: 'Kind', pattern: '^in (.+)$', in: 'preamble', ask: [] }, '', [], 'TWD'],
    ['the answer where the column is missing', { column: 'Gone', ask: [] }, '', [], 'TWD'],
  ])('%s says it', (_, currency, cell, above, expected) => {
    const columns = [...plain.columns, { header: 'Gone', as: 'note' } as const];
    const result = read({ currency, columns }, [['A1', DAY, 10, 0, 10, cell]], { currency: 'TWD' }, above);
    expect(result.lines[0]?.currency).toBe(expected);
  });

  test('a column that says it on other rows leaves no row to a person', () => {
    const currency = { column: 'Kind', ask: [] };
    const result = read({ currency }, [...rows, ['A2', DAY, 10, 0, 10, 'USD']]);
    expect(result).toMatchObject({ stopped: null, problems: [{ row: 2, code: 'CURRENCY_UNKNOWN' }] });
  });

  test('of orders is asked too', () => {
    const table = orderSheet({});
    const recognised = recognise(table, [{ ...demoOrders, currency: { ask: ['PHP', 'THB'] } }]);
    if (recognised.kind !== 'orders') throw new Error('not orders');
    expect(normalizeOrders(table, recognised).stopped?.code).toBe('CURRENCY_NOT_FOUND');
    const answered = normalizeOrders(table, recognised, { answers: { currency: 'PHP' } });
    expect(answered).toMatchObject({ stopped: null, currency: 'PHP', orders: [{ currency: 'PHP' }] });
  });
});

describe('the day of payout', () => {
  const columns = plain.columns.filter(({ as }) => as !== 'paidOutOn');
  const asking: Changes = { columns, paidOutFrom: { ask: true } };

  test('is asked', () => {
    const { stopped, lines } = read(asking, rows);
    expect(lines).toEqual([]);
    expect(stopped).toMatchObject({ code: 'PAYOUT_DAY_NOT_FOUND', questions: [{ about: 'paidOutOn', choices: [] }] });
    expect(stopped && explainRefusal(stopped, 'en')).toBe(
      'The sheet "Demo" does not say when it was paid out. Give the day of the payout and try again.',
    );
  });

  test('once told it is that of each row', () => {
    const { stopped, lines } = read(asking, [...rows, ['A2', '', 5, 0, 5, '']], { paidOutOn: '2024-06-01' });
    expect(stopped).toBeNull();
    expect(lines.map(({ paidOutOn }) => paidOutOn)).toEqual(['2024-06-01', '2024-06-01']);
  });

  test('a day that no calendar has is asked again', () => {
    expect(read(asking, rows, { paidOutOn: '2024-02-30' }).stopped?.code).toBe('PAYOUT_DAY_NOT_FOUND');
  });

  test('a column that has it needs no answer', () => {
    expect(read({ paidOutFrom: { ask: true } }, rows).lines).toMatchObject([{ paidOutOn: DAY }]);
  });
});
