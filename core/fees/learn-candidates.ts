// Which terms may be behind the charges: bases, rates, fixed parts and limits worth an exact look, found by vote.
import { type Amount, amountOfUnits, rateOfMillionths } from '../money.ts';
import type { BaseTerm, DecidingDay } from './fee-rule.ts';
import { dayThatDecides } from './fee-subject.ts';
import { chargedPlaces, decimalsSeen, type FeeBook, possibleBases, sampleOf, valuesOf } from './learn-book.ts';
import {
  type Candidate,
  hasSingleLines,
  screen,
  togetherKept,
  type Screened,
  type Sheet,
  sheetOf,
} from './learn-screen.ts';
import { simplestIn, type Span, type Vote, vote, type Window, type WindowKind, WINDOWS } from './learn-votes.ts';

/** Rate in millionths of base: charge = base × rate ÷ this. */
const PER_RATE = 1_000_000;
const RATE_MAX = PER_RATE;
const SAMPLE = 400;
const BASES_KEPT = 10;
const VOTES_KEPT = 6;
/** A fixed part is looked for where so many of a hundred orders do not fit without one. */
const MISFITS_MIN = 2;
const BASES_WITH_FIXED = 3;
/** Fixed parts have two decimals at most. */
const FIXED_STEP = 100;

/** Everything worth an exact look, the simplest kinds first; no two are the same. */
export function findCandidates(book: FeeBook, places: readonly number[]): Screened {
  const charged = chargedPlaces(book, places);
  const step = 10 ** (4 - decimalsSeen(book, charged));
  const all = sheetOf(book, charged, step);
  const few = sheetOf(book, sampleOf(charged, SAMPLE), step);
  const bases = likelyBases(few);
  const narrow = likelyVotes(few, bases).flatMap((likely) => ratesFor(all, likely));
  const kept = togetherKept(places.length);
  const grouped = bases.slice(0, kept).flatMap((base) => ratesOfGroups(sheetOf(book, places, step), base));
  const best = likelyVotes(few, bases)[0]?.count ?? 0;
  const isShort = (few.charged.length - best) * 100 >= few.charged.length * MISFITS_MIN;
  const fixed = isShort ? basesBySlope(few).flatMap((base) => ratesWithFixed(all, few, base)) : [];
  const rated = distinct([...narrow, ...grouped, ...fixed]);
  return screen(few, distinct([...flatFees(all), ...rated.flatMap((candidate) => withLimits(all, candidate))]), kept);
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [JSON.stringify(candidate), candidate])).values()];
}

/** Possible bases, the simplest first; of those that are equal in every order the first. */
function distinctBases(sheet: Sheet): { readonly base: readonly BaseTerm[]; readonly values: readonly Amount[] }[] {
  const seen = new Set<string>();
  return possibleBases(sheet.book).flatMap((base) => {
    const values = valuesOf(sheet.book, base, sheet.places);
    const key = values.join();
    if (seen.has(key)) return [];
    seen.add(key);
    return { base, values };
  });
}

/** The bases that explain most orders by some rate, if rounding is given all freedom. */
function likelyBases(sheet: Sheet): (readonly BaseTerm[])[] {
  const scored = distinctBases(sheet).map(({ base, values }) => ({
    base,
    count: voteOnRate(sheet, values, WINDOWS.any, sheet.lines).count,
  }));
  return scored
    .sort((one, other) => other.count - one.count || one.base.length - other.base.length)
    .slice(0, BASES_KEPT)
    .map(({ base }) => base);
}

/** Which rates the orders admit: base × rate + fixed may differ from the charge by the window, once a rounding. */
function voteOnRate(
  { charged, step }: Sheet,
  values: readonly number[],
  window: Window,
  times: readonly number[],
  fixed = 0,
): Vote {
  const spans: Span[] = [];
  values.forEach((value, at) => {
    if (value <= 0) return;
    const width = step * (times[at] ?? 1);
    const exact = (charged[at] ?? 0) - fixed;
    const from = ((exact - window.above * width) / value) * PER_RATE;
    spans.push({ from, to: ((exact + window.below * width) / value) * PER_RATE });
  });
  return vote(spans);
}

interface LikelyVote {
  readonly base: readonly BaseTerm[];
  readonly kind: WindowKind;
  readonly byLine: boolean;
  readonly count: number;
}

const once: readonly number[] = [];

