// The answer when files are refused, as lines and as data. Columns that seem renamed stand beside their new names.
import type { Language } from '../../core/language.ts';
import { explainRefusal } from '../../core/problem.ts';
import { driftJson, driftLines } from './present-drift.ts';
import { answerHints } from './read-answers.ts';
import type { RefusedFile } from './read-sheets.ts';

export function refusalLines({ refusal, drift }: RefusedFile, language: Language): string[] {
  return [
    `${refusal.file}: ${explainRefusal(refusal, language)}`,
    ...answerHints(refusal),
    ...(drift ? driftLines(drift, language).map((line) => `  ${line}`) : []),
  ];
}

/** The answer when files are refused: nothing was stored. */
export function presentRefusals(refused: readonly RefusedFile[], language: Language): object {
  return {
    refused: refused.map(({ refusal, drift }) => ({
      ...{ file: refusal.file, sheet: refusal.sheet, code: refusal.code },
      ...{ nearest: refusal.nearest?.id ?? null, row: refusal.row, columns: refusal.columns },
      ...(refusal.questions ? { questions: refusal.questions } : {}),
      ...(refusal.values ? { values: refusal.values } : {}),
      message: explainRefusal(refusal, language),
      drift: drift && driftJson(drift, language),
    })),
  };
}
