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

const headerOf = ({ content }: Pick<Written, 'content'>) => content.profile.column.header;

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

/**
 * What each sign would cost. A column that runs against the net is printed as the money flows and is added. One that
 * runs with it is added where it is money earned, and taken away where it is a fee, a discount or a refund. Sums of
 * others and prices of one piece are left out.
 */
export function costsOf(header: string, type: ComponentType, withNet: boolean): SignCosts {
  if (hasWord(header, NET_WORDS)) return { minus: 5, none: 0, plus: 5 };
  if (hasWord(header, OUTSIDE_WORDS)) return sumCosts(type, withNet);
  if (type === 'UNKNOWN' || type === 'ADJUSTMENT')
    return withNet ? { minus: 2, none: 1, plus: 1 } : { minus: 3, none: 1, plus: 0 };
  if (!withNet) return { minus: 5, none: 2, plus: 0 };
  const lowers = lowersNet(type);
  if (lowers === null) return { minus: 1, none: 2, plus: 1 };
  return lowers ? { minus: 0, none: 2, plus: 3 } : { minus: 4, none: 2, plus: 0 };
}

/** A sum of fees or of goods may stand for its parts where the file does not print them. */
function sumCosts(type: ComponentType, withNet: boolean): SignCosts {
  if (COMPONENT_SIDES[type] === 'fee') return { minus: withNet ? 1 : 4, none: 0, plus: withNet ? 3 : 1 };
  return { minus: 4, none: 0, plus: type === 'PRINCIPAL' ? 1 : 3 };
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
export function netTargets(money: Money, balance: BalanceIdentity | null): NetTarget[] {
  const { columns, directed, pairs } = money;
  const moves = balance?.identity.terms.length === 1 ? balance.identity.terms[0]?.key : undefined;
  const plain = columns.map((column) => ({
    key: column.key,
    amounts: filledAmounts(column),
    without: directed.filter(({ amount }) => amount === column).map(({ key }) => key),
    cost: column.key === moves ? 0 : netCost(column),
  }));
  const signed = directed.map(({ key, amount, amounts }) => ({
    ...{ key, amounts },
    without: [amount.key],
    cost: key === moves ? 0 : netCost(amount) + DIRECTED_COST,
  }));
  const paired = pairs.map(({ key, into, out, amounts }) => ({
    ...{ key, amounts },
    without: [into.key, out.key],
    cost: Math.min(netCost(into), netCost(out)),
  }));
  const inPairs = pairs.flatMap(({ into, out }) => [into.key, out.key]);
  return [...plain.filter(({ key }) => !inPairs.includes(key)), ...signed, ...paired].filter(({ amounts }) =>
    amounts.some((amount) => amount !== 0 && amount !== null),
  );
}

/** An empty net is no net of zero: such rows (items under a sum, notes) say nothing. */
function filledAmounts({ content, written }: MoneyColumn): readonly (number | null)[] {
  const { cells } = content.profile.column;
  return written.amounts.map((amount, row) => (bareText(cells[row]) === '' ? null : amount));
}

function netCost({ content, type, costs }: MoneyColumn): number {
  const { header } = content.profile.column;
  if (hasWord(header, NET_WORDS)) return 0;
  if (hasWord(header, MAYBE_NET_WORDS)) return 3;
  if (hasWord(header, OUTSIDE_WORDS)) return 7;
  if (type === 'UNKNOWN') return 5;
  return costs.minus === 0 || costs.none === 2 ? 10 : 8;
}

/** What may be a term of the net: the amount columns. Directed ones are only nets. */
export function termColumns({ columns }: Money): AmountColumn[] {
  return columns.map(({ key, written, costs }) => ({ key, amounts: written.amounts, costs }));
}

const SIDE_WORDS = /元|credit|debit|收入|支出|入账|出账|deposits?|withdrawals?|paidin|paidout|moneyin|moneyout|[()+-]/g;

/**
 * Money in and money out in two columns (收入金額 and 支出金額, Net Credit and Net Debit): alike but for these words, and
 * never both on one row. Money out may be printed negative.
 */
function pairsOf(columns: readonly MoneyColumn[]): SidePair[] {
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
function pairedCosts(column: MoneyColumn, pairs: readonly SidePair[]): SignCosts {
  const pair = pairs.find(({ into, out }) => into === column || out === column);
  if (!pair || hasWord(headerOf(column), NET_WORDS)) return column.costs;
  const sign = pair.out === column ? pair.outSign : 1;
  return { minus: sign === 1 ? 5 : 0, none: 1, plus: sign === 1 ? 0 : 5 };
}

/** The pair that is the net where no column is: the only one there is. */
export function twoSides({ pairs }: Money): Term[] {
  const [pair, another] = pairs;
  if (!pair || another) return [];
  return [
    { key: pair.into.key, sign: 1 },
    { key: pair.out.key, sign: pair.outSign },
  ];
}

/**
 * Where neither a net nor a sum shows: all columns that by their headers are money of an order, signed as headers and
 * values lead one to expect. It proves nothing and is asked about.
 */
export function sumByHeaders({ columns }: Money): Term[] {
  const signed = columns.filter(({ positives, negatives }) => positives + negatives > 0);
  const money = signed.filter(({ costs }) => costs.none > 0).filter(isFirstOfEquals);
  const hasGoods = money.some(({ type }) => lowersNet(type) === false);
  const gross = hasGoods ? undefined : signed.find((column) => !money.includes(column));
  return [...money, ...(gross ? [gross] : [])].map(({ key, costs }) => ({
    key,
    sign: costs.minus < costs.plus ? -1 : 1,
  }));
}

/** The buyer's and the seller's view of one figure are printed in two columns of one kind. */
function isFirstOfEquals(column: MoneyColumn, at: number, columns: readonly MoneyColumn[]): boolean {
  const equals = (other: MoneyColumn) =>
    other.written.amounts.every((amount, row) => amount === column.written.amounts[row]);
  return !columns.slice(0, at).some((other) => other.type === column.type && equals(other));
}

/** Fees with money in them beside the column: then a header that only may mean the net means the gross. */
export function hasFeesBeside({ columns }: Money, net: string): boolean {
  return columns.some(
    ({ key, type, positives, negatives }) =>
      key !== net && positives + negatives > 0 && COMPONENT_SIDES[type] === 'fee',
  );
}
