// What `clearsheet report` is asked for: days, whom statements are for, bounds of the aging.
import { type BusinessDate, dayInMonth, dayOfText, partsOfDay } from '../../core/business-date.ts';
import type { Period } from '../../core/statements/ledger-entry.ts';
import type { PartyKind } from '../../core/statements/statement.ts';

export const REPORT_OPTIONS = {
  period: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  aging: { type: 'string' },
  out: { type: 'string' },
} as const;

type Values = Partial<Readonly<Record<keyof typeof REPORT_OPTIONS, string>>>;

export interface ReportAsked {
  readonly period: Period;
  readonly statementsBy: PartyKind;
  /** Null: as everywhere. */
  readonly bounds: readonly number[] | null;
  /** Where the worksheets are written. */
  readonly out: string | null;
}

interface Wrong {
  readonly wrong: string;
}

const PARTIES: Readonly<Record<string, PartyKind>> = {
  shop: 'shop',
  customer: 'customer',
  'order-type': 'orderType',
};

/** @param today the last day where none is named */
export function readReportWish(values: Values, today: BusinessDate): ReportAsked | Wrong {
  const { by = 'shop', aging = null, out = null } = values;
  const period = periodIn(values, today);
  if ('wrong' in period) return period;
  const statementsBy = Object.hasOwn(PARTIES, by) ? PARTIES[by] : undefined;
  if (statementsBy === undefined) return { wrong: `--by takes ${Object.keys(PARTIES).join(', ')}, not "${by}"` };
  const bounds = aging === null ? null : boundsIn(aging);
  if (bounds !== null && 'wrong' in bounds) return bounds;
  return { period, statementsBy, bounds, out };
}

const BOUNDS = /^\d{1,4}(,\d{1,4}){0,11}$/;

function boundsIn(text: string): readonly number[] | Wrong {
  const bounds = text.split(',').map(Number);
  const rise = bounds.every((bound, at) => bound > (bounds[at - 1] ?? 0));
  return BOUNDS.test(text) && rise ? bounds : { wrong: `--aging takes rising days like 30,60,90, not "${text}"` };
}

/** This month up to today where nothing is named. */
function periodIn({ period, from, to }: Values, today: BusinessDate): Period | Wrong {
  if (period !== undefined) return monthIn(period, from ?? to ?? null);
  const end = to === undefined ? today : dayOfText(to);
  if (end === null) return { wrong: `--to takes a day like 2024-05-31, not "${to ?? ''}"` };
  const start = from === undefined ? dayOfSameMonth(end, 1) : dayOfText(from);
  if (start === null) return { wrong: `--from takes a day like 2024-05-01, not "${from ?? ''}"` };
  return start <= end ? { from: start, to: end } : { wrong: `--from ${start} is after --to ${end}` };
}

function monthIn(month: string, besides: string | null): Period | Wrong {
  const first = dayOfText(`${month}-01`);
  if (first === null || month.length !== 7) return { wrong: `--period takes a month like 2024-05, not "${month}"` };
  if (besides !== null) return { wrong: 'name the days with --period, or with --from and --to' };
  return { from: first, to: dayOfSameMonth(first, 31) };
}

function dayOfSameMonth(day: BusinessDate, date: number): BusinessDate {
  const { year, month } = partsOfDay(day);
  return dayInMonth(year, month, date);
}
