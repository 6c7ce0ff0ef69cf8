// On the result tab: the way to the month-end report, with or without a run.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStyles } from '../styles.ts';
import { WithWords } from '../with-words.tsx';

export function ReportCard({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <WithWords part="report">
      <Card onOpen={onOpen} />
    </WithWords>
  );
}

function Card({ onOpen }: { readonly onOpen: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('report');
  return (
    <section className={styles.card} aria-labelledby="report-card">
      <h2 id="report-card" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('cardHint')}</p>
      <div>
        <Button size="small" onClick={onOpen}>
          {t('open')}
        </Button>
      </div>
    </section>
  );
}
