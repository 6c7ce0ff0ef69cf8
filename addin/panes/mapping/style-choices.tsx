// How amounts and days are written in the report, where a person has to say it.
import { Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { without } from '../../mapping/without.ts';
import { Choice } from './choice.tsx';

interface StyleChoiceProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const DECIMALS = ['.', ',', 'auto'] as const;

export function DecimalChoice({ mapping, onChange }: StyleChoiceProps) {
  const { t } = useTranslation('mapping');
  const texts = { '.': t('layout.decimals.point'), ',': t('layout.decimals.comma'), auto: t('layout.decimals.auto') };
  return (
    <Field label={t('layout.decimal')} size="small">
      <Choice
        label={t('layout.decimal')}
        value={mapping.numbers?.decimal ?? '.'}
        options={DECIMALS.map((value) => ({ value, text: texts[value] }))}
        onChange={(decimal) => onChange({ ...mapping, numbers: { ...mapping.numbers, decimal } })}
      />
    </Field>
  );
}

/** The usual ways first; a mapping may hold others, which stay on offer. */
const FORMATS = [
  'D/M/YYYY',
  'M/D/YYYY',
  'YYYYMMDD',
  'D.M.YYYY',
  'D-M-YYYY',
  'YYYY.M.D',
  'YYYY年M月D日',
  'D Mon YYYY',
  'Mon D, YYYY',
];
const USUAL = '';
const BETWEEN = ' | ';

export function DateChoice({ mapping, onChange }: StyleChoiceProps) {
  const { t } = useTranslation('mapping');
  const own = mapping.dates?.formats.join(BETWEEN) ?? USUAL;
  const offered = [...new Set([USUAL, own, ...FORMATS])];
  const change = (chosen: string): Mapping =>
    chosen === USUAL
      ? (without(mapping, 'dates') as Mapping)
      : { ...mapping, dates: { ...mapping.dates, formats: chosen.split(BETWEEN) } };
  return (
    <Field label={t('layout.dates')} size="small">
      <Choice
        label={t('layout.dates')}
        value={own}
        options={offered.map((value) => ({ value, text: value === USUAL ? t('layout.datesUsual') : value }))}
        onChange={(chosen) => onChange(change(chosen))}
      />
    </Field>
  );
}
