// A currency printed in a text of the file: what stands before and after it, and what its sign means.
import { Checkbox, Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CurrencyRule } from '../../../core/mapping/mapping-rules.ts';
import {
  type AroundCode,
  aroundCode,
  CODE,
  withCurrencyPattern,
  withCurrencyRule,
  withCurrencyText,
} from '../../mapping/currency-place.ts';
import { wordsIn } from '../../mapping/plain-condition.ts';
import { without } from '../../mapping/without.ts';
import { useStyles } from '../styles.ts';
import { Choice } from './choice.tsx';
import { Otherwise, type RuleFieldsProps } from './currency-otherwise.tsx';
import { useMappingStyles } from './mapping-styles.ts';
import { WordsField } from './words-field.tsx';

const PLACES = ['preamble', 'header'] as const;

export function CurrencyTextFields({ mapping, rule, onChange }: RuleFieldsProps) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const around = aroundCode(rule);
  const takePattern = (pattern: string): boolean => {
    const changed = withCurrencyPattern(mapping, rule, pattern);
    if (changed) onChange(changed);
    return changed !== null;
  };
  return (
    <>
      <Field label={t('currency.in')} size="small">
        <Choice
          label={t('currency.in')}
          value={rule.in ?? 'preamble'}
          options={PLACES.map((value) => ({ value, text: t(`currency.ins.${value}`) }))}
          onChange={(place) => onChange(withCurrencyRule(mapping, { ...rule, in: place }))}
        />
      </Field>
      {rule.ask === undefined && <Otherwise mapping={mapping} rule={rule} onChange={onChange} />}
      {around ? (
        <AroundFields {...{ mapping, rule, onChange, around }} />
      ) : (
        <span className={own.wide}>
          <WordsField
            label={t('currency.pattern')}
            value={rule.pattern ?? ''}
            onChange={takePattern}
            wrong={t('rules.key.patternWrong')}
          />
        </span>
      )}
    </>
  );
}

interface AroundFieldsProps extends RuleFieldsProps {
  readonly around: AroundCode & { readonly isSign: boolean };
}

function AroundFields({ mapping, rule, onChange, around }: AroundFieldsProps) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { isSign } = around;
  const take = (part: Partial<AroundCode>, sign = isSign): boolean => {
    const changed = withCurrencyText(mapping, rule, { ...around, ...part }, sign);
    if (changed) onChange(changed);
    return changed !== null;
  };
  const wrong = t('currency.aroundWrong');
  return (
    <>
      <WordsField
        label={t('currency.before')}
        value={around.before}
        onChange={(before) => take({ before })}
        wrong={wrong}
      />
      <WordsField
        label={t('currency.after')}
        value={around.after}
        onChange={(after) => take({ after })}
        wrong={wrong}
      />
      <span className={own.wide}>
        <Checkbox
          checked={isSign}
          label={{ children: t('currency.isSign'), className: styles.small }}
          onChange={(_, { checked }) => take({}, checked === true)}
        />
        {isSign && <SignsField mapping={mapping} rule={rule} onChange={onChange} />}
      </span>
    </>
  );
}

const EQUALS = ' = ';

/** `RM = MYR | S$ = SGD`. */
function SignsField({ mapping, rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('mapping');
  const shown = Object.entries(rule.words ?? {}).map(([sign, code]) => sign + EQUALS + code);
  const take = (text: string): boolean => {
    const words = signsIn(text);
    if (words) onChange(withCurrencyRule(mapping, withSigns(rule, words)));
    return words !== null && !/[\s|]$/.test(text);
  };
  return (
    <WordsField
      label={t('currency.signs')}
      value={shown.join(' | ')}
      hint={t('currency.signsHint')}
      onChange={take}
      wrong={t('currency.signsHint')}
    />
  );
}

function withSigns(rule: CurrencyRule, words: Readonly<Record<string, string>>): CurrencyRule {
  return Object.keys(words).length > 0 ? { ...rule, words } : without(rule, 'words');
}

/** Null where a part is not `sign = CODE`. */
function signsIn(text: string): Readonly<Record<string, string>> | null {
  const pairs = wordsIn(text).map((part) => part.split('=').map((side) => side.trim()));
  const isWhole = pairs.every(
    ([sign, code, ...more]) => sign && CODE.test((code ?? '').toUpperCase()) && more.length === 0,
  );
  return isWhole ? Object.fromEntries(pairs.map(([sign = '', code = '']) => [sign, code.toUpperCase()])) : null;
}
