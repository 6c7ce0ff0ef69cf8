// Which rows are hidden, by hand or by a filter. Excel tells of a range only whether all, none or some of its rows are.
import type { UsedArea } from './read-sheet.ts';

interface Span {
  /** Position of the first row within the area. */
  readonly start: number;
  readonly count: number;
}

/** So many parts a span with hidden and other rows is cut into: few round trips, and not too many questions in each. */
const PARTS = 16;

/** Positions within the area's rows. */
export async function findHiddenRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
): Promise<ReadonlySet<number>> {
  const hidden = new Set<number>();
  let open: Span[] = [{ start: 0, count: area.rowCount }];
  while (open.length > 0) {
    const answers = await askSpans(context, sheet, area, open);
    for (const { start, count, isHidden } of answers)
      for (let row = start; isHidden === true && row < start + count; row += 1) hidden.add(row);
    open = answers.filter(({ isHidden }) => isHidden === null).flatMap(cut);
  }
  return hidden;
}

type Answer = Span & { readonly isHidden: boolean | null };

async function askSpans(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex }: UsedArea,
  spans: readonly Span[],
): Promise<Answer[]> {
  const ranges = spans.map(({ start, count }) => sheet.getRangeByIndexes(rowIndex + start, columnIndex, count, 1));
  for (const range of ranges) range.load('rowHidden');
  await context.sync();
  return spans.map((span, index) => ({ ...span, isHidden: ranges[index]?.rowHidden ?? null }));
}

function cut({ start, count }: Span): Span[] {
  const size = Math.max(1, Math.ceil(count / PARTS));
  return Array.from({ length: Math.ceil(count / size) }, (_, part) => {
    const first = part * size;
    return { start: start + first, count: Math.min(size, count - first) };
  });
}
