// What is said of an order in consignment (代銷) beside, or instead of, its state: the statement is awaited, or is all that
// is known.
import type { Translated } from '../language.ts';
import type { Headline } from './outcome.ts';

interface ConsignedFigures {
  /** Contract price less returns; null where no file tells it. */
  readonly agreed: string | null;
  readonly listed: string;
  readonly due: string;
  readonly late: string;
}

type ConsignedSentence = Translated<(f: ConsignedFigures) => string>;

const PRICE: ConsignedSentence = {
  'zh-TW': (f) =>
    f.agreed === null
      ? `檔案沒有合約價或結算價，應收以結算單為準，訂單金額 ${f.listed} 僅供參考。`
      : `約定的結算價 ${f.agreed}，結算單列出後才入帳。`,
  'zh-CN': (f) =>
    f.agreed === null
      ? `文件没有合约价或结算价，应收以结算单为准，订单金额 ${f.listed} 仅供参考。`
      : `约定的结算价 ${f.agreed}，结算单列出后才入账。`,
  en: (f) =>
    f.agreed === null
      ? `No file tells a contract or settlement price: the statement will say what is owed, the order's ${f.listed} is for reading only.`
      : `The price agreed is ${f.agreed}; it is booked once the statement lists it.`,
};

/** Sentences of an order whose statement has not come. */
export const AWAITED: Readonly<Partial<Record<Headline, ConsignedSentence>>> = {
  NOT_DUE: {
    'zh-TW': (f) => `代銷訂單，等待平台的結算單${f.due}。${PRICE['zh-TW'](f)}`,
    'zh-CN': (f) => `代销订单，等待平台的结算单${f.due}。${PRICE['zh-CN'](f)}`,
    en: (f) => `Sold on consignment; the platform's statement is awaited${f.due}. ${PRICE.en(f)}`,
  },
  OVERDUE: {
    'zh-TW': (f) => `代銷訂單，平台的結算單尚未列出${f.due}，已逾期 ${f.late} 天。${PRICE['zh-TW'](f)}`,
    'zh-CN': (f) => `代销订单，平台的结算单尚未列出${f.due}，已逾期 ${f.late} 天。${PRICE['zh-CN'](f)}`,
    en: (f) =>
      `Sold on consignment; no statement of the platform lists it yet${f.due}: ${f.late} days overdue. ${PRICE.en(f)}`,
  },
};

/** All goods came back before a statement listed the order. */
export const BACK_UNSTATED: Translated = {
  'zh-TW': '代銷訂單的商品已全數退回，平台沒有結算，也沒有應收帳款。',
  'zh-CN': '代销订单的商品已全数退回，平台没有结算，也没有应收账款。',
  en: 'Sold on consignment; all goods came back before a statement listed the order: nothing is owed.',
};

/** Behind the state's own sentence where nothing but the statement tells the price. */
export const STATEMENT_ONLY: Translated<(listed: string) => string> = {
  'zh-TW': (listed) => `代銷且檔案沒有合約價或結算價：應收只依結算單，未與合約核對，訂單金額 ${listed} 僅供參考。`,
  'zh-CN': (listed) => `代销且文件没有合约价或结算价：应收只依结算单，未与合约核对，订单金额 ${listed} 仅供参考。`,
  en: (listed) =>
    `On consignment without a contract or settlement price in any file: what is owed is the statement's own figure, checked against no contract; the order's ${listed} is for reading only.`,
};
