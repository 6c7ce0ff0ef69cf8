// One contract that is kept: its sentence, its days, who set it and why; and its plain fields for editing.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainFeeConditions } from '../../../core/fees/explain-fee-conditions.ts';
import { explainValidity } from '../../../core/fees/explain-fee-fit.ts';
import { explainFeeTerms } from '../../../core/fees/explain-fee-terms.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeesClient } from '../../fees-client.ts';
import type { Kept } from '../../kept-settings.ts';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { draftOf, withDraft, wrongFields } from './contract-draft.ts';
import { ContractFields } from './contract-fields.tsx';
import { SignedPart } from './signed-part.tsx';

interface ContractItemProps {
  readonly kept: Kept<FeeRule>;
  readonly client: FeesClient;
  readonly onSaved: () => void;
}

export function ContractItem({ kept, client, onSaved }: ContractItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  const [isOpen, setOpen] = useState(false);
  const { content: rule, author, note, savedAt } = kept;
  const { validFrom: from, validTo: to, when } = rule;
  const sentence = explainFeeTerms(rule.feeType, rule, rule.currency, language);
  const conditions = explainFeeConditions(rule, language);
  const shop = rule.shopPattern === '*' ? t('everyShop') : rule.shopPattern;
  return (
    <li className={styles.line}>
      <div className={styles.strong}>{sentence}</div>
      {conditions !== null && <div className={styles.hint}>{conditions}</div>}
      <div
        className={styles.quiet}
      >{`${rule.platform}／${shop} · ${explainValidity({ from, to, when }, language)}`}</div>
      <div className={styles.quiet}>{t('signed', { author: author || '—', day: savedAt.slice(0, 10), note })}</div>
      {isOpen ? (
        <Opened>
          <EditForm {...{ kept, client, onSaved }} onCancel={() => setOpen(false)} />
        </Opened>
      ) : (
        <Button size="small" aria-label={t('editNamed', { name: sentence })} onClick={() => setOpen(true)}>
          {t('edit')}
        </Button>
      )}
    </li>
  );
}

function EditForm({ kept, client, onSaved, onCancel }: ContractItemProps & { readonly onCancel: () => void }) {
  const { t } = useTranslation('fees');
  const { content: rule, version } = kept;
  const [draft, setDraft] = useState(draftOf(rule));
  const simple = rule.tiers === null && rule.byCategory === null;
  return (
    <>
      <ContractFields
        draft={draft}
        fields={[
          ...(simple ? (['rate'] as const) : []),
          'fixed',
          'min',
          'max',
          'mode',
          'decimals',
          'validFrom',
          'validTo',
        ]}
        onChange={setDraft}
      />
      <SignedPart
        action={t('save')}
        reason=""
        isSound={wrongFields(draft).length === 0}
        onDo={async (signed) => {
          const changed = withDraft(rule, draft);
          await client.saveContract(simple ? changed : { ...changed, rate: rule.rate }, signed, version);
          onCancel();
          onSaved();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
