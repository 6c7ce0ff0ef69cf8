// A closed month is opened again, with the reason, or marked as filed, which somebody must say they know to be final.
import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { ShortField } from '../mapping/short-field.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import type { MonthAction } from './month-list.tsx';

const WORDS = {
  reopen: { title: 'reopening', confirm: 'confirmReopen', done: 'reopened', failed: 'reopenFailed', note: 'reason' },
  file: { title: 'filing', confirm: 'confirmFile', done: 'filed', failed: 'fileFailed', note: 'note' },
} as const;

interface ChangeFormProps {
  readonly month: string;
  readonly action: Exclude<MonthAction, 'close'>;
  /** Months after it that are not open. */
  readonly closedAfter: readonly string[];
  /** @param said what was done */
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function ChangeForm({ month, action, closedAfter, onDone, onCancel }: ChangeFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const session = useSession();
  const { settings } = useSessionState();
  const [author, setAuthor] = useState(settings.author);
  const [note, setNote] = useState('');
  const [isSure, setSure] = useState(false);
  const [answer, attempt, isBusy] = useAttempt();
  const words = WORDS[action];
  const isFiling = action === 'file';
  const isReady = author.trim() !== '' && (isFiling ? isSure : note.trim() !== '');
  const change = async () => {
    session.rememberAuthor(author);
    const client = await session.months();
    await client[action](month, { author, note });
    onDone(t(words.done, { month }));
    return '';
  };
  return (
    <section className={styles.card} aria-labelledby="month-change">
      <h2 id="month-change" className={styles.title}>
        {t(words.title, { month })}
      </h2>
      {isFiling ? <Notice tone="warning">{t('fileHint')}</Notice> : <p className={styles.hint}>{t('reopenHint')}</p>}
      {!isFiling && closedAfter.length > 0 && (
        <Notice tone="warning">{t('closedAfter', { months: closedAfter.join(', ') })}</Notice>
      )}
      <ShortField label={t('author')} value={author} required onChange={setAuthor} />
      <ShortField label={t(words.note)} value={note} required={!isFiling} onChange={setNote} />
      {isFiling && (
        <Checkbox
          label={{ children: t('sure'), className: styles.small }}
          checked={isSure}
          onChange={(_, { checked }) => setSure(checked === true)}
        />
      )}
      <div className={styles.wrap}>
        <Button size="small" appearance="primary" disabled={isBusy || !isReady} onClick={() => void attempt(change)}>
          {t(words.confirm)}
        </Button>
        <Button size="small" disabled={isBusy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t(words.failed)} />
    </section>
  );
}
