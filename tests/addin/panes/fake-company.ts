// A company's settings and exchange rates as a server would keep them, in memory: what is saved holds, and by whom is told.
import type { CompanyClient, CompanyInForce, RatesInForce } from '../../../addin/company-client.ts';

export class FakeCompany {
  inForce: CompanyInForce = { kept: null, shops: [] };
  rates: RatesInForce = { rates: [], missing: [] };
  /** What was asked to be saved, for example `based on 0, 王**: a note`. */
  readonly asked: string[] = [];

  readonly client: CompanyClient = {
    inForce: () => Promise.resolve(this.inForce),
    save: (content, { author, note }, basedOn) => {
      this.asked.push(`based on ${basedOn}, ${author}: ${note}`);
      const kept = { content, author, note, version: basedOn + 1, savedAt: '2024-06-01T08:00:00.000Z' };
      this.inForce = { ...this.inForce, kept };
      return Promise.resolve(kept);
    },
    rates: () => Promise.resolve(this.rates),
    enterRate: (rate, author) => {
      this.asked.push(`${rate.currency} ${rate.validOn} ${rate.rate}, ${author}`);
      const isOther = (one: typeof rate) => one.currency !== rate.currency || one.validOn !== rate.validOn;
      this.rates = { rates: [...this.rates.rates.filter(isOther), rate], missing: [] };
      return Promise.resolve();
    },
  };
}
