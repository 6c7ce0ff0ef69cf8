// How a shop sells, is taxed and is paid, as sentences.
import { useTranslation } from 'react-i18next';
import { type CompanySettings, type ShopSettings, shopSettings } from '../../../core/company.ts';
import { accountOf } from '../../../core/ledger/charts.ts';
import { componentLabel } from '../../../core/payout-words.ts';
import { waitsForCompletion } from '../../../core/reconcile/revenue-date.ts';
import { shortShop } from '../../../core/short-shop.ts';
import { shopKeyOf, type ShopPlace } from '../../../core/statements/report-only.ts';
import { useSessionState } from '../use-session.ts';
import { FEE_KINDS, percentOf } from './shop-draft.ts';

/** @param places the shops as they came into the books: a wallet's account goes by its shop's place */
export function useShopSentences(places: readonly ShopPlace[]): (company: CompanySettings, key: string) => string[] {
  const { t } = useTranslation('company');
  const sayFees = useFeeSentences();
  const sayPayers = usePayerSentence();
  const shopPlaces = new Map(places.map((place, at) => [shopKeyOf(place), at + 1]));
  const taxOf = (rate: string | null) => {
    if (rate === null) return t('shop.say.taxDefault');
    return Number(rate) === 0 ? t('shop.say.taxNone') : t('shop.say.tax', { rate: `${percentOf(rate)}%` });
  };
  return (company, key) => {
    const shop = shopSettings(company, key);
    const isPlaced = shop.walletAccount !== undefined || shopPlaces.has(key);
    return [
      t(`shop.say.${waitsForCompletion(shop) ? 'completed' : shop.settlement}`),
      taxOf(shop.salesTaxRate),
      ...sayFees(shop),
      t(`shop.say.${shop.freight}`),
      t(`shop.say.${shop.receiptPer}`),
      sayPayers(shop),
      ...(shop.conversionSpread === undefined ? [] : [t(`shop.say.conversion.${shop.conversionSpread}`)]),
      isPlaced
        ? t('shop.say.wallet', { ...accountOf({ ...company, shopPlaces }, 'wallet', key) })
        : t('shop.say.walletLater'),
    ];
  };
}

function useFeeSentences(): (shop: ShopSettings) => string[] {
  const { t } = useTranslation('company');
  const { language } = useSessionState();
  return ({ feeVat, feeVatByType, feeTaxRate }) => {
    const others = FEE_KINDS.flatMap((type) => {
      const vat = feeVatByType[type];
      if (vat === undefined || vat === feeVat) return [];
      return [t('shop.say.oneType', { fee: componentLabel(type, language), vat: t(`shop.feeVat.${vat}`) })];
    });
    return [
      t(`shop.say.${feeVat}`),
      ...(others.length === 0 ? [] : [t('shop.say.byType', { fees: others.join(language === 'en' ? ', ' : '、') })]),
      ...(feeTaxRate === null ? [] : [t('shop.say.feeTax', { rate: `${percentOf(feeTaxRate)}%` })]),
    ];
  };
}

function usePayerSentence(): (shop: ShopSettings) => string {
  const { t } = useTranslation('company');
  const separator = useSessionState().language === 'en' ? ', ' : '、';
  return ({ paidThrough }) => {
    if (paidThrough === undefined) return t('shop.say.paidAuto');
    if (paidThrough.length === 0) return t('shop.say.paidNone');
    return t('shop.say.paid', { shops: paidThrough.map(shortShop).join(separator) });
  };
}
