// The scope of a run with every order whose fees are rounded together with those that were asked for. Otherwise what a
// contract by day, payout or month says would hang on which files are looked at.
import type { BusinessDate } from '../../core/business-date.ts';
import { isRoundedTogether, nameOfGroup, type RoundingGroup, roundingGroups } from '../../core/fees/rounding-groups.ts';
import { orderKey, partsOfOrderKey } from '../../core/reconcile/account.ts';
import { feeSubjects } from '../../core/reconcile/fee-subjects.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import type { Statements } from '../store/database.ts';
import type { MatchKey } from '../store/match-keys.ts';
import { keysOfAliases } from '../store/orders.ts';
import { keysOfOrderDays, keysOfPayoutDays, keysOfStatements, type Span } from '../store/rounding-groups.ts';
import { type Asked, loadScope, type Scope } from './load-scope.ts';
import type { SetUp } from './load-set-up.ts';

/**
 * Loads until no order is left whose group is not there as a whole. An order that only met the group's days, because it
 * was refunded on one of them, is none of it and stays out unless it was asked for.
 */
export async function loadWholeGroups(
  tx: Statements,
  asked: Asked,
  setUp: SetUp & { readonly asOf: BusinessDate },
): Promise<Scope> {
  let scope = await loadScope(tx, asked);
  if (!setUp.feeRules.some(isRoundedTogether)) return scope;
  const whole = new Set<string>();
  for (;;) {
    const own = groupsIn(scope, setUp);
    const fresh = new Map([...own.values()].flat().map((group) => [nameOfGroup(group), group]));
    for (const name of whole) fresh.delete(name);
    if (fresh.size === 0) return scope;
    for (const name of fresh.keys()) whole.add(name);
    scope = await withMembers(tx, asked, setUp, scope, [...fresh.values()], whole);
  }
}

async function withMembers(
  tx: Statements,
  asked: Asked,
  setUp: SetUp & { readonly asOf: BusinessDate },
  scope: Scope,
  groups: readonly RoundingGroup[],
  whole: ReadonlySet<string>,
): Promise<Scope> {
  const held = scope.orders.map(({ key }) => key);
  const inScope = new Set(keysOf(held, scope).map(textOf));
  const near = await keysOfGroups(tx, groups, scope);
  const candidates = [...near, ...(await keysOfAliases(tx, near))].filter((key) => !inScope.has(textOf(key)));
  if (candidates.length === 0) return scope;
  const wide = await loadScope(tx, { ...asked, further: [...keysOf(held, scope), ...candidates] });
  const members = [...groupsIn(wide, setUp)]
    .filter(([, own]) => own.some((group) => whole.has(nameOfGroup(group))))
    .map(([key]) => key);
  return loadScope(tx, { ...asked, further: keysOf([...held, ...members], wide) });
}

const textOf = (key: MatchKey) => key.join(' ');

const groupsIn = ({ orders, lines }: Scope, setUp: SetUp & { readonly asOf: BusinessDate }) =>
  roundingGroups(setUp.feeRules, feeSubjects({ ...setUp, orders, lines }));

function keysOf(orderKeys: readonly string[], { shops }: Scope): MatchKey[] {
  const ids = new Map([...shops.values()].map(({ key, id }) => [key, id]));
  return orderKeys.flatMap((key): MatchKey[] => {
    const { shop, orderNumber } = partsOfOrderKey(key);
    const id = ids.get(shop);
    return id === undefined ? [] : [[id, normalOrderNumber(orderNumber)]];
  });
}

/** Everybody who may belong to one of the groups. */
async function keysOfGroups(tx: Statements, groups: readonly RoundingGroup[], { shops }: Scope): Promise<MatchKey[]> {
  const ids = new Map([...shops.values()].map(({ platform, name, id }) => [orderKey(platform, name), id]));
  const placed = groups.flatMap((group) => {
    const shopId = ids.get(orderKey(group.platform, group.shop));
    return shopId === undefined ? [] : [{ ...group, shopId }];
  });
  const statements = placed.filter(({ level, key }) => level === 'batch' && key.startsWith('#'));
  const spans = placed.filter((group) => !statements.includes(group));
  const byPayout = spans.filter(({ level, when }) => level === 'batch' || when === 'paidOut').map(spanOf);
  const found = [
    await keysOfPayoutDays(tx, byPayout),
    await keysOfStatements(
      tx,
      statements.map(({ shopId, key }) => ({ shopId, statement: key.slice(1) })),
    ),
  ];
  for (const when of ['orderCreated', 'shipped', 'completed'] as const) {
    const own = spans.filter((group) => group.level !== 'batch' && group.when === when);
    found.push(await keysOfOrderDays(tx, when, own.map(spanOf)));
  }
  return found.flat();
}

/** The days of a group: one, or those of its month. */
function spanOf({ shopId, level, key }: RoundingGroup & { readonly shopId: number }): Span {
  const [from, to] = level === 'month' ? [`${key}-01`, `${key}-31`] : [key, key];
  return { shopId, from: from as BusinessDate, to: to as BusinessDate };
}
