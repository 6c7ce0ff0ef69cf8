// Stock: movements by document (庫存異動), and the items that need attention (庫存提醒).
import type { StockAlert, StockMovement } from '../stock.ts';
import { word } from './labels.ts';
import { columnsFor, dayCell, type Material, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import { type TableSheet, tableSheet } from './table-sheet.ts';

export function stockSheet(material: Material): TableSheet {
  const { result, context, decimals, manyShops } = material;
  const { language } = context;
  const make = columnsFor(material);
  return tableSheet<StockMovement>({
    key: 'stock',
    language,
    note: word('stockNote', language),
    emptyNote: word('noMovements', language),
    columns: [
      make.text('cause', ({ cause }) => word(cause, language), { width: 12, total: 'count' }),
      make.text('sku', ({ sku }) => sku, { width: 24 }),
      make.count('quantity', ({ quantity }) => quantity, { width: 12, total: 'sum' }),
      make.date('date', ({ movedOn }) => dayCell(movedOn)),
      make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH }),
      ...(manyShops ? [make.text<StockMovement>('shop', ({ shop }) => shop)] : []),
    ],
    rows: result.stock.movements,
    decimals,
    tones: { key: 'cause', byText: { [word('returned', language)]: 'warning' } },
  });
}

export function stockAlertsSheet(material: Material): TableSheet {
  const { result, context, decimals } = material;
  const { language } = context;
  const make = columnsFor(material);
  const { alerts } = result.stock;
  const isLow = ({ kind }: StockAlert) => kind === 'LOW';
  return tableSheet<StockAlert>({
    key: 'stockAlerts',
    language,
    note: word('alertsNote', language),
    emptyNote: word('noAlerts', language),
    columns: [
      make.text('status', (alert) => word(isLow(alert) ? 'low' : 'noOpening', language), { width: 18, total: 'count' }),
      make.text('sku', ({ sku }) => sku, { width: 24 }),
      make.count('onHand', (alert) => (isLow(alert) ? alert.onHand : null), { width: 12 }),
      make.count('reserved', ({ reserved }) => reserved, { width: 12 }),
      make.count('available', (alert) => (isLow(alert) ? alert.available : null), { width: 12 }),
      make.count('safety', ({ safety }) => safety, { width: 14 }),
      make.sentence('sentence', (alert) => word(isLow(alert) ? 'lowNote' : 'noOpeningNote', language)),
    ],
    rows: alerts,
    decimals,
    tones: { key: 'status', byText: { [word('low', language)]: 'bad', [word('noOpening', language)]: 'warning' } },
    tone: alerts.some(isLow) ? 'warning' : 'calm',
  });
}
