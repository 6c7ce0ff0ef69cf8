// One proposed contract: its sentence, how well it fits, the orders that do not, and the way to accept it.
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainEarliest, explainFit, explainRateSpan, explainValidity } from '../../../core/fees/explain-fee-fit.ts';
import { explainFeeTerms } from '../../../core/fees/explain-fee-terms.ts';
import type { FeeProposal, ProposedPeriod } from '../../../core/fees/propose-fees.ts';
import type { FeesClient } from '../../fees-client.ts';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { type ContractDraft, draftOf, withDraft, wrongFields } from './contract-draft.ts';
import { ContractFields } from './contract-fields.tsx';
import { MisfitList } from './misfit-list.tsx';
import { SignedPart } from './signed-part.tsx';

interface ProposalItemProps {
  readonly proposal: FeeProposal;
  readonly period: ProposedPeriod;
  readonly client: FeesClient;
  readonly onAccepted: () => void;
}

export function ProposalItem({ proposal, period, client, onAccepted }: ProposalItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  const [step, setStep] = useState<'shown' | 'open' | 'accepted'>('shown');
  const { rule, fit, rates, earliestFrom } = period;
  const { validFrom: from, validTo: to, when } = rule;
  const open = [explainEarliest({ from, earliestFrom }, language), explainRateSpan(rates, language)];
  const accepted = () => {
    setStep('accepted');
    onAccepted();
  };
  return (
    <li className={styles.line}>
      <div className={styles.strong}>{explainFeeTerms(proposal.feeType, rule, proposal.currency, language)}</div>
      <div className={styles.quiet}>
        {`${proposal.platform}／${proposal.shop} · ${explainValidity({ from, to, when }, language)}`}
      </div>
      <div>{explainFit(fit, language)}</div>
      {open.map(
        (sentence) =>
          sentence !== null && (
            <p key={sentence} className={styles.hint}>
              {sentence}
            </p>
          ),
      )}
      <MisfitList misfits={fit.exceptions} />
      {proposal.inForce && <p className={styles.hint}>{t('inForce', { ...proposal.inForce })}</p>}
      {step === 'shown' && (
        <Button size="small" onClick={() => setStep('open')}>
          {t('accept')}
        </Button>
      )}
      {step === 'open' && (
        <Opened>
          <AcceptForm {...{ proposal, period, client }} onAccepted={accepted} onCancel={() => setStep('shown')} />
        </Opened>
      )}
      {step === 'accepted' && <Notice tone="good">{t('accepted')}</Notice>}
    </li>
  );
}

/** Terms that fit as well may be taken in place of the simplest; the days and refunds are the person's to decide. */
function AcceptForm({
  proposal,
  period,
  client,
  onAccepted,
  onCancel,
}: ProposalItemProps & { readonly onCancel: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  const { rule, alternatives } = period;
  const rules = [rule, ...alternatives.map((terms) => ({ ...rule, ...terms }))];
  const [chosen, choose] = useState('0');
  const [draft, setDraft] = useState<ContractDraft>(draftOf(rule));
  const own = rules[Number(chosen)] ?? rule;
  const { validFrom, validTo, refund } = draft;
  return (
    <>
      {alternatives.length > 0 && (
        // Sentences are longer than a pane is wide: a list to choose from wraps them, a drop-down would cut them.
        <Field label={t('terms')} size="small">
          <RadioGroup value={chosen} onChange={(_, { value }) => choose(value)}>
            {rules.map((one, at) => (
              <Radio
                key={JSON.stringify(one)}
                value={String(at)}
                label={{
                  children: explainFeeTerms(proposal.feeType, one, proposal.currency, language),
                  className: styles.small,
                }}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      <ContractFields draft={draft} fields={['validFrom', 'validTo']} onChange={setDraft} />
      <SignedPart
        action={t('acceptNow')}
        reason={proposal.seen === null ? '' : t('reason', { ...proposal.seen, orders: proposal.orders })}
        isSound={wrongFields(draft).length === 0}
        onDo={async (signed) => {
          await client.accept(withDraft(own, { ...draftOf(own), validFrom, validTo, refund }), signed);
          onAccepted();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
