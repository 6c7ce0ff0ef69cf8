// What each platform has of ours (平台款項): opening and movements make the closing by formula, and the closing is held against
// the three places where the money is.
import { placed, type PlatformPosition, PLACES, POSITION_MOVES } from '../statements/positions.ts';
import { subtract } from '../money.ts';
import { periodText, scopeText, STATEMENT_SHEET_NAMES, type StatementWord, statementWord } from './statement-labels.ts';
import { accountColumns, currencyTotals, type ReportMaterial } from './statement-material.ts';
import {
  type CellOf,
  type DrawnSheet,
  liveAmount,
  moneyOf,
  type StatementColumn,
  statementColumns,
  statementTable,
} from './statement-table.ts';
import { exactly } from './table-layout.ts';

/** What the movements are called here: on the roll-forward of receivables the same keys are other figures. */
export const POSITION_HEADERS: Readonly<Record<(typeof POSITION_MOVES)[number]['figure'], StatementWord>> = {
  sales: 'sales',
  refunds: 'returnsAndAllowances',
  fees: 'feesCharged',
  payouts: 'payouts',
  other: 'other',
};

export function positionsSheet(material: ReportMaterial, positions: readonly PlatformPosition[]): DrawnSheet {
  const { report, language, decimals } = material;
  const name = STATEMENT_SHEET_NAMES.positions[language];
  const title = `${name} · ${periodText(report.period, language)} · ${scopeText(report, language)}`;
  return statementTable({
    ...{ key: 'positions', name, title, decimals },
    notes: [statementWord(positions.length === 0 ? 'noReceivables' : 'positionsNote', language)],
    columns: columnsOf(material),
    rows: positions,
    totals: currencyTotals(material),
    frozenColumns: 4,
    tone: 'calm',
  });
}

function columnsOf(material: ReportMaterial): StatementColumn<PlatformPosition>[] {
  const { report, language, manyCurrencies } = material;
  const make = statementColumns(language, manyCurrencies);
  const total = manyCurrencies ? {} : ({ total: 'sum' } as const);
  return [
    ...accountColumns<PlatformPosition>(material),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    make.sum('opening', ({ opening }) => opening),
    ...POSITION_MOVES.map(({ figure }) => make.sum<PlatformPosition>(POSITION_HEADERS[figure], (row) => row[figure])),
    make.amount('closing', ({ closing }, cell) => liveAmount(closingFormula(cell), closing), total),
    ...PLACES.map(({ place }) => make.sum<PlatformPosition>(place, (row) => row[place])),
    make.amount('places', (row, cell) => liveAmount(exactly(`SUM(${cell('unpaid')}:${cell('wallet')})`), placed(row)), {
      ...total,
    }),
    make.amount(
      'check',
      (row, cell) => liveAmount(exactly(`${cell('closing')}-${cell('places')}`), subtract(row.closing, placed(row))),
      { zero: true },
    ),
    ...(report.baseCurrency === null
      ? []
      : [
          make.amount<PlatformPosition>('baseUnpaid', ({ baseUnpaid }) => moneyOf(baseUnpaid), {
            ...{ total: 'sum', header: `${statementWord('baseUnpaid', language)} ${report.baseCurrency}` },
          }),
        ]),
  ];
}

function closingFormula(cell: CellOf): string {
  const moves = POSITION_MOVES.map(({ figure, sign }) => `${sign < 0 ? '-' : '+'}${cell(POSITION_HEADERS[figure])}`);
  return exactly([cell('opening'), ...moves].join(''));
}
