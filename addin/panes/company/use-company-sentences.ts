// How the books are kept, as sentences: currency, chart, month ends, bank details, accounts that differ.
import { useTranslation } from 'react-i18next';
import type { CompanySettings } from '../../../core/company.ts';
import { CHARTS } from '../../../core/ledger/charts.ts';
import { ACCOUNT_ROLES } from '../../../core/voucher.ts';
import { useSessionState } from '../use-session.ts';

export function useCompanySentences(): (company: CompanySettings) => string[] {
  const { t } = useTranslation('company');
  const accounts = useAccountSentences();
  return (company) => {
    const { baseCurrency, chart, prepayments = 'suspense', revaluation, bankDetails } = company;
    return [
      baseCurrency === null ? t('say.noBase') : t('say.base', { currency: baseCurrency }),
      t('say.chart', { chart: t(`chart.${chart}`) }),
      t(prepayments === 'advances' ? 'say.advances' : 'say.suspense'),
      t(revaluation === true ? 'say.revaluation' : 'say.noRevaluation'),
      bankDetails === undefined ? t('say.noBank') : t('say.bank', { text: bankDetails }),
      ...accounts(company),
    ];
  };
}

/** Accounts of the company's own, and which of the chart's an accountant should look at first. */
function useAccountSentences(): (company: CompanySettings) => string[] {
  const { t } = useTranslation('company');
  const separator = useSessionState().language === 'en' ? ', ' : '、';
  return ({ accounts, chart }) => {
    const own = ACCOUNT_ROLES.flatMap((role) => {
      const account = accounts[role];
      const preset = `${CHARTS[chart][role].code} ${CHARTS[chart][role].name}`;
      return account === undefined ? [] : [t('say.account', { ...account, role: t(`role.${role}`), preset })];
    });
    const proposed = ACCOUNT_ROLES.filter((role) => accounts[role] === undefined && CHARTS[chart][role].unverified);
    if (proposed.length === 0) return own;
    const roles = proposed.map((role) => t(`role.${role}`)).join(separator);
    return [...own, t('say.unverified', { n: proposed.length, roles })];
  };
}
