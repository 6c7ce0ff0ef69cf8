// Which new columns make the net right again: what the known components leave of it, as a sum of unknown columns.
import { type Laid, type SheetColumn, contentOfSheet } from './detect-drift-sheet.ts';
import type { AmountColumn, Identity } from './find-identity-terms.ts';
import { findIdentity } from './find-identity.ts';
import { amountsOf } from './infer-profile.ts';
import type { PayoutColumn } from './mapping.ts';

export interface Residual {
  /** Sign of each new column that is part of the net, as it must enter the sum. */
  readonly signs: ReadonlyMap<number, 1 | -1>;
  /** Position of the new column that is the net itself, where the net was lost. */
  readonly net: number | null;
  readonly identity: Identity | null;
  /** Rows that add up already, without any new column. */
  readonly before: number;
}

const NOTHING: Residual = { signs: new Map(), net: null, identity: null, before: 0 };

/** Nothing for orders, and for nets signed by a direction column: their sums are no plain sums of columns. */
export function residualOf({ mapping, found, lost, added }: Laid): Residual {
  if (mapping.kind === 'orders' || mapping.direction) return NOTHING;
  const known = sumOf(found.map(({ column, sheet }) => ({ column: column as PayoutColumn, sheet })));
  const fresh = added.filter((column) => contentOfSheet(column).content === 'amount');
  const net = found.find(({ column }) => column.as === 'net');
  if (net) return explain(subtract(amounts(net.sheet), known), fresh);
  return lost.some(({ as }) => as === 'net') ? findNet(known, fresh) : NOTHING;
}

type Amounts = readonly (number | null)[];

const amounts = (column: SheetColumn): Amounts => amountsOf({ ...column, occurrence: null }, '.').amounts;

function sumOf(found: readonly { readonly column: PayoutColumn; readonly sheet: SheetColumn }[]): Amounts {
  const parts = found.flatMap(({ column, sheet }) =>
    column.as === 'component' ? [{ sign: column.sign === 'negate' ? -1 : 1, amounts: amounts(sheet) }] : [],
  );
  const rows = found[0]?.sheet.cells.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    parts.reduce<number | null>((sum, part) => {
      const amount = part.amounts[row] ?? null;
      return sum === null || amount === null ? null : sum + part.sign * amount;
    }, 0),
  );
}

const subtract = (left: Amounts, right: Amounts): Amounts =>
  left.map((amount, row) => {
    const other = right[row] ?? null;
    return amount === null || other === null ? null : amount - other;
  });

const EITHER_SIGN = { minus: 1, none: 0, plus: 1 };
const KEY = 'left over';

function explain(left: Amounts, fresh: readonly SheetColumn[]): Residual {
  const before = left.filter((amount) => amount === 0).length;
  if (before === left.length) return { ...NOTHING, before };
  const columns = fresh.map((column): AmountColumn => ({
    key: String(column.index),
    amounts: amounts(column),
    costs: EITHER_SIGN,
  }));
  const finding = findIdentity(columns, [{ key: KEY, amounts: left, without: [], cost: 0 }]);
  const identity = finding.outcome === 'found' ? finding.identity : null;
  const mends = identity !== null && identity.holdsOn > before;
  const signs = (mends ? identity.terms : []).map(({ key, sign }) => [Number(key), sign] as const);
  return { signs: new Map(signs), net: null, identity: mends ? identity : null, before };
}

/** The one new column that equals the sum of the components; two such columns are none. */
function findNet(known: Amounts, fresh: readonly SheetColumn[]): Residual {
  const equal = fresh.filter((column) => amounts(column).every((amount, row) => amount === known[row]));
  const [net] = equal;
  return net && equal.length === 1 && known.some((amount) => amount !== 0) ? { ...NOTHING, net: net.index } : NOTHING;
}
