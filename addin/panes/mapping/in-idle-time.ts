// Long work in steps, each when the browser has nothing else to do. Safari and its web view have no idle callbacks.
const SHOWN_EVERY = 5;

/** @returns stops the work */
export function inIdleTime<T>(steps: Iterator<T>, show: (value: T) => void): () => void {
  let isStopped = false;
  let count = 0;
  let last: T | null = null;
  const step = () => {
    if (isStopped) return;
    const { done, value } = steps.next() as IteratorResult<T, undefined>;
    if (done) {
      if (last !== null) show(last);
      return;
    }
    last = value;
    count += 1;
    if (count % SHOWN_EVERY === 0) {
      show(value);
      last = null;
    }
    whenIdle(step);
  };
  whenIdle(step);
  return () => {
    isStopped = true;
  };
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work);
}
