// The answer when files are refused, as data.
import type { Language } from '../../core/language.ts';
import { explainRefusal, type Refusal } from '../../core/problem.ts';

/** The answer when files are refused: nothing was stored. */
export function presentRefusals(refusals: readonly Refusal[], language: Language): object {
  return {
    refused: refusals.map((refusal) => ({
      ...{ file: refusal.file, sheet: refusal.sheet, code: refusal.code },
      ...{ nearest: refusal.nearest?.id ?? null, row: refusal.row, columns: refusal.columns },
      ...(refusal.questions ? { questions: refusal.questions } : {}),
      ...(refusal.values ? { values: refusal.values } : {}),
      message: explainRefusal(refusal, language),
    })),
  };
}
