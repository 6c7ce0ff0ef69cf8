// A wallet or bank account rolled from opening to closing: opening + Σ lines = closing, and after each line the balance
// that the statement prints.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, subtract, sum, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { BankAccount, BankLine } from './bank-line.ts';
import { chainBalances, startOfChain } from './chain-balances.ts';
import { groupBy } from './group-by.ts';

/** A line whose printed balance is not what the lines before it lead to. */
interface BalanceBreak {
  readonly identity: string;
  readonly bookedOn: BusinessDate;
  readonly sourceRow: number;
  readonly expected: Amount;
  readonly printed: Amount;
  /** printed − expected: the money of lines that are missing (or too many, when negative for a credit). */
  readonly difference: Amount;
}

export interface WalletRoll {
  readonly account: string;
  readonly opening: Amount;
  /** Σ lines by what they are for; opening + Σ of these = closing. */
  readonly movements: ReadonlyMap<ComponentType, Amount>;
  /** What stays in the wallet (留存餘額). */
  readonly closing: Amount;
  /** The last balance the statement prints; null when it prints none. */
  readonly statementClosing: Amount | null;
  readonly breaks: readonly BalanceBreak[];
  /** True: every printed balance is reached. False: one is not. Null: nothing printed, so nothing proved. */
  readonly holds: boolean | null;
  /** In the order in which the balance went through them. */
  readonly lines: readonly BankLine[];
}

/**
 * @param lines of the account, in any order, of as many files as there are
 * @param opening balance before the first line; null: as the first balances say, or zero where none is printed
 * @throws RangeError for a line of another account or currency: two currencies are never added
 */
export function rollWallet(
  account: BankAccount,
  lines: readonly BankLine[],
  opening: Amount | null = null,
): WalletRoll {
  const stray = lines.find((line) => line.account !== account.key || line.currency !== account.currency);
  if (stray) throw new RangeError(`line ${stray.identity} is not of account ${account.key} in ${account.currency}`);
  const days = linesByDay(lines);
  const start = opening ?? openingOf(days) ?? ZERO;
  const roll = new Roll(start);
  for (const day of days) roll.addDay(day);
  const printed = roll.lines.flatMap(({ balance }) => (balance === null ? [] : [balance]));
  return {
    account: account.key,
    opening: start,
    movements: movementsOf(lines),
    closing: add(start, sum(lines.map(({ amount }) => amount))),
    statementClosing: printed[printed.length - 1] ?? null,
    breaks: roll.breaks,
    holds: printed.length === 0 ? null : roll.breaks.length === 0,
    lines: roll.lines,
  };
}

function linesByDay(lines: readonly BankLine[]): BankLine[][] {
  return [...groupBy(lines, ({ bookedOn }) => bookedOn)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, day]) => day);
}

/** Where the first day starts. A day that ends where it began could start anywhere: then the next day tells. */
function openingOf([first, ...rest]: readonly (readonly BankLine[])[]): Amount | null {
  if (first === undefined) return null;
  const isRound = sum(first.map(({ amount }) => amount)) === ZERO;
  const next = isRound && rest.length > 0 ? openingOf(rest) : null;
  const passed = next !== null && first.some(({ balance }) => balance === next);
  return passed ? next : startOfChain(first);
}

class Roll {
  readonly lines: BankLine[] = [];
  readonly breaks: BalanceBreak[] = [];
  private running: Amount;

  constructor(opening: Amount) {
    this.running = opening;
  }

  /** Without a chain the day is walked as it stands in the sheet, either way round, and what does not fit is named. */
  addDay(day: readonly BankLine[]): void {
    const chain = chainBalances(day, this.running) ?? this.sheetOrder(day);
    for (const line of chain) this.step(line);
  }

  private sheetOrder(day: readonly BankLine[]): readonly BankLine[] {
    const oldestFirst = [...day].sort(
      (left, right) => left.sourceRow - right.sourceRow || (left.identity < right.identity ? -1 : 1),
    );
    const newestFirst = [...oldestFirst].reverse();
    return this.breaksIn(newestFirst) < this.breaksIn(oldestFirst) ? newestFirst : oldestFirst;
  }

  private breaksIn(day: readonly BankLine[]): number {
    const trial = new Roll(this.running);
    for (const line of day) trial.step(line);
    return trial.breaks.length;
  }

  /** After a break the printed balance counts: each missing line is named once, not at every line that follows. */
  private step(line: BankLine): void {
    const expected = add(this.running, line.amount);
    const printed = line.balance ?? expected;
    if (printed !== expected) {
      const { identity, bookedOn, sourceRow } = line;
      this.breaks.push({ identity, bookedOn, sourceRow, expected, printed, difference: subtract(printed, expected) });
    }
    this.running = printed;
    this.lines.push(line);
  }
}

function movementsOf(lines: readonly BankLine[]): Map<ComponentType, Amount> {
  const movements = new Map<ComponentType, Amount>();
  for (const { type, amount } of lines.flatMap(({ parts }) => parts)) {
    movements.set(type, add(movements.get(type) ?? ZERO, amount));
  }
  return movements;
}
