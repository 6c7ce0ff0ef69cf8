// Where the items of a result's work list stand: from what people did so far, for the claims list among the worksheets.
import type { ReconcileResult } from '../core/api.ts';
import { workStates } from '../core/work-states.ts';
import type { WorkState } from '../core/work-status.ts';
import type { ApiClient } from './api-client.ts';

/** By subject. Nothing is asked of the server where nothing needs anybody. */
export async function workStatesOf(
  api: ApiClient,
  result: ReconcileResult,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, WorkState>> {
  if (result.orders.every(({ discrepancies }) => discrepancies.length === 0)) return new Map();
  const events = await (await api.workList()).events(signal);
  return workStates(result, events);
}
