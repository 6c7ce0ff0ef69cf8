// Payouts and deposits that may belong together and that only a person may put together, or part for good.
import { Button, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { type DepositGroup, groupKey } from '../../../core/bank/deposit-match.ts';
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import type { DepositsClient } from '../../deposits-client.ts';
import { useStyles } from '../styles.ts';
import { declinable, type PartOf, partsOf } from './deposit-parts.ts';
import { GroupFacts } from './group-facts.tsx';
import { usePartName } from './part-line.tsx';

export interface DecidingProps {
  readonly report: DepositReport;
  /** False while another decision is under way, or nobody said who decides. */
  readonly isReady: boolean;
  readonly onAccept: (group: Pick<DepositGroup, 'dues' | 'deposits'>) => void;
  readonly onDecline: (pairs: readonly { readonly due: string; readonly deposit: string }[]) => void;
  readonly onReverse: (group: HeldGroup, isApart: boolean) => void;
}

type HeldGroup = { readonly id: Parameters<DepositsClient['reverse']>[0]; readonly group: DepositGroup };

export function ProposalsCard(props: DecidingProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const { proposals } = props.report;
  const partOf = partsOf(props.report);
  return (
    <section className={styles.card} aria-labelledby="deposit-proposals">
      <h3 id="deposit-proposals" className={styles.heading}>
        {t('proposals', { n: proposals.length })}
      </h3>
      {proposals.length === 0 && <p className={styles.hint}>{t('noneAsked')}</p>}
      <ul className={styles.list}>
        {proposals.map(({ about, reason, solutions, more }) => (
          <li key={about} className={mergeClasses(styles.line, styles.cards)}>
            <span>{t(`reason.${reason}`)}</span>
            {solutions.map((group) => (
              <Solution key={groupKey(group)} {...props} group={group} partOf={partOf} />
            ))}
            {more && <span className={styles.hint}>{t('moreSolutions')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SolutionProps extends DecidingProps {
  readonly group: DepositGroup;
  readonly partOf: PartOf;
}

function Solution({ group, partOf, isReady, onAccept, onDecline }: SolutionProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const nameOf = usePartName();
  const { dues, deposits } = group;
  const isPair = dues.length === 1 && deposits.length === 1;
  const parts = [...dues.map((key) => partOf(key, 'due')), ...deposits.map((key) => partOf(key, 'deposit'))];
  const name = parts.map(nameOf).join(' + ');
  return (
    <div className={styles.inset}>
      <GroupFacts group={group} partOf={partOf} />
      <div className={styles.wrap}>
        <Button
          size="small"
          appearance="primary"
          aria-label={t('acceptNamed', { name })}
          disabled={!isReady}
          onClick={() => onAccept(group)}
        >
          {t('accept')}
        </Button>
        {declinable(group).map(({ key, pairs }) => {
          const own = nameOf(parts.find((part) => part.key === key) ?? partOf(key, 'due'));
          return (
            <Button
              key={key}
              size="small"
              aria-label={t('declineNamed', { name: isPair ? name : own })}
              disabled={!isReady}
              onClick={() => onDecline(pairs)}
            >
              {isPair ? t('decline') : t('declineNamed', { name: own })}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
