// Words for what the result says beside an order's state: why money differs, flags, why rows wait, kinds of documents, batch states.
import type { BatchHeader } from '../api.ts';
import type { Language, Translated } from '../language.ts';
import { type Amount, readableAmount } from '../money.ts';
import { componentLabel } from '../payout-words.ts';
import { reasonLabel } from '../reconcile/difference-words.ts';
import type { Difference, Flag } from '../reconcile/outcome.ts';
import type { ReviewReason } from '../reconcile/review-reasons.ts';
import type { SalesDocumentKind } from '../sales-document.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

/** `短收 50，手續費與合約不符（成交手續費） 17`; null where the money came as expected. */
export function differencesText(differences: readonly Difference[], language: Language): string | null {
  if (differences.length === 0) return null;
  return list(
    differences.map((one) => `${differenceName(one, language)} ${readableAmount(one.amount)}`),
    language,
  );
}

function differenceName({ reason, feeType }: Difference, language: Language): string {
  const label = reasonLabel(reason, language);
  if (feeType === null) return label;
  const fee = componentLabel(feeType, language);
  return language === 'en' ? `${label} (${fee})` : `${label}（${fee}）`;
}

const list = (texts: readonly string[], language: Language) => texts.join(language === 'en' ? ', ' : '，');

const FLAG_LABELS: Readonly<Record<Flag, Translated>> = {
  SUBSIDY_DIFF: say('平台補貼差異', '平台补贴差异', 'Platform subsidy differs'),
  CROSS_PERIOD: say('跨期', '跨期', 'Across periods'),
  FX_DIFF: say('匯差', '汇差', 'Exchange difference'),
  ROUNDING_DIFF: say('進位尾差', '进位尾差', 'Rounding difference'),
};

export function flagsText(flags: readonly Flag[], language: Language): string | null {
  if (flags.length === 0) return null;
  return list(
    flags.map((flag) => FLAG_LABELS[flag][language]),
    language,
  );
}

const REVIEW_LABELS: Readonly<Record<ReviewReason, Translated>> = {
  PERIOD_CLOSED: say('會計期間已關帳', '会计期间已关账', 'Period closed'),
  RATE_MISSING: say('缺少匯率', '缺少汇率', 'No exchange rate'),
  FILE_INCONSISTENT: say('檔案不平', '文件不平', 'File does not add up'),
  STATEMENT_DIFFERS: say('同批次金額不同', '同批次金额不同', 'Another version of the payout'),
  MAPPING_UNCONFIRMED: say('欄位對應待確認', '列对应待确认', 'Mapping to be confirmed'),
  PASS: say('比對方式須經審核', '比对方式须经审核', 'Link asks for review'),
  ABOVE_LIMIT: say('超過免審上限', '超过免审上限', 'Above the limit'),
};

export function reviewLabel(reason: ReviewReason, language: Language): string {
  return REVIEW_LABELS[reason][language];
}

const DOCUMENT_LABELS: Readonly<Record<SalesDocumentKind, Translated>> = {
  sale: say('銷貨單', '销货单', 'Sale'),
  return: say('銷退單', '销退单', 'Return'),
  allowance: say('折讓單', '折让单', 'Allowance'),
};

export function documentLabel(kind: SalesDocumentKind, language: Language): string {
  return DOCUMENT_LABELS[kind][language];
}

/** What a payout file's rows say of the file: whether they are its own total. */
export type BatchState = 'FOOTS' | 'FILE_INCONSISTENT' | 'INCOMPLETE' | 'UNDECLARED' | 'CARRIED_FORWARD';

const PROOF_STATES = {
  foots: 'FOOTS',
  differs: 'FILE_INCONSISTENT',
  incomplete: 'INCOMPLETE',
  undeclared: 'UNDECLARED',
} as const satisfies Record<NonNullable<BatchHeader['proof']>['state'], BatchState>;

/** Every state that holds of a batch: its proof, and a negative net, which the platform takes from its next payout. */
export function batchStates(proof: { readonly state: keyof typeof PROOF_STATES; readonly net: Amount }): BatchState[] {
  return [PROOF_STATES[proof.state], ...(proof.net < 0 ? (['CARRIED_FORWARD'] as const) : [])];
}
