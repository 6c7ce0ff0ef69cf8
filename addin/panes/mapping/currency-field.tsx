// The currency of the report: always one, in a column, printed in a text of the file, or asked for each file.
import { Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../mapping/column-roles.ts';
import {
  CODE,
  CURRENCY_PLACES,
  currencyColumn,
  currencyPlace,
  withCurrencyPlace,
  withCurrencyRule,
} from '../../mapping/currency-place.ts';
import { fieldOf, wordsIn } from '../../mapping/plain-condition.ts';
import { Choice } from './choice.tsx';
import { columnOptions } from './condition-fields.tsx';
import { type CurrencyFieldProps, Otherwise, type RuleFieldsProps } from './currency-otherwise.tsx';
import { CurrencyTextFields } from './currency-text-fields.tsx';
import { WordsField } from './words-field.tsx';

export function CurrencyField({ mapping, onChange }: CurrencyFieldProps) {
  const { t } = useTranslation('mapping');
  const { currency } = mapping;
  const place = currencyPlace(mapping);
  const start = { column: currencyColumn(mapping) ?? mapping.columns[0], before: t('currency.usualBefore') };
  return (
    <>
      <Field label={t('currency.where')} size="small">
        <Choice
          label={t('currency.where')}
          value={place}
          options={CURRENCY_PLACES.map((value) => ({ value, text: t(`currency.places.${value}`) }))}
          onChange={(chosen) => onChange(withCurrencyPlace(mapping, chosen, start))}
        />
      </Field>
      {typeof currency === 'string' ? (
        <FixedCode code={currency} onChange={(code) => onChange({ ...mapping, currency: code })} />
      ) : (
        <RuleFields mapping={mapping} rule={currency} onChange={onChange} />
      )}
    </>
  );
}

interface FixedCodeProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
}

function FixedCode({ code, onChange }: FixedCodeProps) {
  const { t } = useTranslation('mapping');
  const take = (text: string): boolean => {
    const typed = text.trim().toUpperCase();
    if (CODE.test(typed)) onChange(typed);
    return CODE.test(typed);
  };
  return <WordsField label={t('layout.currency')} value={code} onChange={take} wrong={t('layout.currencyWrong')} />;
}

function RuleFields({ mapping, rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('mapping');
  if (rule.column === undefined && rule.pattern !== undefined)
    return <CurrencyTextFields mapping={mapping} rule={rule} onChange={onChange} />;
  if (rule.column === undefined) return <AskedCodes mapping={mapping} rule={rule} onChange={onChange} />;
  const column = currencyColumn(mapping);
  return (
    <>
      <Field label={t('currency.column')} size="small">
        <Choice
          label={t('currency.column')}
          value={column ? nameOf(column) : ''}
          options={columnOptions(mapping)}
          onChange={(chosen) => onChange(withCurrencyRule(mapping, { ...rule, column: chosen }))}
        />
      </Field>
      <Otherwise mapping={mapping} rule={rule} onChange={onChange} />
    </>
  );
}

/** The codes a person chooses from; none: any code. */
function AskedCodes({ mapping, rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('mapping');
  const take = (text: string): boolean => {
    const codes = wordsIn(text.toUpperCase());
    const isRight = codes.every((code) => CODE.test(code));
    if (isRight) onChange(withCurrencyRule(mapping, { ...rule, ask: codes }));
    return isRight && !/[\s|]$/.test(text);
  };
  return (
    <WordsField
      label={t('currency.choices')}
      value={fieldOf(rule.ask ?? [])}
      hint={t('currency.choicesHint')}
      onChange={take}
      wrong={t('layout.currencyWrong')}
    />
  );
}
