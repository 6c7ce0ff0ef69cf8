// The parts of the inference by themselves: what a cell could be, what a column holds, and what a header says.
import { type CellKind, isDate, kindOfCell, prefixesIn } from '../../../core/mapping/infer-cell.ts';
import { costsOf } from '../../../core/mapping/infer-signs.ts';
import {
  amountsOf,
  dateFormatsOf,
  datesUnclear,
  profileOf,
  usualDecimal,
} from '../../../core/mapping/infer-profile.ts';
import { type Content, contentOf, directionOf } from '../../../core/mapping/infer-roles.ts';
import { stageOfWord } from '../../../core/mapping/infer-stages.ts';
import { sideOfHeader, typeOfHeader } from '../../../core/mapping/infer-words.ts';
import type { ComponentType } from '../../../core/payout.ts';
import type { Cell } from '../../../core/sheet-table.ts';

const column = (header: string, cells: readonly Cell[]) => ({ index: 0, header, occurrence: null, cells });

test.each<[Cell, CellKind]>([
  [null, 'blank'],
  ['', 'blank'],
  ['--', 'blank'],
  [12.5, 'number'],
  ['1,234.56', 'number'],
  ['1.234,56', 'number'],
  ['(NT$120)', 'number'],
  ['-0.6元', 'number'],
  ['`100.00', 'number'],
  ['2.50%', 'percent'],
  ['2024-05-01 12:33', 'date'],
  ['20240501', 'date'],
  ['Sep 8, 2026', 'date'],
  ['2405018K2M4N6P', 'id'],
  ['="3553498017448001234"', 'id'],
  [3553498017448001, 'id'],
  ['0912345678', 'id'],
  ['#1001', 'id'],
  ['信用卡', 'word'],
  ['12:33:00', 'word'],
  [true, 'word'],
])('the cell %p is taken for %s', (cell, kind) => {
  expect(kindOfCell(cell)).toBe(kind);
});

