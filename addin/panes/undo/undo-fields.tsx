// Which thing is undone: a run, a file, a receipt or a row, each with the one field that names it.
import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Reconciled } from '../../result-facts.ts';
import { ShortField } from '../mapping/short-field.tsx';
import { useStyles } from '../styles.ts';
import { chosenFile, filesOf, isRunName, rowOf, type TypedUndo, UNDO_KINDS, type UndoKind } from './typed-undo.ts';

interface UndoFieldsProps {
  readonly run: Reconciled;
  readonly typed: TypedUndo;
  readonly change: (part: Partial<TypedUndo>) => void;
}

export function UndoFields({ run, typed, change }: UndoFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  const isNamed = (kind: UndoKind) => kind === 'run' || kind === 'receipt';
  const kinds = UNDO_KINDS.filter((kind) => isNamed(kind) || filesOf(kind, run).length > 0);
  return (
    <>
      <Field label={t('what')} size="small">
        <Select
          value={typed.kind}
          onChange={(_, { value }) => change({ kind: kinds.find((kind) => kind === value) ?? typed.kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles.hint}>{t(`explain.${typed.kind}`)}</p>
      <NameFields run={run} typed={typed} change={change} />
      <Field label={t('field.on')} hint={t('onHint')} size="small">
        <Input type="date" value={typed.on} onChange={(_, { value }) => change({ on: value })} />
      </Field>
      <Checkbox
        label={{ children: t('decline'), className: styles.small }}
        checked={typed.declines}
        onChange={(_, { checked }) => change({ declines: checked === true })}
      />
      <ShortField label={t('field.author')} value={typed.author} required onChange={(author) => change({ author })} />
      <ShortField label={t('field.note')} value={typed.note} required onChange={(note) => change({ note })} />
    </>
  );
}

function NameFields({ run, typed, change }: UndoFieldsProps) {
  const { t } = useTranslation('undo');
  switch (typed.kind) {
    case 'run': {
      const wrong = typed.run.trim() !== '' && !isRunName(typed.run);
      return (
        <Field
          label={t('field.run')}
          size="small"
          required
          {...(wrong ? { validationMessage: t('wrongRun') } : { hint: t('runHint') })}
        >
          <Input value={typed.run} onChange={(_, { value }) => change({ run: value })} />
        </Field>
      );
    }
    case 'receipt':
      return <ReceiptField run={run} typed={typed} change={change} />;
    case 'batch':
      return <FileField label={t('field.batch')} run={run} typed={typed} change={change} />;
    case 'row':
      return <RowFields run={run} typed={typed} change={change} />;
  }
}

/** Any number may be typed; those of this run are offered. */
function ReceiptField({ run, typed, change }: UndoFieldsProps) {
  const { t } = useTranslation('undo');
  return (
    <Field label={t('field.receipt')} size="small" required>
      <Input
        value={typed.receipt}
        list="undo-receipts"
        autoComplete="off"
        onChange={(_, { value }) => change({ receipt: value })}
      />
      <datalist id="undo-receipts">
        {run.result.receipts.map(({ number }) => (
          <option key={number} value={number} />
        ))}
      </datalist>
    </Field>
  );
}

function FileField({ label, run, typed, change }: UndoFieldsProps & { readonly label: string }) {
  return (
    <Field label={label} size="small">
      <Select value={chosenFile(typed, run)?.batchId ?? ''} onChange={(_, { value }) => change({ batchId: value })}>
        {filesOf(typed.kind, run).map(({ batchId, header: { source, currency } }) => (
          <option key={batchId} value={batchId}>
            {`${source.sheet} · ${currency}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function RowFields({ run, typed, change }: UndoFieldsProps) {
  const { t } = useTranslation('undo');
  const wrong = typed.row.trim() !== '' && rowOf(typed.row) === null;
  return (
    <>
      <FileField label={t('field.sheet')} run={run} typed={typed} change={change} />
      <Field label={t('field.row')} size="small" required {...(wrong ? { validationMessage: t('wrongRow') } : {})}>
        <Input inputMode="numeric" value={typed.row} onChange={(_, { value }) => change({ row: value })} />
      </Field>
    </>
  );
}
