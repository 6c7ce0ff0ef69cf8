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

/** Excel's refusals that have a sentence of their own in the locale files. */
const KNOWN_TO_EXCEL = {
  InvalidOperationInCellEditMode: 'excelError.cellEditMode',
  AccessDenied: 'excelError.protected',
  ItemNotFound: 'excelError.sheetGone',
} as const;

/** A sentence of the locale files that may name Excel's own message. */
export interface FailureWords {
  readonly key: (typeof KNOWN_TO_EXCEL)[keyof typeof KNOWN_TO_EXCEL] | 'excelError.other' | 'fault';
  readonly message: string;
}

/** The server's sentence as it stands, or which sentence of the locale files to say. */
export function wordsOf(failure: Failure, language: Language): string | FailureWords {
  if (failure.from === 'server') return failure.problem.sentence[language];
  const { message } = failure;
  if (failure.from === 'clearsheet') return { key: 'fault', message };
  const known = Object.entries(KNOWN_TO_EXCEL).find(([code]) => code === failure.code);
  return { key: known ? known[1] : 'excelError.other', message };
}
