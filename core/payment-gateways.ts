// Payment gateways (金流商): they pay for orders that were placed elsewhere, so their statements come without order exports.
import { type CompanySettings, shopSettings } from './company.ts';

/** Platform codes, as the mappings name them, whose reports hold money and no orders of their own. */
export const PAYMENT_GATEWAYS: ReadonlySet<string> = new Set([
  ...['adyen', 'alipay', 'checkout-com', 'dlocal', 'ecpay', 'line-pay', 'mercado-pago', 'mollie', 'newebpay', 'paypal'],
  ...['payuni', 'square', 'stripe', 'wechat', 'woopayments'],
]);

const platformOf = (shop: string) => shop.slice(0, shop.indexOf('/'));
const nameOf = (shop: string) => shop.slice(shop.indexOf('/') + 1);

/**
 * Whether payouts of one shop may pay orders of another: its own always; else those its settings name, or, where they
 * name none, those of a gateway that the team calls by the same shop name, or gave no name of its own.
 * @param payer, shop shop keys, `platform/name`; a shop without a name is called as its platform
 */
export function mayPayFor(payer: string, shop: string, company: CompanySettings): boolean {
  if (payer === shop) return true;
  const { paidThrough } = shopSettings(company, shop);
  if (paidThrough !== undefined) return paidThrough.includes(payer);
  const [gateway, name] = [platformOf(payer), nameOf(payer)];
  return PAYMENT_GATEWAYS.has(gateway) && (name === nameOf(shop) || name === gateway);
}
