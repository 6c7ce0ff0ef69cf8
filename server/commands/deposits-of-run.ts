// The deposit check as part of a run: the payouts of the run's days, looked for in the statements, kept and booked with it.
import type { ReconcileRequest } from '../../core/api.ts';
import type { DepositCheckRequest } from '../../core/bank/deposit-api.ts';
import type { DepositReport } from '../../core/bank/deposit-report.ts';
import type { DocumentedVoucher } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { liveDepositGroups } from '../store/deposit-groups.ts';
import { payoutDaysOf } from '../store/payout-batches.ts';
import { listShops } from '../store/shops.ts';
import { keepDeposits, reportDeposits } from './check-deposits.ts';
import { type DepositSearch, findDeposits, type FoundDeposits } from './find-deposits.ts';
import type { SetUp } from './load-set-up.ts';
import { bankVouchers } from './present-bank-documents.ts';
import { tellVouchers } from './tell-vouchers.ts';

export interface RunDeposits extends FoundDeposits {
  readonly request: DepositCheckRequest;
}

/** Null for a run that concerns neither payouts nor statements. */
export async function findDepositsOfRun(
  tx: Statements,
  { batchIds, asOf, statementDays, author = '' }: ReconcileRequest,
  setUp: DepositSearch,
): Promise<RunDeposits | null> {
  const spans = [await payoutDaysOf(tx, batchIds), statementDays ?? null].filter((span) => span !== null);
  const [from] = spans.map((span) => span.from).sort();
  const [to] = spans
    .map((span) => span.to)
    .sort()
    .reverse();
  if (from === undefined || to === undefined) return null;
  const request = { from, to, asOf, transferFees: [], author };
  return { ...(await findDeposits(tx, request, setUp)), request };
}

interface Told {
  readonly deposits: DepositReport | null;
  /** Of the documents in the report. */
  readonly vouchers: readonly DocumentedVoucher[];
}

/** @param posting the run that keeps what was found; null for a plan, which writes nothing */
export async function tellDeposits(
  tx: Statements,
  found: RunDeposits | null,
  setUp: SetUp,
  posting: { readonly id: number; readonly now: string } | null,
): Promise<Told> {
  if (found === null) return { deposits: null, vouchers: [] };
  const { request } = found;
  const deposits =
    posting === null
      ? await reportDeposits(tx, found, request, await liveDepositGroups(tx))
      : await keepDeposits(tx, found, request, setUp, { now: posting.now, runOf: () => Promise.resolve(posting.id) });
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop]));
  return { deposits, vouchers: await tellVouchers(tx, await bankVouchers(tx, deposits), { shops }) };
}
