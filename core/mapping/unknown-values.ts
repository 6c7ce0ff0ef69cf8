// Values that a mapping gives no meaning: collected over the whole sheet, because they stop the file and are answered at once.
import type { UnknownValue } from '../problem.ts';

export class UnknownValues {
  private readonly seen = new Map<string, UnknownValue>();

  /** @param words what would give the value a meaning: `statuses`, `direction`, or the name of a vocabulary */
  add(words: string, columns: readonly string[], values: readonly string[], row: number): void {
    const key = JSON.stringify([words, values]);
    const known = this.seen.get(key);
    this.seen.set(
      key,
      known ? { ...known, count: known.count + 1 } : { words, columns, values, count: 1, firstRow: row },
    );
  }

  /** By first row. */
  get all(): UnknownValue[] {
    return [...this.seen.values()].sort((left, right) => left.firstRow - right.firstRow);
  }
}
