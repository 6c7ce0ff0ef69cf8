// Every state in words: its name, its sentence with the numbers in it, and what to do next, in three languages.
import type { Translated } from '../language.ts';
import type { Headline } from './outcome.ts';

export const LABELS: Readonly<Record<Headline, Translated>> = {
  FILE_INCONSISTENT: { 'zh-TW': '檔案不平', 'zh-CN': '文件不平', en: 'File does not add up' },
  DUPLICATE_LINE: { 'zh-TW': '重複撥款', 'zh-CN': '重复拨款', en: 'Paid twice' },
  CANCELLED_BUT_PAID: { 'zh-TW': '已取消仍撥款', 'zh-CN': '已取消仍拨款', en: 'Cancelled but paid' },
  CHARGEBACK: { 'zh-TW': '爭議款', 'zh-CN': '争议款', en: 'Chargeback' },
  PAYOUT_WITHOUT_ORDER: { 'zh-TW': '有撥款無訂單', 'zh-CN': '有拨款无订单', en: 'Payout without order' },
  PAID_NOT_SHIPPED: { 'zh-TW': '已支付未發貨', 'zh-CN': '已支付未发货', en: 'Paid, not shipped' },
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
  WITHIN_TOLERANCE: { 'zh-TW': '容差內相符', 'zh-CN': '容差内相符', en: 'Within tolerance' },
  EXACT: { 'zh-TW': '完全相符', 'zh-CN': '完全相符', en: 'Exact' },
};

/** The figures a sentence may name, already in reading form. */
export interface Figures {
  readonly receivable: string;
  readonly credited: string;
  readonly received: string;
  readonly refunded: string;
  readonly fees: string;
  readonly net: string;
  /** Receivable after credit: what the platform should have paid. */
  readonly owed: string;
  /** Paid less refunded. */
  readonly kept: string;
  /** How far `kept` is from `owed`, without sign. */
  readonly gap: string;
  /** Refund and credit apart, without sign. */
  readonly refundGap: string;
  readonly onHold: string;
  readonly claim: string;
  readonly reserve: string;
  /** What was given up, without sign. */
  readonly writtenOff: string;
  /** Each fee that differs: its name, what was charged too much or too little. */
  readonly feeDifferences: string;
  /** What freight cost the seller. */
  readonly freight: string;
  readonly due: string;
  readonly late: string;
}

export type Sentence = Translated<(f: Figures) => string>;

