// The policy as fields: each limit with its currency, people with limits of their own, what is booked without review.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../core/money.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../../core/reconcile/policy.ts';
import type { Kept } from '../../kept-settings.ts';
import type { PolicyClient } from '../../policy-client.ts';
import { SignedPart } from '../fees/signed-part.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { AuthorityFields } from './authority-fields.tsx';
import { AutoPostFields } from './auto-post-fields.tsx';
import type { DraftProps } from './draft-props.ts';
import { LimitInput, TextInput } from './limit-input.tsx';
import { capsLeave, type PolicyDraft, policyDraftOf, policyOf, wrongFields } from './policy-draft.ts';
import { Meant } from './policy-facts.tsx';
import { usePolicyStyles } from './policy-styles.ts';

interface PolicyFormProps {
  readonly kept: Kept<ReconcilePolicy> | null;
  readonly baseCurrency: Currency | null;
  readonly client: PolicyClient;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function PolicyForm({ kept, baseCurrency, client, onSaved, onCancel }: PolicyFormProps) {
  const { t } = useTranslation('policy');
  const [draft, setDraft] = useState(() => policyDraftOf(kept?.content ?? DEFAULT_POLICY));
  const change = (part: Partial<PolicyDraft>) => setDraft({ ...draft, ...part });
  const policy = policyOf(draft);
  const fields: DraftProps = { draft, wrong: wrongFields(draft), baseCurrency, change };
  return (
    <>
      <Meant baseCurrency={baseCurrency} />
      <GiveUpFields {...fields} />
      {policy !== null && capsLeave(policy) !== 'all' && (
        <Notice tone="warning">{t(capsLeave(policy) === 'nothing' ? 'capsNothing' : 'capsLess')}</Notice>
      )}
      <AutoPostFields {...fields} />
      <ReadingFields {...fields} />
      <SignedPart
        action={t('save')}
        reason=""
        isSound={policy !== null}
        onDo={async (signed) => {
          if (policy !== null) await client.save(policy, signed, kept?.version ?? 0);
          onSaved();
        }}
        onCancel={onCancel}
      />
    </>
  );
}

function GiveUpFields(fields: DraftProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('policy');
  const { draft, wrong, change, baseCurrency } = fields;
  return (
    <div role="group" aria-labelledby="policy-give-up" className={policyStyles.group}>
      <h3 id="policy-give-up" className={styles.heading}>
        {t('group.giveUp')}
      </h3>
      <LimitInput field="perOrder" hint={t('perOrderHint')} {...fields} />
      <TextInput
        label={t('field.share')}
        hint={t('shareHint')}
        unit="%"
        value={draft.share}
        {...(wrong.includes('share') ? { problem: t('wrongShare') } : {})}
        onChange={(share) => change({ share })}
      />
      <LimitInput field="perRun" hint={t('perRunHint')} {...fields} />
      <LimitInput field="perMonth" hint={t('perMonthHint')} {...fields} />
      <AuthorityFields
        people={draft.authority}
        unit={baseCurrency ?? t('eachCurrency')}
        onChange={(authority) => change({ authority })}
      />
    </div>
  );
}

function ReadingFields(fields: DraftProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('policy');
  const { draft, wrong, change } = fields;
  const days = (field: 'payoutTermDays' | 'graceDays') => (
    <TextInput
      label={t(`field.${field}`)}
      hint={t(`${field}Hint`)}
      unit={t('days')}
      value={draft[field]}
      {...(wrong.includes(field) ? { problem: t('wrongDays') } : {})}
      onChange={(text) => change({ [field]: text })}
    />
  );
  return (
    <div role="group" aria-labelledby="policy-reading" className={policyStyles.group}>
      <h3 id="policy-reading" className={styles.heading}>
        {t('group.reading')}
      </h3>
      <LimitInput field="feeTolerance" hint={t('feeToleranceHint')} {...fields} />
      <LimitInput field="freightMax" hint={t('freightMaxHint')} {...fields} />
      {days('payoutTermDays')}
      {days('graceDays')}
    </div>
  );
}
