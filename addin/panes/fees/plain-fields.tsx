// The fields of contracts and calendars: a text that may be wrong, and a choice of a few.
import { Field, Input, Select } from '@fluentui/react-components';

interface TextProps {
  readonly label: string;
  readonly value: string;
  /** Why the text is not taken; undefined where it is. */
  readonly problem?: string | undefined;
  readonly hint?: string;
  readonly longest?: number;
  readonly onChange: (value: string) => void;
}

export function PlainText({ label, value, problem, hint, longest, onChange }: TextProps) {
  return (
    <Field
      label={label}
      size="small"
      {...(hint === undefined ? {} : { hint })}
      validationState={problem === undefined ? 'none' : 'error'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        value={value}
        autoComplete="off"
        {...(longest === undefined ? {} : { maxLength: longest })}
        onChange={(_, changed) => onChange(changed.value)}
      />
    </Field>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  /** Why the choice is not taken; undefined where it is. */
  readonly problem?: string | undefined;
  readonly hint?: string;
  readonly onChange: (value: T) => void;
}

export function PlainChoice<T extends string>({ label, value, options, problem, hint, onChange }: ChoiceProps<T>) {
  return (
    <Field
      label={label}
      size="small"
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationState: 'error', validationMessage: problem })}
    >
      <Select
        value={value}
        onChange={(_, chosen) => onChange(options.find((option) => option.value === chosen.value)?.value ?? value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
