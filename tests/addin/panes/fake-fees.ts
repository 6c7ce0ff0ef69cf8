// Contracts and calendars as a server would keep them, in memory: what is saved is listed, and who saved it is told.
import type { FeesClient } from '../../../addin/fees-client.ts';
import type { Kept } from '../../../addin/kept-settings.ts';
import type { Signed } from '../../../addin/library-client.ts';
import type { HolidayCalendar } from '../../../core/calendar/holiday-calendar.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeProposal } from '../../../core/fees/propose-fees.ts';

export class FakeFees {
  contracts: Kept<FeeRule>[] = [];
  calendars: Kept<PayoutCalendar>[] = [];
  holidays: Kept<HolidayCalendar>[] = [];
  proposals: readonly FeeProposal[] = [];
  /** What was asked to be saved, for example `accept 王**: a note`. */
  readonly asked: string[] = [];

  readonly client: FeesClient = {
    contracts: () => Promise.resolve(this.contracts),
    learn: () => Promise.resolve(this.proposals),
    accept: (rule, signed) => {
      this.note('accept', signed);
      this.contracts = [...this.contracts, keptBy(rule, signed, 1)];
      return Promise.resolve();
    },
    saveContract: (rule, signed, basedOn) => {
      this.note(`contract based on ${basedOn}`, signed);
      this.contracts = [keptBy(rule, signed, basedOn + 1)];
      return Promise.resolve();
    },
    calendars: () => Promise.resolve(this.calendars),
    holidays: () => Promise.resolve(this.holidays),
    saveCalendar: (calendar, signed, basedOn) => {
      this.note(`calendar based on ${basedOn}`, signed);
      this.calendars = [keptBy(calendar, signed, basedOn + 1)];
      return Promise.resolve();
    },
    saveHolidays: (holidays, signed, basedOn) => {
      this.note(`holidays based on ${basedOn}`, signed);
      this.holidays = [keptBy(holidays, signed, basedOn + 1)];
      return Promise.resolve();
    },
  };

  private note(what: string, { author, note }: Signed): void {
    this.asked.push(`${what} ${author}: ${note}`);
  }
}

const keptBy = <T>(content: T, { author, note }: Signed, version: number): Kept<T> => {
  return { content, version, author, note, savedAt: '2024-06-01T08:00:00.000Z' };
};
