// The policy as a person edits it: every limit as a text, and back again, or the fields that are not understood.
import { percentText } from '../../../core/fees/explain-fee-terms.ts';
import {
  type Amount,
  amountOfText,
  larger,
  type Rate,
  rateOfMillionths,
  smaller,
  textOfAmount,
  ZERO,
} from '../../../core/money.ts';
import { MATCH_PASSES, type MatchPass } from '../../../core/reconcile/link-passes.ts';
import type { ReconcilePolicy } from '../../../core/reconcile/policy.ts';
import { daysOf } from '../../settings.ts';

export interface PersonLimit {
  readonly person: string;
  readonly limit: string;
}

/** Limits that are 0 where nothing is typed. */
const LIMITS = ['perOrder', 'perRun', 'perMonth', 'feeTolerance'] as const;
/** Limits that are none where nothing is typed. */
const OPEN_LIMITS = ['freightMax', 'netMax'] as const;
const DAYS = ['payoutTermDays', 'graceDays'] as const;
export type LimitField = (typeof LIMITS)[number] | (typeof OPEN_LIMITS)[number];
export type TextField = LimitField | (typeof DAYS)[number] | 'share';

export interface PolicyDraft extends Readonly<Record<TextField, string>> {
  readonly authority: readonly PersonLimit[];
  readonly passes: readonly MatchPass[];
  readonly onlyFooting: boolean;
}

export function policyDraftOf(policy: ReconcilePolicy): PolicyDraft {
  const { tolerance, authority = {}, feeTolerance, freightMax, autoPost, payoutTermDays, graceDays } = policy;
  const text = (amount: Amount | null) => (amount === null ? '' : textOfAmount(amount));
  return {
    ...{ perOrder: text(tolerance.perOrder), perRun: text(tolerance.perRun), perMonth: text(tolerance.perMonth) },
    share: tolerance.share === null ? '' : percentText(tolerance.share).slice(0, -1),
    authority: Object.entries(authority).map(([person, limit]) => ({ person, limit: text(limit) })),
    ...{ feeTolerance: text(feeTolerance), freightMax: text(freightMax), netMax: text(autoPost.netMax) },
    ...{ passes: autoPost.passes, onlyFooting: autoPost.onlyFooting },
    ...{ payoutTermDays: String(payoutTermDays), graceDays: String(graceDays) },
  };
}

/** Fields whose text is not understood. */
export function wrongFields(draft: PolicyDraft): TextField[] {
  return [
    ...[...LIMITS, ...OPEN_LIMITS].filter((field) => amountIn(draft[field]) === undefined),
    ...(shareIn(draft.share) === undefined ? (['share'] as const) : []),
    ...DAYS.filter((field) => daysOf(draft[field]) === null),
  ];
}

/** Why the limit of a person is not taken; null where it is. */
export function wrongPerson(people: readonly PersonLimit[], at: number): 'noName' | 'twice' | 'noLimit' | null {
  const { person = '', limit = '' } = people[at] ?? {};
  const name = person.trim();
  if (name === '') return 'noName';
  if (people.findIndex((other) => other.person.trim() === name) < at) return 'twice';
  const amount = amountIn(limit);
  return amount === null || amount === undefined ? 'noLimit' : null;
}

/** Null while a field is not understood. */
export function policyOf(draft: PolicyDraft): ReconcilePolicy | null {
  const { authority, passes, onlyFooting } = draft;
  const isSound = authority.every((_, at) => wrongPerson(authority, at) === null);
  if (!isSound || wrongFields(draft).length > 0) return null;
  const zeroOr = (field: LimitField) => amountIn(draft[field]) ?? ZERO;
  const people = authority.map(({ person, limit }) => [person.trim(), amountIn(limit) ?? ZERO] as const);
  return {
    ...{ payoutTermDays: daysOf(draft.payoutTermDays) ?? 0, graceDays: daysOf(draft.graceDays) ?? 0 },
    tolerance: {
      ...{ perOrder: zeroOr('perOrder'), share: shareIn(draft.share) ?? null },
      ...{ perRun: zeroOr('perRun'), perMonth: zeroOr('perMonth') },
    },
    ...(people.length === 0 ? {} : { authority: Object.fromEntries(people) }),
    ...{ feeTolerance: zeroOr('feeTolerance'), freightMax: amountIn(draft.freightMax) ?? null },
    autoPost: {
      ...{ passes: MATCH_PASSES.filter((pass) => passes.includes(pass)), onlyFooting },
      netMax: amountIn(draft.netMax) ?? null,
    },
  };
}

/** What the caps leave of the limits of an order: nothing at all, less than they say, or all of it. */
export function capsLeave({ tolerance, authority = {} }: ReconcilePolicy): 'nothing' | 'less' | 'all' {
  const order = Object.values(authority).reduce(larger, tolerance.perOrder);
  const cap = smaller(tolerance.perRun, tolerance.perMonth);
  if (order <= cap) return 'all';
  return cap === ZERO ? 'nothing' : 'less';
}

/** Null: left empty; undefined: not understood. */
function amountIn(text: string): Amount | null | undefined {
  if (text.trim() === '') return null;
  const amount = amountOfText(text.trim().replaceAll(',', ''));
  return amount === null || amount < 0 ? undefined : amount;
}

const WHOLE = 1_000_000;

/** Per cent with four decimals are millionths. Null: left empty; undefined: not understood. */
export function shareIn(text: string): Rate | null | undefined {
  const percent = amountIn(text);
  if (percent === null || percent === undefined) return percent;
  return percent > WHOLE ? undefined : rateOfMillionths(percent);
}
