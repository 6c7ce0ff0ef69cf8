// Something asked of the server when a view opens, and again on demand; a newer question makes an older answer worthless.
import { useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '../../failure.ts';

export type Asked<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'told'; readonly value: T };

/** @param about what the question is about: another one is asked anew */
export function useAsked<T>(ask: () => Promise<T>, about: string | null): [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'asking' });
  const [time, setTime] = useState(0);
  const question = useRef(ask);
  question.current = ask;
  useEffect(() => {
    let isNewest = true;
    const settle = (answer: Asked<T>) => {
      if (isNewest) setAsked(answer);
    };
    setAsked({ state: 'asking' });
    question.current().then(
      (value) => settle({ state: 'told', value }),
      (error: unknown) => settle({ state: 'failed', failure: failureOf(error) }),
    );
    return () => {
      isNewest = false;
    };
  }, [about, time]);
  return [asked, () => setTime((count) => count + 1)];
}
