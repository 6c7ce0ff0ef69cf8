// The receipts of the run with their cash, and whether stock needs attention.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../core/money.ts';
import type { Reconciled } from '../result-facts.ts';
import { ToneIcon } from './icons.tsx';
import { useStyles } from './styles.ts';
import { UndoButton } from './undo/undo-button.tsx';
import { useSessionState } from './use-session.ts';

const RECEIPTS_SHOWN = 5;

interface ReceiptsCardProps {
  readonly run: Reconciled;
  readonly onUndo: (number: string) => void;
}

export function ReceiptsCard({ run, onUndo }: ReceiptsCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { sinceRun } = useSessionState();
  const { receipts, posted } = run.result;
  const reversed = receipts.flatMap(({ reverses }) => reverses ?? []);
  const undone = new Set([...reversed, ...sinceRun.undone.flatMap((answer) => answer.reversed.receipts)]);
  return (
    <section className={styles.card} aria-labelledby="receipts">
      <div className={styles.between}>
        <h2 id="receipts" className={styles.heading}>
          {t('counted', { what: t('result.receipts'), n: receipts.length })}
        </h2>
        <span className={styles.quiet}>{t('result.newReceipts', { n: posted.receipts })}</span>
      </div>
      <ul className={styles.list}>
        {receipts.slice(-RECEIPTS_SHOWN).map((receipt) => (
          <li key={receipt.number} className={mergeClasses(styles.line, styles.row)}>
            <span className={mergeClasses(styles.grow, undone.has(receipt.number) && styles.gone)}>
              {receipt.number}
            </span>
            <span className={styles.quiet}>{receipt.receivedOn}</span>
            <span className={mergeClasses(styles.figure, styles.money)}>{readableAmount(receipt.cash)}</span>
            <span className={styles.sign}>
              {receipt.reverses === null && !undone.has(receipt.number) && (
                <UndoButton name={receipt.number} onClick={() => onUndo(receipt.number)} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {receipts.length > RECEIPTS_SHOWN && (
        <p className={styles.hint}>{t('result.moreReceipts', { n: receipts.length - RECEIPTS_SHOWN })}</p>
      )}
      <Alerts run={run} />
    </section>
  );
}

function Alerts({ run }: { readonly run: Reconciled }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { alerts } = run.result.stock;
  if (alerts.length === 0) return null;
  const low = alerts.filter((alert) => alert.kind === 'LOW').length;
  return (
    <>
      <h3 className={styles.heading}>{t('counted', { what: t('result.alerts'), n: alerts.length })}</h3>
      <div className={styles.row}>
        <ToneIcon tone={low > 0 ? 'warning' : 'calm'} />
        <span>{t('result.alertsHint', { low, unknown: alerts.length - low })}</span>
      </div>
    </>
  );
}
