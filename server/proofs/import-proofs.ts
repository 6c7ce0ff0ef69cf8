// Proof of imports: the id of an import is made of its shop, its report and its rows, and the log names it. So a shop that
// was given another name, two that changed places, and an import that was taken away or moved to another shop are found.
import { batchIdOf } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import type { Fault } from './proof.ts';

type Held = readonly [id: string, kind: string, mapping: string, content: string, platform: string, shop: string];

export async function faultsOfImports(tx: Statements): Promise<Fault[]> {
  const held = await tx.select<Held>(
    ['b.id', 'b.kind', 'b.mapping_id', 'b.fingerprint', "coalesce(s.platform, '—')", "coalesce(s.name, '—')"],
    `FROM import_batches b LEFT JOIN shops s ON s.company_id = b.company_id AND s.id = b.shop_id
     WHERE b.company_id = ? ORDER BY b.opened_at, b.id`,
    [tx.company],
  );
  const ids = new Set(held.map(([id]) => id));
  const told = await tx.select<[seq: number, id: string]>(
    ['seq', 'subject'],
    "FROM audit_log WHERE company_id = ? AND action = 'batch.completed' ORDER BY seq",
    [tx.company],
  );
  const gone = told.filter(([, id]) => !ids.has(id));
  return [
    ...held.flatMap((batch) => faultOf(batch)),
    ...gone.map(([seq, id]) => ({ ...TABLE, name: `#${seq}`, field: 'id', found: '—', expected: id })),
  ];
}

const TABLE = { table: 'import_batches' } as const;

/** Which of the parts is another one the id does not say: the shop is shown, with which the rest was read. */
function faultOf([id, kind, mapping, fingerprint, platform, name]: Held): Fault[] {
  const is = batchIdOf({ shop: { platform, name }, kind, mapping: { id: mapping }, fingerprint });
  if (is === id) return [];
  return [{ ...TABLE, name: `${platform}/${name} ${mapping}`, field: 'id', found: is, expected: id }];
}
