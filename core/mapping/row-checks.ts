// Identities of single rows beyond their net: columns that must add up to another, in amounts as the file prints them.
import { type Amount, ZERO, add, subtract, textOfAmount } from '../money.ts';
import { type RuleContext, questionOf } from './ask-row.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { Terms } from './mapping-rules.ts';
import type { Mapping } from './mapping.ts';
import { isNamed } from './named-columns.ts';
import { readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { stateChecksOf } from './row-states.ts';

/** Reports the current row when the identity fails on it. */
export type RowCheck = (reader: RowReader) => void;

/** Columns with their signs; those the sheet does not have are left out. */
export type TermMatches = readonly { readonly match: ColumnMatch; readonly sign: '+' | '-' }[];

export function termMatches(terms: Terms, { columns }: RuleContext): TermMatches {
  return Object.entries(terms).flatMap(([name, sign]) => {
    const match = columns.find(({ column }) => isNamed(column, name));
    return match ? [{ match, sign }] : [];
  });
}

/** Σ terms of the current row. An empty cell is no money, an unreadable one is reported. */
export function sumOfTerms(reader: RowReader, terms: TermMatches): Amount {
  return terms.reduce((total, { match, sign }) => {
    const amount = reader.read(match, readAmount) ?? ZERO;
    return sign === '+' ? add(total, amount) : subtract(total, amount);
  }, ZERO);
}

export function rowChecksOf(mapping: Mapping, context: RuleContext): RowCheck[] {
  return [...identitiesOf(mapping, context), ...stateChecksOf(mapping, context)];
}

function identitiesOf({ checks = [] }: Mapping, context: RuleContext): RowCheck[] {
  return checks.flatMap((check) => {
    if (check.check !== 'row') return [];
    const equals = context.columns.find(({ column }) => isNamed(column, check.equals));
    if (!equals) return [];
    const terms = termMatches(check.terms, context);
    const applies = check.when ? questionOf(check.when, context) : () => true;
    return [
      (reader: RowReader) => {
        if (!applies(reader.row)) return;
        const value = reader.read(equals, readAmount) ?? ZERO;
        const sum = sumOfTerms(reader, terms);
        if (value !== sum) reader.report('CHECK_FAILED', equals, failure(check.name, value, sum));
      },
    ];
  });
}

/** The facts of a failed check, for its sentence. */
export function failure(check: string, value: Amount, sum: Amount): Readonly<Record<string, string>> {
  return { check, value: textOfAmount(value), sum: textOfAmount(sum), difference: textOfAmount(subtract(value, sum)) };
}
