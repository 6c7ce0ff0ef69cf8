// An invoice is taken back by a reversal, with the reason; on a day of one's own choice, or on the invoice's own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfText } from '../../../core/business-date.ts';
import type { VoidInvoice } from '../../../core/ledger/fee-invoice-api.ts';
import { readableAmount } from '../../../core/money.ts';
import { shortShop } from '../../../core/short-shop.ts';
import type { BookedInvoice } from '../../invoices-client.ts';
import { PlainText } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';

interface VoidFormProps {
  readonly invoice: BookedInvoice;
  readonly onVoid: (what: VoidInvoice) => Promise<void>;
  readonly onCancel: () => void;
}

export function VoidForm({ invoice, onVoid, onCancel }: VoidFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('invoices');
  const [typed, setTyped] = useState('');
  const { shop, number, amount, currency, voucher } = invoice;
  const on = dayOfText(typed.trim());
  const isWrong = typed.trim() !== '' && on === null;
  return (
    <div role="group" aria-labelledby="void-form" className={policyStyles.group}>
      <h3 id="void-form" className={styles.heading}>
        {t('voiding', { number })}
      </h3>
      <p className={styles.hint}>
        {t('voidHint', { shop: shortShop(shop), amount: readableAmount(amount), currency, voucher })}
      </p>
      <PlainText
        label={t('field.on')}
        value={typed}
        problem={isWrong ? t('problem.wrongDay') : undefined}
        hint={t('onHint')}
        onChange={setTyped}
      />
      <SignedPart
        action={t('confirmVoid')}
        reason=""
        isSound={!isWrong}
        onDo={(signed) => onVoid({ shop, number, ...(on === null ? {} : { on }), ...signed })}
        onCancel={onCancel}
      />
    </div>
  );
}