/** Ways of rounding by base, the best first: by order, and by line where orders have several. */
function likelyVotes(sheet: Sheet, bases: readonly (readonly BaseTerm[])[]): LikelyVote[] {
  const ways = sheet.lines.some((count) => count > 1) ? [false, true] : [false];
  const found = bases.flatMap((base) => {
    const values = valuesOf(sheet.book, base, sheet.places);
    return (['half', 'down', 'up'] as const).flatMap((kind) =>
      ways.map((byLine) => {
        const { count } = voteOnRate(sheet, values, WINDOWS[kind], byLine ? sheet.lines : once);
        return { base, kind, byLine, count };
      }),
    );
  });
  return found.sort((one, other) => other.count - one.count).slice(0, VOTES_KEPT);
}

const bare = (base: readonly BaseTerm[], rate: number, fixed: number | null): Candidate => ({
  base,
  rate: rateOfMillionths(rate),
  fixed: fixed === null ? null : amountOfUnits(fixed),
  min: null,
  max: null,
});

/** Rates have six decimals; the simplest ones have the fewest. */
const simplestRates = (span: Span) =>
  simplestIn(span, 6)
    .filter((rate) => rate <= RATE_MAX)
    .slice(0, 3);

function ratesFor(sheet: Sheet, { base, kind, byLine }: LikelyVote): Candidate[] {
  const values = valuesOf(sheet.book, base, sheet.places);
  const admitted = voteOnRate(sheet, values, WINDOWS[kind], byLine ? sheet.lines : once);
  return simplestRates(admitted).map((rate) => bare(base, rate, null));
}

/** Sums that were rounded together narrow the rate as no single order can. */
function ratesOfGroups(sheet: Sheet, base: readonly BaseTerm[]): Candidate[] {
  const values = valuesOf(sheet.book, base, sheet.places);
  const alone = voteOnRate(sheet, values, WINDOWS.any, once);
  return groupings(sheet).flatMap((groups) => {
    const charged = groups.map((group) => group.reduce((total, at) => total + (sheet.charged[at] ?? 0), 0));
    const bases = groups.map((group) => group.reduce((total, at) => total + (values[at] ?? 0), 0));
    return (['half', 'down', 'up'] as const).flatMap((kind) => {
      const together = voteOnRate({ ...sheet, charged }, bases, WINDOWS[kind], once);
      const both = { from: Math.max(alone.from, together.from), to: Math.min(alone.to, together.to) };
      return simplestRates(both.from <= both.to ? both : together).map((rate) => bare(base, rate, null));
    });
  });
}

/** Orders by payout and by each kind of day, where several are together. */
function groupings({ book, places }: Sheet): number[][][] {
  const days: readonly DecidingDay[] = ['orderCreated', 'shipped', 'completed', 'paidOut'];
  const keys = [
    (place: number) => book.subjects[place]?.batchId ?? null,
    ...days.map((when) => (place: number) => {
      const subject = book.subjects[place];
      return subject ? dayThatDecides(subject, when) : null;
    }),
  ];
  return keys.flatMap((keyOf) => {
    const groups = new Map<string, number[]>();
    places.forEach((place, at) => {
      const key = keyOf(place);
      if (key === null) return;
      const group = groups.get(key);
      if (group) group.push(at);
      else groups.set(key, [at]);
    });
    return groups.size > 0 && groups.size < places.length ? [[...groups.values()]] : [];
  });
}

/** Two orders far apart tell a rate whatever the fixed part; the fixed part is then what most orders admit. */
function ratesWithFixed(all: Sheet, few: Sheet, base: readonly BaseTerm[]): Candidate[] {
  const slope = slopeOf(few, valuesOf(few.book, base, few.places));
  const values = valuesOf(all.book, base, all.places);
  const fewValues = valuesOf(few.book, base, few.places);
  const scored = ratesNear(slope).map((rate) => ({ rate, ...fixedFor(few, fewValues, rate) }));
  const [best] = scored.sort((one, other) => other.count - one.count || digits(one.rate) - digits(other.rate));
  if (best === undefined) return [];
  const [fixed] = simplestIn(fixedFor(all, values, best.rate), 6);
  if (fixed === undefined || fixed % FIXED_STEP !== 0) return [];
  const refined = simplestRates(voteOnRate(all, values, WINDOWS.half, once, fixed));
  return [...new Set([best.rate, ...refined.slice(0, 2)])].map((rate) => bare(base, rate, fixed));
}

