// What one order offers to a fee rule: its money as in the file, its lines, its days, its plans.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, amountOfUnits, type Currency, negate, split, sum, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { BaseCode, BaseTerm, DecidingDay } from './fee-rule.ts';

export interface FeeSubject {
  /** One subject an order: fees that came in several payouts are summed in `amounts`. */
  readonly orderKey: string;
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  /** The payout it is settled in, of several the first: its statement's number after `#`, else its day. Null: none is known. */
  readonly batchId: string | null;
  readonly orderedOn: BusinessDate | null;
  readonly shippedOn: BusinessDate | null;
  readonly completedOn: BusinessDate | null;
  readonly paidOutOn: BusinessDate | null;
  readonly lines: readonly FeeSubjectLine[];
  /** Σ payout components of the order, signed as in the file: a fee of 63 is −63. */
  readonly amounts: Readonly<Partial<Record<ComponentType, Amount>>>;
  /** G. */
  readonly receivable: Amount;
  /** Paid in full or finally: only then a fee can be too little. */
  readonly isPaid: boolean;
  /** Plans and campaigns it is in; null: not known. */
  readonly programs: readonly string[] | null;
  /** Null: not known. */
  readonly sellerType: string | null;
}

export interface FeeSubjectLine {
  readonly sku: string;
  /** The platform's category of the item; null: not known. */
  readonly category: string | null;
  readonly quantity: number;
  readonly unitPrice: Amount;
}

/** The order's day of that kind; null: not known. */
export function dayThatDecides(subject: FeeSubject, when: DecidingDay): BusinessDate | null {
  if (when === 'orderCreated') return subject.orderedOn;
  if (when === 'shipped') return subject.shippedOn;
  return when === 'completed' ? subject.completedOn : subject.paidOutOn;
}

/** What the platform took of this kind, as a cost: positive for a fee, negative for what came back. */
export function chargedFor(subject: FeeSubject, type: ComponentType): Amount {
  return negate(subject.amounts[type] ?? ZERO);
}

/** The base of the whole order. */
export function baseOf(subject: FeeSubject, terms: readonly BaseTerm[]): Amount {
  return sum(terms.map((term) => termOf(subject, term)));
}

/**
 * The base of each line: its own price × quantity, and of amounts that the file gives for the order its share by
 * price (by equal parts where nothing has a price). The lines' bases sum to the order's.
 */
export function lineBasesOf(subject: FeeSubject, terms: readonly BaseTerm[]): Amount[] {
  const prices = subject.lines.map(priceOf);
  const ofLines = terms.filter((term) => codeOf(term) === 'itemPrice');
  const ofOrder = baseOf(
    subject,
    terms.filter((term) => codeOf(term) !== 'itemPrice'),
  );
  const weights = prices.some((price) => price > 0) ? prices : prices.map(() => amountOfUnits(1));
  const shares = ofOrder === 0 ? [] : split(ofOrder, weights, subject.currency);
  const count = ofLines.reduce((total, term) => total + (isMinus(term) ? -1 : 1), 0);
  return prices.map((price, at) => add(amountOfUnits(price * count), shares[at] ?? ZERO));
}

export const piecesOf = (lines: readonly FeeSubjectLine[]) => lines.reduce((pieces, line) => pieces + line.quantity, 0);

const priceOf = (line: FeeSubjectLine) => amountOfUnits(line.unitPrice * line.quantity);
const isMinus = (term: BaseTerm) => term.startsWith('-');
const codeOf = (term: BaseTerm) => (isMinus(term) ? term.slice(1) : term) as BaseCode;

function termOf(subject: FeeSubject, term: BaseTerm): Amount {
  const value = valueOf(subject, codeOf(term));
  return isMinus(term) ? negate(value) : value;
}

function valueOf(subject: FeeSubject, code: BaseCode): Amount {
  if (code === 'receivable') return subject.receivable;
  if (code === 'itemPrice') return sum(subject.lines.map(priceOf));
  return subject.amounts[code] ?? ZERO;
}
