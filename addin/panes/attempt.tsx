// Something asked of the server by a button, and what came of it, said below the button.
import { type ReactNode, useState } from 'react';
import { type Failure, failureOf } from '../failure.ts';
import { FailureMessage } from './failure-message.tsx';
import { Notice } from './notice.tsx';

type Answer = { readonly said: string } | { readonly failure: Failure } | null;

/** Does the work and keeps what it says, or why it failed. The third part: whether it is under way. */
export function useAttempt(): [Answer, (work: () => Promise<string>) => Promise<void>, boolean] {
  const [answer, setAnswer] = useState<Answer>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<string>) => {
    setAnswer(null);
    setBusy(true);
    try {
      setAnswer({ said: await work() });
    } catch (error) {
      setAnswer({ failure: failureOf(error) });
    }
    setBusy(false);
  };
  return [answer, attempt, isBusy];
}

export function AnswerNotice({ answer, failed }: { readonly answer: Answer; readonly failed: string }): ReactNode {
  if (!answer) return null;
  if ('said' in answer) return answer.said === '' ? null : <Notice tone="good">{answer.said}</Notice>;
  return <FailureMessage title={failed} failure={answer.failure} />;
}
