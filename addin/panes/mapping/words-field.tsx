// A text of a rule, typed in a narrow pane: it counts as soon as it makes sense, and says why as long as it does not.
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useMappingStyles } from './mapping-styles.ts';

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Takes the text, or says that it makes no sense yet. */
  readonly onChange: (text: string) => boolean;
  readonly wrong: string;
}

export function WordsField({ label, value, hint, onChange, wrong }: WordsFieldProps) {
  const own = useMappingStyles();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field
      label={label}
      size="small"
      {...(typed === null ? {} : { validationState: 'error' as const, validationMessage: wrong })}
      {...(hint === undefined ? {} : { hint })}
    >
      <Input
        className={own.field}
        value={typed ?? value}
        autoComplete="off"
        onChange={(_, { value: text }) => setTyped(onChange(text) ? null : text)}
      />
    </Field>
  );
}
