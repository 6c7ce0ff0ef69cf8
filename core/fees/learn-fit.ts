// Candidates put to the test: the very arithmetic of expected-fees.ts on every order, and the simplest of the best.
import { type Amount, round, ROUNDING_MODES, sum, sumUnrounded, type Unrounded, unrounded, ZERO } from '../money.ts';
import { chargeOf } from './charge-of.ts';
import { exactCharges, groupsOf, roundOrders } from './charge-orders.ts';
import { DECIDING_DAYS, type DecidingDay, type FeeRounding, type FeeRule } from './fee-rule.ts';
import { type FeeBook, chargedPlaces, decimalsSeen, sampleOf, valuesOf } from './learn-book.ts';
import { findCandidates } from './learn-candidates.ts';
import type { Candidate } from './learn-screen.ts';
import type { LearnedTerms } from './learned-fee.ts';

/** Terms with what they ask of each place they were tried on. */
export interface Fitted {
  readonly terms: LearnedTerms;
  /** The day that groups orders where the terms are rounded by day. */
  readonly when: DecidingDay;
  readonly contracts: readonly Amount[];
  readonly holds: number;
}

export interface BestFit extends Fitted {
  /** Others that hold for as many orders. */
  readonly alternatives: readonly LearnedTerms[];
}

interface Trial {
  readonly terms: LearnedTerms;
  readonly when: DecidingDay;
}

const SAMPLE = 200;
const FINALISTS = 14;
/** The second round: what is clearly behind among so many orders is not tried on all. */
const SECOND_SAMPLE = 2_000;
const BEHIND_MAX = 20;
/** Every fixed part, minimum or maximum must explain more orders than this. */
const ORDERS_PER_LIMIT = 2;

/** Null where fewer than five charges, or nothing that holds for five of them. */
export function fitTerms(book: FeeBook, places: readonly number[]): BestFit | null {
  const charged = chargedPlaces(book, places);
  if (charged.length < LEAST) return null;
  const candidates = findCandidates(book, places);
  const decimals = decimalsSeen(book, charged);
  const few = sampleOf(charged, SAMPLE);
  const alone = candidates.alone
    .flatMap((candidate) => trialsAlone(book, few, candidate, decimals))
    .sort((one, other) => other.holds - one.holds || costOf(one.terms) - costOf(other.terms))
    .slice(0, FINALISTS);
  const ahead = notBehind(book, sampleOf(charged, SECOND_SAMPLE), alone);
  const trials = [...ahead, ...trialsTogether(book, places, candidates.together, decimals)];
  return bestOf(trials.map((trial) => tryOn(book, places, trial)));
}

/** So many charges are the least from which anything is learned. */
export const LEAST = 5;

function notBehind(book: FeeBook, places: readonly number[], trials: readonly Trial[]): Fitted[] {
  const tried = trials.map((trial) => tryOn(book, places, trial));
  const most = Math.max(...tried.map(({ holds }) => holds));
  return tried.filter(({ holds }) => most - holds <= BEHIND_MAX);
}

function bestOf(fitted: readonly Fitted[]): BestFit | null {
  const ranked = [...fitted].sort(
    (one, other) => scoreOf(other) - scoreOf(one) || costOf(one.terms) - costOf(other.terms),
  );
  const [best] = ranked;
  if (best === undefined || best.holds < LEAST) return null;
  const equal = ranked.filter(
    (other) => other !== best && other.holds === best.holds && isRival(other.terms, best.terms),
  );
  return { ...best, alternatives: equal.map(({ terms }) => terms) };
}

/** As simple as the best, and more than another rate: how far rates may differ is told by their span. */
function isRival(terms: LearnedTerms, best: LearnedTerms): boolean {
  const parts = ({ rate, fixed, min, max }: LearnedTerms) =>
    [rate, fixed, min, max].filter((part) => part !== null).length;
  const differs = JSON.stringify({ ...terms, rate: null }) !== JSON.stringify({ ...best, rate: null });
  return parts(terms) <= parts(best) && terms.base.length <= Math.max(best.base.length, 1) && differs;
}

const scoreOf = ({ holds, terms }: Fitted) => holds - ORDERS_PER_LIMIT * limitsOf(terms);

function limitsOf({ rate, fixed, min, max }: LearnedTerms): number {
  return [rate === null ? null : fixed, min, max].filter((limit) => limit !== null).length;
}

const LEVEL_COSTS = { order: 0, line: 0.5, batch: 0.6, day: 0.7, month: 0.8 } as const;

/** The lower, the simpler: few parts, rates of few decimals, customary rounding. */
function costOf(terms: LearnedTerms): number {
  const zeros = /0*$/.exec(String(terms.rate ?? 0))?.[0].length ?? 0;
  const mode = ROUNDING_MODES.indexOf(terms.rounding.mode) / 100;
  const rate = terms.rate === null ? 0 : 6 - zeros;
  const scope = terms.scope === 'line' ? 0.01 : 0;
  return terms.base.length + rate + 2 * limitsOf(terms) + LEVEL_COSTS[terms.rounding.level] + mode + scope;
}

/** A rule of which only the terms matter. */
function ruleOf(terms: LearnedTerms, when: DecidingDay): FeeRule {
  return {
    ...{ id: '', version: 1, platform: '', shopPattern: '*', currency: '', feeType: 'COMMISSION', source: '' },
    ...{ sellerType: null, programs: { has: [], lacks: [] }, baseCap: null, byCategory: null, tiers: null },
    ...{ additive: [], taxIncluded: true, taxRate: 0 as FeeRule['taxRate'], taxVoucher: 'none', checkedAt: null },
    ...{ refundPolicy: { policy: 'none' }, validFrom: null, validTo: null, when },
    ...terms,
  };
}

