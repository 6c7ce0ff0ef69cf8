// What a month's end needs and no platform's file brings: the platforms' invoices, and what deliveries cost.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStyles } from '../styles.ts';

/** What people enter beside the files. */
const ENTRIES = ['invoices', 'costs'] as const;
export type Entries = (typeof ENTRIES)[number];

export function EntriesCard({ onOpen }: { readonly onOpen: (entries: Entries) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  return (
    <section className={styles.card} aria-labelledby="entries">
      <h2 id="entries" className={styles.heading}>
        {t('entries.title')}
      </h2>
      {ENTRIES.map((entries) => (
        <div key={entries}>
          <p className={styles.hint}>{t(`entries.${entries}Hint`)}</p>
          <Button size="small" onClick={() => onOpen(entries)}>
            {t(`entries.${entries}`)}
          </Button>
        </div>
      ))}
    </section>
  );
}
