// Nothing here yet: three steps to the first result.
import { useTranslation } from 'react-i18next';
import { useStyles } from './styles.ts';

export function FirstRun() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-labelledby="first-run">
      <h2 id="first-run" className={styles.title}>
        {t('firstRun.title')}
      </h2>
      <ol className={styles.steps}>
        <li>{t('firstRun.step1')}</li>
        <li>{t('firstRun.step2')}</li>
        <li>{t('firstRun.step3')}</li>
      </ol>
    </section>
  );
}
