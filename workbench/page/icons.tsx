// The few pictures of the workbench, drawn on a grid of 20 units with lines of one width.
import type { ReactElement } from 'react';

const PATHS = {
  reconcile: 'M3 5h9M3 9h5M4 13.5h3l2.5 3L17 6',
  pane: 'M3 4h14v12H3zM12.5 4v12',
  open: 'M3 16V5h5l2 2h6v3M3 16l2.5-6H19l-2.5 6z',
  samples: 'M5 3h7l4 4v10H5zM12 3v4h4M8 11h5M8 14h5',
  save: 'M10 3v9M6.5 9 10 12.5 13.5 9M4 14v3h12v-3',
  close: 'M5 5l10 10M15 5 5 15',
  add: 'M10 4v12M4 10h12',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg viewBox="0 0 20 20" className="icon" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
