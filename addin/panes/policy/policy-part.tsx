// The team's policy below the settings: what holds now, in plain words, and the form that sets another one.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_POLICY } from '../../../core/reconcile/policy.ts';
import type { PolicyClient, PolicyInForce } from '../../policy-client.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
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

function Card() {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  const session = useSession();
  const ask = async (): Promise<Told> => {
    const client = await session.policy();
    return { client, ...(await client.inForce()) };
  };
  const [asked, askAgain] = useAsked(ask, null);
  return (
    <section className={styles.card} aria-labelledby="policy">
      <h2 id="policy" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('hint')}</p>
      {asked.state === 'failed' && (
        <FailureMessage title={t('loadFailed')} failure={asked.failure} onRetry={askAgain} />
      )}
      {asked.state === 'told' && <Policy told={asked.value} onSaved={askAgain} />}
    </section>
  );
}

function Policy({ told, onSaved }: { readonly told: Told; readonly onSaved: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  const [step, setStep] = useState<'shown' | 'open' | 'saved'>('shown');
  const { kept, baseCurrency, client } = told;
  if (step === 'open')
    return (
      <PolicyForm
        {...{ kept, baseCurrency, client }}
        onSaved={() => {
          setStep('saved');
          onSaved();
        }}
        onCancel={() => {
          setStep('shown');
          onSaved(); // somebody else may have saved meanwhile
        }}
      />
    );
  return (
    <>
      {kept === null && <Notice tone="calm">{t('noneKept')}</Notice>}
      <PolicyFacts policy={kept?.content ?? DEFAULT_POLICY} {...{ baseCurrency }} isKept={kept !== null} />
      {kept !== null && (
        <div className={styles.quiet}>
          {t('signed', { day: kept.savedAt.slice(0, 10), author: kept.author || '—', note: kept.note || '—' })}
        </div>
      )}
      {step === 'saved' && <Notice tone="good">{t('saved')}</Notice>}
      <div>
        <Button size="small" onClick={() => setStep('open')}>
          {t(kept === null ? 'set' : 'change')}
        </Button>
      </div>
    </>
  );
}
