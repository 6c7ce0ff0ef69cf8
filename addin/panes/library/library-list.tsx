// The list of mappings: what each reads, whose version it is, how often it was used and when it last read a file well.
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryEntry } from '../../../core/mapping-library.ts';
import type { Tone } from '../../../core/worksheets/result-sheet.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { ImportCard } from './import-card.tsx';

interface LibraryListProps {
  readonly entries: readonly LibraryEntry[];
  readonly onChoose: (id: string) => void;
}

export function LibraryList({ entries, onChoose }: LibraryListProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = entries
    .filter(({ id, title, platform }) => `${id} ${platform} ${title[language]}`.toLowerCase().includes(wanted))
    .sort(mostUsedFirst);
  return (
    <>
      <section className={styles.card} aria-labelledby="library">
        <h2 id="library" className={styles.title}>
          {t('library.title')}
        </h2>
        <p className={styles.hint}>{t('library.hint')}</p>
        <Field label={t('library.search')} size="small">
          <Input type="search" value={search} onChange={(_, { value }) => setSearch(value)} />
        </Field>
        <p className={styles.hint} role="status">
          {found.length === 0 ? t('library.none') : t('library.count', { n: found.length })}
        </p>
        <ul className={styles.list}>
          {found.map((entry) => (
            <li key={entry.id} className={styles.line}>
              <EntryButton entry={entry} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </section>
      <ImportCard onImported={onChoose} />
    </>
  );
}

/** What the team changed or uses stands above what only came with the product. */
function mostUsedFirst(left: LibraryEntry, right: LibraryEntry): number {
  const rank = ({ draft, effective }: LibraryEntry) => (draft ? 2 : effective?.origin === 'team' ? 1 : 0);
  return rank(right) - rank(left) || right.uses - left.uses;
}

function EntryButton({ entry, onChoose }: { readonly entry: LibraryEntry } & Pick<LibraryListProps, 'onChoose'>) {
  const styles = useStyles();
  const { language } = useSessionState();
  return (
    <button type="button" className={styles.plainButton} onClick={() => onChoose(entry.id)}>
      <ToneIcon tone={toneOf(entry)} />
      <span className={styles.grow}>
        <span className={styles.strong}>{entry.title[language]}</span>
        <br />
        <EntryFacts entry={entry} />
      </span>
    </button>
  );
}

/** Nothing to be said against a mapping nobody uses. */
function toneOf({ verified, confirmed, uses }: LibraryEntry): Tone {
  if (verified || confirmed) return 'good';
  return uses > 0 ? 'warning' : 'calm';
}

export function EntryFacts({ entry }: { readonly entry: LibraryEntry }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { t: common } = useTranslation();
  const { effective, verified, confirmed, draft, update, uses, lastReadWellAt } = entry;
  const facts = [
    entry.platform,
    effective ? `${t(ORIGINS[effective.origin])} ${t('library.version', { n: effective.version })}` : null,
    verified ? common('sheet.verified') : t(confirmed ? 'library.confirmed' : 'library.unconfirmed'),
    draft ? t('library.drafted') : null,
    update === null ? null : t('library.updates'),
    uses > 0 ? t('library.uses', { n: uses }) : null,
    lastReadWellAt ? t('library.lastRead', { day: dayOf(lastReadWellAt) }) : null,
  ];
  return <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}

export const ORIGINS = { 'built-in': 'library.builtIn', team: 'library.team' } as const;

/** The calendar day of an instant, as the server wrote it. */
export const dayOf = (instant: string): string => instant.slice(0, 10);
