// The orders a fee is learned from, as columns of numbers: what was charged, and every sum it may be a rate of.
import { type Amount, amountOfUnits } from '../money.ts';
import type { BaseCode, BaseTerm, FeeType } from './fee-rule.ts';
import { baseOf, chargedFor, type FeeSubject } from './fee-subject.ts';

/** Orders of one shop and currency in the sequence of their keys. A place is an index into all three. */
export interface FeeBook {
  readonly subjects: readonly FeeSubject[];
  /** As a cost, in ten-thousandths. */
  readonly charged: readonly Amount[];
  /** Lines of each order, at least 1. */
  readonly lines: readonly number[];
  /** The columns of money that stand in these orders. */
  readonly columns: ReadonlyMap<BaseCode, readonly Amount[]>;
}

const STARTS: readonly BaseCode[] = ['PRINCIPAL', 'receivable', 'itemPrice'];
/** What platforms add to a base, or leave out of it. */
const EXTRAS: readonly BaseCode[] = ['BUYER_SHIPPING', 'SELLER_DISCOUNT', 'PLATFORM_SUBSIDY', 'REFUND'];

export function bookOf(given: readonly FeeSubject[], feeType: FeeType): FeeBook {
  const subjects = given
    .filter(({ amounts }) => Object.keys(amounts).length > 0)
    .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1));
  const columns = [...STARTS, ...EXTRAS]
    .map((code) => [code, subjects.map((subject) => baseOf(subject, [code]))] as const)
    .filter(([, amounts]) => amounts.some((amount) => amount !== 0));
  return {
    subjects,
    charged: subjects.map((subject) => chargedFor(subject, feeType)),
    lines: subjects.map(({ lines }) => Math.max(lines.length, 1)),
    columns: new Map(columns),
  };
}

/** Every base that these orders have money for, the simplest first. */
export function possibleBases({ columns }: FeeBook): BaseTerm[][] {
  const starts = STARTS.filter((code) => columns.has(code)).map((code): BaseTerm[] => [code]);
  const extended = EXTRAS.filter((code) => columns.has(code)).reduce<BaseTerm[][]>(
    (bases, code) => bases.flatMap((base) => [base, [...base, code], [...base, `-${code}` as const]]),
    starts,
  );
  return extended.sort((one, other) => one.length - other.length);
}

/** The base at the given places. */
export function valuesOf(book: FeeBook, base: readonly BaseTerm[], places: readonly number[]): Amount[] {
  const parts = base.map((term) => {
    const minus = term.startsWith('-');
    const column = book.columns.get((minus ? term.slice(1) : term) as BaseCode) ?? [];
    return { column, sign: minus ? -1 : 1 };
  });
  return places.map((place) => {
    let total = 0;
    for (const { column, sign } of parts) total += sign * (column[place] ?? 0);
    return amountOfUnits(total);
  });
}

/** Places where something was charged: only they can tell a rate. */
export const chargedPlaces = (book: FeeBook, places: readonly number[]) =>
  places.filter((place) => (book.charged[place] ?? 0) > 0);

const DECIMALS = [0, 1, 2, 3, 4];
/** So many of a hundred charges must have no more decimals, lest one odd charge decide. */
const MOST = 95;

/** Decimals to which the fee is rounded: what nearly all charges have. */
export function decimalsSeen(book: FeeBook, places: readonly number[]): number {
  const fits = (decimals: number) => {
    const step = 10 ** (4 - decimals);
    return places.filter((place) => (book.charged[place] ?? 0) % step === 0).length * 100 >= places.length * MOST;
  };
  return DECIMALS.find(fits) ?? 4;
}

/** At most so many, evenly from first to last. */
export function sampleOf<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).filter(
    (one) => one !== undefined,
  );
}
