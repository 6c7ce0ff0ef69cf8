// What the cards of the mapping view share: the sheet, the draft with what it makes of the sheet, and the way to change it.
import type { ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import type { Hints } from '../../../core/mapping/infer-mapping.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
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
  /** What a person said of this file, because it does not say it; no part of the mapping. */
  readonly answers: ReadingAnswers;
  readonly answer: (part: ReadingAnswers) => void;
  readonly change: (mapping: Mapping) => void;
  readonly restart: (draft: Draft) => void;
}
