// What the cards of the mapping view share: the sheet, the draft with what it makes of the sheet, and the way to change it.
import type { Hints } from '../../../core/mapping/infer-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { SheetTable } from '../../../core/sheet-table.ts';
import type { SheetColumn } from '../../mapping/sheet-columns.ts';
import type { Draft } from '../../mapping/start-draft.ts';
import type { Trial } from '../../mapping/try-mapping.ts';
import type { SheetToMap } from '../../session.ts';

export interface Editor {
  readonly sheet: SheetToMap;
  readonly draft: Draft;
  readonly hints: Hints;
  /** The columns of the sheet under the draft's header. */
  readonly columns: readonly SheetColumn[];
  readonly trial: Trial;
  /** First rows of the workbook's other sheets: they may hold the totals of this one. */
  readonly others: readonly SheetTable[];
  readonly change: (mapping: Mapping) => void;
  readonly restart: (draft: Draft) => void;
}
