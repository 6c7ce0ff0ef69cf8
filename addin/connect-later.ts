// A client whose code is fetched when it is first asked: the schemas of the contract need not hold up the pane's start.
import type { ApiClient, ServerAccess } from './api-client.ts';

export function connectLater(access: ServerAccess): ApiClient {
  let client: Promise<ApiClient> | null = null;
  const get = () => (client ??= import('./api-client.ts').then(({ createApiClient }) => createApiClient(access)));
  return {
    health: async () => (await get()).health(),
    listMappings: async (signal) => (await get()).listMappings(signal),
    pushBatch: async (batch, watch, author) => (await get()).pushBatch(batch, watch, author),
    pushStatement: async (pushes, watch) => (await get()).pushStatement(pushes, watch),
    reconcile: async (request, signal) => (await get()).reconcile(request, signal),
    library: async () => (await get()).library(),
    fees: async () => (await get()).fees(),
    deposits: async () => (await get()).deposits(),
    undo: async () => (await get()).undo(),
    policy: async () => (await get()).policy(),
    months: async () => (await get()).months(),
    company: async () => (await get()).company(),
    invoices: async () => (await get()).invoices(),
    itemCosts: async () => (await get()).itemCosts(),
    reports: async () => (await get()).reports(),
    workList: async () => (await get()).workList(),
  };
}
