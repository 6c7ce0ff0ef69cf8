// Why a payout line has no order, and why it waits for review, in three languages.
import type { Translated } from '../language.ts';
import type { UnlinkedBecause } from './outcome.ts';
import type { ReviewReason } from './review-reasons.ts';

/** Where a payout line without an order stands, without the stop at its end: what was booked follows. */
export const BECAUSE: Readonly<Record<UnlinkedBecause, Translated<(net: string) => string>>> = {
  BY_NATURE: {
    'zh-TW': (net) => `非訂單的款項 ${net}，不屬於任何訂單`,
    'zh-CN': (net) => `非订单的款项 ${net}，不属于任何订单`,
    en: (net) => `${net} that belongs to no order by nature`,
  },
  NO_NUMBER: {
    'zh-TW': (net) => `撥款 ${net} 是訂單的款項，但檔案沒有訂單編號`,
    'zh-CN': (net) => `拨款 ${net} 是订单的款项，但文件没有订单编号`,
    en: (net) => `The payout of ${net} is an order's money, but its file names no order`,
  },
  NO_ORDER: {
    'zh-TW': (net) => `撥款 ${net} 找不到訂單`,
    'zh-CN': (net) => `拨款 ${net} 找不到订单`,
    en: (net) => `A payout of ${net} has no order in the books`,
  },
  OTHER_CURRENCY: {
    'zh-TW': (net) => `撥款 ${net} 與同號訂單的幣別不同，不能相沖`,
    'zh-CN': (net) => `拨款 ${net} 与同号订单的币种不同，不能相冲`,
    en: (net) => `The order of this number is in another currency, and ${net} cannot clear it`,
  },
  SEVERAL_ORDERS: {
    'zh-TW': (net) => `撥款 ${net} 的單號對到多筆訂單，無法確定是哪一筆`,
    'zh-CN': (net) => `拨款 ${net} 的单号对到多笔订单，无法确定是哪一笔`,
    en: (net) => `Several orders answer to the number of this payout of ${net}`,
  },
  DECLINED: {
    'zh-TW': (net) => `撥款 ${net} 與同號訂單的對應已被否決`,
    'zh-CN': (net) => `拨款 ${net} 与同号订单的对应已被否决`,
    en: (net) => `The link of this payout of ${net} to the order of its number was declined`,
  },
  STATEMENT_DIFFERS: {
    'zh-TW': (net) => `撥款 ${net} 的撥款批次另有金額不同的檔案`,
    'zh-CN': (net) => `拨款 ${net} 的拨款批次另有金额不同的文件`,
    en: (net) => `Another file has the statement of this payout of ${net} with other amounts`,
  },
};

/** What the receipt did with the line, part by part; empty parts are left out. */
export const BOOKED_AS: Readonly<
  Record<'allOnHold' | 'onHold' | 'fees' | 'feesBack' | 'elsewhere', Translated<(amount: string) => string>>
> = {
  allOnHold: { 'zh-TW': () => '列為暫收款', 'zh-CN': () => '列为暂收款', en: () => 'it is on hold' },
  onHold: {
    'zh-TW': (amount) => `${amount} 列為暫收款`,
    'zh-CN': (amount) => `${amount} 列为暂收款`,
    en: (amount) => `${amount} on hold`,
  },
  fees: {
    'zh-TW': (amount) => `扣款 ${amount} 列為平台費用`,
    'zh-CN': (amount) => `扣款 ${amount} 列为平台费用`,
    en: (amount) => `deductions of ${amount} booked as platform fees`,
  },
  feesBack: {
    'zh-TW': (amount) => `退回的扣款 ${amount} 沖減平台費用`,
    'zh-CN': (amount) => `退回的扣款 ${amount} 冲减平台费用`,
    en: (amount) => `${amount} given back off the platform fees`,
  },
  elsewhere: {
    'zh-TW': (amount) => `${amount} 列入爭議款、保留款、稅款或在途的科目`,
    'zh-CN': (amount) => `${amount} 列入争议款、保留款、税款或在途的科目`,
    en: (amount) => `${amount} on the accounts of disputes, reserves, tax or transfers`,
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
