// A day's statement lines in the order in which the balance went through them. Files run oldest or newest first, and two
// files overlap; the balances alone say which line came after which.
import { type Amount, subtract } from '../money.ts';
import type { BankLine } from './bank-line.ts';
import { groupBy } from './group-by.ts';

/** A line with a printed balance is a step from the balance before it to the balance after it. */
interface Step {
  readonly line: BankLine;
  readonly before: Amount;
  readonly after: Amount;
}

/**
 * The lines as one chain that starts at `opening`, or null when there is none: a line is missing or wrong, or has no
 * balance. Chain through steps = trail through a graph that uses each edge once (Hierholzer).
 */
export function chainBalances(lines: readonly BankLine[], opening: Amount): readonly BankLine[] | null {
  const steps = stepsOf(lines);
  if (steps === null) return null;
  const trail = walk(
    opening,
    groupBy([...steps].sort(lastFirst), ({ before }) => before),
  );
  return trail.length === lines.length ? trail : null;
}

/** Where the lines' chain must start: the balance that is left once more than it is reached. Null without balances. */
export function startOfChain(lines: readonly BankLine[]): Amount | null {
  const steps = stepsOf(lines)?.sort((left, right) => lastFirst(right, left));
  if (!steps) return null;
  const surplus = new Map<Amount, number>();
  for (const { before, after } of steps) {
    surplus.set(before, (surplus.get(before) ?? 0) + 1);
    surplus.set(after, (surplus.get(after) ?? 0) - 1);
  }
  const [start] = [...surplus].filter(([, count]) => count > 0).map(([balance]) => balance);
  // Without a surplus the day ends where it began: any of its balances would do, the sheet's first is as good as any.
  return start ?? steps[0]?.before ?? null;
}

function stepsOf(lines: readonly BankLine[]): Step[] | null {
  const steps: Step[] = [];
  for (const line of lines) {
    if (line.balance === null) return null;
    steps.push({ line, before: subtract(line.balance, line.amount), after: line.balance });
  }
  return steps;
}

/** Steps are taken from the end of each list, so the sheet's first comes last. */
function lastFirst(left: Step, right: Step): number {
  const rows = right.line.sourceRow - left.line.sourceRow;
  if (rows !== 0) return rows;
  return left.line.identity < right.line.identity ? 1 : -1;
}

function walk(start: Amount, from: Map<Amount, Step[]>): BankLine[] {
  const path: { readonly at: Amount; readonly by: BankLine | null }[] = [{ at: start, by: null }];
  const trail: BankLine[] = [];
  for (let last = path[path.length - 1]; last !== undefined; last = path[path.length - 1]) {
    const next = from.get(last.at)?.pop();
    if (next) path.push({ at: next.after, by: next.line });
    else {
      path.pop();
      if (last.by) trail.push(last.by);
    }
  }
  return trail.reverse();
}
