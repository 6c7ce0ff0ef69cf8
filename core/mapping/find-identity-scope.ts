// A sum that holds only on rows of one kind: files that print orders and their items one under the other.
import type { AmountColumn, Identity, NetTarget } from './find-identity-terms.ts';
import { findIdentity } from './find-identity.ts';

/** The words of one column, one for each row. */
export interface WordColumn {
  readonly key: string;
  readonly words: readonly string[];
}

export interface Scope {
  readonly key: string;
  /** The word on the rows for which the sum holds. */
  readonly word: string;
}

export interface ScopedIdentity {
  readonly identity: Identity;
  readonly scope: Scope;
}

/** More kinds of rows than this are kinds of money, not kinds of rows. */
const KINDS_MAX = 4;
const ROWS_MIN = 3;

/** The likeliest sum on the rows of one word; only nets whose headers say so, or chance would find one. */
export function findInScope(
  columns: readonly AmountColumn[],
  targets: readonly NetTarget[],
  words: readonly WordColumn[],
): ScopedIdentity | null {
  const nets = targets.filter(({ cost }) => cost === 0);
  const found = words.flatMap((column) =>
    kindsOf(column).flatMap((word): ScopedIdentity[] => {
      const finding = findIdentity(
        columns,
        nets.map((net) => within(net, column, word)),
      );
      if (finding.outcome !== 'found' || finding.identity.weak) return [];
      return [{ identity: finding.identity, scope: { key: column.key, word } }];
    }),
  );
  return found.sort((left, right) => left.identity.cost - right.identity.cost)[0] ?? null;
}

function kindsOf({ words }: WordColumn): string[] {
  const kinds = [...new Set(words)];
  if (kinds.length < 2 || kinds.length > KINDS_MAX || kinds.includes('')) return [];
  return kinds.filter((kind) => words.filter((word) => word === kind).length >= ROWS_MIN);
}

/** Rows of other kinds have no net as far as this sum is concerned. */
function within(net: NetTarget, { words }: WordColumn, word: string): NetTarget {
  return { ...net, amounts: net.amounts.map((amount, row) => (words[row] === word ? amount : null)) };
}
