// The name box and the formula bar: which cell is active, and what it really holds.
import type { KeyboardEvent, ReactElement } from 'react';
import { formatArea, parseArea } from '../host/model/area.ts';
import type { Sheet } from '../host/model/shape.ts';
import type { Editing } from './grid/cell-editor.tsx';
import { commitEdit, editText } from './grid/cell-editor.tsx';
import type { Selected } from './grid/selected-cells.ts';
import { selectedArea } from './grid/selected-cells.ts';
import type { Words } from './words.ts';

export interface FormulaBarProps {
  readonly sheet: Sheet;
  readonly selected: Selected;
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly words: Words;
}

export function FormulaBar(props: FormulaBarProps): ReactElement {
  const { sheet, selected, editing, onEdit, words } = props;
  const address = formatArea(selectedArea(selected));
  return (
    <div className="formula-bar">
      <input
        key={address}
        className="name-box"
        aria-label={words.nameBox}
        defaultValue={address}
        onKeyDown={(event) => goTo(event, sheet)}
        onFocus={({ target }) => target.select()}
      />
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <input
        className="formula"
        aria-label={words.formulaBar}
        value={editing?.text ?? editText(sheet, selected.active)}
        spellCheck={false}
        onChange={({ target }) => onEdit({ text: target.value, place: 'bar' })}
        onKeyDown={(event) => pressKey(event, props)}
      />
    </div>
  );
}

function goTo(event: KeyboardEvent<HTMLInputElement>, sheet: Sheet): void {
  const area = event.key === 'Enter' ? parseArea(event.currentTarget.value) : undefined;
  if (!area) return;
  sheet.workbook.select(sheet, area);
  event.currentTarget.blur();
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, { sheet, selected, editing, onEdit }: FormulaBarProps): void {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  if (event.key === 'Enter' && editing) commitEdit(sheet, selected, editing);
  onEdit(undefined);
  event.currentTarget.blur();
}
