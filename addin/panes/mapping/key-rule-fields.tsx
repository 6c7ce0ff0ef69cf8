// The fields of one key rule: where the number stands and which part of the text it is, or which rows have none.
import { Checkbox, Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { COMPONENT_TYPES } from '../../../core/payout.ts';
import { COMPONENT_LABELS } from '../../../core/worksheets/labels.ts';
import { type Cut, cutOf, CUTS, type ExcludeRule, type ValueRule, withCut } from '../../mapping/key-rules.ts';
import { conditionOf, fieldOf, withOptional, wordsIn } from '../../mapping/plain-condition.ts';
import { without } from '../../mapping/without.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { Choice } from './choice.tsx';
import { columnOptions, ConditionFields, newTest } from './condition-fields.tsx';
import { useMappingStyles } from './mapping-styles.ts';
import { WordsField } from './words-field.tsx';

interface FieldsOf<Rule> {
  readonly mapping: Mapping;
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

export function ExcludeFields({ mapping, rule, onChange }: FieldsOf<ExcludeRule>) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  return (
    <>
      <p className={styles.hint}>{t('rules.key.exclude')}</p>
      <ConditionFields
        mapping={mapping}
        condition={rule.exclude}
        onChange={(exclude) => onChange({ ...rule, exclude })}
      />
      <Field label={t('rules.key.as')} size="small">
        <Choice
          label={t('rules.key.as')}
          value={rule.as}
          options={COMPONENT_TYPES.map((value) => ({ value, text: COMPONENT_LABELS[value][language] }))}
          onChange={(as) => onChange({ ...rule, as })}
        />
      </Field>
    </>
  );
}

export function ValueFields({ mapping, rule, onChange }: FieldsOf<ValueRule>) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const always = () => conditionOf({ join: 'all', tests: [newTest(mapping)] });
  return (
    <>
      <div className={own.pairs}>
        <Field label={t('rules.key.from')} size="small">
          <Choice
            label={t('rules.key.from')}
            value={rule.from}
            options={columnOptions(mapping)}
            onChange={(from) => onChange({ ...rule, from })}
          />
        </Field>
        <CutFields rule={rule} onChange={onChange} />
        <ListField rule={rule} part="stripStart" onChange={onChange} />
        <ListField rule={rule} part="remove" onChange={onChange} />
      </div>
      <Checkbox
        checked={rule.when !== undefined}
        label={{ children: t('rules.key.when'), className: styles.small }}
        onChange={(_, { checked }) => onChange(withOptional(rule, 'when', checked === true ? always() : undefined))}
      />
      {rule.when && (
        <ConditionFields mapping={mapping} condition={rule.when} onChange={(when) => onChange({ ...rule, when })} />
      )}
    </>
  );
}

type RuleFieldsProps = Omit<FieldsOf<ValueRule>, 'mapping'>;

const DIGITS_USUAL = 10;
const STARTS: Readonly<Record<Cut['take'], Cut>> = {
  all: { take: 'all' },
  digits: { take: 'digits', atLeast: DIGITS_USUAL },
  after: { take: 'after', words: '#' },
  pattern: { take: 'pattern', pattern: '(\\w+)' },
};

function CutFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('mapping');
  const cut = cutOf(rule);
  const take = (changed: Cut): boolean => {
    const next = withCut(rule, changed);
    if (next) onChange(next);
    return next !== null;
  };
  return (
    <>
      <Field label={t('rules.key.cut')} size="small">
        <Choice
          label={t('rules.key.cut')}
          value={cut.take}
          options={CUTS.map((value) => ({ value, text: t(`rules.key.cuts.${value}`) }))}
          onChange={(chosen) => take(STARTS[chosen])}
        />
      </Field>
      <CutWords cut={cut} onTake={take} />
    </>
  );
}

function CutWords({ cut, onTake }: { readonly cut: Cut; readonly onTake: (cut: Cut) => boolean }) {
  const { t } = useTranslation('mapping');
  switch (cut.take) {
    case 'all':
      return null;
    case 'digits':
      return (
        <WordsField
          label={t('rules.key.atLeast')}
          value={String(cut.atLeast)}
          onChange={(text) => /^[1-9]\d?$/.test(text) && onTake({ ...cut, atLeast: Number(text) })}
          wrong="1–99"
        />
      );
    case 'after':
      return (
        <WordsField
          label={t('rules.key.after')}
          value={cut.words}
          onChange={(words) => words.trim() !== '' && onTake({ ...cut, words: words.trim() })}
          wrong={t('condition.wordsWrong')}
        />
      );
    case 'pattern':
      return (
        <WordsField
          label={t('rules.key.pattern')}
          value={cut.pattern}
          onChange={(pattern) => onTake({ ...cut, pattern })}
          wrong={t('rules.key.patternWrong')}
        />
      );
  }
}

interface ListFieldProps extends RuleFieldsProps {
  readonly part: 'stripStart' | 'remove';
}

/** Texts taken off the number, `|` between them. */
function ListField({ rule, part, onChange }: ListFieldProps) {
  const { t } = useTranslation('mapping');
  const take = (text: string): boolean => {
    const words = wordsIn(text);
    onChange(words.length > 0 ? { ...rule, [part]: words } : without(rule, part));
    return !text.endsWith('|') && !text.endsWith(' ');
  };
  return (
    <WordsField
      label={t(`rules.key.${part}`)}
      value={fieldOf(rule[part] ?? [])}
      onChange={take}
      wrong={t('condition.wordsHint')}
    />
  );
}
