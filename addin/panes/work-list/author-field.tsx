// Who decides: there are no accounts, people say their name, and it is remembered on this machine.
import { Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

interface AuthorFieldProps {
  readonly value: string;
  readonly onChange: (author: string) => void;
}

export function AuthorField({ value, onChange }: AuthorFieldProps) {
  const { t } = useTranslation('work');
  return (
    <Field label={t('form.author')} size="small" required>
      <Input value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
