// Payout lines whose file is another version of their statement (同批次金額不同), for a run to leave them apart.
import type { StatementVersion } from '../../core/reconcile/statement-versions.ts';
import type { Statements } from '../store/database.ts';
import type { HeldLine } from '../store/payout-lines.ts';
import { statementsOfSeveralFiles, statementText } from '../store/statement-files.ts';

/** The lines whose file is another version of their statement, by id. */
export async function versionsOf(
  tx: Statements,
  lines: readonly HeldLine[],
): Promise<ReadonlyMap<number, StatementVersion>> {
  const named = lines.flatMap((held) => (held.line.statement === undefined ? [] : [{ held, key: statementOf(held) }]));
  const several = await statementsOfSeveralFiles(
    tx,
    named.map(({ key }) => key),
  );
  return new Map(
    named.flatMap(({ held, key }) => {
      const version = several.get(statementText(key))?.versions.get(held.batchId);
      return version === undefined ? [] : [[held.id, version] as const];
    }),
  );
}

const statementOf = ({ shopId, line: { currency, statement = '' } }: HeldLine) => ({ shopId, currency, statement });
