// The worksheets' tabs below the grid, in their order and colours.
import type { KeyboardEvent, ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Sheet, Workbook } from '../host/model/shape.ts';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

interface SheetTabsProps {
  readonly workbook: Workbook;
  readonly active: Sheet;
  /** Before another sheet is shown: what is being typed goes into its cell. */
  readonly onLeave: () => void;
  readonly words: Words;
}

export function SheetTabs({ workbook, active, onLeave, words }: SheetTabsProps): ReactElement {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const sheets = workbook.sheets.visible();
  const show = (sheet: Sheet) => {
    onLeave();
    workbook.activate(sheet);
  };
  return (
    <div className="sheet-tabs">
      <div ref={strip} role="tablist" aria-label={words.sheetTabs} onKeyDown={(event) => step(event, sheets, active)}>
        {sheets.map((sheet) => (
          <button
            key={sheet.id}
            role="tab"
            aria-selected={sheet === active}
            tabIndex={sheet === active ? 0 : -1}
            style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : undefined}
            onClick={() => show(sheet)}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      <button
        className="add-sheet"
        aria-label={words.addSheet}
        title={words.addSheet}
        onClick={() => show(workbook.sheets.add())}
      >
        <Icon name="add" />
      </button>
    </div>
  );
}

function step(event: KeyboardEvent<HTMLDivElement>, sheets: readonly Sheet[], active: Sheet): void {
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const next = way === undefined ? undefined : sheets[sheets.indexOf(active) + way];
  if (!next) return;
  active.workbook.activate(next);
  const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
  tabs[sheets.indexOf(next)]?.focus();
}
