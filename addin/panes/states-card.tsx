// Orders by state: sign, word and number; a click goes to the sheet that lists them.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { headlineLabel } from '../../core/reconcile/explain.ts';
import { DISCREPANCIES } from '../../core/reconcile/outcome.ts';
import type { ResultSheetKey, Tone } from '../../core/worksheets/result-sheet.ts';
import { toneOf } from '../../core/worksheets/shared-columns.ts';
import { countByHeadline, type Reconciled } from '../result-facts.ts';
import { ToneIcon } from './icons.tsx';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

export function StatesCard({ run }: { readonly run: Reconciled }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useSessionState();
  const { orders, unlinked } = run.result;
  const strays = unlinked.filter((line) => line.type === 'PAYOUT_WITHOUT_ORDER').length;
  return (
    <section className={styles.card} aria-labelledby="states">
      <div className={styles.between}>
        <h2 id="states" className={styles.heading}>
          {t('result.states')}
        </h2>
        <span className={styles.quiet}>{t('result.orders', { n: orders.length })}</span>
      </div>
      <ul className={styles.list}>
        {countByHeadline(run).map(({ headline, count }) => (
          <StateLine
            key={headline}
            run={run}
            tone={toneOf(headline)}
            label={headlineLabel(headline, language)}
            count={count}
            goTo={DISCREPANCIES.includes(headline) ? 'discrepancies' : 'orders'}
          />
        ))}
        {strays > 0 && (
          <StateLine
            run={run}
            tone={toneOf('PAYOUT_WITHOUT_ORDER')}
            label={headlineLabel('PAYOUT_WITHOUT_ORDER', language)}
            count={strays}
            goTo="discrepancies"
          />
        )}
      </ul>
    </section>
  );
}

interface StateLineProps {
  readonly run: Reconciled;
  readonly tone: Tone;
  readonly label: string;
  readonly count: number;
  readonly goTo: ResultSheetKey;
}

function StateLine({ run, tone, label, count, goTo }: StateLineProps) {
  const styles = useStyles();
  const session = useSession();
  const target = run.written.find((sheet) => sheet.key === goTo);
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.plainButton}
        onClick={() => void (target && session.showSheet(target.id))}
      >
        <ToneIcon tone={tone} />
        <span className={styles.grow}>{label}</span>
        <span className={mergeClasses(styles.figure, styles.strong)}>{count}</span>
      </button>
    </li>
  );
}
