// Which months a report is offered for, and which days of them: the current one ends today.
import { type BusinessDate, dayInMonth, dayOfText, monthOf, partsOfDay } from '../core/business-date.ts';
import type { Period } from '../core/statements/ledger-entry.ts';
import type { ReportMonths } from '../core/statements/report-api.ts';

export interface ReportMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly days: Period;
  /** Nothing is posted into it any more. */
  readonly isClosed: boolean;
  /** Its days are not over yet. */
  readonly isRunning: boolean;
}

/** Every month with vouchers, every closed one, and the current one; newest first. */
export function monthsToReport({ booked, closed }: Omit<ReportMonths, 'shops'>, today: BusinessDate): ReportMonth[] {
  const all = [...new Set([...booked, ...closed, monthOf(today)])].sort().reverse();
  return all.flatMap((month) => {
    const from = dayOfText(`${month}-01`);
    if (from === null) return [];
    const isRunning = month === monthOf(today);
    const { year, month: at } = partsOfDay(from);
    const to = isRunning ? today : dayInMonth(year, at, 31);
    return [{ month, days: { from, to }, isClosed: closed.includes(month), isRunning }];
  });
}

/** The newest month that is closed or over; the current one where the books hold no other. */
export function monthToBeginWith(months: readonly ReportMonth[], today: BusinessDate): ReportMonth | undefined {
  return months.find(({ isClosed, month }) => isClosed || month < monthOf(today)) ?? months[0];
}
