// The mouse on the grid: press selects, dragging grows the selection, double click edits, a click on a link follows it.
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { useRef } from 'react';
import { MAX_COLUMNS, MAX_ROWS } from '../../host/model/area.ts';
import type { Editing } from './cell-editor.tsx';
import { editText } from './cell-editor.tsx';
import type { OpenFilter } from './filter-list.tsx';
import type { GridLayout } from './grid-layout.ts';
import { followLink } from './link-target.ts';
import type { Painter } from './paint-row.ts';
import type { Selected, Spot } from './selected-cells.ts';
import { spotArea } from './selected-cells.ts';
import { HEAD } from './use-viewport.ts';

interface MouseOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly painter: Painter;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly onFilter: (filter: OpenFilter) => void;
}

type Pointer = Pick<PointerEvent<HTMLDivElement>, 'clientX' | 'clientY'>;

export function useMouse({ scroller, painter, selected, onSelect, onEdit, onFilter }: MouseOptions) {
  const { sheet, layout } = painter;
  const drag = useRef<Spot | undefined>(undefined);
  const spotAt = (event: Pointer) => scroller.current && hitCell(scroller.current, layout, event);
  const isOnContent = (event: PointerEvent<HTMLDivElement>): boolean => {
    const element = scroller.current;
    if (!element || event.button !== 0 || (event.target as Element).closest('textarea, .filter-list')) return false;
    const box = element.getBoundingClientRect();
    return event.clientX - box.left < element.clientWidth && event.clientY - box.top < element.clientHeight;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const spot = isOnContent(event) ? spotAt(event) : null;
      if (!spot) return;
      event.preventDefault();
      scroller.current?.querySelector<HTMLElement>('.editor')?.focus({ preventScroll: true });
      const head = (event.target as Element).closest<HTMLElement>('.head');
      if (head) return onSelect(wholeLine(head, spot));
      const filter = filterAt(event, painter, spot);
      if (filter) return onFilter(filter);
      const active = event.shiftKey ? selected.active : spot;
      drag.current = active;
      event.currentTarget.setPointerCapture(event.pointerId);
      onSelect({ active, lead: spot });
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const spot = drag.current && spotAt(event);
      if (!drag.current || !spot) return;
      if (spot.row !== selected.lead.row || spot.column !== selected.lead.column)
        onSelect({ active: drag.current, lead: spot });
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      const from = drag.current;
      drag.current = undefined;
      const spot = from && spotAt(event);
      if (spot && spot.row === from.row && spot.column === from.column) followLink(sheet, spot.row, spot.column);
    },
    onDoubleClick: (event: MouseEvent<HTMLDivElement>) => {
      const spot = (event.target as Element).closest('.pane') && spotAt(event);
      if (spot) onEdit({ text: editText(sheet, spot), place: 'cell' });
    },
  };
}

const FILTER_BUTTON_WIDTH = 20;

/** The filter button is the end of a table's header cell. */
function filterAt({ target, clientX }: PointerEvent, { sheet }: Painter, spot: Spot): OpenFilter | undefined {
  const box = (target as Element).closest('.filter')?.getBoundingClientRect();
  const table = sheet.workbook.tables.at(sheet, spotArea(spot));
  if (!box || !table || clientX < box.right - FILTER_BUTTON_WIDTH) return undefined;
  return { table, column: spot.column - table.area.column, left: box.left, top: box.bottom };
}

function wholeLine({ dataset }: HTMLElement, spot: Spot): Selected {
  if (dataset['column'] !== undefined)
    return { active: { row: 0, column: spot.column }, lead: { row: MAX_ROWS - 1, column: spot.column } };
  return { active: { row: spot.row, column: 0 }, lead: { row: spot.row, column: MAX_COLUMNS - 1 } };
}

/** The cell under the pointer, also while it is dragged outside. */
export function hitCell(element: HTMLDivElement, layout: GridLayout, { clientX, clientY }: Pointer): Spot {
  const box = element.getBoundingClientRect();
  const { rows, columns, frozen } = layout;
  const x = Math.max(clientX - box.left - HEAD.width, 0);
  const y = Math.max(clientY - box.top - HEAD.height, 0);
  return {
    row: rows.at(y < rows.start(frozen.rows) ? y : y + element.scrollTop),
    column: columns.at(x < columns.start(frozen.columns) ? x : x + element.scrollLeft),
  };
}
