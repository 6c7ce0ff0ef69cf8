// The company as fields: currency and chart of the books, what a month's end shows, bank details, accounts of its own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHART_PRESETS } from '../../../core/company.ts';
import { CHARTS } from '../../../core/ledger/charts.ts';
import { ACCOUNT_ROLES } from '../../../core/voucher.ts';
import { PlainChoice, PlainText } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { useStyles } from '../styles.ts';
import { AccountInputs } from './account-inputs.tsx';
import { type CompanyDraft, companyDraftOf, companyOf, currencyIn, NO_ACCOUNT, ownRoles } from './company-draft.ts';
import { useCompanyStyles } from './company-styles.ts';
import type { CompanyView } from './company-view.ts';
import { NewerVersion } from './newer-version.tsx';
import { useCompanySave } from './use-company-save.ts';
import { useCompanySentences } from './use-company-sentences.ts';

interface FieldsProps {
  readonly draft: CompanyDraft;
  readonly change: (part: Partial<CompanyDraft>) => void;
}

export function CompanyForm(view: CompanyView) {
  const { t } = useTranslation('company');
  const say = useCompanySentences();
  const [newer, save] = useCompanySave(view);
  const [draft, setDraft] = useState(() => companyDraftOf(view.company));
  const fields: FieldsProps = { draft, change: (part) => setDraft({ ...draft, ...part }) };
  const company = companyOf(draft, view.company);
  return (
    <>
      <BookFields {...fields} />
      <MonthEndFields {...fields} />
      <PlainText
        label={t('field.bankDetails')}
        hint={t('bankDetailsHint')}
        longest={200}
        value={draft.bankDetails}
        onChange={(bankDetails) => fields.change({ bankDetails })}
      />
      <AccountFields {...fields} />
      <SignedPart
        action={t('save')}
        reason=""
        isSound={company !== null}
        onDo={async (signed) => {
          if (company !== null) await save(company, signed);
        }}
        onCancel={view.onCancel}
      />
      <NewerVersion newer={newer} say={say} />
    </>
  );
}

function BookFields({ draft, change }: FieldsProps) {
  const { t } = useTranslation('company');
  return (
    <>
      <PlainText
        label={t('field.baseCurrency')}
        hint={t('baseCurrencyHint')}
        problem={currencyIn(draft.baseCurrency) === undefined ? t('wrongCurrency') : undefined}
        value={draft.baseCurrency}
        onChange={(baseCurrency) => change({ baseCurrency })}
      />
      <PlainChoice
        label={t('field.chart')}
        hint={t('chartHint')}
        value={draft.chart}
        options={CHART_PRESETS.map((value) => ({ value, text: t(`chart.${value}`) }))}
        onChange={(chart) => change({ chart })}
      />
    </>
  );
}

function MonthEndFields({ draft, change }: FieldsProps) {
  const { t } = useTranslation('company');
  return (
    <>
      <PlainChoice
        label={t('field.prepayments')}
        value={draft.prepayments}
        options={(['suspense', 'advances'] as const).map((value) => ({ value, text: t(`prepayments.${value}`) }))}
        onChange={(prepayments) => change({ prepayments })}
      />
      <PlainChoice
        label={t('field.revaluation')}
        hint={t('revaluationHint')}
        value={draft.revaluation}
        options={(['no', 'yes'] as const).map((value) => ({ value, text: t(`revaluation.${value}`) }))}
        onChange={(revaluation) => change({ revaluation })}
      />
    </>
  );
}

function AccountFields({ draft, change }: FieldsProps) {
  const styles = useStyles();
  const own = useCompanyStyles();
  const { t } = useTranslation('company');
  const { accounts, chart } = draft;
  return (
    <details className={styles.details}>
      <summary>{t('accounts', { n: ownRoles(accounts).length })}</summary>
      <p className={styles.hint}>{t('accountsHint')}</p>
      <div className={own.accounts}>
        {ACCOUNT_ROLES.map((role) => (
          <AccountInputs
            key={role}
            label={t(`role.${role}`)}
            value={accounts[role] ?? NO_ACCOUNT}
            preset={CHARTS[chart][role]}
            isProposed={CHARTS[chart][role].unverified === true}
            onChange={(account) => change({ accounts: { ...accounts, [role]: account } })}
          />
        ))}
      </div>
    </details>
  );
}
