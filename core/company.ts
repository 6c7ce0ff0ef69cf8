// How a company keeps its books: base currency, chart, tax and the model of each shop. The accountant owns every switch.
import type { Currency } from './money.ts';
import type { ComponentType } from './payout.ts';
import type { AccountRole } from './voucher.ts';

/** How VAT inside a fee is booked: split off (the platform's invoice is in hand), left in the cost, or 暫付 until it comes. */
export type FeeVat = 'split' | 'gross' | 'prepaid';

/** A shop's model (賣場設定). */
export interface ShopSettings {
  /** `marketplace`: the seller sells to the buyer. `consignment` (代銷/寄售): the platform buys what its statement says. */
  readonly settlement: 'marketplace' | 'consignment';
  /**
   * When a marketplace's sale is booked (收入認列時點): on the day the goods left, or on the day the order was completed;
   * until then nothing is owed and what is paid is on hold. Not set: shipped.
   */
  readonly revenueOn?: 'shipped' | 'completed' | undefined;
  /** VAT rate contained in sales, as a decimal: '0.05'; '0' for exports. Null: 0.05 for TWD, else none. */
  readonly salesTaxRate: string | null;
  /** VAT rate contained in fees, for those that are split. Null: as `salesTaxRate`. */
  readonly feeTaxRate: string | null;
  readonly feeVat: FeeVat;
  /** Fees that are treated otherwise than `feeVat` says. */
  readonly feeVatByType: Readonly<Partial<Record<ComponentType, FeeVat>>>;
  /** Freight the buyer paid: part of the sale, or collected for the carrier (代收代付). */
  readonly freight: 'income' | 'collected';
  /** One receipt a payout batch, or one an order. */
  readonly receiptPer: 'batch' | 'order';
  /**
   * Keys of further shops whose payouts pay this shop's orders: its payment gateways (金流商). Not set: the gateways that
   * bear the same shop name or none.
   */
  readonly paidThrough?: readonly string[] | undefined;
  /** The account of this shop's wallet (平台錢包). Not set: a sub-account of the company's, by the shop's place. */
  readonly walletAccount?: Account | undefined;
  /** A processor's conversion at a worse rate than the books': an exchange loss (兌換損失), or its fee (匯費). Not set: exchange. */
  readonly conversionSpread?: 'exchange' | 'fee' | undefined;
}

/** An account of the company's own chart (科目). */
export interface Account {
  readonly code: string;
  readonly name: string;
}

export const DEFAULT_SHOP: ShopSettings = {
  settlement: 'marketplace',
  salesTaxRate: null,
  feeTaxRate: null,
  feeVat: 'gross',
  feeVatByType: {},
  freight: 'income',
  receiptPer: 'batch',
};

export const CHART_PRESETS = ['tw-112', 'odoo-tw', 'odoo-cn'] as const;
export type ChartPreset = (typeof CHART_PRESETS)[number];

/** A company's books (公司設定). */
export interface CompanySettings {
  /** Null: each currency is kept by itself and none is converted. */
  readonly baseCurrency: Currency | null;
  readonly chart: ChartPreset;
  /** Codes that differ from the preset. */
  readonly accounts: Readonly<Partial<Record<AccountRole, Account>>>;
  /** By shop key; shops not named keep `DEFAULT_SHOP`. */
  readonly shops: Readonly<Record<string, ShopSettings>>;
  /** Where the company wants to be paid (匯款帳戶), one line as its statements of account print it. Not set: nothing is printed. */
  readonly bankDetails?: string | undefined;
  /**
   * What orders were paid and not shipped at a month's end: kept as 暫收款, or shown as 預收貨款 on its last day and turned
   * back on the next. Not set: kept.
   */
  readonly prepayments?: 'suspense' | 'advances' | undefined;
  /** Whether open foreign balances are valued at the rate of a month's last day (期末評價), turned back on the next. */
  readonly revaluation?: boolean | undefined;
}

export const DEFAULT_COMPANY: CompanySettings = { baseCurrency: null, chart: 'tw-112', accounts: {}, shops: {} };

/** A company as its books are kept: what the team sets, and beside it what only the books know. */
export interface Company extends CompanySettings {
  /** By shop key: which of the company's shops it is, counted from 1 as they came into the books. It never changes. */
  readonly shopPlaces: ReadonlyMap<string, number>;
}

export function shopSettings(company: CompanySettings, shop: string): ShopSettings {
  return company.shops[shop] ?? DEFAULT_SHOP;
}
