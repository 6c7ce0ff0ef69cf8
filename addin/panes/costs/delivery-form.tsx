// One delivery as fields: a new one, or one that is corrected; what is held under the same item, day and reference is said.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heldDelivery } from '../../../core/import/compare-deliveries.ts';
import { type Currency, readableAmount } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { PlainText } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { Notice } from '../notice.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';
import { type DeliveryDraft, deliveryOf, problemsOf } from './delivery-draft.ts';

interface DeliveryFormProps {
  /** What the fields hold at first. */
  readonly begun: DeliveryDraft;
  readonly baseCurrency: Currency | null;
  readonly held: readonly ItemCost[];
  readonly onEnter: (costs: readonly ItemCost[], author: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function DeliveryForm({ begun, baseCurrency, held, onEnter, onCancel }: DeliveryFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('costs');
  const [draft, setDraft] = useState(begun);
  const delivery = deliveryOf(draft, baseCurrency);
  const before = delivery === null ? null : heldDelivery(held, delivery);
  const isChanged = delivery !== null && !isSame(delivery, before);
  const problems = draft === begun ? {} : problemsOf(draft, baseCurrency);
  const field = (part: keyof DeliveryDraft, hint?: string) => {
    const problem = problems[part];
    return (
      <PlainText
        label={t(`field.${part}`)}
        value={draft[part]}
        problem={problem === undefined ? undefined : t(`problem.${problem}`)}
        longest={200}
        {...(hint === undefined ? {} : { hint })}
        onChange={(text) => setDraft({ ...draft, [part]: text })}
      />
    );
  };
  return (
    <div role="group" aria-labelledby="delivery-form" className={policyStyles.group}>
      <h3 id="delivery-form" className={styles.heading}>
        {t('form')}
      </h3>
      {field('sku')}
      {field('day', t('dayHint'))}
      {field('reference', t('referenceHint'))}
      {field('pieces')}
      {field('cost', t('costHint'))}
      {baseCurrency === null && field('currency')}
      {before !== null && (
        <Notice tone="calm">
          {t('heldAlready', { n: before.quantity, cost: readableAmount(before.cost), currency: before.currency })}
        </Notice>
      )}
      <SignedPart
        action={t('saveOne')}
        reason={null}
        isSound={isChanged}
        onDo={async ({ author }) => {
          if (delivery !== null) await onEnter([delivery], author);
        }}
        onCancel={onCancel}
      />
    </div>
  );
}

/** Held so already, or taken out without having been held. */
function isSame({ quantity, cost, currency }: ItemCost, before: ItemCost | null): boolean {
  if (before === null) return quantity === 0;
  return quantity === before.quantity && cost === before.cost && currency === before.currency;
}
