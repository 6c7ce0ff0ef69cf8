// Every state in words: one plain sentence per row with the numbers in it, and what to do next, in three languages.
import { type BusinessDate, daysBetween } from '../business-date.ts';
import type { Language, Translated } from '../language.ts';
import { type Amount, amountOfUnits, readableAmount, subtract } from '../money.ts';
import type { MatchPass } from './account.ts';
import type { Headline, OrderOutcome, UnlinkedLine } from './outcome.ts';

const LABELS: Readonly<Record<Headline, Translated>> = {
  FILE_INCONSISTENT: { 'zh-TW': '檔案不平', 'zh-CN': '文件不平', en: 'File does not add up' },
  DUPLICATE_LINE: { 'zh-TW': '重複撥款', 'zh-CN': '重复拨款', en: 'Paid twice' },
  CANCELLED_BUT_PAID: { 'zh-TW': '已取消仍撥款', 'zh-CN': '已取消仍拨款', en: 'Cancelled but paid' },
  PAYOUT_WITHOUT_ORDER: { 'zh-TW': '有撥款無訂單', 'zh-CN': '有拨款无订单', en: 'Payout without order' },
  PAID_NOT_SHIPPED: { 'zh-TW': '已支付未發貨', 'zh-CN': '已支付未发货', en: 'Paid, not shipped' },
  REFUND_NOT_WRITTEN_OFF: { 'zh-TW': '已退款未核銷', 'zh-CN': '已退款未核销', en: 'Refund not written off' },
  CREDIT_WITHOUT_REFUND: { 'zh-TW': '已折讓未退款', 'zh-CN': '已折让未退款', en: 'Credited, not refunded' },
  OVER: { 'zh-TW': '溢收', 'zh-CN': '溢收', en: 'Overpaid' },
  SHORT: { 'zh-TW': '短收', 'zh-CN': '短收', en: 'Short paid' },
  OVERDUE: { 'zh-TW': '逾期未撥款', 'zh-CN': '逾期未拨款', en: 'Overdue' },
  NEGATIVE_NET: { 'zh-TW': '負撥款', 'zh-CN': '负拨款', en: 'Negative payout' },
  PARTIAL: { 'zh-TW': '分批收款中', 'zh-CN': '分批收款中', en: 'Partly paid' },
  NOT_DUE: { 'zh-TW': '未到期', 'zh-CN': '未到期', en: 'Not due yet' },
  REFUND_FULL: { 'zh-TW': '全額退款', 'zh-CN': '全额退款', en: 'Fully refunded' },
  REFUND_PARTIAL: { 'zh-TW': '部分退款', 'zh-CN': '部分退款', en: 'Partly refunded' },
  CANCELLED: { 'zh-TW': '已取消', 'zh-CN': '已取消', en: 'Cancelled' },
  NOT_SHIPPED: { 'zh-TW': '未出貨', 'zh-CN': '未发货', en: 'Not shipped' },
  EXACT: { 'zh-TW': '完全相符', 'zh-CN': '完全相符', en: 'Exact' },
};

/** The figures a sentence may name, already in reading form. */
interface Figures {
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
  readonly due: string;
  readonly late: string;
}

type Sentence = Translated<(f: Figures) => string>;

