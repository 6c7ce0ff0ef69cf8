// What deliveries cost (進貨成本) as the pane asks for it: those that stand, and entering some, all or none.
import { z } from 'zod';
import { enterItemCostsSchema, itemCostsSchema } from '../core/ledger-api.ts';
import type { ItemCost } from '../core/stock.ts';
import type { Ask } from './api-client.ts';

/** So many are entered at once. */
export const COSTS_MAX = 5_000;

export interface ItemCostsClient {
  readonly held: () => Promise<readonly ItemCost[]>;
  /** What is held under the same item, day and reference becomes a further version. @returns all that stand then */
  readonly enter: (costs: readonly ItemCost[], author: string) => Promise<readonly ItemCost[]>;
}

export function createItemCostsClient(ask: Ask): ItemCostsClient {
  return {
    held: async () => (await ask({ method: 'GET', path: '/item-costs', answer: itemCostsSchema })).costs,
    enter: async (costs, author) => {
      const body = z.encode(enterItemCostsSchema, { costs: [...costs], author });
      return (await ask({ method: 'PUT', path: '/item-costs', body, answer: itemCostsSchema })).costs;
    },
  };
}
