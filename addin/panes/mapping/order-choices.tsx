// Choices of a column that is owed: added or taken away, and whether it belongs to the order or to each of its rows.
import { useTranslation } from 'react-i18next';
import type { OrderColumn, OrderMapping } from '../../../core/mapping/mapping.ts';
import { withOrderColumn } from '../../mapping/change-mapping.ts';
import { belongingOf, BELONGINGS, withBelonging } from '../../mapping/net-choices.ts';
import { Choice } from './choice.tsx';
import type { ColumnProps } from './column-row.tsx';
import { useMappingStyles } from './mapping-styles.ts';

const SIGNS = ['plus', 'minus', 'minus-absolute'] as const;

interface OrderChoicesProps extends ColumnProps {
  readonly mapping: OrderMapping;
}

export function OrderChoices({ editor, column: { place, header }, mapping }: OrderChoicesProps) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const column = place === null ? undefined : mapping.columns[place];
  if (place === null || column?.as !== 'receivable') return null;
  const change = (part: Partial<Extract<OrderColumn, { as: 'receivable' }>>) =>
    editor.change(withOrderColumn(mapping, place, { ...column, ...part }));
  return (
    <>
      <Choice
        label={t('columns.sign', { column: header })}
        value={column.sign}
        disabled={column.price !== undefined}
        options={SIGNS.map((value) => ({ value, text: t(`sign.${value}`) }))}
        onChange={(sign) => change({ sign })}
      />
      <span className={own.wide}>
        <Choice
          label={t('columns.per', { column: header })}
          value={belongingOf(column)}
          options={BELONGINGS.map((value) => ({ value, text: t(`per.${value}`) }))}
          onChange={(belonging) => editor.change(withBelonging(mapping, place, belonging))}
        />
      </span>
    </>
  );
}
