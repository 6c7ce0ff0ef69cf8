// The amount columns of an unknown sheet, with what their headers lead one to expect, and everything that might be the net.
import { COMPONENT_SIDES } from '../payout.ts';
import type { ColumnContent } from './infer-evidence.ts';
import { type Money, type MoneyColumn, headerOf, keyOf } from './infer-money.ts';
import { directedOf, pairedCosts, pairsOf } from './infer-pairs.ts';
import { type WrittenAmounts, amountsOf, usualDecimal } from './infer-profile.ts';
import { costsOf, lowersNet } from './infer-signs.ts';
import { MAYBE_NET_WORDS, NET_WORDS, hasWord, typeOfHeader } from './infer-words.ts';

export function moneyOf(contents: readonly ColumnContent[]): Money {
  const numbers = contents.filter(({ content }) => content === 'amount' || content === 'balance');
  const decimal = usualDecimal(numbers.map(({ profile }) => profile.column));
  const written = numbers.map((content) => ({ content, written: amountsOf(content.profile.column, decimal) }));
  const net = likeliestNet(written);
  const votes = written.map((one) => votesOf(one, net));
  const usual = styleOf(written, votes);
  const all = written.map((one, at) => moneyColumn(one, votes[at] ?? 0, usual));
  const columns = all.filter(({ content }) => content.content === 'amount');
  const pairs = pairsOf(columns);
  return {
    columns: columns.map((column) => ({ ...column, costs: pairedCosts(column, pairs) })),
    balances: all.filter(({ content }) => content.content === 'balance'),
    directed: directedOf(contents, columns),
    pairs,
    decimal,
  };
}

interface Written {
  readonly content: ColumnContent;
  readonly written: WrittenAmounts;
}

/** The column that by its header is the net, filled most: signs of others are judged beside it. */
function likeliestNet(columns: readonly Written[]): Written | null {
  const amounts = columns.filter(
    ({ content, written }) => content.content === 'amount' && written.amounts.some(Boolean),
  );
  const named = (words: RegExp) =>
    amounts
      .filter((column) => hasWord(headerOf(column), words))
      .sort((left, right) => right.content.profile.filled - left.content.profile.filled);
  return named(NET_WORDS)[0] ?? named(MAYBE_NET_WORDS)[0] ?? null;
}

/**
 * Rows on which a column has the sign of the net, less those on which it has not. A net much smaller than the amount
 * says nothing: it is what fees have left.
 */
function votesOf({ content, written }: Written, net: Written | null): number {
  return written.amounts.reduce<number>((votes, amount, row) => {
    const beside = net === null || net.content === content ? 1 : (net.written.amounts[row] ?? 0);
    const telling = net === null || net.content === content || Math.abs(beside) * 2 >= Math.abs(amount ?? 0);
    return votes + (telling ? Math.sign(amount ?? 0) * Math.sign(beside) : 0);
  }, 0);
}

/** How fees are printed in this file: 1 without sign, -1 as the money flows. */
function styleOf(columns: readonly Written[], votes: readonly number[]): 1 | -1 {
  const fees = columns.map((column, at) => (lowersNet(typeOfHeader(headerOf(column))) ? Math.sign(votes[at] ?? 0) : 0));
  return fees.reduce<number>((sum, vote) => sum + vote, 0) < 0 ? -1 : 1;
}

/** A fee is judged by its file too: one row that says otherwise is a refund rather than another style. */
const STYLE_VOTES = 2;

function moneyColumn({ content, written }: Written, own: number, usual: 1 | -1): MoneyColumn {
  const header = headerOf({ content });
  const type = typeOfHeader(header);
  const negatives = written.amounts.filter((amount) => amount !== null && amount < 0).length;
  const positives = written.amounts.filter((amount) => amount !== null && amount > 0).length;
  const votes = COMPONENT_SIDES[type] === 'fee' ? own + STYLE_VOTES * usual : own || usual;
  return {
    ...{ content, written, type, negatives, positives },
    key: keyOf(content),
    costs: costsOf(header, type, votes > 0),
  };
}
