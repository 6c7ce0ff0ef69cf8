// People with limits of their own, by the name with which they sign.
import { Button, Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStyles } from '../styles.ts';
import { type PersonLimit, wrongPerson } from './policy-draft.ts';
import { TextInput } from './limit-input.tsx';
import { usePolicyStyles } from './policy-styles.ts';

interface AuthorityFieldsProps {
  readonly people: readonly PersonLimit[];
  readonly unit: string;
  readonly onChange: (people: readonly PersonLimit[]) => void;
}

export function AuthorityFields({ people, unit, onChange }: AuthorityFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  const changeAt = (at: number, part: Partial<PersonLimit>) =>
    onChange(people.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      <h4 className={styles.heading}>{t('authority')}</h4>
      <p className={styles.hint}>{t('authorityHint')}</p>
      {people.map((_, at) => (
        <PersonFields
          key={at}
          {...{ people, at, unit }}
          onChange={(part) => changeAt(at, part)}
          onRemove={() => onChange(people.filter((_, index) => index !== at))}
        />
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...people, { person: '', limit: '' }])}>
          {t('addPerson')}
        </Button>
      </div>
    </>
  );
}

interface PersonFieldsProps {
  readonly people: readonly PersonLimit[];
  readonly at: number;
  readonly unit: string;
  readonly onChange: (part: Partial<PersonLimit>) => void;
  readonly onRemove: () => void;
}

function PersonFields({ people, at, unit, onChange, onRemove }: PersonFieldsProps) {
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('policy');
  const { person = '', limit = '' } = people[at] ?? {};
  const wrong = wrongPerson(people, at);
  const n = at + 1;
  // A field that was never filled is not scolded: the button to save waits for it.
  const nameProblem = wrong === 'twice' ? t('wrongTwice') : undefined;
  const limitProblem = wrong === 'noLimit' && limit.trim() !== '' ? t('wrongAmount') : undefined;
  return (
    <div role="group" aria-label={t('personGroup', { n })} className={policyStyles.person}>
      <Field
        label={t('field.person', { n })}
        size="small"
        required
        {...(nameProblem === undefined ? {} : { validationMessage: nameProblem })}
      >
        <Input value={person} autoComplete="off" onChange={(_, { value }) => onChange({ person: value })} />
      </Field>
      <TextInput
        label={t('field.personLimit', { n })}
        unit={unit}
        value={limit}
        {...(limitProblem === undefined ? {} : { problem: limitProblem })}
        onChange={(text) => onChange({ limit: text })}
      />
      <div>
        <Button size="small" aria-label={t('removePerson', { person: person.trim() || String(n) })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}
