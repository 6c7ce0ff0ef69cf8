// First use of a mapping with unsure facts: which they are, what this file says for it, and one button that settles it.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SheetCheck } from '../../../core/import/normalize-sheet.ts';
import { isTroubled as isSheetTroubled } from '../../confirmation.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';

interface ConfirmCardProps {
  readonly check: Exclude<SheetCheck, { outcome: 'refused' }>;
}

export function ConfirmCard({ check }: ConfirmCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { facts, settings } = useSessionState();
  const [answer, attempt, isBusy] = useAttempt();
  const { id, version, notes } = check.recognised.mapping;
  const isTroubled = isSheetTroubled(check);
  const confirm = async () => {
    const ref = facts.find((fact) => fact.id === id) ?? { origin: 'built-in' as const, version };
    await (await session.library()).confirm(id, ref, settings.author || t('library.somebody'));
    await session.mappingsChanged();
    return '';
  };
  return (
    <Notice tone={isTroubled ? 'warning' : 'calm'}>
      <div className={styles.strong}>{t('confirm.title')}</div>
      <div>{t(isTroubled ? 'confirm.blocking' : 'confirm.hint')}</div>
      <NetHolds check={check} />
      {notes.length > 0 && (
        <details className={styles.details}>
          <summary>{t('confirm.facts')}</summary>
          <ul className={styles.steps}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <Button size="small" disabled={isBusy} onClick={() => void attempt(confirm)}>
        {t('confirm.right')}
      </Button>
      <AnswerNotice answer={answer} failed={t('confirm.failed')} />
    </Notice>
  );
}

/** Where every row of money adds up, that speaks for the mapping. */
function NetHolds({ check }: ConfirmCardProps) {
  const { t } = useTranslation('mapping');
  if (check.outcome !== 'read' || check.recognised.kind !== 'payout') return null;
  const rows = check.parts.reduce((count, part) => count + part.rows.accepted, 0);
  const rejected = check.parts.some((part) => part.rows.rejected > 0);
  return rejected || rows === 0 ? null : <div>{t('confirm.holds', { rows: rows.toLocaleString('en-US') })}</div>;
}
