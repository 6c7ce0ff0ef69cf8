// The plain fields of a contract: rate, fixed part, limits, rounding, days, refunds. The rest of a contract stays as it is.
import { useTranslation } from 'react-i18next';
import { ROUNDING_MODES } from '../../../core/money.ts';
import { type ContractDraft, type DraftField, wrongFields } from './contract-draft.ts';
import { PlainChoice, PlainText } from './plain-fields.tsx';

interface ContractFieldsProps {
  readonly draft: ContractDraft;
  readonly fields: readonly DraftField[];
  readonly onChange: (draft: ContractDraft) => void;
}

const DECIMALS = ['0', '1', '2', '3', '4'] as const;
const REFUNDS = ['none', 'proportional', 'full'] as const;

export function ContractFields({ draft, fields, onChange }: ContractFieldsProps) {
  const { t } = useTranslation('fees');
  const wrong = wrongFields(draft);
  const text = (field: 'rate' | 'fixed' | 'min' | 'max' | 'validFrom' | 'validTo') => {
    const isDay = field === 'validFrom' || field === 'validTo';
    return (
      fields.includes(field) && (
        <PlainText
          label={t(`field.${field}`)}
          value={draft[field]}
          problem={wrong.includes(field) ? t(isDay ? 'wrongDay' : 'wrongNumber') : undefined}
          onChange={(value) => onChange({ ...draft, [field]: value })}
        />
      )
    );
  };
  const refunds = draft.refund === 'keep' ? (['keep', ...REFUNDS] as const) : REFUNDS;
  return (
    <>
      {text('rate')}
      {text('fixed')}
      {text('min')}
      {text('max')}
      {fields.includes('mode') && (
        <PlainChoice
          label={t('field.mode')}
          value={draft.mode}
          options={ROUNDING_MODES.map((value) => ({ value, text: t(`mode.${value}`) }))}
          onChange={(mode) => onChange({ ...draft, mode })}
        />
      )}
      {fields.includes('decimals') && (
        <PlainChoice
          label={t('field.decimals')}
          value={draft.decimals}
          options={DECIMALS.map((value) => ({ value, text: value }))}
          onChange={(decimals) => onChange({ ...draft, decimals })}
        />
      )}
      {text('validFrom')}
      {text('validTo')}
      <PlainChoice
        label={t('field.refund')}
        value={draft.refund}
        options={refunds.map((value) => ({ value, text: t(`refund.${value}`) }))}
        onChange={(refund) => onChange({ ...draft, refund })}
      />
    </>
  );
}
