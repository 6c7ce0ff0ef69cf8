// The grid of one worksheet: frozen and scrolling parts, mouse and keyboard, typing into cells. Draws only what is in sight.
import type { ReactElement } from 'react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Sheet } from '../../host/model/shape.ts';
import type { Words } from '../words.ts';
import { CellEditor } from './cell-editor.tsx';
import type { Editing } from './cell-editor.tsx';
import type { OpenFilter } from './filter-list.tsx';
import { FilterList } from './filter-list.tsx';
import { ColumnHeads, RowHeads } from './grid-heads.tsx';
import { GridLayout } from './grid-layout.ts';
import { GridPane } from './grid-pane.tsx';
import { createPainter } from './paint-row.ts';
import type { Selected } from './selected-cells.ts';
import { selectedArea } from './selected-cells.ts';
import { scrollTo } from './scroll-to.ts';
import { useMouse } from './use-mouse.ts';
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
  const { sheet, content, selected, onSelect, words } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a sheet changes in place: `content` stands for what it holds
  const layout = useMemo(() => new GridLayout(sheet), [sheet, content]);
  const painter = useMemo(() => createPainter(sheet, layout), [sheet, layout]);
  const [filter, setFilter] = useState<OpenFilter | undefined>();
  const closeFilter = useCallback(() => setFilter(undefined), []);
  const [viewport, onScroll] = useViewport(scroller, layout);
  const mouse = useMouse({ scroller, painter, selected, onSelect, onEdit: props.onEdit, onFilter: setFilter });
  const { rows, columns, frozen } = layout;
  const shown = useRef(sheet);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (shown.current !== sheet) element.scrollTo(0, 0);
    shown.current = sheet;
    scrollTo(element, layout, selected.lead);
  }, [sheet, layout, selected.lead]);

  const selection = selectedArea(selected);
  const bands = {
    rows: [
      { first: 0, last: frozen.rows - 1 },
      { first: Math.max(viewport.rows.first, frozen.rows), last: viewport.rows.last },
    ],
    columns: [
      { first: 0, last: frozen.columns - 1 },
      { first: Math.max(viewport.columns.first, frozen.columns), last: viewport.columns.last },
    ],
  } as const;
  const template = {
    width: HEAD.width + columns.total,
    gridTemplateColumns: `${HEAD.width}px ${columns.start(frozen.columns)}px 1fr`,
    height: HEAD.height + rows.total,
    gridTemplateRows: `${HEAD.height}px ${rows.start(frozen.rows)}px 1fr`,
  };
  const head = { layout, selection };
  return (
    <div ref={scroller} className="grid" onScroll={onScroll} {...mouse}>
      <div className="sizer" style={template}>
        <div className="corner" />
        <div className="heads columns frozen">
          <ColumnHeads {...head} span={bands.columns[0]} origin={0} />
        </div>
        <div className="heads columns">
          <ColumnHeads {...head} span={bands.columns[1]} origin={frozen.columns} />
        </div>
        <div className="heads rows frozen">
          <RowHeads {...head} span={bands.rows[0]} origin={0} />
        </div>
        <div className="heads rows">
          <RowHeads {...head} span={bands.rows[1]} origin={frozen.rows} />
        </div>
        {PARTS.filter(([row, column]) => (row || frozen.rows > 0) && (column || frozen.columns > 0)).map(
          ([row, column]) => (
            <GridPane
              key={`${row}${column}`}
              {...{ painter, selected }}
              rows={bands.rows[row]}
              columns={bands.columns[column]}
              origin={{ row: row * frozen.rows, column: column * frozen.columns }}
              className={`part-${row}${column}`}
              label={`${row && column ? words.cells : words.frozenCells}: ${sheet.name}`}
              gridlines={sheet.showGridlines}
            />
          ),
        )}
      </div>
      {filter && <FilterList key={filter.column} open={filter} onClose={closeFilter} words={words} />}
      <CellEditor {...props} layout={layout} scroller={scroller} onFilter={setFilter} />
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
