// What is known of Shopify's reports beyond the golden exports: further columns, other words, the sign that differs.
import type { SheetTable } from '../../core/sheet-table.ts';
import { sum, textOfAmount } from '../../core/money.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { ordersOf, payoutOf, recognise } from '../core/mapping/sheets.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';

const changed = async (id: string, ...changes: string[]) => changes.reduce(changeSheet, await goldenSheet(id));
const payout = (sheet: SheetTable) => payoutOf(sheet, builtInMappings);
const orders = (sheet: SheetTable) => ordersOf(sheet, builtInMappings);

test('an export of 2012 ends with Cancelled at and is the same report', async () => {
  const sheet = await changed('shopify.orders', 'drop columns after Cancelled at');
  expect(recognise(sheet, builtInMappings)).toMatchObject({ mapping: { id: 'shopify.orders' }, unmapped: [] });
  expect(orders(sheet).orders).toHaveLength(4);
});

test.each([
  ['cell 5 Cancelled at = "2026-05-14 09:00:00 -0700"', 'cancelled'],
  ['cell 5 Fulfilled at = "2026-05-14 09:00:00 -0700"', 'shipped'],
  ['cell 5 Financial Status = "voided"', 'cancelled'],
  ['cell 5 Financial Status = "paid"', 'unshipped'],
])('after %s the order is %s', async (change, stage) => {
  expect(orders(await changed('shopify.orders', change)).orders[2]).toMatchObject({ orderNumber: '#1003', stage });
});

test('an unknown financial status of an order that is not fulfilled stops the file', async () => {
  const { stopped } = orders(await changed('shopify.orders', 'cell 5 Financial Status = "expired"'));
  expect(stopped).toMatchObject({ code: 'UNKNOWN_VALUES', values: [{ values: ['expired'], firstRow: 5 }] });
});

test('nothing about the buyer is in what is pushed', async () => {
  const columns = ['Email', 'Billing Name', 'Shipping Phone', 'Notes', 'Note Attributes', 'Phone'];
  const sheet = await changed('shopify.orders', ...columns.map((header) => `cell 2 ${header} = "PERSON"`));
  expect(JSON.stringify(orders(sheet))).not.toContain('PERSON');
});

test('VAT and Payout ID beside the amounts change nothing', async () => {
  const plain = payout(await goldenSheet('shopify.payment-transactions'));
  const sheet = await changed(
    'shopify.payment-transactions',
    'cell 1 VAT = "VAT"',
    'cell 2 VAT = "0.40"',
    'cell 1 Payout ID = "Payout ID"',
    'cell 2 Payout ID = "90000000001"',
  );
  expect(payout(sheet)).toMatchObject({ lines: plain.lines, problems: [], unmappedAmounts: [] });
});

test('an unknown type of payment transaction stops the file', async () => {
  const { stopped } = payout(await changed('shopify.payment-transactions', 'cell 4 Type = "loan_repayment"'));
  expect(stopped).toMatchObject({ code: 'UNKNOWN_VALUES', values: [{ values: ['loan_repayment'], count: 1 }] });
});

test('a payouts file that prints its fees negative gives the same rows', async () => {
  const sheet = await goldenSheet('shopify.payouts');
  const fees = sheet.rows[0]?.indexOf('Fees') ?? -1;
  const negative = sheet.rows.map((row, at) =>
    at === 0 ? row : row.map((cell, i) => (i === fees ? `-${cell}` : cell)),
  );
  const { lines, problems } = payout({ ...sheet, rows: negative });
  expect([lines, problems]).toEqual([payout(sheet).lines, []]);
});

test('one payout whose fees have the other sign than all others does not add up and is not misread', async () => {
  const { problems, lines } = payout(await changed('shopify.payouts', 'cell 2 Fees = "-2.68"'));
  expect(problems.map(({ code, row, details }) => [code, row, details.difference])).toEqual([
    ['NET_MISMATCH', 2, '-5.36'],
  ]);
  expect(lines).toHaveLength(3);
});

test('the shorter list of payouts without number and bank reference adds up', async () => {
  const drop = ['Payout ID', 'Marketplace Sales Tax', 'Advances', 'Bank Reference'];
  const sheet = await changed(
    'shopify.payouts',
    'cell 3 Total = "55.04"',
    ...drop.map((name) => `drop column ${name}`),
  );
  const { problems, lines } = payout(sheet);
  expect(problems).toEqual([]);
  expect(lines.map(({ net }) => textOfAmount(net))).toEqual(['79.32', '55.04', '-90', '36.22']);
});

test('the payouts are the payment transactions of their days', async () => {
  const netsBy = async (id: string) => {
    const { lines } = payout(await goldenSheet(id));
    return (day: string) => textOfAmount(sum(lines.filter(({ paidOutOn }) => paidOutOn === day).map(({ net }) => net)));
  };
  const [moved, paid] = [await netsBy('shopify.payment-transactions'), await netsBy('shopify.payouts')];
  expect([moved('2026-05-13'), moved('2026-05-14')]).toEqual(['79.32', '53.79']);
  expect([paid('2026-05-13'), paid('2026-05-14')]).toEqual(['79.32', '53.79']);
});

test('a kind of order transaction that nobody listed stops the file', async () => {
  const { stopped } = payout(await changed('shopify.transactions', 'cell 4 Kind = "change"'));
  expect(stopped).toMatchObject({ code: 'UNKNOWN_VALUES' });
});
