// One receipt in base currency: cash and fees at the rate of its day, what it clears at the base that was booked, and
// the exchange gain or loss between the two.
import { add, type Amount, subtract, sum, ZERO } from '../money.ts';
import type { Allocation, ReceiptBase, ReceiptDraft } from '../receipt.ts';
import { convert } from './convert.ts';
import type { Book, ToBase } from './open-book.ts';
import { addPositions, clear, type Clearing, NOTHING_OPEN, type Position } from './open-position.ts';

export function valueReceipt(receipt: ReceiptDraft, book: Book): ReceiptBase {
  const { currency, cash } = receipt;
  const amounts = receipt.deductions.map((part) => part.amount);
  if (currency === book.baseCurrency) {
    const allocations = receipt.allocations.map((part) => part.amount);
    return { currency, rate: '1', cash, deductions: amounts, allocations, gain: ZERO };
  }
  const rate = book.rateOn(currency, receipt.receivedOn);
  const toBase = (amount: Amount) => convert(amount, rate, book.baseCurrency);
  const { allocations, sameRate } = valueAllocations(receipt, book, toBase);
  const atRate = [cash, ...amounts].map(toBase);
  const kept = sameRate ? absorb(atRate, subtract(sum(allocations), sum(atRate))) : atRate;
  const [cashBase = ZERO, ...deductions] = kept;
  const gain = subtract(sum(kept), sum(allocations));
  return { currency: book.baseCurrency, rate, cash: cashBase, deductions, allocations, gain };
}

/**
 * Where everything was booked at the rate of today there is no exchange gain, only rounding: it stays in the largest
 * amount, as a rule the cash.
 */
function absorb(amounts: readonly Amount[], residue: Amount): readonly Amount[] {
  const largest = Math.max(...amounts.map(Math.abs));
  const at = amounts.findIndex((amount) => Math.abs(amount) === largest);
  const adjusted = add(amounts[at] ?? ZERO, residue);
  const keepsSign = Math.sign(adjusted) === Math.sign(amounts[at] ?? ZERO);
  return keepsSign ? amounts.map((amount, index) => (index === at ? adjusted : amount)) : amounts;
}

interface Met {
  readonly part: Allocation;
  readonly clearing: Clearing;
}

function valueAllocations(receipt: ReceiptDraft, book: Book, toBase: ToBase) {
  const bases = new Map<Allocation, Amount>();
  let sameRate = true;
  for (const line of linesOf(receipt)) {
    const met = line.map((part): Met => ({ part, clearing: book.meet(receipt, part) }));
    const source = receipt.kind === 'transfer' ? carriedBy(met, book) : NOTHING_OPEN;
    const opened = openingBases(met, source, toBase, book);
    met.forEach(({ part, clearing: { cleared, opened: amount } }, at) => {
      const base = opened[at] ?? ZERO;
      book.open(receipt, part, { amount, base });
      bases.set(part, add(cleared.base, base));
      if (cleared.base !== toBase(cleared.amount)) sameRate = false;
    });
  }
  return { allocations: receipt.allocations.map((part) => bases.get(part) ?? ZERO), sameRate };
}

/** The allocations that are valued together: of a transfer those of one payout line, whose money only moves on. */
function linesOf({ kind, allocations }: ReceiptDraft): (readonly Allocation[])[] {
  if (kind !== 'transfer') return allocations.map((part) => [part]);
  const lines = new Map<string, Allocation[]>();
  for (const part of allocations) lines.set(part.lineKey, [...(lines.get(part.lineKey) ?? []), part]);
  return [...lines.values()];
}

/** What a transfer takes from one side and did not clear on the other: it is opened again, at the base it had. */
function carriedBy(met: readonly Met[], book: Book): Position {
  const side = (sign: number) =>
    met
      .map(({ clearing }) => clearing.cleared)
      .filter(({ amount }) => Math.sign(amount) === sign)
      .reduce(addPositions, NOTHING_OPEN);
  const [credits, debits] = [side(1), side(-1)];
  const [larger, smaller] = credits.amount >= -debits.amount ? [credits, debits] : [debits, credits];
  return addPositions(larger, clear(larger, smaller.amount, book.baseCurrency).cleared);
}

/**
 * Base of what each allocation opens: from what was carried while it lasts, then at the rate of the day. Allocations of one
 * line that turn each other round on one account do so at one base, else that account would end at nothing and keep some.
 */
function openingBases(met: readonly Met[], carried: Position, toBase: ToBase, book: Book): Amount[] {
  let source = carried;
  const own = new Map<string, Position>();
  return met.map(({ part, clearing }) => {
    const place = `${part.target} ${part.orderKey ?? ''}`;
    const before = own.get(place) ?? NOTHING_OPEN;
    const turned = clear(before, clearing.opened, book.baseCurrency);
    const { cleared, opened } = clear(source, turned.opened, book.baseCurrency);
    source = addPositions(source, cleared);
    const base = add(turned.cleared.base, add(cleared.base, toBase(opened)));
    own.set(place, addPositions(before, { amount: clearing.opened, base }));
    return base;
  });
}
