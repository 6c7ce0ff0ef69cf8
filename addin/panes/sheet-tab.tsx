// The sheet on screen: what it is recognised as, what will be pushed, and what is wrong with it.
import { Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WorkbookView } from '../choose-sheets.ts';
import { AlongList } from './along-list.tsx';
import { CheckedSheetCards } from './checked-sheet-cards.tsx';
import { FailureMessage } from './failure-message.tsx';
import { FirstRun } from './first-run.tsx';
import { OnResult } from './on-result.tsx';
import { RecognitionCard } from './recognition-card.tsx';
import { RefusedCard } from './refused-card.tsx';
import { useSession, useSessionState } from './use-session.ts';

export function SheetTab({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { view } = useSessionState();
  if (view.state === 'loading') return <Spinner size="tiny" label={t('look.working')} />;
  if (view.state === 'failed') {
    const retry = () => void session.look();
    return <FailureMessage title={t('look.failed')} failure={view.failure} onRetry={retry} onSettings={onSettings} />;
  }
  return <SheetView view={view.value} />;
}

function SheetView({ view }: { readonly view: WorkbookView }) {
  const { active, beside } = view;
  if (!active) return <FirstRun />;
  switch (active.is) {
    case 'recognised':
      return (
        <>
          <RecognitionCard look={active.look} recognised={active.recognised} />
          {beside.length > 0 && <AlongList sheets={beside} />}
          <CheckedSheetCards />
        </>
      );
    case 'result':
      return <OnResult beside={beside} />;
    case 'refused': {
      const isNothingHere = active.refusal.code === 'EMPTY_SHEET' && beside.length === 0;
      return isNothingHere ? <FirstRun /> : <RefusedCard refusal={active.refusal} beside={beside} />;
    }
  }
}
