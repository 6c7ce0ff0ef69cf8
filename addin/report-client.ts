// The month-end report (應收月報) of the whole books as the pane asks for it; nothing is written by it.
import {
  booksAnswerSchema,
  reportMonthsSchema,
  reportOfAnswer,
  type ReportMonths,
} from '../core/statements/report-api.ts';
import type { BooksWish } from '../core/statements/books-report.ts';
import type { ReceivableReport } from '../core/statements/receivable-report.ts';
import type { Ask } from './api-client.ts';

export interface ReportClient {
  /** Which months have vouchers, and which are closed. */
  readonly months: () => Promise<ReportMonths>;
  readonly report: (wish: BooksWish, signal: AbortSignal) => Promise<ReceivableReport>;
}

export function createReportClient(ask: Ask): ReportClient {
  return {
    months: () => ask({ method: 'GET', path: '/receivables/months', answer: reportMonthsSchema }),
    report: async (wish, signal) => {
      const path = `/receivables?${queryOf(wish)}`;
      return reportOfAnswer(await ask({ method: 'GET', path, answer: booksAnswerSchema, signal }));
    },
  };
}

function queryOf({ period, bounds, statementsBy, only }: BooksWish): string {
  const asked = new URLSearchParams({ ...period, aging: bounds.join(',') });
  if (statementsBy !== null) asked.set('by', statementsBy);
  if (only?.platform !== undefined) asked.set('platform', only.platform);
  if (only?.shop !== undefined) asked.set('shop', only.shop);
  return asked.toString();
}
