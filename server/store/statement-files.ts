// Which import batches brought the lines of a statement, and which of these are about that statement alone.
import type { Amount } from '../../core/money.ts';
import { otherVersions, type StatementFile, type StatementVersion } from '../../core/reconcile/statement-versions.ts';
import { headersOf } from './batches.ts';
import type { Statements } from './database.ts';

/** A statement's number, with the shop and currency in which it is one. */
export interface StatementKey {
  readonly shopId: number;
  readonly currency: string;
  readonly statement: string;
}

export const statementText = ({ shopId, currency, statement }: StatementKey) =>
  [shopId, currency, statement].join('\u001f');

/** What the books know of a statement that came in several files. */
export interface SeveralFiles {
  /** The total that all files declare, where they agree and are about nothing else. */
  readonly declared: Amount | null;
  /** The batches that are another version of it. */
  readonly versions: ReadonlyMap<string, StatementVersion>;
}

const keyColumns = { shop_id: 'integer', currency: 'text', statement: 'text' } as const;
const KEYED = 'p.shop_id = k.shop_id AND p.currency = k.currency AND p.statement = k.statement';

type Brought = readonly [shopId: number, currency: string, statement: string, batchId: string, net: Amount];

/** Those of the statements that came in more than one file, by `statementText`. */
export async function statementsOfSeveralFiles(
  tx: Statements,
  keys: readonly StatementKey[],
): Promise<ReadonlyMap<string, SeveralFiles>> {
  const known = new Map(keys.filter(({ statement }) => statement !== '').map((key) => [statementText(key), key]));
  if (known.size === 0) return new Map();
  const brought = await filesOf(tx, [...known.values()]);
  const several = [...brought].filter(([, files]) => files.length > 1);
  if (several.length === 0) return new Map();
  const batchIds = [...new Set(several.flatMap(([, files]) => files.map(([, , , id]) => id)))];
  const rows = await rowsInStatements(tx, batchIds);
  const headers = await headersOf(tx, batchIds);
  return new Map(
    several.map(([text, files]) => {
      const told = files.map(([, , statement, id, net]): StatementFile & { statement: string } => {
        const header = headers.get(id);
        const isWhole = header !== undefined && rows.get(`${id} ${text}`) === header.rows.accepted;
        const declared = isWhole ? (header.proof?.declared ?? null) : null;
        return { statement, id, file: header?.source.file ?? '', declared, brought: net };
      });
      return [text, severalFiles(told[0]?.statement ?? '', told)] as const;
    }),
  );
}

function severalFiles(statement: string, files: readonly StatementFile[]): SeveralFiles {
  const versions = otherVersions(statement, files);
  const totals = new Set(files.filter(({ id }) => !versions.has(id)).map(({ declared }) => declared));
  const [declared = null] = totals;
  return { versions, declared: totals.size === 1 ? declared : null };
}

/** By statement, the batches that brought its lines in the order of their first one. */
async function filesOf(tx: Statements, keys: readonly StatementKey[]): Promise<Map<string, Brought[]>> {
  const rows = await tx.select<Brought>(
    ['p.shop_id', 'p.currency', 'p.statement', 'p.batch_id', 'p.net'],
    `FROM (SELECT p.shop_id, p.currency, p.statement, p.batch_id, sum(p.net) AS net, min(p.id) AS first
           FROM ${tx.source(keyColumns)} k CROSS JOIN payout_lines p
           WHERE p.company_id = ? AND p.statement <> '' AND ${KEYED}
           GROUP BY p.shop_id, p.currency, p.statement, p.batch_id) p ORDER BY p.first`,
    [JSON.stringify(keys.map(({ shopId, currency, statement }) => [shopId, currency, statement])), tx.company],
  );
  const files = new Map<string, Brought[]>();
  for (const row of rows) {
    const [shopId, currency, statement] = row;
    const text = statementText({ shopId, currency, statement });
    files.set(text, [...(files.get(text) ?? []), row]);
  }
  return files;
}

/** How many rows of a batch are in a statement, whichever file brought them first; by batch and `statementText`. */
async function rowsInStatements(tx: Statements, batchIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.select<[batchId: string, shopId: number, currency: string, statement: string, rows: number]>(
    ['c.batch_id', 'c.shop_id', 'c.currency', 'c.statement', 'c.rows'],
    `FROM (SELECT r.batch_id, p.shop_id, p.currency, p.statement, count(*) AS rows
           FROM ${tx.source({ id: 'text' })} k CROSS JOIN import_rows r
           JOIN payout_lines p ON p.company_id = r.company_id AND p.id = r.subject_id
           WHERE r.company_id = ? AND r.batch_id = k.id
           GROUP BY r.batch_id, p.shop_id, p.currency, p.statement) c`,
    [JSON.stringify(batchIds.map((id) => [id])), tx.company],
  );
  return new Map(
    rows.map(([id, shopId, currency, statement, count]) => [
      `${id} ${statementText({ shopId, currency, statement })}`,
      count,
    ]),
  );
}
