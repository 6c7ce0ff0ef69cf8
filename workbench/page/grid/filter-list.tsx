// The list that opens at a table's header: tick the texts whose rows are to be seen.
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Table } from '../../host/model/shape.ts';
import type { Words } from '../words.ts';
import { filterChoices, filterRows } from './filter-rows.ts';

export interface OpenFilter {
  readonly table: Table;
  /** Counted within the table. */
  readonly column: number;
  /** Where the header cell ends on screen. */
  readonly left: number;
  readonly top: number;
}

const CHOICES_MAX = 500;

export function FilterList(props: {
  readonly open: OpenFilter;
  readonly onClose: () => void;
  readonly words: Words;
}): ReactElement {
  const { open, onClose, words } = props;
  const { table, column, left, top } = open;
  const [choices, setChoices] = useState(() => filterChoices(table, column).slice(0, CHOICES_MAX));
  const list = useRef<HTMLFormElement>(null);
  useEffect(() => {
    list.current?.querySelector('input')?.focus();
    const leave = ({ target }: PointerEvent) => !list.current?.contains(target as Node) && onClose();
    document.addEventListener('pointerdown', leave, true);
    return () => document.removeEventListener('pointerdown', leave, true);
  }, [onClose]);
  const isAll = choices.every(({ shown }) => shown);
  const apply = () => {
    const texts = choices.filter(({ shown }) => shown).map(({ text }) => text);
    filterRows(table, column, isAll ? undefined : texts);
    onClose();
  };
  const mark = (text: string | undefined, shown: boolean) =>
    setChoices(choices.map((each) => (text === undefined || each.text === text ? { ...each, shown } : each)));
  const name = table.sheet.text(table.area.row, table.area.column + column);
  return (
    <form
      ref={list}
      className="filter-list"
      role="dialog"
      aria-label={words.filter(name)}
      style={{ left, top }}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="choices">
        <Choice label={words.filterAll} isTicked={isAll} onTick={(shown) => mark(undefined, shown)} />
        {choices.map(({ text, count, shown }) => (
          <Choice key={text} label={text} count={count} isTicked={shown} onTick={(ticked) => mark(text, ticked)} />
        ))}
      </div>
      <button className="tool main" disabled={!choices.some(({ shown }) => shown)}>
        {words.apply}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly count?: number;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function Choice({ label, count, isTicked, onTick }: ChoiceProps): ReactElement {
  return (
    <label>
      <input type="checkbox" checked={isTicked} onChange={({ target }) => onTick(target.checked)} />
      <span>{label || '–'}</span>
      {count !== undefined && <small>{count}</small>}
    </label>
  );
}
