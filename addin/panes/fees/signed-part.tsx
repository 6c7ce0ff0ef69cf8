// Who sets something for the team and why, with the button that does it and what came of it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signed } from '../../library-client.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { ShortField } from '../mapping/short-field.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';

interface SignedPartProps {
  readonly action: string;
  /** What the note says until somebody writes another; null where none is kept. */
  readonly reason: string | null;
  readonly isSound: boolean;
  readonly onDo: (signed: Signed) => Promise<void>;
  readonly onCancel: () => void;
}

export function SignedPart({ action, reason, isSound, onDo, onCancel }: SignedPartProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const session = useSession();
  const { settings } = useSessionState();
  const [author, setAuthor] = useState(settings.author);
  const [note, setNote] = useState(reason ?? '');
  const [answer, attempt, isBusy] = useAttempt();
  const isReady = isSound && author.trim() !== '' && (reason === null || note.trim() !== '');
  const work = async () => {
    session.rememberAuthor(author);
    await onDo({ author, note });
    return '';
  };
  return (
    <>
      <ShortField label={t('author')} value={author} required onChange={setAuthor} />
      {reason !== null && <ShortField label={t('note')} value={note} required onChange={setNote} />}
      <div className={styles.wrap}>
        <Button appearance="primary" size="small" disabled={isBusy || !isReady} onClick={() => void attempt(work)}>
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('saveFailed')} />
    </>
  );
}
