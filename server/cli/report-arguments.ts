// What `clearsheet report` is asked for: days, whom statements are for, bounds of the aging.
import { type BusinessDate, dayInMonth, dayOfText, partsOfDay } from '../../core/business-date.ts';
import type { Period } from '../../core/statements/ledger-entry.ts';
import { onlyOf, type ReportOnly } from '../../core/statements/report-only.ts';
import type { PartyKind } from '../../core/statements/statement.ts';
import type { Translated } from '../../core/language.ts';
import type { Option, Values } from './command-line.ts';
import { FORMS, oneOf, say, wrongValue } from './misuse.ts';

export const REPORT_OPTIONS = [
  'period',
  'from',
  'to',
  'by',
  'platform',
  'shop',
  'aging',
  'out',
] as const satisfies readonly Option[];

type Wish = Pick<Values, (typeof REPORT_OPTIONS)[number]>;

export interface ReportAsked {
  readonly period: Period;
  readonly statementsBy: PartyKind;
  /** Null: the whole books. */
  readonly only: ReportOnly | null;
  /** Null: as everywhere. */
  readonly bounds: readonly number[] | null;
  /** Where the worksheets are written. */
  readonly out: string | null;
}

interface Wrong {
  readonly wrong: Translated;
}

const PARTIES: Readonly<Record<string, PartyKind>> = {
  shop: 'shop',
  customer: 'customer',
  'order-type': 'orderType',
};

/** @param today the last day where none is named */
export function readReportWish(values: Wish, today: BusinessDate): ReportAsked | Wrong {
  const { by = 'shop', aging = null, out = null } = values;
  const period = periodIn(values, today);
  if ('wrong' in period) return period;
  const statementsBy = Object.hasOwn(PARTIES, by) ? PARTIES[by] : undefined;
  if (statementsBy === undefined) return { wrong: wrongValue('--by', oneOf(Object.keys(PARTIES)), by) };
  const bounds = aging === null ? null : boundsIn(aging);
  if (bounds !== null && 'wrong' in bounds) return bounds;
  return { period, statementsBy, only: onlyOf(values), bounds, out };
}

const BOUNDS = /^\d{1,4}(,\d{1,4}){0,11}$/;

function boundsIn(text: string): readonly number[] | Wrong {
  const bounds = text.split(',').map(Number);
  const rise = bounds.every((bound, at) => bound > (bounds[at - 1] ?? 0));
  return BOUNDS.test(text) && rise ? bounds : { wrong: wrongValue('--aging', FORMS.aging, text) };
}

/** This month up to today where nothing is named. */
function periodIn({ period, from, to }: Wish, today: BusinessDate): Period | Wrong {
  if (period !== undefined) return monthIn(period, from ?? to ?? null);
  const end = to === undefined ? today : dayOfText(to);
  if (end === null) return { wrong: wrongValue('--to', FORMS.day, to ?? '') };
  const start = from === undefined ? dayOfSameMonth(end, 1) : dayOfText(from);
  if (start === null) return { wrong: wrongValue('--from', FORMS.day, from ?? '') };
  if (start <= end) return { from: start, to: end };
  const [days, after] = [`--from ${start}`, `--to ${end}`];
  return { wrong: say(`${days} 晚於 ${after}。`, `${days} 晚于 ${after}。`, `${days} is after ${after}.`) };
}

function monthIn(month: string, besides: string | null): Period | Wrong {
  const first = dayOfText(`${month}-01`);
  if (first === null || month.length !== 7) return { wrong: wrongValue('--period', FORMS.month, month) };
  if (besides !== null) return { wrong: EITHER };
  return { from: first, to: dayOfSameMonth(first, 31) };
}

const EITHER = say(
  '請用 --period，或用 --from 與 --to 指定期間，不要同時使用。',
  '请用 --period，或用 --from 与 --to 指定期间，不要同时使用。',
  'name the days with --period, or with --from and --to, not with both.',
);

function dayOfSameMonth(day: BusinessDate, date: number): BusinessDate {
  const { year, month } = partsOfDay(day);
  return dayInMonth(year, month, date);
}
