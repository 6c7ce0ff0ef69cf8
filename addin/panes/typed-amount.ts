// An amount that a person types into a field, read as strictly as one in a sheet: `1,050`, `１０５０`, never a guess.
import type { Amount } from '../../core/money.ts';
import { cellRulesOf, isUnreadable, readAmount } from '../../core/mapping/read-cells.ts';

const RULES = cellRulesOf({ emptyMarkers: [], currencyMarks: [] });

/** Null: left empty; undefined: not understood, or below zero. */
export function typedAmount(text: string): Amount | null | undefined {
  const read = readAmount(text, RULES);
  return isUnreadable(read) || (read !== null && read < 0) ? undefined : read;
}
