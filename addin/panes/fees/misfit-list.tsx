// The orders on which a contract and the platform disagree, with both figures.
import { useTranslation } from 'react-i18next';
import type { FeeMisfit } from '../../../core/fees/propose-fees.ts';
import { readableAmount } from '../../../core/money.ts';
import { partsOfOrderKey } from '../../../core/reconcile/account.ts';
import { useStyles } from '../styles.ts';

/** A pane is no worksheet: the first ones show the kind. */
const SHOWN = 20;

export function MisfitList({ misfits }: { readonly misfits: readonly FeeMisfit[] }) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  if (misfits.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{t('misfits', { n: misfits.length })}</summary>
      <ul className={styles.list}>
        {misfits.slice(0, SHOWN).map(({ orderKey, charged, contract }) => (
          <li key={orderKey} className={styles.between}>
            <span className={styles.grow}>{partsOfOrderKey(orderKey).orderNumber}</span>
            <span className={styles.figure}>
              {t('misfit', { charged: readableAmount(charged), contract: readableAmount(contract) })}
            </span>
          </li>
        ))}
      </ul>
      {misfits.length > SHOWN && <p className={styles.hint}>{t('more', { n: misfits.length - SHOWN })}</p>}
    </details>
  );
}
