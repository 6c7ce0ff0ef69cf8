// Every state in words: its name, and its sentence with the numbers in it, in three languages.
import type { Language, Translated } from '../language.ts';
import type { Headline } from './outcome.ts';

export const LABELS: Readonly<Record<Headline, Translated>> = {
  FILE_INCONSISTENT: { 'zh-TW': '檔案不平', 'zh-CN': '文件不平', en: 'File does not add up' },
  DUPLICATE_LINE: { 'zh-TW': '重複撥款', 'zh-CN': '重复拨款', en: 'Paid twice' },
  CANCELLED_BUT_PAID: { 'zh-TW': '已取消仍撥款', 'zh-CN': '已取消仍拨款', en: 'Cancelled but paid' },
  CHARGEBACK: { 'zh-TW': '爭議款', 'zh-CN': '争议款', en: 'Chargeback' },
  PAYOUT_WITHOUT_ORDER: { 'zh-TW': '有撥款無訂單', 'zh-CN': '有拨款无订单', en: 'Payout without order' },
  PAID_NOT_SHIPPED: { 'zh-TW': '已支付未發貨', 'zh-CN': '已支付未发货', en: 'Paid, not shipped' },
  PAID_NOT_COMPLETED: { 'zh-TW': '已撥款未完成', 'zh-CN': '已拨款未完成', en: 'Paid, not completed' },
  REFUND_NOT_WRITTEN_OFF: { 'zh-TW': '已退款未核銷', 'zh-CN': '已退款未核销', en: 'Refund not written off' },
  CREDIT_WITHOUT_REFUND: { 'zh-TW': '已折讓未退款', 'zh-CN': '已折让未退款', en: 'Credited, not refunded' },
  OVER: { 'zh-TW': '溢收', 'zh-CN': '溢收', en: 'Overpaid' },
  SHORT: { 'zh-TW': '短收', 'zh-CN': '短收', en: 'Short paid' },
  OVERDUE: { 'zh-TW': '逾期未撥款', 'zh-CN': '逾期未拨款', en: 'Overdue' },
  FEE_DIFF: { 'zh-TW': '手續費與合約不符', 'zh-CN': '手续费与合同不符', en: 'Fee differs from contract' },
  SHIPPING_DIFF: { 'zh-TW': '運費差異', 'zh-CN': '运费差异', en: 'Freight difference' },
  NEGATIVE_NET: { 'zh-TW': '負撥款', 'zh-CN': '负拨款', en: 'Negative payout' },
  RESERVE_HELD: { 'zh-TW': '保留款', 'zh-CN': '保留款', en: 'Held in reserve' },
  PARTIAL: { 'zh-TW': '分批收款中', 'zh-CN': '分批收款中', en: 'Partly paid' },
  NOT_DUE: { 'zh-TW': '未到期', 'zh-CN': '未到期', en: 'Not due yet' },
  BAD_DEBT: { 'zh-TW': '已列呆帳', 'zh-CN': '已列坏账', en: 'Bad debt' },
  REFUND_FULL: { 'zh-TW': '全額退款', 'zh-CN': '全额退款', en: 'Fully refunded' },
  REFUND_PARTIAL: { 'zh-TW': '部分退款', 'zh-CN': '部分退款', en: 'Partly refunded' },
  CANCELLED: { 'zh-TW': '已取消', 'zh-CN': '已取消', en: 'Cancelled' },
  NOT_SHIPPED: { 'zh-TW': '未出貨', 'zh-CN': '未发货', en: 'Not shipped' },
  NOT_COMPLETED: { 'zh-TW': '已出貨未完成', 'zh-CN': '已发货未完成', en: 'Shipped, not completed' },
  WITHIN_TOLERANCE: { 'zh-TW': '容差內相符', 'zh-CN': '容差内相符', en: 'Within tolerance' },
  EXACT: { 'zh-TW': '完全相符', 'zh-CN': '完全相符', en: 'Exact' },
};

