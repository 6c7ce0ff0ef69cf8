// How payouts and deposits stand: as the run told, or as the check after a decision about them tells.
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import type { DepositDays, DepositsClient } from '../../deposits-client.ts';
import type { Reconciled } from '../../result-facts.ts';
import { useSession, useSessionState } from '../use-session.ts';

export interface DepositsState {
  /** Null while no statement was pushed for these days: then nobody can tell what arrived. */
  readonly report: DepositReport | null;
  /** Decides, then looks anew: nothing on screen changes before the server answered. */
  readonly decide: (
    author: string,
    work: (client: DepositsClient, days: DepositDays) => Promise<void>,
  ) => Promise<void>;
}

export function useDeposits({ result }: Reconciled): DepositsState {
  const session = useSession();
  const { sinceRun } = useSessionState();
  const report = sinceRun.deposits ?? result.deposits;
  const isTold = report !== null && report.accounts.length > 0;
  const decide: DepositsState['decide'] = async (author, work) => {
    if (report === null) return;
    const { from, to } = report;
    const days = { from, to, asOf: result.asOf };
    session.rememberAuthor(author);
    const client = await session.deposits();
    await work(client, days);
    session.rememberDeposits(await client.check(days, author));
  };
  return { report: isTold ? report : null, decide };
}
