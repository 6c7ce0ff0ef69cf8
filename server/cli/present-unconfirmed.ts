// What is said of sheets that were read by an unverified mapping: always, as a sentence and as data.
import type { Language, Translated } from '../../core/language.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { UnconfirmedMapping } from './confirm-mappings.ts';

export interface Unconfirmed {
  readonly mappings: readonly UnconfirmedMapping[];
  /** False in a trial run: nothing is kept, and nothing waits. */
  readonly isKept: boolean;
  /** Ids of those whose money waits for the confirmation. */
  readonly waiting: ReadonlySet<string>;
}

export function unconfirmedBlock(unconfirmed: Unconfirmed, language: Language): string[] {
  const { mappings } = unconfirmed;
  if (mappings.length === 0) return [];
  const files = [...new Set(mappings.flatMap(({ sheets }) => sheets.map(({ file }) => file)))];
  return [
    ...mappings.map((mapping) => `! ${sentenceOf(mapping, unconfirmed, language)}`),
    `  → clearsheet mapping check ${files.join(' ')}`,
    `  → --confirm ${mappings.map(({ id }) => id).join(',')}`,
  ];
}

export function unconfirmedJson(unconfirmed: Unconfirmed, language: Language): object[] {
  const { mappings, waiting } = unconfirmed;
  return mappings.map((mapping) => ({
    code: 'MAPPING_UNVERIFIED',
    ...{ mapping: mapping.id, version: mapping.version, sheets: mapping.sheets },
    waits: waiting.has(mapping.id),
    message: sentenceOf(mapping, unconfirmed, language),
  }));
}

function sentenceOf(mapping: UnconfirmedMapping, unconfirmed: Unconfirmed, language: Language): string {
  const { id, title } = mapping;
  const rest = consequenceOf(mapping, unconfirmed)[language];
  return {
    'zh-TW': `「${title['zh-TW']}」的對應（${id}）未經真實檔案驗證，也還沒有人確認。${rest}`,
    'zh-CN': `“${title['zh-CN']}”的对应（${id}）未经真实文件验证，也还没有人确认。${rest}`,
    en: `The mapping of "${title.en}" (${id}) is not verified by a real file, and nobody has confirmed it. ${rest}`,
  }[language];
}

function consequenceOf({ id, kind }: UnconfirmedMapping, { isKept, waiting }: Unconfirmed): Translated {
  if (!isKept) return ON_TRIAL;
  return waiting.has(id) && kind !== 'orders' ? WAITS[kind] : BOOKED;
}

const ON_TRIAL: Translated = {
  'zh-TW': '本次只是試算；採用結果前請核對欄位。',
  'zh-CN': '本次只是试算；采用结果前请核对列。',
  en: 'This is a trial run; check the columns before you use the result.',
};

const BOOKED: Translated = {
  'zh-TW': '資料照常入帳；請核對欄位並確認。',
  'zh-CN': '资料照常入账；请核对列并确认。',
  en: 'Its rows are booked; check the columns and confirm.',
};

const WAITS: Readonly<Record<Exclude<Mapping['kind'], 'orders'>, Translated>> = {
  payout: {
    'zh-TW': '檔案有列讀不出或總計不符，撥款列待審；核對欄位，確認後重跑才入帳。',
    'zh-CN': '文件有行读不出或总计不符，拨款行待审；核对列，确认后重跑才入账。',
    en: 'Rows of the file cannot be read or its total differs, so its payout rows wait; check the columns, confirm, and run again to book them.',
  },
  wallet: {
    'zh-TW': '檔案有列讀不出或總計不符，帳戶明細尚未收進帳冊；核對欄位，確認後重跑。',
    'zh-CN': '文件有行读不出或总计不符，账户明细尚未收进账册；核对列，确认后重跑。',
    en: 'Rows of the file cannot be read or its total differs, so its lines are not kept yet; check the columns, confirm, and run again.',
  },
};
