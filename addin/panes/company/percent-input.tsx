// A tax rate per cent.
import { Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { taxRateIn } from './shop-draft.ts';

interface PercentInputProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function PercentInput({ label, hint, value, onChange }: PercentInputProps) {
  const { t } = useTranslation('company');
  const problem = taxRateIn(value) === undefined ? { validationMessage: t('shop.wrongRate') } : {};
  return (
    <Field label={label} hint={hint} size="small" {...problem}>
      <Input
        value={value}
        inputMode="decimal"
        autoComplete="off"
        contentAfter={<span>%</span>}
        onChange={(_, changed) => onChange(changed.value)}
      />
    </Field>
  );
}
