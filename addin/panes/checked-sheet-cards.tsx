// The sheet on screen read in full: a preview of what will be pushed, and the rows that cannot be read.
import { ProgressBar } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isConfirmed } from '../confirmation.ts';
import type { CheckedSheet } from '../session.ts';
import { FailureMessage } from './failure-message.tsx';
import { OrdersPreview, PayoutPreview } from './preview.tsx';
import { ProblemList } from './problem-list.tsx';
import { RefusedCard } from './refused-card.tsx';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

export function CheckedSheetCards() {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { checked } = useSessionState();
  if (!checked) return null;
  if (checked.state === 'failed')
    return <FailureMessage title={t('preview.failed')} failure={checked.failure} onRetry={() => void session.look()} />;
  if (checked.state === 'ready') return <Checked checked={checked.value} />;
  const { done = 0, total = 0 } = checked.progress ?? {};
  return (
    <section className={styles.card}>
      <span role="status">{t('preview.reading')}</span>
      <ProgressBar {...(total > 0 ? { value: done / total } : {})} aria-label={t('preview.reading')} />
    </section>
  );
}

/** What a sheet is asked about; most sheets are asked nothing. */
const AskedCards = lazy(async () => ({ default: (await import('./mapping/asked-cards.tsx')).AskedCards }));

function Asked({ checked }: { readonly checked: CheckedSheet }) {
  return (
    <Suspense fallback={null}>
      <AskedCards checked={checked} />
    </Suspense>
  );
}

function Checked({ checked }: { readonly checked: CheckedSheet }) {
  const { facts } = useSessionState();
  const { check, hasHiddenRows } = checked;
  if (check.outcome === 'refused')
    return (
      <>
        <RefusedCard refusal={check.refusal} beside={[]} isKnown />
        {(check.refusal.values ?? check.refusal.questions) && <Asked checked={checked} />}
      </>
    );
  const parts = check.outcome === 'statement' ? [check.rows] : check.parts;
  return (
    <>
      {(hasHiddenRows || !isConfirmed(check.recognised.mapping, facts)) && <Asked checked={checked} />}
      {parts.map((rows) =>
        rows.kind === 'orders' ? (
          <OrdersPreview key={rows.currency} sheet={rows} />
        ) : (
          <PayoutPreview key={rows.currency} sheet={rows} />
        ),
      )}
      <ProblemList
        checked={checked}
        problems={parts.flatMap((rows) => rows.problems)}
        columns={check.recognised.columns}
      />
    </>
  );
}
