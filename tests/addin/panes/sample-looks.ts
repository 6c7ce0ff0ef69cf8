// Worksheets for tests of the pane, made from the mappings' own headers: what Excel would show of the two exports.
import type { SheetLook } from '../../../addin/excel/look-at-workbook.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';

type Row = Readonly<Record<string, Cell>>;

const FILE = 'May.xlsx';

/** A sheet of a mapping's report: all its headers in row 1, and one row for each record of named cells. */
export function exportSheet(mappingId: string, name: string, rows: readonly Row[], without: readonly string[] = []) {
  const mapping = builtInMappings.find((each) => each.id === mappingId);
  if (!mapping) throw new Error(`There is no mapping ${mappingId}`);
  const headers = mapping.columns.map((column) => column.header).filter((header) => !without.includes(header));
  return table(name, [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))]);
}

export function table(sheet: string, rows: readonly (readonly Cell[])[]): SheetTable {
  return { file: FILE, sheet, firstRow: 1, firstColumn: 1, rows };
}

export function lookAt(sheet: SheetTable, part: Partial<SheetLook> = {}): SheetLook {
  return {
    id: `id of ${sheet.sheet}`,
    name: sheet.sheet,
    active: false,
    ours: null,
    head: sheet,
    rowCount: sheet.rows.length,
    ...part,
  };
}

const ZERO_AMOUNTS: Row = Object.fromEntries(
  builtInMappings.flatMap((mapping) =>
    mapping.kind === 'payout'
      ? mapping.columns.filter((column) => column.as === 'component').map((column) => [column.header, 0])
      : [],
  ),
);

const payoutRow = (cells: Row): Row => ({ ...ZERO_AMOUNTS, 錢包入帳日期: '2024-05-07', ...cells });

export const incomeRows: readonly Row[] = [
  payoutRow({ 訂單編號: '2405018K2M4N6P', 商品原價: 1290, 成交手續費: -80, 金流與系統處理費: -64, 錢包入帳金額: 1146 }),
  payoutRow({ 訂單編號: '2405031U4V6W8X', 商品原價: 1160, 退款金額: -520, 成交手續費: -255, 錢包入帳金額: 385 }),
];

const orderRow = (cells: Row): Row => ({
  訂單狀態: '已完成',
  訂單成立日期: '2024-05-01 10:00',
  訂單完成時間: '2024-05-06 10:00',
  買家支付運費: 0,
  蝦皮補貼金額: 0,
  賣家負擔優惠券: 0,
  賣家負擔蝦幣回饋券: 0,
  數量: 1,
  退貨數量: 0,
  商品原價: 1290,
  商品活動價格: 1290,
  ...cells,
});

export const orderRows: readonly Row[] = [
  orderRow({ 訂單編號: '2405018K2M4N6P', 商品總價: 1290 }),
  orderRow({ 訂單編號: '2405031U4V6W8X', 商品總價: 1160 }),
];
