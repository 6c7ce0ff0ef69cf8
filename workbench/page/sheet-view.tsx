// The left half of the workbench: formula bar, grid, tabs and status bar around one selection and one edit at a time.
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Sheet, Workbook } from '../host/model/shape.ts';
import { FormulaBar } from './formula-bar.tsx';
import type { Editing } from './grid/cell-editor.tsx';
import { commitEdit } from './grid/cell-editor.tsx';
import type { Selected } from './grid/selected-cells.ts';
import { selectedArea, selectedOn } from './grid/selected-cells.ts';
import { SheetGrid } from './grid/sheet-grid.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { StatusBar } from './status-bar.tsx';
import type { WorkbookWatch } from './use-workbook.ts';
import { useRevision } from './use-workbook.ts';
import type { Words } from './words.ts';

interface SheetViewProps {
  readonly workbook: Workbook;
  readonly watch: WorkbookWatch;
  readonly message: string;
  readonly words: Words;
}

export function SheetView({ workbook, watch, message, words }: SheetViewProps): ReactElement {
  const { content } = useRevision(watch);
  const [before, setBefore] = useState<{ readonly sheet: Sheet; readonly selected: Selected } | undefined>();
  const [editing, setEditing] = useState<Editing | undefined>();
  const sheet = workbook.activeSheet;
  const selected = selectedOn(sheet, before?.sheet === sheet ? before.selected : undefined);
  if (before?.sheet !== sheet || before.selected !== selected) setBefore({ sheet, selected });
  if (before && before.sheet !== sheet && editing) setEditing(undefined); // the pane went to another sheet meanwhile
  const finishEdit = () => {
    if (editing) commitEdit(sheet, selected, editing);
    setEditing(undefined);
  };
  const select = (next: Selected) => {
    finishEdit();
    setBefore({ sheet, selected: next });
    workbook.select(sheet, selectedArea(next));
  };
  const shared = { sheet, selected, editing, onEdit: setEditing, words };
  return (
    <main className="book">
      <FormulaBar {...shared} />
      <SheetGrid {...shared} content={content} onSelect={select} />
      <SheetTabs workbook={workbook} active={sheet} onLeave={finishEdit} words={words} />
      <StatusBar {...{ sheet, content, selected, message, words }} />
    </main>
  );
}
