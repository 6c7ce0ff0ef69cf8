// A month-end report of a part of the books: of one platform, of one shop. Rows are left out whole, so what is left ties as
// it did.
import type { PayoutForecast } from '../calendar/forecast-payouts.ts';
import type { Translated } from '../language.ts';

/** Where both are named, both must hold. */
export interface ReportOnly {
  readonly platform?: string;
  /** The shop's name, or its key `platform/name`. Sellers use one name on several platforms: then it is all of these. */
  readonly shop?: string;
}

/** Null where neither is named. */
export function onlyOf({
  platform,
  shop,
}: {
  platform?: string | undefined;
  shop?: string | undefined;
}): ReportOnly | null {
  if (platform === undefined && shop === undefined) return null;
  return { ...(platform === undefined ? {} : { platform }), ...(shop === undefined ? {} : { shop }) };
}

export interface ShopPlace {
  readonly platform: string;
  readonly shop: string;
}

export const shopKeyOf = ({ platform, shop }: ShopPlace): string => `${platform}/${shop}`;

function isWithin(only: ReportOnly, place: ShopPlace): boolean {
  if (only.platform !== undefined && only.platform !== place.platform) return false;
  return only.shop === undefined || only.shop === place.shop || only.shop === shopKeyOf(place);
}

/** The rows of the shops that are asked for. */
export function within<Row extends ShopPlace>(only: ReportOnly | null, rows: readonly Row[]): readonly Row[] {
  return only === null ? rows : rows.filter((row) => isWithin(only, row));
}

/** Payouts are expected shop by shop: those of others change nothing. */
export function forecastWithin(only: ReportOnly | null, forecast: PayoutForecast): PayoutForecast {
  const { expected, overdue, undated, heldUndated, heldLate, reserves } = forecast;
  return {
    ...forecast,
    ...{ expected: within(only, expected), overdue: within(only, overdue), undated: within(only, undated) },
    ...{ heldUndated: within(only, heldUndated), heldLate: within(only, heldLate), reserves: within(only, reserves) },
  };
}

/** What is asked for and not there, with what there is in its place. */
export interface NotThere {
  readonly what: keyof ReportOnly;
  readonly wanted: string;
  readonly known: readonly string[];
}

export function notThere(only: ReportOnly, shops: readonly ShopPlace[]): NotThere | null {
  const { platform, shop } = only;
  const onPlatform = platform === undefined ? shops : within({ platform }, shops);
  if (platform !== undefined && onPlatform.length === 0)
    return { what: 'platform', wanted: platform, known: [...new Set(shops.map((one) => one.platform))].sort() };
  if (shop === undefined || within(only, shops).length > 0) return null;
  return { what: 'shop', wanted: shop, known: onPlatform.map(shopKeyOf).sort() };
}

/** What a report says of itself. */
export function explainOnly({ platform, shop }: ReportOnly): Translated {
  if (shop === undefined)
    return {
      ...{ 'zh-TW': `僅平台 ${platform ?? ''}`, 'zh-CN': `仅平台 ${platform ?? ''}` },
      en: `platform ${platform ?? ''} only`,
    };
  const at = platform === undefined ? '' : `${platform} · `;
  return { 'zh-TW': `僅店鋪 ${at}${shop}`, 'zh-CN': `仅店铺 ${at}${shop}`, en: `shop ${at}${shop} only` };
}
