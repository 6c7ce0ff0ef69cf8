// For whom a contract holds, in words, and what follows where the files do not tell: it is then taken only where the charge
// itself proves it. `只適用於：賣家類型 mall、參加 免運方案。…`
import type { Language, Translated } from '../language.ts';
import type { FeeRule } from './fee-rule.ts';

interface Words {
  readonly only: (conditions: string) => string;
  readonly byCategory: string;
  readonly sellerType: (name: string) => string;
  readonly has: (plan: string) => string;
  readonly lacks: (plan: string) => string;
  readonly and: string;
}

const WORDS: Translated<Words> = {
  'zh-TW': {
    only: (conditions) =>
      `只適用於：${conditions}。檔案沒有這些資料，所以扣款恰好是這份合約的金額時才採用，其餘列為手續費未核。`,
    byCategory: '費率依商品分類而定。檔案沒有商品分類，手續費列為未核。',
    sellerType: (name) => `賣家類型 ${name}`,
    has: (plan) => `參加 ${plan}`,
    lacks: (plan) => `未參加 ${plan}`,
    and: '、',
  },
  'zh-CN': {
    only: (conditions) =>
      `只适用于：${conditions}。文件没有这些资料，所以扣款恰好是这份合同的金额时才采用，其余列为手续费未核。`,
    byCategory: '费率依商品分类而定。文件没有商品分类，手续费列为未核。',
    sellerType: (name) => `卖家类型 ${name}`,
    has: (plan) => `参加 ${plan}`,
    lacks: (plan) => `未参加 ${plan}`,
    and: '、',
  },
  en: {
    only: (conditions) =>
      `Only for: ${conditions}. The files do not tell, so it is taken only where it explains the charge exactly; other fees stay unchecked.`,
    byCategory: 'The rate hangs on the category of goods. The files do not tell it, so the fee stays unchecked.',
    sellerType: (name) => `seller type ${name}`,
    has: (plan) => `in plan ${plan}`,
    lacks: (plan) => `not in plan ${plan}`,
    and: ', ',
  },
};

/** Null for a contract without conditions. */
export function explainFeeConditions(
  { sellerType, programs, byCategory }: Pick<FeeRule, 'sellerType' | 'programs' | 'byCategory'>,
  language: Language,
): string | null {
  const words = WORDS[language];
  const conditions = [
    ...(sellerType === null ? [] : [words.sellerType(sellerType)]),
    ...programs.has.map(words.has),
    ...programs.lacks.map(words.lacks),
  ];
  const sentences = [
    ...(conditions.length === 0 ? [] : [words.only(conditions.join(words.and))]),
    ...(byCategory === null ? [] : [words.byCategory]),
  ];
  return sentences.length === 0 ? null : sentences.join(language === 'en' ? ' ' : '');
}
