// Identities of whole orders: what their rows add up to against a value the platform prints for the order.
import { type Amount, ZERO, add, amountOfUnits, sum } from '../money.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { Group } from './order-group.ts';
import type { Check } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';
import type { OrderPlan } from './order-plan.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { type TermMatches, failure, sumOfTerms, termMatches } from './row-checks.ts';

type OrderCheck = Extract<Check, { check: 'order' }>;

/** Whether every identity of the mapping holds for an order; a failing one is reported at its first row. */
export function orderChecksOf({ mapping, context }: OrderPlan, reader: RowReader): (group: Group) => boolean {
  const checks = (mapping.checks ?? []).flatMap((check) => {
    const equals = check.check === 'order' && context.columns.find(({ column }) => isNamed(column, check.equals));
    if (check.check !== 'order' || !equals) return [];
    return [{ check, equals, terms: check.sum === 'items' ? [] : termMatches(check.sum.terms, context) }];
  });
  return (group) => {
    if (group.bad.size > 0) return true;
    return checks.map((check) => holds(group, check, reader)).every(Boolean);
  };
}

interface Compiled {
  readonly check: OrderCheck;
  readonly equals: ColumnMatch;
  readonly terms: TermMatches;
}

function holds(group: Group, { check, equals, terms }: Compiled, reader: RowReader): boolean {
  const printed = printedValue(group, equals, reader);
  if (printed === null) return true;
  const { row, value } = printed;
  const found = check.sum === 'items' ? itemsOf(group) : termsOf(group, terms, reader);
  if (value === found) return true;
  reader.goTo([], row);
  reader.report('CHECK_FAILED', equals, failure(check.name, value, found));
  group.bad.add(row);
  return false;
}

const itemsOf = ({ lines }: Group): Amount =>
  sum(lines.map(({ unitPrice, quantity }) => amountOfUnits(unitPrice * quantity)));

function termsOf(group: Group, terms: TermMatches, reader: RowReader): Amount {
  return group.rows.reduce((total, { cells, row }) => {
    reader.goTo(cells, row);
    return add(total, sumOfTerms(reader, terms));
  }, ZERO);
}

/** The first row of the order on which the value is filled in. */
function printedValue(group: Group, { index }: ColumnMatch, reader: RowReader): { row: number; value: Amount } | null {
  for (const row of group.rows) {
    const value = reader.peekIn(row, index, readAmount);
    if (value !== null && !isUnreadable(value)) return { row: row.row, value };
  }
  return null;
}
