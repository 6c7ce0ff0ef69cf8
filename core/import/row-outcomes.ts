// What a push did with the rows of a sheet, as this run sees it.
import type { BatchAnswer, RowOutcome } from '../api.ts';

/** What became of a sheet's rows in this run. A repeated push tells of the first one: now nothing of it is new. */
export function rowOutcomes({
  repeated,
  counts,
}: Pick<BatchAnswer, 'repeated' | 'counts'>): Readonly<Record<RowOutcome, number>> {
  const { created = 0, replaced = 0, unchanged = 0, conflict = 0 } = counts;
  if (!repeated) return { created, replaced, unchanged, conflict };
  return { created: 0, replaced: 0, unchanged: created + replaced + unchanged, conflict };
}
