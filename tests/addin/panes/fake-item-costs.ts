// What deliveries cost as a server would keep it, in memory: the last of one item, day and reference stands. It refuses when
// told to.
import { ApiProblem } from '../../../addin/api-problem.ts';
import type { ItemCostsClient } from '../../../addin/item-costs-client.ts';
import { inAll } from '../../../core/language.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { day, twd } from '../../server/fixtures.ts';

export const delivery = (facts: Partial<ItemCost> = {}): ItemCost => ({
  ...{ sku: 'TEA-01', receivedOn: day('2024-05-03'), reference: 'GR-1', quantity: 10 },
  ...{ cost: twd(1_200), currency: 'TWD' },
  ...facts,
});

export class FakeItemCosts {
  stand: readonly ItemCost[] = [];
  /** What was entered, and by whom. */
  readonly asked: { readonly costs: readonly ItemCost[]; readonly author: string }[] = [];
  refuse: string | null = null;

  readonly client: ItemCostsClient = {
    held: () => Promise.resolve(this.stand),
    enter: (costs, author) => {
      if (this.refuse !== null) {
        const code = this.refuse;
        return Promise.reject(
          new ApiProblem(
            code,
            inAll(() => `拒絕：${code}。`),
          ),
        );
      }
      this.asked.push({ costs, author });
      const keyOf = ({ sku, receivedOn, reference }: ItemCost) => `${sku} ${receivedOn} ${reference}`;
      const all = new Map([...this.stand, ...costs].map((one) => [keyOf(one), one]));
      this.stand = [...all.values()].filter(({ quantity }) => quantity > 0);
      return Promise.resolve(this.stand);
    },
  };
}
