// What the sheet is as a whole: kind of report, where its table stands, how money and days are written.
import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { withKind } from '../../mapping/change-kind.ts';
import { isOrders } from '../../mapping/column-roles.ts';
import { dataOffsetOf } from '../../mapping/sheet-columns.ts';
import { draftWithHeader, withDataOffset } from '../../mapping/start-draft.ts';
import { useStyles } from '../styles.ts';
import { Choice } from './choice.tsx';
import { AskedOfFile } from './asked-of-file.tsx';
import { CurrencyField } from './currency-field.tsx';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';
import { DateChoice, DecimalChoice } from './style-choices.tsx';

const KINDS = ['payout', 'orders', 'wallet'] as const;

export function LayoutCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  return (
    <section className={styles.card} aria-labelledby="layout">
      <h2 id="layout" className={styles.heading}>
        {t('layout.title')}
      </h2>
      <Field label={t('layout.kind')} size="small">
        <Choice
          label={t('layout.kind')}
          value={mapping.kind}
          options={KINDS.map((value) => ({ value, text: t(`layout.kinds.${value}`) }))}
          onChange={(kind) => editor.change(withKind(mapping, kind))}
        />
      </Field>
      <div className={own.pairs}>
        <RowFields editor={editor} />
        <CurrencyField mapping={mapping} onChange={editor.change} />
        <AskedOfFile editor={editor} />
        <DecimalChoice mapping={mapping} onChange={editor.change} />
        <DateChoice mapping={mapping} onChange={editor.change} />
        <OrderValuesChoice mapping={mapping} onChange={editor.change} />
      </div>
      {mapping.kind === 'payout' && (
        <Checkbox
          label={{ children: t('layout.linesWithoutOrder'), className: styles.small }}
          checked={mapping.linesWithoutOrder}
          onChange={(_, { checked }) => editor.change({ ...mapping, linesWithoutOrder: checked === true })}
        />
      )}
    </section>
  );
}

/** Row numbers as Excel shows them. */
function RowFields({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('mapping');
  const { draft, sheet, hints } = editor;
  const { table } = sheet;
  const headerRow = table.firstRow + draft.headerIndex;
  const firstRow = headerRow + dataOffsetOf(draft.mapping);
  const lastRow = table.firstRow + table.rows.length - 1;
  return (
    <>
      <RowField
        label={t('layout.headerRow')}
        row={headerRow}
        from={table.firstRow}
        to={lastRow - 1}
        onChange={(row) => editor.restart(draftWithHeader(table, draft, row - table.firstRow, hints))}
      />
      <RowField
        label={t('layout.firstRow')}
        row={firstRow}
        from={headerRow + 1}
        to={Math.min(lastRow, headerRow + DATA_OFFSET_MAX)}
        onChange={(row) => editor.change(withDataOffset(draft.mapping, row - headerRow))}
      />
    </>
  );
}

/** The mapping language's own limit. */
const DATA_OFFSET_MAX = 20;

interface RowFieldProps {
  readonly label: string;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (row: number) => void;
}

/** Takes effect when the field is left or Enter is pressed: the digits before the last one are other rows. */
function RowField({ label, row, from, to, onChange }: RowFieldProps) {
  const own = useMappingStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const wanted = Number(typed ?? row);
    setTyped(null);
    if (Number.isInteger(wanted) && wanted >= from && wanted <= to && wanted !== row) onChange(wanted);
  };
  return (
    <Field label={label} size="small">
      <Input
        className={own.field}
        type="number"
        value={typed ?? String(row)}
        min={from}
        max={to}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={settle}
        onKeyDown={({ key }) => {
          if (key === 'Enter') settle();
        }}
      />
    </Field>
  );
}

interface PartProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const ORDER_VALUES = ['repeat', 'first', 'merged'] as const;

function OrderValuesChoice({ mapping, onChange }: PartProps) {
  const { t } = useTranslation('mapping');
  if (!isOrders(mapping) || mapping.grain === 'order') return null;
  return (
    <Field label={t('layout.orderValues')} size="small">
      <Choice
        label={t('layout.orderValues')}
        value={mapping.orderValues ?? 'repeat'}
        options={ORDER_VALUES.map((value) => ({ value, text: t(`layout.orderValuesAre.${value}`) }))}
        onChange={(orderValues) => onChange({ ...mapping, orderValues })}
      />
    </Field>
  );
}
