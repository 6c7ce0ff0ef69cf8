// One row of the grid: its cells with something in them. Redrawn only when the sheet's content or the columns in sight change.
import type { ReactElement } from 'react';
import { memo } from 'react';
import { formatArea, cellArea } from '../../host/model/area.ts';
import type { PaintedCell, Painter } from './paint-row.ts';

interface SheetRowProps {
  readonly painter: Painter;
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Pixels that the pane itself stands right of the first column and below the first row. */
  readonly left: number;
  readonly top: number;
}

export const SheetRow = memo(function SheetRow(props: SheetRowProps): ReactElement {
  const { painter, row, firstColumn, lastColumn, left, top } = props;
  const { rows } = painter.layout;
  const cells = painter.paintRow(row, firstColumn, lastColumn);
  const style = { top: rows.start(row) - top, height: rows.size(row) };
  if (cells.length === 0) return <div className="row" style={style} />;
  return (
    <div className="row" role="row" aria-rowindex={row + 1} style={style}>
      {cells.map((cell) => (
        <SheetCell key={cell.column} cell={cell} left={cell.left - left} />
      ))}
    </div>
  );
});

function SheetCell({ cell, left }: { readonly cell: PaintedCell; readonly left: number }): ReactElement {
  const names = ['cell', cell.isLink && 'link', cell.runsOver && 'over', cell.filter && `filter ${cell.filter}`];
  return (
    <div
      role="cell"
      aria-colindex={cell.column + 1}
      className={names.filter(Boolean).join(' ')}
      data-cell={formatArea(cellArea(cell.row, cell.column))}
      style={{ ...cell.look, left, width: cell.width, height: cell.height }}
    >
      {cell.text}
    </div>
  );
}
