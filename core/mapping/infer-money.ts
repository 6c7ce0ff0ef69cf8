// Money in an unknown sheet: its amount columns, and money whose direction stands beside it.
import type { ComponentType } from '../payout.ts';
import type { SignCosts } from './find-identity-signs.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { WrittenAmounts } from './infer-profile.ts';
import type { Decimal } from './read-cells.ts';

export interface MoneyColumn {
  readonly content: ColumnContent;
  readonly key: string;
  readonly written: WrittenAmounts;
  readonly type: ComponentType;
  readonly costs: SignCosts;
  readonly negatives: number;
  readonly positives: number;
}

/** An unsigned amount with the column whose words say which way it flows. */
export interface Directed {
  readonly key: string;
  readonly amount: MoneyColumn;
  readonly direction: ColumnContent;
  readonly words: readonly [string, string];
  readonly amounts: readonly (number | null)[];
}

/** Money in and money out in two columns. */
export interface SidePair {
  readonly key: string;
  readonly into: MoneyColumn;
  readonly out: MoneyColumn;
  /** How money out enters the sum: 1 where it is printed negative. */
  readonly outSign: 1 | -1;
  readonly amounts: readonly (number | null)[];
}

export interface Money {
  readonly columns: readonly MoneyColumn[];
  readonly balances: readonly MoneyColumn[];
  readonly directed: readonly Directed[];
  readonly pairs: readonly SidePair[];
  readonly decimal: Decimal;
}

export const keyOf = (content: ColumnContent) => `column ${content.profile.column.index}`;

export const headerOf = ({ content }: Pick<MoneyColumn, 'content'>) => content.profile.column.header;
