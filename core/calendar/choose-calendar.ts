// Which version of a payout calendar an order falls under, what stands in for one, and which sets of calendars leave that
// open.
import type { BusinessDate } from '../business-date.ts';
import type { Currency } from '../money.ts';
import type { Translated } from '../language.ts';
import type { PayoutTerms, TermsOf } from './forecast-orders.ts';
import { type HolidayCalendar, WEEKENDS_ONLY } from './holiday-calendar.ts';
import { anchorOf, type OrderDates, type PayoutCalendar } from './payout-calendar.ts';

const EVERY_SHOP = '*';

/**
 * The calendar whose days of validity hold the order's anchor day, as that calendar counts it: the shop's own before
 * the platform's, then the one that began last. Null when none does: such an order has no due day.
 */
export function chooseCalendar(
  calendars: readonly PayoutCalendar[],
  { platform, shop }: { readonly platform: string; readonly shop: string },
  dates: OrderDates,
): PayoutCalendar | null {
  const fitting = calendars.filter(
    (calendar) =>
      calendar.platform === platform &&
      (calendar.shopPattern === shop || calendar.shopPattern === EVERY_SHOP) &&
      isInForce(calendar, dates),
  );
  return fitting.sort(byPreference)[0] ?? null;
}

function isInForce(calendar: PayoutCalendar, dates: OrderDates): boolean {
  const on = dates.statementClosedOn ?? anchorOf(dates, calendar.anchor)?.on;
  return on !== undefined && calendar.validFrom <= on && on <= lastDayOf(calendar);
}

const lastDayOf = ({ validTo }: PayoutCalendar) => validTo ?? ('9999-12-31' as BusinessDate);

function byPreference(left: PayoutCalendar, right: PayoutCalendar): number {
  const general = (calendar: PayoutCalendar) => Number(calendar.shopPattern === EVERY_SHOP);
  return (
    general(left) - general(right) ||
    Number(left.validFrom < right.validFrom) - Number(left.validFrom > right.validFrom) ||
    right.version - left.version ||
    (left.id < right.id ? -1 : 1)
  );
}

/**
 * The terms of any order: its calendar and that calendar's holidays, or, as long as the team has set none, the policy's
 * number of days. Make it once a run: due days are remembered by the calendar they were asked of.
 */
export function payoutTermsOf({ calendars, holidays, payoutTermDays }: TeamTerms): TermsOf {
  const standIns = new Map<string, PayoutTerms>();
  return (order) => {
    const calendar = chooseCalendar(calendars, order, order);
    const days = calendar === null ? undefined : holidays.get(calendar.holidayCalendar);
    if (calendar !== null && days !== undefined) return { calendar, holidays: days, isSet: true };
    const { platform, currency } = order;
    const plain = calendarOfDays(platform, currency, payoutTermDays);
    const standIn = standIns.get(`${platform} ${currency}`) ?? {
      calendar: plain,
      holidays: WEEKENDS_ONLY,
      isSet: false,
    };
    standIns.set(`${platform} ${currency}`, standIn);
    return standIn;
  };
}

/** What a team has said about payouts. */
interface TeamTerms {
  readonly calendars: readonly PayoutCalendar[];
  /** By id, as the calendars name them. */
  readonly holidays: ReadonlyMap<string, HolidayCalendar>;
  readonly payoutTermDays: number;
}

/**
 * The calendar that a plain number of days stands for: completion and so many days, every day a pay day, nothing kept
 * back.
 */
function calendarOfDays(platform: string, currency: Currency, days: number): PayoutCalendar {
  const now = { n: 0, unit: 'day' } as const;
  return {
    ...{ id: `${days}-days`, version: 1, platform, shopPattern: EVERY_SHOP, currency },
    ...{ validFrom: '1900-01-01' as BusinessDate, validTo: null },
    ...{ anchor: 'completed', delay: { n: days, unit: 'day' }, cycle: { kind: 'daily' }, whenClosed: 'keep' },
    ...{ transferDelay: now, cutoff: null, holidayCalendar: 'weekends-only' },
    ...{ minPayout: null, transferFee: null, reserve: null, destination: 'bank' },
    ...{ source: 'no calendar is set', checkedOn: null },
  };
}

/** Two calendars of one shop that are in force on the same days. */
export interface CalendarFault {
  readonly calendars: readonly [PayoutCalendar, PayoutCalendar];
  readonly message: Translated;
}

/** Every pair of calendars of the same platform and shop whose days overlap; each must end before the next begins. */
export function findCalendarFaults(calendars: readonly PayoutCalendar[]): CalendarFault[] {
  const sorted = [...calendars].sort((left, right) => -byPreference(left, right));
  return sorted.flatMap((left, at) =>
    sorted
      .slice(at + 1)
      .filter((right) => left.platform === right.platform && left.shopPattern === right.shopPattern)
      .filter((right) => left.validFrom <= lastDayOf(right) && right.validFrom <= lastDayOf(left))
      .map((right): CalendarFault => ({ calendars: [left, right], message: overlap(left, right) })),
  );
}

function overlap(left: PayoutCalendar, right: PayoutCalendar): Translated {
  const [first, second] = [left, right].map(({ id, version }) => `${id} v${version}`);
  const place = `${left.platform}·${left.shopPattern}`;
  return {
    'zh-TW': `${place} 的撥款日程 ${first} 與 ${second} 有效期間重疊：請讓前一個在 ${right.validFrom} 之前結束。`,
    'zh-CN': `${place} 的拨款日程 ${first} 与 ${second} 有效期间重叠：请让前一个在 ${right.validFrom} 之前结束。`,
    en: `Payout calendars ${first} and ${second} of ${place} are in force on the same days: end the former before ${right.validFrom}.`,
  };
}
