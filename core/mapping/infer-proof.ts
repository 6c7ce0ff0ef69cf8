// An identity as a person checks it: columns by name, the rows on which it holds, and the rows on which it does not.
import type { Identity, Term } from './find-identity-terms.ts';
import type { Findings, Proof, ProofTerm } from './infer-findings.ts';

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