export const SENTENCES: Readonly<Record<Headline, Sentence>> = {
  FILE_INCONSISTENT: {
    'zh-TW': (f) => `撥款檔各列合計與檔案自己的總計不符；此訂單應收 ${f.owed}，已撥 ${f.kept}，在檔案釐清前請勿採信。`,
    'zh-CN': (f) =>
      `拨款文件各行合计与文件自己的总计不符；此订单应收 ${f.owed}，已拨 ${f.kept}，在文件厘清前请勿采信。`,
    en: (f) =>
      `The payout file's rows do not add up to its own total; this order is owed ${f.owed} and got ${f.kept}, not to be trusted until the file is clear.`,
  },
  DUPLICATE_LINE: {
    'zh-TW': (f) => `應收 ${f.owed}，平台以相同金額撥了兩次，共 ${f.kept}，多收 ${f.onHold} 列為暫收款。`,
    'zh-CN': (f) => `应收 ${f.owed}，平台以相同金额拨了两次，共 ${f.kept}，多收 ${f.onHold} 列为暂收款。`,
    en: (f) =>
      `Owed ${f.owed}, but the platform paid the same amount twice, ${f.kept} in all; ${f.onHold} too much is on hold.`,
  },
  CANCELLED_BUT_PAID: {
    'zh-TW': (f) => `訂單已取消，平台仍撥款 ${f.kept}，列為暫收款。`,
    'zh-CN': (f) => `订单已取消，平台仍拨款 ${f.kept}，列为暂收款。`,
    en: (f) => `The order was cancelled, yet the platform paid ${f.kept}; the money is on hold.`,
  },
  CHARGEBACK: {
    'zh-TW': (f) => `買家提出爭議，平台扣回款項，列為其他應收款 ${f.claim}；應收 ${f.owed}，已撥 ${f.kept}。`,
    'zh-CN': (f) => `买家提出争议，平台扣回款项，列为其他应收款 ${f.claim}；应收 ${f.owed}，已拨 ${f.kept}。`,
    en: (f) =>
      `The buyer disputes the payment and the platform took it back: ${f.claim} is claimed; owed ${f.owed}, paid ${f.kept}.`,
  },
  PAYOUT_WITHOUT_ORDER: {
    'zh-TW': (f) => `撥款 ${f.net} 找不到訂單，列為暫收款。`,
    'zh-CN': (f) => `拨款 ${f.net} 找不到订单，列为暂收款。`,
    en: (f) => `A payout of ${f.net} has no order in the books; the money is on hold.`,
  },
  PAID_NOT_SHIPPED: {
    'zh-TW': (f) => `平台已撥款 ${f.kept}，但訂單尚未出貨，列為暫收款。`,
    'zh-CN': (f) => `平台已拨款 ${f.kept}，但订单尚未发货，列为暂收款。`,
    en: (f) => `The platform paid ${f.kept}, but the order has not shipped; the money is on hold.`,
  },
  REFUND_NOT_WRITTEN_OFF: {
    'zh-TW': (f) =>
      f.refunded === '0'
        ? `平台標示已退款，但沒有銷退或折讓，撥款檔也沒有退款；應收 ${f.owed} 未核銷。`
        : `平台已退款 ${f.refunded}，銷退或折讓只有 ${f.credited}，尚有 ${f.refundGap} 未核銷。`,
    'zh-CN': (f) =>
      f.refunded === '0'
        ? `平台标示已退款，但没有销退或折让，拨款文件也没有退款；应收 ${f.owed} 未核销。`
        : `平台已退款 ${f.refunded}，销退或折让只有 ${f.credited}，尚有 ${f.refundGap} 未核销。`,
    en: (f) =>
      f.refunded === '0'
        ? `The platform says refunded, but there is no return or credit note and no refund in a payout; the receivable of ${f.owed} is not written off.`
        : `The platform refunded ${f.refunded}, the return or credit note covers ${f.credited}: ${f.refundGap} is not written off.`,
  },
  CREDIT_WITHOUT_REFUND: {
    'zh-TW': (f) => `已銷退或折讓 ${f.credited}，平台只退款 ${f.refunded}，尚差 ${f.refundGap}。`,
    'zh-CN': (f) => `已销退或折让 ${f.credited}，平台只退款 ${f.refunded}，尚差 ${f.refundGap}。`,
    en: (f) => `Credited ${f.credited}, but the platform refunded ${f.refunded}: ${f.refundGap} apart.`,
  },
  OVER: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，溢收 ${f.gap} 列為暫收款。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，溢收 ${f.gap} 列为暂收款。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}: ${f.gap} too much, held until explained.`,
  },
  SHORT: {
    'zh-TW': (f) => `應收 ${f.owed}，只撥 ${f.kept}，短收 ${f.gap}${f.due}。`,
    'zh-CN': (f) => `应收 ${f.owed}，只拨 ${f.kept}，短收 ${f.gap}${f.due}。`,
    en: (f) => `Owed ${f.owed}, paid only ${f.kept}: ${f.gap} short${f.due}.`,
  },
  OVERDUE: {
    'zh-TW': (f) => `應收 ${f.owed} 尚未撥款${f.due}，已逾期 ${f.late} 天。`,
    'zh-CN': (f) => `应收 ${f.owed} 尚未拨款${f.due}，已逾期 ${f.late} 天。`,
    en: (f) => `${f.owed} has not been paid${f.due}: ${f.late} days overdue.`,
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
    'zh-TW': (f) => `貨款 ${f.received}，扣款 ${f.fees}，淨額 ${f.net}：扣得比收得多。`,
    'zh-CN': (f) => `货款 ${f.received}，扣款 ${f.fees}，净额 ${f.net}：扣得比收得多。`,
    en: (f) => `Principal ${f.received}, deductions ${f.fees}, net ${f.net}: more was deducted than paid.`,
  },
  RESERVE_HELD: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}；平台保留 ${f.reserve} 尚未釋出。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}；平台保留 ${f.reserve} 尚未释出。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}; the platform still holds ${f.reserve} in reserve.`,
  },
  PARTIAL: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，尚有 ${f.gap} 待撥${f.due}。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，尚有 ${f.gap} 待拨${f.due}。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept} so far; ${f.gap} to come${f.due}.`,
  },
  NOT_DUE: {
    'zh-TW': (f) => `應收 ${f.owed}，尚未到撥款日${f.due}。`,
    'zh-CN': (f) => `应收 ${f.owed}，尚未到拨款日${f.due}。`,
    en: (f) => `${f.owed} is owed and not due yet${f.due}.`,
  },
  REFUND_FULL: {
    'zh-TW': (f) => `應收 ${f.receivable} 已全額銷退或折讓 ${f.credited}，帳款結清。`,
    'zh-CN': (f) => `应收 ${f.receivable} 已全额销退或折让 ${f.credited}，账款结清。`,
    en: (f) => `The receivable of ${f.receivable} was credited in full (${f.credited}); the account is closed.`,
  },
  REFUND_PARTIAL: {
    'zh-TW': (f) => `應收 ${f.receivable}，部分銷退或折讓 ${f.credited}，實收 ${f.kept}，帳款結清。`,
    'zh-CN': (f) => `应收 ${f.receivable}，部分销退或折让 ${f.credited}，实收 ${f.kept}，账款结清。`,
    en: (f) =>
      `Of the receivable of ${f.receivable}, ${f.credited} was credited and ${f.kept} kept; the account is closed.`,
  },
  CANCELLED: {
    'zh-TW': (f) => `訂單已取消，沒有應收帳款${f.net === '0' ? '也沒有撥款' : `；平台撥扣淨額 ${f.net}`}。`,
    'zh-CN': (f) => `订单已取消，没有应收账款${f.net === '0' ? '也没有拨款' : `；平台拨扣净额 ${f.net}`}。`,
    en: (f) =>
      `Cancelled: nothing is owed${f.net === '0' ? ' and nothing was paid' : `; the platform's net is ${f.net}`}.`,
  },
  NOT_SHIPPED: {
    'zh-TW': (f) => `訂單尚未出貨，還沒有應收帳款${f.net === '0' ? '' : `；平台撥扣淨額 ${f.net}`}。`,
    'zh-CN': (f) => `订单尚未发货，还没有应收账款${f.net === '0' ? '' : `；平台拨扣净额 ${f.net}`}。`,
    en: (f) => `Not shipped: nothing is owed yet${f.net === '0' ? '' : `; the platform's net is ${f.net}`}.`,
  },
  BAD_DEBT: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，其餘 ${f.writtenOff} 收不回來，已列呆帳結清。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，其余 ${f.writtenOff} 收不回来，已列坏账结清。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}; the rest of ${f.writtenOff} will not come and is booked as a bad debt.`,
  },
  WITHIN_TOLERANCE: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，尾差 ${f.writtenOff} 在容差內，已列尾差結清。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，尾差 ${f.writtenOff} 在容差内，已列尾差结清。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}; the rest of ${f.writtenOff} is within tolerance and written off.`,
  },
  EXACT: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，完全相符。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，完全相符。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}: exact.`,
  },
};

