// The form of one action: what it will do, what it needs to know, who does it, and the button that does it.
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { componentLabel } from '../../../core/payout-words.ts';
import type { WorkKind } from '../../../core/work-event.ts';
import { ACCEPTABLE_FEES } from '../../../core/work-list-api.ts';
import { KIND_LABELS } from '../../../core/work-words.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { AuthorField } from './author-field.tsx';
import { NOTHING_TYPED, resolutionOf, type Typed } from './draft-resolution.ts';
import type { Decision, Subject } from './use-work-list.ts';

export interface ResolveFormProps {
  readonly kind: WorkKind;
  readonly subjects: readonly [Subject, ...Subject[]];
  /** The sum of what is decided about, for reading. */
  readonly amount: string;
  readonly decide: (decision: Decision) => Promise<void>;
  /** @param isDone false when it was given up */
  readonly onClose: (isDone: boolean) => void;
}

export function ResolveForm(props: ResolveFormProps) {
  return (
    <Opened>
      <Form {...props} />
    </Opened>
  );
}

function Form({ kind, subjects, amount, decide, onClose }: ResolveFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language, settings } = useSessionState();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [author, setAuthor] = useState(settings.author);
  const [note, setNote] = useState('');
  const [answer, attempt, isBusy] = useAttempt();
  const resolution = resolutionOf(kind, typed, subjects[0].subject);
  const isComplete = resolution !== null && author.trim() !== '' && (kind !== 'note' || note.trim() !== '');
  const confirm = async () => {
    if (resolution === null) return '';
    await decide({ subjects, resolution, author: author.trim(), note: note.trim() });
    onClose(true);
    return '';
  };
  const title = KIND_LABELS[kind][language];
  return (
    <form
      className={styles.card}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(confirm);
      }}
    >
      <h3 className={styles.heading}>{title}</h3>
      <p className={styles.hint}>{t('form.about', { n: subjects.length, amount })}</p>
      <Hint kind={kind} />
      <KindFields kind={kind} typed={typed} change={(part) => setTyped({ ...typed, ...part })} />
      <AuthorField value={author} onChange={setAuthor} />
      <Field label={t('form.note')} size="small" required={kind === 'note'}>
        <Input value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <div className={styles.wrap}>
        <Button type="submit" size="small" appearance="primary" disabled={isBusy || !isComplete}>
          {t('form.confirm')}
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => onClose(false)}>
          {t('form.cancel')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('notDone')} />
    </form>
  );
}

const HINTS = {
  'accept-fee': 'form.acceptHint',
  'write-off': 'form.writeOffHint',
  'bad-debt': 'form.badDebtHint',
  claim: 'form.claimHint',
  resolve: 'form.resolveHint',
  reopen: 'form.reopenHint',
  approve: 'form.approveHint',
  link: 'form.linkHint',
} as const;

function Hint({ kind }: { readonly kind: WorkKind }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const known: Readonly<Partial<Record<WorkKind, (typeof HINTS)[keyof typeof HINTS]>>> = HINTS;
  const hint = known[kind];
  return hint === undefined ? null : <p className={styles.hint}>{t(hint)}</p>;
}

interface KindFieldsProps {
  readonly kind: WorkKind;
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
}

function KindFields({ kind, typed, change }: KindFieldsProps) {
  const { t } = useTranslation('work');
  switch (kind) {
    case 'assign':
      return (
        <>
          <Field label={t('form.assignee')} hint={t('form.assigneeHint')} size="small">
            <Input value={typed.assignee} onChange={(_, { value }) => change({ assignee: value })} />
          </Field>
          <DayField label={t('form.dueOn')} typed={typed} change={change} />
        </>
      );
    case 'wait':
      return <DayField label={t('form.until')} typed={typed} change={change} required />;
    case 'claim':
      return (
        <Field label={t('form.reference')} size="small">
          <Input value={typed.reference} onChange={(_, { value }) => change({ reference: value })} />
        </Field>
      );
    case 'link':
      return (
        <Field label={t('form.orderNumber')} hint={t('form.orderNumberHint')} size="small" required>
          <Input value={typed.orderNumbers} onChange={(_, { value }) => change({ orderNumbers: value })} />
        </Field>
      );
    case 'accept-fee':
      return <FeeField typed={typed} change={change} />;
    default:
      return null;
  }
}

interface DayFieldProps extends Pick<KindFieldsProps, 'typed' | 'change'> {
  readonly label: string;
  readonly required?: boolean;
}

function DayField({ label, typed, change, required = false }: DayFieldProps) {
  return (
    <Field label={label} size="small" required={required}>
      <Input type="date" value={typed.day} onChange={(_, { value }) => change({ day: value })} />
    </Field>
  );
}

function FeeField({ typed, change }: Pick<KindFieldsProps, 'typed' | 'change'>) {
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  return (
    <Field label={t('form.feeType')} size="small">
      <Select
        value={typed.feeType}
        onChange={(_, { value }) =>
          change({ feeType: ACCEPTABLE_FEES.find((type) => type === value) ?? typed.feeType })
        }
      >
        {ACCEPTABLE_FEES.map((type) => (
          <option key={type} value={type}>
            {componentLabel(type, language)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
