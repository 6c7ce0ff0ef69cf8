// The open positions of a run: read from the books once, then moved by each document in turn.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';
import type { Allocation, AllocationTarget, ReceiptDraft } from '../receipt.ts';
import { addPositions, clear, type Clearing, NOTHING_OPEN, oppositeOf, type Position } from './open-position.ts';

/** What valuing needs to know beside the documents. */
export interface BookSources {
  /** Base units for one unit of the currency on the day, as a decimal; null when no rate is known. */
  readonly rateOn: (currency: Currency, day: BusinessDate) => string | null;
  /** What orders still owe, by order key; debits positive, as receivables are read. */
  readonly openReceivables: ReadonlyMap<string, Position>;
  /** What the sales of orders were booked at, by order key; an order without sales is left out. */
  readonly soldBefore?: ReadonlyMap<string, Position>;
  /**
   * What earlier documents left on another target, credits positive as in allocations: of the order; without one, of
   * the line for `suspense` and `claim`, and of the line's shop and currency for the rest (see `positionKey` below).
   */
  readonly heldBefore: (lineKey: string, orderKey: string | null, target: AllocationTarget) => Position;
}

export interface Book {
  readonly baseCurrency: Currency;
  /** @throws Error when there is none: what has no rate is held back before. */
  readonly rateOn: (currency: Currency, day: BusinessDate) => string;
  /** What the order's sales were booked at; null before the first. */
  readonly soldBefore: (orderKey: string) => Position | null;
  /** Clears what is open as far as it reaches; the part that opens waits for `open`, when its base is known. */
  readonly meet: (place: Place, movement: Movement) => Clearing;
  readonly open: (place: Place, movement: Movement, opened: Position) => void;
}

type Place = Pick<ReceiptDraft, 'shop' | 'currency'>;
export type Movement = Pick<Allocation, 'lineKey' | 'orderKey' | 'target' | 'amount'>;

const SEPARATOR = '\u001e';

/** Which movements meet on one position; null for what is spent at once and never cleared. */
function positionKey({ shop, currency }: Place, movement: Movement): string | null {
  const { lineKey, orderKey, target } = movement;
  if (target === 'writeOff') return null;
  if (orderKey !== null) return [target, 'order', orderKey].join(SEPARATOR);
  const ofLine = target === 'suspense' || target === 'claim' || target === 'receivable';
  return (ofLine ? [target, 'line', lineKey] : [target, 'shop', shop, currency]).join(SEPARATOR);
}

export function openBook(sources: BookSources, baseCurrency: Currency): Book {
  const positions = new Map<string, Position>();
  const add = (key: string | null, before: Position, more: Position) => {
    if (key !== null) positions.set(key, addPositions(before, more));
  };
  const find = (place: Place, movement: Movement) => {
    const key = positionKey(place, movement);
    const position = key === null ? NOTHING_OPEN : (positions.get(key) ?? positionBefore(sources, movement));
    return { key, position };
  };
  return {
    baseCurrency,
    rateOn: (currency, day) => {
      const rate = sources.rateOn(currency, day);
      if (rate === null) throw new Error(`no ${baseCurrency} rate for ${currency} on ${day}`);
      return rate;
    },
    soldBefore: (orderKey) => sources.soldBefore?.get(orderKey) ?? null,
    meet: (place, movement) => {
      const { key, position } = find(place, movement);
      const clearing = clear(position, movement.amount, baseCurrency);
      add(key, position, clearing.cleared);
      return clearing;
    },
    open: (place, movement, opened) => {
      const { key, position } = find(place, movement);
      add(key, position, opened);
    },
  };
}

function positionBefore({ openReceivables, heldBefore }: BookSources, movement: Movement): Position {
  const { lineKey, orderKey, target } = movement;
  if (target !== 'receivable') return heldBefore(lineKey, orderKey, target);
  const owed = orderKey === null ? undefined : openReceivables.get(orderKey);
  return owed ? oppositeOf(owed) : NOTHING_OPEN;
}

/** A base amount from a document's amount, at one rate. */
export type ToBase = (amount: Amount) => Amount;
