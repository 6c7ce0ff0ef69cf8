// What is said of sheets that were read by an unverified mapping: always, as a sentence and as data.
import type { Language, Translated } from '../../core/language.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { UnconfirmedMapping } from './confirm-mappings.ts';

export interface Unconfirmed {
  readonly mappings: readonly UnconfirmedMapping[];
  /** Books that stay: money waits for the confirmation. In a trial run nothing is kept, and nothing waits. */
  readonly isKept: boolean;
}

export function unconfirmedBlock({ mappings, isKept }: Unconfirmed, language: Language): string[] {
  if (mappings.length === 0) return [];
  const files = [...new Set(mappings.flatMap(({ sheets }) => sheets.map(({ file }) => file)))];
  return [
    ...mappings.map((mapping) => `! ${sentenceOf(mapping, isKept, language)}`),
    `  → clearsheet mapping check ${files.join(' ')}`,
    `  → --confirm ${mappings.map(({ id }) => id).join(',')}`,
  ];
}

export function unconfirmedJson({ mappings, isKept }: Unconfirmed, language: Language): object[] {
  return mappings.map((mapping) => ({
    code: 'MAPPING_UNVERIFIED',
    ...{ mapping: mapping.id, version: mapping.version, sheets: mapping.sheets },
    waits: isKept && mapping.kind !== 'orders',
    message: sentenceOf(mapping, isKept, language),
  }));
}

function sentenceOf({ id, title, kind }: UnconfirmedMapping, isKept: boolean, language: Language): string {
  const rest = (isKept ? IN_BOOKS[kind] : ON_TRIAL)[language];
  return {
    'zh-TW': `「${title['zh-TW']}」的對應（${id}）未經真實檔案驗證，也還沒有人確認。${rest}`,
    'zh-CN': `“${title['zh-CN']}”的对应（${id}）未经真实文件验证，也还没有人确认。${rest}`,
    en: `The mapping of "${title.en}" (${id}) is not verified by a real file, and nobody has confirmed it. ${rest}`,
  }[language];
}

const ON_TRIAL: Translated = {
  'zh-TW': '本次只是試算；採用結果前請核對欄位。',
  'zh-CN': '本次只是试算；采用结果前请核对列。',
  en: 'This is a trial run; check the columns before you use the result.',
};

const IN_BOOKS: Readonly<Record<Mapping['kind'], Translated>> = {
  orders: {
    'zh-TW': '訂單照常入帳；請核對欄位並確認。',
    'zh-CN': '订单照常入账；请核对列并确认。',
    en: 'Its orders are booked; check the columns and confirm.',
  },
  payout: {
    'zh-TW': '撥款列待審；核對欄位，確認後重跑才入帳。',
    'zh-CN': '拨款行待审；核对列，确认后重跑才入账。',
    en: 'Its payout rows wait for review; check the columns, confirm, and run again to book them.',
  },
  wallet: {
    'zh-TW': '帳戶明細尚未收進帳冊；核對欄位，確認後重跑。',
    'zh-CN': '账户明细尚未收进账册；核对列，确认后重跑。',
    en: 'Its lines are not kept yet; check the columns, confirm, and run again.',
  },
};
