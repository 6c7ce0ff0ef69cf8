// A figure of the policy with its unit behind it: an amount in its currency, a share, a number of days.
import { Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { LimitField } from './policy-draft.ts';
import type { DraftProps } from './draft-props.ts';

interface TextInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly value: string;
  /** Why the text is not taken. */
  readonly problem?: string;
  readonly onChange: (value: string) => void;
}

export function TextInput({ label, hint, unit, value, problem, onChange }: TextInputProps) {
  return (
    <Field
      label={label}
      size="small"
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      <Input
        value={value}
        inputMode="decimal"
        autoComplete="off"
        contentAfter={<span>{unit}</span>}
        onChange={(_, changed) => onChange(changed.value)}
      />
    </Field>
  );
}

interface LimitInputProps extends DraftProps {
  readonly field: LimitField;
  readonly hint: string;
}

export function LimitInput({ field, hint, draft, wrong, baseCurrency, change }: LimitInputProps) {
  const { t } = useTranslation('policy');
  return (
    <TextInput
      label={t(`field.${field}`)}
      hint={hint}
      unit={baseCurrency ?? t('eachCurrency')}
      value={draft[field]}
      {...(wrong.includes(field) ? { problem: t('wrongAmount') } : {})}
      onChange={(text) => change({ [field]: text })}
    />
  );
}
