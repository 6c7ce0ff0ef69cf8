// Two payouts with one number (撥款批次/結算單): a file that brings money for a statement which another file declared with
// another total, or completed already. Parts of one statement, and files that declare nothing, are no other version.
import { add, type Amount, ZERO } from '../money.ts';

/** What one file brought for one statement. */
export interface StatementFile {
  /** The import batch. */
  readonly id: string;
  /** The file's name. */
  readonly file: string;
  /** Its total for the statement; null where it declares none, or one for several statements together. */
  readonly declared: Amount | null;
  /** Σ of the rows that no file had brought before. */
  readonly brought: Amount;
}

/** Why rows of a file are another version of their statement. Where the totals are the same, only its rows are others. */
export interface StatementVersion {
  readonly statement: string;
  readonly file: string;
  readonly total: Amount;
  readonly brought: Amount;
  readonly before: { readonly file: string; readonly total: Amount };
}

/**
 * The files that are another version, by id. The first one that declares a total says what the statement is; what later
 * files add is held against it, whether or not somebody let an earlier version be booked.
 * @param files in the order in which they first brought rows
 */
export function otherVersions(
  statement: string,
  files: readonly StatementFile[],
): ReadonlyMap<string, StatementVersion> {
  const others = new Map<string, StatementVersion>();
  let known: StatementVersion['before'] | null = null;
  let held: Amount = ZERO;
  let last = '';
  for (const { id, file, declared, brought } of files) {
    // Without a total from before, rows that already make up this file's own total are the same money once more.
    const before: StatementVersion['before'] | null =
      known ?? (declared !== null && held === declared ? { file: last, total: held } : null);
    const differs = before !== null && declared !== null && (declared !== before.total || held === before.total);
    if (differs && brought !== ZERO && last !== '') {
      others.set(id, { statement, file, total: declared, brought, before });
      continue;
    }
    if (declared !== null) known ??= { file, total: declared };
    held = add(held, brought);
    last = file;
  }
  return others;
}
