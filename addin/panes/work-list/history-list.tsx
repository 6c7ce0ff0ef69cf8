// Who did what about an item, newest first.
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../../core/work-list.ts';
import { stepText } from '../../../core/work-words.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

export function HistoryList({ item }: { readonly item: WorkItem }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  return (
    <section className={styles.card} aria-labelledby="work-history">
      <h3 id="work-history" className={styles.heading}>
        {t('history')}
      </h3>
      {item.history.length === 0 && <p className={styles.hint}>{t('noHistory')}</p>}
      <ol className={styles.list}>
        {item.history.map((event) => (
          <li key={event.seq} className={styles.line}>
            <div>{stepText(event, language)}</div>
            {event.note !== '' && <div className={styles.grow}>{event.note}</div>}
            <div className={styles.quiet}>{`${event.author} · ${event.at.slice(0, 10)}`}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
