// The payout forecast (撥款預測): expected payouts by day, then what is late, then what has no day. Each apart in the totals.
import type { BusinessDate } from '../business-date.ts';
import type { OrderSums } from '../calendar/forecast-orders.ts';
import type { Language } from '../language.ts';
import type { ExpectedPayout, PayoutForecast } from '../calendar/forecast-payouts.ts';
import type { ResultLine } from './result-sheet.ts';
import { dayCell } from './shared-columns.ts';
import { lateText, scopeText, STATEMENT_SHEET_NAMES, statementWord, UNDATED_LABELS } from './statement-labels.ts';
import type { ReportMaterial } from './statement-material.ts';
import {
  type CellOf,
  type DrawnSheet,
  liveAmount,
  moneyOf,
  type StatementColumn,
  statementColumns,
  statementTable,
  type TotalLine,
} from './statement-table.ts';
import { exactly } from './table-layout.ts';

const STATUSES = ['expected', 'overdue', 'noDay'] as const;

interface ForecastRow extends OrderSums {
  readonly status: (typeof STATUSES)[number];
  readonly on: BusinessDate | null;
  readonly reason: string | null;
  /** Null for money that no payout is expected for. */
  readonly payout: ExpectedPayout | null;
}

export function forecastSheet(material: ReportMaterial, forecast: PayoutForecast): DrawnSheet {
  const { report, language, decimals } = material;
  const rows = rowsOf(forecast, material);
  const name = STATEMENT_SHEET_NAMES.forecast[language];
  const held = heldLines(forecast, material);
  return statementTable({
    ...{ key: 'forecast', name, title: `${name} · ${forecast.asOf} · ${scopeText(report, language)}`, decimals },
    notes: [statementWord(rows.length === 0 ? 'nothingExpected' : 'forecastNote', language)],
    lines: { count: held.length, draw: () => held },
    columns: columnsOf(material),
    rows,
    totals: totalLines(rows, material),
    tones: {
      key: 'status',
      byText: {
        [statementWord('expected', language)]: 'calm',
        [statementWord('overdue', language)]: 'bad',
        [statementWord('noDay', language)]: 'warning',
      },
    },
    frozenColumns: 2,
    tone: forecast.overdue.length + forecast.heldLate.length > 0 ? 'warning' : 'calm',
  });
}

function rowsOf({ expected, overdue, undated }: PayoutForecast, { language }: ReportMaterial): ForecastRow[] {
  const none = { payout: null };
  return [
    ...expected.map((payout) => ({
      ...payout,
      status: 'expected' as const,
      reason: termsText(payout, language),
      payout,
    })),
    ...overdue.map(({ dueOn, daysLate, ...sums }) => ({
      ...{ ...sums, ...none, status: 'overdue' as const, on: dueOn, reason: lateText(daysLate, language) },
    })),
    ...undated.map(({ why, ...sums }) => ({
      ...{ ...sums, ...none, status: 'noDay' as const, on: null, reason: UNDATED_LABELS[why][language] },
    })),
  ];
}

/** By which calendar the day was told, or that none is set. */
function termsText({ calendar }: ExpectedPayout, language: Language): string {
  return calendar === null ? statementWord('byTerm', language) : `${calendar.id} v${calendar.version}`;
}

function columnsOf({ language }: ReportMaterial): StatementColumn<ForecastRow>[] {
  const make = statementColumns(language, true);
  const ofPayout = (key: 'held' | 'released' | 'carriedIn' | 'transferFee' | 'carriedOut') =>
    make.amount<ForecastRow>(key, ({ payout }) => moneyOf(payout?.[key] ?? null));
  return [
    make.text('status', ({ status }) => statementWord(status, language), { width: 14, total: 'count' }),
    make.date('date', ({ on }) => dayCell(on)),
    make.text('platform', ({ platform }) => platform),
    make.text('shop', ({ shop }) => shop),
    make.text('currency', ({ currency }) => currency, { width: 8 }),
    make.count('orders', ({ orders }) => orders, { total: 'sum' }),
    make.sum('open', ({ open }) => open),
    make.sum('fees', ({ fees }) => fees),
    make.count('ordersWithoutFees', ({ ordersWithoutFees }) => ordersWithoutFees, { width: 16, total: 'sum' }),
    ...(['held', 'released', 'carriedIn', 'transferFee', 'carriedOut'] as const).map(ofPayout),
    make.amount('paid', ({ payout }, cell) => payout && liveAmount(paidFormula(cell), payout.paid)),
    make.text('reason', ({ reason }) => reason, { width: 28 }),
  ];
}

function paidFormula(cell: CellOf): string {
  const signed = [
    ...['-fees', '-held', '+released', '+carriedIn', '-transferFee', '-carriedOut'].map(
      (term) => `${term.charAt(0)}${cell(term.slice(1))}`,
    ),
  ];
  return exactly([cell('open'), ...signed].join(''));
}

/** One line a status and currency: what is expected is never added to what is late. */
function totalLines(rows: readonly ForecastRow[], { language, currencies }: ReportMaterial): TotalLine[] {
  return STATUSES.flatMap((status) =>
    currencies
      .filter((currency) => rows.some((row) => row.status === status && row.currency === currency))
      .map((currency): TotalLine => {
        const label = statementWord(status, language);
        return { label, where: { status: label, currency } };
      }),
  );
}

/** Reserves that stand on no day of the table. */
function heldLines(forecast: PayoutForecast, { language }: ReportMaterial): ResultLine[] {
  return (['heldLate', 'heldUndated'] as const).flatMap((key) =>
    forecast[key].map(({ platform, shop, currency, amount }): ResultLine => ({
      style: 'values',
      cells: [statementWord(key, language), null, platform, shop, currency, null, moneyOf(amount)],
      formats: ['text', 'text', 'text', 'text', 'text', 'text', 'amount'],
    })),
  );
}
