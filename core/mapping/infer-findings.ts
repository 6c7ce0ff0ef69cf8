// The nouns of the inference: what is known, what was found out, what is proposed, and what is asked.
import type { Currency } from '../money.ts';
import type { OrderStage } from '../order.ts';
import type { ComponentType } from '../payout.ts';
import type { SheetTable } from '../sheet-table.ts';
import type { BalanceIdentity } from './find-identity-balance.ts';
import type { Scope } from './find-identity-scope.ts';
import type { Identity, IdentityFinding, NetTarget, Term } from './find-identity-terms.ts';
import type { ColumnContent, Fact, KeyChoice } from './infer-evidence.ts';
import type { Grid } from './infer-grid.ts';
import type { Money } from './infer-money.ts';
import type { TextKey } from './infer-text-keys.ts';
import type { OrderColumn, PayoutColumn } from './mapping.ts';

/** What is known from elsewhere. */
export interface Hints {
  /** Numbers of orders already kept: the column that holds them is the order number, whatever it is called. */
  readonly knownOrderNumbers?: ReadonlySet<string>;
  readonly currency?: Currency;
  readonly platform?: string;
  /** The other sheets of the workbook: some print the totals. */
  readonly others?: readonly SheetTable[];
}

/** A column with its proposed role and why. */
export interface ProposedColumn {
  readonly column: OrderColumn | PayoutColumn;
  /** 0-based position within each row. */
  readonly index: number;
  readonly evidence: readonly Fact[];
}

/** All that was found out about the sheet, before it is put into the mapping language. */
export interface Findings {
  readonly table: SheetTable;
  readonly hints: Hints;
  readonly grid: Grid;
  readonly contents: readonly ColumnContent[];
  readonly money: Money;
  readonly keys: readonly KeyChoice[];
  /** Everything that might be the net. */
  readonly targets: readonly NetTarget[];
  /** Money in and money out where they stand in two columns. */
  readonly sides: readonly Term[];
  readonly finding: IdentityFinding;
  readonly identity: Identity | null;
  /** The rows for which it holds, by the word of a column; null for all. */
  readonly scope: Scope | null;
  readonly textKeys: readonly TextKey[];
  readonly balance: BalanceIdentity | null;
}

export type Kind = 'orders' | 'payout' | 'wallet';

export interface Proposed<M> {
  readonly mapping: M;
  readonly columns: readonly ProposedColumn[];
  readonly questions: readonly InferQuestion[];
}

/** `proposed` is what the mapping says until somebody answers. */
export type InferQuestion =
  /** What kind of money the column is; also for the words of a column that tells the kind. */
  | { readonly ask: 'componentType'; readonly column: string; readonly word?: string; readonly proposed: ComponentType }
  | { readonly ask: 'stage'; readonly column: string; readonly word: string; readonly proposed: OrderStage }
  | { readonly ask: 'dateOrder'; readonly column: string; readonly formats: readonly string[] }
  | { readonly ask: 'decimalMark'; readonly column: string; readonly proposed: '.' | ',' }
  | { readonly ask: 'currency'; readonly proposed: string }
  | { readonly ask: 'orderNumber'; readonly candidates: readonly string[] }
  | { readonly ask: 'paidOutOn'; readonly candidates: readonly string[] }
  /** Nothing, or more than one thing, explains the net. */
  | { readonly ask: 'identity'; readonly candidates: readonly (Pick<Proof, 'net'> & { terms: readonly ProofTerm[] })[] }
  /** The sum holds, but the rows are too few to rule out another. */
  | { readonly ask: 'fewRows'; readonly independentRows: number; readonly columns: number }
  | { readonly ask: 'failingRows'; readonly rows: readonly number[] }
  /** An amount column outside the sum: shown, never dropped. */
  | { readonly ask: 'unusedAmount'; readonly column: string }
  /** A column of money without money in this file: its sign is taken from its neighbours. */
  | { readonly ask: 'signUnseen'; readonly column: string; readonly proposed: 'as-is' | 'negate' }
  /** The sum holds on the rows with this word only; the others would be left out. */
  | { readonly ask: 'rowsLeftOut'; readonly column: string; readonly keeps: string }
  | { readonly ask: 'kindOfReport'; readonly proposed: Kind };

export interface ProofTerm {
  /** The column's name: its header, with `#n` where it stands several times. */
  readonly column: string;
  readonly sign: '+' | '-';
}

/** "Holds on 1,243 of 1,245 rows", with everything needed to check it by hand. */
export interface Proof {
  readonly net: string;
  /** The column whose words sign the net, where it is printed without sign. */
  readonly signedBy: string | null;
  readonly terms: readonly ProofTerm[];
  readonly holdsOn: number;
  readonly rows: number;
  /** Sheet rows with a net and nothing else, such as withdrawals: the sum says nothing about them. */
  readonly bareRows: readonly number[];
  /** Sheet rows on which it fails. */
  readonly failingRows: readonly number[];
  /** No other choice of signs holds on these rows. */
  readonly unique: boolean;
  /** The rows alone decide it. If not: `independentRows` rows for `columns` columns, and headers had to help. */
  readonly proven: boolean;
  readonly independentRows: number;
  readonly columns: number;
  /** The net is one column and nothing else, which proves little. */
  readonly weak: boolean;
  /** Other sums that hold on the same rows. */
  readonly alternatives: readonly (readonly ProofTerm[])[];
}
