// An identity as a person checks it: columns by name, the rows on which it holds, and the rows on which it does not.
import type { Identity, Term } from './find-identity-terms.ts';
import type { Findings } from './infer-mapping.ts';

export interface ProofTerm {
  /** The column's name: its header, with `#n` where it stands several times. */
  readonly column: string;
  readonly sign: '+' | '-';
}

/** "Holds on 1,243 of 1,245 rows", with everything needed to check it by hand. */
export interface Proof {
  readonly net: string;
  /** The column whose words sign the net, where it is printed without sign. */
  readonly signedBy: string | null;
  readonly terms: readonly ProofTerm[];
  readonly holdsOn: number;
  readonly rows: number;
  /** Sheet rows with a net and nothing else, such as withdrawals: the sum says nothing about them. */
  readonly bareRows: readonly number[];
  /** Sheet rows on which it fails. */
  readonly failingRows: readonly number[];
  /** No other choice of signs holds on these rows. */
  readonly unique: boolean;
  /** The rows alone decide it. If not: `independentRows` rows for `columns` columns, and headers had to help. */
  readonly proven: boolean;
  readonly independentRows: number;
  readonly columns: number;
  /** The net is one column and nothing else, which proves little. */
  readonly weak: boolean;
  /** Other sums that hold on the same rows. */
  readonly alternatives: readonly (readonly ProofTerm[])[];
}

/** @param steps for a running balance: its rows are steps, the first to happen has none */
export function proofOf(identity: Identity, findings: Findings, steps?: 'oldest-first' | 'newest-first'): Proof {
  const { rows } = findings.grid;
  const sheetRows = (positions: readonly number[]) =>
    positions.map((position) => rows[position + (steps === 'oldest-first' ? 1 : 0)] ?? 0);
  const { holdsOn, unique, proven, independentRows, columns, weak } = identity;
  return {
    ...nameOfNet(identity.net, findings),
    terms: namedTerms(identity.terms, findings),
    ...{ holdsOn, rows: identity.rows, unique, proven, independentRows, columns, weak },
    bareRows: sheetRows(identity.bare),
    failingRows: sheetRows(identity.failing),
    alternatives: identity.alternatives.map((terms) => namedTerms(terms, findings)),
  };
}

function nameOfNet(key: string, { money }: Findings): Pick<Proof, 'net' | 'signedBy'> {
  const directed = money.directed.find((one) => one.key === key);
  const column = directed?.amount ?? [...money.columns, ...money.balances].find((one) => one.key === key);
  return { net: column?.content.profile.name ?? '', signedBy: directed?.direction.profile.name ?? null };
}

function namedTerms(terms: readonly Term[], findings: Findings): ProofTerm[] {
  return terms.map(({ key, sign }) => ({ column: nameOfNet(key, findings).net, sign: sign === 1 ? '+' : '-' }));
}
