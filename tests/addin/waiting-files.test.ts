// Payout rows that wait, told file by file.
import { waitingFiles } from '../../addin/panes/months/waiting-files.ts';
import type { Periods } from '../../core/ledger-api.ts';
import { day } from '../server/fixtures.ts';

const waiting = (row: number, part: Partial<Periods['waiting'][number]> = {}): Periods['waiting'][number] => ({
  ...{ lineKey: `${row}`, file: 'a.xlsx', sheet: 'Income', row, paidOutOn: day('2024-05-10'), currency: 'TWD' },
  ...part,
});

test('rows below one another are one range, and a row with several lines is one row', () => {
  const rows = [4, 2, 3, 7, 7].map((row) => waiting(row));
  expect(waitingFiles(rows)).toEqual([
    { file: 'a.xlsx', sheet: 'Income', currency: 'TWD', count: 5, rows: '2–4, 7', days: '2024-05-10' },
  ]);
});

test('files, sheets and currencies are told apart, each with its days', () => {
  const told = waitingFiles([
    waiting(2, { paidOutOn: day('2024-05-20') }),
    waiting(2, { sheet: 'Other' }),
    waiting(3),
    waiting(2, { currency: 'USD' }),
    waiting(2, { file: 'b.xlsx' }),
  ]);
  expect(told.map(({ file, sheet, currency, rows, days }) => [file, sheet, currency, rows, days].join(' '))).toEqual([
    'a.xlsx Income TWD 2–3 2024-05-10–2024-05-20',
    'a.xlsx Other TWD 2 2024-05-10',
    'a.xlsx Income USD 2 2024-05-10',
    'b.xlsx Income TWD 2 2024-05-10',
  ]);
});

test('of rows that are scattered the first ranges are told', () => {
  const [file] = waitingFiles(Array.from({ length: 500 }, (_, at) => waiting(at * 2)));
  expect([file?.count, file?.rows]).toEqual([500, '0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, …']);
});

test('where nothing waits there is no file', () => {
  expect(waitingFiles([])).toEqual([]);
});
