// Closing months (月結與關帳): the months of the books with their states, and from there to what one of them can become.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../library/use-asked.ts';
import { Opened } from '../opened.tsx';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { ChangeForm } from './change-form.tsx';
import { CostsPart } from '../costs/costs-part.tsx';
import { InvoicesPart } from '../invoices/invoices-part.tsx';
import { ClosingPage } from './closing-page.tsx';
import { EntriesCard, type Entries } from './entries-card.tsx';
import { type MonthAction, MonthList } from './month-list.tsx';

export function MonthsView({ onBack }: { readonly onBack: () => void }) {
  return (
    <WithWords part="months">
      <View onBack={onBack} />
    </WithWords>
  );
}

interface MonthPage {
  readonly month: string;
  readonly action: MonthAction;
}

interface EntriesPage {
  readonly entries: Entries;
  /** The page on which it was seen that they lack. */
  readonly from: MonthPage | null;
}

function View({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('months');
  const session = useSession();
  const { settings } = useSessionState();
  const [page, setPage] = useState<MonthPage | EntriesPage | null>(null);
  const [said, say] = useState('');
  const [changes, setChanges] = useState(0);
  // A month that has changed would stand there as it was: then the months are asked as if never told.
  const about = `${settings.serverAddress} ${changes}`;
  const [months, askAgain] = useAsked(async () => (await session.months()).list(), about);
  const closedAfter = (month: string) => {
    const all = months.state === 'told' ? months.value : [];
    const later = all.filter((one) => one.month > month && one.state !== 'open');
    return later.map((one) => one.month).sort();
  };
  const leave = (sentence = '') => {
    setPage(null);
    say(sentence);
    if (sentence === '')
      askAgain(); // somebody else may have changed one meanwhile
    else setChanges(changes + 1);
  };
  return (
    <>
      {page === null && (
        <>
          <BackButton onClick={onBack}>{t('back')}</BackButton>
          <MonthList
            months={months}
            said={said}
            onRetry={askAgain}
            onAct={(month, action) => setPage({ month, action })}
          />
          <EntriesCard onOpen={(entries) => setPage({ entries, from: null })} />
        </>
      )}
      {page !== null && 'entries' in page && (
        <Opened key={page.entries}>
          {page.from === null ? (
            <BackButton onClick={() => leave()}>{t('toMonths')}</BackButton>
          ) : (
            <BackButton onClick={() => setPage(page.from)}>{t('toClosing', { month: page.from.month })}</BackButton>
          )}
          {page.entries === 'invoices' ? <InvoicesPart /> : <CostsPart />}
        </Opened>
      )}
      {page !== null && 'month' in page && (
        <Opened key={page.month}>
          <BackButton onClick={() => leave()}>{t('toMonths')}</BackButton>
          {page.action === 'close' ? (
            <ClosingPage
              month={page.month}
              onClosed={() => setChanges(changes + 1)}
              onEnter={(entries) => setPage({ entries, from: page })}
            />
          ) : (
            <ChangeForm
              month={page.month}
              action={page.action}
              closedAfter={closedAfter(page.month)}
              onDone={leave}
              onCancel={() => leave()}
            />
          )}
        </Opened>
      )}
    </>
  );
}

interface BackButtonProps {
  readonly onClick: () => void;
  readonly children: string;
}

function BackButton({ onClick, children }: BackButtonProps) {
  return (
    <div>
      <Button size="small" onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}
