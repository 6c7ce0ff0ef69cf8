// The sum that a file keeps on every row, found by arithmetic: which amount columns, each with + or −, make its net.
import { type Layout, allRows, filledRows, layoutOf, shuffled, smallestLayout } from './find-identity-layout.ts';
import { ROWS_TO_FORGIVE } from './find-identity-proof.ts';
import { type Candidate, solveTarget } from './find-identity-solve.ts';
import type { AmountColumn, IdentityFinding, NetTarget } from './find-identity-terms.ts';

/**
 * Tries every target as the net, likeliest first. Amounts are exact, so a sum holds or it does not; where it holds on all
 * rows but a few, those are named.
 */
export function findIdentity(columns: readonly AmountColumn[], targets: readonly NetTarget[]): IdentityFinding {
  const likeliest = [...targets].sort((left, right) => left.cost - right.cost);
  const exact = search(columns, likeliest, layoutOf(columns, targets, allRows(targets[0])));
  if (exact.some(({ sure }) => sure)) return choose(exact);
  const forgiving = likeliest.slice(0, WIDE).flatMap((target) => searchForgiving(columns, target));
  return choose([...exact, ...forgiving]);
}

/** Searching wide is for the likeliest nets. */
const WIDE = 3;
const CANDIDATES_MAX = 5;

/** A column that is much less like a net is not claimed where a likelier one has a sum too, even an unsure one. */
const NET_MARGIN = 4;
/** A header that says fee or goods is never claimed as the net. */
const NET_COST_MAX = 7;
/** A net filled on so few rows is not the file's, where another is filled on more. */
const ROWS_MIN = 0.5;

function choose(candidates: readonly Candidate[]): IdentityFinding {
  const likeliest = Math.min(...candidates.filter(({ identity }) => !identity.weak).map(({ target }) => target.cost));
  const most = Math.max(...candidates.map(({ identity }) => identity.holdsOn));
  const sure = candidates
    .filter((candidate) => candidate.sure && candidate.target.cost <= Math.min(NET_COST_MAX, likeliest + NET_MARGIN))
    .map(({ identity }) => identity)
    .filter(({ holdsOn }) => holdsOn >= ROWS_MIN * most);
  const [best] = sure.sort((left, right) => left.cost - right.cost);
  if (best) return { outcome: 'found', identity: best };
  const open = candidates.map(({ identity }) => identity).sort((left, right) => left.cost - right.cost);
  return open.length === 0 ? { outcome: 'none' } : { outcome: 'open', candidates: open.slice(0, CANDIDATES_MAX) };
}

function search(columns: readonly AmountColumn[], targets: readonly NetTarget[], layout: Layout): Candidate[] {
  const found: Candidate[] = [];
  let best = Infinity;
  for (const [at, target] of targets.entries()) {
    if (target.cost >= best) break;
    const own = target.amounts.includes(null) ? layoutOf(columns, [target], filledRows(target)) : layout;
    const candidate = solveTarget(columns, target, own, at < WIDE);
    if (candidate === null) continue;
    found.push(candidate);
    if (candidate.sure) best = Math.min(best, candidate.identity.cost);
  }
  return found;
}

/** Tries small sets of rows, so that one of them may be free of the rows that break the sum. */
const ATTEMPTS = 12;

function searchForgiving(columns: readonly AmountColumn[], target: NetTarget): Candidate[] {
  const rows = target.amounts.length;
  if (rows < ROWS_TO_FORGIVE) return [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const chosen = shuffled(rows, attempt + 1);
    const layout = smallestLayout(columns, target, chosen);
    const candidate = solveTarget(columns, target, layout, true);
    if (candidate?.sure) return [candidate];
  }
  return [];
}
