// What a person must confirm before a proposed mapping is used: facts for the sentences, never answered by a guess.
import type { OrderStage } from '../order.ts';
import type { ComponentType } from '../payout.ts';
import type { Findings } from './infer-mapping.ts';
import type { Kind } from './infer-kind.ts';
import { type Proof, type ProofTerm, proofOf } from './infer-proof.ts';
import { dateFormatsOf, datesUnclear } from './infer-profile.ts';

/** `proposed` is what the mapping says until somebody answers. */
export type InferQuestion =
  /** What kind of money the column is; also for the words of a column that tells the kind. */
  | { readonly ask: 'componentType'; readonly column: string; readonly word?: string; readonly proposed: ComponentType }
  | { readonly ask: 'stage'; readonly column: string; readonly word: string; readonly proposed: OrderStage }
  | { readonly ask: 'dateOrder'; readonly column: string; readonly formats: readonly string[] }
  | { readonly ask: 'decimalMark'; readonly column: string; readonly proposed: '.' | ',' }
  | { readonly ask: 'currency'; readonly proposed: string }
  | { readonly ask: 'orderNumber'; readonly candidates: readonly string[] }
  | { readonly ask: 'paidOutOn'; readonly candidates: readonly string[] }
  /** Nothing, or more than one thing, explains the net. */
  | { readonly ask: 'identity'; readonly candidates: readonly (Pick<Proof, 'net'> & { terms: readonly ProofTerm[] })[] }
  /** The sum holds, but the rows are too few to rule out another. */
  | { readonly ask: 'fewRows'; readonly independentRows: number; readonly columns: number }
  | { readonly ask: 'failingRows'; readonly rows: readonly number[] }
  /** An amount column outside the sum: shown, never dropped. */
  | { readonly ask: 'unusedAmount'; readonly column: string }
  /** A column of money without money in this file: its sign is taken from its neighbours. */
  | { readonly ask: 'signUnseen'; readonly column: string; readonly proposed: 'as-is' | 'negate' }
  /** The sum holds on the rows with this word only; the others would be left out. */
  | { readonly ask: 'rowsLeftOut'; readonly column: string; readonly keeps: string }
  | { readonly ask: 'kindOfReport'; readonly proposed: Kind };

export function generalQuestions(findings: Findings, kind: Kind): InferQuestion[] {
  return [
    { ask: 'kindOfReport', proposed: kind },
    ...dateQuestions(findings),
    ...decimalQuestions(findings),
    ...(findings.scope
      ? [{ ask: 'rowsLeftOut', column: findings.scope.key, keeps: findings.scope.word } as const]
      : []),
    ...(kind === 'orders' ? [] : identityQuestions(findings)),
  ];
}

function dateQuestions({ contents }: Findings): InferQuestion[] {
  return contents.flatMap(({ content, profile }): InferQuestion[] => {
    const formats = content === 'date' ? dateFormatsOf(profile.column) : [];
    if (!datesUnclear(profile.column, formats)) return [];
    return [{ ask: 'dateOrder', column: profile.name, formats: formats.map(({ format }) => format) }];
  });
}

function decimalQuestions({ money }: Findings): InferQuestion[] {
  return money.columns
    .filter(({ written }) => written.unclear)
    .map(({ content, written }) => ({
      ask: 'decimalMark',
      column: content.profile.name,
      proposed: written.decimal,
    }));
}

function identityQuestions(findings: Findings): InferQuestion[] {
  const { identity, finding } = findings;
  if (identity === null) {
    const open = finding.outcome === 'open' ? finding.candidates : [];
    const candidates = open.map((candidate) => proofOf(candidate, findings)).map(({ net, terms }) => ({ net, terms }));
    return findings.money.columns.length > 1 ? [{ ask: 'identity', candidates }] : [];
  }
  const { failingRows } = proofOf(identity, findings);
  const { proven, independentRows, columns } = identity;
  return [
    ...(proven ? [] : [{ ask: 'fewRows', independentRows, columns } as const]),
    ...(failingRows.length > 0 ? [{ ask: 'failingRows', rows: failingRows } as const] : []),
  ];
}
