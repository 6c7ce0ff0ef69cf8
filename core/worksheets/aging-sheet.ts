// Aging (帳齡分析): one row a customer of a shop and currency, a column for each bucket.
import type { AgingRow } from '../statements/aging.ts';
import { agingLabel, scopeText, STATEMENT_SHEET_NAMES, statementWord } from './statement-labels.ts';
import { accountColumns, currencyTotals, type ReportMaterial } from './statement-material.ts';
import { type DrawnSheet, liveAmount, moneyOf, statementColumns, statementTable } from './statement-table.ts';
import type { StatementColumn } from './statement-table.ts';
import { exactly } from './table-layout.ts';

export function agingSheet(material: ReportMaterial): DrawnSheet {
  const { report, language, decimals } = material;
  const { aging, period } = report;
  const name = STATEMENT_SHEET_NAMES.aging[language];
  return statementTable({
    ...{ key: 'aging', name, title: `${name} · ${period.to} · ${scopeText(report, language)}`, decimals },
    notes: [statementWord(aging.length === 0 ? 'nothingOpen' : 'agingNote', language)],
    columns: columnsOf(material),
    rows: aging,
    totals: currencyTotals(material),
    frozenColumns: 4,
    tone: 'calm',
  });
}

function columnsOf(material: ReportMaterial): StatementColumn<AgingRow>[] {
  const { report, language, manyCurrencies } = material;
  const make = statementColumns(language, manyCurrencies);
  const total = { total: 'sum' } as const;
  return [
    ...accountColumns<AgingRow>(material),
    make.text('customer', ({ customer }) => customer, { width: 18 }),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    make.count('orders', ({ orders }) => orders, total),
    make.sum('notDue', ({ notDue }) => notDue),
    make.sum('undated', ({ undated }) => undated),
    ...bucketColumns(material),
    make.sum('credit', ({ credit }) => credit),
    make.amount(
      'total',
      (row, cell) => liveAmount(exactly(`SUM(${cell('notDue')}:${cell('credit')})`), row.total),
      manyCurrencies ? {} : total,
    ),
    ...(report.baseCurrency === null
      ? []
      : [
          make.amount<AgingRow>('baseTotal', ({ baseTotal }) => moneyOf(baseTotal), {
            ...total,
            header: `${statementWord('baseTotal', language)} ${report.baseCurrency}`,
          }),
        ]),
  ];
}

function bucketColumns({ report, language, manyCurrencies }: ReportMaterial): StatementColumn<AgingRow>[] {
  const { bounds } = report;
  return [...bounds, Infinity].map((_, at) => ({
    key: `bucket${at}`,
    header: agingLabel(at, bounds, language),
    format: 'amount',
    width: 14,
    ...(manyCurrencies ? {} : { total: 'sum' }),
    valueOf: ({ buckets }) => moneyOf(buckets[at] ?? null),
  }));
}
