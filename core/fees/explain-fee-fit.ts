// How well a contract fits, in words: how many orders hold, how far the others are off, what stays open.
import type { BusinessDate } from '../business-date.ts';
import type { Language, Translated } from '../language.ts';
import { type Amount, amountOfUnits, negate, type Rate, readableAmount } from '../money.ts';
import { percentText } from './explain-fee-terms.ts';
import type { DecidingDay } from './fee-rule.ts';

export interface ExplainedFit {
  readonly holds: number;
  readonly of: number;
  readonly residuals: readonly { readonly amount: Amount; readonly orders: number }[];
}

/** Kinds of differences that a sentence names. */
const RESIDUALS_SHOWN = 3;

interface Words {
  readonly all: (of: string) => string;
  readonly some: (holds: string, of: string, rest: string) => string;
  readonly over: (amount: string, orders: string) => string;
  readonly under: (amount: string, orders: string) => string;
  readonly and: string;
  readonly more: (orders: string) => string;
  readonly always: string;
  readonly since: (from: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly until: (to: string) => string;
  readonly days: Readonly<Record<DecidingDay, string>>;
  readonly mayHaveBegun: (day: string) => string;
  readonly span: (least: string, most: string) => string;
}

const WORDS: Translated<Words> = {
  'zh-TW': {
    all: (of) => `${of} 筆全部相符。`,
    some: (holds, of, rest) => `${of} 筆中 ${holds} 筆相符；其餘 ${rest}。`,
    over: (amount, orders) => `${orders} 筆多收 ${amount}`,
    under: (amount, orders) => `${orders} 筆少收 ${amount}`,
    and: '、',
    more: (orders) => `另 ${orders} 筆差額不一`,
    always: '不分日期',
    since: (from) => `${from} 起`,
    between: (from, to) => `${from} 至 ${to}`,
    until: (to) => `${to} 以前`,
    days: { orderCreated: '依下單日', shipped: '依出貨日', completed: '依完成日', paidOut: '依撥款日' },
    mayHaveBegun: (day) => `最早可能自 ${day} 起變更。`,
    span: (least, most) => `費率在 ${least} 到 ${most} 之間，這些訂單同樣相符。`,
  },
  'zh-CN': {
    all: (of) => `${of} 笔全部相符。`,
    some: (holds, of, rest) => `${of} 笔中 ${holds} 笔相符；其余 ${rest}。`,
    over: (amount, orders) => `${orders} 笔多收 ${amount}`,
    under: (amount, orders) => `${orders} 笔少收 ${amount}`,
    and: '、',
    more: (orders) => `另 ${orders} 笔差额不一`,
    always: '不分日期',
    since: (from) => `${from} 起`,
    between: (from, to) => `${from} 至 ${to}`,
    until: (to) => `${to} 以前`,
    days: { orderCreated: '按下单日', shipped: '按发货日', completed: '按完成日', paidOut: '按拨款日' },
    mayHaveBegun: (day) => `最早可能自 ${day} 起变更。`,
    span: (least, most) => `费率在 ${least} 到 ${most} 之间，这些订单同样相符。`,
  },
  en: {
    all: (of) => `All ${of} orders agree.`,
    some: (holds, of, rest) => `${holds} of ${of} orders agree; of the others ${rest}.`,
    over: (amount, orders) => `${orders} charged ${amount} too much`,
    under: (amount, orders) => `${orders} charged ${amount} too little`,
    and: ', ',
    more: (orders) => `${orders} more off by other amounts`,
    always: 'on any day',
    since: (from) => `from ${from}`,
    between: (from, to) => `${from} to ${to}`,
    until: (to) => `until ${to}`,
    days: {
      ...{ orderCreated: 'by day of order', shipped: 'by day of shipping' },
      ...{ completed: 'by day of completion', paidOut: 'by day of payout' },
    },
    mayHaveBegun: (day) => `It may have changed as early as ${day}.`,
    span: (least, most) => `Any rate from ${least} to ${most} agrees with these orders as well.`,
  },
};

/** `1,245 筆中 1,243 筆相符；其餘 1 筆多收 5、1 筆少收 3。` */
export function explainFit({ holds, of, residuals }: ExplainedFit, language: Language): string {
  const words = WORDS[language];
  if (holds === of) return words.all(counted(of));
  // The most frequent difference first: it is the one that tells what is different about these orders.
  const ranked = [...residuals].sort((one, other) => other.orders - one.orders || one.amount - other.amount);
  const named = ranked.slice(0, RESIDUALS_SHOWN);
  const left = of - holds - named.reduce((total, { orders }) => total + orders, 0);
  const rest = [
    ...named.map(({ amount, orders }) =>
      amount > 0
        ? words.over(readableAmount(amount), counted(orders))
        : words.under(readableAmount(negate(amount)), counted(orders)),
    ),
    ...(left > 0 ? [words.more(counted(left))] : []),
  ];
  return words.some(counted(holds), counted(of), rest.join(words.and));
}

/** `2026-02-15 起（依下單日）`. */
export function explainValidity(
  { from, to, when }: { from: BusinessDate | null; to: BusinessDate | null; when: DecidingDay },
  language: Language,
): string {
  const words = WORDS[language];
  const bracket = (text: string) =>
    language === 'en' ? `${text} (${words.days[when]})` : `${text}（${words.days[when]}）`;
  if (from === null) return to === null ? words.always : bracket(words.until(to));
  return bracket(to === null ? words.since(from) : words.between(from, to));
}

/** When the terms may have begun at the earliest, where that is not the day they are proposed from. */
export function explainEarliest(
  { from, earliestFrom }: { from: BusinessDate | null; earliestFrom: BusinessDate | null },
  language: Language,
): string | null {
  return earliestFrom === null || earliestFrom === from ? null : WORDS[language].mayHaveBegun(earliestFrom);
}

/** What other rates fit as well; null where the orders leave no choice. */
export function explainRateSpan(
  rates: { readonly least: Rate; readonly most: Rate } | null,
  language: Language,
): string | null {
  if (rates === null || rates.least === rates.most) return null;
  return WORDS[language].span(percentText(rates.least), percentText(rates.most));
}

/** `1,245`. */
export const counted = (count: number) => readableAmount(amountOfUnits(count * 10_000));
