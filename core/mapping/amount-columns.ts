// Which columns of a recognised sheet hold amounts: by role, or because a check adds them up.
import type { ColumnMatch, Recognised } from './detect-mapping.ts';
import type { Check, Terms } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';

const AMOUNT_ROLES = new Set(['receivable', 'unitPrice', 'lineTotal', 'refundedAmount', 'component', 'net']);

export function amountColumns({ columns, mapping }: Recognised): ColumnMatch[] {
  const checked = (mapping.checks ?? []).flatMap(columnsOfCheck);
  return [...columns].filter(
    ({ column }) => AMOUNT_ROLES.has(column.as) || checked.some((name) => isNamed(column, name)),
  );
}

const namesOf = (terms: Terms) => Object.keys(terms);

function columnsOfCheck(check: Check): string[] {
  if (check.check === 'row') return [...namesOf(check.terms), check.equals];
  if (check.check === 'order') return [check.equals];
  if (check.check === 'openingClosing')
    return [check.opening, check.closing].flatMap(({ columns = {} }) => namesOf(columns));
  return check.check === 'runningBalance' ? [check.column] : [];
}
