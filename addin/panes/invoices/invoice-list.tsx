// The platforms' invoices and allowances in the books, newest first: what each is for, its voucher, and the reversal of one that was voided.
import { Button, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { compareText } from '../../../core/compare-text.ts';
import { type Amount, negate, readableAmount } from '../../../core/money.ts';
import { shortShop } from '../../../core/short-shop.ts';
import type { BookedInvoice } from '../../invoices-client.ts';
import { Money } from '../money.tsx';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';

const AT_ONCE = 12;

interface InvoiceListProps {
  readonly invoices: readonly BookedInvoice[];
  readonly onVoid: (invoice: BookedInvoice) => void;
}

export function InvoiceList({ invoices, onVoid }: InvoiceListProps) {
  const styles = useStyles();
  const { t } = useTranslation('invoices');
  // Of one day the one that was booked last stands first.
  const sorted = [...invoices].reverse().sort((left, right) => compareText(right.invoicedOn, left.invoicedOn));
  const { part, next, showNext } = useShown(sorted, AT_ONCE);
  return (
    <div className={styles.inset}>
      <h3 className={styles.heading}>
        {t('booked', { n: invoices.filter(({ voidedBy }) => voidedBy === null).length })}
      </h3>
      {invoices.length === 0 && <p className={styles.hint}>{t('none')}</p>}
      <ul className={styles.list}>
        {part.map((invoice) => (
          <InvoiceItem key={invoice.voucher} invoice={invoice} onVoid={() => onVoid(invoice)} />
        ))}
      </ul>
      {next > 0 && (
        <div>
          <Button size="small" onClick={showNext}>
            {t('more', { n: next })}
          </Button>
        </div>
      )}
    </div>
  );
}

function InvoiceItem({ invoice, onVoid }: { readonly invoice: BookedInvoice; readonly onVoid: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('invoices');
  const { kind, number, shop, invoicedOn, currency, cost, from, voucher, voidedBy } = invoice;
  const isVoided = voidedBy !== null;
  const told = (of: Amount) => (kind === 'invoice' ? of : negate(of));
  const [amount, tax] = [told(invoice.amount), told(invoice.tax)];
  return (
    <li className={styles.line}>
      <div className={styles.between}>
        <span className={mergeClasses(styles.grow, isVoided ? styles.gone : styles.strong)}>{number}</span>
        <Money {...{ amount, currency }} />
      </div>
      <div className={styles.quiet}>
        {[
          ...(kind === 'invoice' ? [] : [t(`kind.${kind}`)]),
          invoicedOn,
          shortShop(shop),
          t('tax', { tax: readableAmount(tax) }),
        ].join(' · ')}
      </div>
      <div className={styles.quiet}>
        {[t(`cost.${cost}`), t(`${kind === 'invoice' ? 'from' : 'backTo'}.${from}`), voucher].join(' · ')}
      </div>
      {isVoided ? (
        <div>{t('voided', { voucher: voidedBy })}</div>
      ) : (
        <div>
          <Button size="small" aria-label={t('voidNamed', { number })} onClick={onVoid}>
            {t('void')}
          </Button>
        </div>
      )}
    </li>
  );
}
