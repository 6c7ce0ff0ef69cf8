// The tax within a shop's fees: for all of them, and for single kinds that are treated otherwise.
import { useTranslation } from 'react-i18next';
import type { FeeVat } from '../../../core/company.ts';
import { componentLabel } from '../../../core/payout-words.ts';
import { PlainChoice } from '../fees/plain-fields.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { useCompanyStyles } from './company-styles.ts';
import { PercentInput } from './percent-input.tsx';
import { FEE_KINDS, type ShopFieldsProps, withFeeVat } from './shop-draft.ts';

const WAYS = ['gross', 'split', 'prepaid'] as const satisfies readonly FeeVat[];

export function FeeVatFields({ draft, change }: ShopFieldsProps) {
  const { t } = useTranslation('company');
  return (
    <>
      <PlainChoice<FeeVat>
        label={t('shop.field.feeVat')}
        hint={t('shop.feeVatHint')}
        value={draft.feeVat}
        options={WAYS.map((value) => ({ value, text: t(`shop.feeVat.${value}`) }))}
        onChange={(feeVat) => change({ feeVat })}
      />
      <ByKind draft={draft} change={change} />
      <PercentInput
        label={t('shop.field.feeTax')}
        hint={t('shop.feeTaxHint')}
        value={draft.feeTax}
        onChange={(feeTax) => change({ feeTax })}
      />
    </>
  );
}

function ByKind({ draft, change }: ShopFieldsProps) {
  const styles = useStyles();
  const own = useCompanyStyles();
  const { t } = useTranslation('company');
  const { language } = useSessionState();
  const { feeVatByType } = draft;
  const options = [
    { value: 'asAll' as const, text: t('shop.asAll') },
    ...WAYS.map((value) => ({ value, text: t(`shop.feeVat.${value}`) })),
  ];
  return (
    <details className={styles.details}>
      <summary>{t('shop.byType', { n: Object.keys(feeVatByType).length })}</summary>
      <div className={own.accounts}>
        {FEE_KINDS.map((type) => (
          <PlainChoice<FeeVat | 'asAll'>
            key={type}
            label={componentLabel(type, language)}
            value={feeVatByType[type] ?? 'asAll'}
            options={options}
            onChange={(vat) => change({ feeVatByType: withFeeVat(feeVatByType, type, vat === 'asAll' ? null : vat) })}
          />
        ))}
      </div>
    </details>
  );
}
