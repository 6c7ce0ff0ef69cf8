// Fee contracts, their fit, deviations and pay days as a terminal shows them.
import { z } from 'zod';
import { explainCalendar } from '../../core/calendar/explain-calendar.ts';
import { holidayCalendarSchema } from '../../core/calendar/holiday-calendar-schema.ts';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import {
  counted,
  explainEarliest,
  explainFit,
  explainRateSpan,
  explainValidity,
} from '../../core/fees/explain-fee-fit.ts';
import { explainFeeConditions } from '../../core/fees/explain-fee-conditions.ts';
import { explainFeeTerms } from '../../core/fees/explain-fee-terms.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import type { FeeMisfit, FeeProposal, ProposedPeriod } from '../../core/fees/propose-fees.ts';
import type { Language, Translated } from '../../core/language.ts';
import type { Settings } from '../../core/ledger-api.ts';
import { readableAmount } from '../../core/money.ts';
import { componentLabel } from '../../core/payout-words.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import type { FeeDeviations } from '../../core/reconcile/list-fee-deviations.ts';
import { alignColumns } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const WORDS = {
  nothing: say(
    '帳上還沒有可以學習的手續費。',
    '账上还没有可以学习的手续费。',
    'The books hold no fees to learn from yet.',
  ),
  noTerms: say('找不到多數訂單都相符的算法。', '找不到多数订单都相符的算法。', 'No terms hold for most orders.'),
  orders: say('筆', '笔', 'orders'),
  misfits: say('不相符', '不相符', 'Do not agree'),
  charged: say('實扣', '实扣', 'charged'),
  contract: say('合約', '合约', 'contract'),
  also: say('同樣相符', '同样相符', 'Agree as well'),
  open: say('未能歸類', '未能归类', 'In no period'),
  inForce: say('現行合約', '现行合约', 'Contracts in force'),
  none: say('無', '无', 'none'),
  holds: say('相符', '相符', 'agree'),
  over: say('多收', '多收', 'too much'),
  under: say('少收', '少收', 'too little'),
  unchecked: say('未核', '未核', 'unchecked'),
  claim: say('可申訴', '可申诉', 'claim'),
  claims: say('申訴清單', '申诉清单', 'Claims'),
  noContracts: say('還沒有手續費合約。', '还没有手续费合约。', 'There are no fee contracts yet.'),
  noCalendars: say('還沒有撥款日程。', '还没有拨款日程。', 'There are no payout calendars yet.'),
  holidays: say('假日表', '假日表', 'Holidays'),
  days: say('天', '天', 'days'),
} as const;

/** Lists longer than this belong into --json. */
const SHOWN = 10;

function listed(items: readonly string[], language: Language): string {
  const more = items.length - SHOWN;
  const comma = language === 'en' ? ', ' : '、';
  return items.slice(0, SHOWN).join(comma) + (more > 0 ? ` … +${counted(more)}` : '');
}

const numberOf = (orderKey: string) => partsOfOrderKey(orderKey).orderNumber;
const colon = (language: Language) => (language === 'en' ? ': ' : '：');

