// Closing a month: what its end would post and what still waits, and after a second button what was posted. The plan that
// is shown is the plan that is posted; where the books have changed meanwhile the new plan is shown, and nothing is closed.
import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOf } from '../../../core/ledger/month-end.ts';
import { ApiProblem } from '../../api-problem.ts';
import type { MonthClosed, MonthClosing } from '../../months-client.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { ShortField } from '../mapping/short-field.tsx';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import type { Entries } from './entries-card.tsx';
import { FeesWithoutInvoice } from './fees-without-invoice.tsx';
import { PiecesWithoutCost, PrepaidOrders, Vouchers, WaitingRows } from './month-end-facts.tsx';

interface ClosingPageProps {
  readonly month: string;
  readonly onClosed: () => void;
  /** To what the month's end lacks. */
  readonly onEnter: (entries: Entries) => void;
}

export function ClosingPage({ month, onClosed, onEnter }: ClosingPageProps) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const session = useSession();
  const [asked, askAgain] = useAsked(async () => (await session.months()).look(month), month);
  const [renewed, setRenewed] = useState<MonthClosing | null>(null);
  const [closed, setClosed] = useState<MonthClosed | null>(null);
  const done = (answer: MonthClosed) => {
    setClosed(answer);
    onClosed();
  };
  if (closed !== null)
    return (
      <Opened>
        <ClosedCard month={month} closed={closed} />
      </Opened>
    );
  return (
    <section className={styles.card} aria-labelledby="closing">
      <h2 id="closing" className={styles.title}>
        {t('closing', { month })}
      </h2>
      {asked.state === 'asking' && <Spinner size="tiny" label={t('looking', { month })} />}
      {asked.state === 'failed' && (
        <FailureMessage title={t('lookFailed', { month })} failure={asked.failure} onRetry={askAgain} />
      )}
      {asked.state === 'told' && (
        <Closing
          month={month}
          closing={renewed ?? asked.value}
          isRenewed={renewed !== null}
          onRenewed={setRenewed}
          onClosed={done}
          onEnter={onEnter}
        />
      )}
    </section>
  );
}

interface ClosingProps extends Pick<ClosingPageProps, 'onEnter'> {
  readonly month: string;
  readonly closing: MonthClosing;
  /** It is another one than was looked at first. */
  readonly isRenewed: boolean;
  readonly onRenewed: (closing: MonthClosing) => void;
  readonly onClosed: (closed: MonthClosed) => void;
}

function Closing(props: ClosingProps) {
  const { month, closing, isRenewed, onRenewed, onClosed, onEnter } = props;
  const { plan, waiting, openBefore } = closing;
  const styles = useStyles();
  const { t } = useTranslation('months');
  const session = useSession();
  const { settings } = useSessionState();
  const [author, setAuthor] = useState(settings.author);
  const [note, setNote] = useState('');
  const [answer, attempt, isBusy] = useAttempt();
  const close = async () => {
    session.rememberAuthor(author);
    const client = await session.months();
    try {
      onClosed(await client.close(month, plan.planHash, { author, note }));
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'PLAN_STALE')) throw error;
      onRenewed(await client.look(month));
    }
    return '';
  };
  const lastDay = lastDayOf(month);
  return (
    <>
      <p className={styles.hint}>{t('nothingYet')}</p>
      {session.today() <= lastDay && <Notice tone="warning">{t('notOver', { day: lastDay })}</Notice>}
      {openBefore.length > 0 && <Notice tone="warning">{t('openBefore', { months: openBefore.join(', ') })}</Notice>}
      <Vouchers title={t('vouchers')} vouchers={plan.vouchers} isPosted={false} />
      <PrepaidOrders orders={plan.prepaid} />
      <PiecesWithoutCost items={plan.withoutCost} onEnter={() => onEnter('costs')} />
      <FeesWithoutInvoice onEnter={() => onEnter('invoices')} />
      <WaitingRows rows={waiting} />
      <ShortField label={t('author')} value={author} required onChange={setAuthor} />
      <ShortField label={t('note')} value={note} onChange={setNote} />
      {isRenewed && <Notice tone="warning">{t('stale')}</Notice>}
      <div>
        <Button
          size="small"
          appearance="primary"
          disabled={isBusy || author.trim() === ''}
          onClick={() => void attempt(close)}
        >
          {t('confirmClose')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('closeFailed')} />
    </>
  );
}

function ClosedCard({ month, closed }: { readonly month: string; readonly closed: MonthClosed }) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  return (
    <section className={styles.card} aria-labelledby="closed">
      <h2 id="closed" className={styles.title}>
        {t('closing', { month })}
      </h2>
      <Notice tone="good">{t('closed', { month })}</Notice>
      <Vouchers title={t('posted')} vouchers={closed.monthEnd} isPosted />
      <WaitingRows rows={closed.waiting} />
    </section>
  );
}
