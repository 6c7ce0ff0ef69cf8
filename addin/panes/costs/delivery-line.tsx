// One delivery in two lines: what it cost in all, and of one piece, so that a cost of one piece in place of the whole is seen.
import { useTranslation } from 'react-i18next';
import { decimalsOf, fraction, readableAmount, round, unrounded } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { Money } from '../money.tsx';
import { useStyles } from '../styles.ts';

export function DeliveryLine({ delivery }: { readonly delivery: ItemCost }) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const { sku, receivedOn, reference, quantity, cost: amount, currency } = delivery;
  return (
    <>
      <div className={styles.between}>
        <span className={styles.grow}>{sku}</span>
        <Money {...{ amount, currency }} />
      </div>
      <div className={styles.quiet}>
        {[
          receivedOn,
          ...(reference === '' ? [] : [reference]),
          t('pieces', { n: quantity, each: eachOf(delivery) }),
        ].join(' · ')}
      </div>
    </>
  );
}

/** Of one piece, with two decimals more than the currency has: an average is for reading. */
function eachOf({ quantity, cost, currency }: ItemCost): string {
  if (quantity === 0) return '—';
  return readableAmount(round(fraction(unrounded(cost), 1, quantity), 'halfUp', Math.min(4, decimalsOf(currency) + 2)));
}
