// A policy as a server would keep it, in memory: what is saved holds, and who saved it is told.
import type { PolicyClient, PolicyInForce } from '../../../addin/policy-client.ts';

export class FakePolicy {
  inForce: PolicyInForce = { kept: null, baseCurrency: null };
  /** What was asked to be saved, for example `based on 0, 王**: a note`. */
  readonly asked: string[] = [];

  readonly client: PolicyClient = {
    inForce: () => Promise.resolve(this.inForce),
    save: (content, { author, note }, basedOn) => {
      this.asked.push(`based on ${basedOn}, ${author}: ${note}`);
      const kept = { content, author, note, version: basedOn + 1, savedAt: '2024-06-01T08:00:00.000Z' };
      this.inForce = { ...this.inForce, kept };
      return Promise.resolve();
    },
  };
}
