// Payouts and deposits (撥款與入帳), decided about: proposals accepted or declined, pairs put together by hand, and what
// was put together taken back.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepositDays, DepositsClient } from '../../deposits-client.ts';
import type { Reconciled } from '../../result-facts.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { ShortField } from '../mapping/short-field.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { ByHandCard } from './by-hand-card.tsx';
import { pairsOf } from './deposit-parts.ts';
import { HeldCard } from './held-card.tsx';
import { type DecidingProps, ProposalsCard } from './proposals-card.tsx';
import { useDeposits } from './use-deposits.ts';

interface DepositsViewProps {
  readonly run: Reconciled;
  readonly onBack: () => void;
}

export function DepositsView(props: DepositsViewProps) {
  return (
    <WithWords part="deposits">
      <View {...props} />
    </WithWords>
  );
}

type Said = 'accepted' | 'declined' | 'reversed';

function View({ run, onBack }: DepositsViewProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const { settings } = useSessionState();
  const { report, decide } = useDeposits(run);
  const [author, setAuthor] = useState(settings.author);
  const [answer, attempt, isBusy] = useAttempt();
  const name = author.trim();
  const work = (said: Said, what: (client: DepositsClient, days: DepositDays) => Promise<void>) =>
    void attempt(async () => {
      await decide(name, what);
      return t(said);
    });
  const deciding = { isReady: !isBusy && name !== '', ...decisionsBy(name, work) };
  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      <section className={styles.card} aria-labelledby="deposits-title">
        <h2 id="deposits-title" className={styles.title}>
          {t('title')}
        </h2>
        <p className={styles.hint}>{t('hint')}</p>
        <ShortField label={t('author')} value={author} required onChange={setAuthor} />
      </section>
      <AnswerNotice answer={answer} failed={t('notDone')} />
      {report === null ? (
        <Notice tone="calm">{t('noneAsked')}</Notice>
      ) : (
        <>
          <ProposalsCard report={report} {...deciding} />
          <ByHandCard report={report} {...deciding} />
          <HeldCard report={report} {...deciding} />
        </>
      )}
    </>
  );
}

type Work = (said: Said, what: (client: DepositsClient, days: DepositDays) => Promise<void>) => void;

/** Each decision as the calls it makes, one after the other. */
function decisionsBy(author: string, work: Work): Pick<DecidingProps, 'onAccept' | 'onDecline' | 'onReverse'> {
  const part = async (client: DepositsClient, pairs: ReturnType<typeof pairsOf>) => {
    for (const pair of pairs) await client.decline({ ...pair, author });
  };
  return {
    onAccept: ({ dues, deposits }) =>
      work('accepted', (client, { from, to }) =>
        client.accept({ from, to, dues: [...dues], deposits: [...deposits], author }),
      ),
    onDecline: (pairs) => work('declined', (client) => part(client, [...pairs])),
    onReverse: ({ id, group }, isApart) =>
      work('reversed', async (client, { asOf }) => {
        await client.reverse(id, { author, on: asOf });
        if (isApart) await part(client, pairsOf(group));
      }),
  };
}
