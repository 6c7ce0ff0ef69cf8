// Fees that payouts took and whose invoice has not come (暫付款), by shop; below zero more was invoiced than was taken.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FeeInvoices } from '../../../core/ledger/fee-invoice-api.ts';
import { shortShop } from '../../../core/short-shop.ts';
import { Money } from '../money.tsx';
import { useStyles } from '../styles.ts';

export function PrepaidFees({ prepaid }: Pick<FeeInvoices, 'prepaid'>) {
  const styles = useStyles();
  const { t } = useTranslation('invoices');
  return (
    <div className={styles.inset}>
      <h3 className={styles.heading}>{t('prepaid')}</h3>
      {prepaid.length === 0 && <p className={styles.hint}>{t('nonePrepaid')}</p>}
      <ul className={styles.list}>
        {prepaid.map(({ shop, currency, amount }) => (
          <li key={`${shop} ${currency}`} className={styles.line}>
            <div className={mergeClasses(styles.between)}>
              <span className={styles.grow}>{shortShop(shop)}</span>
              <Money {...{ amount, currency }} />
            </div>
            {amount < 0 && <div className={styles.quiet}>{t('tooMuch')}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
