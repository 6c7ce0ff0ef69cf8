// Any way a company may have set up its books: base currency, the model of each shop, tolerance with its caps, what is
// posted without review, a fee contract, and exchange rates that may lack a month.
import fc from '../fast-check.ts';
import { CHART_PRESETS, type CompanySettings, DEFAULT_COMPANY, type ShopSettings } from '../../core/company.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import { type Amount, amountOfUnits, rateOfText } from '../../core/money.ts';
import type { ExchangeRate } from '../../core/reconcile/account.ts';
import { MATCH_PASSES } from '../../core/reconcile/link-passes.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { changeSetUp, FIRST_DAY } from '../scenarios/set-up.ts';
import { day } from '../server/fixtures.ts';
import { SHOPS } from './arbitrary-files.ts';

/** What holds from the first day on. */
export interface SetUp {
  readonly company: CompanySettings;
  readonly policy: ReconcilePolicy;
  readonly feeRules: readonly FeeRule[];
  readonly rates: readonly ExchangeRate[];
}

const anyShop: fc.Arbitrary<ShopSettings> = fc.record({
  settlement: fc.constantFrom('marketplace', 'marketplace', 'marketplace', 'consignment'),
  revenueOn: fc.constantFrom('shipped', 'shipped', 'completed'),
  salesTaxRate: fc.constantFrom(null, null, '0', '0.13'),
  feeTaxRate: fc.constantFrom(null, '0.05'),
  feeVat: fc.constantFrom('split', 'gross', 'prepaid'),
  feeVatByType: fc.constantFrom({}, { AD_FEE: 'split' as const, SHIPPING_FEE: 'gross' as const }),
  freight: fc.constantFrom('income', 'collected'),
  receiptPer: fc.constantFrom('batch', 'order'),
});

const anyCompany: fc.Arbitrary<CompanySettings> = fc
  .record({
    baseCurrency: fc.constantFrom(null, 'TWD', 'USD'),
    chart: fc.constantFrom(...CHART_PRESETS),
    shops: fc.tuple(anyShop, anyShop),
    prepayments: fc.constantFrom('suspense' as const, 'advances' as const),
    revaluation: fc.boolean(),
  })
  .map(({ shops, ...books }) => ({
    ...DEFAULT_COMPANY,
    ...books,
    shops: Object.fromEntries(SHOPS.map((shop, at) => [shop, shops[at] ?? shops[0]])),
  }));

const dollars = (...choices: readonly number[]): fc.Arbitrary<Amount> =>
  fc.constantFrom(...choices).map((count) => amountOfUnits(count * 10_000));

const anyPolicy: fc.Arbitrary<ReconcilePolicy> = fc
  .record({
    payoutTermDays: fc.constantFrom(14, 3),
    graceDays: fc.constantFrom(0, 2),
    tolerance: fc.record({
      perOrder: dollars(0, 1, 4),
      share: fc.constantFrom(null, rateOfText('0.01')),
      perRun: dollars(2, 6, 1_000),
      perMonth: dollars(3, 8, 1_000),
    }),
    feeTolerance: dollars(0, 1),
    freightMax: fc.constantFrom(null, amountOfUnits(100_000)),
    autoPost: fc.record({
      passes: fc.constantFrom(MATCH_PASSES, MATCH_PASSES, ['P1', 'P2'] as const),
      onlyFooting: fc.constantFrom(true, true, false),
      netMax: fc.constantFrom(null, null, amountOfUnits(5_000_000)),
    }),
  })
  .map((policy) => ({ ...DEFAULT_POLICY, ...policy }));

const RATE_DAYS = ['2024-04-01', '2024-05-01', '2024-05-20', '2024-06-01', '2024-07-01', '2024-08-01'].map(day);
const RATES = { USD: ['31.5', '32.0475', '30.12'], TWD: ['0.0321', '0.0317', '0.03'] } as const;

/** As many rates as there are when no month lacks them. */
export const RATE_COUNT = RATE_DAYS.length * Object.keys(RATES).length;

/** Rates of both currencies for every month, or for all but one. */
const anyRates: fc.Arbitrary<readonly ExchangeRate[]> = fc
  .record({ shift: fc.nat(2), missing: fc.constantFrom('', '', '', '2024-04', '2024-05') })
  .map(({ shift, missing }) =>
    RATE_DAYS.filter((on) => missing === '' || !on.startsWith(missing)).flatMap((validOn, at) =>
      (['USD', 'TWD'] as const).map((currency) => {
        const choices = RATES[currency];
        return { currency, validOn, rate: choices[(at + shift) % choices.length] ?? choices[0] };
      }),
    ),
  );

export const contracts = (...words: readonly string[]) => changeSetUp(FIRST_DAY, ['contract', ...words]).feeRules;

export const anySetUp: fc.Arbitrary<SetUp> = fc.record({
  company: anyCompany,
  policy: anyPolicy,
  feeRules: fc.constantFrom(
    [],
    contracts('COMMISSION', 'rate', '0.06'),
    contracts('COMMISSION', 'rate', '0.0487'),
    contracts('COMMISSION', 'fixed', '20'),
    contracts('COMMISSION', 'rate', '0.0275', 'by-day', 'of-principal'),
    contracts('COMMISSION', 'rate', '0.0275', 'by-payout'),
    [...contracts('COMMISSION', 'rate', '0.05'), ...contracts('COMMISSION', 'rate', '0.085', 'in', 'free-shipping')],
  ),
  rates: anyRates,
});
