// The hidden calls by which the client says which events it wants; host-events.ts sends them.
import type { Workbook } from '../model/shape.ts';

/** Message types of the client library (its `eventType` numbers). */
export const EVENT = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  formatChanged: 18,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Target of events that collections listen to. */
export const WORKBOOK_TARGET = 'Workbook';

export const subscriptionKey = (type: number, target: string): string => `${type}:${target}`;

/** Makes `_RegisterXEvent` and `_UnregisterXEvent` for each `X: type`. */
export function eventMethods<T>(
  types: Readonly<Record<string, number>>,
  workbookOf: (target: T) => Workbook,
  targetId: (target: T) => string,
): Record<string, (target: T) => void> {
  const count = (type: number, step: number) => (target: T) => {
    const { subscriptions } = workbookOf(target);
    const key = subscriptionKey(type, targetId(target));
    subscriptions.set(key, Math.max(0, (subscriptions.get(key) ?? 0) + step));
  };
  const pairs = Object.entries(types).flatMap(([name, type]) => [
    [`_Register${name}Event`, count(type, 1)] as const,
    [`_Unregister${name}Event`, count(type, -1)] as const,
  ]);
  return Object.fromEntries(pairs);
}
