// Shops (店鋪): one account on one platform.
import type { Statements } from './database.ts';
import { nextId } from './next-id.ts';

export interface Shop {
  readonly id: number;
  readonly platform: string;
  readonly name: string;
  /** The shop's name in keys. Sellers use one name on several platforms, so the platform is part of it. */
  readonly key: string;
}

export async function listShops(tx: Statements): Promise<Shop[]> {
  const rows = await tx.select<[number, string, string]>(
    ['id', 'platform', 'name'],
    'FROM shops WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows.map(([id, platform, name]) => ({ id, platform, name, key: `${platform}/${name}` }));
}

/**
 * By key, which of the company's shops it is, counted from 1 as they were made. Shops are never taken away and their ids
 * never used again, so a place never changes.
 */
export async function shopPlaces(tx: Statements): Promise<Map<string, number>> {
  return new Map((await listShops(tx)).map(({ key }, at) => [key, at + 1]));
}

/** The shop of that platform and name; made at its first push. */
export async function provideShop(tx: Statements, { platform, name }: Pick<Shop, 'platform' | 'name'>): Promise<Shop> {
  const known = (await listShops(tx)).find((shop) => shop.platform === platform && shop.name === name);
  if (known) return known;
  const id = await nextId(tx, 'shops');
  await tx.insert('shops', { id: 'integer', platform: 'text', name: 'text' }, [[id, platform, name]]);
  return { id, platform, name, key: `${platform}/${name}` };
}
