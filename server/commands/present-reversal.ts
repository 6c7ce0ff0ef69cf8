// The answer of an undo: what was taken back, and the further documents with their numbers; drafts of a plan.
import type { ReversalAnswer } from '../../core/ledger-api.ts';
import type { Receipt } from '../../core/receipt.ts';
import { freedLines, type ReversalPlan } from '../../core/reconcile/plan-reversal.ts';
import type { WorkEvent } from '../../core/work-event.ts';
import type { ReversalScope } from './load-reversal.ts';
import type { NumbersOfReversal } from './post-reversal.ts';
import type { DepositsUndone } from './reverse-deposits.ts';

interface PostedAs {
  readonly runId: string;
  readonly numbers: NumbersOfReversal;
}

interface Told extends Pick<ReversalScope, 'names'> {
  readonly bank: DepositsUndone;
  /** Decisions that are asked again. */
  readonly decisions: readonly WorkEvent[];
  /** Of the whole plan, deposits included. */
  readonly hash: string;
}

/** @param posted null for a plan: nothing has a number yet */
export function presentReversal(plan: ReversalPlan, scope: Told, posted: PostedAs | null): ReversalAnswer {
  const numberOf = (kind: keyof NumbersOfReversal, at: number) => posted?.numbers[kind][at] ?? draftNumber(at);
  const named = <T extends { readonly shop: string }>(one: T): T => ({ ...one, shop: scope.names.shopName(one.shop) });
  const reversed = plan.receipts.map(({ reverses }) => reverses.number);
  const receipts = [
    ...plan.receipts.map(({ reverses, draft }, at): Receipt => {
      return { ...named(draft), number: numberOf('receipts', at), reverses: reverses.number };
    }),
    ...plan.rebooked.map(({ draft }, at): Receipt => {
      const number = posted?.numbers.rebooked[at] ?? draftNumber(plan.receipts.length + at);
      return { ...named(draft), number, reverses: null };
    }),
  ];
  return {
    ...{ runId: posted?.runId ?? null, planHash: scope.hash, postedOn: plan.postedOn },
    reversed: {
      receipts: reversed,
      sales: plan.sales.map(({ reverses }) => reverses.number),
      vouchers: plan.vouchers.flatMap(({ reverses }) => reverses ?? []),
      bank: scope.bank.documents.map(({ number }) => number),
    },
    receipts,
    sales: plan.sales.map(({ reverses, draft }, at) => {
      return { ...named(draft), number: numberOf('sales', at), reverses: reverses.number };
    }),
    vouchers: plan.vouchers.map(({ reverses, voucher }, at) => {
      return { ...named(voucher), lines: [...voucher.lines], number: numberOf('vouchers', at), reverses };
    }),
    movements: plan.movements.map(({ movement }) => named(movement)),
    freed: freedLines(plan),
    ended: [...plan.matches],
    reopened: scope.decisions.map(({ subject }) => subject),
  };
}

const draftNumber = (at: number) => `DRAFT-${String(at + 1).padStart(4, '0')}`;
