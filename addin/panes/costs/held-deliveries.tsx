// The deliveries that stand, by item, each with the way to correct it.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { compareText } from '../../../core/compare-text.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';
import { DeliveryLine } from './delivery-line.tsx';

const AT_ONCE = 12;

interface HeldProps {
  readonly held: readonly ItemCost[];
  readonly onCorrect: (delivery: ItemCost) => void;
}

export function HeldDeliveries({ held, onCorrect }: HeldProps) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const sorted = [...held].sort((left, right) => compareText(right.receivedOn, left.receivedOn));
  const { part, next, showNext } = useShown(sorted, AT_ONCE);
  if (held.length === 0) return <p className={styles.hint}>{t('none')}</p>;
  const items = new Set(held.map(({ sku }) => sku)).size;
  return (
    <details className={styles.details}>
      <summary>{t('held', { n: held.length, items })}</summary>
      <ul className={styles.list}>
        {part.map((one) => (
          <li key={JSON.stringify([one.sku, one.receivedOn, one.reference])} className={styles.line}>
            <DeliveryLine delivery={one} />
            <Button
              size="small"
              aria-label={t('correctNamed', { sku: one.sku, day: one.receivedOn, reference: one.reference })}
              onClick={() => onCorrect(one)}
            >
              {t('correct')}
            </Button>
          </li>
        ))}
      </ul>
      {next > 0 && (
        <Button size="small" onClick={showNext}>
          {t('more', { n: next })}
        </Button>
      )}
    </details>
  );
}
