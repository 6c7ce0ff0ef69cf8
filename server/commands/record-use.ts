// Each import tells the library how its mapping did. A built-in version that was used is kept, so that there is a way
// back to it when its successor reads worse.
import { hasReadWell } from '../../core/mapping-library.ts';
import { type Books, builtInsOf } from '../books.ts';
import type { Batch } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { countUse } from '../store/mapping-uses.ts';
import { keepVersion } from '../store/mapping-versions.ts';
import { versionOf } from './load-library.ts';

export async function recordUse(tx: Statements, books: Books, { id, header }: Batch): Promise<void> {
  const { mapping } = header;
  const builtIn = builtInsOf(books).get(mapping.id);
  if (builtIn?.mapping.version === mapping.version) await keepVersion(tx, versionOf(builtIn, books.now()));
  await countUse(tx, { mapping, batchId: id, readWell: hasReadWell(header), at: books.now() });
}
