// When a contract changed: the stretch of days in which the terms of most orders hold, and what holds before and after.
import { addDays, type BusinessDate } from '../business-date.ts';
import { DECIDING_DAYS, type DecidingDay } from './fee-rule.ts';
import { dayThatDecides } from './fee-subject.ts';
import type { FeeBook } from './learn-book.ts';
import { type BestFit, fitTerms, LEAST, tryOn } from './learn-fit.ts';

/** Orders that go by one set of terms. */
export interface Piece {
  readonly places: readonly number[];
  readonly fit: BestFit;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  readonly earliestFrom: BusinessDate | null;
}

export interface Pieces {
  /** Days by which the orders fall apart equally well; none where they do not. */
  readonly when: readonly DecidingDay[];
  readonly pieces: readonly Piece[];
}

/** Of a hundred charges of a stretch so many must hold, lest odd charges pass for a change of contract. */
const PERIOD_HOLDS = 80;
/** Of a hundred charges so many must have the day. */
const DATED = 90;

type DayAt = (place: number) => BusinessDate | null;

export function findPieces(book: FeeBook): Pieces {
  const places = book.subjects.map((_, place) => place);
  const fit = fitTerms(book, places);
  if (fit === null) return { when: [], pieces: [] };
  const whole = { places, fit, from: null, to: null, earliestFrom: null };
  const single = { when: fit.terms.rounding.level === 'day' ? [fit.when] : [], pieces: [whole] };
  const [first, ...options] = daysByRun(book, places, fit);
  const parts = first === undefined ? [] : splitBy(book, places, first, fit);
  if (first === undefined || parts.length < 2) return single;
  const when = daysByParts(book, places, [first, ...options], parts);
  const [used = first] = when;
  const apart = used === first ? parts : splitBy(book, places, used, fit);
  return apart.length < 2 ? single : { when, pieces: withDays(book, apart, daysOf(book, used)) };
}

function splitBy(book: FeeBook, places: readonly number[], when: DecidingDay, fit: BestFit): Part[] {
  const days = daysOf(book, when);
  const dated = places.filter((place) => days(place) !== null);
  return splitByDay(book, dated, days, dated.length < places.length ? null : fit);
}

const daysOf =
  (book: FeeBook, when: DecidingDay): DayAt =>
  (place) => {
    const subject = book.subjects[place];
    return subject === undefined ? null : dayThatDecides(subject, when);
  };

/** Kinds of day that nearly all charges have, first those on which the terms hold in one stretch. */
function daysByRun(book: FeeBook, places: readonly number[], fit: BestFit): DecidingDay[] {
  const charged = marksOf(book, places, fit).filter(({ mark }) => mark !== 0);
  const options = DECIDING_DAYS.flatMap((when) => {
    const days = daysOf(book, when);
    const dated = charged.filter(({ place }) => days(place) !== null);
    if (dated.length * 100 < charged.length * DATED) return [];
    const { from, to } = bestRun(dated, days);
    const wrong = dated.filter(({ mark, place }) => mark > 0 !== isWithin(days(place), from, to)).length;
    return { when, wrong: wrong + charged.length - dated.length };
  });
  return options.sort((one, other) => one.wrong - other.wrong).map(({ when }) => when);
}

/** Of them those by which the fewest charges stand outside the stretch of terms that explain them. */
function daysByParts(
  book: FeeBook,
  places: readonly number[],
  options: readonly DecidingDay[],
  parts: readonly Part[],
): DecidingDay[] {
  const marked = parts.map(({ fit }) => marksOf(book, places, tryOn(book, places, fit)));
  const scored = options.map((when) => {
    const days = daysOf(book, when);
    const runs = marked.map((marks) => bestRun(marks, days));
    const explained = places.filter((place, at) =>
      runs.some(({ from, to }, part) => (marked[part]?.[at]?.mark ?? 0) > 0 && isWithin(days(place), from, to)),
    );
    return { when, explained: explained.length };
  });
  const most = Math.max(...scored.map(({ explained }) => explained));
  return scored.filter(({ explained }) => explained === most).map(({ when }) => when);
}

interface Mark {
  readonly place: number;
  /** 1: holds, −1: does not, 0: nothing was charged, which says nothing about days. */
  readonly mark: number;
}

function marksOf(book: FeeBook, places: readonly number[], { contracts }: Pick<BestFit, 'contracts'>): Mark[] {
  return places.map((place, at) => {
    const charged = book.charged[place] ?? 0;
    return { place, mark: charged <= 0 ? 0 : charged === contracts[at] ? 1 : -1 };
  });
}

