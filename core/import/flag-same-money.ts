// Two reports of one platform may carry the same money. Both in one run for one shop: the later one is told so.
import type { RowProblem } from '../problem.ts';
import type { PushedRows } from './imported-file.ts';

/** The same list; a report whose money stands in an earlier one of the same shop has a warning more. */
export function flagSameMoney<Pushed extends PushedRows>(pushed: readonly Pushed[]): Pushed[] {
  return pushed.map((later, at) => {
    const earlier = pushed.slice(0, at).find((other) => isSameMoney(other, later));
    if (!earlier) return later;
    const { rows } = later;
    return { ...later, rows: { ...rows, problems: [warning(later, earlier), ...rows.problems] } };
  });
}

/** Either mapping may name the other: one of them may be older than the other. */
function isSameMoney(one: PushedRows, two: PushedRows): boolean {
  const [left, right] = [one.rows, two.rows];
  const named = left.sameMoneyAs.includes(right.mapping.id) || right.sameMoneyAs.includes(left.mapping.id);
  return named && isSameShop(one.header.shop, two.header.shop);
}

const isSameShop = (left: PushedRows['header']['shop'], right: PushedRows['header']['shop']) =>
  left.platform === right.platform && left.name === right.name;

/** It is about the sheet as a whole, so it stands at no row of it. */
function warning({ header }: PushedRows, { header: other }: PushedRows): RowProblem {
  const details = { report: nameOf(header.source), other: nameOf(other.source) };
  return { code: 'SAME_MONEY_TWICE', row: 0, column: null, details };
}

const nameOf = ({ file, sheet }: PushedRows['header']['source']) => (file === sheet ? file : `${file} ${sheet}`);
