// Candidates sifted by doubles before exact arithmetic: how many charges of a sample each comes near enough to.
import type { Amount, Rate } from '../money.ts';
import type { BaseTerm } from './fee-rule.ts';
import { type FeeBook, valuesOf } from './learn-book.ts';
import { type Window, WINDOWS } from './learn-votes.ts';

/** Terms without scope and rounding. */
export interface Candidate {
  readonly base: readonly BaseTerm[];
  readonly rate: Rate | null;
  readonly fixed: Amount | null;
  readonly min: Amount | null;
  readonly max: Amount | null;
}

/** Worth an exact look: where each order (or line) is rounded, and where orders are rounded together. */
export interface Screened {
  readonly alone: readonly Candidate[];
  readonly together: readonly Candidate[];
}

/** The orders of one question: charges in ten-thousandths, and what rounding may have done to them. */
export interface Sheet {
  readonly book: FeeBook;
  readonly places: readonly number[];
  readonly charged: readonly number[];
  readonly lines: readonly number[];
  /** One step of rounding, in ten-thousandths. */
  readonly step: number;
}

export function sheetOf(book: FeeBook, places: readonly number[], step: number): Sheet {
  const at = (values: readonly number[]) => places.map((place) => values[place] ?? 0);
  return { book, places, charged: at(book.charged), lines: at(book.lines), step };
}

const ALONE_KEPT = 10;
/** Sums of payouts and days are tried for more candidates where orders are few: so many orders in all. */
const TOGETHER_ORDERS = 60_000;

/** Candidates that are worth their sums, between 3 and 24. */
export const togetherKept = (orders: number) => Math.min(Math.max(Math.floor(TOGETHER_ORDERS / orders), 3), 24);

/** Doubles may miss a whole step by this part of it. */
const SLACK = 1e-6;

export function screen(sheet: Sheet, candidates: readonly Candidate[], together: number): Screened {
  const measured = candidates.map((candidate) => ({ candidate, apart: distances(sheet, candidate) }));
  const best = (kept: number, windows: readonly Window[]) =>
    measured
      .map(({ candidate, apart }) => {
        const near = windows.map((window) => apart.filter((steps) => isWithin(steps, window)).length);
        return { candidate, score: Math.max(...near) - partsOf(candidate), cost: costOf(candidate) };
      })
      .sort((one, other) => other.score - one.score || one.cost - other.cost)
      .slice(0, kept)
      .map(({ candidate }) => candidate);
  return {
    alone: best(ALONE_KEPT, [WINDOWS.half, WINDOWS.down, WINDOWS.up]),
    together: best(together, [WINDOWS.any]).filter(({ rate }) => rate !== null),
  };
}

const isWithin = (steps: number, { below, above }: Window) => steps >= -below - SLACK && steps <= above + SLACK;

/** Charge less exact charge in steps of rounding. Orders of one line are clearest, where there are enough of them. */
function distances(sheet: Sheet, { base, rate, fixed, min, max }: Candidate): number[] {
  const values = valuesOf(sheet.book, base, sheet.places);
  const single = hasSingleLines(sheet);
  return sheet.charged.flatMap((charged, at) => {
    const lines = sheet.lines[at] ?? 1;
    if (single && lines !== 1) return [];
    const asked = ((values[at] ?? 0) * (rate ?? 0)) / 1_000_000 + (fixed ?? 0);
    const limited = Math.min(Math.max(asked, min ?? asked), max ?? Infinity);
    return (charged - limited) / sheet.step / lines;
  });
}

export function hasSingleLines({ lines }: Sheet): boolean {
  return lines.filter((count) => count === 1).length * 10 >= lines.length;
}

/** Limits and fixed parts beside a rate: of equals the one with fewer; whether they earn their place is seen later. */
const partsOf = ({ rate, fixed, min, max }: Candidate) =>
  0.1 * [rate === null ? null : fixed, min, max].filter((part) => part !== null).length;

function costOf(candidate: Candidate): number {
  const zeros = /0*$/.exec(String(candidate.rate ?? 0))?.[0].length ?? 0;
  return candidate.base.length + (candidate.rate === null ? 0 : 6 - zeros);
}