test.each([
  ['20991331', false],
  ['31/12/2024', true],
  ['12345678', false],
  ['1.234', false],
])('"%s" is a date: %p', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test('only prefixes that stand before values are named', () => {
  expect(prefixesIn(['`1', "'2", 'x', 5, null])).toEqual(['`', "'"]);
});

test.each<[string, readonly Cell[], Content]>([
  ['下單日', ['2024-05-01', '2024-05-02', null], 'date'],
  ['下單日期', [45413, 45414.5], 'date'],
  ['交易日', [20260128, 20260129], 'date'],
  ['小計', [45413, 45414.5], 'amount'],
  ['金額', ['12.5', '-3', '0'], 'amount'],
  ['帳戶餘額', ['12.5', '13', '0'], 'balance'],
  ['手續費率', ['2.5%', '2.5%', ''], 'rate'],
  ['佣金比例', [0.05, 0.05], 'rate'],
  ['數量', [1, 2, 1], 'quantity'],
  ['NO', [1, 2, 3], 'serial'],
  ['訂單編號', ['A1001', 'A1002', 'A1002'], 'id'],
  ['商品編號', [1900000001, 1900000002], 'id'],
  ['幣別', ['TWD', 'TWD'], 'currency'],
  ['收支', ['收入', '支出', '收入'], 'direction'],
  ['欄位一', ['王**', '李*', '陳**'], 'personal'],
  ['欄位二', ['a***@example.com', 'b***@example.com'], 'personal'],
  ['收件人', ['', ''], 'personal'],
  ['買家支付運費', [60, 0, 45], 'amount'],
  ['付款方式', ['信用卡', '信用卡', '貨到付款', '信用卡'], 'words'],
  ['商品名稱', ['茶', '杯', '壺', '碗', '盤'], 'text'],
  ['備註', [null, '', '-'], 'empty'],
])('the column "%s" of %p holds %s', (header, cells, content) => {
  expect(contentOf(profileOf(column(header, cells))).content).toBe(content);
});

test.each<[string, ComponentType]>([
  ['成交手續費', 'COMMISSION'],
  ['成交手续费', 'COMMISSION'],
  ['金流與系統處理費', 'PAYMENT_FEE'],
  ['Transaction Fee (Incl. SST)', 'PAYMENT_FEE'],
  ['Final Value Fee - variable', 'COMMISSION'],
  ['退款金額', 'REFUND'],
  ['蝦皮補助運費', 'SHIPPING_SUBSIDY'],
  ['賣家負擔優惠券', 'SELLER_DISCOUNT'],
  ['AMS推廣費用', 'AFFILIATE_FEE'],
  ['product sales', 'PRINCIPAL'],
  ['商品原價', 'PRINCIPAL'],
  ['甲項', 'UNKNOWN'],
])('"%s" is taken for %s', (header, type) => {
  expect(typeOfHeader(header)).toBe(type);
});

test.each([
  ['收入金額（+元）', 'in'],
  ['支出金额（-元）', 'out'],
  ['Net Credit (NC)', 'in'],
  ['Withdrawals', 'out'],
  ['收支金額', null],
])('the header "%s" is money %s', (header, side) => {
  expect(sideOfHeader(header)).toBe(side);
});

test('directions are pairs of words, printed as in the file', () => {
  expect(directionOf(['支出', '收入'])).toEqual(['收入', '支出']);
  expect(directionOf(['Credit'])).toEqual(['Credit', 'debit']);
  expect(directionOf(['收入', '轉帳'])).toBeNull();
});

test.each([
  [['1.234,56', '12,00'], ',', false],
  [['1,234.56', '12.00'], '.', false],
  [['1.234', '5.678'], '.', true],
  [['1234', '5678'], '.', false],
])('amounts %p have the mark %s, unclear: %p', (cells, decimal, unclear) => {
  expect(amountsOf(column('x', cells), '.')).toMatchObject({ decimal, unclear });
});

test('a column that cannot tell follows those that can', () => {
  const told = column('a', ['12,50', '1.000,00']);
  const unclear = column('b', ['1.234', '5.678']);
  expect(usualDecimal([told, unclear])).toBe(',');
  expect(amountsOf(unclear, usualDecimal([told, unclear])).amounts).toEqual([12_340_000, 56_780_000]);
});

test.each([
  [['01/02/2024', '03/04/2024'], ['D/M/YYYY', 'M/D/YYYY'], true],
  [['01/02/2024', '13/04/2024'], ['D/M/YYYY'], false],
  [['2024-05-01', '2024-05-31 10:00'], ['YYYY-M-D'], false],
  [['x'], [], false],
])('days %p are written as %p, unclear: %p', (cells, formats, unclear) => {
  const found = dateFormatsOf(column('d', cells));
  expect(found.map(({ format }) => format)).toEqual(formats);
  expect(datesUnclear(column('d', cells), found)).toBe(unclear);
});

test.each([
  ['已完成', 'completed'],
  ['待出貨', 'unshipped'],
  ['卖家已发货，等待买家确认', 'shipped'],
  ['不成立', 'cancelled'],
  ['Sample', null],
])('the status "%s" is taken for %s', (word, stage) => {
  expect(stageOfWord(word)).toBe(stage);
});

describe('what a sign would cost', () => {
  test.each([
    ['a fee printed without sign is taken away', '成交手續費', true, 'minus'],
    ['a fee printed as money flows is added', '成交手續費', false, 'plus'],
    ['goods are added', '商品貨款', true, 'plus'],
    ['a refund printed without sign is taken away', '退款金額', true, 'minus'],
    ['a sum of others is left out', '小計', true, 'none'],
    ['another net is left out', '淨額', true, 'none'],
  ] as const)('%s', (_, header, withNet, cheapest) => {
    const costs = costsOf(header, typeOfHeader(header), withNet);
    expect(costs[cheapest]).toBe(Math.min(costs.minus, costs.none, costs.plus));
    expect(Object.values(costs).filter((cost) => cost === costs[cheapest])).toHaveLength(1);
  });
});
