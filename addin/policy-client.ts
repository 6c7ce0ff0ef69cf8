// The team's policy (免審與沖銷權限) as the pane asks for it: what holds now, in which currency, and saving another one.
import { z } from 'zod';
import { DEFAULT_COMPANY } from '../core/company.ts';
import type { Currency } from '../core/money.ts';
import type { ReconcilePolicy } from '../core/reconcile/policy.ts';
import { companySettingsSchema, teamPolicySchema } from '../core/team-settings.ts';
import type { Ask } from './api-client.ts';
import { type Kept, listSettings, saveSetting } from './kept-settings.ts';
import type { Signed } from './library-client.ts';

export interface PolicyInForce {
  /** Null while the team has saved none: the default one holds. */
  readonly kept: Kept<ReconcilePolicy> | null;
  /** In which limits are meant; null: in each currency by itself. */
  readonly baseCurrency: Currency | null;
}

export interface PolicyClient {
  readonly inForce: () => Promise<PolicyInForce>;
  /** @param basedOn the version that was changed; 0 where none was kept */
  readonly save: (policy: ReconcilePolicy, signed: Signed, basedOn: number) => Promise<void>;
}

export function createPolicyClient(ask: Ask): PolicyClient {
  return {
    inForce: async () => {
      const [kept = null] = await listSettings(ask, 'policy', teamPolicySchema);
      const [company] = await listSettings(ask, 'company', companySettingsSchema);
      return { kept, baseCurrency: (company?.content ?? DEFAULT_COMPANY).baseCurrency };
    },
    // The version goes along also for the first one: of two people who set it at once, the second one is told.
    save: async (policy, signed, basedOn) => {
      await saveSetting(ask, { kind: 'policy', content: z.encode(teamPolicySchema, policy), basedOn }, signed);
    },
  };
}
