// Choices of a money column: what kind of money it is, and which sign it has.
import { Checkbox } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { COMPONENT_TYPES, type ComponentType } from '../../../core/payout.ts';
import { COMPONENT_LABELS } from '../../../core/worksheets/labels.ts';
import type { PayoutColumn, PayoutMapping, Sign, TypeRule } from '../../../core/mapping/mapping.ts';
import { withPayoutColumn } from '../../mapping/change-mapping.ts';
import { remainderOf, REMAINDERS, sumsBlanks, withBlanksSummed, withRemainder } from '../../mapping/net-choices.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { Choice } from './choice.tsx';
import type { ColumnProps } from './column-row.tsx';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';

interface PayoutChoicesProps extends ColumnProps {
  readonly mapping: PayoutMapping;
}

export function PayoutChoices({ editor, column: { place, header }, mapping }: PayoutChoicesProps) {
  const column = place === null ? undefined : mapping.columns[place];
  if (place === null || !column) return null;
  const change = (changed: PayoutColumn) => editor.change(withPayoutColumn(mapping, place, changed));
  if (column.as === 'component') return <ComponentChoices {...{ mapping, header, column, change }} />;
  return column.as === 'net' ? <NetChoices {...{ editor, mapping, header, column, change }} /> : null;
}

interface ChoicesOf<As extends PayoutColumn['as']> {
  readonly mapping: PayoutMapping;
  readonly header: string;
  readonly column: Extract<PayoutColumn, { as: As }>;
  readonly change: (column: PayoutColumn) => void;
}

function ComponentChoices({ mapping, header, column, change }: ChoicesOf<'component'>) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const types = useTypes(mapping);
  return (
    <>
      <Choice
        label={t('columns.type', { column: header })}
        value={textOfType(column.type)}
        options={types}
        onChange={(type) => change({ ...column, type: typeOfText(type) })}
      />
      <span className={own.wide}>
        <SignChoice
          signs={signsOf(mapping)}
          header={header}
          value={column.sign}
          onChange={(sign) => change({ ...column, sign })}
        />
      </span>
    </>
  );
}

/** What belongs to the net as a whole is asked at its first column. */
function NetChoices({ editor, mapping, header, column, change }: ChoicesOf<'net'> & { readonly editor: Editor }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const isFirst = mapping.columns.find(({ as }) => as === 'net') === column;
  return (
    <>
      <SignChoice
        {...{ signs: signsOfNet(mapping), header }}
        value={column.sign ?? 'as-is'}
        onChange={(sign) => change({ ...column, sign })}
      />
      {isFirst && <RemainderChoices editor={editor} mapping={mapping} header={header} />}
      {isFirst && (
        <span className={own.wide}>
          <Checkbox
            checked={sumsBlanks(mapping)}
            label={{ children: t('columns.blankSum'), className: styles.small }}
            onChange={(_, { checked }) => editor.change(withBlanksSummed(mapping, checked === true))}
          />
        </span>
      )}
    </>
  );
}

interface RemainderChoicesProps {
  readonly editor: Editor;
  readonly mapping: PayoutMapping;
  readonly header: string;
}

function RemainderChoices({ editor, mapping, header }: RemainderChoicesProps) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const types = useTypes(mapping);
  const said = remainderOf(mapping);
  return (
    <>
      <span className={own.wide}>
        <Choice
          label={t('columns.remainder', { column: header })}
          value={said.is}
          options={REMAINDERS.map((value) => ({ value, text: t(`columns.remainders.${value}`) }))}
          onChange={(is) => editor.change(withRemainder(mapping, { ...said, is }))}
        />
      </span>
      {said.is !== 'none' && (
        <span className={own.wide}>
          <Choice
            label={t('columns.remainderType', { column: header })}
            value={textOfType(said.type)}
            options={types}
            onChange={(type) => editor.change(withRemainder(mapping, { ...said, type: typeOfText(type) }))}
          />
        </span>
      )}
    </>
  );
}

type NetSign = Exclude<Sign, 'proved'>;

/** Which way a net may be printed; an amount beside it may also be printed either way, which the rows' sums tell. */
const signsOfNet = ({ direction }: PayoutMapping): NetSign[] => [
  ...(['as-is', 'negate', 'outward-absolute'] as const),
  ...(direction ? (['direction'] as const) : []),
];
const signsOf = (mapping: PayoutMapping): Sign[] => {
  const isProvable = mapping.net !== 'sum' && !mapping.direction;
  return [...signsOfNet(mapping), ...(isProvable ? (['proved'] as const) : [])];
};

interface SignChoiceProps<S extends Sign> {
  readonly signs: readonly S[];
  readonly header: string;
  readonly value: S;
  readonly onChange: (sign: S) => void;
}

function SignChoice<S extends Sign>({ signs, header, value, onChange }: SignChoiceProps<S>) {
  const { t } = useTranslation('mapping');
  return (
    <Choice
      label={t('columns.sign', { column: header })}
      value={value}
      options={signs.map((sign) => ({ value: sign, text: t(`sign.${sign}`) }))}
      onChange={onChange}
    />
  );
}

/** Marks the name of a vocabulary: no kind of money begins so. */
const BY = 'by ';

const textOfType = (type: TypeRule): string => (typeof type === 'string' ? type : BY + type.by);
const typeOfText = (text: string): TypeRule =>
  text.startsWith(BY) ? { by: text.slice(BY.length) } : (COMPONENT_TYPES.find((type) => type === text) ?? 'UNKNOWN');

function useTypes({ vocabularies = {} }: PayoutMapping): { readonly value: string; readonly text: string }[] {
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const fixed = COMPONENT_TYPES.map((value: ComponentType) => ({ value, text: COMPONENT_LABELS[value][language] }));
  const byWords = Object.entries(vocabularies).map(([name, { columns }]) => ({
    value: BY + name,
    text: t('columns.byWords', { column: columns.join(' + ') }),
  }));
  return [...byWords, ...fixed];
}
