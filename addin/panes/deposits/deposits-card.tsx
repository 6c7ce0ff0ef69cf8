// Whether the payouts arrived: how many of each state, what differs with its sentence, accounts, reserves held.
import { Button, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { countStates, type DepositRow, depositRows, type DepositState } from '../../../core/bank/deposit-rows.ts';
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import { DEPOSIT_STATE_LABELS, explainDeposit } from '../../../core/bank/explain-deposit.ts';
import { readableAmount, ZERO } from '../../../core/money.ts';
import type { Tone } from '../../../core/worksheets/result-sheet.ts';
import type { Reconciled } from '../../result-facts.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { useDeposits } from './use-deposits.ts';

const TONES: Readonly<Record<DepositState, Tone>> = {
  FOOTS: 'good',
  PENDING: 'calm',
  CARRIED_FORWARD: 'calm',
  DEPOSIT_WITHOUT_BATCH: 'warning',
  DEPOSIT_DIFF: 'bad',
  DEPOSIT_MISSING: 'bad',
  FILE_INCONSISTENT: 'bad',
};

const SENTENCES_SHOWN = 5;

/** Nothing while no statement was pushed for these days: then nobody can tell what arrived. */
export function DepositsCard({ run, onOpen }: { readonly run: Reconciled; readonly onOpen: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { report: deposits } = useDeposits(run);
  if (deposits === null) return null;
  const rows = depositRows(deposits);
  return (
    <section className={styles.card} aria-labelledby="deposits">
      <h2 id="deposits" className={styles.heading}>
        {t('deposits.title')}
      </h2>
      <StateList run={run} rows={rows} />
      <Sentences rows={rows} />
      <Accounts report={deposits} />
      <WithWords part="deposits">
        <OpenButton onOpen={onOpen} />
      </WithWords>
    </section>
  );
}

function OpenButton({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('deposits');
  return (
    <div>
      <Button size="small" onClick={onOpen}>
        {t('open')}
      </Button>
    </div>
  );
}

function StateList({ run, rows }: { readonly run: Reconciled; readonly rows: readonly DepositRow[] }) {
  const styles = useStyles();
  const session = useSession();
  const { language } = useSessionState();
  const sheet = run.written.find(({ key }) => key === 'deposits');
  return (
    <ul className={styles.list}>
      {[...countStates(rows)].map(([state, count]) => (
        <li key={state} className={styles.line}>
          <button
            type="button"
            className={styles.plainButton}
            onClick={() => void (sheet && session.showSheet(sheet.id))}
          >
            <ToneIcon tone={TONES[state]} />
            <span className={styles.grow}>{DEPOSIT_STATE_LABELS[state][language]}</span>
            <span className={mergeClasses(styles.figure, styles.strong)}>{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The rows somebody should look at, each in its own words. */
function Sentences({ rows }: { readonly rows: readonly DepositRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useSessionState();
  const asked = rows.filter(({ state, proposal }) => TONES[state] === 'bad' || proposal !== null);
  if (asked.length === 0) return null;
  return (
    <>
      {asked.slice(0, SENTENCES_SHOWN).map((row) => (
        <p key={row.key} className={styles.hint}>
          {explainDeposit(row, language)}
        </p>
      ))}
      {asked.length > SENTENCES_SHOWN && (
        <p className={styles.hint}>{t('deposits.more', { n: asked.length - SENTENCES_SHOWN })}</p>
      )}
    </>
  );
}

/** Each account from opening to closing, and what platforms hold in reserve. */
function Accounts({ report }: { readonly report: DepositReport }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const held = report.reserves.filter(({ open }) => open !== ZERO);
  return (
    <>
      {report.accounts.map(({ account, opening, closing, statementClosing, difference }) => (
        <div key={account.key} className={styles.row}>
          <ToneIcon tone={statementClosing === null ? 'calm' : difference === ZERO ? 'good' : 'bad'} />
          <span className={styles.grow}>{account.key}</span>
          <span className={styles.quiet}>
            {t(difference === ZERO ? 'deposits.rolls' : 'deposits.breaks', {
              opening: readableAmount(opening),
              closing: readableAmount(closing),
              difference: readableAmount(difference),
            })}
          </span>
        </div>
      ))}
      {held.map(({ shop, currency, open }) => (
        <div key={`${shop} ${currency}`} className={styles.quiet}>
          {t('deposits.held', { shop, amount: `${currency} ${readableAmount(open)}` })}
        </div>
      ))}
    </>
  );
}
