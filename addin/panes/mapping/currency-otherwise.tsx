// The currency where the file does not say it, as a field that the other currency fields stand beside.
import { useTranslation } from 'react-i18next';
import type { CurrencyRule } from '../../../core/mapping/mapping-rules.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { CODE, withOtherwise } from '../../mapping/currency-place.ts';
import { WordsField } from './words-field.tsx';

export interface CurrencyFieldProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

export interface RuleFieldsProps extends CurrencyFieldProps {
  readonly rule: CurrencyRule;
}

/** Where a cell is empty, or the text is not in the file. */
export function Otherwise({ mapping, rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('mapping');
  const take = (text: string): boolean => {
    const code = text.trim().toUpperCase();
    const isRight = code === '' || CODE.test(code);
    if (isRight) onChange(withOtherwise(mapping, rule, code === '' ? null : code));
    return isRight;
  };
  return (
    <WordsField
      label={t('currency.otherwise')}
      value={rule.otherwise ?? ''}
      onChange={take}
      wrong={t('layout.currencyWrong')}
    />
  );
}
