// What Excel takes of one cell and one row (Microsoft, "Excel specifications and limits"). A file that goes beyond it is
// "repaired" when it is opened, and Office.js refuses the whole block: both writers keep to it.
import { shortText } from '../short-text.ts';

/** Characters of one cell. */
const CELL_TEXT_MAX = 32_767;

/** Points of one row. */
export const ROW_HEIGHT_MAX = 409;

/** A text as one cell can hold it. */
export const cellText = (text: string): string => shortText(text, CELL_TEXT_MAX);
