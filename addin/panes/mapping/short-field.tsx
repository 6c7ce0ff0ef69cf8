// One line of text with its label.
import { Field, Input } from '@fluentui/react-components';

interface ShortFieldProps {
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

export function ShortField({ label, value, required = false, onChange }: ShortFieldProps) {
  return (
    <Field label={label} size="small" required={required}>
      <Input value={value} autoComplete="off" onChange={(_, changed) => onChange(changed.value)} />
    </Field>
  );
}
