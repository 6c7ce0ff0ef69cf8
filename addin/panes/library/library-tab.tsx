// The library: every mapping of the team and of the product, and each with its history.
import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '../failure-message.tsx';
import { Opened } from '../opened.tsx';
import { WithWords } from '../with-words.tsx';
import { useSession } from '../use-session.ts';
import { LibraryList } from './library-list.tsx';
import { MappingPage } from './mapping-page.tsx';
import { useAsked } from './use-asked.ts';

export function LibraryTab() {
  return (
    <WithWords part="mapping">
      <Library />
    </WithWords>
  );
}

function Library() {
  const { t } = useTranslation('mapping');
  const session = useSession();
  const [chosen, choose] = useState<string | null>(null);
  const [list, askAgain] = useAsked(async () => (await session.library()).list(), null);
  const back = () => {
    choose(null);
    askAgain();
  };
  if (chosen !== null)
    return (
      <Opened>
        <MappingPage id={chosen} onBack={back} />
      </Opened>
    );
  if (list.state === 'failed')
    return <FailureMessage title={t('library.failed')} failure={list.failure} onRetry={askAgain} />;
  if (list.state === 'asking') return <Spinner size="tiny" label={t('library.working')} />;
  return <LibraryList entries={list.value} onChoose={choose} />;
}
