// The words of the search for a file's sum: columns, what may be the net, and the sum with its proof.
import type { SignCosts } from './find-identity-signs.ts';

/** A column of amounts, or one made from others (an amount signed by its direction word). */
export interface AmountColumn {
  readonly key: string;
  /** Ten-thousandths, one for each row: 0 where the cell is empty, null where it is no amount. */
  readonly amounts: readonly (number | null)[];
  /** What header and values lead one to expect of its sign in a sum. */
  readonly costs: SignCosts;
}

/** What might be the net. */
export interface NetTarget {
  readonly key: string;
  readonly amounts: readonly (number | null)[];
  /** Columns that cannot be its terms: itself, and those made from the same cells. */
  readonly without: readonly string[];
  /** 0: its header says net. Higher: less likely. */
  readonly cost: number;
}

export interface Term {
  readonly key: string;
  readonly sign: 1 | -1;
}

export interface Identity {
  readonly net: string;
  /** Their signed sum is the net. */
  readonly terms: readonly Term[];
  /** Rows in which the net can be read. */
  readonly rows: number;
  readonly holdsOn: number;
  /** Positions of rows that have a net and no component at all (withdrawals and the like). */
  readonly bare: readonly number[];
  /** Positions of rows on which it fails. */
  readonly failing: readonly number[];
  /** Columns with money that could have been terms. */
  readonly columns: number;
  /** Rows that say something the others do not. */
  readonly independentRows: number;
  /** No other choice of signs holds on these rows; false where not every choice could be tried. */
  readonly unique: boolean;
  /** The rows alone decide every coefficient, whatever numbers were allowed. If not, headers may have decided. */
  readonly proven: boolean;
  /** The net is one column and nothing else. */
  readonly weak: boolean;
  /** Other sums that hold as well, likeliest first. */
  readonly alternatives: readonly (readonly Term[])[];
  /** Unlikeliness of terms and net by their headers; lower is better. */
  readonly cost: number;
}

/** `open`: several sums hold and nothing tells them apart, or too few rows to tell a sum from chance. */
export type IdentityFinding =
  | { readonly outcome: 'found'; readonly identity: Identity }
  | { readonly outcome: 'open'; readonly candidates: readonly Identity[] }
  | { readonly outcome: 'none' };