/** What the terms ask of each place, compared with what was charged. */
export function tryOn(book: FeeBook, places: readonly number[], { terms, when }: Trial): Fitted {
  const rule = ruleOf(terms, when);
  const charges = chargesOn(book, places, rule);
  return { terms, when, ...compare(book, places, rule, charges) };
}

function compare(
  book: FeeBook,
  places: readonly number[],
  rule: FeeRule,
  charges: readonly (readonly Unrounded[] | null)[],
): Pick<Fitted, 'contracts' | 'holds'> {
  const subjects = places.flatMap((place) => book.subjects[place] ?? []);
  const contracts = roundOrders(rule, subjects, charges).map((charge) => charge?.amount ?? ZERO);
  const holds = contracts.filter((amount, at) => amount === book.charged[places[at] ?? -1]).length;
  return { contracts, holds };
}

function chargesOn(book: FeeBook, places: readonly number[], rule: FeeRule): (readonly Unrounded[] | null)[] {
  if (rule.scope === 'line') {
    const subjects = places.flatMap((place) => book.subjects[place] ?? []);
    return subjects.map((subject) => exactCharges(rule, subject));
  }
  return valuesOf(book, rule.base, places).map((base) => {
    const charge = chargeOf(rule, { base, quantity: 0, category: null });
    return charge === null ? null : [charge];
  });
}

/** Roundings that need no other order: by order, by line where orders have several. On the sample. */
function trialsAlone(book: FeeBook, places: readonly number[], candidate: Candidate, decimals: number): Fitted[] {
  const several = places.some((place) => (book.lines[place] ?? 1) > 1);
  const limited = candidate.min !== null || candidate.max !== null || candidate.fixed !== null;
  const ways = [
    ['order', 'order'],
    ...(several ? ([['line', 'line']] as const) : []),
    ...(several && limited && candidate.rate !== null ? ([['line', 'order']] as const) : []),
  ] as const;
  return ways.flatMap(([scope, level]) => {
    const modes = candidate.rate === null ? (['halfUp'] as const) : ROUNDING_MODES;
    const base = scope === 'line' ? byLine(book, candidate.base) : candidate.base;
    const termsOf = (mode: FeeRounding['mode']) => ({
      ...candidate,
      ...{ base, scope, rounding: rounding(mode, level, decimals) },
    });
    const charges = chargesOn(book, places, ruleOf(termsOf('halfUp'), 'orderCreated'));
    return modes.map((mode): Fitted => {
      const terms = termsOf(mode);
      return { terms, when: 'orderCreated', ...compare(book, places, ruleOf(terms, 'orderCreated'), charges) };
    });
  });
}

/** A line's own price, where the file's principal is nothing else. */
function byLine({ columns }: FeeBook, base: Candidate['base']): Candidate['base'] {
  const prices = columns.get('itemPrice');
  const isPrice = columns.get('PRINCIPAL')?.every((amount, at) => amount === prices?.[at]) ?? false;
  return isPrice ? base.map((term) => (term === 'PRINCIPAL' ? 'itemPrice' : term)) : base;
}

const rounding = (mode: FeeRounding['mode'], level: FeeRounding['level'], decimals: number): FeeRounding => ({
  mode,
  level,
  decimals,
  when: 'perRule',
  unitDecimals: null,
});

/** Roundings over a payout or a day: for candidates that stay within a step of each charge and meet most sums. */
function trialsTogether(
  book: FeeBook,
  places: readonly number[],
  candidates: readonly Candidate[],
  decimals: number,
): Trial[] {
  const subjects = places.flatMap((place) => book.subjects[place] ?? []);
  const levels = [
    { level: 'batch' as const, when: 'orderCreated' as const },
    ...DECIDING_DAYS.map((when) => ({ level: 'day' as const, when })),
  ];
  const grouped = levels
    .map((way) => ({ ...way, groups: groupsOf(way, subjects, way.level) }))
    .filter(({ groups }) => groups.some((group) => group.length > 1));
  if (grouped.length === 0) return [];
  return candidates.flatMap((candidate) => {
    const terms = { ...candidate, scope: 'order' as const, rounding: rounding('halfUp', 'order', decimals) };
    const charges = chargesOn(book, places, ruleOf(terms, 'orderCreated')).map((units) => sumUnrounded(units ?? []));
    return grouped.flatMap(({ level, when, groups }) =>
      modesMet(book, places, charges, groups, decimals).map((mode) => ({
        terms: { ...terms, rounding: rounding(mode, level, decimals) },
        when,
      })),
    );
  });
}

/** Ways of rounding that give the sums of nearly all groups. */
function modesMet(
  book: FeeBook,
  places: readonly number[],
  charges: readonly Unrounded[],
  groups: readonly (readonly number[])[],
  decimals: number,
): FeeRounding['mode'][] {
  const sums = groups.map((group) => ({
    exact: sumUnrounded(group.map((at) => charges[at] ?? unrounded(ZERO))),
    charged: sum(group.map((at) => book.charged[places[at] ?? -1] ?? ZERO)),
  }));
  return ROUNDING_MODES.filter((mode) => {
    const met = sums.filter(({ exact, charged }) => round(exact, mode, decimals) === charged);
    return met.length * 5 >= sums.length * 4;
  });
}
