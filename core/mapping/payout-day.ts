// The day of payout of a file that does not print it on each row: printed once above the header, or told by the user.
import { type BusinessDate, dayOfText } from '../business-date.ts';
import { textOfCell } from '../sheet-table.ts';
import type { RuleContext } from './ask-row.ts';
import type { PayoutMapping } from './mapping.ts';
import type { PayoutPlan } from './payout-plan.ts';
import { isUnreadable, readDay } from './read-cells.ts';
import type { SheetRow } from './sheet-row.ts';

/** @param answer `YYYY-MM-DD`, where the mapping asks for it */
export function dayForAll(
  { paidOutFrom }: PayoutMapping,
  context: RuleContext,
  preamble: readonly SheetRow[],
  answer?: string,
): BusinessDate | null {
  if (paidOutFrom === undefined) return null;
  if (typeof paidOutFrom === 'string') return printedDay(new RegExp(paidOutFrom, 'iu'), context, preamble);
  return answer === undefined ? null : dayOfText(answer);
}

/** Whether no row can have a day before somebody tells it. */
export function isAskedForDay({ mapping, paidOutOn, paidOutOnce }: PayoutPlan): boolean {
  return typeof mapping.paidOutFrom === 'object' && paidOutOn.length === 0 && paidOutOnce === null;
}

function printedDay(pattern: RegExp, { rules }: RuleContext, preamble: readonly SheetRow[]): BusinessDate | null {
  for (const { cells } of preamble) {
    const line = cells.map((cell) => textOfCell(cell)).join(' ');
    const found = pattern.exec(line.normalize('NFKC'))?.[1];
    const day = found === undefined ? null : readDay(found, rules);
    if (day !== null && !isUnreadable(day)) return day;
  }
  return null;
}
