// The line at the very bottom: the selection in figures, as Excel gives them, or what went wrong last.
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { Sheet } from '../host/model/shape.ts';
import type { Selected } from './grid/selected-cells.ts';
import { selectedArea } from './grid/selected-cells.ts';
import { selectionFacts } from './selection-facts.ts';
import type { Words } from './words.ts';

interface StatusBarProps {
  readonly sheet: Sheet;
  readonly content: number;
  readonly selected: Selected;
  readonly message: string;
  readonly words: Words;
}

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

export function StatusBar({ sheet, content, selected, message, words }: StatusBarProps): ReactElement {
  // The sheet changes in place, so the figures belong to its content at a time.
  const { facts } = useMemo(
    () => ({ content, facts: selectionFacts(sheet, selectedArea(selected)) }),
    [sheet, content, selected],
  );
  const { rows, columns } = sheet.extent();
  return (
    <footer className="status-bar" aria-label={words.statusBar}>
      <span role="status" className="message">
        {message}
      </span>
      {facts && facts.numbers > 0 && (
        <>
          <Figure label={words.average} value={facts.sum / facts.numbers} />
          <Figure label={words.count} value={facts.count} />
          <Figure label={words.sum} value={facts.sum} />
        </>
      )}
      {facts && facts.numbers === 0 && <Figure label={words.count} value={facts.count} />}
      {!facts && (
        <span>
          {figure.format(rows)} × {columns}
        </span>
      )}
    </footer>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }): ReactElement {
  return (
    <span>
      {label} <b>{figure.format(value)}</b>
    </span>
  );
}
