// Unreadable rows (未讀取的列): where, what stands there, and what to do next.
import { explainProblem, type RowProblem, shortFact } from '../problem.ts';
import { word } from './labels.ts';
import { linkSource } from './link-source.ts';
import type { ResultFile } from './result-context.ts';
import { columnsFor, type Material } from './shared-columns.ts';
import { type TableSheet, tableSheet } from './table-sheet.ts';

interface ProblemRow {
  readonly file: ResultFile;
  readonly problem: RowProblem;
}

export function problemsSheet(material: Material): TableSheet {
  const { context, decimals } = material;
  const { language, files } = context;
  const make = columnsFor(material);
  const rows = files.flatMap((file) => file.problems.map((problem): ProblemRow => ({ file, problem })));
  const unread = word('unread', language);
  const conflicting = word('conflicting', language);
  return tableSheet<ProblemRow>({
    key: 'problems',
    language,
    note: word('problemsNote', language),
    emptyNote: word('noProblems', language),
    columns: [
      make.text('status', ({ problem }) => (problem.code === 'CONFLICT' ? conflicting : unread), { total: 'count' }),
      make.text('file', ({ file }) => file.file, { width: 28 }),
      make.text('sheet', ({ file }) => file.sheet, { width: 16 }),
      make.count('row', ({ problem }) => problem.row, { width: 8 }),
      make.text('column', ({ problem }) => problem.column, { width: 18 }),
      make.text('value', ({ problem }) => shortFact(problem.details['value'] ?? '') || null, { width: 18 }),
      make.sentence('sentence', ({ problem }) => explainProblem(problem, language), { width: 70, wrap: true }),
      make.link('source', ({ file, problem }) =>
        linkSource({ file: file.file, sheet: file.sheet, row: problem.row }, context),
      ),
    ],
    rows,
    decimals,
    tones: { key: 'status', byText: { [unread]: 'bad', [conflicting]: 'warning' } },
    tone: rows.length === 0 ? 'good' : 'bad',
  });
}
