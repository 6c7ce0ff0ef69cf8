// Bad debts (呆帳): what a person gives up of a receivable that will not be paid. No payout line bears it, because there
// may be none; it is booked on the order's own entry, so it never mixes with 尾差 and is taken back by itself.
import { type Amount, negate, subtract, ZERO } from '../money.ts';
import type { Allocation } from '../receipt.ts';
import type { LineAccount, OrderAccount } from './account.ts';
import type { BookedLine } from './booked-line.ts';
import type { Decisions } from './decision.ts';
import type { Settlement } from './settle-orders.ts';

const END = '\u001f';

/** The key of an order's own entry, where a payout line's key stands else: of a row that no file has, with no identity. */
export const ownKey = (orderKey: string): string => `${orderKey}${END}`;

/** The order whose own entry it is; null for the key of a payout line. */
export function orderOfOwnKey(lineKey: string): string | null {
  return lineKey.endsWith(END) ? lineKey.slice(0, -END.length) : null;
}

/** The open rest that a person gave up, while it is the very amount it was; it is never decided about what waits. */
export function badDebtOf({ account, lines }: Settlement, rest: Amount, decisions?: Decisions): Amount {
  const decision = decisions?.get(account.key)?.rest;
  const holds = decision?.kind === 'bad-debt' && decision.amount === rest && rest > 0;
  return holds && lines.every((line) => line.onReview === null) ? rest : ZERO;
}

/** What of the order is given up in the books so far. */
export function bookedBadDebt({ own }: Pick<OrderAccount, 'own'>): Amount {
  return own == null ? ZERO : negate(own.positions.writeOff);
}

const NOTHING: readonly BookedLine[] = [];

/** The transfer that gives up what shall be given up, or takes back what shall not; nothing for nearly every order. */
export function bookBadDebt({ account }: Settlement, badDebt: Amount): readonly BookedLine[] {
  const change = subtract(badDebt, bookedBadDebt(account));
  if (change === ZERO) return NOTHING;
  const at = { lineKey: ownKey(account.key), orderKey: account.key, feeType: null };
  const allocations: Allocation[] = [
    { ...at, target: 'receivable', amount: change },
    { ...at, target: 'writeOff', amount: negate(change) },
  ];
  return [{ account: entryOf(account), allocations, notBorne: [] }];
}

/** The order's own entry in the form of a payout line that brought nothing: a transfer asks no more of it. */
function entryOf({ key, shop, order, source, own = null }: OrderAccount): LineAccount {
  const { orderNumber, currency, orderedOn, sourceRow } = order;
  const day = order.completedOn ?? order.shippedOn ?? order.paidOn ?? orderedOn;
  return {
    key: ownKey(key),
    ...{ shop, source, matches: [], approved: true, depositedOn: null },
    line: {
      ...{ orderNumber, identity: '', reference: '', currency, net: ZERO, components: [], sourceRow },
      paidOutOn: day ?? FIRST_DAY,
    },
    batch: { id: '', foots: true, paymentMode: 'single' },
    booked: own === null ? [] : [own],
  };
}

/** Only an order of documents comes of it: transfers of one shop and currency are one document. */
const FIRST_DAY = '1900-01-01' as LineAccount['line']['paidOutOn'];
