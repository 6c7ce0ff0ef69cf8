// Which of several day columns is the day of the payout: by its words, else the latest of the days on the rows.
import { bareText } from './infer-cell.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { InferQuestion } from './infer-findings.ts';
import { dateFormatsOf } from './infer-profile.ts';
import { PAID_OUT_WORDS, hasWord } from './infer-words.ts';
import type { PayoutMapping } from './mapping.ts';

export interface PayDays {
  readonly chosen: ColumnContent | null;
  readonly questions: readonly InferQuestion[];
}

/** A day printed on few rows (the deposit of a batch) is not the day of the row. */
const MOSTLY = 0.7;

export function payDays(contents: readonly ColumnContent[], kind: PayoutMapping['kind']): PayDays {
  const days = contents.filter(({ content }) => content === 'date');
  const most = Math.max(0, ...days.map(({ profile }) => profile.filled));
  const pool = days.filter(({ profile }) => profile.filled >= MOSTLY * most);
  const saying = pool.filter(({ profile }) => hasWord(profile.column.header, PAID_OUT_WORDS));
  const candidates = saying.length > 0 ? saying : pool;
  const ranked = [...candidates].sort((left, right) => (latest(left) < latest(right) ? 1 : -1));
  const [chosen = null] = kind === 'wallet' && saying.length === 0 ? pool : ranked;
  const names = candidates.map(({ profile }) => profile.name);
  return { chosen, questions: candidates.length === 1 ? [] : [{ ask: 'paidOutOn', candidates: names }] };
}

/** The last day of the column; Excel's serial days stand behind any text, being later than none. */
function latest({ profile }: ColumnContent): string {
  const [format] = dateFormatsOf(profile.column);
  const days = profile.column.cells.map(
    (cell) => format?.read(bareText(cell)) ?? (typeof cell === 'number' ? `9${cell}` : ''),
  );
  return days.reduce<string>((last, day) => (day > last ? day : last), '');
}
