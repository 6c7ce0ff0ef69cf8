// The currency of the report: three letters, or where the file itself says it.
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { useMappingStyles } from './mapping-styles.ts';

interface CurrencyFieldProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const CODE = /^[A-Z]{3}$/;

export function CurrencyField({ mapping, onChange }: CurrencyFieldProps) {
  const { t } = useTranslation('mapping');
  const own = useMappingStyles();
  const { currency } = mapping;
  const [typed, setTyped] = useState(typeof currency === 'string' ? currency : '');
  if (typeof currency !== 'string') {
    const where =
      'column' in currency ? t('layout.currencyFromColumn', { column: currency.column }) : t('layout.currencyFromText');
    return (
      <Field label={t('layout.currency')} size="small">
        <Input className={own.field} value={where} readOnly />
      </Field>
    );
  }
  const isWrong = !CODE.test(typed);
  return (
    <Field
      label={t('layout.currency')}
      size="small"
      validationState={isWrong ? 'error' : 'none'}
      {...(isWrong ? { validationMessage: t('layout.currencyWrong') } : {})}
    >
      <Input
        className={own.field}
        value={typed}
        autoComplete="off"
        onChange={(_, { value }) => {
          const code = value.trim().toUpperCase();
          setTyped(code);
          if (CODE.test(code)) onChange({ ...mapping, currency: code });
        }}
      />
    </Field>
  );
}
