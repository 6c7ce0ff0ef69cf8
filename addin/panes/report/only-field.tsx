// Which platform or shop a report is narrowed to; nothing to choose where the books hold one shop.
import { useTranslation } from 'react-i18next';
import { type ReportOnly, shopKeyOf, type ShopPlace } from '../../../core/statements/report-only.ts';
import { PlainChoice } from '../fees/plain-fields.tsx';

interface OnlyFieldProps {
  readonly shops: readonly ShopPlace[];
  readonly value: ReportOnly | null;
  readonly onChange: (only: ReportOnly | null) => void;
}

export function OnlyField({ shops, value, onChange }: OnlyFieldProps) {
  const { t } = useTranslation('report');
  if (shops.length < 2) return null;
  const choices = [
    { only: null, text: t('only.all') },
    ...platformsOf(shops).map(({ platform, n }) => ({ only: { platform }, text: t('only.platform', { platform, n }) })),
    ...shops.map((place) => ({ only: place, text: t('only.shop', { ...place }) })),
  ];
  return (
    <PlainChoice
      label={t('only.label')}
      value={keyOf(value)}
      options={choices.map(({ only, text }) => ({ value: keyOf(only), text }))}
      onChange={(key) => onChange(choices.find(({ only }) => keyOf(only) === key)?.only ?? null)}
    />
  );
}

/** Those with several shops; of the others the shop is the platform. */
function platformsOf(shops: readonly ShopPlace[]) {
  const names = [...new Set(shops.map(({ platform }) => platform))].sort();
  return names
    .map((platform) => ({ platform, n: shops.filter((one) => one.platform === platform).length }))
    .filter(({ n }) => n > 1);
}

function keyOf(only: ReportOnly | null): string {
  if (only === null) return '';
  const { platform = '', shop } = only;
  return shop === undefined ? platform : shopKeyOf({ platform, shop });
}
