// Fee contracts in the settings: those that are kept, and those that the books propose.
import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeeProposal } from '../../../core/fees/propose-fees.ts';
import type { FeesClient } from '../../fees-client.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { ContractItem } from './contract-item.tsx';
import { ProposalItem } from './proposal-item.tsx';

export function ContractsCard({ client }: { readonly client: FeesClient }) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const [kept, askAgain] = useAsked(() => client.contracts(), null);
  const [proposals, setProposals] = useState<readonly FeeProposal[] | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  const [answer, attempt, isBusy] = useAttempt();
  const learn = async () => {
    setAccepted(false);
    setProposals(await client.learn());
    return '';
  };
  const accepted = () => {
    setAccepted(true);
    askAgain();
  };
  return (
    <section className={styles.card} aria-labelledby="fee-contracts">
      <h2 id="fee-contracts" className={styles.heading}>
        {t('contracts')}
      </h2>
      <p className={styles.hint}>{t('contractsHint')}</p>
      {kept.state === 'failed' && <FailureMessage title={t('loadFailed')} failure={kept.failure} onRetry={askAgain} />}
      {kept.state === 'told' && kept.value.length === 0 && <p className={styles.hint}>{t('noContracts')}</p>}
      {kept.state === 'told' && kept.value.length > 0 && (
        <ul className={styles.list}>
          {kept.value.map((one) => (
            <ContractItem
              key={`${one.content.id}@${one.content.version}`}
              kept={one}
              client={client}
              onSaved={accepted}
            />
          ))}
        </ul>
      )}
      {isAccepted && <Notice tone="good">{t('saved')}</Notice>}
      <div className={styles.row}>
        <Button size="small" disabled={isBusy} onClick={() => void attempt(learn)}>
          {t('learn')}
        </Button>
        {isBusy && <Spinner size="tiny" label={t('learning')} />}
      </div>
      <AnswerNotice answer={answer} failed={t('learnFailed')} />
      {proposals && <Proposals proposals={proposals} client={client} onAccepted={accepted} />}
    </section>
  );
}

interface ProposalsProps {
  readonly proposals: readonly FeeProposal[];
  readonly client: FeesClient;
  readonly onAccepted: () => void;
}

function Proposals({ proposals, client, onAccepted }: ProposalsProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const all = proposals.flatMap((proposal) => proposal.periods.map((period) => ({ proposal, period })));
  const open = proposals.filter(({ periods }) => periods.length === 0);
  return (
    <>
      <h3 className={styles.heading}>{t('proposals')}</h3>
      {all.length === 0 && <p className={styles.hint}>{t('noProposals')}</p>}
      <ul className={styles.list}>
        {all.map(({ proposal, period }) => (
          <ProposalItem
            key={`${period.rule.id} ${period.rule.validFrom ?? ''}`}
            {...{ proposal, period, client, onAccepted }}
          />
        ))}
      </ul>
      {open.length > 0 && all.length > 0 && <p className={styles.hint}>{t('withoutTerms', { n: open.length })}</p>}
    </>
  );
}
