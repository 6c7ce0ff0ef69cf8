// Months (會計期間) as the pane asks for them: how each stands, what closing one would post, closing it as it was looked
// at, filing it, and opening it again.
import { z } from 'zod';
import {
  type MonthEndAnswer,
  monthEndAnswerSchema,
  monthEndRequestSchema,
  type PeriodRequest,
  periodRequestSchema,
  type Periods,
  periodsSchema,
} from '../core/ledger-api.ts';
import type { Ask } from './api-client.ts';
import { type BooksMonth, monthsOfBooks } from './books-months.ts';
import type { Signed } from './library-client.ts';
import { createReportClient } from './report-client.ts';

/** What closing a month would post, and what would still wait. Nothing is written by looking. */
export interface MonthClosing {
  readonly plan: MonthEndAnswer;
  readonly waiting: Periods['waiting'];
  readonly openBefore: Periods['openBefore'];
}

/** What closing it posted, and what waits. */
export type MonthClosed = Omit<Periods, 'periods'>;

export interface MonthsClient {
  /** Those with vouchers and those that were ever closed, newest first. */
  readonly list: () => Promise<BooksMonth[]>;
  readonly look: (month: string) => Promise<MonthClosing>;
  /** Posts the plan that was looked at and closes, or does neither. */
  readonly close: (month: string, planHash: string, signed: Signed) => Promise<MonthClosed>;
  readonly reopen: (month: string, signed: Signed) => Promise<void>;
  /** It is final. */
  readonly file: (month: string, signed: Signed) => Promise<void>;
}

export function createMonthsClient(ask: Ask): MonthsClient {
  const read = (query: string) => ask({ method: 'GET', path: `/periods${query}`, answer: periodsSchema });
  const change = (request: PeriodRequest) =>
    ask({ method: 'POST', path: '/periods', body: z.encode(periodRequestSchema, request), answer: periodsSchema });
  return {
    list: async () => {
      const [booked, { periods }] = await Promise.all([createReportClient(ask).months(), read('')]);
      return monthsOfBooks(booked, periods);
    },
    look: async (month) => {
      const body = z.encode(monthEndRequestSchema, { month, author: '', mode: 'plan' });
      const plan = await ask({ method: 'POST', path: '/month-ends', body, answer: monthEndAnswerSchema });
      const { waiting, openBefore } = await read(`?waiting=${month}`);
      return { plan, waiting, openBefore };
    },
    close: (month, planHash, signed) => change({ month, state: 'closed', planHash, ...signed }),
    reopen: async (month, signed) => void (await change({ month, state: 'open', ...signed })),
    file: async (month, signed) => void (await change({ month, state: 'filed', ...signed })),
  };
}
