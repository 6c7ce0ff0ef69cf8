// Two small mappings to compare, merge and keep in a library, and ways to change them.
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../core/mapping/mapping.ts';

const common = {
  version: 1,
  platform: 'corner',
  verified: true,
  notes: ['invented'],
  header: { searchRows: 30, signature: ['單號', '金額'] },
  currency: 'TWD',
  emptyMarkers: ['-'],
  currencyMarks: ['NT$'],
} as const;

export const payoutMapping = mappingSchema.parse({
  ...common,
  id: 'corner.payout',
  title: { 'zh-TW': '街角 撥款', 'zh-CN': '街角 拨款', en: 'Corner payouts' },
  kind: 'payout',
  columns: [
    { header: '單號', as: 'orderNumber', required: true, synonyms: ['訂單'] },
    { header: '日期', as: 'paidOutOn', required: true },
    { header: '貨款', as: 'component', type: { by: 'kinds' }, sign: 'as-is' },
    { header: '手續費', as: 'component', type: 'COMMISSION', sign: 'as-is' },
    { header: '備註', as: 'note' },
    { header: '金額', as: 'net', required: true },
  ],
  vocabularies: {
    kinds: {
      columns: ['備註'],
      values: [
        { match: ['賣出'], type: 'PRINCIPAL' },
        { match: ['*'], type: 'SERVICE_FEE' },
      ],
    },
  },
  referenceIsIdentity: false,
  linesWithoutOrder: false,
  paymentMode: 'single',
}) as PayoutMapping;

export const orderMapping = mappingSchema.parse({
  ...common,
  id: 'corner.orders',
  title: { 'zh-TW': '街角 訂單', 'zh-CN': '街角 订单', en: 'Corner orders' },
  kind: 'orders',
  columns: [
    { header: '單號', as: 'orderNumber', required: true },
    { header: '狀態', as: 'status', required: true },
    { header: '件數', as: 'quantity', required: true },
    { header: '單價', as: 'unitPrice', required: true },
    { header: '金額', as: 'receivable', sign: 'plus', required: true },
  ],
  statuses: [
    { exact: '完成', stage: 'completed' },
    { startsWith: '取消', stage: 'cancelled' },
  ],
  refundedStatuses: [],
}) as OrderMapping;

type Change = Readonly<Record<string, unknown>>;

/** The mapping with properties set; `undefined` takes one away. */
export function changed(mapping: Mapping, change: Change): Mapping {
  return mappingSchema.parse(JSON.parse(JSON.stringify({ ...mapping, ...change })));
}

/** The mapping with properties of one column set; null takes the column away. */
export function columnChanged(mapping: Mapping, header: string, change: Change | null): Mapping {
  const columns = mapping.columns.flatMap((column) => {
    if (column.header !== header) return [column];
    return change === null ? [] : [{ ...column, ...change }];
  });
  return changed(mapping, { columns });
}

export function columnAdded(mapping: Mapping, column: Change, at = mapping.columns.length): Mapping {
  const columns: unknown[] = [...mapping.columns];
  columns.splice(at, 0, column);
  return changed(mapping, { columns });
}
