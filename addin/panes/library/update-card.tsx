// A newer built-in version: what it would change in the team's, taken over into a draft and never by itself.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { DifferenceList } from './difference-list.tsx';
import type { PartOfPage } from './mapping-page.tsx';

export function UpdateCard({ detail, onChange }: PartOfPage) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { settings, language } = useSessionState();
  const [answer, attempt, isBusy] = useAttempt();
  const { entry, update, draft } = detail;
  if (!update) return null;
  const merge = async () => {
    const note = t('library.updateNote', { n: update.builtIn });
    const signed = { author: settings.author || t('library.somebody'), note };
    await onChange(await (await session.library()).merge(entry.id, signed, draft?.revision));
    return '';
  };
  return (
    <section className={styles.card} aria-labelledby="update">
      <h3 id="update" className={styles.heading}>
        {t('library.updateTitle', { n: update.builtIn })}
      </h3>
      <p className={styles.hint}>{t('library.updateHint')}</p>
      <DifferenceList differences={[...update.differences, ...update.conflicts]} />
      {update.faults.map((fault) => (
        <Notice key={fault.en} tone="warning">
          {t('library.updateFault', { fault: fault[language] })}
        </Notice>
      ))}
      <div>
        <Button disabled={isBusy || update.faults.length > 0} onClick={() => void attempt(merge)}>
          {t('library.updateTake')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('save.failed')} />
    </section>
  );
}
