// Rates by vote: each order admits the rates that round to its charge; the rate most orders admit is the contract's.
// Doubles search here, exact arithmetic decides afterwards (learn-fit.ts).

/** Numbers that the most votes admit. */
export interface Vote {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What an order admits, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Doubles may miss an end by this part of it. */
const SLACK = 1e-10;

/** The stretch that lies in the most spans; of equal ones the lowest. */
export function vote(spans: readonly Span[]): Vote {
  const begins = Float64Array.from(spans, ({ from }) => from - Math.abs(from) * SLACK).sort();
  const ends = Float64Array.from(spans, ({ to }) => to + Math.abs(to) * SLACK).sort();
  let ended = 0;
  let best: Vote = { from: 0, to: 0, count: 0 };
  begins.forEach((from, at) => {
    while ((ends[ended] ?? Infinity) < from) ended += 1;
    const count = at + 1 - ended;
    if (count > best.count) best = { from, to: ends[ended] ?? from, count };
  });
  return best;
}

/** What may have been cut off or added by rounding: charge − exact lies in [−below, above] steps. */
export interface Window {
  readonly below: number;
  readonly above: number;
}

/** By how rounding is done; `any` also admits what a rounded sum gives to its parts. */
export const WINDOWS = {
  half: { below: 0.5, above: 0.5 },
  down: { below: 1, above: 0 },
  up: { below: 0, above: 1 },
  any: { below: 1, above: 1 },
} as const satisfies Record<string, Window>;
export type WindowKind = keyof typeof WINDOWS;

/**
 * The simplest whole numbers above zero in a stretch: those with the most trailing zeros, ten at most.
 * @param places how many trailing zeros are tried
 */
export function simplestIn({ from, to }: Span, places: number): number[] {
  for (let zeros = places; zeros >= 0; zeros -= 1) {
    const unit = 10 ** zeros;
    const first = Math.max(Math.ceil(from / unit), 1);
    const last = Math.floor(to / unit);
    if (last >= first) return Array.from({ length: Math.min(last - first + 1, 10) }, (_, at) => (first + at) * unit);
  }
  return [];
}
