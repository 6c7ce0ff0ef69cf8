// What deliveries cost (進貨成本) as the team enters it. It moves no stock: stock moves by what is shipped and returned. What
// was booked stays as it is; a late or corrected cost is in the cost of sales of the next month end.
import { z } from 'zod';
import { type CompanySettings, DEFAULT_COMPANY } from '../../core/company.ts';
import { foreignCost } from '../../core/ledger/cost-of-sales.ts';
import type { EnterItemCosts } from '../../core/ledger-api.ts';
import type { ItemCost } from '../../core/stock.ts';
import { companySettingsSchema } from '../../core/team-settings.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { insertItemCosts, listItemCosts, type VersionedCost } from '../store/item-costs.ts';
import { currentSettings } from '../store/team-settings.ts';
import { refuseUnstorableText } from './check-text.ts';

export function getItemCosts(books: Books): Promise<ItemCost[]> {
  return books.database.transaction(books.company, standing);
}

/**
 * Costs that are held already are left alone; others become a further version.
 * @returns all deliveries that stand
 * @throws ApiError COST_CURRENCY for a cost in another currency than its item is valued in; then nothing is kept
 */
export function enterItemCosts(books: Books, request: EnterItemCosts): Promise<ItemCost[]> {
  return books.database.transaction(books.company, async (tx) => {
    await addItemCosts(tx, request, books.now());
    return standing(tx);
  });
}

/** `enterItemCosts` within a transaction that does more. */
export async function addItemCosts(tx: Statements, { costs, author }: EnterItemCosts, now: string): Promise<void> {
  refuseUnstorableText([costs, author]);
  const held = new Map((await listItemCosts(tx)).map((one) => [keyOf(one), one]));
  const last = [...new Map(costs.map((one) => [keyOf(one), one])).values()];
  const changed = last.flatMap((one) => nextVersion(one, held.get(keyOf(one))) ?? []);
  if (changed.length === 0) return;
  await refuseForeign(tx, changed, held);
  await insertItemCosts(tx, changed, author, now);
  const detail = { costs: changed.length, author };
  await appendAudit(tx, now, { action: 'item-costs.entered', subject: 'item costs', detail });
}

const keyOf = ({ sku, receivedOn, reference }: ItemCost) => `${sku}\u001f${receivedOn}\u001f${reference}`;

/** Null for what is held so already; a delivery that nobody entered need not be taken out. */
function nextVersion(cost: ItemCost, held: VersionedCost | undefined): VersionedCost | null {
  if (held === undefined) return cost.quantity === 0 ? null : { version: 1, ...cost };
  const isSame = held.quantity === cost.quantity && held.cost === cost.cost && held.currency === cost.currency;
  return isSame ? null : { ...cost, version: held.version + 1 };
}

async function refuseForeign(
  tx: Statements,
  changed: readonly VersionedCost[],
  held: ReadonlyMap<string, VersionedCost>,
): Promise<void> {
  const items = new Set(changed.map(({ sku }) => sku));
  const next = new Map([...held, ...changed.map((one) => [keyOf(one), one] as const)]);
  const costs = [...next.values()].filter(({ sku }) => items.has(sku));
  const [setting] = await currentSettings(tx, 'company');
  refuseForeignCost(costs, setting ? z.decode(companySettingsSchema, setting.content) : DEFAULT_COMPANY);
}

/** @throws ApiError COST_CURRENCY */
export function refuseForeignCost(costs: readonly ItemCost[], { baseCurrency }: CompanySettings): void {
  const foreign = foreignCost(costs, baseCurrency);
  if (foreign !== null) throw new ApiError('COST_CURRENCY', { ...foreign });
}

async function standing(tx: Statements): Promise<ItemCost[]> {
  const held = await listItemCosts(tx);
  return held.flatMap(({ version: _, ...cost }) => (cost.quantity === 0 ? [] : [cost]));
}
