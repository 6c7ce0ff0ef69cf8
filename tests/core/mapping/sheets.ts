// Sheets for tests of the mapping engine: two small invented reports with their mappings, and rows as an export has them.
import { type Recognised, detectMapping } from '../../../core/mapping/detect-mapping.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../../core/mapping/mapping.ts';
import { type NormalizedOrders, normalizeOrders } from '../../../core/mapping/normalize-orders.ts';
import { type NormalizedPayout, normalizePayout } from '../../../core/mapping/normalize-payout.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';

export function sheetOf(rows: readonly (readonly Cell[])[], firstRow = 1): SheetTable {
  return { file: 'demo.xlsx', sheet: 'Demo', firstRow, firstColumn: 1, rows };
}

const common = {
  version: 3,
  platform: 'demo',
  verified: false,
  notes: ['Invented for tests.'],
  currency: 'TWD',
  emptyMarkers: ['-'],
  currencyMarks: ['NT$', '$', '元'],
};

export const demoOrders: OrderMapping = {
  ...common,
  id: 'demo.orders',
  kind: 'orders',
  title: { 'zh-TW': '示範訂單', 'zh-CN': '示范订单', en: 'Demo orders' },
  header: { searchRows: 30, signature: ['Order no.', 'Status'] },
  columns: [
    { header: 'Order no.', as: 'orderNumber', required: true },
    { header: 'Status', as: 'status', required: true },
    { header: 'Refund status', as: 'refundStatus' },
    { header: 'Ordered', as: 'orderedOn' },
    { header: 'Shipped', as: 'shippedOn' },
    { header: 'Goods total', as: 'receivable', sign: 'plus', required: true, filled: true },
    { header: 'Freight', as: 'receivable', sign: 'plus' },
    { header: 'Coupon', synonyms: ['Voucher'], as: 'receivable', sign: 'minus' },
    { header: 'Option SKU', as: 'sku' },
    { header: 'Parent SKU', as: 'sku' },
    { header: 'Name', as: 'itemName' },
    { header: 'Deal price', as: 'unitPrice', required: true },
    { header: 'List price', as: 'unitPrice' },
    { header: 'Pieces', as: 'quantity', required: true },
    { header: 'Returned', as: 'returnedQuantity' },
    { header: 'Buyer', as: 'personal' },
    { header: 'Remark', as: 'note' },
  ],
  statuses: [
    { exact: 'to ship', stage: 'unshipped' },
    { exact: 'sent', stage: 'shipped' },
    { startsWith: 'done', stage: 'completed' },
    { exact: 'done for', stage: 'cancelled' },
  ],
  refundedStatuses: ['refunded'],
};

export const demoPayout: PayoutMapping = {
  ...common,
  id: 'demo.payout',
  kind: 'payout',
  title: { 'zh-TW': '示範撥款', 'zh-CN': '示范拨款', en: 'Demo payout' },
  header: { searchRows: 30, signature: ['Order no.', 'Net'] },
  columns: [
    { header: 'Order no.', as: 'orderNumber', required: true },
    { header: 'Refund no.', as: 'reference' },
    { header: 'Paid out', as: 'paidOutOn', required: true },
    { header: 'Goods', as: 'component', type: 'PRINCIPAL', sign: 'as-is', required: true },
    { header: 'Refund', synonyms: ['Given back'], as: 'component', type: 'REFUND', sign: 'as-is' },
    { header: 'Fee', as: 'component', type: 'COMMISSION', sign: 'negate' },
    { header: 'Net', as: 'net', required: true },
    { header: 'Buyer', as: 'personal' },
  ],
  referenceIsIdentity: true,
  linesWithoutOrder: false,
  paymentMode: 'instalments',
  checks: [{ check: 'labelledTotal', label: 'Subtotal', where: 'above' }],
};

export const demoMappings: readonly Mapping[] = [demoOrders, demoPayout];

/** A row of the demo order export by its headers; what is not named is as in a plain order of 2 × 100. */
export type OrderRow = Readonly<Record<string, Cell>>;

const PLAIN_ORDER: OrderRow = {
  'Order no.': 'A1',
  Status: 'sent',
  'Refund status': '-',
  Ordered: '2024-05-01 12:33',
  Shipped: '2024-05-02',
  'Goods total': 200,
  Freight: 0,
  Coupon: '-',
  'Option SKU': 'TEA',
  'Parent SKU': '',
  Name: 'Tea',
  'Deal price': 100,
  'List price': 120,
  Pieces: 2,
  Returned: 0,
  Buyer: '王**',
  Remark: '',
};

const PLAIN_PAYOUT: OrderRow = {
  'Order no.': 'A1',
  'Refund no.': '-',
  'Paid out': '2024-05-07',
  Goods: 200,
  Refund: 0,
  Fee: 12,
  Net: 188,
  Buyer: '王**',
};

function rowsOf(plain: OrderRow, changes: readonly OrderRow[]): Cell[][] {
  const headers = [...new Set([...Object.keys(plain), ...changes.flatMap((change) => Object.keys(change))])];
  const rows = changes.map((change) => headers.map((header) => ({ ...plain, ...change })[header] ?? null));
  return [headers, ...rows];
}

export function orderSheet(...changes: OrderRow[]): SheetTable {
  return sheetOf(rowsOf(PLAIN_ORDER, changes));
}

export function payoutSheet(...changes: OrderRow[]): SheetTable {
  return sheetOf(rowsOf(PLAIN_PAYOUT, changes));
}

export function recognise(table: SheetTable, mappings: readonly Mapping[] = demoMappings): Recognised {
  const detection = detectMapping(table, mappings);
  if (detection.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(detection.refusal)}`);
  return detection.recognised;
}

export function ordersOf(table: SheetTable, mappings: readonly Mapping[] = demoMappings): NormalizedOrders {
  const recognised = recognise(table, mappings);
  if (recognised.kind !== 'orders') throw new Error(`not orders but ${recognised.mapping.id}`);
  return normalizeOrders(table, recognised);
}

export function payoutOf(table: SheetTable, mappings: readonly Mapping[] = demoMappings): NormalizedPayout {
  const recognised = recognise(table, mappings);
  if (recognised.kind !== 'payout') throw new Error(`not a payout but ${recognised.mapping.id}`);
  return normalizePayout(table, recognised);
}
