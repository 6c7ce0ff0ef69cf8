// What a run sees beside orders and lines: the company's settings, policy, contracts, calendars, rates, closed months
// and what the team taught the linking ladder.
import { z } from 'zod';
import { holidayCalendarSchema } from '../../core/calendar/holiday-calendar-schema.ts';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import { WEEKENDS_ONLY } from '../../core/calendar/holiday-calendar.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { add, type Amount, type Currency, ZERO } from '../../core/money.ts';
import { type BusinessDate, monthOf } from '../../core/business-date.ts';
import type { ReconcileInput } from '../../core/reconcile/account.ts';
import { askPolicy } from '../../core/reconcile/ask-policy.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { teamPolicySchema } from '../../core/team-settings.ts';
import { decisionsOf, feesAccepted } from '../../core/work-decisions.ts';
import { ApiError } from '../api-error.ts';
import type { Statements } from '../store/database.ts';
import { listRates } from '../store/exchange-rates.ts';
import { linkMemory } from '../store/link-decisions.ts';
import { closedMonths } from '../store/periods.ts';
import { unassignedBalances } from '../store/unassigned-balances.ts';
import { workEvents } from '../store/work-events.ts';
import type { SettingKind } from '../../core/team-books.ts';
import { currentSettings } from '../store/team-settings.ts';
import { currentCompany } from './read-company.ts';

export type SetUp = Omit<ReconcileInput, 'asOf' | 'orders' | 'lines'>;

/**
 * @param changes what this run asks for beside the team's policy; where no policy is kept, `DEFAULT_POLICY` is the team's
 * @throws ApiError POLICY_LOOSENED where it asks for more than the team allows
 */
export async function loadSetUp(tx: Statements, asOf: BusinessDate, changes: Partial<ReconcilePolicy>): Promise<SetUp> {
  const [policy] = await read(tx, 'policy', teamPolicySchema);
  const holidays = [WEEKENDS_ONLY, ...(await read(tx, 'holiday-calendar', holidayCalendarSchema))];
  const events = await workEvents(tx);
  return {
    company: await currentCompany(tx),
    policy: policyOf(policy ?? DEFAULT_POLICY, changes),
    feeRules: await read(tx, 'fee-rule', feeRuleSchema),
    calendars: await read(tx, 'payout-calendar', payoutCalendarSchema),
    holidays: new Map(holidays.map((calendar) => [calendar.id, calendar])),
    rates: await listRates(tx),
    unassigned: await unassignedBalances(tx),
    closedMonths: await closedMonths(tx),
    memory: await linkMemory(tx),
    decisions: decisionsOf(events),
    writtenOff: sumsOf(await writtenOff(tx, monthOf(asOf)), feesAccepted(events, monthOf(asOf))),
  };
}

/** Whether the team has set limits of its own. */
export async function keepsPolicy(tx: Statements): Promise<boolean> {
  return (await currentSettings(tx, 'policy')).length > 0;
}

function policyOf(team: ReconcilePolicy, changes: Partial<ReconcilePolicy>): ReconcilePolicy {
  const asked = askPolicy(team, changes);
  if ('loosens' in asked) throw new ApiError('POLICY_LOOSENED', asked.loosens);
  return asked.policy;
}

/** What people give up with a run that carries it out, by currency, without sign. */
export interface GivenUp {
  readonly amounts: ReadonlyMap<Currency, Amount>;
  /** Entries that are written already count in the month; documents that are still to be posted do not. */
  readonly inMonth: boolean;
}

/** What is decided now takes of the caps of the run and of the month, whatever the run gives up by itself. */
export function withGivenUp(setUp: SetUp, given: GivenUp | null): SetUp {
  if (given === null) return setUp;
  const { amounts, inMonth } = given;
  return { ...setUp, writtenOff: inMonth ? setUp.writtenOff : sumsOf(setUp.writtenOff, amounts), givenUpNow: amounts };
}

/** What was given up is one sum, whichever way: written off, or accepted as a fee. */
function sumsOf(left: ReadonlyMap<Currency, Amount>, right: ReadonlyMap<Currency, Amount>): Map<Currency, Amount> {
  const sums = new Map(left);
  for (const [currency, amount] of right) sums.set(currency, add(sums.get(currency) ?? ZERO, amount));
  return sums;
}

async function read<T>(tx: Statements, kind: SettingKind, schema: z.ZodType<T, unknown>): Promise<T[]> {
  const settings = await currentSettings(tx, kind);
  return settings.map(({ content }) => z.decode(schema, content));
}

/**
 * Write-offs decided in a month, by currency, reversals taken away; without sign. By the day of the run, not of the
 * receipt: payouts of May that are reconciled in June are given up in June. Bad debts, which no payout line bears, are
 * no small differences and have no part in it.
 */
async function writtenOff(tx: Statements, month: string): Promise<Map<Currency, Amount>> {
  const rows = await tx.select<[Currency, Amount]>(
    ['r.currency', 'CAST(sum(CASE WHEN r.reverses IS NULL THEN abs(a.amount) ELSE -abs(a.amount) END) AS BIGINT)'],
    `FROM runs u JOIN receipts r ON r.company_id = u.company_id AND r.run_id = u.id
     JOIN allocations a ON a.company_id = r.company_id AND a.receipt_id = r.id
     WHERE u.company_id = ? AND u.as_of >= ? AND u.as_of <= ? AND a.target = 'writeOff' AND a.line_id > 0 GROUP BY r.currency`,
    [tx.company, `${month}-01`, `${month}-31`],
  );
  return new Map(rows);
}
