// What a column of an unknown sheet holds, and the facts that say so.
import type { Profile } from './infer-profile.ts';

/** What a column holds, before it is known what it is used for. */
export type Content =
  | 'empty'
  | 'date'
  | 'amount'
  | 'balance'
  | 'rate'
  | 'quantity'
  | 'serial'
  | 'id'
  | 'currency'
  | 'direction'
  | 'personal'
  | 'words'
  | 'text';

/** A fact for a sentence: why a column is taken for what it is. Numbers are numbers, names are as printed. */
export type Fact =
  | { readonly fact: 'values'; readonly of: Content; readonly fitting: number; readonly filled: number }
  | { readonly fact: 'header'; readonly says: string }
  | { readonly fact: 'knownOrders'; readonly hits: number; readonly of: number }
  | { readonly fact: 'distinct'; readonly distinct: number; readonly filled: number }
  | { readonly fact: 'inIdentity'; readonly sign: '+' | '-'; readonly holdsOn: number; readonly rows: number }
  | { readonly fact: 'isNet'; readonly holdsOn: number; readonly rows: number }
  | { readonly fact: 'runsWith'; readonly holdsOn: number; readonly rows: number }
  | { readonly fact: 'noMoney' };

export interface ColumnContent {
  readonly profile: Profile;
  readonly content: Content;
  readonly evidence: readonly Fact[];
}

export interface KeyChoice {
  readonly content: ColumnContent;
  readonly score: number;
  readonly evidence: readonly Fact[];
}

/** `proven` by figures or known orders, `likely` by the words of a header, `guessed` from the look of the values. */
export type Confidence = 'proven' | 'likely' | 'guessed';

const PROVING: readonly Fact['fact'][] = ['inIdentity', 'isNet', 'runsWith', 'knownOrders'];

/** The order in which a person should look at the columns: guesses first. */
export function confidenceOf(evidence: readonly Fact[]): Confidence {
  if (evidence.some(({ fact }) => PROVING.includes(fact))) return 'proven';
  return evidence.some(({ fact }) => fact === 'header') ? 'likely' : 'guessed';
}
