// Why money differs, in words: a name for each reason of a difference, in three languages.
import type { Language, Translated } from '../language.ts';
import { type DifferenceReason, type Headline, HEADLINES } from './outcome.ts';
import { LABELS } from './state-words.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

/** Reasons that are states as well bear the state's name. */
const REASONS: Readonly<Record<Exclude<DifferenceReason, Headline>, Translated>> = {
  INSTALMENT_OPEN: say('分批未收', '分批未收', 'Instalment to come'),
  WRITE_OFF: say('尾差', '尾差', 'Written off'),
  ROUNDING_DIFF: say('進位尾差', '进位尾差', 'Rounding'),
  SUBSIDY_DIFF: say('平台補貼差異', '平台补贴差异', 'Platform subsidy'),
  FEE_WITHOUT_SALE: say('無銷貨的扣款', '无销货的扣款', 'Fee without a sale'),
  COMPENSATED: say('由賠付抵付的貨款', '由赔付抵付的货款', 'Principal made up for by compensation'),
  REIMBURSEMENT: say('平台賠付', '平台赔付', 'Compensation'),
  DISPUTE_SURPLUS: say('爭議款多退', '争议款多退', 'Dispute given back too much'),
  RESERVE_SURPLUS: say('保留款多釋出', '保留款多释出', 'Reserve released too much'),
  TAX: say('代扣稅款', '代扣税款', 'Tax withheld'),
  ADJUSTMENT: say('調整', '调整', 'Adjustment'),
};

const isState = (reason: DifferenceReason): reason is Extract<DifferenceReason, Headline> =>
  HEADLINES.some((headline) => headline === reason);

export function reasonLabel(reason: DifferenceReason, language: Language): string {
  return (isState(reason) ? LABELS[reason] : REASONS[reason])[language];
}
