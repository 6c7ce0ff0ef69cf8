// Currencies as people write them in sheets of their own, and the marks that may stand beside an amount of one.
import { plain } from '../mapping/read-cells.ts';
import { normalizeHeader } from '../mapping/normalize-header.ts';
import type { Currency } from '../money.ts';

const WORDS: Readonly<Record<Currency, readonly string[]>> = {
  TWD: ['新臺幣', '新台幣', '臺幣', '台幣', 'NT$', 'NTD', 'NT'],
  CNY: ['人民幣', 'RMB'],
  USD: ['美元', '美金', 'US$'],
  JPY: ['日圓', '日元', '日幣'],
  EUR: ['歐元', '€'],
  HKD: ['港幣', '港元', 'HK$'],
  GBP: ['英鎊', '£'],
  KRW: ['韓元', '韓圜', '韓幣'],
  SGD: ['新加坡幣', '新幣', 'S$'],
};

/** Signs of several currencies: they say nothing by themselves, and nothing else beside one that is known. */
const SHARED: Readonly<Record<Currency, readonly string[]>> = {
  TWD: ['$', '元', '圓'],
  CNY: ['¥', '￥', '元'],
  USD: ['$'],
  JPY: ['¥', '￥', '円', '圓'],
  HKD: ['$'],
  SGD: ['$'],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [normalizeHeader(word), code] as const)),
);

/** Null where it names none. */
export function currencyInWords(text: string): Currency | null {
  const code = plain(text).toUpperCase();
  return BY_WORD.get(normalizeHeader(text)) ?? (/^[A-Z]{3}$/.test(code) ? code : null);
}

export function marksOf(currency: Currency): string[] {
  return currency === '' ? [] : [currency, ...(WORDS[currency] ?? []), ...(SHARED[currency] ?? [])];
}
