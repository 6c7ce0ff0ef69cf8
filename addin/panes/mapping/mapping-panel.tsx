// "Map this sheet": its code, its words and the whole sheet come when a person asks for it.
import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, failureOf } from '../../failure.ts';
import type { MappingStart } from '../../mapping/start-draft.ts';
import type { SheetToMap } from '../../session.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useSession } from '../use-session.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { WithWords } from '../with-words.tsx';

interface MappingPanelProps {
  readonly start: MappingStart;
  readonly onClose: () => void;
}

export function MappingPanel(props: MappingPanelProps) {
  return (
    <WithWords part="mapping">
      <WholeSheet {...props} />
    </WithWords>
  );
}

function WholeSheet({ start, onClose }: MappingPanelProps) {
  const { t } = useTranslation('mapping');
  const session = useSession();
  const [sheet, setSheet] = useState<SheetToMap | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    session.readForMapping().then(setSheet, (error: unknown) => setFailure(failureOf(error)));
  }, [session]);
  if (failure) return <FailureMessage title={t('failed')} failure={failure} onRetry={onClose} />;
  if (!sheet) return <Spinner size="tiny" label={t('working')} />;
  return <MappingEditor sheet={sheet} start={start} onClose={onClose} />;
}
