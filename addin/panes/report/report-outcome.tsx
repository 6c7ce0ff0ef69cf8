// What came of a month-end report: what is owed, whether it agrees with the books, and its worksheets.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../../core/money.ts';
import { explainOnly } from '../../../core/statements/report-only.ts';
import type { MonthReport } from '../../report-month.ts';
import { FailureMessage } from '../failure-message.tsx';
import { Notice } from '../notice.tsx';
import { SheetLinks } from '../sheet-links.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

export function ReportOutcome() {
  const { t } = useTranslation('report');
  const { report } = useSessionState();
  switch (report.state) {
    case 'idle':
    case 'running':
      return null;
    case 'cancelled':
      return <Notice tone="calm">{t('cancelled')}</Notice>;
    case 'failed':
      return <FailureMessage title={t('failed')} failure={report.failure} />;
    case 'done':
      return <Done report={report.report} />;
  }
}

function Done({ report: { month, only, written, open, ties } }: { readonly report: MonthReport }) {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const { language } = useSessionState();
  return (
    <>
      <section className={styles.card} aria-labelledby="report-done">
        <h2 id="report-done" className={styles.heading}>
          {t('done', { month: month.month })}
        </h2>
        {only !== null && <p className={styles.hint}>{explainOnly(only)[language]}</p>}
        {open.length === 0 && <p className={styles.hint}>{t('nothing')}</p>}
        {open.map(({ currency, open: amount }) => (
          <div key={currency} className={styles.between}>
            <span className={styles.grow}>{t('openAt', { day: month.days.to, currency })}</span>
            <span className={mergeClasses(styles.figure, styles.strong)}>{readableAmount(amount)}</span>
          </div>
        ))}
        <Notice tone={ties ? 'good' : 'bad'}>{t(ties ? 'ties' : 'tiesNot')}</Notice>
      </section>
      <SheetLinks written={written} title={t('sheets')} gone={t('sheetGone')} />
    </>
  );
}
