// The task pane's place beside the grid. The frame stays while the pane is closed: with a shared runtime the add-in's page
// lives on, and the ribbon's command runs in it.
import type { ReactElement } from 'react';
import { Icon } from './icons.tsx';
import type { Pane } from './use-pane.ts';
import type { Words } from './words.ts';

interface PaneFrameProps {
  readonly pane: Pane;
  readonly addinName: string;
  readonly words: Words;
}

export function PaneFrame({ pane, addinName, words }: PaneFrameProps): ReactElement {
  const { connection, isOpen, toggle } = pane;
  return (
    <aside className={isOpen ? 'pane-place' : 'pane-place closed'} aria-label={words.pane} inert={!isOpen}>
      <div className="pane-title">
        <h2>{addinName}</h2>
        <button aria-label={words.closePane} title={words.closePane} onClick={toggle}>
          <Icon name="close" />
        </button>
      </div>
      {connection && (
        <iframe
          key={connection.id}
          ref={connection.setFrame}
          name={connection.frameName}
          src={connection.address}
          title={words.pane}
        />
      )}
    </aside>
  );
}
