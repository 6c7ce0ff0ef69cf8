// What is known of Amazon's reports beyond the golden exports: European figures, fewer columns, other days, new words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetTable } from '../../core/sheet-table.ts';
import { textOfAmount } from '../../core/money.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { payoutOf, recognise } from '../core/mapping/sheets.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';
import { renderRows } from './render-rows.ts';

const changed = async (id: string, ...changes: string[]) => changes.reduce(changeSheet, await goldenSheet(id));
const variant = (name: string) => join(__dirname, 'variants', name);
const payout = (sheet: SheetTable) => payoutOf(sheet, builtInMappings);

test('a European settlement with decimal commas and dotted days becomes the rows beside it', async () => {
  const reading = await readWorkbook(
    readFileSync(variant('amazon.settlement-v2-eu.txt')),
    'amazon.settlement-v2-eu.txt',
  );
  if ('refused' in reading) throw new Error('cannot be opened');
  const rendered = reading.sheets.map((sheet) => renderRows(payout(sheet))).join('');
  expect(rendered).toBe(readFileSync(variant('amazon.settlement-v2-eu.expected.txt'), 'utf8'));
});

test('a figure in brackets is negative', async () => {
  const { lines } = payout(await changed('amazon.settlement-v2', 'cell 10 amount = "(15.00)"'));
  expect(lines.find(({ sourceRow }) => sourceRow === 10)?.components).toMatchObject([
    { type: 'REFUND', amount: -150_000 },
  ]);
});

test('a settlement V1 without promotions has 33 columns and still adds up', async () => {
  const drop = ['promotion-id', 'promotion-type', 'promotion-amount'].map((header) => `drop column ${header}`);
  const result = payout(await changed('amazon.settlement-v1', 'cell 2 total-amount = "-16.10"', ...drop));
  expect(result).toMatchObject({ proof: 'foots', problems: [], stopped: null });
});

test.each([
  ['amazon.settlement-v1', 'cell 4 price-amount = "51.00"'],
  ['amazon.settlement-v2', 'cell 3 amount = "41.00"'],
])('%s after %s is not the settlement that its summary row declares', async (id, change) => {
  expect(payout(await changed(id, change)).proof).toBe('differs');
});

test.each([
  ['amazon.settlement-v1', 'cell 7 item-related-fee-type = "NewFee"', ['NewFee']],
  ['amazon.settlement-v1', 'cell 18 transaction-type = "NewCharge"', ['NewCharge']],
  ['amazon.settlement-v2', 'cell 7 amount-description = "NewFee"', ['Order', 'ItemFees', 'NewFee']],
  ['amazon.date-range', 'cell 13 type = "New Type"', ['New Type', 'FBA Inventory Reimbursement']],
  ['amazon.date-range-jp', 'cell 9 トランザクションのステータス = "新しい言葉"', ['新しい言葉']],
  ['amazon.date-range', 'cell 9 Transaction Status = "On hold"', ['On hold']],
  ['amazon.date-range-es', 'cell 9 Estado de la transacción = "En espera"', ['En espera']],
  ['amazon.date-range-de', 'cell 11 Transaktionsstatus = "Zurückgestellt"', ['Zurückgestellt']],
  ['amazon.settlement-v2', 'cell 7 amount-type = "NewGroup"', ['Order', 'NewGroup', 'Commission']],
  ['amazon.settlement-v2', 'cell 7 transaction-type = "Liquidation"', ['Liquidation', 'ItemFees', 'Commission']],
])('%s with new words (%s) stops and names them', async (id, change, words) => {
  const { stopped, lines } = payout(await changed(id, change));
  expect(stopped).toMatchObject({ code: 'UNKNOWN_VALUES' });
  expect(stopped?.values?.map(({ values }) => values)).toContainEqual(words);
  expect(lines).toEqual([]);
});

test('an order of another shop that Amazon shipped settles no order of this one', async () => {
  const { lines } = payout(await goldenSheet('amazon.settlement-v1'));
  const foreign = lines.filter(({ components }) => components.some(({ column }) => column === 'total-amount'));
  expect(foreign).toMatchObject([{ sourceRow: 16, orderNumber: null }]);
});

test.each([
  ['"Jun 8, 2025 10:23:05 PM PDT"', '2025-06-08'],
  ['"15 Mar 2026 3:22:08 PM UTC"', '2026-03-15'],
  ['"Jun 8, 2025 10:23:05 p.m. PDT"', '2025-06-08'],
])('the date range report reads %s', async (printed, day) => {
  const sheet = await changed(
    'amazon.date-range',
    'drop column Transaction Release Date',
    `cell 9 date/time = ${printed}`,
  );
  expect(payout(sheet).lines[0]).toMatchObject({ sourceRow: 9, paidOutOn: day });
});

test('the older date range report without status, tax and account columns adds up where they were empty', async () => {
  const older = ['account type', 'tax collection model', 'Regulatory Fee', 'Tax On Regulatory Fee'];
  const newer = ['Transaction Status', 'Transaction Release Date'];
  const drop = [...older, ...newer].map((header) => `drop column ${header}`);
  const { problems, rows, net } = payout(await changed('amazon.date-range', ...drop));
  expect(problems).toEqual([]);
  expect([rows.accepted, textOfAmount(net)]).toEqual([7, '61.5']);
});

test('nothing about the buyer is in what is pushed', async () => {
  const sheet = await changed('amazon.date-range', 'cell 9 order city = "PERSON"', 'cell 9 order postal = "PERSON"');
  expect(recognise(sheet, builtInMappings)).toMatchObject({ mapping: { id: 'amazon.date-range' } });
  expect(JSON.stringify(payout(sheet))).not.toContain('PERSON');
});
