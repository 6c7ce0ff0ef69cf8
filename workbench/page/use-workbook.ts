// Tells React that the workbook changed: at most once a frame, because one batch of the client makes thousands of changes.
import { useSyncExternalStore } from 'react';
import type { Workbook, WorkbookChange } from '../host/model/shape.ts';

/** Two counters: every change, and the changes that alter what cells show or where they stand. */
export interface Revision {
  readonly any: number;
  readonly content: number;
}

export interface WorkbookWatch {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getRevision: () => Revision;
}

const WITHOUT_CONTENT = new Set<WorkbookChange['kind']>([
  'selection',
  'sheetActivated',
  'sheetDeactivated',
  'settings',
]);

export function watchWorkbook(workbook: Workbook, nextFrame: (work: () => void) => void): WorkbookWatch {
  const listeners = new Set<() => void>();
  let revision: Revision = { any: 0, content: 0 };
  let waiting: Revision | undefined;
  const publish = () => {
    revision = waiting ?? revision;
    waiting = undefined;
    for (const listener of listeners) listener();
  };
  workbook.onChange(({ kind }) => {
    const isNew = waiting === undefined;
    const { any, content } = waiting ?? revision;
    waiting = { any: any + 1, content: content + (WITHOUT_CONTENT.has(kind) ? 0 : 1) };
    if (isNew) nextFrame(publish);
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getRevision: () => revision,
  };
}

export const useRevision = (watch: WorkbookWatch): Revision => useSyncExternalStore(watch.subscribe, watch.getRevision);
