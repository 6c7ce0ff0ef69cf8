// Long lists are drawn in parts: thousands of rows would be slow and read by nobody.
import { useState } from 'react';

export interface Shown<T> {
  readonly part: readonly T[];
  /** How many the next click shows; 0 when all are there. */
  readonly next: number;
  readonly showNext: () => void;
}

export function useShown<T>(items: readonly T[], atOnce: number): Shown<T> {
  const [count, setCount] = useState(atOnce);
  return {
    part: items.slice(0, count),
    next: Math.max(0, Math.min(atOnce, items.length - count)),
    showNext: () => setCount(count + atOnce),
  };
}
