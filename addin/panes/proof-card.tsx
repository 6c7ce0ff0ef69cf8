// The proof of the run: net of the files = sum of where it went, in amount and in rows.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { type Conservation, DISPOSITIONS } from '../../core/api.ts';
import { readableAmount, ZERO } from '../../core/money.ts';
import { USE_LABELS } from '../../core/worksheets/labels.ts';
import { dispositionTotal, isProven, type Reconciled } from '../result-facts.ts';
import { ToneIcon } from './icons.tsx';
import { Figure } from './preview.tsx';
import { useStyles } from './styles.ts';
import { useSessionState } from './use-session.ts';

export function ProofCard({ run }: { readonly run: Reconciled }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { asOf, conservation } = run.result;
  return (
    <section className={styles.card} aria-labelledby="proof">
      <div className={styles.between}>
        <h2 id="proof" className={styles.heading}>
          {t('run.done')}
        </h2>
        <span className={styles.quiet}>{t('result.asOf', { day: asOf })}</span>
      </div>
      {conservation.length === 0 && <p className={styles.hint}>{t('result.noPayout')}</p>}
      {conservation.map((proof) => (
        <Proof key={proof.currency} proof={proof} />
      ))}
    </section>
  );
}

function Proof({ proof }: { readonly proof: Conservation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useSessionState();
  const { currency, net, rows, difference, dispositions } = proof;
  const isHeld = isProven(proof);
  const figures = {
    net: readableAmount(net),
    total: readableAmount(dispositionTotal(proof)),
    difference: readableAmount(difference),
  };
  return (
    <>
      <div className={styles.between}>
        <span className={styles.quiet}>{t('result.net')}</span>
        <span className={mergeClasses(styles.figure, styles.big)}>
          {currency} {figures.net}
        </span>
      </div>
      <div className={styles.row}>
        <ToneIcon tone={isHeld ? 'good' : 'bad'} />
        <span className={mergeClasses(styles.strong, styles.grow)}>
          {t(isHeld ? 'result.proofHolds' : 'result.proofFails', figures)}
        </span>
        <span className={styles.quiet}>{t('result.rowsProof', { n: rows })}</span>
      </div>
      {DISPOSITIONS.filter((where) => dispositions[where] !== ZERO).map((where) => (
        <Figure key={where} label={USE_LABELS[where][language]}>
          {dispositions[where]}
        </Figure>
      ))}
    </>
  );
}
