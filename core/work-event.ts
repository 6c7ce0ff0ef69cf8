// What people do about discrepancies (處理紀錄): each step an entry that is only ever added. The work list is read from
// the run's result and from these.
import type { BusinessDate } from './business-date.ts';
import type { Amount, Currency } from './money.ts';
import type { ComponentType } from './payout.ts';
import type { Headline } from './reconcile/outcome.ts';

/** What may be done about an item. Those that decide about money name the amount in the entry. */
export type Resolution =
  /** 指派: somebody takes it on, until a day. */
  | { readonly kind: 'assign'; readonly assignee: string; readonly dueOn: BusinessDate | null }
  /** 等待: nothing to do until a day. */
  | { readonly kind: 'wait'; readonly until: BusinessDate }
  /** 申訴: claimed from the platform, under its case number where there is one. */
  | { readonly kind: 'claim'; readonly reference: string }
  /** 備註. */
  | { readonly kind: 'note' }
  /** 結案: looked at, nothing is to be done. */
  | { readonly kind: 'resolve' }
  /** 重開: what was decided is taken back. */
  | { readonly kind: 'reopen' }
  /** 連結: the payout line belongs to this order; where it pays several, all of them, this one among them. */
  | { readonly kind: 'link'; readonly orderKey: string; readonly orderKeys?: readonly string[] | undefined }
  /** 否決: the payout line never belongs to these orders. */
  | { readonly kind: 'decline'; readonly orderKeys: readonly string[] }
  /** 認列費用: the amount is booked as this fee. */
  | { readonly kind: 'accept-fee'; readonly feeType: ComponentType }
  /** 沖銷尾差: the rest is given up, or kept. */
  | { readonly kind: 'write-off' }
  /** 沖銷呆帳: an open receivable will not be paid. */
  | { readonly kind: 'bad-debt' }
  /** 核准入帳: a line that waits for review may be booked. */
  | { readonly kind: 'approve' };

/** The orders that a payout line was linked to. */
export function linkedOrders({ orderKey, orderKeys }: Extract<Resolution, { kind: 'link' }>): readonly string[] {
  return orderKeys ?? [orderKey];
}

export type WorkKind = Resolution['kind'];
export const WORK_KINDS = [
  'assign',
  'wait',
  'claim',
  'note',
  'resolve',
  'reopen',
  'link',
  'decline',
  'accept-fee',
  'write-off',
  'bad-debt',
  'approve',
] as const satisfies readonly WorkKind[];

/** The item as it stood when somebody acted: kept, because its cause may be gone afterwards. */
export interface WorkFacts {
  readonly headline: Headline;
  readonly shop: string;
  readonly orderNumber: string;
  readonly currency: Currency;
  readonly atStake: Amount;
  /** What an acceptance or write-off decided about: the rest or the claim, signed as the engine counts it. */
  readonly decided: { readonly on: 'rest' | 'claim'; readonly amount: Amount } | null;
}

export interface WorkEvent {
  readonly seq: number;
  /** Order key, or line key of a payout line without an order or under review. */
  readonly subject: string;
  readonly resolution: Resolution;
  readonly facts: WorkFacts;
  /** Fingerprint of the figures it was decided on. */
  readonly figures: string;
  readonly author: string;
  readonly note: string;
  /** Instant, ISO text in UTC. */
  readonly at: string;
  /** The day of the run it was decided in; entries of earlier versions have none. */
  readonly asOf?: BusinessDate | undefined;
}
