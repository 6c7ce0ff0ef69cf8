// What a person types into the form of an action, and the resolution it makes.
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { orderKey, partsOfOrderKey } from '../../../core/reconcile/account.ts';
import type { Resolution, WorkKind } from '../../../core/work-event.ts';

export interface Typed {
  readonly assignee: string;
  readonly day: string;
  readonly reference: string;
  /** One or several, with commas, spaces or lines between. */
  readonly orderNumbers: string;
  readonly feeType: ComponentType;
}

export const NOTHING_TYPED: Typed = { assignee: '', day: '', reference: '', orderNumbers: '', feeType: 'SERVICE_FEE' };

/** A payout paid this order, or all of these. */
export function linkTo(orderKeys: readonly string[]): Resolution | null {
  const [first, ...others] = orderKeys;
  if (first === undefined) return null;
  return { kind: 'link', orderKey: first, ...(others.length === 0 ? {} : { orderKeys: [...orderKeys] }) };
}

/** Each number once, in the order they were typed. */
function numbersIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter((number) => number !== ''))];
}

/** Null while something is missing. @param subject of the first item: a linked order is one of its shop */
export function resolutionOf(kind: WorkKind, typed: Typed, subject: string): Resolution | null {
  const day: BusinessDate | null = dayOfText(typed.day);
  switch (kind) {
    case 'assign':
      return typed.day !== '' && day === null ? null : { kind, assignee: typed.assignee.trim(), dueOn: day };
    case 'wait':
      return day === null ? null : { kind, until: day };
    case 'claim':
      return { kind, reference: typed.reference.trim() };
    case 'link':
      return linkTo(numbersIn(typed.orderNumbers).map((number) => orderKey(partsOfOrderKey(subject).shop, number)));
    case 'accept-fee':
      return { kind, feeType: typed.feeType };
    case 'decline':
      return null; // declined beside the proposal itself
    default:
      return { kind };
  }
}
