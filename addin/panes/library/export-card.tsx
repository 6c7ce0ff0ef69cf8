// A mapping's file to take along. Office's web views do not all save downloads, so the text is shown and copied.
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import type { PartOfPage } from './mapping-page.tsx';

export function ExportCard({ detail: { entry } }: Pick<PartOfPage, 'detail'>) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const [text, setText] = useState<string | null>(null);
  const [answer, attempt, isBusy] = useAttempt();
  const { effective } = entry;
  if (!effective) return null;
  const show = async () => {
    setText(await (await session.library()).exportText(entry.id, effective));
    return '';
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text ?? '');
      return t('library.copied');
    } catch {
      return t('library.copyFailed'); // Excel on the web may forbid it; the text stands below
    }
  };
  return (
    <section className={styles.card} aria-label={t('library.export')}>
      <div className={styles.wrap}>
        <Button size="small" disabled={isBusy} onClick={() => void attempt(show)}>
          {t('library.export')}
        </Button>
        {text !== null && (
          <Button size="small" onClick={() => void attempt(copy)}>
            {t('library.copy')}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{t('library.exportHint')}</p>
      {text !== null && (
        <Field label={`${entry.id}.json`} size="small">
          <Textarea rows={8} value={text} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
        </Field>
      )}
      <AnswerNotice answer={answer} failed={t('library.failed')} />
    </section>
  );
}
