// The pane's words: one file a language, loaded when needed, with keys that TypeScript knows. Words that only one
// part of the pane needs, such as mapping a sheet, stand in files of their own and come with its code.
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../core/language.ts';
import type companyWords from './company/zh-TW.json';
import type depositWords from './deposits/zh-TW.json';
import type costWords from './costs/zh-TW.json';
import type feeWords from './fees/zh-TW.json';
import type invoiceWords from './invoices/zh-TW.json';
import type mappingWords from './mapping/zh-TW.json';
import type monthWords from './months/zh-TW.json';
import type policyWords from './policy/zh-TW.json';
import type reportWords from './report/zh-TW.json';
import type undoWords from './undo/zh-TW.json';
import type workWords from './work/zh-TW.json';
import type words from './zh-TW.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof words;
      company: typeof companyWords;
      costs: typeof costWords;
      deposits: typeof depositWords;
      fees: typeof feeWords;
      invoices: typeof invoiceWords;
      mapping: typeof mappingWords;
      months: typeof monthWords;
      policy: typeof policyWords;
      report: typeof reportWords;
      undo: typeof undoWords;
      work: typeof workWords;
    };
  }
}

type Files = Readonly<Record<Language, () => Promise<{ readonly default: object }>>>;

const FILES: Readonly<
  Record<
    | 'translation'
    | 'company'
    | 'costs'
    | 'deposits'
    | 'fees'
    | 'invoices'
    | 'mapping'
    | 'months'
    | 'policy'
    | 'report'
    | 'undo'
    | 'work',
    Files
  >
> = {
  translation: {
    'zh-TW': () => import('./zh-TW.json'),
    'zh-CN': () => import('./zh-CN.json'),
    en: () => import('./en.json'),
  },
  company: {
    'zh-TW': () => import('./company/zh-TW.json'),
    'zh-CN': () => import('./company/zh-CN.json'),
    en: () => import('./company/en.json'),
  },
  costs: {
    'zh-TW': () => import('./costs/zh-TW.json'),
    'zh-CN': () => import('./costs/zh-CN.json'),
    en: () => import('./costs/en.json'),
  },
  deposits: {
    'zh-TW': () => import('./deposits/zh-TW.json'),
    'zh-CN': () => import('./deposits/zh-CN.json'),
    en: () => import('./deposits/en.json'),
  },
  fees: {
    'zh-TW': () => import('./fees/zh-TW.json'),
    'zh-CN': () => import('./fees/zh-CN.json'),
    en: () => import('./fees/en.json'),
  },
  invoices: {
    'zh-TW': () => import('./invoices/zh-TW.json'),
    'zh-CN': () => import('./invoices/zh-CN.json'),
    en: () => import('./invoices/en.json'),
  },
  mapping: {
    'zh-TW': () => import('./mapping/zh-TW.json'),
    'zh-CN': () => import('./mapping/zh-CN.json'),
    en: () => import('./mapping/en.json'),
  },
  months: {
    'zh-TW': () => import('./months/zh-TW.json'),
    'zh-CN': () => import('./months/zh-CN.json'),
    en: () => import('./months/en.json'),
  },
  policy: {
    'zh-TW': () => import('./policy/zh-TW.json'),
    'zh-CN': () => import('./policy/zh-CN.json'),
    en: () => import('./policy/en.json'),
  },
  report: {
    'zh-TW': () => import('./report/zh-TW.json'),
    'zh-CN': () => import('./report/zh-CN.json'),
    en: () => import('./report/en.json'),
  },
  undo: {
    'zh-TW': () => import('./undo/zh-TW.json'),
    'zh-CN': () => import('./undo/zh-CN.json'),
    en: () => import('./undo/en.json'),
  },
  work: {
    'zh-TW': () => import('./work/zh-TW.json'),
    'zh-CN': () => import('./work/zh-CN.json'),
    en: () => import('./work/en.json'),
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

/** Changes the language, loading its files first: the words of a part only where they were needed before. */
export async function speak(translator: i18n, language: Language): Promise<void> {
  await load(translator, language, 'translation');
  for (const part of needed.get(translator) ?? []) await load(translator, language, part);
  await translator.changeLanguage(language);
}

async function load(translator: i18n, language: Language, part: keyof typeof FILES): Promise<void> {
  if (translator.hasResourceBundle(language, part)) return;
  const file = await FILES[part][language]();
  translator.addResourceBundle(language, part, file.default);
}

/** Parts of the pane with words of their own. */
export type PartWithWords = Exclude<keyof typeof FILES, 'translation'>;

/** The parts a translator needs, in every language it comes to speak. */
const needed = new WeakMap<i18n, Set<PartWithWords>>();

export async function loadWords(translator: i18n, part: PartWithWords): Promise<void> {
  needed.set(translator, (needed.get(translator) ?? new Set()).add(part));
  await load(translator, translator.language as Language, part);
}
