// Column letters above and row numbers beside the cells; those of the selection are marked.
import type { ReactElement } from 'react';
import { columnName } from '../../host/model/area.ts';
import type { Area } from '../../host/model/area.ts';
import { numbers } from './grid-pane.tsx';
import type { GridLayout } from './grid-layout.ts';
import type { Span } from './use-viewport.ts';

interface HeadsProps {
  readonly layout: GridLayout;
  readonly span: Span;
  /** First row or column of the part. */
  readonly origin: number;
  readonly selection: Area;
  readonly className: string;
}

export function ColumnHeads({ layout: { columns }, span, origin, selection, className }: HeadsProps): ReactElement {
  const isMarked = (column: number) => column >= selection.column && column < selection.column + selection.columns;
  return (
    <div className={`heads columns ${className}`} aria-hidden="true">
      {numbers(span)
        .filter((column) => column >= origin && columns.size(column) > 0)
        .map((column) => (
          <div
            key={column}
            className={isMarked(column) ? 'head marked' : 'head'}
            data-column={column}
            style={{ left: columns.start(column) - columns.start(origin), width: columns.size(column), height: '100%' }}
          >
            {columnName(column)}
          </div>
        ))}
    </div>
  );
}

export function RowHeads({ layout: { rows }, span, origin, selection, className }: HeadsProps): ReactElement {
  const isMarked = (row: number) => row >= selection.row && row < selection.row + selection.rows;
  return (
    <div className={`heads rows ${className}`} aria-hidden="true">
      {numbers(span)
        .filter((row) => row >= origin && rows.size(row) > 0)
        .map((row) => (
          <div
            key={row}
            className={isMarked(row) ? 'head marked' : 'head'}
            data-row={row}
            style={{ top: rows.start(row) - rows.start(origin), height: rows.size(row), width: '100%' }}
          >
            {row + 1}
          </div>
        ))}
    </div>
  );
}
