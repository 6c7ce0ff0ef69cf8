// The words of the claims list in three languages.
import type { Language, Translated } from '../language.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const CLAIMS_SHEET_NAME = say('平台申訴清單', '平台申诉清单', 'Claims on platforms');

const WORDS = {
  platform: say('平台', '平台', 'Platform'),
  shop: say('店鋪', '店铺', 'Shop'),
  orderNumber: say('訂單編號', '订单编号', 'Order number'),
  date: say('日期', '日期', 'Date'),
  what: say('事項', '事项', 'What'),
  currency: say('幣別', '币种', 'Currency'),
  charged: say('平台計', '平台计', "Platform's figure"),
  contract: say('應為', '应为', 'Should be'),
  claimed: say('申訴金額', '申诉金额', 'Claimed'),
  evidence: say('依據', '依据', 'Evidence'),
  state: say('處理狀態', '处理状态', 'State'),
  note: say(
    '平台應補付或退還的款項。申訴金額 = 平台計與應為之差；各平台合計隨清單變動。',
    '平台应补付或退还的款项。申诉金额 = 平台计与应为之差；各平台合计随清单变动。',
    "What platforms owe. Claimed = the platform's figure and what it should be, apart; totals by platform follow the list.",
  ),
} as const satisfies Record<string, Translated>;

export type ClaimsWord = keyof typeof WORDS;

export const claimsWord = (key: ClaimsWord, language: Language): string => WORDS[key][language];
