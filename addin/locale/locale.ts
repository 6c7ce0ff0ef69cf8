// The pane's words: one file a language, loaded when needed, with keys that TypeScript knows. Words that only mapping a
// sheet needs stand in files of their own and come with its code.
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../core/language.ts';
import type mappingWords from './mapping/zh-TW.json';
import type words from './zh-TW.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words; mapping: typeof mappingWords };
  }
}

type Files = Readonly<Record<Language, () => Promise<{ readonly default: object }>>>;

const FILES: Readonly<Record<'translation' | 'mapping', Files>> = {
  translation: {
    'zh-TW': () => import('./zh-TW.json'),
    'zh-CN': () => import('./zh-CN.json'),
    en: () => import('./en.json'),
  },
  mapping: {
    'zh-TW': () => import('./mapping/zh-TW.json'),
    'zh-CN': () => import('./mapping/zh-CN.json'),
    en: () => import('./mapping/en.json'),
  },
};

/** A translator for one language. React escapes texts itself. */
export async function createTranslator(language: Language): Promise<i18n> {
  const translator = i18next.createInstance().use(initReactI18next);
  const options = { lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } } as const;
  await translator.init({ ...options, ns: ['translation'] });
  await speak(translator, language);
  return translator;
}

/** Changes the language, loading its files first: the words of mapping only where they were needed before. */
export async function speak(translator: i18n, language: Language): Promise<void> {
  await load(translator, language, 'translation');
  if (mapping.has(translator)) await load(translator, language, 'mapping');
  await translator.changeLanguage(language);
}

async function load(translator: i18n, language: Language, part: keyof typeof FILES): Promise<void> {
  if (translator.hasResourceBundle(language, part)) return;
  const file = await FILES[part][language]();
  translator.addResourceBundle(language, part, file.default);
}

/** Translators that need the words of mapping, in every language they come to speak. */
const mapping = new WeakSet<i18n>();

export async function loadMappingWords(translator: i18n): Promise<void> {
  mapping.add(translator);
  await load(translator, translator.language as Language, 'mapping');
}
