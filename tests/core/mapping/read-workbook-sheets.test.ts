// A workbook of several sheets: each read by its own mapping, the others at hand for the totals they hold.
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { readWorkbookSheets } from '../../../core/mapping/read-workbook-sheets.ts';
import { demoMappings, demoPayout, orderSheet, payoutSheet, sheetOf } from './sheets.ts';

const summary = { ...sheetOf([['', 'Paid', 188]]), sheet: 'Summary' };
const checked: Mapping = {
  ...demoPayout,
  checks: [{ check: 'otherSheet', sheet: 'Summary', label: 'Paid', figure: { of: 'net' } }],
};

test('orders, payouts, a summary and an empty sheet are told apart', () => {
  const tables = [orderSheet({}), payoutSheet({}), summary, sheetOf([])];
  const readings = readWorkbookSheets(tables, demoMappings);
  expect(readings.map((reading) => reading.table)).toEqual(tables);
  expect(
    readings.map((reading) => (reading.outcome === 'read' ? reading.rows.mapping.id : reading.refusal.code)),
  ).toEqual(['demo.orders', 'demo.payout', 'UNKNOWN_REPORT', 'EMPTY_SHEET']);
});

test.each([
  [188, 'foots'],
  [189, 'differs'],
])('a summary that says %d proves: %s', (paid, proof) => {
  const other = { ...summary, rows: [['', 'Paid', paid]] };
  const [reading] = readWorkbookSheets([payoutSheet({}), other], [checked]);
  expect(reading).toMatchObject({ rows: { proof, declared: paid * 10_000 } });
});

test('answers are those of the whole workbook', () => {
  const asked: Mapping = { ...demoPayout, dates: { formats: ['D/M/YYYY', 'M/D/YYYY'] } };
  const tables = [payoutSheet({ 'Paid out': '05/06/2024' })];
  expect(readWorkbookSheets(tables, [asked])).toMatchObject([{ rows: { stopped: { code: 'AMBIGUOUS_DATES' } } }]);
  expect(readWorkbookSheets(tables, [asked], { dates: { 'Paid out': 'D/M/YYYY' } })).toMatchObject([
    { rows: { stopped: null, lines: [{ paidOutOn: '2024-06-05' }] } },
  ]);
});
