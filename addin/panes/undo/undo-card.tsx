// On the result: the way to undo what was booked, and what was undone since.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';

export function UndoCard({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <WithWords part="undo">
      <Card onOpen={onOpen} />
    </WithWords>
  );
}

function Card({ onOpen }: { readonly onOpen: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  return (
    <section className={styles.card} aria-labelledby="undo-card">
      <h2 id="undo-card" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('cardHint')}</p>
      <div>
        <Button size="small" onClick={onOpen}>
          {t('open')}
        </Button>
      </div>
    </section>
  );
}

/** Above the figures of a run of which something was undone. */
export function UndoneNotice() {
  const { sinceRun } = useSessionState();
  if (sinceRun.undone.length === 0) return null;
  return (
    <WithWords part="undo">
      <Undone runs={sinceRun.undone.flatMap(({ runId }) => runId ?? [])} />
    </WithWords>
  );
}

function Undone({ runs }: { readonly runs: readonly string[] }) {
  const { t } = useTranslation('undo');
  return <Notice tone="warning">{t('since', { runs: runs.join(' · ') })}</Notice>;
}
