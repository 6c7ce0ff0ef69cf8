// The running balance: each row's balance is the one before plus its net, row by row, each currency for itself.
import { type Amount, add, subtract } from '../money.ts';
import { type CheckedFile, type CheckResult, type Entry, compared } from './checked-file.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { Check } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';
import { isUnreadable, readAmount } from './read-cells.ts';

type BalanceRule = Extract<Check, { check: 'runningBalance' }>;

interface Step {
  readonly row: number;
  readonly net: Amount;
  readonly balance: Amount;
}

export function checkBalance({ column: name, order }: BalanceRule, file: CheckedFile): CheckResult[] {
  const column = file.context.columns.find((match) => isNamed(match.column, name));
  if (!column) return [];
  const currencies = new Set(file.entries.map(({ currency }) => currency));
  return [...currencies].flatMap((currency) => {
    const entries = file.entries.filter((entry) => entry.currency === currency);
    const steps = stepsOf(entries, column, file);
    if (steps === null || steps.length < 2) return [];
    const results = ways(order).map((way) => walk(way(steps), column, currencies.size === 1));
    return [results.find(({ holds }) => holds) ?? results[0]].filter((result) => result !== undefined);
  });
}

/** Null as soon as a net or a balance is missing: the chain is broken there. */
function stepsOf(entries: readonly Entry[], { index }: ColumnMatch, { reader }: CheckedFile): Step[] | null {
  const steps: Step[] = [];
  for (const entry of entries) {
    const { row, net } = entry;
    const balance = reader.peekIn(entry, index, readAmount);
    if (net === null || balance === null || isUnreadable(balance)) return null;
    steps.push({ row, net, balance });
  }
  return steps;
}

type Way = (steps: readonly Step[]) => readonly Step[];
const oldestFirst: Way = (steps) => steps;
const newestFirst: Way = (steps) => [...steps].reverse();

function ways(order: BalanceRule['order']): Way[] {
  if (order === 'either') return [oldestFirst, newestFirst];
  return [order === 'oldest-first' ? oldestFirst : newestFirst];
}

/** The first row that breaks the chain, or the whole change of the balance. */
function walk(steps: readonly Step[], column: ColumnMatch, declaresNet: boolean): CheckResult {
  const [first, ...rest] = steps;
  let before = first;
  for (const step of rest) {
    const expected = before ? add(before.balance, step.net) : step.balance;
    if (expected !== step.balance) {
      return compared({ name: column.header, row: step.row, column, declared: step.balance, found: expected });
    }
    before = step;
  }
  const opening = first ? subtract(first.balance, first.net) : (0 as Amount);
  const declared = subtract(before?.balance ?? opening, opening);
  return compared({ name: column.header, row: before?.row ?? null, column, declared, found: declared, declaresNet });
}