export const NEXT_STEPS: Readonly<Record<Headline, Translated | null>> = {
  FILE_INCONSISTENT: {
    'zh-TW': '重新下載撥款檔，確認沒有刪改列。',
    'zh-CN': '重新下载拨款文件，确认没有删改行。',
    en: 'Download the payout file again and check that no row was removed or edited.',
  },
  DUPLICATE_LINE: {
    'zh-TW': '向平台確認是否重複撥款，預留退回的金額。',
    'zh-CN': '向平台确认是否重复拨款，预留退回的金额。',
    en: 'Ask the platform whether it paid twice, and keep the money ready to return.',
  },
  CANCELLED_BUT_PAID: {
    'zh-TW': '確認訂單是否真的取消；若平台賠付請改列賠償收入。',
    'zh-CN': '确认订单是否真的取消；若平台赔付请改列赔偿收入。',
    en: 'Check whether the order was really cancelled; a compensation is other income.',
  },
  CHARGEBACK: {
    'zh-TW': '在平台期限內提出答辯與出貨證明；敗訴後改列損失。',
    'zh-CN': '在平台期限内提出申辩与发货证明；败诉后改列损失。',
    en: "Answer the dispute with proof of shipment within the platform's time; if it is lost, book the loss.",
  },
  PAYOUT_WITHOUT_ORDER: {
    'zh-TW': '匯入包含此訂單的訂單檔後再對帳一次；檔案沒有訂單編號的撥款，請在工作清單連結到訂單。',
    'zh-CN': '导入包含此订单的订单文件后再对账一次；文件没有订单编号的拨款，请在工作清单关联到订单。',
    en: 'Import the order export that holds this order, then reconcile again; link a payout whose file names no order to its order on the work list.',
  },
  PAID_NOT_SHIPPED: {
    'zh-TW': '儘快出貨，或下載較新的訂單檔更新出貨狀態。',
    'zh-CN': '尽快发货，或下载较新的订单文件更新发货状态。',
    en: 'Ship the order, or import a newer order export if it has shipped.',
  },
  REFUND_NOT_WRITTEN_OFF: {
    'zh-TW': '開立銷退單或折讓單，或向平台查明退款原因。',
    'zh-CN': '开立销退单或折让单，或向平台查明退款原因。',
    en: 'Issue the return or credit note, or ask the platform why it refunded.',
  },
  CREDIT_WITHOUT_REFUND: {
    'zh-TW': '確認平台是否稍後扣回退款，否則更正折讓。',
    'zh-CN': '确认平台是否稍后扣回退款，否则更正折让。',
    en: 'Check whether the platform will still take the refund back; else correct the credit note.',
  },
  OVER: {
    'zh-TW': '向平台查明多撥的原因；釐清前留在暫收款。',
    'zh-CN': '向平台查明多拨的原因；厘清前留在暂收款。',
    en: 'Ask the platform why it paid more; it stays on hold until explained.',
  },
  SHORT: {
    'zh-TW': '向平台申訴短撥的金額。',
    'zh-CN': '向平台申诉短拨的金额。',
    en: 'Claim the missing amount from the platform.',
  },
  OVERDUE: {
    'zh-TW': '確認平台的撥款狀態，並匯入最新的撥款檔。',
    'zh-CN': '确认平台的拨款状态，并导入最新的拨款文件。',
    en: 'Check the payout state on the platform and import its latest payout file.',
  },
  FEE_DIFF: {
    'zh-TW': '向平台申訴多扣的手續費；若合約已變更，請更新手續費合約。',
    'zh-CN': '向平台申诉多扣的手续费；若合同已变更，请更新手续费合同。',
    en: 'Claim the fee charged above contract; if the contract changed, enter its new version.',
  },
  SHIPPING_DIFF: {
    'zh-TW': '核對物流計費（重量、材積、尺寸），必要時申訴。',
    'zh-CN': '核对物流计费（重量、体积、尺寸），必要时申诉。',
    en: "Check the carrier's measures (weight, volume, size) and claim what is wrong.",
  },
  NEGATIVE_NET: {
    'zh-TW': '核對各項扣款是否合約所定，必要時申訴。',
    'zh-CN': '核对各项扣款是否合约所定，必要时申诉。',
    en: 'Check each deduction against the contract and claim what is wrong.',
  },
  RESERVE_HELD: {
    'zh-TW': '追蹤保留款的釋出日；逾期未釋出時向平台查詢。',
    'zh-CN': '跟踪保留款的释出日；逾期未释出时向平台查询。',
    en: 'Watch for the release of the reserve, and ask the platform when it is late.',
  },
  PARTIAL: null,
  NOT_DUE: null,
  BAD_DEBT: null,
  REFUND_FULL: null,
  REFUND_PARTIAL: null,
  CANCELLED: null,
  NOT_SHIPPED: null,
  WITHIN_TOLERANCE: null,
  EXACT: null,
};

/** FEE_DIFF where nothing was charged too much. */
export const FEE_TOO_LITTLE: Translated = {
  'zh-TW': '平台少扣，沒有可申訴的款項；請核對手續費合約與適用條件，並留意平台日後補扣。',
  'zh-CN': '平台少扣，没有可申诉的款项；请核对手续费合同与适用条件，并留意平台日后补扣。',
  en: 'The platform charged too little: nothing to claim. Check the contract and its conditions, and expect that the rest may be charged later.',
};
