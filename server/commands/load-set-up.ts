// What a run sees beside orders and lines: the company's settings, policy, contracts, calendars, rates, closed months
// and what the team taught the linking ladder.
import { z } from 'zod';
import { holidayCalendarSchema } from '../../core/calendar/holiday-calendar-schema.ts';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import { WEEKENDS_ONLY } from '../../core/calendar/holiday-calendar.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import type { Amount, Currency } from '../../core/money.ts';
import { type BusinessDate, monthOf } from '../../core/business-date.ts';
import type { ReconcileInput } from '../../core/reconcile/account.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { companySettingsSchema, teamPolicySchema } from '../../core/team-settings.ts';
import { decisionsOf } from '../../core/work-decisions.ts';
import type { Statements } from '../store/database.ts';
import { listRates } from '../store/exchange-rates.ts';
import { linkMemory } from '../store/link-decisions.ts';
import { closedMonths } from '../store/periods.ts';
import { unassignedBalances } from '../store/unassigned-balances.ts';
import { workEvents } from '../store/work-events.ts';
import type { SettingKind } from '../../core/team-books.ts';
import { currentSettings } from '../store/team-settings.ts';

export type SetUp = Omit<ReconcileInput, 'asOf' | 'orders' | 'lines'>;

/** @param changes what this run asks for beside the team's policy */
export async function loadSetUp(tx: Statements, asOf: BusinessDate, changes: Partial<ReconcilePolicy>): Promise<SetUp> {
  const [company] = await read(tx, 'company', companySettingsSchema);
  const [policy] = await read(tx, 'policy', teamPolicySchema);
  const holidays = [WEEKENDS_ONLY, ...(await read(tx, 'holiday-calendar', holidayCalendarSchema))];
  return {
    company: company ?? DEFAULT_COMPANY,
    policy: { ...(policy ?? DEFAULT_POLICY), ...changes },
    feeRules: await read(tx, 'fee-rule', feeRuleSchema),
    calendars: await read(tx, 'payout-calendar', payoutCalendarSchema),
    holidays: new Map(holidays.map((calendar) => [calendar.id, calendar])),
    rates: await listRates(tx),
    unassigned: await unassignedBalances(tx),
    closedMonths: await closedMonths(tx),
    memory: await linkMemory(tx),
    decisions: decisionsOf(await workEvents(tx)),
    writtenOff: await writtenOff(tx, monthOf(asOf)),
  };
}

async function read<T>(tx: Statements, kind: SettingKind, schema: z.ZodType<T, unknown>): Promise<T[]> {
  const settings = await currentSettings(tx, kind);
  return settings.map(({ content }) => z.decode(schema, content));
}

/**
 * Write-offs decided in a month, by currency, reversals taken away; without sign. By the day of the run, not of the
 * receipt: payouts of May that are reconciled in June are given up in June.
 */
async function writtenOff(tx: Statements, month: string): Promise<Map<Currency, Amount>> {
  const rows = await tx.select<[Currency, Amount]>(
    ['r.currency', 'CAST(sum(CASE WHEN r.reverses IS NULL THEN abs(a.amount) ELSE -abs(a.amount) END) AS BIGINT)'],
    `FROM runs u JOIN receipts r ON r.company_id = u.company_id AND r.run_id = u.id
     JOIN allocations a ON a.company_id = r.company_id AND a.receipt_id = r.id
     WHERE u.company_id = ? AND u.as_of >= ? AND u.as_of <= ? AND a.target = 'writeOff' GROUP BY r.currency`,
    [tx.company, `${month}-01`, `${month}-31`],
  );
  return new Map(rows);
}
