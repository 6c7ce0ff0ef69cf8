// The payout lines at rows that a person pointed at.
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { linesAtRow } from '../store/reversals.ts';
import { NamesOfBooks } from './names-of-books.ts';

interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** @throws ApiError when one of the rows is no payout line */
export function lineKeysAt(books: Books, places: readonly Place[]): Promise<string[]> {
  return books.database.transaction(books.company, async (tx) => {
    const keys: string[] = [];
    for (const place of places) {
      const lineIds = await linesAtRow(tx, place);
      const { file, sheet, row } = place;
      if (lineIds.length === 0) throw new ApiError('ROW_UNKNOWN', { name: `${file} › ${sheet} › ${row}` });
      const names = await NamesOfBooks.load(tx, { lineIds, orderIds: [] });
      keys.push(...lineIds.map((id) => names.lineKey(id)));
    }
    return keys;
  });
}
