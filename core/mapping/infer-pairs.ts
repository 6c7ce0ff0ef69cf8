// Money whose direction stands beside it: unsigned amounts with a word, and two columns for in and out.
import type { SignCosts } from './find-identity-signs.ts';
import { bareText } from './infer-cell.ts';
import type { ColumnContent } from './infer-evidence.ts';
import { type Directed, type MoneyColumn, type SidePair, headerOf, keyOf } from './infer-money.ts';
import { directionOf } from './infer-roles.ts';
import { NET_WORDS, hasWord, sideOfHeader } from './infer-words.ts';
import { normalizeHeader } from './normalize-header.ts';

export function directedOf(contents: readonly ColumnContent[], columns: readonly MoneyColumn[]): Directed[] {
  return contents
    .filter(({ content }) => content === 'direction')
    .flatMap((direction) => {
      const words = directionOf(direction.profile.words ?? []);
      if (words === null) return [];
      const [into] = words.map(normalizeHeader);
      const signs = direction.profile.column.cells.map((cell) => {
        const text = normalizeHeader(bareText(cell));
        return text === '' ? null : text === into ? 1 : -1;
      });
      return columns.map((amount) => ({
        key: `${amount.key} by ${keyOf(direction)}`,
        amount,
        direction,
        words,
        amounts: amount.written.amounts.map((value, row) => directedAmount(value, signs[row] ?? null)),
      }));
    });
}

/** The amount's own sign does not count: some files print it signed as well. */
function directedAmount(value: number | null, sign: 1 | -1 | null): number | null {
  if (value === 0 || value === null) return value;
  return sign === null ? null : sign * Math.abs(value);
}

const SIDE_WORDS = /元|credit|debit|收入|支出|入账|出账|deposits?|withdrawals?|paidin|paidout|moneyin|moneyout|[()+-]/g;

/**
 * Money in and money out in two columns (收入金額 and 支出金額, Net Credit and Net Debit): alike but for these words, and
 * never both on one row. Money out may be printed negative.
 */
export function pairsOf(columns: readonly MoneyColumn[]): SidePair[] {
  const sideOf = (column: MoneyColumn) => sideOfHeader(headerOf(column));
  const stem = (column: MoneyColumn) => normalizeHeader(headerOf(column)).replace(SIDE_WORDS, '');
  return columns
    .filter((column) => sideOf(column) === 'in')
    .flatMap((into) => {
      const out = columns.find((column) => sideOf(column) === 'out' && stem(column) === stem(into));
      if (!out || into.written.amounts.some((amount, row) => amount !== 0 && out.written.amounts[row] !== 0)) return [];
      const outSign = out.negatives > out.positives ? 1 : -1;
      const amounts = into.written.amounts.map((amount, row) => {
        const other = out.written.amounts[row] ?? null;
        return amount === null || other === null ? null : amount + outSign * other;
      });
      return [{ key: `${into.key} and ${out.key}`, into, out, outSign, amounts }];
    });
}

/** Both sides of a pair are in the sum or none is: money in is added, money out taken away. */
export function pairedCosts(column: MoneyColumn, pairs: readonly SidePair[]): SignCosts {
  const pair = pairs.find(({ into, out }) => into === column || out === column);
  if (!pair || hasWord(headerOf(column), NET_WORDS)) return column.costs;
  const sign = pair.out === column ? pair.outSign : 1;
  return { minus: sign === 1 ? 5 : 0, none: 1, plus: sign === 1 ? 0 : 5 };
}
