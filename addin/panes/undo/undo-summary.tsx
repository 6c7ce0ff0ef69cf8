// What an undo takes back and posts, in figures: the same before it is confirmed and after it was posted.
import { useTranslation } from 'react-i18next';
import type { ReversalAnswer } from '../../../core/ledger-api.ts';
import { readableAmount, sum, ZERO } from '../../../core/money.ts';
import type { Receipt } from '../../../core/receipt.ts';
import { Figure } from '../preview.tsx';
import { useStyles } from '../styles.ts';
import { factsOf } from './undo-facts.ts';

const NUMBERS_SHOWN = 30;

export function UndoSummary({ answer }: { readonly answer: ReversalAnswer }) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  const { reversals, rebooked, changes } = factsOf(answer);
  const { reversed, movements, freed, ended, reopened } = answer;
  const counts = [
    [t('receipts'), reversals.length, moneyOf(reversals, t)],
    [t('rebooked'), rebooked.length, moneyOf(rebooked, t)],
    [t('sales'), reversed.sales.length, t('sheets', { n: reversed.sales.length })],
    [t('bank'), reversed.bank.length, t('sheets', { n: reversed.bank.length })],
    [t('vouchers'), reversed.vouchers.length, t('sheets', { n: reversed.vouchers.length })],
    [t('movements'), movements.length, t('items', { n: movements.length })],
    [t('freed'), freed.length, t('rows', { n: freed.length })],
    [t('ended'), ended.length, t('items', { n: ended.length })],
    [t('reopened'), reopened.length, t('items', { n: reopened.length })],
  ] as const;
  return (
    <>
      {changes.map(({ currency, cash, cleared, sold }) => (
        <div key={currency} className={styles.cards}>
          {cash !== ZERO && <Figure label={t('cash', { currency })}>{cash}</Figure>}
          {cleared !== ZERO && <Figure label={t('cleared', { currency })}>{cleared}</Figure>}
          {sold !== ZERO && <Figure label={t('sold', { currency })}>{sold}</Figure>}
        </div>
      ))}
      <ul className={styles.list}>
        {counts
          .filter(([, count]) => count > 0)
          .map(([label, , told]) => (
            <li key={label} className={`${styles.line} ${styles.between}`}>
              <span className={styles.grow}>{label}</span>
              <span className={styles.figure}>{told}</span>
            </li>
          ))}
      </ul>
      <Numbers numbers={[...reversed.receipts, ...reversed.sales, ...reversed.bank]} />
    </>
  );
}

/** Two currencies are never added: then only the number of documents is told. */
function moneyOf(receipts: readonly Receipt[], t: ReturnType<typeof useTranslation<'undo'>>['t']): string {
  const n = receipts.length;
  if (new Set(receipts.map(({ currency }) => currency)).size !== 1) return t('sheets', { n });
  return t('amount', { n, amount: readableAmount(sum(receipts.map(({ cash }) => cash))) });
}

function Numbers({ numbers }: { readonly numbers: readonly string[] }) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  if (numbers.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{t('numbers')}</summary>
      <div className={styles.grow}>{numbers.slice(0, NUMBERS_SHOWN).join(' · ')}</div>
      {numbers.length > NUMBERS_SHOWN && <div>{t('more', { n: numbers.length - NUMBERS_SHOWN })}</div>}
    </details>
  );
}
