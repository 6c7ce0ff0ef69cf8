// What the user answers about one sheet, where its values alone cannot tell.
import type { ReadingAnswers } from '../core/mapping/decide-styles.ts';

/** What the user answered for one sheet; kept as long as the pane is open, never in a mapping. */
export interface SheetAnswers {
  readonly reading?: ReadingAnswers;
  /** Hidden and filtered rows are left out. Default: they are read as well. */
  readonly withoutHidden?: boolean;
  /** It is newer than what the books hold: its orders hold, also where they go back. */
  readonly newest?: true;
}
