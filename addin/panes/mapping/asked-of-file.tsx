// What a mapping asks of every file, said of this one, so that it can be tried: its currency, its day of payout.
import { useTranslation } from 'react-i18next';
import { dayOfText } from '../../../core/business-date.ts';
import { isOrders } from '../../mapping/column-roles.ts';
import { CODE } from '../../mapping/currency-place.ts';
import type { Editor } from './editor.ts';
import { WordsField } from './words-field.tsx';

export function AskedOfFile({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('mapping');
  const { draft, answers, answer } = editor;
  const { mapping } = draft;
  const { currency } = mapping;
  const takeCode = (text: string): boolean => {
    const code = text.trim().toUpperCase();
    if (CODE.test(code)) answer({ currency: code });
    return CODE.test(code);
  };
  const takeDay = (text: string): boolean => {
    const day = dayOfText(text.trim());
    if (day) answer({ paidOutOn: day });
    return day !== null;
  };
  return (
    <>
      {typeof currency === 'object' && currency.ask !== undefined && (
        <WordsField
          label={t('currency.ofThisFile')}
          value={answers.currency ?? ''}
          onChange={takeCode}
          wrong={t('layout.currencyWrong')}
        />
      )}
      {!isOrders(mapping) && typeof mapping.paidOutFrom === 'object' && (
        <WordsField
          label={t('layout.paidOutOn')}
          value={answers.paidOutOn ?? ''}
          onChange={takeDay}
          wrong={t('layout.paidOutOnWrong')}
        />
      )}
    </>
  );
}
