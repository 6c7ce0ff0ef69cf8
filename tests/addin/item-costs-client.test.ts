// The pane's way to item costs, against the real server: what is entered stands, the same again corrects it, no pieces take it
// out, and a refusal keeps nothing of the rest.
import { createApiClient } from '../../addin/api-client.ts';
import type { ItemCostsClient } from '../../addin/item-costs-client.ts';
import { twd } from '../server/fixtures.ts';
import { delivery } from './panes/fake-item-costs.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let costs: ItemCostsClient;
beforeEach(async () => {
  server = await startTestServer();
  costs = await createApiClient({ address: server.address, accessKey: '' }).itemCosts();
});
afterEach(async () => server.close());

test('deliveries stand as they were entered, the last of one item, day and reference', async () => {
  expect(await costs.held()).toEqual([]);
  const [first, second] = [delivery(), delivery({ reference: '', cost: twd(10.25) })];
  expect(await costs.enter([first, second], '王會計')).toEqual([second, first]);
  const corrected = { ...first, quantity: 12 };
  await costs.enter([corrected, { ...second, quantity: 0, cost: twd(0) }], '王會計');
  expect(await costs.held()).toEqual([corrected]);
});

test('one in another currency than its item is refused in the server’s words, and nothing of the rest is kept', async () => {
  await costs.enter([delivery()], '王會計');
  const foreign = [delivery({ sku: 'TEA-02' }), delivery({ reference: 'GR-2', currency: 'USD' })];
  await expect(costs.enter(foreign, '王會計')).rejects.toMatchObject({ code: 'COST_CURRENCY' });
  expect(await costs.held()).toEqual([delivery()]);
});
