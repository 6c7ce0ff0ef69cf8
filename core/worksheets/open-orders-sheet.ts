// Open orders (未收訂單): what each order says it still owes, the oldest first. The roll-forward is held against this list.
import { type BusinessDate, daysBetween } from '../business-date.ts';
import { type AgingPlace, agingPlace } from '../statements/aging.ts';
import type { OpenItem } from '../statements/open-items.ts';
import { agingLabel, scopeText, STATEMENT_SHEET_NAMES, statementWord } from './statement-labels.ts';
import { dayCell, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import { accountColumns, currencyTotals, type ReportMaterial } from './statement-material.ts';
import { type DrawnSheet, moneyOf, type StatementColumn, statementColumns, statementTable } from './statement-table.ts';

interface OpenOrderRow extends OpenItem {
  readonly dueOn: BusinessDate | null;
  readonly place: AgingPlace;
}

export function openOrdersSheet(material: ReportMaterial): DrawnSheet {
  const { report, language, decimals } = material;
  const { period, bounds, orders } = report;
  const day = { asOf: period.to, bounds };
  const rows = report.openOrders.map((item) => ({
    ...item,
    dueOn: orders.get(item.orderKey)?.dueOn ?? null,
    place: agingPlace(item, orders, day),
  }));
  const name = STATEMENT_SHEET_NAMES.openOrders[language];
  return statementTable({
    ...{ key: 'openOrders', name, title: `${name} · ${period.to} · ${scopeText(report, language)}`, decimals },
    notes: [statementWord(rows.length === 0 ? 'nothingOpen' : 'openOrdersNote', language)],
    columns: columnsOf(material),
    rows: oldestFirst(rows),
    totals: currencyTotals(material),
    frozenColumns: 5,
    tone: 'calm',
  });
}

function columnsOf(material: ReportMaterial): StatementColumn<OpenOrderRow>[] {
  const { report, language, manyCurrencies } = material;
  const { bounds, period } = report;
  const make = statementColumns(language, manyCurrencies);
  return [
    ...accountColumns<OpenOrderRow>(material),
    make.text('customer', ({ customer }) => customer, { width: 18 }),
    make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH, total: 'count' }),
    make.date('dueOn', ({ dueOn }) => dayCell(dueOn)),
    make.count('daysPastDue', ({ dueOn }) => (dueOn === null ? null : Math.max(0, daysBetween(dueOn, period.to))), {
      width: 14,
    }),
    make.text('bucket', ({ place }) => agingLabel(place, bounds, language)),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    make.sum('open', ({ open }) => open),
    ...(report.baseCurrency === null
      ? []
      : [
          make.amount<OpenOrderRow>('baseOpen', ({ baseOpen }) => moneyOf(baseOpen), {
            header: `${statementWord('baseOpen', language)} ${report.baseCurrency}`,
            total: 'sum',
          }),
        ]),
  ];
}

/** Without a due day last; orders of one day by shop and number. */
function oldestFirst(rows: readonly OpenOrderRow[]): OpenOrderRow[] {
  const ranked = rows.map((row) => {
    const { dueOn, platform, shop, orderNumber, currency } = row;
    return { row, rank: [dueOn ?? '9999', platform, shop, orderNumber, currency].join('\u001f') };
  });
  return ranked.sort((left, right) => (left.rank < right.rank ? -1 : 1)).map(({ row }) => row);
}
