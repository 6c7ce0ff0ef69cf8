// One exchange rate as fields; what the day has already is told before it is replaced.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../core/money.ts';
import type { CompanyClient, EnteredRate } from '../../company-client.ts';
import { PlainText } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { Notice } from '../notice.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';
import { heldRate, problemsOf, type RateDraft, rateOf } from './rate-draft.ts';

interface RateFormProps {
  readonly client: CompanyClient;
  /** What the fields hold at first. */
  readonly begun: RateDraft;
  readonly baseCurrency: Currency | null;
  readonly rates: readonly EnteredRate[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function RateForm({ client, begun, baseCurrency, rates, onSaved, onCancel }: RateFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('company');
  const [draft, setDraft] = useState(begun);
  const rate = rateOf(draft, baseCurrency);
  const held = heldRate(rates, draft);
  const isChanged = held === null || held.rate !== rate?.rate || held.source !== rate.source;
  return (
    <div role="group" aria-labelledby="rate-form" className={policyStyles.group}>
      <h3 id="rate-form" className={styles.heading}>
        {t('rate.form')}
      </h3>
      <RateFields {...{ draft, baseCurrency }} onChange={(part) => setDraft({ ...draft, ...part })} />
      {held !== null && <Notice tone="calm">{t('rate.held', { rate: held.rate, source: held.source })}</Notice>}
      <SignedPart
        action={t('rate.save')}
        reason={null}
        isSound={rate !== null && isChanged}
        onDo={async ({ author }) => {
          if (rate !== null) await client.enterRate(rate, author);
          onSaved();
        }}
        onCancel={onCancel}
      />
    </div>
  );
}

interface RateFieldsProps {
  readonly draft: RateDraft;
  readonly baseCurrency: Currency | null;
  readonly onChange: (part: Partial<RateDraft>) => void;
}

function RateFields({ draft, baseCurrency, onChange }: RateFieldsProps) {
  const { t } = useTranslation('company');
  const problems = problemsOf(draft, baseCurrency);
  const field = (part: keyof RateDraft, hint?: string) => {
    const problem = problems[part];
    return (
      <PlainText
        label={t(`rate.field.${part}`)}
        value={draft[part]}
        problem={problem === undefined ? undefined : t(`rate.${problem}`)}
        {...(hint === undefined ? {} : { hint })}
        onChange={(text) => onChange({ [part]: text })}
      />
    );
  };
  return (
    <>
      {field('currency')}
      {field('day', t('rate.dayHint'))}
      {field('rate')}
      {field('source', t('rate.sourceHint'))}
    </>
  );
}
