// One of up to four parts of the grid: frozen or scrolling rows by frozen or scrolling columns.
import type { CSSProperties, ReactElement } from 'react';
import type { Area } from '../../host/model/area.ts';
import type { Painter } from './paint-row.ts';
import type { Selected } from './selected-cells.ts';
import { selectedArea, spotArea } from './selected-cells.ts';
import { SheetRow } from './sheet-row.tsx';
import type { Span } from './use-viewport.ts';

export interface GridPaneProps {
  readonly painter: Painter;
  readonly rows: Span;
  readonly columns: Span;
  /** First row and column of the part. */
  readonly origin: { readonly row: number; readonly column: number };
  readonly label: string;
  readonly className: string;
  readonly selected: Selected;
  readonly gridlines: boolean;
}

export function GridPane(props: GridPaneProps): ReactElement {
  const { painter, rows, columns, origin, label, className, gridlines } = props;
  const { layout } = painter;
  const [left, top] = [layout.columns.start(origin.column), layout.rows.start(origin.row)];
  const shown = numbers(rows).filter((row) => layout.rows.size(row) > 0);
  return (
    <div className={`pane ${className} ${gridlines ? 'gridlines' : ''}`}>
      {gridlines && <ColumnLines {...props} left={left} />}
      <div role="table" aria-label={label} aria-rowcount={layout.rows.count} aria-colcount={layout.columns.count}>
        {shown.map((row) => (
          <SheetRow
            key={row}
            {...{ painter, row, left, top }}
            firstColumn={Math.max(columns.first, origin.column)}
            lastColumn={columns.last}
          />
        ))}
      </div>
      <SelectionFrame {...props} left={left} top={top} />
    </div>
  );
}

export const numbers = ({ first, last }: Span): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

function ColumnLines({ painter, columns, left }: GridPaneProps & { readonly left: number }): ReactElement {
  const { layout } = painter;
  return (
    <>
      {numbers(columns).map((column) => (
        <i key={column} className="column-line" style={{ left: layout.columns.start(column + 1) - left - 1 }} />
      ))}
    </>
  );
}

function SelectionFrame({ painter, selected, left, top }: GridPaneProps & Place): ReactElement {
  const at = (area: Area): CSSProperties => {
    const box = painter.layout.box(area);
    return { left: box.left - left - 1, top: box.top - top - 1, width: box.width + 1, height: box.height + 1 };
  };
  const area = selectedArea(selected);
  const isOne = area.rows === 1 && area.columns === 1;
  return (
    <>
      {!isOne && <div className="selection" style={at(area)} />}
      <div className={isOne ? 'active-cell alone' : 'active-cell'} style={at(spotArea(selected.active))} />
    </>
  );
}

interface Place {
  readonly left: number;
  readonly top: number;
}
