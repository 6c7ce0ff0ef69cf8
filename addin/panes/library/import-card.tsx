// A mapping from a file of another team or of a git repository: its JSON is pasted, because Office has no file dialog everywhere.
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { SignedFields, useSigned } from '../mapping/signed-fields.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';

export function ImportCard({ onImported }: { readonly onImported: (id: string) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const signed = useSigned();
  const [text, setText] = useState('');
  const [answer, attempt, isBusy] = useAttempt();
  const save = async () => {
    session.rememberAuthor(signed.value.author);
    const { entry } = await (await session.library()).importText(text, signed.value);
    onImported(entry.id);
    return '';
  };
  return (
    <section className={styles.card} aria-label={t('library.import')}>
      <details className={styles.details}>
        <summary>{t('library.import')}</summary>
        <p className={styles.hint}>{t('library.importHint')}</p>
        <Field label={t('library.importText')} size="small">
          <Textarea rows={6} value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <SignedFields signed={signed} />
        <Button disabled={isBusy || text.trim() === '' || !signed.isComplete} onClick={() => void attempt(save)}>
          {t('library.importSave')}
        </Button>
        <AnswerNotice answer={answer} failed={t('save.failed')} />
      </details>
    </section>
  );
}
