// A shop as fields: how it sells, its taxes, its receipts, who pays for it, and the account of its wallet.
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shopSettings } from '../../../core/company.ts';
import { accountOf, CHARTS } from '../../../core/ledger/charts.ts';
import { shortShop } from '../../../core/short-shop.ts';
import { shopKeyOf } from '../../../core/statements/report-only.ts';
import { PlainChoice } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';
import { AccountInputs } from './account-inputs.tsx';
import type { CompanyView } from './company-view.ts';
import { FeeVatFields } from './fee-vat-fields.tsx';
import { NewerVersion } from './newer-version.tsx';
import { PercentInput } from './percent-input.tsx';
import { shopDraftOf, type ShopFieldsProps, shopOf } from './shop-draft.ts';
import { useCompanySave } from './use-company-save.ts';
import { useShopSentences } from './use-shop-sentences.ts';

interface ShopFormProps {
  readonly view: CompanyView;
  readonly shop: string;
}

export function ShopForm({ view, shop }: ShopFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('company');
  const say = useShopSentences(view.shops);
  const [newer, save] = useCompanySave(view);
  const { company } = view;
  const [draft, setDraft] = useState(() => shopDraftOf(shopSettings(company, shop)));
  const fields: ShopFieldsProps = { draft, change: (part) => setDraft({ ...draft, ...part }) };
  const settings = shopOf(draft);
  return (
    <div role="group" aria-labelledby="shop-form" className={policyStyles.group}>
      <h3 id="shop-form" className={styles.heading}>
        {t('shop.form', { shop: shortShop(shop) })}
      </h3>
      <SaleFields {...fields} />
      <FeeVatFields {...fields} />
      <ReceiptFields {...fields} />
      <PayerFields {...fields} {...{ view, shop }} />
      <ConversionFields {...fields} />
      <WalletFields {...fields} {...{ view, shop }} />
      <SignedPart
        action={t('shop.save')}
        reason=""
        isSound={settings !== null}
        onDo={async (signed) => {
          if (settings !== null) await save({ ...company, shops: { ...company.shops, [shop]: settings } }, signed);
        }}
        onCancel={view.onCancel}
      />
      <NewerVersion newer={newer} say={(other) => say(other, shop)} />
    </div>
  );
}

function SaleFields({ draft, change }: ShopFieldsProps) {
  const { t } = useTranslation('company');
  return (
    <>
      <PlainChoice
        label={t('shop.field.settlement')}
        hint={t('shop.settlementHint')}
        value={draft.settlement}
        options={(['marketplace', 'consignment'] as const).map((value) => ({
          value,
          text: t(`shop.settlement.${value}`),
        }))}
        onChange={(settlement) => change({ settlement })}
      />
      {draft.settlement === 'marketplace' && (
        <PlainChoice
          label={t('shop.field.revenueOn')}
          hint={t('shop.revenueOnHint')}
          value={draft.revenueOn}
          options={(['shipped', 'completed'] as const).map((value) => ({ value, text: t(`shop.revenueOn.${value}`) }))}
          onChange={(revenueOn) => change({ revenueOn })}
        />
      )}
      <PercentInput
        label={t('shop.field.salesTax')}
        hint={t('shop.salesTaxHint')}
        value={draft.salesTax}
        onChange={(salesTax) => change({ salesTax })}
      />
      <PlainChoice
        label={t('shop.field.freight')}
        hint={t('shop.freightHint')}
        value={draft.freight}
        options={(['income', 'collected'] as const).map((value) => ({ value, text: t(`shop.freight.${value}`) }))}
        onChange={(freight) => change({ freight })}
      />
    </>
  );
}

function ReceiptFields({ draft, change }: ShopFieldsProps) {
  const { t } = useTranslation('company');
  return (
    <PlainChoice
      label={t('shop.field.receiptPer')}
      hint={t('shop.receiptPerHint')}
      value={draft.receiptPer}
      options={(['batch', 'order'] as const).map((value) => ({ value, text: t(`shop.receiptPer.${value}`) }))}
      onChange={(receiptPer) => change({ receiptPer })}
    />
  );
}

/** Shops that may pay for this one: those of the books, and those that are named already. */
function PayerFields({ draft, change, view, shop }: ShopFieldsProps & ShopFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('company');
  const { paidThrough, payers } = draft;
  const others = [...new Set([...view.shops.map(shopKeyOf), ...payers])].filter((key) => key !== shop);
  return (
    <>
      <PlainChoice
        label={t('shop.field.paidThrough')}
        hint={t('shop.paidThroughHint')}
        value={paidThrough}
        options={(['auto', 'named'] as const).map((value) => ({ value, text: t(`shop.paidThrough.${value}`) }))}
        onChange={(value) => change({ paidThrough: value })}
      />
      {paidThrough === 'named' && others.length === 0 && <p className={styles.hint}>{t('shop.noOthers')}</p>}
      {paidThrough === 'named' && others.length > 0 && (
        <div role="group" aria-label={t('shop.paidThrough.named')} className={policyStyles.ticks}>
          {others.map((key) => (
            <Checkbox
              key={key}
              checked={payers.includes(key)}
              label={{ children: shortShop(key), className: styles.small }}
              onChange={(_, { checked }) => {
                const rest = payers.filter((one) => one !== key);
                change({ payers: checked === true ? [...rest, key] : rest });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

function ConversionFields({ draft, change }: ShopFieldsProps) {
  const { t } = useTranslation('company');
  return (
    <PlainChoice
      label={t('shop.field.conversionSpread')}
      hint={t('shop.conversionSpreadHint')}
      value={draft.conversionSpread}
      options={(['exchange', 'fee'] as const).map((value) => ({ value, text: t(`shop.conversionSpread.${value}`) }))}
      onChange={(conversionSpread) => change({ conversionSpread })}
    />
  );
}

function WalletFields({ draft, change, view, shop }: ShopFieldsProps & ShopFormProps) {
  const { t } = useTranslation('company');
  const { company, shops } = view;
  const shopPlaces = new Map(shops.map((place, at) => [shopKeyOf(place), at + 1]));
  const withoutOwn = { ...company, shops: {}, shopPlaces };
  const preset = shopPlaces.has(shop) ? accountOf(withoutOwn, 'wallet', shop) : CHARTS[company.chart].wallet;
  return (
    <AccountInputs
      label={t('shop.field.wallet')}
      hint={t('shop.walletHint')}
      value={draft.wallet}
      preset={preset}
      isProposed={false}
      onChange={(wallet) => change({ wallet })}
    />
  );
}