const SENTENCES: Readonly<Record<Headline, Sentence>> = {
  FILE_INCONSISTENT: {
    'zh-TW': (f) => `撥款檔各列合計與檔案自己的總計不符；此訂單應收 ${f.owed}，已撥 ${f.kept}，在檔案釐清前請勿採信。`,
    'zh-CN': (f) => `拨款文件各行合计与文件自己的总计不符；此订单应收 ${f.owed}，已拨 ${f.kept}，在文件厘清前请勿采信。`,
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
  NEGATIVE_NET: {
    'zh-TW': (f) => `貨款 ${f.received}，扣款 ${f.fees}，淨額 ${f.net}:扣得比收得多。`,
    'zh-CN': (f) => `货款 ${f.received}，扣款 ${f.fees}，净额 ${f.net}:扣得比收得多。`,
    en: (f) => `Principal ${f.received}, deductions ${f.fees}, net ${f.net}: more was deducted than paid.`,
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
  EXACT: {
    'zh-TW': (f) => `應收 ${f.owed}，已撥 ${f.kept}，完全相符。`,
    'zh-CN': (f) => `应收 ${f.owed}，已拨 ${f.kept}，完全相符。`,
    en: (f) => `Owed ${f.owed}, paid ${f.kept}: exact.`,
  },
};

const NEXT_STEPS: Readonly<Record<Headline, Translated | null>> = {
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
  PAYOUT_WITHOUT_ORDER: {
    'zh-TW': '匯入包含此訂單的訂單檔後再對帳一次。',
    'zh-CN': '导入包含此订单的订单文件后再对账一次。',
    en: 'Import the order export that holds this order, then reconcile again.',
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
  NEGATIVE_NET: {
    'zh-TW': '核對各項扣款是否合約所定，必要時申訴。',
    'zh-CN': '核对各项扣款是否合约所定，必要时申诉。',
    en: 'Check each deduction against the contract and claim what is wrong.',
  },
  PARTIAL: null,
  NOT_DUE: null,
  REFUND_FULL: null,
  REFUND_PARTIAL: null,
  CANCELLED: null,
  NOT_SHIPPED: null,
  EXACT: null,
};

const FEES_UNCHECKED: Translated<(fees: string) => string> = {
  'zh-TW': (fees) => `扣款 ${fees}，手續費未核。`,
  'zh-CN': (fees) => `扣款 ${fees}，手续费未核。`,
  en: (fees) => ` Deductions of ${fees}, not checked against a contract.`,
};

const DUE: Translated<(due: string) => string> = {
  'zh-TW': (due) => `（應於 ${due} 前撥款）`,
  'zh-CN': (due) => `（应于 ${due} 前拨款）`,
  en: (due) => ` (due by ${due})`,
};

const METHODS: Readonly<Record<MatchPass, Translated>> = {
  P1: { 'zh-TW': 'P1 訂單編號相同', 'zh-CN': 'P1 订单编号相同', en: 'P1 same order number' },
  P2: { 'zh-TW': 'P2 訂單編號正規化後相同', 'zh-CN': 'P2 订单编号规范化后相同', en: 'P2 same number, other spelling' },
};

const NON_ORDER: Translated<(net: string) => string> = {
  'zh-TW': (net) => `非訂單的款項 ${net}，不屬於任何訂單。`,
  'zh-CN': (net) => `非订单的款项 ${net}，不属于任何订单。`,
  en: (net) => `${net} that belongs to no order by nature.`,
};

export function headlineLabel(headline: Headline, language: Language): string {
  return LABELS[headline][language];
}

/** What to do next about a discrepancy; empty for states that need nobody. */
export function nextStep(headline: Headline, language: Language): string {
  return NEXT_STEPS[headline]?.[language] ?? '';
}

/** How an order's payout was linked. */
export function methodLabel(pass: MatchPass, language: Language): string {
  return METHODS[pass][language];
}

/** The order's state as one plain sentence with its numbers. */
export function explainOrder(outcome: OrderOutcome, language: Language, asOf: BusinessDate): string {
  const sentence = SENTENCES[outcome.headline][language](figuresOf(outcome, language, asOf));
  const unchecked = outcome.fees !== 0 && !outcome.feesChecked;
  return unchecked ? sentence + FEES_UNCHECKED[language](readableAmount(outcome.fees)) : sentence;
}

/** Why a payout line stands without an order, with its number. */
export function explainUnlinked(line: UnlinkedLine, language: Language): string {
  const net = readableAmount(line.net);
  if (line.type === 'NON_ORDER') return NON_ORDER[language](net);
  return SENTENCES.PAYOUT_WITHOUT_ORDER[language]({ ...NO_FIGURES, net });
}

const NO_FIGURES: Figures = {
  receivable: '',
  credited: '',
  received: '',
  refunded: '',
  fees: '',
  net: '',
  owed: '',
  kept: '',
  gap: '',
  refundGap: '',
  onHold: '',
  due: '',
  late: '',
};

function figuresOf(outcome: OrderOutcome, language: Language, asOf: BusinessDate): Figures {
  const owed = subtract(outcome.receivable, outcome.credited);
  const kept = subtract(outcome.received, outcome.refunded);
  const { dueOn } = outcome;
  return {
    receivable: readableAmount(outcome.receivable),
    credited: readableAmount(outcome.credited),
    received: readableAmount(outcome.received),
    refunded: readableAmount(outcome.refunded),
    fees: readableAmount(outcome.fees),
    net: readableAmount(outcome.net),
    owed: readableAmount(owed),
    kept: readableAmount(kept),
    gap: apart(owed, kept),
    refundGap: apart(outcome.refunded, outcome.credited),
    onHold: readableAmount(outcome.suspense),
    due: dueOn === null ? '' : DUE[language](dueOn),
    late: dueOn === null ? '' : String(daysBetween(dueOn, asOf)),
  };
}

function apart(left: Amount, right: Amount): string {
  return readableAmount(amountOfUnits(Math.abs(subtract(left, right))));
}
