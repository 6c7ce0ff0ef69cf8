// The company as a person edits it: every field as a text, and back again, or the fields that are not understood.
import type { Account, ChartPreset, CompanySettings } from '../../../core/company.ts';
import { companySettingsSchema } from '../../../core/team-settings.ts';
import { ACCOUNT_ROLES, type AccountRole } from '../../../core/voucher.ts';

/** Both left empty: the chart's account, or the one that is made for a wallet. */
export const NO_ACCOUNT: Account = { code: '', name: '' };

export interface CompanyDraft {
  readonly baseCurrency: string;
  readonly chart: ChartPreset;
  readonly prepayments: 'suspense' | 'advances';
  readonly revaluation: 'yes' | 'no';
  readonly bankDetails: string;
  readonly accounts: Readonly<Partial<Record<AccountRole, Account>>>;
}

export function companyDraftOf(company: CompanySettings): CompanyDraft {
  const { baseCurrency, chart, accounts, bankDetails = '', prepayments = 'suspense', revaluation } = company;
  return {
    ...{ baseCurrency: baseCurrency ?? '', chart, prepayments, bankDetails, accounts },
    revaluation: revaluation === true ? 'yes' : 'no',
  };
}

/** @returns undefined where it is none */
export function currencyIn(text: string): string | null | undefined {
  const code = text.trim().toUpperCase();
  if (code === '') return null;
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** Which half of an account of one's own lacks. */
export function lackOf({ code, name }: Account): 'code' | 'name' | null {
  const [hasCode, hasName] = [code.trim() !== '', name.trim() !== ''];
  if (hasCode === hasName) return null;
  return hasCode ? 'name' : 'code';
}

/** Null where none of one's own is meant. */
export function ownAccount({ code, name }: Account): Account | null {
  return code.trim() === '' || name.trim() === '' ? null : { code: code.trim(), name: name.trim() };
}

/** Roles with an account of one's own. */
export function ownRoles(accounts: CompanyDraft['accounts']): readonly AccountRole[] {
  return ACCOUNT_ROLES.filter((role) => ownAccount(accounts[role] ?? NO_ACCOUNT) !== null);
}

/** Null while a field is not understood. @param held whose shops stay */
export function companyOf(draft: CompanyDraft, held: CompanySettings): CompanySettings | null {
  const { chart, prepayments, revaluation, accounts } = draft;
  const baseCurrency = currencyIn(draft.baseCurrency);
  const bankDetails = draft.bankDetails.trim();
  const isSound = ACCOUNT_ROLES.every((role) => lackOf(accounts[role] ?? NO_ACCOUNT) === null);
  if (baseCurrency === undefined || !isSound) return null;
  const company: CompanySettings = {
    ...{ baseCurrency, chart, shops: held.shops },
    accounts: Object.fromEntries(ownRoles(accounts).map((role) => [role, ownAccount(accounts[role] ?? NO_ACCOUNT)])),
    ...(bankDetails === '' ? {} : { bankDetails }),
    // What was never set stays so, while it says the same.
    ...(prepayments === 'advances' || held.prepayments !== undefined ? { prepayments } : {}),
    ...(revaluation === 'yes' || held.revaluation !== undefined ? { revaluation: revaluation === 'yes' } : {}),
  };
  return companySettingsSchema.safeParse(company).success ? company : null;
}
