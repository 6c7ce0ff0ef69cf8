// The three languages of the product, and the one way to hold a sentence in all of them.

/** Display languages: 繁體中文（臺灣）, 简体中文, English. */
export const LANGUAGES = ['zh-TW', 'zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language; a missing translation does not compile. */
export type Translated<T = string> = Readonly<Record<Language, T>>;

/**
 * Picks the product's language for a host's locale tag: `zh-TW`, `zh-HK`, `zh-Hant…` → zh-TW; other `zh…` → zh-CN;
 * everything else → en.
 */
export function languageOf(localeTag: string): Language {
  const tag = localeTag.toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /^zh-(tw|hk|mo|hant)/.test(tag) ? 'zh-TW' : 'zh-CN';
}

/** A sentence in every language. */
export const inAll = (say: (language: Language) => string): Translated => ({
  'zh-TW': say('zh-TW'),
  'zh-CN': say('zh-CN'),
  en: say('en'),
});
