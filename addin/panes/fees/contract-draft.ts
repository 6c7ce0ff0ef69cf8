// A fee contract as a person edits it: the plain fields as texts, and back again, or the field that is not understood.
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { percentText } from '../../../core/fees/explain-fee-terms.ts';
import {
  type Amount,
  amountOfText,
  type Rate,
  rateOfMillionths,
  type RoundingMode,
  textOfAmount,
} from '../../../core/money.ts';

export interface ContractDraft {
  /** Per cent, without the sign. Empty: none. */
  readonly rate: string;
  readonly fixed: string;
  readonly min: string;
  readonly max: string;
  readonly mode: RoundingMode;
  readonly decimals: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly refund: FeeRule['refundPolicy']['policy'];
}

export type DraftField = keyof ContractDraft;
const AMOUNTS = ['fixed', 'min', 'max'] as const;
const DAYS = ['validFrom', 'validTo'] as const;
const RATE_MAX = 1_000_000;

export function draftOf({ rate, fixed, min, max, rounding, validFrom, validTo, refundPolicy }: FeeRule): ContractDraft {
  const text = (amount: Amount | null) => (amount === null ? '' : textOfAmount(amount));
  return {
    rate: rate === null ? '' : percentText(rate).slice(0, -1),
    ...{ fixed: text(fixed), min: text(min), max: text(max) },
    ...{ mode: rounding.mode, decimals: String(rounding.decimals) },
    ...{ validFrom: validFrom ?? '', validTo: validTo ?? '', refund: refundPolicy.policy },
  };
}

/** Fields whose text is not understood. */
export function wrongFields(draft: ContractDraft): DraftField[] {
  return [
    ...(rateOf(draft.rate) === undefined ? (['rate'] as const) : []),
    ...AMOUNTS.filter((field) => amountIn(draft[field]) === undefined),
    ...DAYS.filter((field) => dayIn(draft[field]) === undefined),
  ];
}

/** The contract with the draft's fields; everything else as it was. Only for drafts without wrong fields. */
export function withDraft(rule: FeeRule, draft: ContractDraft): FeeRule {
  const { mode, decimals, refund } = draft;
  return {
    ...rule,
    rate: rateOf(draft.rate) ?? null,
    ...{ fixed: amountIn(draft.fixed) ?? null, min: amountIn(draft.min) ?? null, max: amountIn(draft.max) ?? null },
    rounding: { ...rule.rounding, mode, decimals: Number(decimals) },
    ...{ validFrom: dayIn(draft.validFrom) ?? null, validTo: dayIn(draft.validTo) ?? null },
    // How much is kept back is not asked here: a contract that keeps a part goes on keeping it.
    refundPolicy: refund === 'keep' ? rule.refundPolicy : { policy: refund },
  };
}

/** Null: left empty; undefined: not understood. Per cent with four decimals are millionths. */
function rateOf(text: string): Rate | null | undefined {
  const percent = amountIn(text);
  if (percent === null || percent === undefined) return percent;
  return percent > RATE_MAX ? undefined : rateOfMillionths(percent);
}

function amountIn(text: string): Amount | null | undefined {
  if (text.trim() === '') return null;
  const amount = amountOfText(text.trim());
  return amount === null || amount < 0 ? undefined : amount;
}

function dayIn(text: string): BusinessDate | null | undefined {
  if (text.trim() === '') return null;
  return dayOfText(text.trim()) ?? undefined;
}
