// What a team sets, as it travels and is kept: company, policy. Fee rules and calendars have their schemas beside them.
import { z } from 'zod';
import { currency, policySchema } from './api.ts';
import { CHART_PRESETS, type CompanySettings, type ShopSettings } from './company.ts';
import { COMPONENT_TYPES } from './payout.ts';
import type { ReconcilePolicy } from './reconcile/policy.ts';
import { ACCOUNT_ROLES } from './voucher.ts';

const feeVat = z.enum(['split', 'gross', 'prepaid']);
const taxRate = z
  .string()
  .regex(/^0(\.\d{1,6})?$/)
  .nullable();

const account = z.strictObject({ code: z.string().min(1).max(50), name: z.string().min(1).max(200) });

const shopSettingsSchema: z.ZodType<ShopSettings> = z.strictObject({
  settlement: z.enum(['marketplace', 'consignment']),
  revenueOn: z.enum(['shipped', 'completed']).optional(),
  salesTaxRate: taxRate,
  feeTaxRate: taxRate,
  feeVat,
  feeVatByType: z.partialRecord(z.enum(COMPONENT_TYPES), feeVat),
  freight: z.enum(['income', 'collected']),
  receiptPer: z.enum(['batch', 'order']),
  paidThrough: z.array(z.string().min(1).max(200)).optional(),
  walletAccount: account.optional(),
  conversionSpread: z.enum(['exchange', 'fee']).optional(),
});

export const companySettingsSchema: z.ZodType<CompanySettings> = z.strictObject({
  baseCurrency: currency.nullable(),
  chart: z.enum(CHART_PRESETS),
  accounts: z.partialRecord(z.enum(ACCOUNT_ROLES), account),
  shops: z.record(z.string(), shopSettingsSchema),
  bankDetails: z.string().trim().min(1).max(200).optional(),
  prepayments: z.enum(['suspense', 'advances']).optional(),
  revaluation: z.boolean().optional(),
});

export const teamPolicySchema: z.ZodType<ReconcilePolicy> = policySchema;
