// What is known of Etsy's and eBay's reports beyond the golden exports: order numbers in texts, roll-up rows, contradictions.
import type { SheetTable } from '../../core/sheet-table.ts';
import { textOfAmount } from '../../core/money.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { ordersOf, payoutOf, recognise } from '../core/mapping/sheets.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';

const changed = async (id: string, ...changes: string[]) => changes.reduce(changeSheet, await goldenSheet(id));
const payout = (sheet: SheetTable) => payoutOf(sheet, builtInMappings);
const orders = (sheet: SheetTable) => ordersOf(sheet, builtInMappings);

test.each([
  ['Payment for Order #3000000009', '--', '3000000009'],
  ['Partial refund for Order #3000000009', '--', '3000000009'],
  ['Transaction fee: Demo', 'Order #3000000009', '3000000009'],
  ['renew sold auto credit: 3000000009', '--', null],
  ['renew sold auto credit: 3000000009', 'Order #3000000009', null],
  ['Listing fee', 'Listing #1700000001', null],
])('an Etsy line "%s" with "%s" belongs to order %s', async (title, info, orderNumber) => {
  const sheet = await changed(
    'etsy.statement',
    `cell 2 Title = ${JSON.stringify(title)}`,
    `cell 2 Info = ${JSON.stringify(info)}`,
  );
  expect(payout(sheet).lines[0]).toMatchObject({ sourceRow: 2, orderNumber });
});

test.each([
  ['"30 April, 2025"', '2025-04-30'],
  ['"January 30, 2026"', '2026-01-30'],
])('an Etsy statement reads %s', async (printed, day) => {
  expect(payout(await changed('etsy.statement', `cell 2 Date = ${printed}`)).lines[0]?.paidOutOn).toBe(day);
});

test('euros with their mark are amounts of an Etsy statement', async () => {
  const euros = ['cell 2 Currency = "EUR"', 'cell 2 Amount = "€88.20"', 'cell 2 Net = "€88.20"'];
  const [line] = payout(await changed('etsy.statement', ...euros)).lines;
  expect(line).toMatchObject({ currency: 'EUR', net: 882_000 });
});

test('an Etsy statement without status columns is the same report', async () => {
  const sheet = await changed('etsy.statement', 'drop column Status', 'drop column Availability Date');
  expect(recognise(sheet, builtInMappings)).toMatchObject({ mapping: { id: 'etsy.statement' } });
  expect(payout(sheet).problems).toEqual([]);
});

test('an unknown type of an Etsy statement stops the file', async () => {
  expect(payout(await changed('etsy.statement', 'cell 10 Type = "Donation"')).stopped).toMatchObject({
    code: 'UNKNOWN_VALUES',
    values: [{ values: ['Donation'] }],
  });
});

test('the two Etsy order files say the same about an order', async () => {
  const facts = async (id: string) =>
    orders(await goldenSheet(id))
      .orders.filter(({ orderNumber }) => orderNumber === '3000000001')
      .map(({ receivable, stage, shippedOn }) => [textOfAmount(receivable), stage, shippedOn]);
  expect(await facts('etsy.orders')).toEqual([['1066', 'shipped', '2026-01-31']]);
  expect(await facts('etsy.order-items')).toEqual(await facts('etsy.orders'));
});

test('Etsy items whose order amounts contradict each other leave the order out', async () => {
  const { orders: found, problems } = orders(await changed('etsy.order-items', 'cell 3 Order Sales Tax = "0"'));
  expect(found.map(({ orderNumber }) => orderNumber)).toEqual(['3000000003']);
  expect(problems.map(({ code }) => code)).toContain('ORDER_FIELD_DIFFERS');
});

test('an eBay roll-up row that its detail rows do not add up to is told', async () => {
  const { proof, problems } = payout(await changed('ebay.transactions', 'cell 17 Net amount = "166.65"'));
  expect(proof).toBe('differs');
  expect(problems).toMatchObject([{ code: 'CHECK_FAILED', row: 17 }]);
});

test('a refund on eBay whose item cells are empty is left out by name, not booked as fees alone', async () => {
  const sheet = await changed(
    'ebay.transactions',
    'cell 14 Item subtotal = "--"',
    'cell 14 Shipping and handling = "--"',
  );
  const { problems, lines } = payout(sheet);
  expect(problems).toMatchObject([{ code: 'NET_MISMATCH', row: 14, details: { difference: '-102' } }]);
  expect(lines.some(({ sourceRow }) => sourceRow === 14)).toBe(false);
});

test('the eBay header is found below a long block of notes', async () => {
  const sheet = await goldenSheet('ebay.transactions');
  const notes = Array.from({ length: 120 }, (_, at) => [`Note ${at + 1}`]);
  const below = { ...sheet, rows: [...notes, ...sheet.rows] };
  expect(recognise(below, builtInMappings)).toMatchObject({ mapping: { id: 'ebay.transactions' }, headerRow: 132 });
});

test('an eBay order whose gross differs between its item rows is left out, not added up', async () => {
  const { orders: found, problems } = orders(await changed('ebay.order-earnings', 'cell 13 Gross amount = "15.00"'));
  expect(found.map(({ orderNumber }) => orderNumber)).toEqual(['13-00002-00002']);
  expect(problems).toMatchObject([{ code: 'ORDER_INCOMPLETE' }, { code: 'ORDER_FIELD_DIFFERS', row: 13 }]);
});

test('nothing about the buyer is in what is pushed', async () => {
  const ebay = ['Buyer username', 'Buyer name', 'Ship to city'].map((header) => `cell 14 ${header} = "PERSON"`);
  const etsy = ['Full Name', 'Buyer', 'Street 1'].map((header) => `cell 2 ${header} = "PERSON"`);
  expect(JSON.stringify(payout(await changed('ebay.transactions', ...ebay)))).not.toContain('PERSON');
  expect(JSON.stringify(orders(await changed('etsy.orders', ...etsy)))).not.toContain('PERSON');
});
