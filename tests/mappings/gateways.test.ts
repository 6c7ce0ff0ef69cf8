// Every platform whose money is read but not its orders is either a payment gateway or a marketplace whose order export
// is not mapped: a new one has to be decided.
import { PAYMENT_GATEWAYS } from '../../core/payment-gateways.ts';
import { builtInMappings } from '../../mappings/index.ts';

const MARKETPLACES_WITHOUT_ORDERS = ['lazada', 'walmart'];

const platformsOf = (kind: string) =>
  new Set(builtInMappings.filter((mapping) => mapping.kind === kind).map(({ platform }) => platform));

test('platforms with money and no orders are gateways, or known not to be', () => {
  const orders = platformsOf('orders');
  const moneyOnly = [...platformsOf('payout')].filter((platform) => !orders.has(platform)).sort();
  expect(moneyOnly).toEqual([...PAYMENT_GATEWAYS, ...MARKETPLACES_WITHOUT_ORDERS].sort());
});
