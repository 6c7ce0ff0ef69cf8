// The company's settings and exchange rates (公司設定、匯率) as the pane asks for them: what holds, which shops the books
// know, and saving.
import { z } from 'zod';
import type { CompanySettings } from '../core/company.ts';
import {
  enterRatesSchema,
  type EnterRates,
  type MissingRates,
  missingRatesSchema,
  ratesSchema,
} from '../core/ledger-api.ts';
import { reportMonthsSchema } from '../core/statements/report-api.ts';
import type { ShopPlace } from '../core/statements/report-only.ts';
import { companySettingsSchema } from '../core/team-settings.ts';
import type { Ask } from './api-client.ts';
import { type Kept, keptIn, listSettings, saveSetting } from './kept-settings.ts';
import type { Signed } from './library-client.ts';

export interface CompanyInForce {
  /** Null while the team has saved none: the defaults hold. */
  readonly kept: Kept<CompanySettings> | null;
  /** Those the books know, as they came in: each has its place among them. */
  readonly shops: readonly ShopPlace[];
}

export type EnteredRate = EnterRates['rates'][number];

export interface RatesInForce {
  /** The last version of each, by currency and day. */
  readonly rates: readonly EnteredRate[];
  /** Of each currency and month the first day that lacks one. */
  readonly missing: MissingRates['missing'];
}

export interface CompanyClient {
  readonly inForce: () => Promise<CompanyInForce>;
  /**
   * @param basedOn the version that was changed; 0 where none was kept
   * @returns what is kept then
   */
  readonly save: (company: CompanySettings, signed: Signed, basedOn: number) => Promise<Kept<CompanySettings> | null>;
  readonly rates: () => Promise<RatesInForce>;
  /** A rate of a day that has one already becomes a further version. */
  readonly enterRate: (rate: EnteredRate, author: string) => Promise<void>;
}

export function createCompanyClient(ask: Ask): CompanyClient {
  return {
    inForce: async () => {
      const [kept = null] = await listSettings(ask, 'company', companySettingsSchema);
      const { shops } = await ask({ method: 'GET', path: '/receivables/months', answer: reportMonthsSchema });
      return { kept, shops };
    },
    // The version goes along also for the first one: of two people who set it at once, the second one is told.
    save: async (company, signed, basedOn) => {
      const content = z.encode(companySettingsSchema, company);
      const answer = await saveSetting(ask, { kind: 'company', content, basedOn }, signed);
      return keptIn(answer, companySettingsSchema)[0] ?? null;
    },
    rates: async () => {
      const { rates } = await ask({ method: 'GET', path: '/exchange-rates', answer: ratesSchema });
      const { missing } = await ask({ method: 'GET', path: '/exchange-rates/missing', answer: missingRatesSchema });
      return { rates, missing };
    },
    enterRate: async (rate, author) => {
      const body = z.encode(enterRatesSchema, { rates: [rate], author });
      await ask({ method: 'PUT', path: '/exchange-rates', body, answer: ratesSchema });
    },
  };
}
