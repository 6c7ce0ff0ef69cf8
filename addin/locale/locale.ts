// The pane's words: one file a language, loaded when needed, with keys that TypeScript knows.
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../core/language.ts';
import type words from './zh-TW.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words };
  }
}

const FILES: Readonly<Record<Language, () => Promise<{ readonly default: object }>>> = {
  'zh-TW': () => import('./zh-TW.json'),
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

/** A translator for one language. React escapes texts itself. */
export async function createTranslator(language: Language): Promise<i18n> {
  const translator = i18next.createInstance().use(initReactI18next);
  await translator.init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await speak(translator, language);
  return translator;
}

/** Changes the language, loading its file first. */
export async function speak(translator: i18n, language: Language): Promise<void> {
  if (!translator.hasResourceBundle(language, 'translation')) {
    const file = await FILES[language]();
    translator.addResourceBundle(language, 'translation', file.default);
  }
  await translator.changeLanguage(language);
}
