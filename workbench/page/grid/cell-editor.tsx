// Typing into cells. One text field lies over the active cell, unseen until something is typed: so the keyboard, the
// input methods for Chinese and a screen reader all have one place, and nothing typed is lost.
import type { ChangeEvent, ClipboardEvent, KeyboardEvent, ReactElement, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { formatArea, intersect } from '../../host/model/area.ts';
import type { Sheet } from '../../host/model/shape.ts';
import { clipboardText, pasteText } from './clipboard.ts';
import type { OpenFilter } from './filter-list.tsx';
import type { GridLayout } from './grid-layout.ts';
import { followLink } from './link-target.ts';
import type { KeyPress, Selected, Spot } from './selected-cells.ts';
import { moveSelection, selectedArea, spotArea } from './selected-cells.ts';
import type { SheetGridProps } from './sheet-grid.tsx';
import { HEAD } from './use-viewport.ts';

/** What is being typed, and where the caret is: in the cell or in the formula bar. */
export interface Editing {
  readonly text: string;
  readonly place: 'cell' | 'bar';
}

/** What a cell shows while it is edited: its formula, or its value as it would be typed. */
export function editText(sheet: Sheet, { row, column }: Spot): string {
  return sheet.grid.formula(row, column) ?? String(sheet.value(row, column));
}

/** Puts the typed text into the active cell as Excel would read it. */
export function commitEdit(sheet: Sheet, selected: Selected, { text }: Editing): void {
  if (text !== editText(sheet, selected.active)) sheet.write(spotArea(selected.active), [[text]]);
}

interface CellEditorProps extends SheetGridProps {
  readonly layout: GridLayout;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onFilter: (filter: OpenFilter) => void;
}

export function CellEditor(props: CellEditorProps): ReactElement {
  const { sheet, selected, editing, onEdit, layout, scroller, words } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const isTyping = editing?.place === 'cell';
  useEffect(() => {
    if (editing?.place !== 'bar' && !isElsewhere(field.current)) field.current?.focus({ preventScroll: true });
  }, [sheet, selected, editing?.place]);
  const { row, column } = selected.active;
  const address = formatArea(spotArea(selected.active));
  return (
    <textarea
      ref={field}
      className={isTyping ? 'editor typing' : 'editor'}
      aria-label={`${words.cells} ${address}: ${sheet.text(row, column)}`}
      style={editorBox(layout, scroller.current, selected.active)}
      value={isTyping ? editing.text : ''}
      spellCheck={false}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onEdit({ text: event.target.value, place: 'cell' })}
      onCompositionStart={() => !isTyping && onEdit({ text: '', place: 'cell' })}
      onKeyDown={(event) => pressKey(event, props)}
      onCopy={(event) => copy(event, props)}
      onPaste={(event) => paste(event, props)}
    />
  );
}

/** The pane, the ribbon and the formula bar keep the keyboard while they have it. */
function isElsewhere(field: HTMLTextAreaElement | null): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement !== field;
}

/** Frozen cells do not scroll, but the field's container does: it follows by what was scrolled. */
function editorBox(layout: GridLayout, scroller: HTMLDivElement | null, { row, column }: Spot) {
  const box = layout.box(spotArea({ row, column }));
  const down = row < layout.frozen.rows ? (scroller?.scrollTop ?? 0) : 0;
  const right = column < layout.frozen.columns ? (scroller?.scrollLeft ?? 0) : 0;
  const [left, top] = [HEAD.width + box.left + right, HEAD.height + box.top + down];
  return { left, top, minWidth: box.width - 1, minHeight: box.height - 1 };
}

function pressKey(event: KeyboardEvent<HTMLTextAreaElement>, props: CellEditorProps): void {
  if (event.nativeEvent.isComposing) return;
  const { sheet, selected, editing, onEdit, onSelect, layout, scroller } = props;
  const press: KeyPress = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
  if (event.key === 'Escape') return onEdit(undefined);
  if (event.altKey && event.key === 'ArrowDown') return openFilter(props);
  if (editing && !isCommit(event)) return;
  if (!editing && act(press, props)) return event.preventDefault();
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 20) - 2);
  const bounds = { rows: layout.rows.count, columns: layout.columns.count, page };
  const moved = moveSelection(sheet, selected, press, bounds);
  if (!moved) return;
  event.preventDefault();
  onSelect(moved); // which first puts into the cell what was typed
}

/** Alt and arrow down on a table's header opens its filter, as in Excel. */
function openFilter({ sheet, selected: { active }, onFilter }: CellEditorProps): void {
  const header = document.querySelector(`[data-cell=${formatArea(spotArea(active))}].filter`);
  const table = sheet.workbook.tables.at(sheet, spotArea(active));
  if (!header || !table) return;
  const { left, bottom } = header.getBoundingClientRect();
  onFilter({ table, column: active.column - table.area.column, left, top: bottom });
}

const isCommit = ({ key, altKey }: KeyboardEvent): boolean => (key === 'Enter' && !altKey) || key === 'Tab';

/** Keys that do something else than move. @returns whether the key was one of them */
function act({ key, ctrl }: KeyPress, { sheet, selected, onEdit, onSelect }: CellEditorProps): boolean {
  const used = sheet.extent();
  if (key === 'F2') onEdit({ text: editText(sheet, selected.active), place: 'cell' });
  else if (key === 'Delete' || key === 'Backspace') clearCells(sheet, selected);
  else if (ctrl && key === 'Enter') followLink(sheet, selected.active.row, selected.active.column);
  else if (ctrl && key.toLowerCase() === 'a')
    onSelect({
      active: { row: 0, column: 0 },
      lead: { row: Math.max(used.rows, 1) - 1, column: Math.max(used.columns, 1) - 1 },
    });
  else return false;
  return true;
}

function clearCells(sheet: Sheet, selected: Selected): void {
  const used = sheet.grid.usedArea(true);
  const area = used && intersect(selectedArea(selected), used);
  if (area) sheet.clear(area, { contents: true, formats: false, links: false });
}

function copy(event: ClipboardEvent, { sheet, selected, editing }: CellEditorProps): void {
  if (editing) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', clipboardText(sheet, selectedArea(selected)));
}

function paste(event: ClipboardEvent, { sheet, selected, editing, onSelect }: CellEditorProps): void {
  if (editing) return;
  event.preventDefault();
  const area = pasteText(sheet, selected.active, event.clipboardData.getData('text/plain'));
  const lead = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  onSelect({ active: selected.active, lead });
}
