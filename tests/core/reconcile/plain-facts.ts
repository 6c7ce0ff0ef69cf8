// What outcomes and answers say when nothing special is the matter, for tests that build them by hand.
import { ZERO } from '../../../core/money.ts';
import { NO_EXCHANGE } from '../../../core/reconcile/account.ts';
import type { OrderOutcome } from '../../../core/reconcile/outcome.ts';

/** Fields of an outcome beyond its state and its figures. */
export const PLAIN_OUTCOME = {
  applied: ZERO,
  writtenOff: ZERO,
  claim: ZERO,
  reserve: ZERO,
  freight: ZERO,
  settlement: 'open',
  flags: [],
  expectedNet: ZERO,
  differences: [],
  onReview: [],
  baseOpen: null,
  baseRounding: ZERO,
  evidence: [],
  feesLacking: [],
  feesToCome: null,
} as const satisfies Partial<OrderOutcome>;

/** Fields of a line's account before anything was done with it. */
export const NEW_LINE = { matches: [], booked: null, approved: false, depositedOn: null } as const;

/** Fields of an order's account before anything was booked. */
export const NEW_ORDER = {
  documented: {
    ...{ sold: ZERO, soldBase: null, credited: ZERO, returned: ZERO },
    ...{ collected: ZERO, collectedBack: ZERO, collectedReturned: ZERO, collectedBase: null, lastOn: null },
  },
  receivableBase: null,
  exchange: NO_EXCHANGE,
  moved: [],
} as const;

/** The documents of an answer without any. */
export const noDocuments = () => ({ sales: [], vouchers: [], proposals: [], onReview: [] });
