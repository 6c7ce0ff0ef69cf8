// Learns what a platform charges from the user's own statements: candidate rates by vote, the truth by exact arithmetic.
// A proposal with its fit, its exceptions and every equal alternative; nothing is kept without a person's word.
import { type Amount, subtract, ZERO } from '../money.ts';
import type { FeeType } from './fee-rule.ts';
import type { FeeSubject } from './fee-subject.ts';
import { bookOf, chargedPlaces, type FeeBook, possibleBases, valuesOf } from './learn-book.ts';
import { type Fitted, tryOn } from './learn-fit.ts';
import { findPieces, type Piece } from './learn-periods.ts';
import { spanOfRates } from './learn-rate-span.ts';
import type { FeeFit, LearnedFee, LearnedPeriod, LearnedTerms } from './learned-fee.ts';

/**
 * One answer for each platform, shop and currency among the orders, in the sequence of their names. Orders without any
 * payout component are left out; orders of which this fee was not charged count as exceptions where one is due.
 */
export function learnFeeRule(subjects: readonly FeeSubject[], feeType: FeeType): LearnedFee[] {
  const shops = new Map<string, FeeSubject[]>();
  for (const subject of subjects) {
    const key = JSON.stringify([subject.platform, subject.shop, subject.currency]);
    const shop = shops.get(key);
    if (shop) shop.push(subject);
    else shops.set(key, [subject]);
  }
  const named = [...shops].sort(([one], [other]) => (one < other ? -1 : 1));
  return named.flatMap(([, orders]) => learnOfShop(bookOf(orders, feeType), feeType));
}

function learnOfShop(book: FeeBook, feeType: FeeType): LearnedFee[] {
  const [subject] = book.subjects;
  const places = book.subjects.map((_, place) => place);
  if (subject === undefined || chargedPlaces(book, places).length === 0) return [];
  const { when, pieces } = findPieces(book);
  const explained = new Set(pieces.flatMap((piece) => piece.places));
  const { platform, shop, currency } = subject;
  return [
    {
      ...{ platform, shop, currency, feeType, when },
      periods: pieces.map((piece) => periodOf(book, piece)),
      unexplained: keysOf(
        book,
        places.filter((place) => !explained.has(place)),
      ),
    },
  ];
}

const keysOf = (book: FeeBook, places: readonly number[]) =>
  places.flatMap((place) => book.subjects[place]?.orderKey ?? []);

function periodOf(book: FeeBook, piece: Piece): LearnedPeriod {
  const { places, fit, from, to, earliestFrom } = piece;
  const twins = twinsOf(book, places, fit.terms);
  const others = fit.alternatives.filter((terms) => tryOn(book, places, { ...fit, terms }).holds === fit.holds);
  return {
    ...{ from, to, earliestFrom },
    terms: fit.terms,
    fit: fitOf(book, places, fit),
    rates: spanOfRates(book, places, fit),
    alternatives: [...twins, ...others],
  };
}

function fitOf(book: FeeBook, places: readonly number[], { contracts, holds }: Fitted): FeeFit {
  const apart = places.map((place, at) => ({
    place,
    residual: subtract(book.charged[place] ?? ZERO, contracts[at] ?? ZERO),
  }));
  const odd = apart.filter(({ residual }) => residual !== 0);
  const residuals = new Map<Amount, number>();
  for (const { residual } of odd.sort((one, other) => one.residual - other.residual || one.place - other.place))
    residuals.set(residual, (residuals.get(residual) ?? 0) + 1);
  const exceptions = keysOf(
    book,
    odd.map(({ place }) => place).sort((one, other) => one - other),
  );
  return { holds, of: places.length, residuals, exceptions };
}

/** The same terms on other bases that are equal in every order. */
function twinsOf(book: FeeBook, places: readonly number[], terms: LearnedTerms): LearnedTerms[] {
  if (terms.base.length === 0 || terms.scope === 'line') return [];
  const own = valuesOf(book, terms.base, places);
  const bases = possibleBases(book).filter((base) => base.join() !== terms.base.join());
  return bases
    .filter((base) => base.length <= terms.base.length && isEqual(valuesOf(book, base, places), own))
    .map((base) => ({ ...terms, base }));
}

const isEqual = (one: readonly Amount[], other: readonly Amount[]) => one.every((amount, at) => amount === other[at]);
