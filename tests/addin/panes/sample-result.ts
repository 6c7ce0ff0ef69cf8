// An answer of the server for tests of the pane: two orders, one exact and one short, and the money accounted for.
import type { BatchAnswer, BatchProof, ReconcileResult } from '../../../core/api.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import { amountOfText, ZERO, type Amount } from '../../../core/money.ts';
import type { Headline, OrderOutcome } from '../../../core/reconcile/outcome.ts';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import { noDocuments, PLAIN_OUTCOME } from '../../core/reconcile/plain-facts.ts';

const day = (text: string) => text as BusinessDate;

export function money(text: string): Amount {
  const amount = amountOfText(text);
  if (amount === null) throw new Error(`${text} is no amount`);
  return amount;
}

function outcome(orderNumber: string, headline: Headline): OrderOutcome {
  return {
    orderKey: orderNumber,
    orderNumber,
    shop: 'shopee-tw',
    currency: 'TWD',
    stage: 'completed',
    status: '完成',
    headline,
    discrepancies: headline === 'SHORT' ? ['SHORT'] : [],
    receivable: money('1290'),
    credited: ZERO,
    ...{ received: money('1290'), compensated: money('0'), refundedByDispute: money('0') },
    refunded: ZERO,
    fees: money('144'),
    net: money('1146'),
    open: ZERO,
    suspense: ZERO,
    method: 'P1',
    dueOn: day('2024-05-20'),
    paidOutOn: day('2024-05-07'),
    ...PLAIN_OUTCOME,
    feesChecked: false,
    source: { file: 'May.xlsx', sheet: 'orders', row: 2 },
    lineKeys: [],
  };
}

const nothing = { expected: [], overdue: [], undated: [], heldUndated: [], heldLate: [], reserves: [] };

export function sampleResult(part: Partial<ReconcileResult> = {}): ReconcileResult {
  return {
    runId: 'run-1',
    planHash: '0'.repeat(64),
    asOf: day('2024-06-01'),
    forecast: { asOf: day('2024-06-01'), ...nothing },
    policy: DEFAULT_POLICY,
    posted: { matches: 2, sales: 2, receipts: 1, vouchers: 2, movements: 0 },
    batches: [],
    conservation: [
      {
        currency: 'TWD',
        net: money('1531'),
        rows: 2,
        dispositions: {
          allocated: money('1531'),
          suspense: ZERO,
          nonOrder: ZERO,
          review: ZERO,
          duplicate: ZERO,
          conflict: ZERO,
          rejected: ZERO,
        },
        rowCounts: { allocated: 2, suspense: 0, nonOrder: 0, review: 0, duplicate: 0, conflict: 0, rejected: 0 },
        difference: ZERO,
        rowDifference: 0,
      },
    ],
    orders: [outcome('2405018K2M4N6P', 'EXACT'), outcome('2405031U4V6W8X', 'SHORT')],
    unlinked: [],
    receipts: [
      {
        number: 'RC202405-0001',
        shop: 'shopee-tw',
        kind: 'payout',
        receivedOn: day('2024-05-07'),
        currency: 'TWD',
        lineKeys: [],
        cash: money('1531'),
        deductions: [],
        allocations: [],
        base: null,
        reverses: null,
      },
    ],
    ...noDocuments(),
    deposits: null,
    stock: { movements: [], alerts: [{ sku: 'A-1', onHand: 1, reserved: 0, available: 1, safety: 5, kind: 'LOW' }] },
    ...part,
  };
}

export function sampleAnswer(part: Partial<BatchAnswer> = {}): BatchAnswer {
  return {
    batchId: 'batch-1',
    repeated: false,
    counts: { created: 2, unchanged: 0, replaced: 0, conflict: 0 },
    rows: [],
    ...part,
  };
}

/** The payout file that brought the sample's lines. */
export function sampleProof(): BatchProof {
  const rows = { read: 2, accepted: 2, rejected: 0, skipped: 0 };
  return {
    batchId: 'batch-1',
    header: {
      ...{ shop: { platform: 'shopee-tw', name: 'shopee-tw' }, kind: 'payout', mapping: { id: 'm', version: 1 } },
      ...{ source: { file: 'May.xlsx', sheet: 'Income' }, currency: 'TWD', paymentMode: 'single' },
      ...{ fingerprint: 'f'.repeat(64), chunks: 1, rows, proof: null },
    },
    counts: { created: 2, unchanged: 0, replaced: 0, conflict: 0 },
  };
}
