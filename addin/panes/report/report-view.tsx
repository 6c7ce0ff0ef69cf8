// The month-end report (應收月報): which month and which statements, its progress, and the way to its worksheets.
import { Button, Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReportMonths } from '../../../core/statements/report-api.ts';
import { monthsToReport } from '../../report-months.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WayCard } from '../way-card.tsx';
import { WithWords } from '../with-words.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportOutcome } from './report-outcome.tsx';

interface ReportViewProps {
  readonly onBack: () => void;
  /** On to closing the month. */
  readonly onMonths: () => void;
}

export function ReportView(props: ReportViewProps) {
  return (
    <WithWords part="report">
      <View {...props} />
    </WithWords>
  );
}

function View({ onBack, onMonths }: ReportViewProps) {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const session = useSession();
  const { settings, report } = useSessionState();
  const [months, askAgain] = useAsked(async () => (await session.reports()).months(), settings.serverAddress);
  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      <section className={styles.card} aria-labelledby="report">
        <h2 id="report" className={styles.title}>
          {t('title')}
        </h2>
        {months.state === 'asking' && <Spinner size="tiny" label={t('loading')} />}
        {months.state === 'failed' && (
          <FailureMessage title={t('loadFailed')} failure={months.failure} onRetry={askAgain} />
        )}
        {months.state === 'told' && <Form months={months.value} />}
      </section>
      <ReportOutcome />
      {report.state === 'done' && <WayCard part="months" onOpen={onMonths} />}
    </>
  );
}

function Form({ months }: { readonly months: ReportMonths }) {
  const { t } = useTranslation('report');
  const today = useSession().today();
  if (months.booked.length === 0) return <Notice tone="calm">{t('empty')}</Notice>;
  return <ReportForm months={monthsToReport(months, today)} today={today} shops={months.shops} />;
}