/** The figures a sentence may name, already in reading form. */
export interface Figures {
  readonly receivable: string;
  readonly credited: string;
  readonly received: string;
  /** Paid and compensated. */
  readonly came: string;
  readonly refunded: string;
  readonly fees: string;
  readonly net: string;
  /** Receivable after credit: what the platform should have paid. */
  readonly owed: string;
  /** Paid and compensated, less refunded. */
  readonly kept: string;
  /** How far `kept` is from `owed`, without sign. */
  readonly gap: string;
  /** Refund and credit apart, without sign. */
  readonly refundGap: string;
  /** The part of it that came as less money in the first place; empty where none did. */
  readonly netted: string;
  /** Of an order that owes nothing: what was taken back beyond what ever came; empty else. */
  readonly takenBack: string;
  /** The part of too much money that a credit note without its refund explains; empty where none does. */
  readonly openCredit: string;
  /** The rest of it. */
  readonly over: string;
  /** Whether a payout waits for review: what is said of its booking is to come. */
  readonly waits: boolean;
  /** Taken back in disputes, and kept in reserve. */
  readonly disputed: string;
  readonly reserved: string;
  /** What was given back, or released, beyond what was taken; empty where nothing was. */
  readonly disputeSurplus: string;
  readonly reserveSurplus: string;
  /** What else the net is made of, each with its name and sign as it came, for example 「，保留款 -1,000」. */
  readonly others: string;
  /** What was given up, without sign. */
  readonly writtenOff: string;
  /** Each fee that differs: its name, what was charged too much or too little. */
  readonly feeDifferences: string;
  /** What freight cost the seller. */
  readonly freight: string;
  /** Of an order whose sale waits for completion: what will be owed then. */
  readonly worth: string;
  readonly due: string;
  readonly late: string;
}

export type Sentence = Translated<(f: Figures) => string>;

/** What a booking that waits is said with. */
const LATER: Translated = { 'zh-TW': '入帳後', 'zh-CN': '入账后', en: ' once it is booked' };
const later = ({ waits }: Figures, language: Language) => (waits ? LATER[language] : '');

/** A refund that the platform kept back from its payout. */
const nettedToo = ({ netted }: Figures, before: string, after: string) =>
  netted === '' ? '' : `${before}${netted}${after}`;

/** What was paid; where a part was taken back as a refund, both: their difference alone may read below zero. */
const PAID_AND_BACK: Sentence = {
  'zh-TW': (f) => `${f.came}、扣回退款 ${f.refunded}`,
  'zh-CN': (f) => `${f.came}、扣回退款 ${f.refunded}`,
  en: (f) => `${f.came} less a refund of ${f.refunded}`,
};
const paidAndBack = (f: Figures, language: Language) => (f.refunded === '0' ? f.kept : PAID_AND_BACK[language](f));

/** A refund that the platform took back of an order that it has not paid: so much more is missing. */
const BACK_BEFORE: Sentence = {
  'zh-TW': (f) => `，平台卻已扣回退款 ${f.refunded}，共缺 ${f.gap}`,
  'zh-CN': (f) => `，平台却已扣回退款 ${f.refunded}，共缺 ${f.gap}`,
  en: (f) => `, yet the platform took back a refund of ${f.refunded}: ${f.gap} is missing`,
};
const backBefore = (f: Figures, language: Language) => (f.refunded === '0' ? '' : BACK_BEFORE[language](f));

/** Fees that differ beside another state. */
const feesToo = ({ feeDifferences }: Figures, before: string, after: string) =>
  feeDifferences === '' ? '' : `${before}${feeDifferences}${after}`;

/** Paid too much beside what the refund to come explains. */
const overToo = ({ over }: Figures, before: string, after: string) => (over === '0' ? '' : `${before}${over}${after}`);

const givenUp = ({ writtenOff }: Figures, before: string, after: string) =>
  writtenOff === '0' ? '' : `${before}${writtenOff}${after}`;

