// What is known of reports from mainland China beyond the golden exports: own shops' numbers, renamed columns.
import type { SheetTable } from '../../core/sheet-table.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { payoutOf, recognise } from '../core/mapping/sheets.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';

const changed = async (id: string, ...changes: string[]) => changes.reduce(changeSheet, await goldenSheet(id));
const payout = (sheet: SheetTable) => payoutOf(sheet, builtInMappings);

test.each([
  ['SHOP-2024-0001', 'SHOP-2024-0001'],
  ['T200P3553498017448001', '3553498017448001'],
])('an Alipay sale whose 商户订单号 is %s belongs to the order %s', async (printed, orderNumber) => {
  const sheet = await changed(
    'alipay.fund-detail',
    `cell 6 商户订单号 = ${JSON.stringify(printed)}`,
    'cell 6 业务基础订单号 = ""',
  );
  expect(payout(sheet).lines[0]).toMatchObject({ sourceRow: 6, orderNumber });
});

test("Alipay's 业务基础订单号 goes before the shop's own number", async () => {
  const sheet = await changed('alipay.fund-detail', 'cell 6 商户订单号 = "SHOP-2024-0001"');
  expect(payout(sheet).lines[0]?.orderNumber).toBe('3553498017448001');
});

test('a Douyin fund flow with renamed columns is the same report and gives the same rows', async () => {
  const renames = ['动账金额', '订单实付应结', '平台服务费', '佣金', '订单退款'];
  const sheet = await changed(
    'douyin.fund-flow',
    'cell 1 订单号 = "关联订单号"',
    'cell 1 子订单号 = "关联子订单号"',
    ...renames.map((header) => `cell 1 ${header} = "${header}（元）"`),
  );
  expect(recognise(sheet, builtInMappings)).toMatchObject({ mapping: { id: 'douyin.fund-flow' }, unmapped: [] });
  const facts = (each: SheetTable) =>
    payout(each).lines.map(({ identity, orderNumber, net }) => [identity, orderNumber, net]);
  expect(facts(sheet)).toEqual(facts(await goldenSheet('douyin.fund-flow')));
});
