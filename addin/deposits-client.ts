// Payouts and deposits as the pane asks for them: what a person says of them, and the check afterwards.
import { z } from 'zod';
import {
  acceptSchema,
  declineSchema,
  type DepositAccept,
  depositCheckRequestSchema,
  type DepositDecline,
  depositGroupsSchema,
  depositReportSchema,
  type DepositReverse,
  reverseSchema,
} from '../core/bank/deposit-api.ts';
import type { DepositReport } from '../core/bank/deposit-report.ts';
import type { BusinessDate } from '../core/business-date.ts';
import type { Ask } from './api-client.ts';
import { ApiProblem, ownProblem } from './api-problem.ts';

/** The days whose payouts are looked for, and the day it is today. */
export interface DepositDays {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: BusinessDate;
}

export interface DepositsClient {
  /** How payouts and deposits stand now; keeps and books what is proved, as every run does. */
  readonly check: (days: DepositDays, author: string) => Promise<DepositReport>;
  /** These belong together. Booked at once; what they differ by stays unexplained. */
  readonly accept: (group: DepositAccept) => Promise<void>;
  /** This payout never arrived as this deposit. */
  readonly decline: (pair: DepositDecline) => Promise<void>;
  /** Takes an accepted group back with its document and voucher. */
  readonly reverse: (id: number, signed: DepositReverse) => Promise<void>;
}

const nothing = z.undefined();

/** The server knows the place and not the group: said in words that fit. */
function sayApart(error: unknown): never {
  throw error instanceof ApiProblem && error.code === 'NOT_FOUND' ? ownProblem('DEPOSITS_APART', error) : error;
}

export function createDepositsClient(ask: Ask): DepositsClient {
  return {
    check: (days, author) => {
      const body = z.encode(depositCheckRequestSchema, { ...days, transferFees: [], author });
      return ask({ method: 'POST', path: '/deposit-checks', body, answer: depositReportSchema });
    },
    accept: async (group) => {
      const body = z.encode(acceptSchema, group);
      const call = { method: 'POST', path: '/deposit-groups', body, answer: depositGroupsSchema } as const;
      await ask(call).catch(sayApart);
    },
    decline: (pair) =>
      ask({ method: 'POST', path: '/declined-deposits', body: z.encode(declineSchema, pair), answer: nothing }),
    reverse: (id, signed) =>
      ask({
        method: 'POST',
        path: `/deposit-groups/${id}/reversal`,
        body: z.encode(reverseSchema, signed),
        answer: nothing,
      }),
  };
}
