// An account of the company's own: code and name, with the chart's in grey while they are empty.
import { Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../core/company.ts';
import { useStyles } from '../styles.ts';
import { lackOf } from './company-draft.ts';
import { useCompanyStyles } from './company-styles.ts';

interface AccountInputsProps {
  readonly label: string;
  readonly value: Account;
  /** What holds while both are empty. */
  readonly preset: Account;
  readonly hint?: string;
  /** The preset is a proposal that nobody has confirmed. */
  readonly isProposed: boolean;
  readonly onChange: (account: Account) => void;
}

/** As long as the server takes them. */
const LONGEST = { code: 50, name: 200 } as const;

export function AccountInputs({ label, value, preset, hint, isProposed, onChange }: AccountInputsProps) {
  const styles = useStyles();
  const own = useCompanyStyles();
  const { t } = useTranslation('company');
  const lack = lackOf(value);
  const input = (part: 'code' | 'name', name: string) => (
    <Field
      size="small"
      className={own[part]}
      {...(lack === part ? { validationMessage: t(part === 'code' ? 'wrongCode' : 'wrongName') } : {})}
    >
      <Input
        className={own.input}
        aria-label={name}
        placeholder={preset[part]}
        value={value[part]}
        autoComplete="off"
        maxLength={LONGEST[part]}
        onChange={(_, changed) => onChange({ ...value, [part]: changed.value })}
      />
    </Field>
  );
  return (
    <div role="group" aria-label={label} className={own.account}>
      <div className={styles.wrap}>
        <span>{label}</span>
        {isProposed && value.code === '' && <span className={own.check}>{t('checkFirst')}</span>}
      </div>
      <div className={own.pair}>
        {input('code', t('codeOf', { account: label }))}
        {input('name', t('nameOf', { account: label }))}
      </div>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
