// A failed step as the user hears of it: a sentence that says what happened and what to do next.
import type { Language } from '../core/language.ts';
import { ApiProblem } from './api-problem.ts';

/** What went wrong, kept as facts so that the sentence follows the language. */
export type Failure =
  | { readonly from: 'server'; readonly problem: ApiProblem }
  /** Excel refused a call; the code is Excel's own. */
  | { readonly from: 'excel'; readonly code: string; readonly message: string }
  /** A fault of ours. */
  | { readonly from: 'clearsheet'; readonly message: string };

export function failureOf(error: unknown): Failure {
  if (error instanceof ApiProblem) return { from: 'server', problem: error };
  if (error instanceof OfficeExtension.Error) return { from: 'excel', code: error.code, message: error.message };
  return { from: 'clearsheet', message: error instanceof Error ? error.message : String(error) };
}

/** Excel's refusals that have a sentence of their own in the locale files, under `excelError`. */
const KNOWN_TO_EXCEL = {
  InvalidOperationInCellEditMode: 'excelError.cellEditMode',
  AccessDenied: 'excelError.protected',
  ItemNotFound: 'excelError.sheetGone',
} as const;

/** The translator of the locale files, as far as it is needed here. */
type Translate = (key: FailureKey, facts: Record<string, string>) => string;
type FailureKey = (typeof KNOWN_TO_EXCEL)[keyof typeof KNOWN_TO_EXCEL] | 'excelError.other' | 'fault';

export function explainFailure(failure: Failure, language: Language, translate: Translate): string {
  if (failure.from === 'server') return failure.problem.sentence[language];
  if (failure.from === 'clearsheet') return translate('fault', { message: failure.message });
  const known = Object.entries(KNOWN_TO_EXCEL).find(([code]) => code === failure.code);
  return translate(known ? known[1] : 'excelError.other', { message: failure.message });
}
