// The roll-forward of receivables (應收帳款變動表): opening + sales − returns − allowances − receipts + refunds − write-offs
// − bad debts ± exchange ± adjustments = closing, and the closing held against the open orders and the aging (invariant I7).
import { add, type Amount, subtract, sum, ZERO } from '../money.ts';
import type { AgingRow } from './aging.ts';
import { type Account, accountKey, type EntryKind, type LedgerEntry, type Period } from './ledger-entry.ts';

/**
 * The figures with the signs they are read with: returns, allowances, receipts, write-offs and bad debts lower the
 * closing and are positive when they do.
 */
export interface RollFigures {
  readonly opening: Amount;
  readonly sales: Amount;
  readonly returns: Amount;
  readonly allowances: Amount;
  readonly receipts: Amount;
  readonly refunds: Amount;
  readonly writeOffs: Amount;
  readonly badDebts: Amount;
  readonly fx: Amount;
  readonly adjustments: Amount;
  readonly closing: Amount;
}

/** A figure of the period with the kind behind it and how it enters the closing. */
export const MOVES = [
  { figure: 'sales', kind: 'sale', sign: 1 },
  { figure: 'returns', kind: 'return', sign: -1 },
  { figure: 'allowances', kind: 'allowance', sign: -1 },
  { figure: 'receipts', kind: 'receipt', sign: -1 },
  { figure: 'refunds', kind: 'refund', sign: 1 },
  { figure: 'writeOffs', kind: 'writeOff', sign: -1 },
  { figure: 'badDebts', kind: 'badDebt', sign: -1 },
  { figure: 'fx', kind: 'fx', sign: 1 },
  { figure: 'adjustments', kind: 'adjustment', sign: 1 },
] as const satisfies readonly { figure: keyof RollFigures; kind: EntryKind; sign: 1 | -1 }[];

/** What the closing must equal, and by how much it does not. */
export interface Tie {
  /** Σ outstanding of the orders at the end of the period, as the orders themselves say. */
  readonly openOrders: Amount;
  readonly agingTotal: Amount;
  /** closing − openOrders, closing − agingTotal: both 0 in sound books. */
  readonly difference: Amount;
  readonly agingDifference: Amount;
}

export interface RollForward extends Account {
  readonly figures: RollFigures;
  readonly tie: Tie;
  /** Σ entries after the end: no part of the closing, but of what the orders say today. */
  readonly later: Amount;
  /** The same in the company's currency. */
  readonly base: { readonly figures: RollFigures; readonly tie: Tie; readonly later: Amount };
  readonly ties: boolean;
}

/** What the orders say is open at the end of the period; not made from the entries, or it would prove nothing. */
export interface OpenOrderSum extends Account {
  readonly open: Amount;
  readonly baseOpen: Amount;
}

/** One row a platform, shop and currency that has entries, open orders or an aging. */
export function rollForward(
  entries: Iterable<LedgerEntry>,
  { from, to }: Period,
  { openOrders, aging }: { readonly openOrders: readonly OpenOrderSum[]; readonly aging: readonly AgingRow[] },
): RollForward[] {
  const accounts = new Accounts();
  for (const entry of entries) {
    if (entry.on > to) accounts.of(entry).putLater(entry);
    else accounts.of(entry).put(entry.on < from ? 'opening' : FIGURE_OF[entry.kind], entry);
  }
  for (const order of openOrders) accounts.of(order).open(order);
  for (const row of aging) accounts.of(row).age(row);
  return accounts.sorted().map((sums) => sums.result());
}

const FIGURE_OF = Object.fromEntries(MOVES.map(({ kind, figure }) => [kind, figure])) as Record<
  EntryKind,
  (typeof MOVES)[number]['figure']
>;

class Accounts {
  private readonly byKey = new Map<string, AccountSums>();
  /** Entries come shop by shop: most belong where the one before did. */
  private last: AccountSums | null = null;

  of(account: Account): AccountSums {
    if (this.last?.isOf(account)) return this.last;
    const key = accountKey(account);
    const sums = this.byKey.get(key) ?? new AccountSums(account);
    this.byKey.set(key, sums);
    this.last = sums;
    return sums;
  }

  sorted(): AccountSums[] {
    return [...this.byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, sums]) => sums);
  }
}

/** Effects are added with the sign they have on the receivable; signs for reading come last. */
type Effects = Record<'opening' | (typeof MOVES)[number]['figure'], Amount>;

const noEffects = (): Effects => ({
  ...{ opening: ZERO, sales: ZERO, returns: ZERO, allowances: ZERO, receipts: ZERO },
  ...{ refunds: ZERO, writeOffs: ZERO, badDebts: ZERO, fx: ZERO, adjustments: ZERO },
});

class AccountSums {
  private readonly account: Account;
  private readonly effects = noEffects();
  private readonly baseEffects = noEffects();
  private readonly later = { own: ZERO, base: ZERO };
  private readonly tied = { open: ZERO, baseOpen: ZERO, aging: ZERO, baseAging: ZERO };

  constructor({ platform, shop, currency }: Account) {
    this.account = { platform, shop, currency };
  }

  isOf({ platform, shop, currency }: Account): boolean {
    return this.account.platform === platform && this.account.shop === shop && this.account.currency === currency;
  }

  put(figure: keyof Effects, { amount, baseAmount }: LedgerEntry): void {
    this.effects[figure] = add(this.effects[figure], amount);
    this.baseEffects[figure] = add(this.baseEffects[figure], baseAmount);
  }

  putLater({ amount, baseAmount }: LedgerEntry): void {
    this.later.own = add(this.later.own, amount);
    this.later.base = add(this.later.base, baseAmount);
  }

  open({ open, baseOpen }: OpenOrderSum): void {
    this.tied.open = add(this.tied.open, open);
    this.tied.baseOpen = add(this.tied.baseOpen, baseOpen);
  }

  age({ total, baseTotal }: AgingRow): void {
    this.tied.aging = add(this.tied.aging, total);
    this.tied.baseAging = add(this.tied.baseAging, baseTotal);
  }

  result(): RollForward {
    const { open, baseOpen, aging, baseAging } = this.tied;
    const figures = figuresOf(this.effects);
    const tie = tieOf(figures, open, aging);
    const baseFigures = figuresOf(this.baseEffects);
    const base = { figures: baseFigures, tie: tieOf(baseFigures, baseOpen, baseAging), later: this.later.base };
    const ties = [tie, base.tie].every(({ difference, agingDifference }) => difference === 0 && agingDifference === 0);
    return { ...this.account, figures, tie, later: this.later.own, base, ties };
  }
}

function figuresOf(effects: Effects): RollFigures {
  const read = { ...effects };
  for (const { figure, sign } of MOVES) if (sign < 0) read[figure] = subtract(ZERO, effects[figure]);
  return { ...read, closing: sum(Object.values(effects)) };
}

function tieOf({ closing }: RollFigures, openOrders: Amount, agingTotal: Amount): Tie {
  return {
    openOrders,
    agingTotal,
    difference: subtract(closing, openOrders),
    agingDifference: subtract(closing, agingTotal),
  };
}
