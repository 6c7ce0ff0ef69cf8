// Which months a report is offered for, which one first, and which days it covers.
import { monthsToReport, monthToBeginWith } from '../../addin/report-months.ts';
import { day } from '../server/fixtures.ts';

const told = (booked: string[], closed: string[], today: string) =>
  monthsToReport({ booked, closed }, day(today)).map(({ month, days: { from, to }, isClosed, isRunning }) =>
    [month, from, to, ...(isClosed ? ['closed'] : []), ...(isRunning ? ['running'] : [])].join(' '),
  );
const first = (booked: string[], closed: string[], today: string) =>
  monthToBeginWith(monthsToReport({ booked, closed }, day(today)), day(today))?.month;

test('every month with vouchers, newest first, each to its last day; the current one ends today', () => {
  expect(told(['2024-02', '2024-04'], ['2024-02'], '2024-05-07')).toEqual([
    '2024-05 2024-05-01 2024-05-07 running',
    '2024-04 2024-04-01 2024-04-30',
    '2024-02 2024-02-01 2024-02-29 closed',
  ]);
});

test('a month that holds documents of days to come is reported whole, and one that was closed empty is there', () => {
  expect(told(['2024-06'], ['2024-03'], '2024-05-31')).toEqual([
    '2024-06 2024-06-01 2024-06-30',
    '2024-05 2024-05-01 2024-05-31 running',
    '2024-03 2024-03-01 2024-03-31 closed',
  ]);
});

test.each([
  ['the newest month that is over', ['2024-03', '2024-04'], [], '2024-05-07', '2024-04'],
  ['a month that is over beats an older closed one', ['2024-03', '2024-04'], ['2024-03'], '2024-05-07', '2024-04'],
  ['the current month once it is closed', ['2024-04', '2024-05'], ['2024-05'], '2024-05-31', '2024-05'],
  ['the books of long ago', ['2022-11'], [], '2024-05-07', '2022-11'],
  ['the current month where there is no other', ['2024-05'], [], '2024-05-07', '2024-05'],
  ['never a month to come', ['2024-04', '2024-06'], [], '2024-05-07', '2024-04'],
] as const)('to begin with: %s', (_, booked, closed, today, month) => {
  expect(first([...booked], [...closed], today)).toBe(month);
});
