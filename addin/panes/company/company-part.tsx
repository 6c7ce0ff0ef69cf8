// Company, shops and exchange rates below the settings: what holds now, in plain words, and the forms that set it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CompanySettings, DEFAULT_COMPANY } from '../../../core/company.ts';
import type { CompanyClient, CompanyInForce } from '../../company-client.ts';
import type { Kept } from '../../kept-settings.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { CompanyFacts } from './company-facts.tsx';
import type { CompanyView, Part } from './company-view.ts';
import { RatesCard } from './rates-card.tsx';
import { ShopsCard } from './shops-card.tsx';

/** The words of whoever signs are those of contracts and calendars. */
export function CompanyPart() {
  const { settings } = useSessionState();
  return (
    <WithWords part="fees">
      <WithWords part="company">
        <Cards key={settings.serverAddress} />
      </WithWords>
    </WithWords>
  );
}

function Cards() {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const session = useSession();
  const [asked, askAgain] = useAsked(async () => {
    const client = await session.company();
    return { client, ...(await client.inForce()) };
  }, null);
  const view = useView(asked.state === 'told' ? asked.value : null, askAgain);
  return (
    <>
      <section className={styles.card} aria-labelledby="company">
        <h2 id="company" className={styles.heading}>
          {t('title')}
        </h2>
        <p className={styles.hint}>{t('hint')}</p>
        {asked.state === 'failed' && (
          <FailureMessage title={t('loadFailed')} failure={asked.failure} onRetry={askAgain} />
        )}
        {view !== null && <CompanyFacts {...view} />}
      </section>
      {view !== null && <ShopsCard {...view} />}
      {view !== null && <RatesCard {...view} />}
    </>
  );
}

interface Told extends CompanyInForce {
  readonly client: CompanyClient;
}

function useView(told: Told | null, askAgain: () => void): CompanyView | null {
  const [open, setOpen] = useState<Part | null>(null);
  const [saved, setSaved] = useState<Part | null>(null);
  const [last, setLast] = useState<Kept<CompanySettings> | null>(null);
  if (told === null) return null;
  // What was saved here is known from the answer, before it is asked again.
  const kept = last !== null && last.version > (told.kept?.version ?? 0) ? last : told.kept;
  return {
    ...{ client: told.client, shops: told.shops, kept, company: kept?.content ?? DEFAULT_COMPANY, open, saved },
    onOpen: (part) => {
      setSaved(null);
      setOpen(part);
    },
    onCancel: () => {
      setOpen(null);
      askAgain(); // somebody else may have saved meanwhile
    },
    onSaved: (now) => {
      setLast(now);
      setSaved(open);
      setOpen(null);
    },
  };
}
