// Of which columns of a recognised sheet the number formats are read with the values.
import { amountColumns } from '../../core/mapping/amount-columns.ts';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import { idColumns } from '../../core/mapping/id-columns.ts';
import type { ReadWishes } from './read-sheet.ts';

export function formatsWished(recognised: Recognised): Pick<ReadWishes, 'idColumns' | 'amountColumns'> {
  return {
    idColumns: idColumns(recognised),
    amountColumns: amountColumns(recognised).map(({ index }) => index),
  };
}
