// Why a payout line has no order, and why it waits for review, in three languages.
import type { Translated } from '../language.ts';
import type { UnlinkedBecause } from './outcome.ts';
import type { ReviewReason } from './review-reasons.ts';
import type { Sentence } from './state-words.ts';

export const BECAUSE: Readonly<Partial<Record<UnlinkedBecause, Sentence>>> = {
  OTHER_CURRENCY: {
    'zh-TW': (f) => `撥款 ${f.net} 與同號訂單的幣別不同，不能相沖，列為暫收款。`,
    'zh-CN': (f) => `拨款 ${f.net} 与同号订单的币种不同，不能相冲，列为暂收款。`,
    en: (f) => `The order of this number is in another currency; ${f.net} cannot clear it and is on hold.`,
  },
  SEVERAL_ORDERS: {
    'zh-TW': (f) => `撥款 ${f.net} 的單號對到多筆訂單，無法確定是哪一筆，列為暫收款。`,
    'zh-CN': (f) => `拨款 ${f.net} 的单号对到多笔订单，无法确定是哪一笔，列为暂收款。`,
    en: (f) => `Several orders answer to the number of this payout of ${f.net}; it is on hold.`,
  },
  DECLINED: {
    'zh-TW': (f) => `撥款 ${f.net} 與同號訂單的對應已被否決，列為暫收款。`,
    'zh-CN': (f) => `拨款 ${f.net} 与同号订单的对应已被否决，列为暂收款。`,
    en: (f) => `The link of this payout of ${f.net} to the order of its number was declined; it is on hold.`,
  },
};

interface Versions {
  readonly statement: string;
  readonly file: string;
  readonly total: string;
  readonly brought: string;
  readonly before: { readonly file: string; readonly total: string };
}

/** Two files with one statement and two totals. */
export const OTHER_TOTAL: Translated<(version: Versions) => string> = {
  'zh-TW': ({ statement, file, total, before }) =>
    `同一撥款批次 ${statement} 有兩個版本：「${before.file}」總額 ${before.total}，「${file}」總額 ${total}。請向平台確認哪一份正確。`,
  'zh-CN': ({ statement, file, total, before }) =>
    `同一拨款批次 ${statement} 有两个版本：“${before.file}”总额 ${before.total}，“${file}”总额 ${total}。请向平台确认哪一份正确。`,
  en: ({ statement, file, total, before }) =>
    `Payout ${statement} came in two versions: "${before.file}" declares ${before.total}, "${file}" declares ${total}. Ask the platform which one is right.`,
};

/** Two files with one statement and one total, which the rows of the first make up already. */
export const OTHER_ROWS: Translated<(version: Versions) => string> = {
  'zh-TW': ({ statement, file, total, brought, before }) =>
    `撥款批次 ${statement} 總額 ${before.total}，「${before.file}」的各列已足額；「${file}」總額 ${total}，卻另有合計 ${brought} 的列。請向平台確認哪一份正確。`,
  'zh-CN': ({ statement, file, total, brought, before }) =>
    `拨款批次 ${statement} 总额 ${before.total}，“${before.file}”的各行已足额；“${file}”总额 ${total}，却另有合计 ${brought} 的行。请向平台确认哪一份正确。`,
  en: ({ statement, file, total, brought, before }) =>
    `Payout ${statement} of ${before.total} is complete with the rows of "${before.file}"; "${file}" declares ${total} too and has other rows, ${brought} in all. Ask the platform which one is right.`,
};

export const REVIEWS: Readonly<Record<ReviewReason, Translated>> = {
  STATEMENT_DIFFERS: {
    'zh-TW': '同一撥款批次另有金額不同的檔案，尚未入帳，待審。',
    'zh-CN': '同一拨款批次另有金额不同的文件，尚未入账，待审。',
    en: 'Another file has this payout with other amounts: not booked, waiting for review.',
  },
  PERIOD_CLOSED: {
    'zh-TW': '撥款日的會計期間已關帳，尚未入帳，待審。',
    'zh-CN': '拨款日的会计期间已关账，尚未入账，待审。',
    en: 'The period of the payout day is closed: not booked, waiting for review.',
  },
  RATE_MISSING: {
    'zh-TW': '缺少當日匯率，尚未入帳，待審。',
    'zh-CN': '缺少当日汇率，尚未入账，待审。',
    en: 'There is no exchange rate for its day: not booked, waiting for review.',
  },
  FILE_INCONSISTENT: {
    'zh-TW': '撥款檔與自己的總計不符，尚未入帳，待審。',
    'zh-CN': '拨款文件与自己的总计不符，尚未入账，待审。',
    en: 'Its file differs from its own total: not booked, waiting for review.',
  },
  MAPPING_UNCONFIRMED: {
    'zh-TW': '欄位對應未經真實檔案驗證，也還沒有人確認，尚未入帳，待審。',
    'zh-CN': '列对应未经真实文件验证，也还没有人确认，尚未入账，待审。',
    en: 'Nobody has confirmed the unverified mapping that read it: not booked, waiting for review.',
  },
  PASS: {
    'zh-TW': '比對方式須經審核，尚未入帳，待審。',
    'zh-CN': '比对方式须经审核，尚未入账，待审。',
    en: 'The way it was linked asks for review: not booked.',
  },
  ABOVE_LIMIT: {
    'zh-TW': '金額超過免審上限，尚未入帳，待審。',
    'zh-CN': '金额超过免审上限，尚未入账，待审。',
    en: 'Its amount is above the limit for booking without review: not booked.',
  },
};
