// On which day the payout of each line reached the bank, as far as statements say so: what a run needs to know which
// periods an order's money touches.
import { partsOfLineKey } from '../../core/bank/check-deposits.ts';
import { batchKey } from '../../core/bank/payout-batch.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { LineAccount } from '../../core/reconcile/account.ts';
import { daysOfBankLines } from '../store/bank-lines.ts';
import type { Statements } from '../store/database.ts';
import { liveDepositGroups } from '../store/deposit-groups.ts';
import type { RunDeposits } from './deposits-of-run.ts';

/** The lines with the days of their deposits, those that this run itself finds included. */
export async function withDepositDays<Line extends LineAccount>(
  tx: Statements,
  lines: readonly Line[],
  arrivals: RunDeposits | null,
): Promise<readonly Line[]> {
  const groups = [...(arrivals?.check.groups ?? []), ...(await liveDepositGroups(tx)).map(({ group }) => group)];
  if (groups.length === 0) return lines;
  const paid = new Set(lines.map(batchOf));
  const own = groups.filter(({ dues }) => dues.some((due) => paid.has(due)));
  const days = await daysOfBankLines(tx, own.flatMap(({ deposits }) => deposits).map(partsOfLineKey));
  const arrived = new Map<string, BusinessDate>();
  for (const { dues, deposits } of own) {
    const last = deposits
      .flatMap((key) => days.get(key) ?? [])
      .sort()
      .at(-1);
    if (last !== undefined) for (const due of dues) arrived.set(due, last);
  }
  return lines.map((line) => ({ ...line, depositedOn: arrived.get(batchOf(line)) ?? null }));
}

const batchOf = ({ shop, line: { currency, paidOutOn, statement = '' } }: LineAccount) =>
  batchKey({ shop, currency, paidOutOn, statement });
