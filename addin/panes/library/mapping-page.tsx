// One mapping of the library: what it is, its draft, a newer built-in version, its history, and its file.
import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryDetail } from '../../../core/mapping-library.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { CompareCard } from './compare-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { ExportCard } from './export-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { EntryFacts } from './library-list.tsx';
import { UpdateCard } from './update-card.tsx';
import { useAsked } from './use-asked.ts';

interface MappingPageProps {
  readonly id: string;
  readonly onBack: () => void;
}

export function MappingPage({ id, onBack }: MappingPageProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const [asked, askAgain] = useAsked(async () => (await session.library()).get(id), id);
  const [changed, setChanged] = useState<LibraryDetail | null>(null);
  const detail = changed ?? (asked.state === 'told' ? asked.value : null);
  /** The library answers every change with the whole mapping; sheets are recognised by it at once. */
  const onChange = async (next: LibraryDetail) => {
    setChanged(next);
    await session.mappingsChanged();
  };
  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {t('library.back')}
        </Button>
      </div>
      {asked.state === 'failed' && (
        <FailureMessage title={t('library.failed')} failure={asked.failure} onRetry={askAgain} />
      )}
      {!detail && asked.state === 'asking' && <Spinner size="tiny" label={t('library.working')} />}
      {detail && <Page detail={detail} onChange={onChange} className={styles.cards} />}
    </>
  );
}

export interface PartOfPage {
  readonly detail: LibraryDetail;
  readonly onChange: (detail: LibraryDetail) => Promise<void>;
}

function Page({ detail, onChange, className }: PartOfPage & { readonly className: string }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const { entry, mapping, draft } = detail;
  const notes = (mapping ?? draft?.mapping)?.notes ?? [];
  return (
    <div className={className}>
      <section className={styles.card} aria-labelledby="entry">
        <h2 id="entry" className={styles.title}>
          {entry.title[language]}
        </h2>
        <div className={styles.quiet}>{entry.id}</div>
        <EntryFacts entry={entry} />
        {notes.length > 0 && (
          <details className={styles.details}>
            <summary>{t('library.notes')}</summary>
            <ul className={styles.steps} lang="en">
              {notes.map((note) => (
                <li key={note} className={styles.hint}>
                  {note}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <DraftCard detail={detail} onChange={onChange} />
      <UpdateCard detail={detail} onChange={onChange} />
      <CompareCard detail={detail} />
      <HistoryCard detail={detail} onChange={onChange} />
      <ExportCard detail={detail} />
    </div>
  );
}
