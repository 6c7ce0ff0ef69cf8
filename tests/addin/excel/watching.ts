// A watch for tests: keeps what is reported, and may cancel at a chosen report.
import type { Progress, Watch } from '../../../addin/watch.ts';

export interface Watching extends Watch {
  readonly reports: Progress[];
}

/** @param cancelWhen cancels at the first report for which it holds */
export function watching(cancelWhen: (progress: Progress) => boolean = () => false): Watching {
  const controller = new AbortController();
  const reports: Progress[] = [];
  return {
    signal: controller.signal,
    reports,
    report: (progress) => {
      reports.push(progress);
      if (cancelWhen(progress)) controller.abort();
    },
  };
}