const NOTHING_CAME: Translated = { 'zh-TW': '也沒有撥款', 'zh-CN': '也没有拨款', en: ' and nothing was paid' };
const NET: Translated<(f: Figures) => string> = {
  'zh-TW': (f) => `；平台撥扣淨額 ${f.net}`,
  'zh-CN': (f) => `；平台拨扣净额 ${f.net}`,
  en: (f) => `; the platform's net is ${f.net}`,
};
const PAID_AND_REFUNDED: Translated<(f: Figures) => string> = {
  'zh-TW': (f) => `；平台撥款 ${f.came} 後又退款 ${f.refunded}，淨額 ${f.net}`,
  'zh-CN': (f) => `；平台拨款 ${f.came} 后又退款 ${f.refunded}，净额 ${f.net}`,
  en: (f) => `; the platform paid ${f.came} and took back ${f.refunded}, its net is ${f.net}`,
};

/** What moved on an order that owes nothing. */
function cameAndWent(f: Figures, language: Language): string {
  if (f.refunded !== '0') return PAID_AND_REFUNDED[language](f);
  return f.net === '0' ? NOTHING_CAME[language] : NET[language](f);
}

export const SENTENCES: Readonly<Record<Headline, Sentence>> = {
  FILE_INCONSISTENT: {
    'zh-TW': (f) => `撥款檔各列合計與檔案自己的總計不符；此訂單應收 ${f.owed}，已撥 ${f.kept}，在檔案釐清前請勿採信。`,
    'zh-CN': (f) =>
      `拨款文件各行合计与文件自己的总计不符；此订单应收 ${f.owed}，已拨 ${f.kept}，在文件厘清前请勿采信。`,
    en: (f) =>
      `The payout file's rows do not add up to its own total; this order is owed ${f.owed} and got ${f.kept}, not to be trusted until the file is clear.`,
  },
  DUPLICATE_LINE: {
    'zh-TW': (f) =>
      `應收 ${f.owed}，平台以相同金額重複撥款，共 ${f.kept}，多收 ${f.over} ${later(f, 'zh-TW')}列為暫收款。`,
    'zh-CN': (f) =>
      `应收 ${f.owed}，平台以相同金额重复拨款，共 ${f.kept}，多收 ${f.over} ${later(f, 'zh-CN')}列为暂收款。`,
    en: (f) =>
      `Owed ${f.owed}, but the platform paid the same amount more than once, ${f.kept} in all; ${f.over} too much is on hold${later(f, 'en')}.`,
  },
  CANCELLED_BUT_PAID: {
    'zh-TW': (f) => `訂單已取消，平台仍撥款 ${f.kept}，${later(f, 'zh-TW')}列為暫收款。`,
    'zh-CN': (f) => `订单已取消，平台仍拨款 ${f.kept}，${later(f, 'zh-CN')}列为暂收款。`,
    en: (f) => `The order was cancelled, yet the platform paid ${f.kept}; the money is on hold${later(f, 'en')}.`,
  },
  CHARGEBACK: {
    'zh-TW': (f) =>
      f.disputeSurplus === ''
        ? `買家提出爭議，平台扣回 ${f.disputed}，${later(f, 'zh-TW')}列為其他應收款${feesToo(f, '，另有', '')}；應收 ${f.owed}，已撥 ${f.kept}。`
        : `平台退回的爭議款比扣回的多 ${f.disputeSurplus}，列在其他應收款的貸方，釐清前不是收入；應收 ${f.owed}，已撥 ${f.kept}。`,
    'zh-CN': (f) =>
      f.disputeSurplus === ''
        ? `买家提出争议，平台扣回 ${f.disputed}，${later(f, 'zh-CN')}列为其他应收款${feesToo(f, '，另有', '')}；应收 ${f.owed}，已拨 ${f.kept}。`
        : `平台退回的争议款比扣回的多 ${f.disputeSurplus}，列在其他应收款的贷方，厘清前不是收入；应收 ${f.owed}，已拨 ${f.kept}。`,
    en: (f) =>
      f.disputeSurplus === ''
        ? `The buyer disputes the payment and the platform took back ${f.disputed}, which is claimed${later(f, 'en')}${feesToo(f, ', as is ', '')}; owed ${f.owed}, paid ${f.kept}.`
        : `The platform gave back ${f.disputeSurplus} more in disputes than it took; it stands on the credit side of other receivables and is no income until explained; owed ${f.owed}, paid ${f.kept}.`,
  },
  PAYOUT_WITHOUT_ORDER: {
    'zh-TW': (f) => `撥款 ${f.net} 找不到訂單，列為暫收款。`,
    'zh-CN': (f) => `拨款 ${f.net} 找不到订单，列为暂收款。`,
    en: (f) => `A payout of ${f.net} has no order in the books; the money is on hold.`,
  },
  PAID_NOT_SHIPPED: {
    'zh-TW': (f) => `平台已撥款 ${f.kept}，但訂單尚未出貨，${later(f, 'zh-TW')}列為暫收款。`,
    'zh-CN': (f) => `平台已拨款 ${f.kept}，但订单尚未发货，${later(f, 'zh-CN')}列为暂收款。`,
    en: (f) => `The platform paid ${f.kept}, but the order has not shipped; the money is on hold${later(f, 'en')}.`,
  },
  PAID_NOT_COMPLETED: {
    'zh-TW': (f) =>
      `平台已撥款 ${f.kept}，但訂單檔還沒有完成；此賣場於訂單完成時認列銷貨（屆時應收 ${f.worth}），${later(f, 'zh-TW')}列為暫收款。`,
    'zh-CN': (f) =>
      `平台已拨款 ${f.kept}，但订单文件还没有完成；此店铺于订单完成时确认销售（届时应收 ${f.worth}），${later(f, 'zh-CN')}列为暂收款。`,
    en: (f) =>
      `The platform paid ${f.kept}, but the order export does not show it completed; this shop books its sale at completion (${f.worth} will be owed then), and the money is on hold${later(f, 'en')}.`,
  },
  REFUND_NOT_WRITTEN_OFF: {
    'zh-TW': (f) => {
      if (f.takenBack !== '')
        return `訂單沒有應收帳款，平台撥款 ${f.came} 卻退款 ${f.refunded}，多扣回 ${f.takenBack}。`;
      return f.refunded === '0'
        ? `平台標示已退款，但沒有銷退或折讓，撥款檔也沒有退款；應收 ${f.owed}${f.kept === '0' ? ' ' : `，已撥 ${f.kept}，退款`}未核銷。`
        : `平台已退款 ${f.refunded}，${f.credited === '0' ? '卻沒有銷退或折讓' : `銷退或折讓只有 ${f.credited}`}，尚有 ${f.refundGap} 未核銷。`;
    },
    'zh-CN': (f) => {
      if (f.takenBack !== '')
        return `订单没有应收账款，平台拨款 ${f.came} 却退款 ${f.refunded}，多扣回 ${f.takenBack}。`;
      return f.refunded === '0'
        ? `平台标示已退款，但没有销退或折让，拨款文件也没有退款；应收 ${f.owed}${f.kept === '0' ? ' ' : `，已拨 ${f.kept}，退款`}未核销。`
        : `平台已退款 ${f.refunded}，${f.credited === '0' ? '却没有销退或折让' : `销退或折让只有 ${f.credited}`}，尚有 ${f.refundGap} 未核销。`;
    },
    en: (f) => {
      if (f.takenBack !== '')
        return `Nothing is owed for the order; the platform paid ${f.came} and took back ${f.refunded}, ${f.takenBack} more.`;
      return f.refunded === '0'
        ? `The platform says refunded, but there is no return or credit note and no refund in a payout; the receivable of ${f.owed}${f.kept === '0' ? '' : ` was paid with ${f.kept}, and the refund`} is not written off.`
        : `The platform refunded ${f.refunded}, ${f.credited === '0' ? 'but there is no return or credit note' : `the return or credit note covers ${f.credited}`}: ${f.refundGap} is not written off.`;
    },
  },
  CREDIT_WITHOUT_REFUND: {
    'zh-TW': (f) =>
      `已銷退或折讓 ${f.credited}，平台${f.refunded === '0' ? '尚未退款' : `只退款 ${f.refunded}`}${nettedToo(f, '、少撥 ', '')}，尚差 ${f.openCredit || f.refundGap}${overToo(f, '，另溢收 ', ` ${later(f, 'zh-TW')}列為暫收款`)}。`,
    'zh-CN': (f) =>
      `已销退或折让 ${f.credited}，平台${f.refunded === '0' ? '尚未退款' : `只退款 ${f.refunded}`}${nettedToo(f, '、少拨 ', '')}，尚差 ${f.openCredit || f.refundGap}${overToo(f, '，另溢收 ', ` ${later(f, 'zh-CN')}列为暂收款`)}。`,
    en: (f) =>
      `Credited ${f.credited}, but the platform refunded ${f.refunded === '0' ? 'nothing' : f.refunded}${nettedToo(f, ' and paid ', ' less')}: ${f.openCredit || f.refundGap} apart${overToo(f, '; another ', ` was paid too much and is on hold${later(f, 'en')}`)}.`,
  },
  OVER: {
    'zh-TW': (f) =>
      f.openCredit === ''
        ? `應收 ${f.owed}，已撥 ${f.kept}，溢收 ${f.gap} ${later(f, 'zh-TW')}列為暫收款。`
        : `應收 ${f.owed}，已撥 ${f.kept}，多收 ${f.gap}：其中 ${f.openCredit} 已銷退或折讓、待平台扣回退款，其餘 ${f.over} 溢收，${later(f, 'zh-TW')}列為暫收款。`,
    'zh-CN': (f) =>
      f.openCredit === ''
        ? `应收 ${f.owed}，已拨 ${f.kept}，溢收 ${f.gap} ${later(f, 'zh-CN')}列为暂收款。`
        : `应收 ${f.owed}，已拨 ${f.kept}，多收 ${f.gap}：其中 ${f.openCredit} 已销退或折让、待平台扣回退款，其余 ${f.over} 溢收，${later(f, 'zh-CN')}列为暂收款。`,
    en: (f) =>
      f.openCredit === ''
        ? `Owed ${f.owed}, paid ${f.kept}: ${f.gap} too much, held until explained.`
        : `Owed ${f.owed}, paid ${f.kept}: ${f.gap} too much, of which ${f.openCredit} is credited and its refund is to come; the other ${f.over} is overpaid and on hold${later(f, 'en')}.`,
  },
  SHORT: {
    'zh-TW': (f) => `應收 ${f.owed}，只撥 ${paidAndBack(f, 'zh-TW')}，短收 ${f.gap}${f.due}。`,
    'zh-CN': (f) => `应收 ${f.owed}，只拨 ${paidAndBack(f, 'zh-CN')}，短收 ${f.gap}${f.due}。`,
    en: (f) => `Owed ${f.owed}, paid only ${paidAndBack(f, 'en')}: ${f.gap} short${f.due}.`,
  },
  OVERDUE: {
    'zh-TW': (f) => `應收 ${f.owed} 尚未撥款${backBefore(f, 'zh-TW')}${f.due}，已逾期 ${f.late} 天。`,
    'zh-CN': (f) => `应收 ${f.owed} 尚未拨款${backBefore(f, 'zh-CN')}${f.due}，已逾期 ${f.late} 天。`,
    en: (f) => `${f.owed} has not been paid${backBefore(f, 'en')}${f.due}: ${f.late} days overdue.`,
  },
  FEE_DIFF: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}；手續費與合約不符：${f.feeDifferences}。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}；手续费与合同不符：${f.feeDifferences}。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}; fees differ from the contract: ${f.feeDifferences}.`,
  },
  SHIPPING_DIFF: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}；運費由賣家負擔 ${f.freight}，超過設定的上限。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}；运费由卖家负担 ${f.freight}，超过设定的上限。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}; freight cost the seller ${f.freight}, more than the limit set.`,
  },
  NEGATIVE_NET: {
    'zh-TW': (f) => `貨款 ${f.received}，扣款 ${f.fees}${f.others}，淨額 ${f.net}：扣得比收得多。`,
    'zh-CN': (f) => `货款 ${f.received}，扣款 ${f.fees}${f.others}，净额 ${f.net}：扣得比收得多。`,
    en: (f) => `Principal ${f.received}, deductions ${f.fees}${f.others}, net ${f.net}: more was deducted than paid.`,
  },
  RESERVE_HELD: {
    'zh-TW': (f) =>
      f.reserveSurplus === ''
        ? `應收 ${f.owed}，已撥 ${f.kept}；平台保留 ${f.reserved} 尚未釋出。`
        : `平台釋出的保留款比保留的多 ${f.reserveSurplus}，列在其他應收款的貸方，釐清前不是收入；應收 ${f.owed}，已撥 ${f.kept}。`,
    'zh-CN': (f) =>
      f.reserveSurplus === ''
        ? `应收 ${f.owed}，已拨 ${f.kept}；平台保留 ${f.reserved} 尚未释出。`
        : `平台释出的保留款比保留的多 ${f.reserveSurplus}，列在其他应收款的贷方，厘清前不是收入；应收 ${f.owed}，已拨 ${f.kept}。`,
    en: (f) =>
      f.reserveSurplus === ''
        ? `Owed ${f.owed}, paid ${f.kept}; the platform still holds ${f.reserved} in reserve.`
        : `The platform released ${f.reserveSurplus} more than it held in reserve; it stands on the credit side of other receivables and is no income until explained; owed ${f.owed}, paid ${f.kept}.`,
  },
  PARTIAL: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${paidAndBack(f, 'zh-TW')}，尚有 ${f.gap} 待撥${f.due}。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${paidAndBack(f, 'zh-CN')}，尚有 ${f.gap} 待拨${f.due}。`,
    en: (f) => `Owed ${f.owed}, paid ${paidAndBack(f, 'en')} so far; ${f.gap} to come${f.due}.`,
  },
  NOT_DUE: {
    'zh-TW': (f) =>
      f.openCredit === ''
        ? `應收 ${f.owed}，尚未到撥款日${backBefore(f, 'zh-TW')}${f.due}。`
        : `已銷退或折讓 ${f.credited}，平台已退款 ${f.refunded}，尚有 ${f.openCredit} 待平台扣回，還在寬限期內${overToo(f, '；另溢收 ', ` ${later(f, 'zh-TW')}列為暫收款`)}。`,
    'zh-CN': (f) =>
      f.openCredit === ''
        ? `应收 ${f.owed}，尚未到拨款日${backBefore(f, 'zh-CN')}${f.due}。`
        : `已销退或折让 ${f.credited}，平台已退款 ${f.refunded}，尚有 ${f.openCredit} 待平台扣回，还在宽限期内${overToo(f, '；另溢收 ', ` ${later(f, 'zh-CN')}列为暂收款`)}。`,
    en: (f) =>
      f.openCredit === ''
        ? `${f.owed} is owed and not due yet${backBefore(f, 'en')}${f.due}.`
        : `Credited ${f.credited}, refunded ${f.refunded} so far: the platform has days of grace to take back ${f.openCredit}${overToo(f, '; another ', ` was paid too much and is on hold${later(f, 'en')}`)}.`,
  },
  REFUND_FULL: {
    'zh-TW': (f) =>
      `應收 ${f.receivable} 已全額銷退或折讓 ${f.credited}${givenUp(f, '，尾差 ', ' 已沖銷')}，帳款結清。`,
    'zh-CN': (f) =>
      `应收 ${f.receivable} 已全额销退或折让 ${f.credited}${givenUp(f, '，尾差 ', ' 已核销')}，账款结清。`,
    en: (f) =>
      `The receivable of ${f.receivable} was credited in full (${f.credited})${givenUp(f, ', ', ' was written off')}; the account is closed.`,
  },
  REFUND_PARTIAL: {
    'zh-TW': (f) =>
      `應收 ${f.receivable}，部分銷退或折讓 ${f.credited}，實收 ${f.kept}${givenUp(f, '，尾差 ', ' 已沖銷')}，帳款結清。`,
    'zh-CN': (f) =>
      `应收 ${f.receivable}，部分销退或折让 ${f.credited}，实收 ${f.kept}${givenUp(f, '，尾差 ', ' 已核销')}，账款结清。`,
    en: (f) =>
      `Of the receivable of ${f.receivable}, ${f.credited} was credited and ${f.kept} kept${givenUp(f, ', ', ' was written off')}; the account is closed.`,
  },
  CANCELLED: {
    'zh-TW': (f) => `訂單已取消，沒有應收帳款${cameAndWent(f, 'zh-TW')}。`,
    'zh-CN': (f) => `订单已取消，没有应收账款${cameAndWent(f, 'zh-CN')}。`,
    en: (f) => `Cancelled: nothing is owed${cameAndWent(f, 'en')}.`,
  },
  NOT_SHIPPED: {
    'zh-TW': (f) => `訂單尚未出貨，還沒有應收帳款${cameAndWent(f, 'zh-TW')}。`,
    'zh-CN': (f) => `订单尚未发货，还没有应收账款${cameAndWent(f, 'zh-CN')}。`,
    en: (f) => `Not shipped: nothing is owed yet${cameAndWent(f, 'en')}.`,
  },
  NOT_COMPLETED: {
    'zh-TW': (f) =>
      `已出貨、尚未完成；此賣場於訂單完成時認列銷貨，屆時應收 ${f.worth}，目前沒有應收帳款${cameAndWent(f, 'zh-TW')}。`,
    'zh-CN': (f) =>
      `已发货、尚未完成；此店铺于订单完成时确认销售，届时应收 ${f.worth}，目前没有应收账款${cameAndWent(f, 'zh-CN')}。`,
    en: (f) =>
      `Shipped, not completed: this shop books its sale at completion, ${f.worth} will be owed then and nothing now${cameAndWent(f, 'en')}.`,
  },
  BAD_DEBT: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${paidAndBack(f, 'zh-TW')}，其餘 ${f.writtenOff} 收不回來，已列呆帳結清。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${paidAndBack(f, 'zh-CN')}，其余 ${f.writtenOff} 收不回来，已列坏账结清。`,
    en: (f) =>
      `Owed ${f.owed}, paid ${paidAndBack(f, 'en')}; the rest of ${f.writtenOff} will not come and is booked as a bad debt.`,
  },
  WITHIN_TOLERANCE: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${paidAndBack(f, 'zh-TW')}，差 ${f.writtenOff} 已列尾差結清。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${paidAndBack(f, 'zh-CN')}，差 ${f.writtenOff} 已列尾差结清。`,
    en: (f) => `Owed ${f.owed}, paid ${paidAndBack(f, 'en')}; the rest of ${f.writtenOff} is written off.`,
  },
  EXACT: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，完全相符。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，完全相符。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}: exact.`,
  },
};

/** OVERDUE of an order whose sale waits for completion: by its export it should be completed and paid by now. */
export const UNCOMPLETED_LATE: Sentence = {
  'zh-TW': (f) =>
    `已出貨但訂單檔一直沒有完成，也沒有撥款${f.due}，已逾期 ${f.late} 天；此賣場於完成時認列銷貨，屆時應收 ${f.worth}。`,
  'zh-CN': (f) =>
    `已发货但订单文件一直没有完成，也没有拨款${f.due}，已逾期 ${f.late} 天；此店铺于完成时确认销售，届时应收 ${f.worth}。`,
  en: (f) =>
    `Shipped, but never shown as completed and never paid${f.due}: ${f.late} days overdue. This shop books its sale at completion, ${f.worth} will be owed then.`,
};
