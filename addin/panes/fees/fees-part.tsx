// Contracts and calendars below the settings; its code and words come when the settings are opened.
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { useSession } from '../use-session.ts';
import { CalendarsCard } from './calendars-card.tsx';
import { ContractsCard } from './contracts-card.tsx';
import { WithWords } from '../with-words.tsx';

export function FeesPart() {
  return (
    <WithWords part="fees">
      <Cards />
    </WithWords>
  );
}

function Cards() {
  const { t } = useTranslation('fees');
  const session = useSession();
  const [client, askAgain] = useAsked(() => session.fees(), null);
  if (client.state === 'failed')
    return <FailureMessage title={t('loadFailed')} failure={client.failure} onRetry={askAgain} />;
  if (client.state === 'asking') return null;
  return (
    <>
      <ContractsCard client={client.value} />
      <CalendarsCard client={client.value} />
    </>
  );
}
