// How long work is followed and stopped: every step that takes time reports here and looks at the signal between blocks.

/** The steps of one click, in order. */
export const STEPS = ['reading', 'checking', 'sending', 'reconciling', 'writing'] as const;
type Step = (typeof STEPS)[number];

export interface Progress {
  readonly step: Step;
  /** Rows done of rows to do; 0 of 0 while the total is not known. */
  readonly done: number;
  readonly total: number;
  /** Worksheet concerned, where there is one. */
  readonly sheet?: string;
}

export interface Watch {
  /** @throws its reason (an AbortError) from the step that notices it. */
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

/** True for the error a cancelled step throws: the user's wish, not a fault. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