/** Proposals are numbered from 1 through all fees: `fees accept --proposal N`. */
export function presentProposals(proposals: readonly FeeProposal[], language: Language): string {
  if (proposals.length === 0) return `${WORDS.nothing[language]}\n`;
  let number = 0;
  const blocks = proposals.map((proposal) => {
    const periods = proposal.periods.flatMap((period) => periodLines(proposal, period, (number += 1), language));
    const body = periods.length > 0 ? periods : [`  ${WORDS.noTerms[language]}`];
    return [headOf(proposal, language), ...body, ...restOf(proposal, language)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function headOf({ platform, shop, currency, feeType, orders, seen }: FeeProposal, language: Language): string {
  const days = seen === null ? '' : `  ${seen.from} – ${seen.to}`;
  return `${platform}/${shop}  ${currency}  ${componentLabel(feeType, language)}  ${counted(orders)} ${WORDS.orders[language]}${days}`;
}

function periodLines(
  { feeType, currency }: FeeProposal,
  period: ProposedPeriod,
  number: number,
  language: Language,
): string[] {
  const { rule, fit, rates, alternatives } = period;
  const { validFrom: from, validTo: to, when } = rule;
  const misfits = fit.exceptions.map((misfit) => misfitText(misfit, language));
  const also = alternatives.map((terms) => explainFeeTerms(feeType, terms, currency, language));
  return [
    `  ${number}  ${explainFeeTerms(feeType, rule, currency, language)}`,
    `     ${explainValidity({ from, to, when }, language)}`,
    `     ${explainFit(fit, language)}`,
    ...[explainEarliest({ from, earliestFrom: period.earliestFrom }, language), explainRateSpan(rates, language)]
      .filter((sentence) => sentence !== null)
      .map((sentence) => `     ${sentence}`),
    ...(misfits.length === 0 ? [] : [`     ${WORDS.misfits[language]}${colon(language)}${listed(misfits, language)}`]),
    ...(also.length === 0 ? [] : [`     ${WORDS.also[language]}${colon(language)}${also.slice(0, 3).join(' | ')}`]),
  ];
}

function misfitText({ orderKey, charged, contract }: FeeMisfit, language: Language): string {
  const [paid, asked] = [readableAmount(charged), readableAmount(contract)];
  return `${numberOf(orderKey)} (${WORDS.charged[language]} ${paid}, ${WORDS.contract[language]} ${asked})`;
}

function restOf({ unexplained, inForce }: FeeProposal, language: Language): string[] {
  const counts =
    inForce === null
      ? WORDS.none[language]
      : (['holds', 'deviates', 'unchecked'] as const)
          .map((name) => `${WORDS[name === 'deviates' ? 'misfits' : name][language]} ${counted(inForce[name])}`)
          .join('  ');
  return [
    ...(unexplained.length === 0
      ? []
      : [`  ${WORDS.open[language]}${colon(language)}${listed(unexplained.map(numberOf), language)}`]),
    `  ${WORDS.inForce[language]}${colon(language)}${counts}`,
  ];
}

type Held = Settings['settings'][number];

const indented = (sentence: string | null) => (sentence === null ? [] : [`  ${sentence}`]);

export function presentContracts(held: readonly (Held & { readonly rule: FeeRule })[], language: Language): string {
  if (held.length === 0) return `${WORDS.noContracts[language]}\n`;
  const lines = held.flatMap(({ id, rule, author, note, savedAt }) => [
    `${id}  ${rule.platform}/${rule.shopPattern}`,
    `  ${explainFeeTerms(rule.feeType, rule, rule.currency, language)}`,
    ...indented(explainFeeConditions(rule, language)),
    `  ${explainValidity({ from: rule.validFrom, to: rule.validTo, when: rule.when }, language)}`,
    `  ${[savedAt.slice(0, 10), author, note].filter((part) => part !== '').join('  ')}`,
  ]);
  return `${lines.join('\n')}\n`;
}

export function presentDeviations({ totals, rows }: FeeDeviations, language: Language): string {
  if (totals.length === 0) return `${WORDS.nothing[language]}\n`;
  const count = (name: 'over' | 'under' | 'unchecked', { orders, sum }: FeeDeviations['totals'][number]['over']) =>
    orders === 0 ? '' : `${WORDS[name][language]} ${counted(orders)} (${readableAmount(sum)})`;
  const table = totals.map((total) => [
    `${total.platform}/${total.shop}`,
    total.currency,
    componentLabel(total.feeType, language),
    `${WORDS.holds[language]} ${counted(total.holds)}/${counted(total.orders)}`,
    ...(['over', 'under', 'unchecked'] as const).map((name) => count(name, total[name])),
    total.claim === 0 ? '' : `${WORDS.claim[language]} ${readableAmount(total.claim)}`,
  ]);
  const claims = rows.filter(({ claim }) => claim !== 0);
  const list = claims.map(({ orderKey, feeType, charged, contract, claim, currency }) => [
    ...[numberOf(orderKey), componentLabel(feeType, language), currency],
    ...[
      `${WORDS.charged[language]} ${readableAmount(charged)}`,
      `${WORDS.contract[language]} ${readableAmount(contract)}`,
    ],
    `${WORDS.claim[language]} ${readableAmount(claim)}`,
  ]);
  const left = (columns: number) => Array.from({ length: columns }, () => 'left' as const);
  const blocks = [alignColumns(table, left(8))];
  if (list.length > 0) blocks.push([WORDS.claims[language], ...alignColumns(list, left(6)).map((line) => `  ${line}`)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function presentCalendars(payout: readonly Held[], holidays: readonly Held[], language: Language): string {
  if (payout.length === 0 && holidays.length === 0) return `${WORDS.noCalendars[language]}\n`;
  const calendars = payout.flatMap(({ id, content }) => {
    const calendar = z.decode(payoutCalendarSchema, content);
    const { validFrom, validTo, holidayCalendar } = calendar;
    return [
      `${id}  ${calendar.platform}/${calendar.shopPattern}  ${validFrom} – ${validTo ?? ''}`.trimEnd(),
      `  ${explainCalendar(calendar, language)}  (${holidayCalendar})`,
    ];
  });
  const tables = holidays.map(({ content }) => {
    const table = holidayCalendarSchema.parse(content);
    const size = `${table.holidays.size} ${WORDS.days[language]}`;
    return `${WORDS.holidays[language]}  ${table.id}  ${table.coveredFrom} – ${table.coveredTo}  ${size}`;
  });
  return `${[...calendars, ...tables].join('\n')}\n`;
}
