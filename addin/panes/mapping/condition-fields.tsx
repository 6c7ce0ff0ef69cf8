// A condition as a person says it: which column, which question, which text; several of them joined by "all" or "one of".
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../core/mapping/mapping-rules.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { nameOf } from '../../mapping/column-roles.ts';
import {
  type Ask,
  ASKS_ALONE,
  ASKS_WITH_WORDS,
  conditionOf,
  isAnswerable,
  needsWords,
  type PlainCondition,
  plainOf,
  type PlainTest,
} from '../../mapping/plain-condition.ts';
import { removed, replaced } from '../../mapping/rule-lists.ts';
import { useStyles } from '../styles.ts';
import { Choice } from './choice.tsx';
import { useMappingStyles } from './mapping-styles.ts';
import { WordsField } from './words-field.tsx';

interface ConditionFieldsProps {
  readonly mapping: Mapping;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

export function ConditionFields({ mapping, condition, onChange }: ConditionFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const plain = plainOf(condition);
  if (!plain) return <p className={styles.hint}>{t('condition.complex', { text: JSON.stringify(condition) })}</p>;
  const change = (tests: readonly PlainTest[], join = plain.join) => onChange(conditionOf({ join, tests }));
  return (
    <>
      <JoinChoice plain={plain} onChange={(join) => change(plain.tests, join)} />
      {plain.tests.length === 0 && <p className={styles.hint}>{t('condition.always')}</p>}
      {plain.tests.map((test, at) => (
        <TestFields
          key={at}
          mapping={mapping}
          test={test}
          onChange={(changed) => change(replaced(plain.tests, at, changed))}
          onRemove={plain.tests.length > 1 ? () => change(removed(plain.tests, at)) : null}
        />
      ))}
      <div>
        <Button size="small" appearance="subtle" onClick={() => change([...plain.tests, newTest(mapping)])}>
          {t('condition.add')}
        </Button>
      </div>
    </>
  );
}

/** Stands for a text that nobody has given yet. It is in no cell, so that no row is left out by accident. */
const UNSAID = '…';

export function newTest({ columns }: Mapping): PlainTest {
  const [first] = columns;
  return { column: first ? nameOf(first) : null, ask: 'is', words: UNSAID };
}

interface JoinChoiceProps {
  readonly plain: PlainCondition;
  readonly onChange: (join: PlainCondition['join']) => void;
}

function JoinChoice({ plain, onChange }: JoinChoiceProps) {
  const { t } = useTranslation('mapping');
  if (plain.tests.length < 2) return null;
  return (
    <Choice
      label={t('condition.joinLabel')}
      value={plain.join}
      options={(['all', 'any'] as const).map((value) => ({ value, text: t(`condition.join.${value}`) }))}
      onChange={onChange}
    />
  );
}

interface TestFieldsProps {
  readonly mapping: Mapping;
  readonly test: PlainTest;
  readonly onChange: (test: PlainTest) => void;
  /** Null for the only question. */
  readonly onRemove: (() => void) | null;
}

const FIRST_CELL = '';
const ASKS: readonly Ask[] = [...ASKS_WITH_WORDS, ...ASKS_ALONE];

function TestFields({ mapping, test, onChange, onRemove }: TestFieldsProps) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  return (
    <>
      <div className={own.choices}>
        <Choice
          label={t('condition.column')}
          value={test.column ?? FIRST_CELL}
          options={[{ value: FIRST_CELL, text: t('condition.firstCell') }, ...columnOptions(mapping)]}
          onChange={(column) => onChange({ ...test, column: column === FIRST_CELL ? null : column })}
        />
        <Choice
          label={t('condition.ask')}
          value={test.ask}
          options={ASKS.map((value) => ({ value, text: t(`condition.asks.${value}`) }))}
          onChange={(ask) => onChange({ ...test, ask, words: needsWords(ask) ? test.words || UNSAID : '' })}
        />
      </div>
      {needsWords(test.ask) && <TestWords test={test} onChange={onChange} />}
      {onRemove && (
        <div>
          <Button size="small" appearance="subtle" onClick={onRemove}>
            {t('condition.removeOne')}
          </Button>
        </div>
      )}
    </>
  );
}

function TestWords({ test, onChange }: Pick<TestFieldsProps, 'test' | 'onChange'>) {
  const { t } = useTranslation('mapping');
  const isPattern = test.ask === 'fits' || test.ask === 'fitsNot';
  const isList = test.ask === 'is' || test.ask === 'isNot';
  const take = (words: string): boolean => {
    const changed = { ...test, words };
    if (!isAnswerable(changed)) return false;
    onChange(changed);
    return true;
  };
  return (
    <WordsField
      key={test.ask}
      label={t('condition.words')}
      value={test.words === UNSAID ? '' : test.words}
      onChange={take}
      wrong={t(isPattern ? 'condition.patternWrong' : 'condition.wordsWrong')}
      {...(isList ? { hint: t('condition.wordsHint') } : {})}
    />
  );
}

/** Personal columns are never read, so no rule may ask them. */
export function columnOptions({ columns }: Mapping): { readonly value: string; readonly text: string }[] {
  const named: readonly (Parameters<typeof nameOf>[0] & { readonly as: string })[] = columns;
  return named.filter(({ as }) => as !== 'personal').map((column) => ({ value: nameOf(column), text: nameOf(column) }));
}
