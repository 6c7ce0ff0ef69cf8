// A small select with a name for screen readers: most of the mapping view is made of them.
import { Select } from '@fluentui/react-components';
import { useMappingStyles } from './mapping-styles.ts';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: ChoiceProps<Value>) {
  const own = useMappingStyles();
  return (
    <Select
      className={own.field}
      select={{ className: own.field }}
      size="small"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(_, chosen) => {
        const option = options.find((known) => known.value === chosen.value);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </Select>
  );
}
