// The amount columns of an unknown sheet, with what their headers lead one to expect, and everything that might be the net.
import type { BalanceIdentity } from './find-identity-balance.ts';
import type { AmountColumn, NetTarget, Term } from './find-identity.ts';
import type { SignCosts } from './find-identity-signs.ts';
import { bareText } from './infer-cell.ts';
import { type WrittenAmounts, amountsOf, usualDecimal } from './infer-profile.ts';
import { type ColumnContent, directionOf } from './infer-roles.ts';
import { MAYBE_NET_WORDS, NET_WORDS, OUTSIDE_WORDS, hasWord, sideOfHeader, typeOfHeader } from './infer-words.ts';
import { type ComponentType, COMPONENT_SIDES } from '../payout.ts';
import { normalizeHeader } from './normalize-header.ts';
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

export interface Money {
  readonly columns: readonly MoneyColumn[];
  readonly balances: readonly MoneyColumn[];
  readonly directed: readonly Directed[];
  readonly decimal: Decimal;
}

export const keyOf = (content: ColumnContent) => `column ${content.profile.column.index}`;

export function moneyOf(contents: readonly ColumnContent[]): Money {
  const numbers = contents.filter(({ content }) => content === 'amount' || content === 'balance');
  const decimal = usualDecimal(numbers.map(({ profile }) => profile.column));
  const all = numbers.map((content) => moneyColumn(content, decimal));
  const columns = all.filter(({ content }) => content.content === 'amount');
  return {
    columns,
    balances: all.filter(({ content }) => content.content === 'balance'),
    directed: directedOf(contents, columns),
    decimal,
  };
}

function moneyColumn(content: ColumnContent, usual: Decimal): MoneyColumn {
  const written = amountsOf(content.profile.column, usual);
  const { header } = content.profile.column;
  const negatives = written.amounts.filter((amount) => amount !== null && amount < 0).length;
  const positives = written.amounts.filter((amount) => amount !== null && amount > 0).length;
  const type = typeOfHeader(header);
  return {
    content,
    key: keyOf(content),
    written,
    type,
    negatives,
    positives,
    costs: costsOf(header, type, positives, negatives),
  };
}

/**
 * What each sign would cost. Printed mostly negative: it is added as it stands. Printed positive: fees, discounts and
 * refunds are taken away, the rest is added. Sums of others and prices of one piece are left out.
 */
export function costsOf(header: string, type: ComponentType, positives: number, negatives: number): SignCosts {
  if (hasWord(header, NET_WORDS)) return { minus: 5, none: 0, plus: 5 };
  if (hasWord(header, OUTSIDE_WORDS)) return { minus: 4, none: 0, plus: 3 };
  const signed = negatives > positives;
  if (type === 'UNKNOWN' || type === 'ADJUSTMENT') return { minus: signed ? 3 : 2, none: 1, plus: 1 };
  const lowers = lowersNet(type);
  if (signed) return { minus: 5, none: 2, plus: 0 };
  if (lowers === null) return { minus: 1, none: 2, plus: 1 };
  return lowers ? { minus: 0, none: 2, plus: 3 } : { minus: 4, none: 2, plus: 0 };
}

const RAISES: readonly ComponentType[] = [
  'SHIPPING_SUBSIDY',
  'FEE_REVERSAL',
  'PLATFORM_SUBSIDY',
  'REIMBURSEMENT',
  'CHARGEBACK_REVERSAL',
  'RESERVE_RELEASED',
];
const LOWERS: readonly ComponentType[] = ['SELLER_DISCOUNT', 'CHARGEBACK', 'WITHDRAWAL', 'PENALTY'];
const EITHER: readonly ComponentType[] = ['TAX', 'RESERVE_HELD', 'SHIPPING_FEE'];

/** Whether money of this type, printed positive, is taken from the net; null where platforms print it either way. */
function lowersNet(type: ComponentType): boolean | null {
  if (EITHER.includes(type)) return null;
  if (RAISES.includes(type)) return false;
  if (LOWERS.includes(type)) return true;
  const side = COMPONENT_SIDES[type];
  return side === 'fee' || side === 'refund';
}

function directedOf(contents: readonly ColumnContent[], columns: readonly MoneyColumn[]): Directed[] {
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

const DIRECTED_COST = 1;

/** Every amount column may be the net, and every amount signed by a direction; the header says how likely. */
export function netTargets({ columns, directed }: Money, balance: BalanceIdentity | null): NetTarget[] {
  const moves = balance?.identity.terms.length === 1 ? balance.identity.terms[0]?.key : undefined;
  const plain = columns.map((column) => ({
    key: column.key,
    amounts: column.written.amounts,
    without: directed.filter(({ amount }) => amount === column).map(({ key }) => key),
    cost: column.key === moves ? 0 : netCost(column),
  }));
  const signed = directed.map(({ key, amount, amounts }) => ({
    key,
    amounts,
    without: [amount.key],
    cost: key === moves ? 0 : netCost(amount) + DIRECTED_COST,
  }));
  return [...plain, ...signed].filter(({ amounts }) => amounts.some((amount) => amount !== 0 && amount !== null));
}

function netCost({ content, type, costs }: MoneyColumn): number {
  const { header } = content.profile.column;
  if (hasWord(header, NET_WORDS)) return sideOfHeader(header) === 'out' ? 4 : 0;
  if (hasWord(header, MAYBE_NET_WORDS)) return 3;
  if (hasWord(header, OUTSIDE_WORDS)) return 7;
  if (type === 'UNKNOWN') return 5;
  return costs.minus === 0 || costs.none === 2 ? 10 : 8;
}

/** What may be a term of the net: the amount columns. Directed ones are only nets. */
export function termColumns({ columns }: Money): AmountColumn[] {
  return columns.map(({ key, written, costs }) => ({ key, amounts: written.amounts, costs }));
}

/**
 * Money in and money out in two columns (收入金額, 支出金額): named so, and never both on one row. Money out may be
 * printed negative.
 */
export function twoSides({ columns }: Money): Term[] {
  const side = (wanted: 'in' | 'out') =>
    columns.filter(({ content }) => sideOfHeader(content.profile.column.header) === wanted);
  const [into, out] = [side('in'), side('out')];
  const [first, second] = [into[0], out[0]];
  if (!first || !second || into.length > 1 || out.length > 1) return [];
  const both = first.written.amounts.some((amount, row) => amount !== 0 && second.written.amounts[row] !== 0);
  if (both) return [];
  return [
    { key: first.key, sign: 1 },
    { key: second.key, sign: second.negatives > second.positives ? 1 : -1 },
  ];
}