const isWithin = (day: BusinessDate | null, from: string, to: string) => day !== null && from <= day && day <= to;

/** The days, first to last, with the greatest sum of marks: what holds less what does not. */
function bestRun(marks: readonly Mark[], days: DayAt): { from: string; to: string } {
  const sums = new Map<string, number>();
  for (const { place, mark } of marks) {
    const day = days(place);
    if (day !== null) sums.set(day, (sums.get(day) ?? 0) + mark);
  }
  let best = { from: '', to: '', sum: 0 };
  let open = { from: '', sum: 0 };
  for (const [day, sum] of [...sums].sort(([one], [other]) => (one < other ? -1 : 1))) {
    open = open.sum > 0 ? { from: open.from, sum: open.sum + sum } : { from: day, sum };
    if (open.sum > best.sum) best = { from: open.from, to: day, sum: open.sum };
  }
  return best;
}

interface Part {
  readonly places: readonly number[];
  readonly fit: BestFit;
}

/** Parts that cover all places in the sequence of their days; none where no terms hold for nearly all of a stretch. */
function splitByDay(book: FeeBook, places: readonly number[], days: DayAt, known: BestFit | null): Part[] {
  const fit = known ?? fitTerms(book, places);
  if (fit === null) return [];
  const { from, to } = bestRun(marksOf(book, places, fit), days);
  const within = places.filter((place) => isWithin(days(place), from, to));
  if (within.length === 0) return [];
  if (within.length === places.length) return isSound(book, places, fit) ? [{ places, fit }] : [];
  const before = places.filter((place) => (days(place) ?? '') < from);
  const after = places.filter((place) => (days(place) ?? '') > to);
  const [earlier, later] = [before, after].map((side) => splitByDay(book, side, days, null));
  const rest = [...within, ...(earlier?.length ? [] : before), ...(later?.length ? [] : after)].sort((a, b) => a - b);
  const own = fitTerms(book, rest);
  if (own === null || !isSound(book, rest, own)) return [];
  return [...(earlier ?? []), { places: rest, fit: own }, ...(later ?? [])];
}

function isSound(book: FeeBook, places: readonly number[], fit: BestFit): boolean {
  const marks = marksOf(book, places, fit);
  const held = marks.filter(({ mark }) => mark > 0).length;
  return held >= LEAST && held * 100 >= marks.filter(({ mark }) => mark !== 0).length * PERIOD_HOLDS;
}

/** Orders that fit on both sides of a change go to the side before: a change is dated as late as it may be. */
function withDays(book: FeeBook, parts: readonly Part[], days: DayAt): Piece[] {
  const changes = parts.flatMap((part, at) => {
    const next = parts[at + 1];
    return next ? [changeBetween(book, part, next, days)] : [];
  });
  const all = parts.flatMap(({ places }) => places).sort((one, other) => one - other);
  return parts.map(({ fit }, at) => {
    const from = changes[at - 1]?.latest ?? null;
    const until = changes[at]?.latest ?? null;
    const places = all.filter((place) => (days(place) ?? '') >= (from ?? '') && isBefore(days(place), until));
    const seen = places.flatMap((place) => days(place) ?? []).sort();
    return {
      places,
      fit: { ...fit, ...tryOn(book, places, fit) },
      from: from ?? seen[0] ?? null,
      to: until === null ? (seen.at(-1) ?? null) : addDays(until, -1),
      earliestFrom: changes[at - 1]?.earliest ?? null,
    };
  });
}

const isBefore = (day: BusinessDate | null, until: BusinessDate | null) => until === null || (day ?? '') < until;

interface Change {
  readonly earliest: BusinessDate | null;
  readonly latest: BusinessDate | null;
}

/** Between the last order that only the old terms explain, and the first that only the new ones do. */
function changeBetween(book: FeeBook, old: Part, next: Part, days: DayAt): Change {
  const only = (part: Part, other: Part) => {
    const others = marksOf(book, part.places, tryOn(book, part.places, other.fit));
    const own = marksOf(book, part.places, part.fit);
    const telling = own.filter(({ mark }, at) => mark > 0 && (others[at]?.mark ?? 0) < 0);
    return (telling.length > 0 ? telling : own).flatMap(({ place }) => days(place) ?? []).sort();
  };
  const lastOld = only(old, next).at(-1);
  return { earliest: lastOld === undefined ? null : addDays(lastOld, 1), latest: only(next, old)[0] ?? null };
}
