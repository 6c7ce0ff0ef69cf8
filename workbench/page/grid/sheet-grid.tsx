// The grid of one worksheet: frozen and scrolling parts, mouse and keyboard, typing into cells. Draws only what is in sight.
import type { ReactElement } from 'react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Sheet } from '../../host/model/shape.ts';
import type { Words } from '../words.ts';
import type { Editing } from './cell-editor.tsx';
import { CellEditor } from './cell-editor.tsx';
import type { OpenFilter } from './filter-list.tsx';
import { FilterList } from './filter-list.tsx';
import { ColumnHeads, RowHeads } from './grid-heads.tsx';
import { GridLayout } from './grid-layout.ts';
import { GridPane } from './grid-pane.tsx';
import type { Painter } from './paint-row.ts';
import { createPainter } from './paint-row.ts';
import { scrollTo } from './scroll-to.ts';
import type { Selected } from './selected-cells.ts';
import { selectedArea } from './selected-cells.ts';
import { useMouse } from './use-mouse.ts';
import type { Span, Viewport } from './use-viewport.ts';
import { HEAD, useViewport } from './use-viewport.ts';

export interface SheetGridProps {
  readonly sheet: Sheet;
  /** Counts changes of what cells show; the grid lays itself out anew when it differs. */
  readonly content: number;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly words: Words;
}

export function SheetGrid(props: SheetGridProps): ReactElement {
  const { sheet, content, selected, onSelect, onEdit, words } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => new GridLayout(sheet, content), [sheet, content]);
  const painter = useMemo(() => createPainter(sheet, layout), [sheet, layout]);
  const [filter, setFilter] = useState<OpenFilter | undefined>();
  const closeFilter = useCallback(() => {
    setFilter(undefined);
    scroller.current?.querySelector<HTMLElement>('.editor')?.focus({ preventScroll: true });
  }, []);
  const [viewport, onScroll] = useViewport(scroller, layout);
  const mouse = useMouse({ scroller, painter, selected, onSelect, onEdit, onFilter: setFilter });
  const shown = useRef(sheet);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (shown.current !== sheet) element.scrollTo(0, 0);
    shown.current = sheet;
    scrollTo(element, layout, selected.lead);
  }, [sheet, layout, selected.lead]);
  return (
    <div ref={scroller} className="grid" onScroll={onScroll} {...mouse}>
      <GridParts {...{ painter, viewport, selected, words }} />
      {filter && <FilterList key={filter.column} open={filter} onClose={closeFilter} words={words} />}
      <CellEditor {...props} layout={layout} scroller={scroller} onFilter={setFilter} />
    </div>
  );
}

interface GridPartsProps extends Pick<SheetGridProps, 'selected' | 'words'> {
  readonly painter: Painter;
  readonly viewport: Viewport;
}

/** The frozen band, and the part of the scrolling one that is in sight. */
const bands = (frozen: number, { first, last }: Span): readonly [Span, Span] => [
  { first: 0, last: frozen - 1 },
  { first: Math.max(first, frozen), last },
];

function GridParts({ painter, viewport, selected, words }: GridPartsProps): ReactElement {
  const { sheet, layout } = painter;
  const { frozen } = layout;
  const rows = bands(frozen.rows, viewport.rows);
  const columns = bands(frozen.columns, viewport.columns);
  const head = { layout, selection: selectedArea(selected) };
  const parts = PARTS.filter(([row, column]) => (row || frozen.rows > 0) && (column || frozen.columns > 0));
  return (
    <div className="sizer" style={template(layout)}>
      <div className="corner" />
      <ColumnHeads {...head} className="frozen" span={columns[0]} origin={0} />
      <ColumnHeads {...head} className="" span={columns[1]} origin={frozen.columns} />
      <RowHeads {...head} className="frozen" span={rows[0]} origin={0} />
      <RowHeads {...head} className="" span={rows[1]} origin={frozen.rows} />
      {parts.map(([row, column]) => (
        <GridPane
          key={`${row}${column}`}
          {...{ painter, selected }}
          rows={rows[row]}
          columns={columns[column]}
          origin={{ row: row * frozen.rows, column: column * frozen.columns }}
          className={`part-${row}${column}`}
          label={`${row && column ? words.cells : words.frozenCells}: ${sheet.name}`}
          gridlines={sheet.showGridlines}
        />
      ))}
    </div>
  );
}

/** 0 is the frozen band, 1 the scrolling one. */
const PARTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const template = ({ rows, columns, frozen }: GridLayout) => ({
  width: HEAD.width + columns.total,
  gridTemplateColumns: `${HEAD.width}px ${columns.start(frozen.columns)}px 1fr`,
  height: HEAD.height + rows.total,
  gridTemplateRows: `${HEAD.height}px ${rows.start(frozen.rows)}px 1fr`,
});
