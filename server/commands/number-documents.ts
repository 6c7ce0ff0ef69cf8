// Numbers for documents: `RC202405-0001`, without gaps within series and month, taken inside the posting transaction.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Statements } from '../store/database.ts';
import { takeNumbers } from '../store/document-series.ts';

const NUMBER_WIDTH = 4;

/** One number a document, in the order given. */
export async function numberDocuments(
  tx: Statements,
  documents: readonly { readonly series: string; readonly on: BusinessDate }[],
): Promise<ReadonlyMap<number, string>> {
  const series = documents.map(({ series: name, on }) => `${name}${on.slice(0, 7).replace('-', '')}`);
  const counts = new Map<string, number>();
  for (const name of series) counts.set(name, (counts.get(name) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [name, count] of counts) next.set(name, await takeNumbers(tx, name, count));
  return new Map(
    series.map((name, index) => {
      const number = next.get(name) ?? 1;
      next.set(name, number + 1);
      return [index, `${name}-${String(number).padStart(NUMBER_WIDTH, '0')}`];
    }),
  );
}
