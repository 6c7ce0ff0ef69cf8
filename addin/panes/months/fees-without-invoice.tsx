// Before a month is closed: fees that wait for the platform's invoice, with the way to booking it. Nothing where none do.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '../failure-message.tsx';
import { PrepaidFees } from '../invoices/prepaid-fees.tsx';
import { useAsked } from '../library/use-asked.ts';
import { useSession } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';

interface FeesProps {
  /** To where invoices are booked. */
  readonly onEnter: () => void;
}

export function FeesWithoutInvoice(props: FeesProps) {
  return (
    <WithWords part="invoices">
      <Fees {...props} />
    </WithWords>
  );
}

function Fees({ onEnter }: FeesProps) {
  const { t } = useTranslation(['months', 'invoices']);
  const session = useSession();
  const [asked, askAgain] = useAsked(async () => (await session.invoices()).list(), null);
  if (asked.state === 'failed')
    return <FailureMessage title={t('invoices:loadFailed')} failure={asked.failure} onRetry={askAgain} />;
  if (asked.state === 'asking' || asked.value.prepaid.length === 0) return null;
  return (
    <>
      <PrepaidFees prepaid={asked.value.prepaid} />
      <div>
        <Button size="small" onClick={onEnter}>
          {t('entries.invoices')}
        </Button>
      </div>
    </>
  );
}
