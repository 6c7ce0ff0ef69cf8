// Fee contracts and payout calendars as the pane asks for them: what is kept, what the books propose, what is saved.
import { z } from 'zod';
import { type HolidayCalendar } from '../core/calendar/holiday-calendar.ts';
import { holidayCalendarSchema } from '../core/calendar/holiday-calendar-schema.ts';
import type { PayoutCalendar } from '../core/calendar/payout-calendar.ts';
import { payoutCalendarSchema } from '../core/calendar/payout-calendar-schema.ts';
import { acceptFeesSchema, feeProposalsSchema } from '../core/fees/fee-api.ts';
import type { FeeRule } from '../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../core/fees/fee-rule-schema.ts';
import type { FeeProposal } from '../core/fees/propose-fees.ts';
import { settingsSchema } from '../core/ledger-api.ts';
import type { Ask } from './api-client.ts';
import { type Kept, listSettings, saveSetting } from './kept-settings.ts';
import type { Signed } from './library-client.ts';

export interface FeesClient {
  readonly contracts: () => Promise<Kept<FeeRule>[]>;
  /** Contracts learned from all orders and payouts in the books. */
  readonly learn: () => Promise<readonly FeeProposal[]>;
  /** Keeps a contract and ends the one before it. */
  readonly accept: (rule: FeeRule, signed: Signed) => Promise<void>;
  /** A further version of a contract that is kept. @param basedOn the version that was changed */
  readonly saveContract: (rule: FeeRule, signed: Signed, basedOn: number) => Promise<void>;
  readonly calendars: () => Promise<Kept<PayoutCalendar>[]>;
  readonly holidays: () => Promise<Kept<HolidayCalendar>[]>;
  /** @param basedOn the version that was changed; 0 for a new one */
  readonly saveCalendar: (calendar: PayoutCalendar, signed: Signed, basedOn: number) => Promise<void>;
  readonly saveHolidays: (holidays: HolidayCalendar, signed: Signed, basedOn: number) => Promise<void>;
}

type Kind = 'fee-rule' | 'payout-calendar' | 'holiday-calendar';

export function createFeesClient(ask: Ask): FeesClient {
  const list = <T>(kind: Kind, schema: z.ZodType<T, unknown>) => listSettings(ask, kind, schema);
  const save = async (kind: Kind, content: unknown, signed: Signed, basedOn: number) => {
    await saveSetting(ask, { kind, content, ...(basedOn === 0 ? {} : { basedOn }) }, signed);
  };
  return {
    contracts: () => list('fee-rule', feeRuleSchema),
    learn: async () => (await ask({ method: 'GET', path: '/fee-proposals', answer: feeProposalsSchema })).proposals,
    accept: async (rule, signed) => {
      const body = z.encode(acceptFeesSchema, { rules: [rule], ...signed });
      await ask({ method: 'POST', path: '/fee-contracts', body, answer: settingsSchema });
    },
    saveContract: (rule, signed, basedOn) => save('fee-rule', z.encode(feeRuleSchema, rule), signed, basedOn),
    calendars: () => list('payout-calendar', payoutCalendarSchema),
    holidays: () => list('holiday-calendar', holidayCalendarSchema),
    saveCalendar: (calendar, signed, basedOn) =>
      save('payout-calendar', z.encode(payoutCalendarSchema, calendar), signed, basedOn),
    saveHolidays: (holidays, signed, basedOn) =>
      save('holiday-calendar', z.encode(holidayCalendarSchema, holidays), signed, basedOn),
  };
}
