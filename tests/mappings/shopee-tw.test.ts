// What is known of Shopee Taiwan's reports beyond the golden exports: other words, older headers, further columns.
import type { SheetTable } from '../../core/sheet-table.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { ordersOf, payoutOf, recognise } from '../core/mapping/sheets.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';

const ordersWith = async (...changes: string[]) => changes.reduce(changeSheet, await goldenSheet('shopee-tw.orders'));
const incomeWith = async (...changes: string[]) => changes.reduce(changeSheet, await goldenSheet('shopee-tw.income'));
const orders = (sheet: SheetTable) => ordersOf(sheet, builtInMappings);
const income = (sheet: SheetTable) => payoutOf(sheet, builtInMappings);

test.each([
  ['待出貨', 'unshipped'],
  ['運送中', 'shipped'],
  ['已送達', 'shipped'],
  ['已完成', 'completed'],
  ['已完成(鑑賞期內)，但買家仍可在鑑賞期 2024-05-14 前申請退貨/退款。', 'completed'],
  ['已完成（鑑賞期內）', 'completed'],
  ['不成立', 'cancelled'],
])('an order that is %s is %s', async (status, stage) => {
  const sheet = await ordersWith(`cell 5 訂單狀態 = ${JSON.stringify(status)}`);
  expect(orders(sheet).orders[2]).toMatchObject({ stage, status, receivable: 10_400_000 });
});

test.each(['不成立(待確認)', '尚未付款', '退貨/退款', '完成'])('the status %s is not guessed', async (status) => {
  const { problems } = orders(await ordersWith(`cell 5 訂單狀態 = ${JSON.stringify(status)}`));
  expect(problems).toMatchObject([{ code: 'VALUE_UNKNOWN', row: 5, details: { value: status } }]);
});

test('the receivable adds what buyer and platform pay and takes away what the seller gives', async () => {
  const sheet = await ordersWith(
    'cell 5 買家支付運費 = 60',
    'cell 5 蝦皮補貼金額 = 7',
    'cell 5 賣家負擔優惠券 = "NT$50"',
    'cell 5 賣家負擔蝦幣回饋券 = 5',
    'cell 5 蝦皮負擔優惠券 = 1000',
    'cell 5 蝦皮補助運費 = 1000',
    'cell 5 退貨數量 = "-"',
  );
  expect(orders(sheet).orders[2]).toMatchObject({ receivable: 10_520_000, credited: 0 });
});

test('the older names of the coupon columns are read alike', async () => {
  const sheet = await ordersWith(
    'cell 1 賣家負擔優惠券 = "賣場優惠券"',
    'cell 1 賣家負擔蝦幣回饋券 = "賣家蝦幣回饋券"',
    'cell 1 蝦皮負擔優惠券 = "優惠券"',
  );
  expect(recognise(sheet, builtInMappings)).toMatchObject({ unmapped: [] });
  expect(orders(sheet).orders).toEqual(orders(await goldenSheet('shopee-tw.orders')).orders);
});

test('Order.all with its 57th column is the same report', async () => {
  const sheet = await ordersWith('cell 1 不成立原因 = "不成立原因"', 'cell 4 不成立原因 = "買家取消"');
  expect(recognise(sheet, builtInMappings)).toMatchObject({ share: 1, missing: [], unmapped: [] });
  expect(orders(sheet).problems).toEqual([]);
});

test.each([
  ['包裹遺失', 'completed'],
  ['物流遺失，由蝦皮賠償', 'completed'],
  ['買家取消', 'cancelled'],
  ['-', 'cancelled'],
])('an order that is 不成立 because of %s is %s', async (reason, stage) => {
  const sheet = await ordersWith('cell 1 不成立原因 = "不成立原因"', `cell 4 不成立原因 = ${JSON.stringify(reason)}`);
  expect(orders(sheet).orders[1]).toMatchObject({ orderNumber: '2405029Q3R5S7T', stage, status: '不成立' });
});

test('a reason with 遺失 says nothing of an order that stands', async () => {
  const sheet = await ordersWith(
    'cell 1 不成立原因 = "不成立原因"',
    'cell 5 不成立原因 = "遺失"',
    'cell 5 訂單狀態 = "運送中"',
  );
  expect(orders(sheet).orders[2]).toMatchObject({ stage: 'shipped' });
});

test.each([
  [['cell 5 商品選項貨號 = "-"', 'cell 5 主商品貨號 = "TEA"'], 'TEA'],
  [['cell 5 商品選項貨號 = ""'], '1900000001'],
  [['cell 5 商品選項貨號 = ""', 'cell 5 規格ID = ""'], '2900000101'],
])('after %j the item is known as %s', async (changes, sku) => {
  expect(orders(await ordersWith(...changes)).orders[2]?.lines[0]?.sku).toBe(sku);
});

test('nothing about the buyer is in what is pushed', async () => {
  const personal = ['buyer_4n6p', '王**', 'PERSON', '****'];
  const sheet = await ordersWith('cell 2 收件地址 = "PERSON"', 'cell 2 買家備註 = "PERSON"', 'cell 2 備註 = "PERSON"');
  const pushed = JSON.stringify([orders(sheet), income(await goldenSheet('shopee-tw.income'))]);
  for (const text of personal) expect(pushed).not.toContain(text);
});

test.each([
  ['an older name', ['cell 6 退款金額 = "買家退款金額"'], 'REFUND 買家退款金額 -5200000'],
  [
    'a compensation column',
    [
      'cell 6 損失賠償 = "損失賠償"',
      'cell 8 損失賠償 = 100',
      'cell 8 錢包入帳金額 = 485',
      'cell 5 錢包入帳金額 = 1631',
    ],
    'REIMBURSEMENT 損失賠償 1000000',
  ],
  [
    'a promotion fee',
    ['cell 8 AMS推廣費用 = "-5"', 'cell 8 錢包入帳金額 = 380', 'cell 5 錢包入帳金額 = 1526'],
    'AFFILIATE_FEE AMS推廣費用 -50000',
  ],
])('the income report with %s adds up', async (_, changes, component) => {
  const { lines, problems } = income(await incomeWith(...changes));
  expect(problems).toEqual([]);
  const parts = lines[1]?.components.map(({ type, column, amount }) => `${type} ${column} ${amount}`);
  expect(parts).toContain(component);
});

test('an income report without optional fee columns still adds up when they were empty', async () => {
  const sheet = await incomeWith('drop column AMS推廣費用', 'drop column 蝦皮補貼金額', 'drop column 分期付款期數');
  expect(income(sheet)).toMatchObject({ proof: 'foots', problems: [], rows: { accepted: 2 } });
});

test('an income report without a fee column that held money is caught row by row', async () => {
  const { problems, proof } = income(await incomeWith('drop column 其他服務費'));
  expect(problems.map(({ code, row, details }) => [code, row, details.difference])).toEqual([
    ['NET_MISMATCH', 7, '-80'],
    ['NET_MISMATCH', 8, '-31'],
  ]);
  expect(proof).toBe('foots');
});
