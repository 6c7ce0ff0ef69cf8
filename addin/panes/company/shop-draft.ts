// A shop's model as a person edits it: rates per cent, and back again, or the fields that are not understood.
import type { Account, FeeVat, ShopSettings } from '../../../core/company.ts';
import { percentText } from '../../../core/fees/explain-fee-terms.ts';
import { rateOfText, textOfRate } from '../../../core/money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES, type ComponentType } from '../../../core/payout.ts';
import { shareIn } from '../policy/policy-draft.ts';
import { lackOf, NO_ACCOUNT, ownAccount } from './company-draft.ts';

/** Kinds of money that hold VAT of the platform. */
export const FEE_KINDS: readonly ComponentType[] = COMPONENT_TYPES.filter((type) => COMPONENT_SIDES[type] === 'fee');

export interface ShopDraft {
  readonly settlement: ShopSettings['settlement'];
  readonly revenueOn: NonNullable<ShopSettings['revenueOn']>;
  readonly salesTax: string;
  readonly feeTax: string;
  readonly feeVat: FeeVat;
  readonly feeVatByType: ShopSettings['feeVatByType'];
  readonly freight: ShopSettings['freight'];
  readonly receiptPer: ShopSettings['receiptPer'];
  /** `auto`: gateways by their shop's name. */
  readonly paidThrough: 'auto' | 'named';
  readonly payers: readonly string[];
  readonly wallet: Account;
  readonly conversionSpread: 'exchange' | 'fee';
}

/** What the fields of a shop's form share. */
export interface ShopFieldsProps {
  readonly draft: ShopDraft;
  readonly change: (part: Partial<ShopDraft>) => void;
}

export function shopDraftOf(shop: ShopSettings): ShopDraft {
  const { settlement, salesTaxRate, feeTaxRate, feeVat, feeVatByType, freight, receiptPer } = shop;
  const { paidThrough, walletAccount = NO_ACCOUNT, revenueOn = 'shipped' } = shop;
  return {
    ...{
      settlement,
      revenueOn,
      salesTax: percentOf(salesTaxRate),
      feeTax: percentOf(feeTaxRate),
      feeVat,
      feeVatByType,
      freight,
    },
    ...{ receiptPer, paidThrough: paidThrough === undefined ? 'auto' : 'named', payers: paidThrough ?? [] },
    wallet: walletAccount,
    conversionSpread: shop.conversionSpread ?? 'exchange',
  };
}

/** `0.05` as `5`; nothing for null. */
export function percentOf(rate: string | null): string {
  const read = rate === null ? null : rateOfText(rate);
  return read === null ? '' : percentText(read).slice(0, -1);
}

/** Null: left empty; undefined: not understood. A tax is less than the whole. */
export function taxRateIn(text: string): string | null | undefined {
  const share = shareIn(text);
  if (share === null || share === undefined) return share;
  const rate = textOfRate(share);
  return rate.startsWith('0') ? rate : undefined;
}

/** Null while a field is not understood. */
export function shopOf(draft: ShopDraft): ShopSettings | null {
  const { settlement, revenueOn, feeVat, feeVatByType, freight, receiptPer, paidThrough, payers, wallet } = draft;
  const [salesTaxRate, feeTaxRate] = [taxRateIn(draft.salesTax), taxRateIn(draft.feeTax)];
  if (salesTaxRate === undefined || feeTaxRate === undefined || lackOf(wallet) !== null) return null;
  const walletAccount = ownAccount(wallet);
  return {
    ...{ settlement, salesTaxRate, feeTaxRate, feeVat, feeVatByType, freight, receiptPer },
    ...(settlement === 'marketplace' && revenueOn === 'completed' ? { revenueOn } : {}),
    ...(paidThrough === 'auto' ? {} : { paidThrough: payers }),
    ...(walletAccount === null ? {} : { walletAccount }),
    ...(draft.conversionSpread === 'fee' ? { conversionSpread: 'fee' } : {}),
  };
}

/** With another treatment for one kind of fee; null: as all others. */
export function withFeeVat(held: ShopSettings['feeVatByType'], type: ComponentType, vat: FeeVat | null) {
  const { [type]: _, ...others } = held;
  return vat === null ? others : { ...others, [type]: vat };
}
