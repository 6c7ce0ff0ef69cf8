// Something asked of the server when a view opens, and again on demand; a newer question makes an older answer worthless.
import { useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from '../../failure.ts';

export type Asked<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'told'; readonly value: T };

/**
 * Asked again about the same, the last answer stands until the new one is there: a list is not torn off the screen to be
 * drawn anew a moment later.
 * @param about what the question is about: another one is asked anew
 */
export function useAsked<T>(ask: () => Promise<T>, about: string | null): [Asked<T>, () => void] {
  const [last, setLast] = useState<{ readonly about: string | null; readonly asked: Asked<T> }>(asking(about));
  const [time, setTime] = useState(0);
  const question = useRef(ask);
  question.current = ask;
  useEffect(() => {
    let isNewest = true;
    const settle = (asked: Asked<T>) => {
      if (isNewest) setLast({ about, asked });
    };
    setLast((before) => (before.asked.state === 'told' && before.about === about ? before : asking(about)));
    question.current().then(
      (value) => settle({ state: 'told', value }),
      (error: unknown) => settle({ state: 'failed', failure: failureOf(error) }),
    );
    return () => {
      isNewest = false;
    };
  }, [about, time]);
  // What was told about something else is not drawn even once: the focus might go to a control that is gone at once.
  return [last.about === about ? last.asked : ASKING, () => setTime((count) => count + 1)];
}

const ASKING = { state: 'asking' } as const;

const asking = (about: string | null) => ({ about, asked: ASKING });
