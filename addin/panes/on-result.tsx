// The user stands on a sheet we wrote: the exports it came from can be reconciled again from here.
import { useTranslation } from 'react-i18next';
import type { RecognisedSheet } from '../choose-sheets.ts';
import { AlongList } from './along-list.tsx';
import { useStyles } from './styles.ts';

export function OnResult({ beside }: { readonly beside: readonly RecognisedSheet[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <section className={styles.card} aria-labelledby="on-result">
        <h2 id="on-result" className={styles.title}>
          {t('onResult.title')}
        </h2>
        <p className={styles.hint}>{t(beside.length > 0 ? 'onResult.hint' : 'onResult.noExports')}</p>
      </section>
      {beside.length > 0 && <AlongList sheets={beside} />}
    </>
  );
}
