// What the goods that came back are worth within the order's receivable: C of 銷退/折讓.
import { type Amount, type Currency, ZERO, add, amountOfUnits, portion, split, sum } from '../money.ts';
import type { OrderLine } from '../order.ts';

/**
 * C, the credit for returned pieces, out of the receivable G.
 * 1. Everything came back: C = G.
 * 2. G is shared over the lines by their price × quantity, so discounts (and freight) are borne by all of them alike;
 *    each line gives back the share of its returned pieces, rounded half-up at the currency's decimals.
 * 3. Where a line's share is its price × quantity (no discount, no freight), that is exactly price × returned.
 */
export function creditReturned(receivable: Amount, lines: readonly OrderLine[], currency: Currency): Amount {
  if (lines.every((line) => line.returned === 0)) return ZERO;
  if (lines.every((line) => line.returned === line.quantity)) return receivable;
  const gross = lines.map((line) => times(line.unitPrice, line.quantity));
  const shares = sum(gross) === receivable ? gross : split(receivable, gross, currency);
  return lines.reduce((credit, line, at) => add(credit, returnedShare(line, shares[at] ?? ZERO, currency)), ZERO);
}

function returnedShare(line: OrderLine, share: Amount, currency: Currency): Amount {
  if (line.returned === 0) return ZERO;
  if (line.returned === line.quantity) return share;
  if (share === times(line.unitPrice, line.quantity)) return times(line.unitPrice, line.returned);
  return portion(share, amountOfUnits(line.returned), amountOfUnits(line.quantity), currency);
}

const times = (price: Amount, pieces: number) => amountOfUnits(price * pieces);
