// Proof of contents: what was imported, set, decided and posted is what it was when the log told of it, row for row. A
// fingerprint does not say which of its rows is another one now: the import, the run or the setting is named.
import { type SealedEntry, sealedEntries } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { snapshotsOfBatches } from '../store/order-snapshots.ts';
import { type Seal, sealOfRows, type SNAPSHOT_TABLES, TOLD_TABLES } from '../store/written.ts';
import { faultsOfImports } from './import-proofs.ts';
import type { Fault, Prove } from './proof.ts';

/** What an entry tells of one table. */
interface Told {
  readonly entry: number;
  /** Of an import the id of its batch. */
  readonly subject: string;
  readonly name: string;
  readonly seal: Seal;
}

export const proveContents: Prove = async (tx) => {
  const entries = await sealedEntries(tx);
  const faults: Fault[] = [];
  const told: Told[] = [];
  for (const entry of entries) {
    const seals = sealsOf(entry);
    if (seals === null) faults.push({ table: 'audit_log', name: String(entry.seq), field: 'seals', ...UNLIKE });
    else told.push(...seals);
  }
  for (const table of TOLD_TABLES) faults.push(...(await faultsOfTable(tx, table, ofTable(told, table))));
  faults.push(...(await faultsOfSnapshots(tx, told)), ...(await faultsOfImports(tx)));
  return { name: 'CONTENTS', counted: told.reduce((rows, { seal }) => rows + seal.rows, 0), faults };
};

const UNLIKE = { found: '≠', expected: '=' } as const;

const ofTable = (told: readonly Told[], table: string) => told.filter(({ seal }) => seal.table === table);

/** Null where the entry holds no such thing: the chain says that it was tampered with. */
function sealsOf({ seq, subject, detail, seals }: SealedEntry): Told[] | null {
  try {
    const { file } = JSON.parse(detail) as { file?: string };
    const name = `#${seq} ${file ?? subject}`;
    return (JSON.parse(seals) as Seal[]).map((seal) => {
      if (!seal.columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error('no columns');
      return { entry: seq, subject, name, seal };
    });
  } catch {
    return null;
  }
}

async function faultsOfTable(tx: Statements, table: string, told: readonly Told[]): Promise<Fault[]> {
  const found = await tx.select<[entry: number, rows: number]>(
    ['entry', 'count(*)'],
    `FROM ${table} WHERE company_id = ? GROUP BY entry ORDER BY entry`,
    [tx.company],
  );
  const counts = new Map(found);
  const known = new Set(told.map(({ entry }) => entry));
  const strange = found.filter(([entry]) => !known.has(entry));
  const faults = strange.map(([entry, rows]): Fault => {
    return { table, name: `#${entry}`, field: 'rows', found: String(rows), expected: '0' };
  });
  const whole = told.filter(({ entry, seal }) => counts.get(entry) === seal.rows);
  for (const one of told) if (!whole.includes(one)) faults.push(otherCount(one, counts.get(one.entry) ?? 0));
  for (const part of inParts(whole)) {
    const rows = await rowsOfEntries(tx, table, part);
    for (const one of part) faults.push(...otherContent(one, rows.get(one.entry) ?? []));
  }
  return faults;
}

function otherCount({ name, seal }: Told, rows: number): Fault {
  return { table: seal.table, name, field: 'rows', found: String(rows), expected: String(seal.rows) };
}

function otherContent({ name, seal }: Told, rows: readonly (readonly unknown[])[]): Fault[] {
  const is = sealOfRows(rows);
  if (is === seal.hash) return [];
  return [{ table: seal.table, name, field: 'content', found: is.slice(0, 8), expected: seal.hash.slice(0, 8) }];
}

/** Books of years do not fit into one answer. */
const ROWS_AT_ONCE = 50_000;

/** Neighbours with the same columns, to be read at once. */
function inParts(told: readonly Told[]): [Told, ...Told[]][] {
  const parts: [Told, ...Told[]][] = [];
  let rows = 0;
  for (const one of told) {
    const part = parts.at(-1);
    rows += one.seal.rows;
    if (part && rows <= ROWS_AT_ONCE && String(part[0].seal.columns) === String(one.seal.columns)) part.push(one);
    else {
      parts.push([one]);
      rows = one.seal.rows;
    }
  }
  return parts;
}

async function rowsOfEntries(tx: Statements, table: string, part: readonly [Told, ...Told[]]) {
  const [{ entry: first, seal }] = part;
  const rows = await tx.select<[entry: number, ...unknown[]]>(
    ['entry', ...seal.columns],
    `FROM ${table} WHERE company_id = ? AND entry BETWEEN ? AND ? ORDER BY entry, place`,
    [tx.company, first, part.at(-1)?.entry ?? first],
  );
  const byEntry = new Map<number, unknown[][]>();
  for (const [entry, ...row] of rows) {
    const own = byEntry.get(entry);
    if (own) own.push(row);
    else byEntry.set(entry, [row]);
  }
  return byEntry;
}

/** Orders change; what each import wrote is put together again from the orders and their earlier versions. */
async function faultsOfSnapshots(tx: Statements, told: readonly Told[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  const imports = told.filter(({ seal }) => seal.table === 'orders' || seal.table === 'order_lines');
  for (const part of inParts(ofTable(imports, 'orders'))) {
    const batches = await snapshotsOfBatches(
      tx,
      part.map(({ subject }) => subject),
    );
    for (const { entry, subject } of part) {
      const written = batches.get(subject);
      for (const one of imports.filter((other) => other.entry === entry)) {
        const rows = written?.[one.seal.table as (typeof SNAPSHOT_TABLES)[number]] ?? [];
        faults.push(...(rows.length === one.seal.rows ? otherContent(one, rows) : [otherCount(one, rows.length)]));
      }
    }
  }
  return [...faults, ...(await ordersOfNoImport(tx, imports))];
}

/** Orders that no import of which the log tells has written. */
async function ordersOfNoImport(tx: Statements, imports: readonly Told[]): Promise<Fault[]> {
  const known = new Set(imports.map(({ subject }) => subject));
  const rows = await tx.select<[string, string]>(
    ['order_number', 'batch_id'],
    'FROM orders WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows
    .filter(([, batch]) => !known.has(batch))
    .map(([name, batch]) => ({ table: 'orders', name, field: 'batch_id', found: batch, expected: '—' }));
}
