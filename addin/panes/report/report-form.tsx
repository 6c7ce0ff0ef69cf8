// What a month-end report shall hold; in place of its button the progress while it is made.
import { Button, Field, ProgressBar, Select } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessDate } from '../../../core/business-date.ts';
import { type AgingBounds, agingBoundsSchema, DEFAULT_AGING_BOUNDS } from '../../../core/statements/aging.ts';
import type { ReportOnly, ShopPlace } from '../../../core/statements/report-only.ts';
import { PARTIES, type PartyKind } from '../../../core/statements/statement.ts';
import { type ReportMonth, monthToBeginWith } from '../../report-months.ts';
import type { Progress } from '../../watch.ts';
import { PlainChoice, PlainText } from '../fees/plain-fields.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { OnlyField } from './only-field.tsx';

interface ReportFormProps {
  /** At least the current one. */
  readonly months: readonly ReportMonth[];
  readonly today: BusinessDate;
  readonly shops: readonly ShopPlace[];
}

export function ReportForm({ months, today, shops }: ReportFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const session = useSession();
  const { report, run } = useSessionState();
  const [chosen, choose] = useState(() => monthToBeginWith(months, today)?.month);
  const [only, setOnly] = useState<ReportOnly | null>(null);
  const [by, setBy] = useState<PartyKind | 'none'>('shop');
  const [aging, setAging] = useState(DEFAULT_AGING_BOUNDS.join(','));
  const bounds = boundsIn(aging);
  const month = months.find((one) => one.month === chosen) ?? months[0];
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (month === undefined || bounds === null) return;
    void session.reportMonth({ month, bounds, statementsBy: by === 'none' ? null : by, only });
  };
  return (
    <form className={styles.cards} onSubmit={make}>
      <MonthField months={months} chosen={month} onChoose={choose} />
      <OnlyField shops={shops} value={only} onChange={setOnly} />
      <PlainChoice<PartyKind | 'none'>
        label={t('statements')}
        value={by}
        options={([...PARTIES, 'none'] as const).map((value) => ({ value, text: t(`by.${value}`) }))}
        onChange={setBy}
      />
      <p className={styles.hint}>{t('statementsHint')}</p>
      <PlainText
        label={t('aging')}
        value={aging}
        hint={t('agingHint')}
        problem={bounds === null ? t('wrongAging') : undefined}
        onChange={setAging}
      />
      {report.state === 'running' ? (
        <Running progress={report.progress} />
      ) : (
        <>
          <Button appearance="primary" type="submit" disabled={bounds === null || run.state === 'running'}>
            {t('make')}
          </Button>
          <p className={styles.hint}>{t(run.state === 'running' ? 'busy' : 'replaces')}</p>
        </>
      )}
    </form>
  );
}

interface MonthFieldProps {
  readonly months: readonly ReportMonth[];
  readonly chosen: ReportMonth | undefined;
  readonly onChoose: (month: string) => void;
}

function MonthField({ months, chosen, onChoose }: MonthFieldProps) {
  const { t } = useTranslation('report');
  const nameOf = ({ month, isClosed, isRunning }: ReportMonth) => {
    if (isClosed) return t('monthClosed', { month });
    return isRunning ? t('monthRunning', { month }) : month;
  };
  return (
    <Field label={t('month')} size="small" {...(chosen ? { hint: t('monthHint', { ...chosen.days }) } : {})}>
      <Select value={chosen?.month ?? ''} onChange={(_, { value }) => onChoose(value)}>
        {months.map((one) => (
          <option key={one.month} value={one.month}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** `30,60,90`; null where it is no list of rising days. */
function boundsIn(text: string): AgingBounds | null {
  const parts = text.split(/[,，、\s]+/).filter((part) => part !== '');
  const read = agingBoundsSchema.safeParse(parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : NaN)));
  return read.success ? read.data : null;
}

function Running({ progress }: { readonly progress: Progress | null }) {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const { t: say } = useTranslation();
  const session = useSession();
  const step = progress === null ? t('asking') : say('progress.writing', { sheet: progress.sheet ?? '' });
  const value = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <>
      <span className={styles.grow} role="status">
        {step}
      </span>
      <ProgressBar {...(value === undefined ? {} : { value })} thickness="large" aria-label={step} />
      <Button onClick={session.cancel}>{t('cancel')}</Button>
    </>
  );
}
