// The team's policy below the settings: what holds now, in plain words, and the form that sets another one.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import type { PolicyClient, PolicyInForce } from '../../policy-client.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { PolicyFacts } from './policy-facts.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The words of whoever signs are those of contracts and calendars. */
export function PolicyPart() {
  return (
    <WithWords part="fees">
      <WithWords part="policy">
        <Card />
      </WithWords>
    </WithWords>
  );
}

interface Told extends PolicyInForce {
  readonly client: PolicyClient;
}

type Step = 'shown' | 'open' | 'saved';

function Card() {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  const session = useSession();
  const ask = async (): Promise<Told> => {
    const client = await session.policy();
    return { client, ...(await client.inForce()) };
  };
  const [step, setStep] = useState<Step>('shown');
  const [saves, setSaves] = useState(0);
  // What was told before a change would stand beside the word that it is saved: then it is asked as if never told.
  const [asked, askAgain] = useAsked(ask, String(saves));
  const closed = (next: Step) => {
    setStep(next);
    if (next === 'saved') setSaves(saves + 1);
    else askAgain(); // somebody else may have saved meanwhile
  };
  return (
    <section className={styles.card} aria-labelledby="policy">
      <h2 id="policy" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('hint')}</p>
      {asked.state === 'failed' && (
        <FailureMessage title={t('loadFailed')} failure={asked.failure} onRetry={askAgain} />
      )}
      {asked.state === 'told' && step === 'open' && (
        <Opened>
          <PolicyForm {...asked.value} onSaved={() => closed('saved')} onCancel={() => closed('shown')} />
        </Opened>
      )}
      {asked.state === 'told' && step !== 'open' && <InForce {...asked.value} />}
      {step === 'saved' && <Notice tone="good">{t('saved')}</Notice>}
      {asked.state === 'told' && step !== 'open' && (
        <div>
          <Button size="small" onClick={() => setStep('open')}>
            {t(asked.value.kept === null ? 'set' : 'change')}
          </Button>
        </div>
      )}
    </section>
  );
}

function InForce({ kept, baseCurrency }: PolicyInForce) {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  return (
    <>
      {kept === null && <Notice tone="calm">{t('noneKept')}</Notice>}
      <PolicyFacts policy={kept?.content ?? DEFAULT_POLICY} baseCurrency={baseCurrency} isKept={kept !== null} />
      {kept !== null && (
        <div className={styles.quiet}>
          {t('signed', { day: kept.savedAt.slice(0, 10), author: kept.author || '—', note: kept.note || '—' })}
        </div>
      )}
    </>
  );
}
