// On the result: what of the run was undone since.
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice.tsx';
import { useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';

/** Above the figures of a run of which something was undone: by which runs, or what, where somebody else's run did it. */
export function UndoneNotice() {
  const { sinceRun } = useSessionState();
  if (sinceRun.undone.length === 0) return null;
  return (
    <WithWords part="undo">
      <Undone runs={sinceRun.undone.flatMap(({ runId, reversed }) => runId ?? reversed.receipts)} />
    </WithWords>
  );
}

function Undone({ runs }: { readonly runs: readonly string[] }) {
  const { t } = useTranslation('undo');
  return <Notice tone="warning">{t('since', { runs: runs.join(' · ') })}</Notice>;
}
