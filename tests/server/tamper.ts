// Somebody with the database in hand: triggers are put out of the way, rows are changed, and the books are proved as they
// stand then. All of it is taken back, so that many can try it on the same books.
import type { Books } from '../../server/books.ts';
import { verifyBooks } from '../../server/commands/verify-books.ts';
import type { Proof, ProofName } from '../../server/proofs/proof.ts';
import type { Statements } from '../../server/store/database.ts';
import { must } from './fixtures.ts';

class TakenBack extends Error {}

/** @param sql takes the company as its one parameter; several are parted by `;` */
export async function proofsAfter(books: Books, table: string, sql: string): Promise<Proof[]> {
  let proofs: Proof[] = [];
  const tampering = books.database.transaction(books.company, async (tx) => {
    await dropTriggers(tx, table, books.database.description.startsWith('postgres'));
    for (const one of sql.split(';')) await tx.run(one, [books.company]);
    const database = {
      ...books.database,
      transaction: <T>(_: string, work: (tx: Statements) => Promise<T>) => work(tx),
    };
    proofs = await verifyBooks({ ...books, database });
    throw new TakenBack();
  });
  await tampering.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return proofs;
}

/** Out of the way until the database is opened anew, or, in PostgreSQL, put back. */
export async function dropTriggers(tx: Statements, table: string, isPostgres: boolean): Promise<void> {
  if (isPostgres) return tx.run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const rest = "FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?";
  for (const [name] of await tx.select<[string]>(['name'], rest, [table])) await tx.run(`DROP TRIGGER ${name}`);
}

/** Table and name of every row that a proof names; names without the entry's number. */
export function rowsNamed(proofs: readonly Proof[], name: ProofName): string[] {
  const { faults } = must(proofs.find((proof) => proof.name === name));
  return faults.map((fault) => `${fault.table} ${fault.name.replace(/^#\d+ /, '')}`);
}