/** Bases of which most orders go by one slope, whatever the fixed part. */
function basesBySlope(sheet: Sheet): (readonly BaseTerm[])[] {
  const scored = distinctBases(sheet).map(({ base, values }) => ({ base, count: slopeOf(sheet, values).count }));
  return scored
    .sort((one, other) => other.count - one.count || one.base.length - other.base.length)
    .slice(0, BASES_WITH_FIXED)
    .map(({ base }) => base);
}

/** Decimals of a rate. */
const digits = (rate: number) => 6 - (/0*$/.exec(String(rate))?.[0].length ?? 0);

function slopeOf({ charged, step }: Sheet, values: readonly number[]): Vote {
  const order = values.map((_, at) => at).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const half = Math.floor(order.length / 2);
  const spans = order.slice(0, half).flatMap((low, at): Span[] => {
    const high = order[at + half] ?? low;
    const run = (values[high] ?? 0) - (values[low] ?? 0);
    const rise = (charged[high] ?? 0) - (charged[low] ?? 0);
    return run > 0 ? [{ from: ((rise - step) / run) * PER_RATE, to: ((rise + step) / run) * PER_RATE }] : [];
  });
  return vote(spans);
}

/** Rates of up to four decimals in and just beside a stretch, and its own simplest ones. */
function ratesNear({ from, to, count }: Vote): number[] {
  if (count === 0) return [];
  const grid = [10_000, 1_000, 500, 100].flatMap((unit) => {
    const first = Math.max(Math.floor(from / unit), 1);
    return Array.from({ length: Math.min(Math.ceil(to / unit) - first + 1, 12) }, (_, at) => (first + at) * unit);
  });
  return [...new Set([...grid, ...simplestRates({ from, to })])].filter((rate) => rate > 0 && rate <= RATE_MAX);
}

function fixedFor({ charged, step }: Sheet, values: readonly number[], rate: number): Vote {
  return vote(
    values.map((value, at) => {
      const rest = (charged[at] ?? 0) - (value * rate) / PER_RATE;
      return { from: rest - step / 2, to: rest + step / 2 };
    }),
  );
}

/** One amount for every order, or for every line. */
function flatFees({ charged, lines }: Sheet): Candidate[] {
  const [order] = mostCommon(charged);
  const [line] = mostCommon(charged.map((amount, at) => amount / (lines[at] ?? 1)).filter(Number.isInteger));
  return [...new Set([order, line])].flatMap((amount) =>
    amount === undefined ? [] : { base: [], rate: null, fixed: amountOfUnits(amount), min: null, max: null },
  );
}

/** Values from the most frequent, with how often they stand. */
function mostCommon(values: readonly number[]): [value: number | undefined, count: number] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([one, often], [other, count]) => count - often || one - other);
  return first ?? [undefined, 0];
}

/** The candidate as it is, and with the minimum and the maximum at which charges stand that it does not reach. */
function withLimits(sheet: Sheet, candidate: Candidate): Candidate[] {
  const min = limitsOf(sheet, candidate, 1);
  const max = limitsOf(sheet, candidate, -1);
  const both = min.flatMap((least) => max.flatMap((most) => (least > most ? [] : [{ min: least, max: most }])));
  const limits = [...min.map((least) => ({ min: least })), ...max.map((most) => ({ max: most })), ...both];
  return [candidate, ...limits.map((limit) => ({ ...candidate, ...limit }))];
}

/**
 * The most common charge above (or below) what rate and fixed part ask. Orders of one line are clearest, because a limit
 * of each line is theirs as well; a limit of the order may be one that only orders of several lines reach.
 */
function limitsOf(sheet: Sheet, { base, rate, fixed }: Candidate, side: 1 | -1): Amount[] {
  const values = valuesOf(sheet.book, base, sheet.places);
  const beyond = sheet.charged.flatMap((amount, at) => {
    const asked = ((values[at] ?? 0) * (rate ?? 0)) / PER_RATE + (fixed ?? 0);
    const lines = sheet.lines[at] ?? 1;
    return side * (amount - asked) > sheet.step / 2 ? [{ amount, lines }] : [];
  });
  const clearest = hasSingleLines(sheet) ? beyond.filter(({ lines }) => lines === 1) : beyond;
  const limits = [clearest, beyond].flatMap((charges) => {
    const [limit, count] = mostCommon(charges.map(({ amount }) => amount));
    return limit === undefined || count < 2 ? [] : [amountOfUnits(limit)];
  });
  return [...new Set(limits)];
}
