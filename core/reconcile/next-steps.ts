// What to do next about each state of the work list, in three languages.
import type { Translated } from '../language.ts';
import type { Headline, UnlinkedBecause } from './outcome.ts';

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
  PAID_NOT_COMPLETED: {
    'zh-TW': '下載較新的訂單檔並匯入；訂單完成後再對帳一次，暫收款即轉沖應收。',
    'zh-CN': '下载较新的订单文件并导入；订单完成后再对账一次，暂收款即转冲应收。',
    en: 'Import a newer order export; once it shows the order completed, reconcile again and the money on hold clears the receivable.',
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
  NOT_COMPLETED: null,
  WITHIN_TOLERANCE: null,
  EXACT: null,
};

/** PAYOUT_WITHOUT_ORDER where no order file would help. */
export const OF_LINES: Readonly<Partial<Record<UnlinkedBecause, Translated>>> = {
  STATEMENT_DIFFERS: {
    'zh-TW': '向平台確認哪一份正確；確認之前不要核准，兩份都入帳會重複收款。',
    'zh-CN': '向平台确认哪一份正确；确认之前不要核准，两份都入账会重复收款。',
    en: 'Ask the platform which file is right, and do not approve before: with both booked the money would be received twice.',
  },
};

/** FEE_DIFF where nothing was charged too much. */
export const FEE_TOO_LITTLE: Translated = {
  'zh-TW': '平台少扣，沒有可申訴的款項；請核對手續費合約與適用條件，並留意平台日後補扣。',
  'zh-CN': '平台少扣，没有可申诉的款项；请核对手续费合同与适用条件，并留意平台日后补扣。',
  en: 'The platform charged too little: nothing to claim. Check the contract and its conditions, and expect that the rest may be charged later.',
};

/** CHARGEBACK and RESERVE_HELD where more was given back than taken. */
export const GIVEN_BACK_TOO_MUCH: Translated = {
  'zh-TW': '先匯入當初扣款的撥款檔；若已齊全，向平台查明多退的款項屬於哪一筆，預留退回的金額。',
  'zh-CN': '先导入当初扣款的拨款文件；若已齐全，向平台查明多退的款项属于哪一笔，预留退回的金额。',
  en: 'Import the payout file in which it was taken; if none is missing, ask the platform what was given back too much, and keep the money ready to return.',
};
