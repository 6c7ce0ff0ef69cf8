// What a person must confirm before a proposed mapping is used: facts for the sentences, never answered by a guess.
import type { Findings, InferQuestion, Kind } from './infer-findings.ts';
import { dateFormatsOf, datesUnclear } from './infer-profile.ts';
import { proofOf } from './infer-proof.ts';

export type { InferQuestion } from './infer-findings.ts';

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
